/**
 * What is agreed with vendors, laid over the price book: list prices go in, the prices that are paid come out.
 *
 * <p>It may import {@code pricing}, {@code plan} and {@code text}.
 */
@NullMarked
package app.steelyard.pricing.contract;

import org.jspecify.annotations.NullMarked;
