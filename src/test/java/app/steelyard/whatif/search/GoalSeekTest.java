package app.steelyard.whatif.search;

import static app.steelyard.Fixtures.book;
import static app.steelyard.Fixtures.item;
import static app.steelyard.Fixtures.model;
import static app.steelyard.Fixtures.plan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.SampleComparisons;
import app.steelyard.Seeded;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.result.Measure;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.Retrieval;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.LongContext;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.Currency;
import app.steelyard.text.NumberReader;
import app.steelyard.whatif.Result;
import app.steelyard.whatif.SearchSpan;
import app.steelyard.whatif.Subject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GoalSeekTest {
    private static final PriceBook PLAIN = book(model().prices("1", "0.1", "5"));

    /** A value is drawn, its result computed, and the search has to find a value with that very result. */
    @Test
    void invertsTheCostFunction() {
        PriceBook book = SampleComparisons.book();
        Plan copilot = SampleComparisons.copilot();
        List<PlanNumber> numbers = Stream.concat(
                        Switching.numbers(copilot).stream(),
                        Stream.of(PlanField.LATENCY_UNCACHED, PlanField.DISCOUNT_RATE, PlanField.RETRY_RATE))
                .filter(n -> !n.whole())
                .toList();
        List<Result> results = Stream.of(
                        "tco",
                        "tco(uncached)",
                        "tco(hybrid)",
                        "saving(prompt-caching)",
                        "npv(fine-tuning)",
                        "first-month(retrieval)",
                        "cost-per-request(hybrid)",
                        "saving-share(prompt-caching)",
                        "hit-rate(prompt-caching)",
                        "first-token(prompt-caching)",
                        "payback(prompt-caching)")
                .map(Result::parse)
                .toList();
        Seeded.forAll(24, random -> {
            PlanNumber number = random.oneOf(numbers);
            Result result = random.oneOf(results);
            SearchSpan span = SearchSpan.of(copilot, number);
            double value = span.at(random.between(0.02, 0.98));
            double target = result.of(Comparison.of(number.with(copilot, value), book));
            if (!Double.isFinite(target)) {
                return;
            }
            GoalAnswer answer = GoalSeek.solve(copilot, book, number, new Goal.Reaches(result, target), () -> false);
            GoalAnswer.Found found = assertInstanceOf(
                    GoalAnswer.Found.class, answer, number.path() + " at " + value + " for " + result + ": " + answer);
            for (GoalAnswer.Solution solution : found.solutions()) {
                double again = result.of(Comparison.of(number.with(copilot, solution.from()), book));
                assertEquals(target, again, 1e-9 * Math.abs(target), number.path() + " " + result + " " + solution);
            }
        });
    }

    @Test
    void solvesForRequests() {
        GoalAnswer.Found found = assertInstanceOf(
                GoalAnswer.Found.class,
                GoalSeek.solve(
                        plan(5000, 1000),
                        PLAIN,
                        PlanField.REQUESTS_PER_MONTH,
                        new Goal.Reaches(Result.parse("first-month(uncached)"), 5000),
                        () -> false));
        assertEquals(1, found.solutions().size());
        assertEquals(1_000_000, found.solutions().get(0).from(), 1e-3);
        assertTrue(found.jumps().isEmpty());
    }

    /** Above 200,000 tokens the whole request costs twice as much: no prompt costs a dollar. */
    @Test
    void aJumpIsNoRoot() {
        PriceBook book = book(model().longContext(200_000, LongContext.Rule.WHOLE_REQUEST, "6", "0.6", "22.5")
                .prices("3", "0.3", "15"));
        Plan plan = plan(1000, 1);
        PlanNumber tokens = PlanNumber.at(plan, "items.context.tokens").orElseThrow();
        GoalAnswer.Never never = assertInstanceOf(
                GoalAnswer.Never.class,
                GoalSeek.solve(
                        plan, book, tokens, new Goal.Reaches(Result.parse("first-month(uncached)"), 1), () -> false));
        GoalAnswer.Jump jump = never.jumps().get(0);
        assertEquals(200_000, jump.before(), 1e-6);
        assertEquals(200_000, jump.after(), 1e-6);
        assertEquals(0.6, jump.resultBefore(), 1e-9);
        assertEquals(1.2, jump.resultAfter(), 1e-9);
        assertTrue(never.why().contains("jumps over"), never.why());
        assertEquals(1.2, never.nearest().orElseThrow().result(), 1e-9);
    }

    @Test
    void breakEvenAndAStretchOfSolutions() {
        PriceBook book = book(model().write("5m", "1.25").prices("1", "0.1", "5"));
        Plan plan = PlanField.MEASURED_HIT_RATE.with(plan(5000, 1_000_000), 0.5);
        GoalAnswer.Found hitRate = assertInstanceOf(
                GoalAnswer.Found.class,
                GoalSeek.solve(
                        plan,
                        book,
                        PlanField.MEASURED_HIT_RATE,
                        new Goal.Reaches(Result.parse("saving(prompt-caching)"), 0),
                        () -> false));
        assertEquals(0.2173913043478261, hitRate.solutions().get(0).from(), 1e-9);

        // Total cost of the cheapest over tenants rises with the misses until caching is given up; then it stays.
        Plan tenants =
                plan(5000, 1_000_000).withItems(List.of(item("context", 5000, Kind.INFORMATION, Scope.TENANT, 0)));
        double uncached = Result.parse("tco(uncached)").of(Comparison.of(tenants, book));
        GoalAnswer.Found stays = assertInstanceOf(
                GoalAnswer.Found.class,
                GoalSeek.solve(
                        tenants,
                        book,
                        PlanField.TENANTS,
                        new Goal.Reaches(Result.of(Measure.TCO), uncached),
                        () -> false));
        assertTrue(stays.solutions().get(0).stretch(), stays.toString());
        assertEquals(PlanField.TENANTS.max(), stays.solutions().get(0).to());
    }

    /** Half of the requests in 6 of 24 hours, or in 18 of them, is the same traffic. */
    @Test
    void twoRootsOfACurveThatTurns() {
        PriceBook book = book(model().write("5m", "2").prices("1", "0.1", "5"));
        Plan plan = PlanField.ACTIVE_SHARE.with(plan(5000, 3000), 0.5);
        Result hitRate = Result.parse("hit-rate(prompt-caching)");
        double target = hitRate.of(Comparison.of(PlanField.ACTIVE_HOURS_PER_DAY.with(plan, 6), book));
        GoalAnswer.Found found = assertInstanceOf(
                GoalAnswer.Found.class,
                GoalSeek.solve(
                        plan, book, PlanField.ACTIVE_HOURS_PER_DAY, new Goal.Reaches(hitRate, target), () -> false));
        assertEquals(
                List.of(6L, 18L),
                found.solutions().stream()
                        .map(s -> Math.round(s.from() * 1e6) / 1_000_000)
                        .sorted()
                        .toList());
    }

    @Test
    void monthsAreWhole() {
        Plan plan = plan(5000, 1_000_000);
        Result uncached = Result.parse("tco(uncached)");
        GoalAnswer.Found found = assertInstanceOf(
                GoalAnswer.Found.class,
                GoalSeek.solve(plan, PLAIN, PlanField.HORIZON_MONTHS, new Goal.Reaches(uncached, 35_000), () -> false));
        assertEquals(7, found.solutions().get(0).from());
        GoalAnswer.Never never = assertInstanceOf(
                GoalAnswer.Never.class,
                GoalSeek.solve(plan, PLAIN, PlanField.HORIZON_MONTHS, new Goal.Reaches(uncached, 37_000), () -> false));
        assertEquals(7, never.jumps().get(0).before());
        assertEquals(8, never.jumps().get(0).after());
        assertEquals(7, never.nearest().orElseThrow().value());
    }

    @Test
    void saysWhyNot() {
        Plan plan = plan(5000, 1_000_000);
        assertWhy(plan, PlanField.LATENCY_BASE, "tco(uncached)", 1, "does not depend");
        assertWhy(plan, PlanField.REQUESTS_PER_MONTH, "tco(uncached)", -1, "never falls to");
        assertWhy(plan, PlanField.RETRY_RATE, "first-month(uncached)", 20_000, "never rises to");
        assertWhy(plan, PlanField.EXCHANGE_RATE, "tco(uncached)", 1, "cannot be anything else");
        assertWhy(SampleComparisons.withoutTuning(), PlanField.REQUESTS_PER_MONTH, "tco(fine-tuning)", 1, "not known");
    }

    private static void assertWhy(Plan plan, PlanNumber number, String result, double target, String words) {
        PriceBook book = plan.items().size() > 1 ? SampleComparisons.book() : PLAIN;
        GoalAnswer.Never never = assertInstanceOf(
                GoalAnswer.Never.class,
                GoalSeek.solve(plan, book, number, new Goal.Reaches(Result.parse(result), target), () -> false));
        assertTrue(never.why().contains(words), never.why());
    }

    @Test
    void readsGoals() {
        assertEquals(
                new Goal.Reaches(Result.parse("tco(hybrid)"), 100_000),
                Goal.parse(" TCO(hybrid) = $100,000", NumberReader.plain(Currency.USD)));
        assertEquals(
                new Goal.Reaches(Result.parse("saving-share"), 0.5),
                Goal.parse("saving-share = 50 %", NumberReader.plain(Currency.USD)));
        assertEquals(
                new Goal.Same(Result.parse("tco(prompt-caching)"), Result.parse("tco(retrieval)")),
                Goal.parse("tco(caching) = tco(RAG)", NumberReader.plain(Currency.USD)));
        assertEquals(
                new Goal.Cheapest(Subject.HYBRID), Goal.parse("Cheapest = hybrid", NumberReader.plain(Currency.USD)));
        for (String wrong : List.of(
                "tco",
                "tco = ",
                "tco = many",
                "cost = 3",
                "tco(steam) = 3",
                "a = b = c",
                "tco = irr",
                "cheapest = cheapest",
                "cheapest = 3")) {
            assertThrows(
                    IllegalArgumentException.class, () -> Goal.parse(wrong, NumberReader.plain(Currency.USD)), wrong);
        }
        String told = String.valueOf(assertThrows(
                        IllegalArgumentException.class, () -> Goal.parse("tco", NumberReader.plain(Currency.USD)))
                .getMessage());
        for (String possible : List.of("cheapest = ", "tco(retrieval)", "payback", "fine-tuning")) {
            assertTrue(told.contains(possible), told);
        }
    }

    private static GoalAnswer solve(Plan plan, PriceBook book, PlanNumber number, String goal) {
        return GoalSeek.solve(plan, book, number, Goal.parse(goal, NumberReader.plain(Currency.USD)), () -> false);
    }

    /** 1.25 times the input price for a write and a tenth for a read: both cost the same at (w − 1) / (w − r). */
    @Test
    void findsWhereTwoDesignsCostTheSameAndWhereOneIsTheCheapest() {
        PriceBook book = book(model().write("5m", "1.25").prices("1", "0.1", "5"));
        Plan plan = PlanField.MEASURED_HIT_RATE
                .with(plan(5000, 1_000_000), 0.9)
                .withRetrieval(new Retrieval(null, null, null, 0, 0, 0));
        double expected = 0.25 / 1.15;
        GoalAnswer.Found same = assertInstanceOf(
                GoalAnswer.Found.class, solve(plan, book, PlanField.MEASURED_HIT_RATE, "tco(caching) = tco(uncached)"));
        assertEquals(1, same.solutions().size());
        assertEquals(expected, same.solutions().get(0).from(), 1e-9);
        GoalAnswer.Found wins = assertInstanceOf(
                GoalAnswer.Found.class, solve(plan, book, PlanField.MEASURED_HIT_RATE, "cheapest = caching"));
        assertEquals(1, wins.solutions().size());
        assertEquals(expected, wins.solutions().get(0).from(), 1e-6, "where they tie to the cent");
        assertEquals(1, wins.solutions().get(0).to());
        GoalAnswer.Never never = assertInstanceOf(
                GoalAnswer.Never.class, solve(plan, book, PlanField.OUTPUT_TOKENS, "cheapest = uncached"));
        assertTrue(never.why().startsWith("Uncached is nowhere the cheapest"), never.why());
        assertTrue(never.why().contains("“Output tokens a request”"), never.why());
    }

    /** Wherever a design is said to be the cheapest it is, and elsewhere it is not. */
    @Test
    void whereItIsSaidToBeTheCheapestItIs() {
        PriceBook book = SampleComparisons.book();
        Plan plan = SampleComparisons.copilot();
        Seeded.forAll(8, random -> {
            PlanNumber number = random.oneOf(
                    List.of(PlanField.REQUESTS_PER_MONTH, PlanField.CACHING_WEEKS, PlanField.HORIZON_MONTHS));
            Subject design = random.oneOf(List.of(Subject.UNCACHED, Subject.PROMPT_CACHING, Subject.RETRIEVAL));
            GoalAnswer answer = solve(plan, book, number, "cheapest = " + design.key());
            double value = SearchSpan.of(plan, number).at(random.between(0, 1));
            double at = number.whole() ? Math.rint(value) : value;
            boolean said = answer instanceof GoalAnswer.Found found
                    && found.solutions().stream().anyMatch(s -> s.from() <= at && at <= s.to());
            Claim.Verdict verdict = new Claim.Wins(design)
                    .in(Comparison.of(number.with(plan, at), book))
                    .verdict();
            assertEquals(verdict == Claim.Verdict.HOLDS || verdict == Claim.Verdict.TIES, said, number + " " + at);
        });
    }

    @Test
    void aValueInsideAStretchIsRoundAndNearItsEnd() {
        GoalAnswer.Solution above = new GoalAnswer.Solution(192_545.62, 1e12, 0);
        assertEquals(193_000, above.inside(100, false));
        assertEquals(193_000, above.inside(100, true));
        GoalAnswer.Solution below = new GoalAnswer.Solution(0, 192_545.62, 0);
        assertEquals(190_000, below.inside(600_000, false));
        assertEquals(0, below.inside(-1, false));
        assertEquals(7, new GoalAnswer.Solution(7, 7, 0).inside(3, true));
        assertEquals(7, new GoalAnswer.Solution(7, 9, 0).inside(3, true));
        Seeded.forAll(500, random -> {
            double from = random.scaled(1e-6, 1e12);
            double to = from * (1 + random.scaled(1e-8, 1e3));
            GoalAnswer.Solution solution = new GoalAnswer.Solution(from, to, 0);
            double up = solution.inside(0, false);
            double down = solution.inside(2 * to, false);
            assertTrue(solution.holds(up) && up - from <= 0.02 * from, solution + " " + up);
            assertTrue(solution.holds(down) && to - down <= 0.02 * to, solution + " " + down);
        });
    }
}
