package app.steelyard.cost.engine;

import static app.steelyard.Fixtures.ALWAYS;
import static app.steelyard.Fixtures.DAY;
import static app.steelyard.Fixtures.SOURCE;
import static app.steelyard.Fixtures.book;
import static app.steelyard.Fixtures.item;
import static app.steelyard.Fixtures.model;
import static app.steelyard.Fixtures.plan;
import static app.steelyard.Fixtures.withTraffic;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.cost.Comparison;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Notice;
import app.steelyard.cost.result.Notice.Severity;
import app.steelyard.plan.Caching;
import app.steelyard.plan.Design;
import app.steelyard.plan.Inference;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.LongContext;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.Profile;
import app.steelyard.pricing.RateCard;
import app.steelyard.pricing.Source;
import app.steelyard.pricing.TokenPrices;
import app.steelyard.pricing.TuningOffer;
import app.steelyard.pricing.Validity;
import app.steelyard.text.Currency;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each notice where its condition holds, and not where it only just does not. */
class NoticesTest {
    private static final PriceRef REF = PriceRef.parse("test/base");
    private static final LocalDate END = DAY.plusMonths(12);

    private static List<Notice> notices(Plan plan, PriceBook book, Design design) {
        return Comparison.of(plan, book).priced(design).orElseThrow().notices();
    }

    private static void told(List<Notice> notices, Severity severity, String text) {
        assertTrue(notices.contains(new Notice(severity, text)), () -> text + " is not among " + notices);
    }

    private static void silent(List<Notice> notices, String words) {
        assertFalse(notices.stream().anyMatch(n -> n.text().contains(words)), () -> words + " is among " + notices);
    }

    private static RateCard card(Validity validity, boolean promotional, LocalDate read) {
        Source source = new Source("a test", SOURCE.url(), read, SOURCE.confidence());
        TokenPrices prices = new TokenPrices(BigDecimal.ONE, BigDecimal.ONE, List.of(), BigDecimal.TEN);
        return new RateCard(ServiceTier.STANDARD, validity, Currency.USD, prices, null, promotional, source, "");
    }

    private static PriceBook of(RateCard card, @Nullable LocalDate retires, TuningOffer... offers) {
        Model model = new Model(REF, "Test model", null, List.of(card), List.of(), List.of(offers), retires, null, "");
        return new PriceBook(List.of(new Profile("test", "Test", false, List.of(model), List.of(), "")), List.of());
    }

    private static List<Notice> ofPrice(RateCard card) {
        return notices(plan(1000, 1000), of(card, null), Design.UNCACHED);
    }

    @Test
    void aMarkOfAPriceIsToldOnce() {
        LocalDate read = DAY.minusDays(1);
        Validity over = new Validity(DAY.minusYears(1), DAY.minusDays(5));
        List<Notice> expired = ofPrice(card(over, false, read));
        told(expired, Severity.WARNING, "The price of Test model was valid until 2026-01-27; no newer one is known.");
        assertEquals(expired.size(), expired.stream().distinct().count());
        told(
                ofPrice(card(new Validity(DAY.plusYears(3), null), false, read)),
                Severity.WARNING,
                "The price of Test model is used before the first day it is known for.");
        told(ofPrice(card(ALWAYS, true, read)), Severity.INFO, "The vendor calls the price of Test model temporary.");
        told(
                ofPrice(card(ALWAYS, false, DAY.minusDays(91))),
                Severity.WARNING,
                "The price of Test model was read on 2025-11-02, more than 90 days before the plan’s date. Check it.");
        assertEquals(List.of(), ofPrice(card(ALWAYS, false, DAY.minusDays(90))));
    }

