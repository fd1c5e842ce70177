package app.steelyard.cost.explain;

import static app.steelyard.Fixtures.book;
import static app.steelyard.Fixtures.item;
import static app.steelyard.Fixtures.model;
import static app.steelyard.Fixtures.plan;
import static app.steelyard.Fixtures.withTraffic;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Fixtures;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.column.Block;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Line;
import app.steelyard.cost.result.LineKind;
import app.steelyard.cost.result.Measure;
import app.steelyard.cost.result.Timing;
import app.steelyard.plan.Design;
import app.steelyard.plan.ExchangeRate;
import app.steelyard.plan.Finance;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.Retrieval;
import app.steelyard.plan.ServiceTier;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Growth;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.CacheLifetime;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.Profile;
import app.steelyard.pricing.RateCard;
import app.steelyard.pricing.TokenPrices;
import app.steelyard.pricing.TuningOffer;
import app.steelyard.text.Currency;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** An explanation says the formula, and what stands in it with its value and its source. */
class DerivationsTest {
    private static final String SOURCE = "a test, read 2026-01-31, confidence high, https://example.org/prices";

    private static Plan any() {
        Plan plan = withTraffic(plan(0, 1_000_000), 10, 24, 1, 100)
                .withItems(List.of(
                        item("tone", 800, Kind.BEHAVIOUR, Scope.SHARED, 0),
                        item("policies", 8000, Kind.INFORMATION, Scope.SHARED, 730),
                        item("question", 200, Kind.INFORMATION, Scope.REQUEST, 0)))
                .withRetrieval(new Retrieval(
                        PriceRef.parse("test/embedding"), PriceRef.parse("test/rerank"), null, 2500, 0.1, 3));
        plan = PlanField.CACHING_WEEKS.with(plan, 1.1);
        plan = PlanField.TUNING_WEEKS.with(plan, 1.18);
        plan = PlanField.RETRAIN_WEEKS.with(plan, 1.19);
        plan = PlanField.RETRAIN_EVERY_MONTHS.with(plan, 6);
        plan = PlanField.LABELLING_COST.with(plan, 500);
        plan = PlanField.EVALUATION_COST.with(plan, 700);
        return PlanField.DATASET_TOKENS.with(plan, 1e6);
    }

    private static final Comparison ALL = Comparison.of(
            any(),
            book(model().write("5m", "1.25").prices("1", "0.1", "5").tuning("25", null, "1.7", "2", "0.2", "10")));

    /** A line's explanation as one text: formula, then each term with value and source. */
    private static String told(Comparison of, Design design, LineKind kind, Timing timing, String subject) {
        Evaluation.Priced e = of.priced(design).orElseThrow();
        Line line = e.statement().stream()
                .filter(l ->
                        l.kind() == kind && l.timing() == timing && l.subject().equals(subject))
                .findFirst()
                .orElseThrow();
        return text(Derivations.line(of, e, line));
    }

    private static String text(Derivation d) {
        return d.formula()
                + d.terms().stream()
                        .map(t -> " | " + t.name() + ": " + t.value()
                                + (t.source().isEmpty() ? "" : " ← " + t.source()))
                        .collect(Collectors.joining())
                + " = " + d.result();
    }

    private static String monthly(Design design, LineKind kind, String subject) {
        return told(ALL, design, kind, Timing.MONTHLY, subject);
    }

