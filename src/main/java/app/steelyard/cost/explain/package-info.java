/**
 * Opens a figure down to its formula, its values and the dated source of its price.
 *
 * <p>A figure's way: a face asks {@link Derivations} about a line, a measure or a hit rate of a comparison, and gets a
 * {@link Derivation}: the formula in words, and the terms in it with where each comes from.
 *
 * <p>It may import the other rooms of {@code cost} and what they may; only faces and reports ask it.
 */
@NullMarked
package app.steelyard.cost.explain;

import org.jspecify.annotations.NullMarked;