    @Test
    void whosePricesTheyAreIsTold() {
        Model model = new Model(
                REF, "Test model", null, List.of(card(ALWAYS, false, DAY)), List.of(), List.of(), null, null, "");
        Profile published = new Profile("test", "Test", true, List.of(model), List.of(), "");
        told(
                notices(plan(1000, 1000), new PriceBook(List.of(published), List.of()), Design.UNCACHED),
                Severity.INFO,
                "Test model is priced as in a published example, not as on a vendor’s list.");
        Profile own = new Profile("test", "Test", false, List.of(model), List.of(), "");
        told(
                notices(plan(1000, 1000), new PriceBook(List.of(), List.of(own)), Design.UNCACHED),
                Severity.INFO,
                "Test model is priced by your own profile.");
    }

    @Test
    void thePriceThatEndsInsideTheHorizonIsToldOf() {
        String words = "inside the horizon; no later one is known, so it is carried on.";
        told(
                ofPrice(card(new Validity(DAY.minusYears(1), END.minusDays(1)), false, DAY)),
                Severity.WARNING,
                "The price of Test model ends on 2027-01-31, " + words);
        silent(ofPrice(card(new Validity(DAY.minusYears(1), END), false, DAY)), words);
        silent(ofPrice(card(new Validity(DAY.minusYears(1), DAY), false, DAY)), words);
    }

    @Test
    void pricesThatChangeAreToldWithTheirMonth() {
        var changing = model().prices("1", "0.1", "5").reprice(new Validity(DAY.plusMonths(3), null), "2", "0.2", "9");
        List<Notice> notices = notices(plan(1000, 1000), book(changing), Design.UNCACHED);
        told(
                notices,
                Severity.INFO,
                "From month 4 (2026-05-01) on, other prices or cache rules are known and applied.");
        assertEquals(
                1,
                notices.stream().filter(n -> n.text().startsWith("From month")).count());
    }

    @Test
    void aModelThatRetiresIsToldOf() {
        RateCard card = card(ALWAYS, false, DAY);
        List<Notice> retired = notices(plan(1000, 1000), of(card, DAY), Design.UNCACHED);
        told(retired, Severity.OBSTACLE, "Test model retired on 2026-02-01.");
        told(
                notices(plan(1000, 1000), of(card, DAY.plusDays(1)), Design.UNCACHED),
                Severity.WARNING,
                "Test model retires on 2026-02-02, inside the horizon.");
        silent(notices(plan(1000, 1000), of(card, END), Design.UNCACHED), "retires");
    }

    @Test
    void aPromptBeyondTheWindowOrTheLimitIsToldOf() {
        var window = model().window(1000).prices("1", "0.1", "5");
        told(
                notices(plan(1001, 1000), book(window), Design.UNCACHED),
                Severity.OBSTACLE,
                "The prompt of 1,001 tokens is longer than the 1,000 that Test model takes in.");
        silent(notices(plan(1000, 1000), book(window), Design.UNCACHED), "takes in");
        for (LongContext.Rule rule : LongContext.Rule.values()) {
            var longer = model().longContext(2000, rule, "2", "0.2", "9").prices("1", "0.1", "5");
            String billed = rule == LongContext.Rule.WHOLE_REQUEST
                    ? "2,000, so the whole request is billed at the long-context price."
                    : "2,000; the tokens beyond are billed at the long-context price.";
            told(
                    notices(plan(2001, 1000), book(longer), Design.UNCACHED),
                    Severity.INFO,
                    "The prompt of 2,001 tokens is beyond " + billed);
            silent(notices(plan(2000, 1000), book(longer), Design.UNCACHED), "long-context");
        }
    }

    @Test
    void aModelWithoutCacheIsToldOfWhereSomethingIsCached() {
        PriceBook none = book(model().uncached().prices("1", null, "5"));
        String text = "Test model has no prompt cache, so what is placed there is billed as plain input.";
        told(notices(plan(1000, 1000), none, Design.PROMPT_CACHING), Severity.WARNING, text);
        silent(notices(plan(1000, 1000), none, Design.UNCACHED), "no prompt cache");
        PriceBook unknown = book(model().uncached().prices("1", "0.1", "5"));
        assertTrue(
                notices(plan(1000, 1000), unknown, Design.PROMPT_CACHING).stream()
                        .anyMatch(n -> n.text()
                                .startsWith("Test model has a price for cached input, but how its cache"
                                        + " works is not known")),
                "who sells cached input has a cache");
        RateCard batch = new RateCard(
                ServiceTier.BATCH,
                ALWAYS,
                Currency.USD,
                card(ALWAYS, false, DAY).prices(),
                null,
                false,
                SOURCE,
                "");
        Plan inBatch = plan(1000, 1000).withInference(new Inference(REF, ServiceTier.BATCH, DAY));
        told(
                notices(inBatch, of(batch, null), Design.PROMPT_CACHING),
                Severity.WARNING,
                "The prompt cache of Test model does not apply to batch requests, so what is placed there is billed as"
                        + " plain input.");
    }