    /** 20 equal turns, 10 left behind by each, compacted at 100 down to 40: six rises after the seventh turn. */
    @Test
    void theCallsThatSumUpAreToldWhereAConversationIsCompacted() {
        ContextItem talk = item("talk", 10, Kind.INFORMATION, Scope.SESSION, 0);
        Plan plan = PlanField.TURNS_SPREAD.with(PlanField.TURNS.with(any(), 20), 0);
        Plan grows = plan.withItems(List.of(talk.withGrowth(new Growth(10, 0, null, 0))));
        Plan compacted = plan.withItems(List.of(talk.withGrowth(new Growth(10, 0, null, 0).compacted(100, 40, 5))));
        PriceBook book = book(model().prices("1", "0.1", "5"));
        double calls = Block.of(compacted).conversations().compactions(0).value();
        assertTrue(calls > 0.05 && calls < 0.2, String.valueOf(calls));
        String term = " | Calls that sum up, for each request: " + Numbers.value(calls) + " ← for “talk”";
        for (LineKind kind : List.of(LineKind.PLAIN_INPUT, LineKind.OUTPUT)) {
            String subject = kind == LineKind.OUTPUT ? "" : "talk";
            String told = told(Comparison.of(compacted, book), Design.UNCACHED, kind, Timing.MONTHLY, subject);
            assertTrue(told.contains(term), told);
            told = told(Comparison.of(grows, book), Design.UNCACHED, kind, Timing.MONTHLY, subject);
            assertTrue(!told.contains("sum up"), told);
        }
    }

    @Test
    void tokensTimesTheirPrice() {
        String requests = " | Requests a month: 1,000,000 ← stated in the plan";
        assertEquals(
                "requests × uncached tokens a request × price" + requests
                        + " | Tokens a request: 200 ← stated in the plan | Price: $1.00 per 1M tokens ← Test model: "
                        + SOURCE + " = $200.00",
                monthly(Design.UNCACHED, LineKind.PLAIN_INPUT, "question"));
        assertEquals(
                "requests × output tokens a request × price" + requests
                        + " | Tokens a request: 100 ← stated in the plan | Price: $5.00 per 1M tokens ← Test model: "
                        + SOURCE + " = $500.00",
                monthly(Design.UNCACHED, LineKind.OUTPUT, ""));
        assertEquals(
                "requests × cached tokens a request × hit rate × price" + requests
                        + " | Cached tokens a request: 800 ← stated in the plan"
                        + " | Hit rate: 100 % ← derived from traffic, lifetime and changes"
                        + " | Price: $0.10 per 1M tokens ← Test model: " + SOURCE + " = $80.00",
                monthly(Design.PROMPT_CACHING, LineKind.CACHE_READ, "tone"));
        assertEquals(
                "requests × retrieved tokens a request × price" + requests
                        + " | Tokens a request: 2,500 ← stated in the plan | Price: $1.00 per 1M tokens ← Test model: "
                        + SOURCE + " = $2,500.00",
                monthly(Design.RETRIEVAL, LineKind.RETRIEVED_INPUT, ""));
        assertEquals(
                "requests × tokens of the question × price" + requests
                        + " | Tokens a request: 200 | Price: $0.02 per 1M tokens ← test/embedding: " + SOURCE
                        + " = $4.00",
                monthly(Design.RETRIEVAL, LineKind.EMBED_QUERIES, ""));
        assertEquals(
                "requests × price" + requests + " | Price: $2.00 per 1,000 queries ← test/rerank: " + SOURCE
                        + " = $2,000.00",
                monthly(Design.RETRIEVAL, LineKind.RERANK, ""));
        assertTrue(monthly(Design.PROMPT_CACHING, LineKind.CACHE_WRITE, "policies")
                .startsWith("requests × cached tokens a request × (1 − hit rate) × price | Requests"));
    }

    @Test
    void whatTuningTakes() {
        assertEquals(
                "tokens in the training file × epochs × runs × price"
                        + " | Training file: 1,000,000 ← stated in the plan | Epochs a run: 1 ← stated in the plan"
                        + " | Runs a round: 1 ← stated in the plan"
                        + " | Price: $25.00 per 1M tokens ← Test model: " + SOURCE + " = $25.00",
                told(ALL, Design.FINE_TUNING, LineKind.TRAINING, Timing.ROUND, ""));
        assertEquals(
                "730 hours a month × price | Hours: 730 | Price: $1.70 per hour ← Test model: " + SOURCE
                        + " = $1,241.00",
                monthly(Design.FINE_TUNING, LineKind.HOSTING, ""));
        assertTrue(told(ALL, Design.FINE_TUNING, LineKind.LABELLING, Timing.SET_UP, "")
                .endsWith(" | Price: $500.00 once ← stated in the plan = $500.00"));
        assertTrue(told(ALL, Design.FINE_TUNING, LineKind.EVALUATION, Timing.ROUND, "")
                .endsWith(" | Price: $700.00 once ← stated in the plan = $700.00"));
    }

