package app.steelyard.usage.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.document.LogMappingCodec;
import app.steelyard.plan.item.HitRateTarget;
import app.steelyard.usage.ledger.Ledger;
import app.steelyard.usage.ledger.RequestGaps;
import app.steelyard.usage.log.LogMapping;
import app.steelyard.usage.log.ReadingChoice;
import app.steelyard.usage.store.Progress;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KpisTest {
    private static final double EXACT = 1e-12;

    @TempDir
    static Path folder;

    /** Five requests: 4,500 input tokens, of them 1,600 read, 1,600 written and 1,300 neither; 500 output tokens. */
    private static <T> T five(java.util.function.Function<Ledger, T> look) throws Exception {
        try (Ledger ledger = Ledger.temporary()) {
            LogMapping mapping = LogMappingCodec.open(Imported.fixture("request-log", "mapping.json"));
            assertTrue(ledger.add(
                    List.of(Imported.fixture("request-log", "five.csv")),
                    new ReadingChoice(null, false, List.of(mapping)),
                    Progress.NONE));
            return look.apply(ledger);
        }
    }

    private static Kpis all(Ledger ledger) {
        return Kpis.all(ledger.view(), ledger.hours(), Priced.MODELS);
    }

    private static void assertValue(double expected, Kpis kpis, Indicator indicator) {
        assertEquals(expected, kpis.get(indicator).value().orElseThrow(), EXACT, indicator.toString());
    }

    @Test
    void theFourHitRatesDiffer() throws Exception {
        Kpis kpis = five(KpisTest::all);
        assertValue(1600 / 4500.0, kpis, Indicator.HIT_OF_INPUT);
        assertValue(1600 / 3200.0, kpis, Indicator.HIT_OF_CACHED);
        assertValue(2 / 5.0, kpis, Indicator.HIT_REQUESTS);
        assertValue((0.8 + 0.8) / 5, kpis, Indicator.HIT_MEAN);
    }

    @Test
    void costsComeFromTheDaysPrices() throws Exception {
        Kpis kpis = five(KpisTest::all);
        // 1,300 × 2 + 1,600 × 0.2 + 1,600 × 2.5 = 6,920 against 4,500 × 2 = 9,000 millionths of a dollar.
        assertEquals(
                new BigDecimal("0.002080"), scaled(kpis.get(Indicator.SAVED).numerator()));
        assertEquals(
                new BigDecimal("0.009000"), scaled(kpis.get(Indicator.SAVED).denominator()));
        // And 500 × 10 of output.
        assertEquals(
                new BigDecimal("0.011920"),
                scaled(kpis.get(Indicator.COST_PER_REQUEST).numerator()));
        assertValue(0.01192 / 5, kpis, Indicator.COST_PER_REQUEST);
        assertValue(500 / 4500.0, kpis, Indicator.OUTPUT_TO_INPUT);
        assertValue(100, kpis, Indicator.OUTPUT_PER_REQUEST);
        assertValue(1, kpis, Indicator.WRITE_TO_READ);
    }

    private static BigDecimal scaled(BigDecimal value) {
        return value.setScale(6);
    }

    @Test
    void partsAreToldByThemselves() throws Exception {
        List<Kpis> projects = five(l -> Kpis.by(Kpis.Part.PROJECT, l.view(), Priced.MODELS));
        assertEquals(List.of("red", "blue"), projects.stream().map(Kpis::name).toList());
        assertValue(1600 / 4000.0, projects.get(0), Indicator.HIT_OF_INPUT);
        assertValue(0, projects.get(1), Indicator.HIT_OF_INPUT);
        assertEquals(
                "nothing was read from the cache or written to it",
                projects.get(1).get(Indicator.HIT_OF_CACHED).note());
    }

    @Test
    void whatASourceCannotKnowIsNotKnown() {
        LedgerView view = Imported.of("anthropic-console-tokens", "2026-08.csv");
        Kpis kpis = Kpis.all(view, new TreeMap<>(), Priced.MODELS);
        // 17,000 read of 48,000 + 17,000 + 16,400.
        assertValue(17_000 / 81_400.0, kpis, Indicator.HIT_OF_INPUT);
        for (Indicator indicator : List.of(
                Indicator.HIT_REQUESTS, Indicator.HIT_MEAN, Indicator.COST_PER_REQUEST, Indicator.OUTPUT_PER_REQUEST)) {
            assertTrue(kpis.get(indicator).value().isEmpty());
            assertEquals(
                    "the source does not count requests", kpis.get(indicator).note());
        }
        assertTrue(kpis.get(Indicator.SAVED).note().contains("the price book has no such model"));
        assertFalse(kpis.invalidations().known());
    }

    private static final String TOLD = """
        timestamp,model,prompt_tokens,cached_tokens,cache_write_tokens,completion_tokens
        2026-09-01T10:00:00Z,gpt-5.1,900,600,100,10
        2026-09-01T11:00:00Z,gpt-5.1,100,0,0,10
        """;
    private static final String NOT_TOLD = """
        timestamp,model,prompt_tokens,completion_tokens
        2026-09-01T12:00:00Z,gpt-5.1,250,10
        """;

    private static Kpis of(String... logs) throws Exception {
        try (Ledger ledger = Ledger.temporary()) {
            for (int i = 0; i < logs.length; i++) {
                Path log = Files.writeString(folder.resolve("part" + i + ".csv"), logs[i]);
                assertTrue(ledger.add(List.of(log), Progress.NONE));
            }
            return all(ledger);
        }
    }

    /** 1,000 tokens of which reads are known, and 250 of which they are not. */
    @Test
    void aSourceWithoutReadsLeavesTheOthersTheirRates() throws Exception {
        Kpis both = of(TOLD, NOT_TOLD);
        assertValue(600 / 1000.0, both, Indicator.HIT_OF_INPUT);
        assertValue(600 / 700.0, both, Indicator.HIT_OF_CACHED);
        assertValue(1 / 2.0, both, Indicator.HIT_REQUESTS);
        assertValue(600 / 900.0 / 2, both, Indicator.HIT_MEAN);
        assertValue(100 / 600.0, both, Indicator.WRITE_TO_READ);
        assertValue(30 / 1250.0, both, Indicator.OUTPUT_TO_INPUT);
        for (Indicator indicator : List.of(
                Indicator.HIT_OF_INPUT,
                Indicator.HIT_OF_CACHED,
                Indicator.HIT_REQUESTS,
                Indicator.HIT_MEAN,
                Indicator.WRITE_TO_READ)) {
            assertEquals(
                    new Coverage(0.8, List.of("part1.csv")), both.get(indicator).coverage());
        }
        assertEquals(
                "for 80 % of the input tokens; not stated by: part1.csv",
                both.get(Indicator.HIT_OF_INPUT).remark());
        assertEquals(new BigDecimal(1000), both.get(Indicator.HIT_OF_INPUT).denominator());
        assertTrue(both.get(Indicator.OUTPUT_TO_INPUT).coverage().isWhole());
        assertEquals(Indicator.HIT_OF_CACHED, both.hitRate().indicator());
        assertEquals(of(TOLD).invalidations(), both.invalidations());
        assertEquals(1, both.invalidations().buckets());
        assertTrue(of(TOLD).indicators().stream().allMatch(k -> k.coverage().isWhole()));
        Kpi none = of(NOT_TOLD).get(Indicator.HIT_OF_INPUT);
        assertTrue(none.value().isEmpty());
        assertEquals("the source does not say what was read from the cache", none.note());
    }

    /** Where fewer sources state writes than reads, targets are held against the rate that more of the usage has. */
    @Test
    void targetsAreHeldAgainstTheRateOfMost() throws Exception {
        Kpis both = of(
                TOLD, NOT_TOLD.replace("completion", "cached_tokens,completion").replace("250,", "250,50,"));
        assertValue(650 / 1250.0, both, Indicator.HIT_OF_INPUT);
        assertTrue(both.get(Indicator.HIT_OF_INPUT).coverage().isWhole());
        assertEquals(0.8, both.get(Indicator.HIT_OF_CACHED).coverage().share(), EXACT);
        assertEquals(Indicator.HIT_OF_INPUT, both.hitRate().indicator());
    }

    /** Sums of which it is known only where nothing was read must not stand for all of them. */
    @Test
    void sumsAreNotLookedAtOneByOne() {
        LedgerView view = Imported.of("openai", "page.json");
        Kpi alone = Kpis.all(view, new TreeMap<>(), Priced.MODELS).get(Indicator.HIT_REQUESTS);
        assertTrue(alone.value().isEmpty());
        assertEquals("the source adds requests up; only 10 of 160 requests can be looked at one by one", alone.note());
        Kpi none = Kpis.by(Kpis.Part.MODEL, view, Priced.MODELS).getFirst().get(Indicator.HIT_REQUESTS);
        assertEquals("the source adds requests up; none of 150 requests can be looked at one by one", none.note());
    }

    @Test
    void targetsAreTheGuides() {
        assertEquals(HitRateTarget.Standing.BELOW, HitRateTarget.CUSTOMER_SUPPORT.standing(0.8499));
        assertEquals(HitRateTarget.Standing.WITHIN, HitRateTarget.CUSTOMER_SUPPORT.standing(0.85));
        assertEquals(HitRateTarget.Standing.WITHIN, HitRateTarget.CODE_COPILOT.standing(0.85));
        assertEquals(HitRateTarget.Standing.ABOVE, HitRateTarget.MULTI_TENANT.standing(0.76));
    }

    /** Gaps on prefix a: 30 s, 240 s and 3,330 s, the last over the end of the hour; none on b. */
    @Test
    void eachLifetimeWouldHaveCaughtItsGaps() throws Exception {
        RequestGaps a = five(l -> l.arrivals(Selection.everyModel(), Priced.MODELS));
        assertEquals(5, a.requests());
        assertEquals(2, a.prefixes());
        assertEquals(3, a.gaps());
        assertEquals(2.5, a.requestsPerHour(), EXACT);
        assertFalse(a.standIn());
        assertEquals(1600 / 4500.0, a.readShare(), EXACT);
        for (RequestGaps.Lifetime l : a.lifetimes()) {
            long within = l.seconds() < 240 ? 1 : l.seconds() < 3330 ? 2 : 3;
            assertEquals(within, l.within());
            assertEquals(within / 3.0, l.shareOfGaps(), EXACT);
            assertEquals(within / 5.0, l.hitRate(), EXACT);
            // The hour is sold too, but a use does not refresh it.
            assertEquals(l.seconds() == 300, l.sold().contains("test/base"));
        }
        RequestGaps blue = five(l -> l.arrivals(Selection.everyModel().inProject("blue"), Priced.MODELS));
        assertEquals(1, blue.requests());
        assertTrue(Double.isNaN(blue.lifetimes().getFirst().shareOfGaps()));
    }

    @Test
    void withoutAPrefixSomethingStandsIn() throws Exception {
        Path log = folder.resolve("log.csv");
        Files.writeString(log, """
            timestamp,prompt_tokens,completion_tokens
            2026-09-01T10:00:00Z,10,1
            2026-09-01T10:01:00Z,10,1
            """);
        try (Ledger ledger = Ledger.temporary()) {
            ledger.add(List.of(log), Progress.NONE);
            RequestGaps a = ledger.arrivals(Selection.everyModel(), Priced.MODELS);
            assertTrue(a.standIn());
            assertEquals(1, a.prefixes());
            assertTrue(Double.isNaN(a.readShare()));
        }
    }

    /** Thirteen days of 10 requests, and one of 40. */
    @Test
    void anUnusualDayIsNamedWithItsReason() throws Exception {
        LocalDate first = LocalDate.of(2026, 9, 1);
        Path log = folder.resolve("days.csv");
        Files.writeString(
                log,
                IntStream.range(0, 14)
                        .boxed()
                        .flatMap(d -> IntStream.range(0, d == 8 ? 40 : 10)
                                .mapToObj(i -> first.plusDays(d) + "T10:00:" + (10 + i) + "Z,10,0,0,1"))
                        .collect(Collectors.joining(
                                "\n",
                                "timestamp,prompt_tokens,cached_tokens,cache_write_tokens,completion_tokens\n",
                                "")));
        List<Anomaly> found = Anomaly.of(Imported.of(log), Priced.MODELS);
        assertEquals(
                List.of(Anomaly.What.REQUESTS, Anomaly.What.TOKENS),
                found.stream().map(Anomaly::what).toList());
        assertEquals(first.plusDays(8), found.getFirst().day());
        assertEquals(
                "Requests 40, where 10 is usual and more than 13.5 is not.",
                found.getFirst().reason());
    }
}