    @Test
    void anUnknownLifetimeIsToldOf() {
        PriceBook book = book(model().prices("1", "0.1", "5"));
        Plan week = plan(1000, 1000).withCaching(new Caching("1w", null, null, 0));
        told(
                notices(week, book, Design.PROMPT_CACHING),
                Severity.WARNING,
                "Test model offers no cache lifetime '1w'; 5m is used.");
        silent(
                notices(plan(1000, 1000).withCaching(new Caching("5m", null, null, 0)), book, Design.PROMPT_CACHING),
                "lifetime");
    }

    @Test
    void whatTheMinimumAndTheStepLeaveOutIsToldOf() {
        PriceBook book = book(model().minimum(1024, 128).prices("1", "0.1", "5"));
        told(
                notices(plan(1023, 1000), book, Design.PROMPT_CACHING),
                Severity.WARNING,
                "The 1,023 tokens placed in the cache are below the minimum of 1,024, so nothing is cached.");
        told(
                notices(plan(1151, 1000), book, Design.PROMPT_CACHING),
                Severity.INFO,
                "1,024 of 1,151 tokens are cached; the vendor caches in steps of 128.");
        List<Notice> whole = notices(plan(1152, 1000), book, Design.PROMPT_CACHING);
        silent(whole, "tokens are cached");
        silent(whole, "minimum");
        Plan own = PlanField.CACHE_MINIMUM_TOKENS.with(plan(1023, 1000), 2000);
        told(
                notices(own, book, Design.PROMPT_CACHING),
                Severity.WARNING,
                "The 1,023 tokens placed in the cache are below the minimum of 2,000, so nothing is cached.");
    }

    @Test
    void keysAreToldOfOnlyWhereTheRateIsDerived() {
        PriceBook book = book(model().keyLimit("15").prices("1", "0.1", "5"));
        Plan busy = plan(1000, 1_500_000);
        told(
                notices(busy, book, Design.PROMPT_CACHING),
                Severity.INFO,
                "The busy traffic on one prefix is more than one cache key serves; it is spread over 3, each of which"
                        + " pays its own writes.");
        silent(notices(plan(1000, 657_000), book, Design.PROMPT_CACHING), "spread over");
        silent(notices(PlanField.MEASURED_HIT_RATE.with(busy, 0.5), book, Design.PROMPT_CACHING), "spread over");
    }

    @Test
    void cachingThatCostsMoreIsToldOf() {
        PriceBook book = book(model().write("5m", "1.25").prices("1", "0.1", "5"));
        Plan rare = PlanField.MEASURED_HIT_RATE.with(plan(1000, 1000), 0.2);
        told(
                notices(rare, book, Design.PROMPT_CACHING),
                Severity.WARNING,
                "Caching costs more than no caching here: the hit rate of 20 % is below the break-even of 21.7 %.");
        silent(
                notices(PlanField.MEASURED_HIT_RATE.with(rare, 0.22), book, Design.PROMPT_CACHING),
                "Caching costs more");
        Plan mixed = withTraffic(plan(0, 1_000_000), 2000, 24, 1, 0)
                .withItems(List.of(
                        item("handbook", 20_000, Kind.INFORMATION, Scope.SHARED, 0),
                        item("settings", 500, Kind.INFORMATION, Scope.TENANT, 0)));
        List<Notice> part = notices(mixed, book, Design.PROMPT_CACHING);
        told(
                part,
                Severity.WARNING,
                "“settings” hits the cache only 5.5 % of the time, below the break-even of 21.7 %: it would cost less"
                        + " in the prompt.");
        silent(part, "“handbook” hits");
    }

