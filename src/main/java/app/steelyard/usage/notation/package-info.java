/**
 * How numbers and days are written in a file, in whatever country it was made: found from all its values, and rewritten
 * as the formats expect them.
 *
 * <p>A file's way: a {@link NotationScout} sees its cells and decides on a {@link Notation}, or tells what it cannot decide;
 * that rewrites the cells of each row before a format reads them.
 *
 * <p>It may import {@code usage.input} and {@code text}; it knows nothing of tokens or vendors.
 */
@NullMarked
package app.steelyard.usage.notation;

import org.jspecify.annotations.NullMarked;
