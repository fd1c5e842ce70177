/**
 * What a decision comes to in code: the order, the breakpoints, the lifetime and the key that requests have to name at one
 * vendor.
 *
 * <p>{@link app.steelyard.decision.setup.Setup} takes the recommended design on a model and says it in steps;
 * {@link app.steelyard.decision.setup.CacheRequest} is what is known of a vendor's requests, from {@code requests.json}, where
 * each fact has its source; {@link app.steelyard.decision.setup.Snippet} writes the request itself. Prices and rules of caches
 * come from the price book alone. What is not recorded of a vendor is said to be so.
 */
@NullMarked
package app.steelyard.decision.setup;

import org.jspecify.annotations.NullMarked;
