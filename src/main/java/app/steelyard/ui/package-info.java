/** The window. */
@NullMarked
package app.steelyard.ui;

import org.jspecify.annotations.NullMarked;
