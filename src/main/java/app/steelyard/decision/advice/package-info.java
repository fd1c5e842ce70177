/**
 * From answers, plan and prices to an option for every item and an approach for the system.
 *
 * <p>An item's way: {@link Facts} gives every name in a condition its value, {@link Judge} adds up what the rules say,
 * {@link Judgement} takes the best that is not ruled out (the cheaper of equals), {@link Reach} bounds how far what is open
 * could move that, and {@link Reasoning} keeps the reasons; {@link Alternatives} lists the ways not taken. Bounds may be
 * wider than what can come, never narrower.
 *
 * <p>It may import {@code decision.rules}, {@code decision.answers}, {@code cost} and below.
 */
@NullMarked
package app.steelyard.decision.advice;

import org.jspecify.annotations.NullMarked;
