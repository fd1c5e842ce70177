package app.steelyard.cost.result;

import app.steelyard.plan.Plan;
import app.steelyard.plan.item.Placement;
import app.steelyard.text.Names;
import app.steelyard.text.Texts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * By what the designs of a plan are ranked: by what a success costs where it is stated of all of them how often they
 * succeed, else by their total cost.
 *
 * @param stated whether it is stated of any of them
 * @param failureCost what a failure costs, in the plan's currency; 0 where that is not stated
 * @param unstated the designs of which it is not; empty where all are ranked by what a success costs
 */
public record Basis(boolean stated, double failureCost, List<Architecture> unstated) {
    private static final Texts TEXTS = Texts.of(Basis.class);

    public Basis {
        unstated = List.copyOf(unstated);
    }

    public static Basis of(Plan plan) {
        List<Architecture> compared = compared(plan);
        List<Architecture> unstated =
                compared.stream().filter(a -> !Adaptation.stated(a, plan)).toList();
        return new Basis(
                !plan.outcome().unstated() || unstated.size() < compared.size(),
                plan.outcome().costOfFailure(),
                unstated);
    }

    public boolean perSuccess() {
        return unstated.isEmpty();
    }

    /** The text's key for what the order is by: the same with {@code .success} where that is what a success costs. */
    public String key(String key) {
        return perSuccess() ? key + ".success" : key;
    }

    /** What as many successes as there are sessions would cost; endless where none succeeds. */
    public static double perSuccess(double total, double successRate) {
        return successRate > 0 ? total / successRate : Double.POSITIVE_INFINITY;
    }

    /** Why the order is what it is, as a sentence; empty where nobody has said anything of success. */
    public Optional<String> told() {
        if (!stated) {
            return Optional.empty();
        }
        return Optional.of(
                perSuccess()
                        ? TEXTS.get(failureCost > 0 ? "basis.success" : "basis.success.free")
                        : TEXTS.get(
                                "basis.cost",
                                unstated.stream()
                                        .map(a -> Names.of(a.design()))
                                        .distinct()
                                        .collect(Collectors.joining(", "))));
    }

    /** All whose success has to be known: of what every design does whose models are chosen. */
    public static Set<Adaptation.Rate> needed(Plan plan) {
        Set<Adaptation.Rate> needed = new LinkedHashSet<>();
        compared(plan).forEach(a -> needed.addAll(Adaptation.rates(a, plan)));
        return needed;
    }

    private static List<Architecture> compared(Plan plan) {
        return Architecture.designs(plan).stream()
                .filter(a -> !a.places(Placement.WEIGHTS) || plan.tuning().model() != null)
                .filter(a -> !a.places(Placement.RETRIEVED) || plan.retrieval().embedding() != null)
                .toList();
    }
}
