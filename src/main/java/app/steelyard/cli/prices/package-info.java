/**
 * The commands that list, show and check prices.
 *
 * <p>It may import {@code cli.terminal} and everything below the faces.
 */
@NullMarked
package app.steelyard.cli.prices;

import org.jspecify.annotations.NullMarked;
