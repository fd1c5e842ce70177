/**
 * The plan at hand: where it comes from, the one to begin with, and what the price book offers it.
 *
 * <p>It may import {@code document}, {@code pricing}, {@code plan} and below.
 */
@NullMarked
package app.steelyard.app.plan;

import org.jspecify.annotations.NullMarked;
