package app.steelyard.decision.rules;

import app.steelyard.cost.result.Notice;
import app.steelyard.plan.item.Kind;
import java.util.List;

/** What a rule does where it applies. */
public sealed interface Effect {

    /** Counts towards the item's being of this kind. */
    record Counts(Kind kind) implements Effect {}

    /** Speaks for the option. */
    record For(Option option) implements Effect {}

    /** Speaks against the option. */
    record Against(Option option) implements Effect {}

    /** Rules the option out. */
    record Excludes(Option option) implements Effect {}

    /** Leaves the choice among these to their cost. */
    record Weighs(List<Option> options) implements Effect {
        public Weighs {
            options = List.copyOf(options);
        }
    }

    /** Is told, and changes no score. */
    record Tells(Notice.Severity severity) implements Effect {}
}
