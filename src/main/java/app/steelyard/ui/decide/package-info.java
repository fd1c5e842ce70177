/** The screen that asks, decides and says why: a wizard over {@code decision}. */
@NullMarked
package app.steelyard.ui.decide;

import org.jspecify.annotations.NullMarked;
