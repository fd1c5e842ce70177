package app.steelyard.app.plan;

import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.Scenario;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.Unlisted;
import app.steelyard.text.Problem;
import app.steelyard.text.Refusal;
import app.steelyard.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Says that a model is not listed, with the same words wherever one is asked for. */
public final class UnlistedModel {
    private static final int SHOWN = 8;

    private static final Texts TEXTS = Texts.of(UnlistedModel.class);

    private UnlistedModel() {}

    /** The refusal of a model that is not listed. */
    public static Refusal refused(PriceRef model, PriceBook book) {
        return new Refusal(message(model, book));
    }

    /**
     * Refuses a scenario of {@code plan} on a model that is not listed.
     *
     * @param named the plan, as it was named
     * @param book asked only where a scenario names a model
     */
    public static void refuseInScenarios(String named, Plan plan, Supplier<PriceBook> book) {
        List<Problem> problems = new ArrayList<>();
        List<Scenario> scenarios = plan.whatIf().scenarios();
        for (int i = 0; i < scenarios.size(); i++) {
            for (Scenario.Models.Role role : Scenario.Models.Role.values()) {
                String pointer = "/whatIf/scenarios/" + i + "/" + role.path().replace('.', '/');
                scenarios
                        .get(i)
                        .models()
                        .at(role)
                        .filter(m -> book.get().model(m).isEmpty())
                        .ifPresent(m -> problems.add(new Problem(
                                named,
                                0,
                                0,
                                pointer,
                                Unlisted.model(m, book.get()).text())));
            }
        }
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
    }

    /** That a model is not listed, what may have been meant, and some of those that are, its vendor's first. */
    private static String message(PriceRef model, PriceBook book) {
        List<PriceRef> alike = Unlisted.model(model, book).alike();
        String shown = book.models().stream()
                .map(Model::ref)
                .sorted(Comparator.comparing(r -> !r.vendor().equals(model.vendor())))
                .limit(SHOWN)
                .map(PriceRef::toString)
                .collect(Collectors.joining(", "));
        return TEXTS.get(
                alike.isEmpty() ? "model.unknown" : "model.unknown.alike",
                model,
                alike.stream().map(PriceRef::toString).collect(Collectors.joining(", ")),
                shown,
                Math.max(0, book.models().size() - SHOWN));
    }
}
