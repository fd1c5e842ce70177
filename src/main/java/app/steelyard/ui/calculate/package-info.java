/** The screen that weighs the plan: its inputs on the left, what follows from them on the right. */
@NullMarked
package app.steelyard.ui.calculate;

import org.jspecify.annotations.NullMarked;
