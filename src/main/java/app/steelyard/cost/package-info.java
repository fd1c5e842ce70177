/**
 * The one cost function: from a plan and dated prices to hit rates, a statement of cost drivers, cash flow, measures and
 * time to first token, for each placement of the context items.
 * It may import {@code plan}, {@code pricing} and {@code text}; every screen, report, command and simulation calls it.
 */
@NullMarked
package app.steelyard.cost;

import org.jspecify.annotations.NullMarked;
