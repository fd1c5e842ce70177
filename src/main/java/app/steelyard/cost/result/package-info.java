/**
 * What comes of the cost function, as plain values: architectures, the statement line by line, the cash flow, the
 * measures of finance, hit rates and times to first token, and what a reader must know of them.
 *
 * <p>A figure's way: {@code cost.engine} fills a {@link Line} with quantity and {@link UnitPrice}; lines fall due in the
 * {@link CashFlow}; {@link Measures} are taken from that against today's; all stand together in an {@link Evaluation}.
 *
 * <p>It may import {@code plan}, {@code pricing} and {@code text}; nothing here computes a cost.
 */
@NullMarked
package app.steelyard.cost.result;

import org.jspecify.annotations.NullMarked;
