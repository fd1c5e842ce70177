/** The screen to begin at: sample plans, a new plan, files opened before. */
@NullMarked
package app.steelyard.ui.gallery;

import org.jspecify.annotations.NullMarked;
