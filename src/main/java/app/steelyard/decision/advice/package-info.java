/**
 * From answers, plan and prices to an option for every item and an approach for the system.
 *
 * <p>An item's way: {@link Facts} gives every name in a condition its value, {@link Scorer} adds up what the rules say and how
 * far what is open could move it, {@link Judgement} takes the best that is not ruled out (the cheaper of equals), and
 * {@link Reasoning} keeps the reasons; {@link Alternatives} lists the ways not taken.
 *
 * <p>It may import {@code decision.rules}, {@code decision.answers}, {@code cost} and below.
 */
@NullMarked
package app.steelyard.decision.advice;

import org.jspecify.annotations.NullMarked;
