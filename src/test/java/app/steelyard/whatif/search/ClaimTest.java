package app.steelyard.whatif.search;

import static app.steelyard.Fixtures.book;
import static app.steelyard.Fixtures.model;
import static app.steelyard.Fixtures.plan;
import static app.steelyard.Fixtures.withTraffic;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Fixtures;
import app.steelyard.SampleComparisons;
import app.steelyard.Seeded;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.column.Columns;
import app.steelyard.cost.engine.Batch;
import app.steelyard.document.Samples;
import app.steelyard.plan.Finance;
import app.steelyard.plan.Inference;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.Retrieval;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.profile.PriceBookLoader;
import app.steelyard.text.Currency;
import app.steelyard.text.NumberReader;
import app.steelyard.text.Unit;
import app.steelyard.whatif.Result;
import app.steelyard.whatif.Subject;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClaimTest {
    private static final PriceBook BOOK = book(model().write("5m", "1.25").prices("1", "0.1", "5"));

    private static final PriceBook SHIPPED = new PriceBook(PriceBookLoader.shipped(), List.of());

    /** 5,000 tokens, a measured hit rate, output at five times the price of input. */
    private static Plan caching(double hitRate, double output) {
        Plan plan = withTraffic(plan(5000, 1_000_000), 1, 24, 1, output)
                .withRetrieval(new Retrieval(null, null, null, 0, 0, 0));
        return PlanField.MEASURED_HIT_RATE.with(plan, hitRate);
    }

    @Test
    void readsClaims() {
        for (String text : List.of(
                "saving-share(prompt-caching) >= 90 %",
                "tco(fine-tuning) < 50 % of tco(uncached)",
                "first-token(prompt-caching) <= 1.5 s",
                "payback(hybrid) <= 12 months",
                "npv > -1000",
                "cheapest = hybrid")) {
            assertEquals(
                    text, Claim.parse(text, NumberReader.plain(Currency.USD)).text());
        }
        assertEquals(
                Claim.parse("tco(hybrid) <= 300 % of tco(uncached)", NumberReader.plain(Currency.USD)),
                Claim.parse("TCO(hybrid) ≤ 3 x tco(uncached)", NumberReader.plain(Currency.USD)));
        assertEquals(
                Claim.parse("tco(hybrid) < 100 % of tco(uncached)", NumberReader.plain(Currency.USD)),
                Claim.parse("tco(hybrid)<tco(uncached)", NumberReader.plain(Currency.USD)));
        assertEquals(
                Claim.parse("payback <= 24", NumberReader.plain(Currency.USD)),
                Claim.parse("payback <= 2 years", NumberReader.plain(Currency.USD)));
        assertEquals(
                Claim.parse("tco <= 1200000", NumberReader.plain(Currency.USD)),
                Claim.parse("tco <= $1.2M", NumberReader.plain(Currency.USD)));
        assertEquals(
                Claim.parse("cheapest = prompt-caching", NumberReader.plain(Currency.USD)),
                Claim.parse("Cheapest = Prompt-Caching", NumberReader.plain(Currency.USD)));
    }

    @Test
    void saysWhatIsWrong() {
        assertWrong("caching wins", "is not a claim");
        assertWrong("tco > 3 > 2", "is not a claim");
        assertWrong("cost < 3", "no result 'cost'");
        assertWrong("tco(steam) < 3", "no design 'steam'");
        assertWrong("tco < many", "an amount of money");
        assertWrong("hit-rate < 3 months", "a share");
        assertWrong("tco = 3", ">= or <=");
        assertWrong("cheapest > hybrid", "followed by =");
        assertWrong("cheapest = steam", "no design 'steam'");
        assertWrong("tco < hit-rate", "same unit");
    }

    private static void assertWrong(String text, String words) {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> Claim.parse(text, NumberReader.plain(Currency.USD)), text)
                .getMessage();
        assertTrue(message.contains(words), message);
    }

    /** A discount of nine tenths on the price is one on the input only if every request hits. */
    @Test
    void ninetyPerCentIsADiscountAndNoSaving() {
        Claim input = Claim.parse(
                "input-cost(prompt-caching) <= 10 % of input-cost(uncached)", NumberReader.plain(Currency.USD));
        assertEquals(Claim.Verdict.HOLDS, finding(input, caching(1, 500)).verdict());
        Claim.Finding misses = finding(input, caching(0.9, 500));
        assertEquals(Claim.Verdict.FAILS, misses.verdict());
        // 0.9 · 0.1 + 0.1 · 1.25 = 0.215 instead of 0.1, of 5,000 dollars in each of 12 months.
        assertEquals(-0.115 * 5000 * 12, misses.margin(), 1e-6);
        Claim total = Claim.parse("saving-share(prompt-caching) >= 90 %", NumberReader.plain(Currency.USD));
        assertEquals(Claim.Verdict.FAILS, finding(total, caching(1, 500)).verdict());
        assertEquals(Claim.Verdict.HOLDS, finding(total, caching(1, 0)).verdict());
    }

    private static Claim.Finding finding(Claim claim, Plan plan) {
        return claim.in(Comparison.of(plan, BOOK));
    }

    @Test
    void saysWhereItHolds() {
        // With 500 output tokens: 7,500 a month uncached; half of it saved needs 1.25 − 1.15 h ≤ 0.25 of the input.
        Claim claim = Claim.parse("saving-share(prompt-caching) >= 50 %", NumberReader.plain(Currency.USD));
        Claim.Check check = claim.check(
                caching(0.5, 500),
                BOOK,
                List.of(PlanField.MEASURED_HIT_RATE, PlanField.OUTPUT_TOKENS, PlanField.DATASET_TOKENS),
                () -> false);
        assertEquals(Claim.Verdict.FAILS, check.finding().verdict());
        Claim.Along hitRate = check.along().get(0);
        assertEquals(1, hitRate.holds().size());
        assertEquals(1 / 1.15, hitRate.holds().get(0).from(), 1e-9);
        assertEquals(1, hitRate.holds().get(0).to());
        // At half hits 0.325 of the input is saved, never half of all.
        assertTrue(check.along().get(1).holds().isEmpty());
        assertTrue(check.along().get(2).alike());
    }

    @Test
    void whatHasNoPriceIsNotKnown() {
        Comparison comparison = SampleComparisons.compare(SampleComparisons.withoutTuning());
        for (String text :
                List.of("tco(fine-tuning) > 0", "tco(uncached) < tco(fine-tuning)", "cheapest = fine-tuning")) {
            assertEquals(
                    Claim.Verdict.UNKNOWN,
                    Claim.parse(text, NumberReader.plain(Currency.USD))
                            .in(comparison)
                            .verdict(),
                    text);
        }
    }

    @Test
    void winningHasAMargin() {
        Comparison comparison = SampleComparisons.compare(SampleComparisons.copilot());
        Subject winner =
                Subject.of(comparison.cheapest().orElseThrow().architecture().design());
        assertTrue(new Claim.Wins(winner).in(comparison).margin() > 0);
        Claim.Finding loser = new Claim.Wins(Subject.UNCACHED).in(comparison);
        assertEquals(Claim.Verdict.FAILS, loser.verdict());
        assertEquals(
                comparison.cheapest().orElseThrow().measures().tco()
                        - Result.parse("tco(uncached)").of(comparison),
                loser.margin(),
                1e-6);
        assertEquals(Unit.MONEY, new Claim.Wins(winner).unit());
    }

    @Test
    void publishedClaimsCanBeChecked() {
        List<PublishedClaim> claims = PublishedClaim.shipped();
        assertFalse(claims.isEmpty());
        Set<String> ids = new HashSet<>();
        Comparison comparison = SampleComparisons.compare(SampleComparisons.copilot());
        for (PublishedClaim claim : claims) {
            assertTrue(ids.add(claim.id()), claim.id());
            assertFalse(claim.quotation().isBlank()
                    || claim.source().isBlank()
                    || claim.date().isBlank());
            assertEquals(claim.claim(), Claim.parse(claim.claim().text(), NumberReader.plain(Currency.USD)));
            assertTrue(claim.claim().in(comparison).verdict() != Claim.Verdict.UNKNOWN, claim.id());
        }
    }

    @Test
    void horizonsAreWholeMonths() {
        Plan plan = PlanField.CACHING_WEEKS.with(caching(1, 0), 3);
        Claim claim = Claim.parse("saving(prompt-caching) > 0", NumberReader.plain(Currency.USD));
        PlanNumber horizon = PlanField.HORIZON_MONTHS;
        // 4,500 a month against 12,000 of work.
        Claim.Along along = along(claim, plan, BOOK, horizon);
        assertEquals(3, along.holds().get(0).from());
        assertEquals(120, along.holds().get(0).to());
    }

    /** Sums of a batch and a whole comparison give the same verdict wherever a claim is about either. */
    @Test
    void rowsJudgeAsComparisonsDo() {
        Plan plan = SampleComparisons.copilot();
        PriceBook book = SampleComparisons.book();
        List<Claim> claims = Stream.of(
                        "cheapest = prompt-caching",
                        "cheapest = hybrid",
                        "tco(hybrid) < tco(uncached)",
                        "saving-share >= 60 %",
                        "npv(fine-tuning) > 0",
                        "average-month(retrieval) <= 20,000",
                        "present-value(hybrid) <= 80 % of present-value(uncached)",
                        "saving(prompt-caching) >= 500,000",
                        "set-up(hybrid) <= 50,000")
                .map(c -> Claim.parse(c, NumberReader.plain(Currency.USD)))
                .toList();
        Seeded.forAll(20, random -> {
            Plan at = PlanField.REQUESTS_PER_MONTH.with(plan, random.scaled(1e3, 1e7));
            at = PlanField.RETRIEVED_TOKENS.with(at, random.scaled(10, 1e4));
            at = PlanField.ENGINEERING_WEEK_COST.with(at, random.scaled(100, 1e5));
            Batch batch = Batch.of(plan, book);
            for (Claim claim : claims) {
                Columns in = batch.columns(1);
                for (PlanField field : List.of(
                        PlanField.REQUESTS_PER_MONTH, PlanField.RETRIEVED_TOKENS, PlanField.ENGINEERING_WEEK_COST)) {
                    in.vary(field)[0] = field.get(at);
                }
                assertEquals(
                        claim.in(Comparison.of(at, book)).verdict().ordinal(),
                        ClaimRows.of(claim, batch).orElseThrow().verdicts(in)[0],
                        claim.text());
            }
            assertTrue(ClaimRows.of(Claim.parse("hit-rate >= 0.5", NumberReader.plain(Currency.USD)), batch)
                    .isEmpty());
        });
    }

    /** The clinical extractor's tuned model has stopped answering by then, and so has today's model. */
    @Test
    void saysWhoseFiguresStandThoughItCannotDoTheJob() {
        Plan plan = Samples.plan("clinical-extractor").orElseThrow();
        PriceBook book = SHIPPED;
        Claim cheaper = Claim.parse("tco(fine-tuning) < tco(uncached)", NumberReader.plain(Currency.USD));
        assertEquals(List.of(), cheaper.remarks(Comparison.of(plan, book)));
        Inference inference = plan.inference();
        Plan late = plan.withInference(new Inference(inference.model(), inference.tier(), LocalDate.of(2027, 2, 1)));
        Claim.Check check = cheaper.check(late, book, List.of(), () -> false);
        assertEquals(Claim.Verdict.HOLDS, check.finding().verdict());
        assertEquals(2, check.remarks().size());
        assertTrue(
                check.remarks()
                        .get(0)
                        .startsWith("Fine-tuning cannot do the job: Tuned models of GPT-4.1 mini stopped answering on"
                                + " 2027-01-14."),
                check.remarks().get(0));
        assertEquals(
                "Uncached cannot do the job: GPT-4.1 retired on 2027-01-14.",
                check.remarks().get(1));
        // Nothing is cheaper, and it is not the cheapest all the same: that is not 0.00 short.
        Claim wins = Claim.parse("cheapest = fine-tuning", NumberReader.plain(Currency.USD));
        Claim.Finding finding = wins.in(Comparison.of(late, book));
        assertEquals(Claim.Verdict.FAILS, finding.verdict());
        assertTrue(wins.by(finding).isEmpty());
        assertEquals(check.remarks().subList(0, 1), wins.remarks(Comparison.of(late, book)));
    }

    @Test
    void aClaimAboutTheCheapestSaysWhoWasNotCompared() {
        PriceBook book = Fixtures.book(Fixtures.model().prices("1", "0.1", "5"));
        Comparison comparison = Comparison.of(Fixtures.plan(5000, 1_000_000), book);
        List<String> named = List.of("Not compared, as a price, a rate or an offer is missing: Fine-tuning.");
        assertEquals(
                named,
                Claim.parse("cheapest = prompt-caching", NumberReader.plain(Currency.USD))
                        .remarks(comparison));
        assertEquals(
                named,
                Claim.parse("tco < tco(uncached)", NumberReader.plain(Currency.USD))
                        .remarks(comparison));
        assertEquals(
                List.of(),
                Claim.parse("tco(prompt-caching) < tco(uncached)", NumberReader.plain(Currency.USD))
                        .remarks(comparison));
    }

    /** Nothing lies between 2 and 3 months of a whole number, so that no value belongs to two stretches. */
    @Test
    void stretchesOfWholeNumbersDoNotOverlap() {
        Claim claim = Claim.parse("tco(fine-tuning) <= tco(prompt-caching)", NumberReader.plain(Currency.USD));
        Plan plan = Samples.plan("clinical-extractor").orElseThrow();
        List<Claim.Stretch> stretches =
                along(claim, plan, SHIPPED, PlanField.HORIZON_MONTHS).stretches();
        assertTrue(stretches.size() > 1);
        assertEquals(1, stretches.get(0).from());
        for (int i = 1; i < stretches.size(); i++) {
            assertEquals(stretches.get(i).from() - 1, stretches.get(i - 1).to());
        }
        assertEquals(120, stretches.get(stretches.size() - 1).to());
        for (Claim.Stretch stretch : stretches) {
            for (double end : List.of(stretch.from(), stretch.to())) {
                Plan at = PlanField.HORIZON_MONTHS.with(plan, end);
                assertEquals(
                        stretch.verdict(), claim.in(Comparison.of(at, SHIPPED)).verdict());
            }
        }
    }

    /** Yen have no decimals, so sums a third of one apart are shown as the same; of dollars they are not. */
    @Test
    void sumsTieAtTheSmallestUnitOfTheirCurrency() {
        Plan dollars = Fixtures.plan(5000, 1_000_000);
        Finance of = dollars.finance();
        Plan yen = dollars.withFinance(new Finance(
                of.horizonMonths(),
                of.discountRatePerYear(),
                of.timing(),
                new Currency("JPY"),
                of.exchangeRate(),
                of.engineeringWeekCost()));
        Claim.Compares less =
                (Claim.Compares) Claim.parse("tco(prompt-caching) < tco(uncached)", NumberReader.plain(Currency.USD));
        assertEquals(
                Claim.Verdict.TIES, less.judge(1000.3, 1000, Claim.apart(yen)).verdict());
        assertEquals(
                Claim.Verdict.FAILS,
                less.judge(1000.3, 1000, Claim.apart(dollars)).verdict());
        assertEquals(
                Claim.Verdict.TIES,
                Claim.Wins.judge(1000, true, 1000.3, false, Claim.apart(yen)).verdict());
        assertEquals(
                Claim.Verdict.HOLDS,
                Claim.Wins.judge(1000, true, 1000.3, false, Claim.apart(dollars))
                        .verdict());
    }

    /** With no item in the weights the hybrid is nothing but caching under another name. */
    @Test
    void whatIsTheSameIsATie() {
        PriceBook book = Fixtures.book(Fixtures.model().prices("1", "0.1", "5"));
        Plan plan = Fixtures.plan(5000, 1_000_000);
        Claim hybrid = Claim.parse("cheapest = hybrid", NumberReader.plain(Currency.USD));
        Claim.Check check = hybrid.check(plan, book);
        assertEquals(Claim.Verdict.TIES, check.finding().verdict());
        assertTrue(
                check.tie().orElseThrow().contains("Prompt caching"),
                check.tie().orElseThrow());
        assertEquals(
                Claim.Verdict.HOLDS,
                Claim.parse("cheapest = prompt-caching", NumberReader.plain(Currency.USD))
                        .check(plan, book)
                        .finding()
                        .verdict());
        // Below the provider's minimum nothing is cached, and both pay the same.
        PriceBook minimum = Fixtures.book(Fixtures.model().minimum(1024, 1).prices("1", "0.1", "5"));
        Plan small = Fixtures.plan(500, 1_000_000);
        for (String tie : List.of("cheapest = prompt-caching", "tco(prompt-caching) < tco(uncached)")) {
            Claim.Check found =
                    Claim.parse(tie, NumberReader.plain(Currency.USD)).check(small, minimum);
            assertEquals(Claim.Verdict.TIES, found.finding().verdict(), tie);
            assertTrue(found.tie().isPresent());
        }
        assertEquals(
                Claim.Verdict.HOLDS,
                Claim.parse("tco(prompt-caching) <= tco(uncached)", NumberReader.plain(Currency.USD))
                        .check(small, minimum)
                        .finding()
                        .verdict());
    }

    @Test
    void publishedClaimsHaveTitlesOfTheirOwn() {
        List<String> titles = PublishedClaim.shipped().stream()
                .map(PublishedClaim::title)
                .distinct()
                .toList();
        assertEquals(PublishedClaim.shipped().size(), titles.size());
        assertTrue(titles.stream().noneMatch(t -> t.isBlank() || t.matches(".*[<>=(].*")), titles::toString);
    }

    @Test
    void severalAtOnceComeToWhatEachComesTo() {
        Plan plan = Samples.plan("banking-copilot").orElseThrow();
        List<Claim> claims =
                PublishedClaim.shipped().stream().map(PublishedClaim::claim).toList();
        List<PlanNumber> numbers = List.of(PlanField.REQUESTS_PER_MONTH, PlanField.HORIZON_MONTHS);
        assertEquals(
                claims.stream()
                        .map(c -> c.check(plan, SHIPPED, numbers, () -> false))
                        .toList(),
                Claim.checks(claims, plan, SHIPPED, numbers, () -> false));
    }

    private static Claim.Along along(Claim claim, Plan plan, PriceBook book, PlanNumber number) {
        return claim.check(plan, book, List.of(number), () -> false).along().getFirst();
    }
}
