package app.steelyard.app.plan;

import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.Scenario;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.catalogue.Unlisted;
import app.steelyard.text.Problem;
import app.steelyard.text.Refusal;
import app.steelyard.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
     * Refuses a model that is not listed, of which {@code plan} says something or on which a scenario of it is.
     *
     * @param named the plan, as it was named
     * @param book asked only where another model is named
     */
    public static void refuseOthers(String named, Plan plan, Supplier<PriceBook> book) {
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < plan.models().size(); i++) {
            unlisted(named, "/models/" + i + "/model", plan.models().get(i).model(), book)
                    .ifPresent(problems::add);
        }
        List<Scenario> scenarios = plan.whatIf().scenarios();
        for (int i = 0; i < scenarios.size(); i++) {
            for (Scenario.Models.Role role : Scenario.Models.Role.values()) {
                String pointer = "/whatIf/scenarios/" + i + "/" + role.path().replace('.', '/');
                scenarios
                        .get(i)
                        .models()
                        .at(role)
                        .flatMap(m -> unlisted(named, pointer, m, book))
                        .ifPresent(problems::add);
            }
        }
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
    }

    private static Optional<Problem> unlisted(String named, String pointer, PriceRef model, Supplier<PriceBook> book) {
        return book.get().model(model).isPresent()
                ? Optional.empty()
                : Optional.of(new Problem(
                        named, 0, 0, pointer, Unlisted.model(model, book.get()).text()));
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
