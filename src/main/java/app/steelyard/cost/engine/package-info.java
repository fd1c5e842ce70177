/**
 * Where money is computed, once: prices and placements of one architecture are fixed in a {@link CostModel}, the numbers
 * come in as columns.
 *
 * <p>An amount's way: {@link Quotes} looks prices up for a day, {@link EpochFactory} puts a price on every line for a span
 * of months without a price change, {@link Prefix} says how much is cached, {@link DemandFactory} counts what is taken, and
 * a {@link Bill} multiplies it with its price, nobody else does; {@link Horizon} adds bills up over the months for many rows, a
 * {@link MonthlyBills} keeps those of one row by line, and {@link Evaluator} makes it readable.
 *
 * <p>Which designs a plan is weighed in {@link Batch} says; {@link PromptOrder} in which order each sends its prompt.
 *
 * <p>It may import {@code cost.column}, {@code cost.result}, {@code plan}, {@code pricing} and {@code text}.
 */
@NullMarked
package app.steelyard.cost.engine;

import org.jspecify.annotations.NullMarked;
