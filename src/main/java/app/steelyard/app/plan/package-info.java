/**
 * The plan at hand: where it comes from, and the one to begin with.
 *
 * <p>It may import {@code document}, {@code pricing}, {@code plan} and below.
 */
@NullMarked
package app.steelyard.app.plan;

import org.jspecify.annotations.NullMarked;
