/**
 * Dated prices, cache policies and tuning offers of the vendors: the profiles' reader and validator, and the price book
 * that answers what something costs on a day, from where that is known and how far to trust it.
 * It may import {@code plan}, {@code text} and {@code files}; it knows nothing of costs.
 */
@NullMarked
package app.steelyard.pricing;

import org.jspecify.annotations.NullMarked;
