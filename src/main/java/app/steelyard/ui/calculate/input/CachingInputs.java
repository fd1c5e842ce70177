package app.steelyard.ui.calculate.input;

import app.steelyard.app.plan.PlanChoice;
import app.steelyard.plan.Caching;
import app.steelyard.plan.MeasuredOn;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.ui.work.Workspace;
import java.util.List;

/** How the prompt cache is used and how it behaves. */
final class CachingInputs {
    private final Workspace workspace;
    private final ChoiceInputs choices;

    CachingInputs(Workspace workspace, ChoiceInputs choices) {
        this.workspace = workspace;
        this.choices = choices;
    }

    List<Input> of(InputRows rows) {
        return List.of(
                choices.of(PlanChoice.LIFETIME, rows),
                rows.choice(
                        "behaviour",
                        Caching.Behaviour.values(),
                        p -> p.caching().behaviour(),
                        (p, value) -> p.withCaching(p.caching().withBehaviour(value))),
                rows.flag(
                        "keyed",
                        p -> p.caching().keyed(),
                        (p, value) -> p.withCaching(p.caching().withKeyed(value))),
                rows.field(PlanField.EFFECTIVENESS),
                rows.field(PlanField.READ_DELAY),
                rows.field(PlanField.BLOCKS_PER_TURN),
                rows.flag(
                        "secondBreakpoint",
                        p -> p.caching().secondBreakpoint(),
                        (p, value) -> p.withCaching(p.caching().withSecondBreakpoint(value))),
                rows.field(PlanField.KEEP_ALIVE_PINGS),
                rows.flag(
                        "prewarmed",
                        p -> p.caching().prewarmed(),
                        (p, value) -> p.withCaching(p.caching().withPrewarmed(value))),
                rows.field(PlanField.MODEL_HIT_RATE_ERROR),
                rows.field(PlanField.FIRST_TURN_HIT_RATE),
                rows.field(PlanField.MEASURED_HIT_RATE),
                rows.flag(
                        "measuredToday",
                        p -> p.caching().measuredHitRate() != null,
                        p -> p.caching().measuredOn() != null,
                        (p, today) -> p.withCaching(p.caching().withMeasuredOn(today ? measuredOn(p) : null))),
                rows.field(PlanField.CACHE_MINIMUM_TOKENS),
                rows.field(PlanField.CACHING_WEEKS));
    }

    private MeasuredOn measuredOn(Plan plan) {
        return MeasuredOn.today(
                plan,
                workspace
                        .book()
                        .cachePolicy(plan.inference().model(), plan.inference().pricesAsOf())
                        .map(p -> p.fact().lifetimes().get(0).name())
                        .orElse(null));
    }
}
