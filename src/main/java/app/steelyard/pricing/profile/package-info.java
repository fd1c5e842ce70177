/**
 * Profile files, read into the price book.
 *
 * <p>A price's way: {@link ProfileReader} reads a file strictly,
 * {@link ProfileSense} refuses what contradicts itself, {@link ProfileChecks} warns of what is unlikely, and
 * {@link PriceBookLoader} puts the packaged profiles and the user's own together.
 *
 * <p>It may import {@code pricing}, {@code json}, {@code files} and {@code text}.
 */
@NullMarked
package app.steelyard.pricing.profile;

import org.jspecify.annotations.NullMarked;
