/**
 * What all of it means for this plan, for people who never saw such charts.
 *
 * <p>A finding's way: {@link Outlook} gathers trials, switching values and the worth of knowing; {@link Findings} says it in
 * sentences, the most useful first; {@link Uncertainty} adds the {@link ScenarioTable} for whoever writes it all down.
 *
 * <p>It may import every other room of {@code whatif}.
 */
@NullMarked
package app.steelyard.whatif.story;

import org.jspecify.annotations.NullMarked;
