/**
 * The arithmetic of the cost function: numbers in columns, one row for each plan that is weighed at once. A single plan is
 * a column of one row, so that an answer, a million trials and a map run the same code.
 *
 * <p>A number's way: {@link Inputs} lists the plan's own numbers, {@link Columns} puts others in their place row by row, a
 * {@link Block} gives out a stretch of rows as {@link Column}s, and {@link HitRate} and {@link Months} turn them into hit
 * rates and discounted months. Memory is given back to the block as on a stack.
 *
 * <p>It may import {@code cost.result}, {@code plan} and {@code pricing}; it knows no price and no vendor.
 */
@NullMarked
package app.steelyard.cost.column;

import org.jspecify.annotations.NullMarked;