    @Test
    void theWeeksOfEachKindOfWork() {
        String week = " ← stated in the plan | Price: $4,000.00 per week ← stated in the plan";
        for (String[] work : new String[][] {
            {"PROMPT_CACHING", "SET_UP", "Introducing caching", "CACHING_WEEKS"},
            {"RETRIEVAL", "SET_UP", "Introducing retrieval", "RETRIEVAL_WEEKS"},
            {"FINE_TUNING", "SET_UP", "Tuning, first round", "TUNING_WEEKS"},
            {"FINE_TUNING", "ROUND", "Retraining", "RETRAIN_WEEKS"}
        }) {
            PlanField field = PlanField.valueOf(work[3]);
            String told = told(ALL, Design.valueOf(work[0]), LineKind.ENGINEERING, Timing.valueOf(work[1]), work[2]);
            String weeks = Names.of(field) + ": " + Numbers.count(field.get(ALL.plan())) + week;
            assertTrue(told.contains(weeks), () -> told + " has no " + weeks);
        }
    }

    @Test
    void hitRatesSayTheirInputs() {
        Evaluation.Priced e = ALL.priced(Design.PROMPT_CACHING).orElseThrow();
        String part = text(Derivations.hitRate(ALL, e, e.caches().parts().get(1)));
        assertTrue(part.startsWith("h = λ/(λ+μ) · (1 − e^−(λ+μ)T), for a lifetime that each hit starts anew"), part);
        assertTrue(part.contains(" | μ, changes an hour up to here: 1 ← the item’s own changes"), part);
        assertTrue(part.contains(" | λ, requests an hour on one prefix and key: 1,369.86"), part);
        assertTrue(part.contains(" | T, lifetime in hours: 0.0833"), part);
        assertTrue(!part.contains("quiet"), part);
        String whole = text(Derivations.hitRate(ALL, e));
        assertTrue(whole.contains(" | tone: 800 tokens × 100 % ← derived from traffic, lifetime and changes"), whole);
        assertTrue(whole.contains("Break-even hit rate: 21.7"), whole);
        Comparison measured =
                Comparison.of(PlanField.MEASURED_HIT_RATE.with(any(), 0.6), book(model().prices("1", "0.1", "5")));
        Evaluation.Priced m = measured.priced(Design.PROMPT_CACHING).orElseThrow();
        assertTrue(text(Derivations.hitRate(measured, m, m.caches().parts().get(0)))
                .startsWith("measured from usage | "));
        assertTrue(told(measured, Design.PROMPT_CACHING, LineKind.CACHE_READ, Timing.MONTHLY, "tone")
                .contains("Hit rate: 60 % ← measured from usage"));
    }

    @Test
    void theSourceOfANumberAndTheExchangeRateAreTold() {
        Finance f = any().finance();
        TreeMap<String, String> sources = new TreeMap<>();
        sources.put("traffic.requestsPerMonth", "the logs of January");
        Plan euros = PlanField.RETRY_RATE
                .with(any(), 0.1)
                .withFinance(new Finance(
                        12,
                        0,
                        f.timing(),
                        new Currency("EUR"),
                        new ExchangeRate(0.9, Fixtures.DAY, "ECB"),
                        f.engineeringWeekCost()));
        euros = euros.withSources(sources);
        Comparison of = Comparison.of(euros, book(model().prices("1", "0.1", "5")));
        String told = told(of, Design.UNCACHED, LineKind.PLAIN_INPUT, Timing.MONTHLY, "question");
        assertTrue(told.contains("Requests a month: 1,000,000 ← the logs of January | "), told);
        assertTrue(told.contains(": 10 % ← stated in the plan"), told);
        assertTrue(told.contains(" | Exchange rate: 0.9 EUR/USD ← ECB, 2026-02-01 = €198.00"), told);
    }

