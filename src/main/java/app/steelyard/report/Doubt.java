package app.steelyard.report;

import app.steelyard.cost.KnownErrors;
import app.steelyard.cost.engine.Batch;
import app.steelyard.plan.Plan;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.Texts;
import app.steelyard.whatif.search.Switching;
import app.steelyard.whatif.search.SwitchingValue;
import app.steelyard.whatif.story.Outlook;
import app.steelyard.whatif.story.ScenarioTable;
import app.steelyard.whatif.trials.ContradictionException;
import app.steelyard.whatif.trials.TrialSettings;
import java.util.List;
import java.util.Optional;

/** How sure the answer of a plan with ranges is, as far as it can be told. */
public sealed interface Doubt {

    /**
     * What the ranges do to the answer.
     *
     * @param scenarios empty where the plan has none
     */
    record Weighed(Outlook outlook, List<SwitchingValue> switching, Optional<ScenarioTable> scenarios)
            implements Doubt {
        public Weighed {
            switching = List.copyOf(switching);
        }
    }

    /** @param reason why the ranges say nothing, as a sentence for people */
    record Unweighed(String reason) implements Doubt {}

    /** Always with the same trials and seed, so that a report can be made again. */
    static Doubt of(Plan stated, PriceBook book) {
        Plan plan = KnownErrors.in(stated, book);
        Batch batch = Batch.of(plan, book);
        if (batch.architectures().isEmpty()) {
            return new Unweighed(Texts.of(Doubt.class).get("doubt.unpriced"));
        }
        try {
            Outlook outlook = Outlook.of(batch, TrialSettings.DEFAULT, () -> false);
            return new Weighed(
                    outlook,
                    Switching.of(batch, () -> false),
                    plan.whatIf().scenarios().isEmpty() ? Optional.empty() : Optional.of(ScenarioTable.of(plan, book)));
        } catch (ContradictionException e) {
            return new Unweighed(String.valueOf(e.getMessage()));
        }
    }
}
