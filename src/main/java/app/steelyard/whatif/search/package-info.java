/**
 * What would have to be so for another answer: the values at which the cheapest design changes, the value of a number for
 * a wanted result, and where a claim holds.
 *
 * <p>A question's way: a {@link Goal}, a {@link Claim} or the wish for {@link Switching} values names a number; its span is
 * looked over at evenly spaced points and every change is closed in on; what is found comes back in the number's own unit.
 *
 * <p>It may import {@code whatif}, {@code whatif.trials} and what they may.
 */
@NullMarked
package app.steelyard.whatif.search;

import org.jspecify.annotations.NullMarked;