    @Test
    void measuresSayWhatTheyAreMadeOf() {
        Evaluation.Priced e = ALL.priced(Design.PROMPT_CACHING).orElseThrow();
        String setUp = text(Derivations.measure(ALL, e, Measure.SET_UP));
        assertTrue(setUp.contains("Engineering – Introducing caching: $"), setUp);
        String total = text(Derivations.measure(ALL, e, Measure.TCO));
        assertTrue(total.contains(" | Output, 12 months: $6,000.00"), total);
        String average = text(Derivations.measure(ALL, e, Measure.AVERAGE_MONTH));
        assertTrue(average.contains(" | Horizon: 12 ←"), average);
        String each = text(Derivations.measure(ALL, e, Measure.COST_PER_REQUEST));
        assertTrue(each.contains(" | Requests over the horizon: 12,000,000"), each);
        String month = text(Derivations.measure(ALL, e, Measure.SAVING_FIRST_MONTH));
        assertTrue(month.contains("Set-up: $0.00 | Today, months 1 to 1: $9,500.00 | This, months 1 to 1: $"), month);
        assertTrue(text(Derivations.measure(ALL, e, Measure.SAVING)).contains("Today, months 1 to 12: $114,000.00"));
        assertTrue(text(Derivations.measure(ALL, e, Measure.NPV)).contains("8 %"));
    }

    @Test
    void theTimeToTheFirstTokenIsExplained() {
        Evaluation.Priced cached = ALL.priced(Design.PROMPT_CACHING).orElseThrow();
        String shape = " | Base: 0.5 s ← stated in the plan | Per 1k uncached tokens: 0.11 s ← stated in the plan"
                + " | Cache lookup: 0.46 s ← stated in the plan | Per 1k cached tokens: 0.0144 s ← stated in the plan"
                + " | Retrieval: 0.2 s ← stated in the plan";
        String told = text(Derivations.firstToken(ALL, cached));
        assertEquals(5, shape.split(" s ← stated in the plan", -1).length - 1);
        assertEquals(5, told.split(" s ← stated in the plan", -1).length - 1, told);
        assertTrue(told.contains(" | When uncached: 1.49 s | When cached: 1.11 s | Hit rate: 99.9"), told);
        Evaluation.Priced plain = ALL.priced(Design.UNCACHED).orElseThrow();
        assertTrue(text(Derivations.firstToken(ALL, plain)).contains(" | Hit rate: – = 1.49 s"));
        assertTrue(text(Derivations.hitRate(ALL, plain)).endsWith(" = –"));
    }

    @Test
    void theQuietHoursAndTheOtherLifetimeAreTold() {
        Plan night = PlanField.ACTIVE_SHARE.with(PlanField.ACTIVE_HOURS_PER_DAY.with(any(), 10), 0.8);
        Comparison of = Comparison.of(
                night,
                book(model().lifetime("1h", Duration.ofHours(1), CacheLifetime.Refresh.FIXED)
                        .minimum(2000, 1)
                        .prices("1", "0.1", "5")));
        Evaluation.Priced e = of.priced(Design.PROMPT_CACHING).orElseThrow();
        String part = text(Derivations.hitRate(of, e, e.caches().parts().get(0)));
        assertTrue(part.startsWith("h = λE/(1+λE), E = (1 − e^−μT)/μ, for a lifetime counted from the write"), part);
        assertTrue(part.contains("λ, requests an hour on one prefix and key: 2,630.14 ← from requests"), part);
        assertTrue(part.contains(" | λ in the quiet hours: 469.667 | "), part);
        assertTrue(part.contains(": 80 % ← stated in the plan"), part);
        assertTrue(part.contains(" | T, lifetime in hours: 1 (1h) ← " + SOURCE), part);
        Comparison below = Comparison.of(any(), book(model().minimum(10_000, 1).prices("1", "0.1", "5")));
        Evaluation.Priced none = below.priced(Design.PROMPT_CACHING).orElseThrow();
        assertEquals(
                "nothing of it is in the cached prefix = 0 %",
                text(Derivations.hitRate(below, none, none.caches().parts().get(0))));
    }

