/**
 * The charts of doubt: what moves the answer, how likely it is, and who wins where.
 *
 * <p>It may import {@code chart}, {@code whatif}, {@code cost} and below.
 */
@NullMarked
package app.steelyard.chart.catalog.doubt;

import org.jspecify.annotations.NullMarked;
