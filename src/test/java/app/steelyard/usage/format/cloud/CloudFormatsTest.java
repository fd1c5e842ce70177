package app.steelyard.usage.format.cloud;

import static app.steelyard.usage.figures.Imported.assertSays;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.plan.ServiceTier;
import app.steelyard.text.ExactMoney;
import app.steelyard.usage.figures.DailyUsage;
import app.steelyard.usage.figures.FileReport;
import app.steelyard.usage.figures.Imported;
import app.steelyard.usage.figures.LedgerView;
import app.steelyard.usage.figures.UsageTotals;
import app.steelyard.usage.format.Formats;
import app.steelyard.usage.input.Content;
import app.steelyard.usage.input.Head;
import app.steelyard.usage.input.Tables;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.UsageFinding;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bills and logs of the clouds, and public traces: each fixture's totals are worked out by hand beside it. */
class CloudFormatsTest {
    /** Uncached, read, written for 5 minutes, for an hour, for another time, output. */
    private static List<Long> tokens(long... values) {
        return Arrays.stream(values).boxed().toList();
    }

    static Stream<Arguments> fixtures() {
        return Stream.of(
                // Uncached 100 + 10 + 3 + 1,000 + 40; read 2,000 + 60; written for 5 minutes 300 + 400, for an hour
                // 200 + 25,000, for an unstated time 7; output 50 + 20 + 9 + 100 + 1. An embedding and a throttled
                // request are left out, a negative count is refused.
                Arguments.of("bedrock-invocations/log.jsonl", 5, 1, 2, tokens(1_153, 2_060, 700, 25_200, 7, 180), null),
                // Of those the first, second and fourth; in the CSV also a line that is no record.
                Arguments.of(
                        "bedrock-invocations/cloudwatch.csv", 3, 1, 0, tokens(1_110, 2_000, 700, 200, 0, 170), null),
                Arguments.of(
                        "bedrock-invocations/cloudwatch.json", 3, 0, 0, tokens(1_110, 2_000, 700, 200, 0, 170), null),
                Arguments.of("bedrock-invocations/events.json", 3, 0, 0, tokens(1_110, 2_000, 700, 200, 0, 170), null),
                // Claude's 100 + 1,000 read + 200 for 5 minutes and 50; Nova's 10, 20 read and 5; Llama's 7 and 3;
                // Titan's
                // 4 and 2 + 1; GPT's 60 with 40 read inside, and 9. An embedding, an error and the sums are left out.
                Arguments.of("bedrock-batch/output.jsonl", 5, 1, 3, tokens(141, 1_060, 200, 0, 0, 70), null),
                // 1,200 + 800 and 30 + 20 of two hours, 4 + 2 requests; the newer names are the same again.
                Arguments.of("azure-metrics/metrics.json", 2, 0, 3, tokens(2_000, 0, 0, 0, 0, 50), null),
                Arguments.of("azure-metrics/diagnostics.jsonl", 1, 1, 1, tokens(1_200, 0, 0, 0, 0, 30), null),
                // 100 beside 1,000 read, 20; a query's 50 and 5. What is not split and an embedding are left out.
                Arguments.of("snowflake-cortex/rest.csv", 2, 1, 2, tokens(150, 1_000, 0, 0, 0, 25), null),
                // Uncached 29.481 K + 1,000,000 + 3 M (marketplace) − 1 K; read 5,372.659 K; written 100 K + 7 K (from
                // the description); output 2.5 M + 40 K (from the price, 2.75 a million). Cost: 0.0972873 + 1.77297747
                // + 0.4125 + 0.020625 + 0.04375 + 0.33 + 0.11 + 0.75 − 0.0033 + 480.
                Arguments.of(
                        "aws-bill/cur2.csv",
                        10,
                        1,
                        3,
                        tokens(4_028_481, 5_372_659, 0, 0, 107_000, 2_540_000),
                        "483.53383977"),
                // 12 K and 2 K; the bucket of S3 is left out.
                Arguments.of("aws-bill/legacy.csv", 2, 0, 1, tokens(12_000, 0, 0, 0, 0, 2_000), "0.066"),
                // Uncached 500 K + 2 M − 10 K; read 1,500 K + 0.25 M; output 40.5 K. Cost: 0.9 + 0.675 + 0.2916 + 0.03
                // + 0.25 − 0.0013 + 24. An embedding and a virtual machine are left out; there is no 21st month.
                Arguments.of("azure-costs/old.csv", 7, 1, 2, tokens(2_490_000, 1_750_000, 0, 0, 0, 40_500), "26.1453"),
                Arguments.of("azure-costs/new.csv", 3, 0, 0, tokens(500_000, 1_500_000, 0, 0, 0, 40_500), "1.8666"),
                // Uncached 29,481 − 481; read 5,372.659 K + 1.5 M; written 100 K; output 2.5 K by the pricing unit.
                // Cost: 0.0884 + 1.6118 + 0.375 + 0.0375 + 0.75 − 0.0014 + 480. Credit, tax and disks are left out.
                Arguments.of("focus/1.2.csv", 7, 1, 3, tokens(29_000, 6_872_659, 0, 0, 100_000, 2_500), "482.8613"),
                Arguments.of("focus/1.0.csv", 4, 0, 0, tokens(29_481, 5_372_659, 0, 0, 100_000, 2_500), "2.1127"),
                // Cost: 0.036 + 0.066 + 0.0125 + 0.1 for storage, of which no tokens count.
                Arguments.of("google-bill/flat.csv", 4, 0, 2, tokens(120_000, 880_000, 0, 0, 0, 5_000), "0.2145"),
                // 4,808 + 3,180 + 110; the third row's count is no number; the last has no line break.
                Arguments.of("azure-trace/code.csv", 3, 1, 0, tokens(8_098, 0, 0, 0, 0, 45), null),
                Arguments.of("block-trace/mooncake.jsonl", 2, 0, 0, tokens(2_500, 0, 0, 0, 0, 10), null),
                Arguments.of("block-trace/qwen.jsonl", 1, 0, 0, tokens(521, 0, 0, 0, 0, 132), null),
                // Claude: 100 beside 5,000 read and 900 written. Codex: 9,324 with 6,912 read inside. The third has no
                // time.
                Arguments.of("tracelab/rounds.jsonl", 2, 1, 0, tokens(2_512, 11_912, 0, 0, 900, 484), null),
                // 150 + 60 (an agent's) + 290.
                Arguments.of("kv-cache-tester/session.json", 3, 1, 0, tokens(500, 0, 0, 0, 0, 45), null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fixtures")
    void hasTheTotalsWorkedOutByHand(
            String fixture, long accepted, long unreadable, long leftOut, List<Long> tokens, @Nullable String cost) {
        LedgerView view = view(fixture);
        FileReport report = Imported.only(view);
        UsageTotals found = view.totals();
        assertEquals(accepted, report.accepted(), "accepted");
        assertEquals(unreadable, report.unreadable(), () -> "refused: " + view.rejected());
        assertEquals(leftOut, report.leftOut(), "left out");
        assertEquals(
                tokens,
                List.of(
                        found.uncachedInput(),
                        found.cacheRead(),
                        found.cacheWrite5m(),
                        found.cacheWrite1h(),
                        found.cacheWriteOther(),
                        found.output()));
        assertEquals(cost == null ? Format.Kind.USAGE : Format.Kind.BILL, report.kind());
        assertEquals(
                cost == null ? BigDecimal.ZERO : new BigDecimal(cost),
                cost(view).stripTrailingZeros());
    }

    private static LedgerView view(String fixture) {
        String[] parts = fixture.split("/");
        return Imported.of(parts[0], parts[1]);
    }

    private static BigDecimal cost(LedgerView view) {
        return view.usage().stream()
                .map(DailyUsage::cost)
                .filter(Objects::nonNull)
                .map(ExactMoney::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fixtures")
    void noOtherFormatTakesTheFileForItsOwn(String fixture) throws IOException {
        String[] parts = fixture.split("/");
        try (Content content = Content.open(Files.newInputStream(Imported.fixture(parts[0], parts[1])))) {
            String text = content.head();
            Head head = new Head(parts[1], text, Set.copyOf(Tables.columns(text)));
            assertEquals(
                    1,
                    Formats.all().stream()
                            .filter(f -> f.recognise(head).isPresent())
                            .count());
        }
    }

    @Test
    void namesModelsAsThePriceReferencesDo() {
        assertEquals(
                List.of(
                        "amazon.nova-lite-v1:0",
                        "anthropic.claude-sonnet-4-20250514-v1:0",
                        "us.anthropic.claude-sonnet-4-20250514-v1:0"),
                models("bedrock-invocations/log.jsonl"));
        assertEquals(List.of("gpt-4.1", "gpt-4o-mini-0718", "gpt-5", "gpt-5-mini"), models("azure-costs/old.csv"));
        assertEquals(
                List.of("Claude 3 Haiku", "Claude4.6Sonnet", "Nova2.0Lite", "anthropic.claude-opus-4-8"),
                models("aws-bill/cur2.csv"));
    }

    private static List<String> models(String fixture) {
        return view(fixture).usage().stream()
                .map(DailyUsage::model)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void tellsServiceTiersAndCurrenciesApart() {
        Map<ServiceTier, String> tiers = view("azure-costs/old.csv").usage().stream()
                .filter(u -> "gpt-5-mini".equals(u.model()))
                .collect(Collectors.toMap(
                        u -> u.modifiers().tier(),
                        u -> Objects.requireNonNull(u.cost()).currency().code()));
        assertEquals(Map.of(ServiceTier.BATCH, "EUR"), tiers);
    }

    @Test
    void saysWhatABillCannotTell() {
        LedgerView view = view("focus/1.2.csv");
        assertSays(view, UsageFinding.Severity.INFO, "EffectiveCost differs");
        assertSays(view, UsageFinding.Severity.INFO, "Some quantities are negative");
        assertSays(view, UsageFinding.Severity.INFO, "2 rows of taxes and credits left out");
        assertSays(view, UsageFinding.Severity.INFO, "one row of other services left out");
        assertSays(view("google-bill/flat.csv"), UsageFinding.Severity.INFO, "Google’s credits are not deducted");
    }

    @Test
    void saysThatATraceHasNoDates() {
        LedgerView view = view("block-trace/mooncake.jsonl");
        assertSays(view, UsageFinding.Severity.INFO, "The trace’s times count from its beginning");
        assertSays(view, UsageFinding.Severity.WARNING, "without the time");
        assertTrue(view.period() == null);
    }

    @Test
    void namesTheColumnThatWasRenamed() {
        LedgerView view = view("azure-costs/renamed.csv");
        assertSays(
                view, UsageFinding.Severity.ERROR, "looks like Azure cost export, but the column quantity is missing");
        assertEquals(0, Imported.only(view).accepted());
    }

    @Test
    void keepsNeitherAccountsNorPrincipals() {
        String all = view("bedrock-invocations/log.jsonl").toString() + view("aws-bill/cur2.csv");
        assertEquals(-1, all.indexOf("support-bot"));
        assertEquals(-1, all.indexOf("role/"));
    }

    @ParameterizedTest
    @MethodSource("meters")
    void readsMetersNames(String name, Meter.@Nullable Kind kind) {
        assertEquals(kind, Meter.kind(name).orElse(null));
    }

    static Stream<Arguments> meters() {
        Map<String, Meter.Kind> kinds = new TreeMap<>(Map.of(
                "gpt 4.1 cached Inp glbl Tokens", Meter.Kind.READ,
                "gpt 4.1 Inp glbl Tokens", Meter.Kind.UNCACHED,
                "gpt 5 outpt Glbl 1M Tokens", Meter.Kind.OUTPUT,
                "gpt 5 cd inp DZ 1M Tokens", Meter.Kind.READ,
                "USW2-MP:USW2_CacheReadInputTokenCount-Units", Meter.Kind.READ,
                "USW2-MP:USW2_CacheWriteInputTokenCount-Units", Meter.Kind.WRITE,
                "USW2-MP:USW2_OutputTokenCount-Units", Meter.Kind.OUTPUT,
                "USE1-Claude4.6Sonnet-cache-write-1h-input-token-count", Meter.Kind.WRITE_1H,
                "Claude Opus 4.8 5m Cache Write Tokens", Meter.Kind.WRITE_5M));
        return Stream.concat(
                kinds.entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue())),
                Stream.of(
                                "Input and output tokens",
                                "Tokens in US West",
                                "gpt 4.1 training Inp Tokens",
                                "Cache Storage")
                        .map(name -> Arguments.of(name, null)));
    }
}
