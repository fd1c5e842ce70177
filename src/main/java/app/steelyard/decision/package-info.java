/**
 * What belongs where, and why. A don't-know widens a result and is never filled in.
 *
 * <p>A system's way: the answers ({@code decision.answers}) and the plan meet the rules ({@code decision.rules}), which
 * {@code decision.advice} turns into an option for every item; {@link Decision} puts that to its cost, {@link Flips} looks
 * for what would make it another, {@link Matrix} sets the ways side by side, and {@link Thresholds} and
 * {@link GuideTargets} say what confirms it later. {@code report.record} writes it down.
 *
 * <p>It may import {@code plan}, {@code pricing}, {@code cost} and below.
 */
@NullMarked
package app.steelyard.decision;

import org.jspecify.annotations.NullMarked;