    @Test
    void eachLineIsAboutItsOwnItem() {
        TreeMap<String, String> sources = new TreeMap<>();
        sources.put("items.question.tokens", "counted");
        sources.put("items.policies.tokens", "estimated");
        Comparison of = Comparison.of(
                PlanField.RETRY_RATE.with(any(), 0.25).withSources(sources), book(model().prices("1", "0.1", "5")));
        assertTrue(told(of, Design.UNCACHED, LineKind.PLAIN_INPUT, Timing.MONTHLY, "question")
                .contains("Tokens a request: 200 ← counted"));
        assertTrue(told(of, Design.PROMPT_CACHING, LineKind.CACHE_READ, Timing.MONTHLY, "policies")
                .contains("Cached tokens a request: 8,000 ← estimated"));
        Evaluation.Priced e = of.priced(Design.UNCACHED).orElseThrow();
        Line first = e.statement().get(0);
        assertEquals("Uncached input – tone", Derivations.line(of, e, first).title());
        assertTrue(
                Derivations.line(of, e, first).note().startsWith("In the first month; $12,000.00 over the horizon."));
        Line output = e.statement().get(e.statement().size() - 1);
        assertEquals("Output", Derivations.line(of, e, output).title());
    }

    @Test
    void objectsAndTheMinimumOfAJob() {
        Comparison of = Comparison.of(
                any(), book(model().object("1.5").prices("1", "0.1", "5").tuning("25", "40", null, "2", "0.2", "10")));
        String kept = told(of, Design.PROMPT_CACHING, LineKind.CACHE_STORAGE, Timing.MONTHLY, "policies");
        assertTrue(kept.contains(": 24 ← stated in the plan | Token-hours a month: 5,840,000 | "), kept);
        String job = told(of, Design.FINE_TUNING, LineKind.TRAINING_MINIMUM, Timing.SET_UP, "");
        assertTrue(job.startsWith("runs × price | Runs a round: 1 ← stated in the plan | Price: $40.00 per run"), job);
    }

    @Test
    void measuresSayTheirValueAndTheirConvention() {
        Evaluation.Priced e = ALL.priced(Design.PROMPT_CACHING).orElseThrow();
        Derivation npv = Derivations.measure(ALL, e, Measure.NPV);
        assertEquals("Set-up is not discounted; each month’s flow is taken at its end.", npv.note());
        assertTrue(text(npv).contains(" | When cash flows: "), text(npv));
        for (Measure other : List.of(Measure.PAYBACK, Measure.ROI, Measure.SAVING, Measure.TCO)) {
            Derivation told = Derivations.measure(ALL, e, other);
            assertEquals("", told.note());
            assertTrue(!text(told).contains("When cash flows"), text(told));
        }
        for (Measure dated : List.of(Measure.DISCOUNTED_PAYBACK, Measure.IRR)) {
            assertTrue(text(Derivations.measure(ALL, e, dated)).contains(" | When cash flows: "));
        }
        String total = text(Derivations.measure(ALL, e, Measure.TCO));
        assertTrue(total.startsWith("set-up + all months, undiscounted | Set-up: $4,400.00 | "), total);
        assertTrue(!total.contains("People"), total);
        assertTrue(text(Derivations.measure(ALL, e, Measure.SAVING)).contains(" | Set-up: $4,400.00 | Today"));
        String saving = text(Derivations.measure(ALL, e, Measure.SAVING));
        assertTrue(saving.contains("This, months 1 to 12: $19,040.5"), saving);
        String each = text(Derivations.measure(ALL, e, Measure.COST_PER_REQUEST));
        assertTrue(each.contains("Total cost: $23,440.5"), each);
        assertTrue(each.endsWith(" = $0.0019533778"), each);
        Evaluation.Priced today = ALL.priced(Design.UNCACHED).orElseThrow();
        assertTrue(text(Derivations.measure(ALL, today, Measure.ROI)).endsWith(" = –"));
        assertTrue(text(Derivations.measure(ALL, today, Measure.FIRST_MONTH)).contains("| Output: $500.00"));
    }