    private static TuningOffer offer(
            @Nullable LocalDate sold, @Nullable LocalDate jobs, @Nullable LocalDate inference) {
        return new TuningOffer(
                ALWAYS,
                Currency.USD,
                BigDecimal.TEN,
                null,
                null,
                null,
                null,
                List.of(card(ALWAYS, false, DAY)),
                sold,
                jobs,
                inference,
                SOURCE,
                "");
    }

    private static List<Notice> tuned(TuningOffer offer, Design today) {
        return notices(
                plan(1000, 1000).withToday(today), of(card(ALWAYS, false, DAY), null, offer), Design.FINE_TUNING);
    }

    @Test
    void theEndsOfATuningOfferAreToldOf() {
        List<Notice> past = tuned(offer(DAY, DAY, DAY), Design.UNCACHED);
        told(past, Severity.WARNING, "Tuning Test model has not been sold to new customers since 2026-02-01.");
        told(past, Severity.OBSTACLE, "No training job for Test model can be started since 2026-02-01.");
        told(past, Severity.OBSTACLE, "Tuned models of Test model stopped answering on 2026-02-01.");
        assertEquals(Severity.OBSTACLE, past.get(0).severity(), "the gravest stand first");
        LocalDate soon = END.minusDays(1);
        List<Notice> soonOver = tuned(offer(soon, soon, soon), Design.UNCACHED);
        told(soonOver, Severity.WARNING, "Tuning Test model is sold to new customers only until 2027-01-31.");
        told(soonOver, Severity.WARNING, "No training job for Test model can be started from 2027-01-31 on.");
        assertTrue(soonOver.stream().anyMatch(n -> n.text().contains("stop answering on 2027-01-31")));
        List<Notice> later = tuned(offer(END, END, END), Design.UNCACHED);
        silent(later, "2027-02-01");
        // Who tunes today needs no job at once.
        told(
                tuned(offer(null, DAY, null), Design.FINE_TUNING),
                Severity.WARNING,
                "No training job for Test model can be started since 2026-02-01.");
    }

    @Test
    void informationInTheWeightsThatChangesIsAnObstacle() {
        PriceBook book = of(card(ALWAYS, false, DAY), null, offer(null, null, null));
        Plan changing = plan(0, 1000).withItems(List.of(item("rates", 1000, Kind.INFORMATION, Scope.SHARED, 0.5)));
        List<Notice> never = notices(changing, book, Design.FINE_TUNING);
        told(
                never,
                Severity.OBSTACLE,
                "“rates” changes 0.5 × a month but the model is never retrained: it goes out of date.");
        assertTrue(never.stream()
                .anyMatch(n -> n.severity() == Severity.WARNING
                        && n.text().startsWith("“rates” is information in the weights")));
        List<Notice> rarely = notices(PlanField.RETRAIN_EVERY_MONTHS.with(changing, 3), book, Design.FINE_TUNING);
        assertTrue(rarely.stream()
                .anyMatch(n -> n.severity() == Severity.OBSTACLE && n.text().contains("is retrained every 3")));
        List<Notice> often = notices(PlanField.RETRAIN_EVERY_MONTHS.with(changing, 2), book, Design.FINE_TUNING);
        silent(often, "out of date");
        Plan tone = plan(0, 1000).withItems(List.of(item("tone", 1000, Kind.BEHAVIOUR, Scope.SHARED, 9)));
        assertTrue(notices(tone, book, Design.FINE_TUNING).stream().allMatch(n -> n.severity() == Severity.INFO));
    }

