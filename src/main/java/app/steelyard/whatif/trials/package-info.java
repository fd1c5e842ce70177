/**
 * Trials at random: every number with a range takes a value of it, and all designs are weighed again.
 *
 * <p>A range's way: {@link Assumptions} pairs a plan's ranges with how they are spread ({@link ValueSpread}) and tied
 * ({@link Copula}); {@link Draws} fills the columns of a batch; {@link Simulation} has them weighed and keeps what came of
 * it; {@link Tornado}, {@link Lead} and {@link Information} say what moved it and what knowing more would be worth.
 *
 * <p>It may import {@code whatif} and what that may.
 */
@NullMarked
package app.steelyard.whatif.trials;

import org.jspecify.annotations.NullMarked;
