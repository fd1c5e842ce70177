/** The screen that reads usage exports and puts what they measure into a plan. */
@NullMarked
package app.steelyard.ui.usage;

import org.jspecify.annotations.NullMarked;