    /** At a vendor that bills hours, and says something about it. */
    @Test
    void trainingByTheHourAndTheNoteOfAPrice() {
        RateCard card = new RateCard(
                ServiceTier.STANDARD,
                Fixtures.ALWAYS,
                Currency.USD,
                new TokenPrices(BigDecimal.ONE, null, List.of(), BigDecimal.TEN),
                null,
                false,
                Fixtures.SOURCE,
                "");
        TuningOffer hourly = new TuningOffer(
                Fixtures.ALWAYS,
                Currency.USD,
                null,
                new BigDecimal("100"),
                null,
                null,
                null,
                List.of(card),
                null,
                null,
                null,
                Fixtures.SOURCE,
                "Billed by the second.");
        Model model = new Model(
                PriceRef.parse("test/base"),
                "Test model",
                null,
                List.of(card),
                List.of(),
                List.of(hourly),
                null,
                null,
                "");
        Plan plan = PlanField.HOURS_PER_RUN.with(PlanField.RUNS_PER_ROUND.with(any(), 4), 2.5);
        Comparison of = Comparison.of(
                plan,
                new PriceBook(List.of(new Profile("test", "Test", false, List.of(model), List.of(), "")), List.of()));
        Evaluation.Priced tuned = of.priced(Design.FINE_TUNING).orElseThrow();
        Line hours = tuned.statement().stream()
                .filter(l -> l.kind() == LineKind.TRAINING_HOURS && l.timing() == Timing.SET_UP)
                .findFirst()
                .orElseThrow();
        Derivation told = Derivations.line(of, tuned, hours);
        assertEquals(
                "hours a run × runs × price | Hours a run: 2.5 ← stated in the plan | Runs a round: 4 ← stated in the"
                        + " plan | Price: $100.00 per hour ← Test model: " + SOURCE + " = $1,000.00",
                text(told));
        assertTrue(told.note().endsWith(" Billed by the second."), told.note());
        Line input = of.priced(Design.UNCACHED).orElseThrow().statement().get(0);
        assertEquals(
                "In the first month; $9,600.00 over the horizon.",
                Derivations.line(of, tuned, input).note());
    }

    @Test
    void theInputAloneAndWhatIsDiscountedAreTold() {
        Evaluation.Priced e = ALL.priced(Design.PROMPT_CACHING).orElseThrow();
        String input = text(Derivations.measure(ALL, e, Measure.INPUT_COST));
        // 200 of 9,000 tokens are the question's: 200 dollars a month, the rest is read or written.
        assertTrue(input.contains(" | Input: $2,400.00 | Cache writes: $"), input);
        assertTrue(!input.contains("Output"), input);
        String present = text(Derivations.measure(ALL, e, Measure.PRESENT_VALUE));
        assertTrue(present.contains("8 % ← stated in the plan | When cash flows: "), present);
    }

    /** What it would be held against has no price, so that nothing is said of a saving. */
    @Test
    void aBaselineWithoutAPriceIsSaidToHaveNone() {
        Comparison of = Comparison.of(any().withToday(Design.FINE_TUNING), book(model().prices("1", "0.1", "5")));
        Evaluation.Priced e = of.priced(Design.UNCACHED).orElseThrow();
        assertEquals(
                "today’s months − (set-up + these months) | Today: unpriced = –",
                text(Derivations.measure(of, e, Measure.SAVING)));
    }
}
