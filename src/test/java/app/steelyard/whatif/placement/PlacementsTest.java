package app.steelyard.whatif.placement;

import static app.steelyard.Fixtures.book;
import static app.steelyard.Fixtures.item;
import static app.steelyard.Fixtures.model;
import static app.steelyard.Fixtures.plan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.SampleComparisons;
import app.steelyard.Seeded;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.engine.Trial;
import app.steelyard.cost.result.Adaptation;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.document.Samples;
import app.steelyard.plan.Inference;
import app.steelyard.plan.ModelNumber.StatedModel;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.plan.session.Outcome;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.kind.Modifier;
import app.steelyard.pricing.profile.PriceBookLoader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlacementsTest {
    private static final PriceBook BOOK = SampleComparisons.book();

    /** Four items of every kind and scope and a question, with random sizes, changes and traffic. */
    private static Plan drawn(Seeded.Draw random) {
        List<ContextItem> items = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            items.add(item(
                    "item-" + i,
                    random.scaled(50, 20_000),
                    random.oneOf(Kind.values()),
                    random.oneOf(Scope.SHARED, Scope.SHARED, Scope.TENANT, Scope.USER),
                    random.maybe() ? 0 : random.scaled(0.01, 100)));
        }
        items.add(item("question", 300, Kind.INFORMATION, Scope.REQUEST, 0));
        Plan plan = PlanField.TENANTS.with(SampleComparisons.copilot().withItems(items), random.scaled(1, 500));
        plan = PlanField.USERS.with(plan, random.scaled(10, 5000));
        plan = PlanField.RETRIEVED_TOKENS.with(plan, random.scaled(100, 5000));
        return PlanField.REQUESTS_PER_MONTH.with(plan, random.scaled(1e3, 1e7));
    }

    private static List<Evaluation.Priced> bruteForce(Plan plan, Set<String> personal) {
        List<Evaluation.Priced> all = new ArrayList<>();
        int n = plan.items().size();
        for (int code = 0; code < Math.pow(4, n); code++) {
            List<Placement> placements = new ArrayList<>();
            boolean sensible = true;
            for (int i = 0; i < n; i++) {
                ContextItem item = plan.items().get(i);
                Placement placement = Placement.values()[code >> (2 * i) & 3];
                placements.add(placement);
                sensible &= switch (placement) {
                    case PLAIN_PROMPT -> true;
                    case CACHED_PREFIX -> item.scope() != Scope.REQUEST;
                    case RETRIEVED -> item.scope() != Scope.REQUEST && item.kind() == Kind.INFORMATION;
                    case WEIGHTS -> item.scope() == Scope.SHARED && !personal.contains(item.id());
                };
            }
            if (sensible
                    && Trial.of(plan, placements, BOOK).evaluate(plan) instanceof Evaluation.Priced priced
                    && priced.feasible()) {
                all.add(priced);
            }
        }
        return all;
    }

    @Test
    void namesTheDesignsThatItCouldNotPrice() {
        Plan plan = plan(5000, 1_000_000);
        PriceBook book = book(model().prices("1", "0.1", "5"));
        assertEquals(
                "Not compared, as a price, a rate or an offer is missing: Fine-tuning",
                Placements.of(plan, book, Constraints.of(plan)).uncompared().orElseThrow());
        Plan priced = SampleComparisons.copilot();
        assertTrue(
                Placements.of(priced, BOOK, Constraints.of(priced)).uncompared().isEmpty());
    }

    @Test
    void findsWhatTryingAllFinds() {
        Seeded.forAll(8, random -> {
            Plan plan = drawn(random);
            Set<String> personal = random.maybe() ? Set.of("item-0", "item-1") : Set.of();
            List<Evaluation.Priced> all = bruteForce(plan, personal);
            double limit = random.between(0.5, 4);
            Constraints constraints =
                    Constraints.of(plan).withPersonal(personal).withFirstTokenSeconds(limit);
            PlacementSearch search = Placements.of(plan, BOOK, constraints);
            assertTrue(search.proven());
            assertEquals(
                    all.stream()
                            .filter(e -> e.firstToken().expected() <= limit)
                            .mapToDouble(e -> e.measures().tco())
                            .min()
                            .orElse(-1),
                    search.cheapest().map(Candidate::cost).orElse(-1.0),
                    1e-9);
            assertEquals(search.cheapest().isEmpty(), !search.reasons().isEmpty());
            for (Candidate candidate : search.frontier()) {
                assertTrue(all.stream()
                        .noneMatch(e -> e.measures().tco() < candidate.cost()
                                && e.firstToken().expected() <= candidate.seconds()));
            }
            long best = all.stream()
                    .filter(e -> all.stream()
                            .noneMatch(o -> o.measures().tco() <= e.measures().tco()
                                    && o.firstToken().expected()
                                            <= e.firstToken().expected()
                                    && (o.measures().tco() < e.measures().tco()
                                            || o.firstToken().expected()
                                                    < e.firstToken().expected())))
                    .map(e -> List.of(e.measures().tco(), e.firstToken().expected()))
                    .distinct()
                    .count();
            assertEquals(best, search.frontier().size());
            search.saved().ifPresent(s -> assertTrue(s >= 0));
        });
    }

    /** With too many to try all it says so, and on small plans, where that can be checked, it misses little. */
    @Test
    void improvingComesCloseAndSaysThatItIsNotProven() {
        Seeded.forAll(8, random -> {
            Plan plan = drawn(random);
            Constraints constraints = Constraints.of(plan);
            PlacementSearch all = Placements.of(plan, BOOK, constraints);
            PlacementSearch some = Placements.of(plan, BOOK, constraints, 0, 2, () -> false);
            assertFalse(some.proven());
            double best = all.cheapest().orElseThrow().cost();
            assertEquals(best, some.cheapest().orElseThrow().cost(), 1e-9 * best);
            assertEquals(all.bestNamed().map(Candidate::cost), some.bestNamed().map(Candidate::cost));
            assertEquals(fastest(all), fastest(some), 1e-9);
        });
    }

    /** Seconds to the first token at the other end of the frontier. */
    private static double fastest(PlacementSearch search) {
        return search.frontier().stream().mapToDouble(Candidate::seconds).min().orElseThrow();
    }

    @Test
    void manyItemsAreStillSearched() {
        PlacementSearch search =
                Placements.of(SampleComparisons.extreme(), BOOK, Constraints.of(SampleComparisons.extreme()));
        assertFalse(search.proven());
        assertTrue(search.saved().orElseThrow() >= 0);
    }

    @Test
    void personalDataStaysOutOfTheWeights() {
        Plan plan = plan(0, 10_000_000)
                .withItems(List.of(
                        item("tone", 8000, Kind.BEHAVIOUR, Scope.SHARED, 0),
                        item("people", 8000, Kind.BEHAVIOUR, Scope.SHARED, 0)));
        PriceBook book = book(model().uncached().prices("1", null, "4").tuning("1", null, null, "1", "1", "4"));
        PlacementSearch free = Placements.of(plan, book, Constraints.of(plan));
        assertEquals(
                List.of(Placement.WEIGHTS, Placement.WEIGHTS),
                free.cheapest().orElseThrow().placements());
        PlacementSearch bound = Placements.of(plan, book, Constraints.of(plan).withPersonal(Set.of("people")));
        assertEquals(
                Placement.PLAIN_PROMPT,
                bound.cheapest().orElseThrow().placements().get(1));
        assertEquals(
                Placement.WEIGHTS, bound.cheapest().orElseThrow().placements().get(0));
    }

    @Test
    void saysWhyNothingWillDo() {
        Plan plan = SampleComparisons.copilot();
        PlacementSearch slow = Placements.of(plan, BOOK, Constraints.of(plan).withFirstTokenSeconds(0.01));
        assertTrue(slow.cheapest().isEmpty());
        assertTrue(
                slow.reasons().get(0).contains("to the first token"),
                slow.reasons().toString());
        assertFalse(slow.frontier().isEmpty());
        Plan nowhere = SampleComparisons.unpriced();
        PlacementSearch unpriced = Placements.of(nowhere, BOOK, Constraints.of(nowhere));
        assertTrue(unpriced.frontier().isEmpty());
        assertTrue(
                unpriced.reasons().stream().anyMatch(r -> r.contains("nowhere/model-9")),
                unpriced.reasons().toString());
    }

    @Test
    void whatIsInTheWeightsAnswersFromTheTunedModel() {
        Plan plan = Samples.plan("clinical-extractor").orElseThrow();
        PriceRef tuned = Objects.requireNonNull(plan.tuning().model());
        PlacementSearch search =
                Placements.of(plan, new PriceBook(PriceBookLoader.shipped(), List.of()), Constraints.of(plan));
        assertTrue(search.frontier().stream().anyMatch(c -> c.answers().equals(tuned)));
        for (Candidate candidate : search.frontier()) {
            boolean weights = candidate.placements().contains(Placement.WEIGHTS);
            boolean rival = candidate.evaluation().architecture().own() != null;
            assertEquals(weights || rival ? tuned : plan.inference().model(), candidate.answers());
        }
    }

    @Test
    void theRivalOnTheTunedModelIsFoundAsAComparisonHasIt() {
        Plan plan = Samples.plan("clinical-extractor").orElseThrow();
        PriceBook book = new PriceBook(PriceBookLoader.shipped(), List.of());
        PlacementSearch search = Placements.of(plan, book, Constraints.of(plan));
        Evaluation.Priced cheapest = Comparison.of(plan, book).cheapest().orElseThrow();
        assertEquals("Prompt caching on GPT-4.1 mini", cheapest.architecture().name());
        for (Candidate found :
                List.of(search.cheapest().orElseThrow(), search.bestNamed().orElseThrow())) {
            assertEquals(cheapest.architecture(), found.evaluation().architecture());
            assertEquals(cheapest.measures().tco(), found.cost(), 0);
        }
    }

    @Test
    void whatIsKnownOfThePlansModelIsNotTakenForAnothers() {
        Plan plan = SampleComparisons.copilot();
        PriceRef other = PriceRef.parse("openai/gpt-4.1-mini");
        Outcome known = new Outcome(0.8, 0.7, 0.9, 0.85, 0.6, 4.0, null, null, null, 1);
        Constraints both = Constraints.of(plan).withModels(ModelChoice.of(List.of(other)));
        PlacementSearch stated = Placements.of(plan.withOutcome(known), SampleComparisons.book(), both);
        for (Candidate candidate : stated.frontier()) {
            boolean elsewhere = candidate.model().equals(other);
            assertFalse(elsewhere && candidate.placements().contains(Placement.RETRIEVED));
            assertFalse(elsewhere && candidate.placements().contains(Placement.WEIGHTS));
        }
        Plan silent = plan.withOutcome(new Outcome(0.8, 0.9, 0.85, 0.6, 4.0, null, null, null, 1));
        PlacementSearch without = Placements.of(silent, SampleComparisons.book(), both);
        assertTrue(without.frontier().stream().noneMatch(c -> c.model().equals(other)));
        assertTrue(without.uncompared().orElseThrow().contains("openai/gpt-4.1-mini"));
    }

    @Test
    void otherModelsMayTakeThePlace() {
        Plan nowhere = SampleComparisons.unpriced();
        Constraints constraints = Constraints.of(nowhere)
                .withModels(ModelChoice.of(
                        List.of(SampleComparisons.copilot().inference().model())));
        PlacementSearch search = Placements.of(nowhere, BOOK, constraints);
        assertEquals(
                SampleComparisons.copilot().inference().model(),
                search.cheapest().orElseThrow().model());
        assertTrue(search.bestNamed().isEmpty());
        assertTrue(search.saved().isEmpty());
    }

    /** Trying every model with every placement finds no more, and a search over models never ends dearer than one without. */
    @Test
    void searchesOverModelsAsTryingAllDoes() {
        List<PriceRef> others = List.of(
                PriceRef.parse("openai/gpt-4.1-mini"),
                PriceRef.parse("openai/gpt-4.1"),
                PriceRef.parse("anthropic/claude-haiku-4-5"));
        Seeded.forAll(4, random -> {
            Plan begun = drawn(random);
            double least = random.maybe() ? 0 : 0.8;
            Plan plan = least == 0
                    ? begun
                    : begun.withOutcome(new Outcome(0.85, null, 0.9, 0.85, 0.6, 4.0, null, null, null, 1))
                            .withModels(List.of(
                                    stated(others.get(0), 0.82), stated(others.get(1), random.between(0.7, 0.9))));
            Constraints own = Constraints.of(plan)
                    .withModels(ModelChoice.OWN.withSuccess(least))
                    .withFirstTokenSeconds(random.between(1, 6));
            Constraints wide = own.withModels(ModelChoice.of(others).withSuccess(least));
            PlacementSearch search = Placements.of(plan, BOOK, wide);
            assertTrue(search.proven());
            double best = Double.POSITIVE_INFINITY;
            for (PriceRef model : search.models()) {
                for (List<Placement> placements :
                        Sensible.of(plan.items(), own.personal()).all()) {
                    if (Trial.best(plan, model, placements, BOOK).evaluate(plan) instanceof Evaluation.Priced priced
                            && priced.feasible()
                            && priced.firstToken().expected() <= wide.firstTokenSeconds()
                            && (least == 0 || Adaptation.success(priced.architecture(), plan) >= least)) {
                        best = Math.min(best, priced.ranked());
                    }
                }
            }
            double found = search.cheapest().map(Candidate::ranked).orElse(Double.POSITIVE_INFINITY);
            assertEquals(best, found, 1e-9 * Math.abs(best));
            double without = Placements.of(plan, BOOK, own)
                    .cheapest()
                    .map(Candidate::ranked)
                    .orElse(Double.POSITIVE_INFINITY);
            assertTrue(found <= without);
            search.split().ifPresent(s -> assertEquals(s.all(), s.byModel() + s.byDesign(), 1e-6));
        });
    }

    private static StatedModel stated(PriceRef model, double prompted) {
        return new StatedModel(model, prompted, null, null, null, null, null, null);
    }

    /** What today's design costs less on the other model is the model's; the rest is the design's. */
    @Test
    void theSavingIsSplitByModelAndDesign() {
        Plan plan = plan(5000, 1_000_000);
        PriceRef other = new PriceRef("acme", "half");
        PriceBook book = book(
                model().prices("2", "0.2", "8"),
                model().called("acme/half").window(100_000).prices("1", "0.1", "4"));
        PlacementSearch search =
                Placements.of(plan, book, Constraints.of(plan).withModels(ModelChoice.of(List.of(other))));
        Candidate best = search.cheapest().orElseThrow();
        assertEquals(other, best.answers());
        double today = today(plan, plan.inference().model(), book);
        double half = today(plan, other, book);
        assertEquals(2, today / half, 1e-9);
        PlacementSearch.Split split = search.split().orElseThrow();
        assertEquals(today - best.cost(), split.all(), 1e-6);
        assertEquals(today - half, split.byModel(), 1e-6);
        assertEquals(half - best.cost(), split.byDesign(), 1e-6);
        assertTrue(split.byDesign() > 0);
    }

    private static double today(Plan plan, PriceRef model, PriceBook book) {
        return Comparison.todayOn(model, plan, book).orElseThrow().total();
    }

    @Test
    void onlyModelsThatMeetWhatIsAskedAreSearched() {
        PriceBook book = new PriceBook(PriceBookLoader.shipped(), List.of());
        Plan plan = SampleComparisons.copilot();
        ModelChoice anthropic = ModelChoice.ofVendors(Set.of("anthropic"));
        PlacementSearch us = Placements.of(plan, book, Constraints.of(plan).withModels(anthropic.withPlace("us")));
        LocalDate day = plan.inference().pricesAsOf();
        us.models()
                .forEach(m ->
                        assertTrue(book.surcharge(m, Modifier.PLACE, "us", day).isPresent(), m.toString()));
        // The plan's own model is left out where it misses what is asked, and said so.
        PlacementSearch nowhere =
                Placements.of(plan, book, Constraints.of(plan).withModels(anthropic.withPlace("mars")));
        assertTrue(nowhere.models().isEmpty());
        assertTrue(nowhere.cheapest().isEmpty());
        assertTrue(nowhere.left().stream()
                .anyMatch(l ->
                        l.model().equals(plan.inference().model()) && l.why().contains("region")));
        PlacementSearch known = Placements.of(plan, book, Constraints.of(plan).withModels(anthropic.withSuccess(0.5)));
        assertTrue(known.models().isEmpty(), "nobody has said how often any model succeeds");
        PlacementSearch wide =
                Placements.of(plan, book, Constraints.of(plan).withModels(anthropic.withWindow(900_000)));
        wide.models()
                .forEach(m -> assertTrue(
                        Objects.requireNonNull(book.model(m).orElseThrow().contextWindow()) >= 900_000));
        LocalDate end = day.plusMonths(Math.round(plan.finance().horizonMonths()));
        Placements.of(plan, book, Constraints.of(plan).withModels(anthropic)).models().stream()
                .filter(m -> !m.equals(plan.inference().model()))
                .map(m -> book.model(m).orElseThrow().retires())
                .filter(Objects::nonNull)
                .forEach(d -> assertFalse(d.isBefore(end)));
    }

    /** Anthropic takes a tenth more where requests stay in the US. */
    @Test
    void aRegionHasItsPrice() {
        PriceBook book = new PriceBook(PriceBookLoader.shipped(), List.of());
        PriceRef sonnet = PriceRef.parse("anthropic/claude-sonnet-5");
        Plan plan = plan(5000, 1_000_000);
        plan = plan.withInference(new Inference(sonnet, ServiceTier.STANDARD, LocalDate.parse("2026-11-01")));
        double anywhere = cheapest(plan, book, "");
        assertEquals(1.1 * anywhere, cheapest(plan, book, "us"), 1e-6 * anywhere);
        // Whoever takes it over pays it.
        Candidate found = Placements.of(plan, book, Constraints.of(plan).withModels(ModelChoice.OWN.withPlace("us")))
                .cheapest()
                .orElseThrow();
        Plan taken = PlacementEdit.apply(plan, found, "us", book);
        Evaluation.Priced weighed = (Evaluation.Priced)
                Trial.best(taken, sonnet, found.placements(), book).evaluate(taken);
        assertEquals(found.cost(), weighed.measures().tco(), 1e-6 * anywhere);
        assertEquals(found.cost(), cheapest(taken, book, "us"), 1e-6 * anywhere, "it is paid once");
    }

    private static double cheapest(Plan plan, PriceBook book, String place) {
        return Placements.of(plan, book, Constraints.of(plan).withModels(ModelChoice.OWN.withPlace(place)))
                .cheapest()
                .orElseThrow()
                .cost();
    }

    @Test
    void aSearchTellsHowFarItIs() {
        Plan few = Samples.plan("banking-copilot").orElseThrow();
        ContextItem like = few.items().get(0);
        Plan many = few.withItems(IntStream.range(0, 16)
                .mapToObj(i -> new ContextItem(
                        "item-" + i, "Item " + i, 500 + 100 * i, like.kind(), like.scope(), 0, like.placement()))
                .toList());
        for (Plan plan : List.of(few, many)) {
            List<Integer> tried = new ArrayList<>();
            List<Double> shares = new ArrayList<>();
            PlacementSearch search = Placements.of(plan, BOOK, Constraints.of(plan), 1, () -> false, (n, share) -> {
                tried.add(n);
                shares.add(share);
            });
            assertEquals(search.tried(), tried.getLast());
            assertEquals(tried.stream().sorted().toList(), tried);
            assertEquals(shares.stream().sorted().toList(), shares, "it never goes back");
            assertTrue(shares.stream().allMatch(s -> s >= 0 && s <= 1));
            assertEquals(search.proven(), shares.getLast() == 1, "all is done only where all were to be weighed");
        }
    }
}
