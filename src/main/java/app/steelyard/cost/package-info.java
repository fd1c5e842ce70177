/**
 * The one cost function: from a plan and dated prices to hit rates, a statement of cost drivers, cash flow, measures and
 * time to first token, for each placement of the context items.
 * {@link Comparison} weighs the designs of a plan; its {@link Verdict} is what that comes to, which faces word.
 * It may import {@code plan}, {@code pricing} and {@code text}; every screen, report, command and simulation calls it.
 */
@NullMarked
package app.steelyard.cost;

import org.jspecify.annotations.NullMarked;
