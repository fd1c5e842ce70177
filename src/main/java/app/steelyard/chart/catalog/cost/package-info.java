/**
 * The charts of a plan’s costs: by month, added up, to the first token, and how often the cache is hit.
 *
 * <p>It may import {@code chart}, {@code cost} and below, and the targets of {@code usage.figures}.
 */
@NullMarked
package app.steelyard.chart.catalog.cost;

import org.jspecify.annotations.NullMarked;
