/**
 * What only a whole month tells: how many units of capacity its peak needs, and what credits, commitments, tiers and taxes make
 * of a bill. {@link LineWeights} say what of it counts; {@link Provision} turns the count into units, {@link Settlement} into
 * money.
 *
 * <p>It may import {@code cost.column}, {@code cost.result}, {@code plan} and {@code pricing}.
 */
@NullMarked
package app.steelyard.cost.terms;

import org.jspecify.annotations.NullMarked;
