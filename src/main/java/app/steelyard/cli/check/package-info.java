/**
 * The command that holds the program against worked numbers and published figures.
 *
 * <p>It may import {@code app} and below, and {@code cli.terminal}.
 */
@NullMarked
package app.steelyard.cli.check;

import org.jspecify.annotations.NullMarked;
