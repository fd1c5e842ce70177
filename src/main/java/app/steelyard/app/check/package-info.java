/**
 * How far the program can be believed: the worked numbers that it must reproduce, and published figures of real systems
 * held against the interval that it gives for them.
 *
 * <p>A figure's way: {@link Bank} reads what is stated of a system and what must be assumed, {@link StatedSystem} makes a plan
 * of that, {@link Trials} draws from the plan's ranges, and only {@link TriedFigure} sees the truth. A worked number is a
 * plan and a figure of it ({@link WorkedNumber}). {@link SelfCheck} is both, which the faces word. {@link MeasuredTruth} holds
 * the samples against what was published of their systems in the same way.
 *
 * <p>It may import {@code app.plan}, {@code document}, {@code whatif}, {@code cost}, {@code pricing}, {@code plan} and below.
 */
@NullMarked
package app.steelyard.app.check;

import org.jspecify.annotations.NullMarked;
