/**
 * What of a bill is no text at the usual price. {@link Shares} are of requests that are served in other ways and have lines at prices
 * of their own, {@link MediaLine} is about tokens of sounds and pictures, {@link Use} about what is paid by its use, and
 * {@link BesideText} knows what a day's price lists say of all of it.
 *
 * <p>It may import {@code cost.column}, {@code cost.result}, {@code plan} and {@code pricing}.
 */
@NullMarked
package app.steelyard.cost.bill;

import org.jspecify.annotations.NullMarked;
