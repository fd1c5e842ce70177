/**
 * Says what in a plan makes no sense, each problem with the path of its field. A plan without problems can be computed, as
 * far as its prices are known.
 *
 * <p>It may import {@code plan} and {@code text}.
 */
@NullMarked
package app.steelyard.plan.check;

import org.jspecify.annotations.NullMarked;
