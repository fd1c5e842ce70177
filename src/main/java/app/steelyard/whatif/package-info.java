/**
 * How sure the answer is and what to measure next: sampling of ranges, Monte Carlo, sensitivity, value of information,
 * switching values, goal seek, the decision map, scenarios, the search over placements, and claims put to the test. Every
 * result comes from the cost function of {@code cost}; nothing here knows a price. It may import {@code plan},
 * {@code pricing}, {@code cost} and {@code text}.
 */
@NullMarked
package app.steelyard.whatif;

import org.jspecify.annotations.NullMarked;
