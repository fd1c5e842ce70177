/** Where the program starts. */
@NullMarked
package app.steelyard;

import org.jspecify.annotations.NullMarked;