    @Test
    void onlyWhatIsPlacedThereIsToldOf() {
        Plan plan = plan(0, 1000)
                .withItems(List.of(
                        item("question", 500, Kind.INFORMATION, Scope.REQUEST, 0)
                                .withPlacement(Placement.CACHED_PREFIX),
                        item("chat", 500, Kind.INFORMATION, Scope.REQUEST, 0)));
        List<Notice> notices = notices(plan, book(model().prices("1", "0.1", "5")), Design.AS_PLACED);
        assertEquals(
                1,
                notices.stream()
                        .filter(n -> n.text().contains("changes with every request"))
                        .count());
        silent(notices, "“chat”");
        silent(notices, "minimum");
        Evaluation.Priced e = Comparison.of(plan, book(model().prices("1", "0.1", "5")))
                .priced(Design.AS_PLACED)
                .orElseThrow();
        assertTrue(Double.isNaN(e.caches().hitRate()));
    }

    @Test
    void whatHasNoBreakpointIsToldOfWithTheReason() {
        Plan plan = withTraffic(plan(0, 1_000_000), 1000, 24, 1, 0)
                .withItems(List.of(
                        item("settings", 400, Kind.INFORMATION, Scope.TENANT, 2000),
                        item("handbook", 1100, Kind.INFORMATION, Scope.SHARED, 0)));
        String text =
                "“settings” is billed as plain input: the vendor grants one breakpoint for 2 cached parts, which cost"
                        + " least with none at its end.";
        var one = model().minimum(1024, 1).breakpoints(1).write("5m", "1.25").prices("1", "0.1", "5");
        List<Notice> notices = notices(plan, book(one), Design.PROMPT_CACHING);
        told(notices, Severity.WARNING, text);
        assertEquals(
                1, notices.stream().filter(n -> n.text().contains("breakpoint")).count());
        silent(notices, "in steps of");
        silent(notices, "hits the cache only");
        var two = model().minimum(1024, 1).breakpoints(2).write("5m", "1.25").prices("1", "0.1", "5");
        silent(notices(plan, book(two), Design.PROMPT_CACHING), "breakpoint");
        var large = model().minimum(1501, 1).breakpoints(1).write("5m", "1.25").prices("1", "0.1", "5");
        List<Notice> below = notices(plan, book(large), Design.PROMPT_CACHING);
        silent(below, "breakpoint");
        assertTrue(below.stream().anyMatch(n -> n.text().contains("below the minimum of 1,501")));
        // Just at the minimum, the breakpoint is the reason.
        var exact = model().minimum(1500, 1).breakpoints(1).write("5m", "3").prices("1", "0.1", "5");
        List<Notice> at = notices(plan, book(exact), Design.PROMPT_CACHING);
        assertEquals(2, at.stream().filter(n -> n.text().contains("breakpoint")).count());
        silent(at, "minimum");
    }

    /** There is a breakpoint for either part; what is left out is what does not fill a step. */
    @Test
    void whatAStepLeavesOutWantsNoBreakpoint() {
        Plan plan = plan(0, 1_000_000)
                .withItems(List.of(
                        item("handbook", 1024, Kind.INFORMATION, Scope.SHARED, 0),
                        item("rates", 500, Kind.INFORMATION, Scope.SHARED, 30)));
        var steps = model().minimum(1024, 1024).breakpoints(2).prices("1", "0.1", "5");
        List<Notice> notices = notices(plan, book(steps), Design.PROMPT_CACHING);
        told(notices, Severity.INFO, "1,024 of 1,524 tokens are cached; the vendor caches in steps of 1,024.");
        silent(notices, "breakpoint");
    }

    @Test
    void atTheBreakEvenCachingIsNotDear() {
        PriceBook half = book(model().write("5m", "2").prices("1", "0", "5"));
        Plan measured = PlanField.MEASURED_HIT_RATE.with(plan(1000, 1000), 0.5);
        silent(notices(measured, half, Design.PROMPT_CACHING), "break-even");
    }

    @Test
    void theGravestComeFirst() {
        var many = model().longContext(1000, LongContext.Rule.WHOLE_REQUEST, "2", "0.2", "9")
                .window(2000)
                .uncached()
                .prices("1", "0.1", "5");
        List<Severity> order = notices(plan(3000, 1000), book(many), Design.PROMPT_CACHING).stream()
                .map(Notice::severity)
                .toList();
        assertEquals(List.of(Severity.OBSTACLE, Severity.WARNING, Severity.INFO), order);
    }

