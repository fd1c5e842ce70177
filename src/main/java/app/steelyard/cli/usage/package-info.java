/**
 * The commands that import usage, tell its indicators and hold it against the bill.
 *
 * <p>It may import {@code cli.terminal} and everything below the faces.
 */
@NullMarked
package app.steelyard.cli.usage;

import org.jspecify.annotations.NullMarked;
