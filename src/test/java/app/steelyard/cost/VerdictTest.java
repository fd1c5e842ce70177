package app.steelyard.cost;

import static app.steelyard.Fixtures.book;
import static app.steelyard.Fixtures.item;
import static app.steelyard.Fixtures.model;
import static app.steelyard.Fixtures.plan;
import static app.steelyard.Fixtures.withTraffic;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.VerdictCase;
import app.steelyard.cost.Verdict.Today;
import app.steelyard.cost.result.Driver;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.plan.Design;
import app.steelyard.plan.Plan;
import app.steelyard.plan.Retrieval;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictTest {
    private static Verdict.Cheapest cheapest(VerdictCase of) {
        return assertInstanceOf(Verdict.Cheapest.class, of.comparison().verdict());
    }

    private static Design design(Evaluation evaluation) {
        return evaluation.architecture().design();
    }

    private static List<Design> designs(List<? extends Evaluation> evaluations) {
        return evaluations.stream().map(VerdictTest::design).toList();
    }

    @Test
    void theCheapestIsHeldAgainstTodayAndTheNext() {
        Verdict.Cheapest verdict = cheapest(VerdictCase.SAVES);
        assertEquals(Design.PROMPT_CACHING, design(verdict.best()));
        Margin margin = assertInstanceOf(Today.Fit.class, verdict.today()).margin();
        assertEquals(Design.UNCACHED, design(margin.other()));
        assertTrue(margin.less().value() > 0 && !margin.tie());
        // Each is the difference of amounts as they are shown, to the cent.
        assertEquals(margin.less().value() / 12, margin.lessPerMonth().value(), 0.011);
        assertEquals(Driver.INPUT, margin.lessOn().orElseThrow().driver());
        assertEquals(Driver.CACHE_READ, margin.moreOn().orElseThrow().driver());
        assertEquals(
                margin.less().value(),
                margin.lessOn()
                        .orElseThrow()
                        .amount()
                        .minus(margin.moreOn().orElseThrow().amount())
                        .value(),
                0.01);
        assertEquals(Design.UNCACHED, design(verdict.next().orElseThrow().other()));
        assertEquals(List.of(Design.FINE_TUNING), designs(verdict.uncompared()));
        assertEquals(List.of(), verdict.tempting());
    }

    @Test
    void nothingIsSaidAgainstTodayWhereItIsTheCheapest() {
        Verdict.Cheapest verdict = cheapest(VerdictCase.TODAY_IS_BEST);
        assertInstanceOf(Today.Best.class, verdict.today());
        assertTrue(verdict.againstToday().isEmpty());
        assertEquals(Design.UNCACHED, design(verdict.next().orElseThrow().other()));
        assertTrue(verdict.next().orElseThrow().less().value() > 0);
    }

    @Test
    void nobodyLeavesTodayForWhatCostsTheSame() {
        Verdict.Cheapest verdict = cheapest(VerdictCase.TIE);
        assertInstanceOf(Today.Best.class, verdict.today());
        assertTrue(verdict.next().orElseThrow().tie());
        assertEquals(Design.PROMPT_CACHING, design(verdict.next().orElseThrow().other()));
    }

    @Test
    void centsOverTheHorizonAreNoTie() {
        Margin margin = cheapest(VerdictCase.HARDLY).againstToday().orElseThrow();
        assertTrue(margin.less().value() > 0.01 && margin.lessPerMonth().value() < 0.005, margin.toString());
        assertTrue(!margin.tie());
    }

    @Test
    void todayIsNoMeasureWhereItCannotDoTheJob() {
        Verdict.Cheapest dear = cheapest(VerdictCase.TODAY_UNFIT_AND_CHEAPER);
        Margin more = assertInstanceOf(Today.Unfit.class, dear.today()).margin();
        assertEquals(Design.RETRIEVAL, design(dear.best()));
        assertTrue(more.less().value() < 0);
        assertEquals(Driver.PEOPLE, more.moreOn().orElseThrow().driver());
        assertEquals(12_000, more.moreOn().orElseThrow().amount().value(), 1e-9);
        assertEquals(List.of(Design.PROMPT_CACHING, Design.UNCACHED), designs(dear.tempting()));
        assertTrue(dear.next().isEmpty());

        Verdict.Cheapest cheap = cheapest(VerdictCase.TODAY_UNFIT_AND_DEARER);
        Margin less = assertInstanceOf(Today.Unfit.class, cheap.today()).margin();
        assertTrue(less.less().value() > 0);
        assertEquals(List.of(), cheap.tempting());
    }

    @Test
    void aDesignOfTodayWithoutAPriceIsNotCompared() {
        Verdict.Cheapest verdict = cheapest(VerdictCase.TODAY_UNPRICED);
        assertEquals(
                Design.FINE_TUNING,
                design(assertInstanceOf(Today.Unpriced.class, verdict.today()).evaluation()));
        assertTrue(verdict.againstToday().isEmpty());
        assertEquals(Design.UNCACHED, design(verdict.next().orElseThrow().other()));
    }

    @Test
    void whereNothingFitsAndWhereNothingHasAPriceThereIsNoCheapest() {
        Verdict.NoneFit none = assertInstanceOf(
                Verdict.NoneFit.class, VerdictCase.NONE_FIT.comparison().verdict());
        assertEquals(3, none.unfit().size());
        // Retrieval reads 2,500 tokens; whatever else is told of it does not keep it from the job.
        Evaluation.Priced retrieval = none.unfit().stream()
                .filter(e -> design(e) == Design.RETRIEVAL)
                .findFirst()
                .orElseThrow();
        assertEquals(
                List.of("The prompt of 2,500 tokens is longer than the 100 that Test model takes in."),
                retrieval.obstacles());
        assertEquals(List.of(), cheapest(VerdictCase.SAVES).best().obstacles());
        Verdict.Unpriced unpriced = assertInstanceOf(
                Verdict.Unpriced.class, VerdictCase.UNPRICED.comparison().verdict());
        assertEquals(4, unpriced.uncompared().size());
    }

    /** What a verdict holds is of the comparison, each design in one place and none cheaper than the cheapest. */
    @ParameterizedTest
    @EnumSource
    void itAgreesWithTheComparison(VerdictCase of) {
        Comparison comparison = of.comparison();
        assertEquals(comparison.unpriced(), comparison.verdict().uncompared());
        if (comparison.verdict() instanceof Verdict.Cheapest verdict) {
            double least = verdict.best().measures().tco();
            assertEquals(comparison.cheapest().orElseThrow(), verdict.best());
            assertTrue(comparison.priced().stream()
                    .filter(Evaluation.Priced::feasible)
                    .allMatch(e -> e.measures().tco() >= least - 1e-9));
            verdict.tempting()
                    .forEach(e -> assertTrue(!e.feasible() && e.measures().tco() < least));
            verdict.next()
                    .ifPresent(
                            m -> assertTrue(m.other().feasible() && !m.other().equals(m.one())));
        }
    }

    @Test
    void wherePromptsAreAllThereIsOneDesignIsTheOnlyOne() {
        Plan plan = plan(0, 1000).withItems(List.of(item("question", 500, Kind.INFORMATION, Scope.REQUEST, 0)));
        Verdict.Cheapest only = assertInstanceOf(
                Verdict.Cheapest.class,
                Comparison.of(plan, book(model().prices("1", "0.1", "5"))).verdict());
        assertTrue(only.only() && only.next().isEmpty());
        assertFalse(cheapest(VerdictCase.SAVES).only());
    }

    /** Its settings lose money in the cache, and the traffic needs a second key: one is to beware of, one is good to know. */
    @Test
    void onlyWarningsAreToBewareOf() {
        Plan plan = withTraffic(plan(0, 1_000_000), 2000, 24, 1, 0)
                .withItems(List.of(
                        item("handbook", 20_000, Kind.INFORMATION, Scope.SHARED, 0),
                        item("settings", 500, Kind.INFORMATION, Scope.TENANT, 0)))
                .withRetrieval(new Retrieval(null, null, null, 0, 0, 0));
        Verdict.Cheapest verdict = assertInstanceOf(
                Verdict.Cheapest.class,
                Comparison.of(
                                plan,
                                book(model().keyLimit("15").write("5m", "1.25").prices("1", "0.1", "5")))
                        .verdict());
        assertEquals(Design.PROMPT_CACHING, design(verdict.best()));
        assertEquals(2, verdict.best().notices().size(), verdict.best().notices()::toString);
        assertEquals(1, verdict.beware().size());
        assertTrue(verdict.beware().get(0).text().startsWith("“settings” hits the cache only"));
        assertEquals(List.of(), cheapest(VerdictCase.SAVES).beware());
    }

    @Test
    void whatCostsTheSameSpendsNeitherMoreNorLess() {
        Evaluation.Priced best = cheapest(VerdictCase.SAVES).best();
        Margin none = new Margin(best, best);
        assertTrue(none.tie() && none.lessOn().isEmpty() && none.moreOn().isEmpty());
        assertEquals(0, none.less().value());
        // Cents over the horizon show as cents: they are told.
        Margin hardly = cheapest(VerdictCase.HARDLY).againstToday().orElseThrow();
        assertEquals(Driver.INPUT, hardly.lessOn().orElseThrow().driver());
    }
}
