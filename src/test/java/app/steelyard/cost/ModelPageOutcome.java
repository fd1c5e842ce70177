package app.steelyard.cost;

import app.steelyard.Seeded.Draw;
import app.steelyard.plan.Design;
import app.steelyard.plan.Plan;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.session.Outcome;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Success and failure of section 5 of docs/model.md, in plain arithmetic from that page alone. */
final class ModelPageOutcome {
    private final Plan plan;
    private final Outcome outcome;
    /** p₁ of the design; NaN where nothing counts. */
    private final double success;

    ModelPageOutcome(Plan plan, List<Placement> places) {
        this.plan = plan;
        this.outcome = plan.outcome();
        boolean counts = Stream.of(Design.values())
                .map(d -> d == Design.AS_IS ? plan.today() : d)
                .map(d -> d.placementsOf(plan.items()))
                .filter(p -> plan.tuning().model() != null || !p.contains(Placement.WEIGHTS))
                .filter(p -> plan.retrieval().embedding() != null || !p.contains(Placement.RETRIEVED))
                .noneMatch(p -> Double.isNaN(least(p)));
        this.success = counts ? least(places) : Double.NaN;
    }

    private double least(List<Placement> places) {
        double least = 1;
        boolean prompted = true;
        for (int i = 0; i < places.size(); i++) {
            Placement place = places.get(i);
            boolean behaviour = plan.items().get(i).kind() == Kind.BEHAVIOUR;
            if (place == Placement.RETRIEVED) {
                least = Math.min(least, known(outcome.retrieved()));
            } else if (place == Placement.WEIGHTS) {
                least = Math.min(least, known(behaviour ? outcome.tuned() : outcome.informationInWeights()));
            }
            prompted &= place == Placement.PLAIN_PROMPT || place == Placement.CACHED_PREFIX;
        }
        return prompted ? known(outcome.prompted()) : least;
    }

    private static double known(@Nullable Double rate) {
        return rate == null ? Double.NaN : rate;
    }

    /** {@code on}, which is {@code plan} on the model of a design, with what is known of the success on that model. */
    static Plan elsewhere(Plan plan, Plan on) {
        Outcome o = on.outcome();
        return on.inference().model().equals(plan.inference().model()) || o.promptedElsewhere() == null
                ? on
                : on.withOutcome(new Outcome(
                        o.promptedElsewhere(),
                        o.tuned(),
                        o.retrieved(),
                        o.informationInWeights(),
                        o.failureCost(),
                        o.failureMinutes(),
                        o.failureHourlyRate(),
                        o.retrySuccess(),
                        o.retryCost()));
    }

    boolean counts() {
        return !Double.isNaN(success);
    }

    private double again() {
        return outcome.retrySuccess() == null ? 0 : outcome.retrySuccess();
    }

    double rate() {
        return 1 - (1 - success) * (1 - again());
    }

    /** @param usage what the month's requests cost */
    double repeated(double usage) {
        return counts() && outcome.retrySuccess() != null ? (1 - success) * outcome.retryCost() * usage : 0;
    }

    /** @param requests of the month */
    double failures(double requests) {
        if (!counts()) {
            return 0;
        }
        double loss = outcome.failureCost() != null
                ? outcome.failureCost()
                : outcome.failureMinutes() == null
                        ? 0
                        : outcome.failureMinutes() * known(outcome.failureHourlyRate()) / 60;
        return requests / plan.traffic().sessions().turns() * (1 - success) * (1 - again()) * loss;
    }

    /** Of most plans all rates are stated. */
    static Plan any(Draw draw, Plan plan) {
        boolean work = draw.maybe();
        return plan.withOutcome(new Outcome(
                draw.between(0.2, 1),
                draw.between(0.2, 1),
                draw.between(0.2, 1),
                draw.whole(0, 4) == 0 ? null : draw.between(0.2, 1),
                work ? null : draw.scaled(0.01, 20),
                work ? draw.between(1, 60) : null,
                work ? draw.between(10, 100) : null,
                draw.maybe() ? null : draw.between(0, 1),
                draw.between(0, 5)));
    }
}
