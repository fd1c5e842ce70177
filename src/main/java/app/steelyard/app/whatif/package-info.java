/**
 * What if without its window: the questions the cards ask, the answers they show, and edits of scenarios.
 *
 * <p>It may import {@code chart.catalog}, {@code whatif}, {@code plan} and below.
 */
@NullMarked
package app.steelyard.app.whatif;

import org.jspecify.annotations.NullMarked;
