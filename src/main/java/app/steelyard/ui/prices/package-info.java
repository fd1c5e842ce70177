/**
 * The Prices screen: all models there are, searched, compared on the plan's own traffic, over time; prices of one's own typed or
 * pasted, newer public data taken over line by line.
 *
 * <p>It may import {@code ui.kit}, {@code ui.edit}, {@code ui.work}, {@code app} and below; no other screen.
 */
@NullMarked
package app.steelyard.ui.prices;

import org.jspecify.annotations.NullMarked;
