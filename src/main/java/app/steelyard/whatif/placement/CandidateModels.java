package app.steelyard.whatif.placement;

import app.steelyard.cost.result.Adaptation;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.Quote;
import app.steelyard.pricing.Surcharge;
import app.steelyard.pricing.catalogue.Bedrock;
import app.steelyard.pricing.kind.Modifier;
import app.steelyard.text.Several;
import app.steelyard.text.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The models that a search goes through, and why others that were asked for are none of them.
 *
 * @param models the plan's own first, if it is one of them
 * @param left by reason
 * @param book with the prices of the place where requests are served
 */
record CandidateModels(List<PriceRef> models, Map<Why, List<PriceRef>> left, PriceBook book) {
    private static final Texts TEXTS = Texts.of(CandidateModels.class);

    /** What speaks against a model before anything is weighed on it. */
    enum Why {
        UNPRICED("placements.left.unpriced"),
        ELSEWHERE("placements.left.elsewhere"),
        RETIRES("placements.left.retires"),
        WINDOW_UNKNOWN("placements.left.windowUnknown"),
        WINDOW("placements.left.window"),
        SUCCESS_UNKNOWN("placements.left.successUnknown");

        private final String key;

        Why(String key) {
            this.key = key;
        }
    }

    /** What is no reason against a model that the plan has chosen itself: designs on it tell of that. */
    private static final Set<Why> IN_USE = EnumSet.of(Why.UNPRICED, Why.RETIRES, Why.WINDOW_UNKNOWN);

    static CandidateModels of(Plan plan, PriceBook book, ModelChoice choice) {
        PriceRef own = plan.inference().model();
        Set<PriceRef> wanted = new LinkedHashSet<>();
        wanted.add(own);
        wanted.addAll(choice.named());
        choice.vendors().stream().sorted().forEach(v -> wanted.addAll(of(v, book, choice.catalogue())));
        List<PriceRef> models = new ArrayList<>();
        Map<Why, List<PriceRef>> left = new EnumMap<>(Why.class);
        for (PriceRef ref : wanted) {
            Set<Why> usual = ref.equals(own) || ref.equals(plan.tuning().model())
                    ? IN_USE
                    : choice.named().contains(ref) ? EnumSet.of(Why.WINDOW_UNKNOWN) : EnumSet.noneOf(Why.class);
            against(plan, ref, book, choice, usual)
                    .ifPresentOrElse(
                            why -> left.computeIfAbsent(why, w -> new ArrayList<>())
                                    .add(ref),
                            () -> models.add(ref));
        }
        // The one to be tuned answers with prompt caching, too; nobody asked for it, but what is asked of all holds for
        // it.
        PriceRef tuned = plan.tuning().model();
        if (tuned != null && !wanted.contains(tuned)) {
            against(plan, tuned, book, choice, IN_USE)
                    .ifPresent(why ->
                            left.computeIfAbsent(why, w -> new ArrayList<>()).add(tuned));
        }
        return new CandidateModels(
                List.copyOf(models), left, choice.place().isEmpty() ? book : served(book, choice.place()));
    }

    /** All of a vendor's; one that stands for another, as in a publication's example, is nobody's to choose. */
    private static List<PriceRef> of(String vendor, PriceBook book, boolean catalogue) {
        Predicate<PriceRef> real =
                r -> book.model(r).filter(m -> m.standsFor() == null).isPresent();
        return catalogue
                ? book.of(vendor).stream().filter(real).toList()
                : book.models().stream()
                        .map(Model::ref)
                        .filter(r -> r.vendor().equals(vendor))
                        .filter(real)
                        .toList();
    }

    /** @param usual what does not matter of this one */
    private static Optional<Why> against(Plan plan, PriceRef ref, PriceBook book, ModelChoice choice, Set<Why> usual) {
        return Stream.of(Why.values())
                .filter(why -> !usual.contains(why) && speaks(why, plan, ref, book, choice))
                .findFirst();
    }

    private static boolean speaks(Why why, Plan plan, PriceRef ref, PriceBook book, ModelChoice choice) {
        LocalDate day = plan.inference().pricesAsOf();
        LocalDate end = day.plusMonths(Math.round(plan.finance().horizonMonths()));
        Optional<Model> model = book.model(ref);
        Optional<Long> window = model.map(Model::contextWindow);
        return switch (why) {
            case UNPRICED -> book.rates(ref, plan.inference().tier(), day).isEmpty();
            case ELSEWHERE -> !choice.place().isEmpty() && !servedIn(ref, book, choice.place(), day);
            case RETIRES ->
                !choice.retiring()
                        && model.map(Model::retires).filter(end::isAfter).isPresent();
            case WINDOW_UNKNOWN -> window.isEmpty();
            case WINDOW ->
                choice.window() > 0 && window.filter(w -> w >= choice.window()).isEmpty();
            case SUCCESS_UNKNOWN -> choice.success() > 0 && !Adaptation.known(ref, plan);
        };
    }

    private static boolean servedIn(PriceRef ref, PriceBook book, String place, LocalDate day) {
        return Bedrock.place(ref).filter(place::equals).isPresent()
                || book.surcharge(ref, Modifier.PLACE, place, day).isPresent();
    }

    /** The book with what it costs to be served there alone. */
    private static PriceBook served(PriceBook book, String place) {
        return book.paying((ref, listed, day) -> book.surcharge(ref, Modifier.PLACE, place, day)
                .map(Quote::fact)
                .map(Surcharge::factor)
                .map(factor -> new Quote<>(listed.fact().times(factor), listed.marks()))
                .orElse(listed));
    }

    /** Whether it was not left out. */
    boolean may(PriceRef model) {
        return left.values().stream().noneMatch(l -> l.contains(model));
    }

    boolean has(PriceRef model) {
        return models.contains(model);
    }

    /** A sentence for each reason, without full stops. */
    List<String> sentences() {
        return left.entrySet().stream()
                .map(e -> TEXTS.get(
                        e.getKey().key,
                        Several.joined(
                                e.getValue().stream().map(PriceRef::toString).toList())))
                .toList();
    }

    /** Why each that is left out is. */
    List<PlacementSearch.Left> reasons() {
        return left.entrySet().stream()
                .flatMap(e -> e.getValue().stream()
                        .map(r -> new PlacementSearch.Left(r, TEXTS.get(e.getKey().key, r.toString()))))
                .toList();
    }
}