    @Test
    void whatNobodySaysOfAnEndIsTold() {
        Plan plan = plan(0, 1000).withItems(List.of(item("tone", 1000, Kind.BEHAVIOUR, Scope.SHARED, 0)));
        PriceBook book = book(model().prices("1", "0.1", "5").tuning("25", null, "1.70", "4.5", "2.25", "18"));
        told(
                notices(plan, book, Design.FINE_TUNING),
                Severity.INFO,
                "Until when Test model can be tuned, and its tuned models answer, is not known here.");
        silent(notices(plan, book, Design.UNCACHED), "is not known here");
        Model other = new Model(
                PriceRef.parse("test/other"),
                "Other model",
                null,
                List.of(card(ALWAYS, false, DAY)),
                List.of(),
                List.of(),
                null,
                null,
                "");
        Model base = new Model(REF, "Test model", null, List.of(cheaper()), List.of(), List.of(), null, null, "");
        PriceBook both = new PriceBook(
                List.of(new Profile("test", "Test", false, List.of(base, other), List.of(), "")), List.of());
        Plan tuned = plan.withTuning(plan.tuning().withModel(other.ref()));
        List<Notice> rival = Comparison.of(tuned, both).priced().stream()
                .filter(e -> e.architecture().own() != null)
                .findFirst()
                .orElseThrow()
                .notices();
        told(rival, Severity.INFO, "Until when Other model answers is not known here.");
        silent(notices(tuned, both, Design.UNCACHED), "is not known here");
    }

    private static RateCard cheaper() {
        RateCard card = card(ALWAYS, false, DAY);
        return new RateCard(
                card.tier(),
                card.validity(),
                card.currency(),
                new TokenPrices(BigDecimal.ONE, BigDecimal.ONE, List.of(), BigDecimal.ONE),
                card.longContext(),
                card.promotional(),
                card.source(),
                card.note());
    }

    /** A tuned model is told of by its own name, and ends with its base where nobody says how long it answers. */
    @Test
    void theTunedModelIsToldOfByItsOwnName() {
        RateCard ending = card(new Validity(DAY.minusYears(1), DAY.plusMonths(2)), false, DAY);
        Model tuned = new Model(
                PriceRef.parse("test/tuned"),
                "Other model",
                null,
                List.of(ending),
                List.of(),
                List.of(new TuningOffer(
                        ALWAYS,
                        Currency.USD,
                        BigDecimal.TEN,
                        null,
                        null,
                        null,
                        null,
                        List.of(ending),
                        null,
                        null,
                        null,
                        SOURCE,
                        "")),
                DAY.plusMonths(3),
                null,
                "");
        Model base = new Model(
                REF, "Test model", null, List.of(card(ALWAYS, false, DAY)), List.of(), List.of(), null, null, "");
        PriceBook book = new PriceBook(
                List.of(new Profile("test", "Test", false, List.of(base, tuned), List.of(), "")), List.of());
        Plan plan = plan(0, 1000).withItems(List.of(item("tone", 1000, Kind.BEHAVIOUR, Scope.SHARED, 0)));
        plan = plan.withTuning(plan.tuning().withModel(tuned.ref()));
        List<Notice> notices = notices(plan, book, Design.FINE_TUNING);
        assertTrue(notices.stream().anyMatch(n -> n.text().startsWith("The price of Other model ends on 2026-04-01")));
        told(
                notices,
                Severity.WARNING,
                "Other model retires on 2026-05-01, inside the horizon, and how long its tuned models answer is not"
                        + " known. A new training round is counted for that month, but which model will take it is open.");
        silent(notices.stream().filter(n -> n.severity() == Severity.WARNING).toList(), "Test model");
        silent(notices(plan, book, Design.UNCACHED), "Other model");
    }
}
