package app.steelyard.usage.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.text.Currency;
import app.steelyard.text.Problem;
import app.steelyard.usage.figures.FileReport;
import app.steelyard.usage.figures.Imported;
import app.steelyard.usage.figures.LedgerView;
import app.steelyard.usage.figures.UsageTotals;
import app.steelyard.usage.ledger.Ledger;
import app.steelyard.usage.log.LogMapping.Meaning;
import app.steelyard.usage.log.LogMapping.TimeUnit;
import app.steelyard.usage.notation.NotationScout;
import app.steelyard.usage.row.UsageFinding;
import app.steelyard.usage.store.Progress;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Home-made logs in JSON, which are read by paths as tables are by columns. */
class JsonLogTest {
    /** 100 + 300 input, 60 + 200 of it read; 10 + 30 output. */
    private static final UsageTotals TWO = new UsageTotals(2, 140, 260, 0, 0, 0, 40, true, true, false);

    private static final String FIRST = """
        {"ts":"2026-09-01T08:00:00Z","llm":{"model":"gpt-5.1"},"chat_id":"a",\
        "usage":{"prompt_tokens":100,"prompt_tokens_details":{"cached_tokens":60},"completion_tokens":10}}\
        """;

    private static final String SECOND = """
        {"ts":"2026-09-01T08:05:00Z","llm":{"model":"gpt-5.1"},"chat_id":"a",\
        "usage":{"prompt_tokens":300,"prompt_tokens_details":{"cached_tokens":200},"completion_tokens":30}}\
        """;

    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static LedgerView read(ReadingChoice reading, Path... files) {
        try (Ledger ledger = Ledger.temporary()) {
            assertTrue(ledger.add(List.of(files), reading, Progress.NONE));
            return ledger.view();
        }
    }

    private static ReadingChoice wishing(Map<Meaning, String> columns) {
        return new ReadingChoice(
                null, false, List.of(), new MappingWishes(columns, null, null, null, null, NotationScout.Wish.NONE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A\nB\n",
                "A\n\nB",
                "[A,B]",
                "[[A],[B]]",
                "{\"data\":[A,B]}",
                "{\"next\":null,\"data\":[A,B],\"has_more\":false}",
                "{\"result\":{\"page\":1,\"items\":[A,B]}}",
                "{\"data\":[A]}\n{\"data\":[B]}\n",
                "[{\"records\":[A]},{\"records\":[B]}]",
                "{\"chats\":[{\"turns\":[A]},{\"turns\":[B]}]}",
                "{\"tags\":[{\"k\":\"v\"}],\"calls\":[A,B]}",
                "A B"
            })
    void findsTheRecordsWhereverTheyLie(String shape) throws IOException {
        LedgerView view = Imported.of(
                file("own.json", shape.replace("A", "\1").replace("B", SECOND).replace("\1", FIRST)));
        assertEquals(TWO, view.totals());
        assertEquals(List.of("gpt-5.1"), List.copyOf(view.byModel().keySet()));
        assertEquals(2, Imported.only(view).accepted());
        assertEquals(0, Imported.only(view).unreadable());
        Imported.assertSays(view, UsageFinding.Severity.INFO, "input = usage.prompt_tokens");
        Imported.assertSays(view, UsageFinding.Severity.INFO, "prefix = chat_id");
    }

    @Test
    void readsPackedFilesAndFoldersOfThem() throws IOException {
        Path logs = Files.createDirectories(folder.resolve("logs"));
        Files.writeString(logs.resolve("a.json"), "[" + FIRST + "]");
        try (Writer out = new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(logs.resolve("b.jsonl.gz"))), StandardCharsets.UTF_8)) {
            out.write(SECOND + "\n");
        }
        LedgerView view = Imported.of(logs);
        assertEquals(TWO, view.totals());
        assertEquals(2, view.files().size());
    }

    @Test
    void whatStandsAroundAListBelongsToItsRecords() throws IOException {
        LedgerView view = Imported.of(file("sessions.jsonl", """
            {"session":"s1","model":"claude-sonnet-4-5","turns":[\
            {"time":1788249600,"tokens":{"input":100,"output":5}},{"time":1788249660,"tokens":{"input":200,"output":6}}]}
            {"session":"s2","model":"gpt-5.1","turns":[{"time":1788249700,"tokens":{"input":1000,"output":7}}]}
            """));
        assertEquals(1300, view.totals().input());
        assertEquals(18, view.totals().output());
        assertEquals(300, view.byModel().get("claude-sonnet-4-5").input());
        Imported.assertSays(view, UsageFinding.Severity.INFO, "prefix = session");
    }

    @Test
    void aNameMayHoldDots() throws IOException {
        LedgerView view = Imported.of(file("flat.jsonl", """
            {"timestamp":1788249600.5,"attributes":{"gen_ai.request.model":"gpt-5.1","llm.usage.inputTokens":70,"llm.usage.outputTokens":7}}
            {"timestamp":1788249601.5,"attributes":{"gen_ai.request.model":"gpt-5.1","llm.usage.inputTokens":30,"llm.usage.outputTokens":3}}
            """));
        assertEquals(100, view.totals().input());
        assertEquals(10, view.totals().output());
        assertEquals(List.of("gpt-5.1"), List.copyOf(view.byModel().keySet()));
    }

    @Test
    void refusesWhatDoesNotFitByLineAndPathAndCountsTheRest() throws IOException {
        LedgerView view = Imported.of(file(
                "own.jsonl",
                FIRST + "\n" + SECOND.replace("300", "\"three\"") + "\n"
                        + SECOND.replace("\"2026-09-01T08:05:00Z\"", "\"soon\"") + "\n{\"ts\": broken}\n"
                        + SECOND.replace(":30}", ":{\"a\":1}}") + "\n" + SECOND.replace("200", "900") + "\n" + SECOND
                        + "\n"));
        FileReport report = Imported.only(view);
        assertEquals(2, report.accepted());
        assertEquals(5, report.unreadable());
        assertEquals(TWO, view.totals());
        assertEquals(
                List.of("2 usage.prompt_tokens", "3 ts", "4 ", "5 usage.completion_tokens", "6 "),
                view.rejected().stream().map(p -> p.line() + " " + p.pointer()).toList());
        assertFalse(view.rejected().toString().contains("three"), "content may be private");
    }

    @Test
    void aRecordWithinAListIsNamedByItsPlace() throws IOException {
        LedgerView view = Imported.of(file(
                "own.json", "{\"data\":[" + FIRST + "," + SECOND.replace(":30}", ":-30}") + ",7," + SECOND + "]}"));
        assertEquals(TWO, view.totals());
        assertEquals(
                List.of("/data/1/usage.completion_tokens", "/data/2"),
                view.rejected().stream().map(Problem::pointer).sorted().toList());
    }

    @Test
    void aFileThatBreaksOffKeepsWhatWasWhole() throws IOException {
        LedgerView view =
                Imported.of(file("own.json", "{\"data\":[" + FIRST + "," + SECOND + "," + FIRST.substring(0, 60)));
        assertEquals(TWO, view.totals());
        Imported.assertSays(view, UsageFinding.Severity.ERROR, "breaks off");
    }

    @Test
    void namesThePathsWhereNothingCanBeGuessed() throws IOException {
        LedgerView view = Imported.of(file("own.jsonl", """
            {"a":{"b":12,"c":"x"},"when":"2026-09-01T08:00:00Z","list":[1,2]}
            {"a":{"b":13,"c":"y"},"when":"2026-09-01T08:00:01Z","list":[1,2]}
            """));
        assertEquals(0, view.totals().requests());
        Imported.assertSays(view, UsageFinding.Severity.ERROR, "input, output. It has a.b, a.c, when.");
        Imported.assertSays(view, UsageFinding.Severity.ERROR, "--map input=PATH");
    }

    @Test
    void whatAPersonSaysGoesBeforeTheGuess() throws IOException {
        Path log = file("own.jsonl", """
            {"ts":1788249600000,"in":{"asked":12,"budget_tokens":900},"out_tok":3,"model":"gpt-5.1"}
            {"ts":1788249601000,"in":{"asked":13,"budget_tokens":900},"out_tok":4,"model":"gpt-5.1"}
            """);
        LedgerView view = read(wishing(Map.of(Meaning.INPUT, "in.asked")), log);
        assertEquals(25, view.totals().input());
        assertEquals(7, view.totals().output());
        LedgerView none = read(wishing(Map.of(Meaning.INPUT, "in.aksed")), log);
        assertEquals(0, none.totals().requests());
        Imported.assertSays(none, UsageFinding.Severity.ERROR, "own.jsonl has no in.aksed");
        Imported.assertSays(none, UsageFinding.Severity.ERROR, "ts, in.asked, in.budget_tokens");
    }

    @Test
    void anElementOfAListIsReadWhereAPersonSaysSo() throws IOException {
        Path log = file("own.jsonl", """
            {"ts":1788249600,"counts":[12,3]}
            {"ts":1788249601,"counts":[13,4]}
            """);
        assertEquals(0, Imported.of(log).totals().requests(), "a first element need not stand for all");
        LedgerView view = read(wishing(Map.of(Meaning.INPUT, "counts.0", Meaning.OUTPUT, "counts.1")), log);
        assertEquals(25, view.totals().input());
        assertEquals(7, view.totals().output());
    }

    @Test
    void aMappingIsUsedAgainAndMayNameWhatFewRecordsHave() throws IOException {
        LogMapping mapping = new LogMapping(
                Map.of(Meaning.TIME, "when", Meaning.INPUT, "n.in", Meaning.OUTPUT, "n.out", Meaning.READ, "n.hit"),
                TimeUnit.SECONDS,
                true,
                "openai",
                Currency.USD);
        Path log = file(
                "own.jsonl",
                "{\"when\":1788249600,\"n\":{\"in\":100,\"out\":1}}\n".repeat(3)
                        + "{\"when\":1788249700,\"n\":{\"in\":100,\"out\":1,\"hit\":40}}\n");
        LedgerView view = read(new ReadingChoice(null, false, List.of(mapping)), log);
        assertEquals(40, view.totals().cacheRead());
        assertEquals(400, view.totals().input());
    }

    @Test
    void aFormatThatIsKnownGoesBefore() throws IOException {
        String answer = """
            {"id":"%s","object":"chat.completion","created":1788249600,"model":"gpt-5.1","choices":[],\
            "usage":{"prompt_tokens":100,"completion_tokens":10,"prompt_tokens_details":{"cached_tokens":60}}}
            """;
        LedgerView view = read(
                wishing(Map.of(Meaning.INPUT, "usage.completion_tokens")),
                file("answers.jsonl", answer.formatted("a") + answer.formatted("b")));
        assertEquals(200, view.totals().input());
    }

    @Test
    void theIdOfSomethingElseTakesNoRowAway() throws IOException {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            log.append("""
                {"time":%d,"user":{"id":"u"},"trace_id":"t%d","input_tokens":10,"output_tokens":1}
                """.formatted(1_788_249_600 + i, i / 3));
        }
        LedgerView view = Imported.of(file("own.jsonl", log.toString()));
        assertEquals(6, view.totals().requests());
        assertEquals(60, view.totals().input());
    }

    /** Of what nobody writes, a part is looked at, and it takes no minutes to find out that it is none. */
    @Test
    void aStrangersJsonIsLookedAtInBoundedTime() {
        String lists = IntStream.range(0, 12_000)
                .mapToObj(i -> "\"k" + i + "\":[{\"a\":1,\"b\":\"2026-01-01\",\"c\":3}]")
                .collect(Collectors.joining(",", "{", "}"));
        String wide = IntStream.range(0, 100)
                .mapToObj(row -> IntStream.range(0, 400)
                        .mapToObj(i -> "\"tokens_in_" + i + "_" + row + "\":1")
                        .collect(Collectors.joining(",", "{", "}")))
                .collect(Collectors.joining("\n"));
        String name = "in".repeat(3_000) + "x." + "a.".repeat(1_000);
        for (String text : List.of(lists, wide, "{\"ts\":1,\"" + name + "\":2}")) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(10),
                    () -> assertFalse(JsonLog.columns(text).isEmpty()));
        }
        assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> ColumnGuess.of(List.of("ts", name), List.of(List.of("1", "2"))));
    }

    /** More rows than are looked at together, each in its place. */
    @Test
    void aLongLogIsReadInParts() throws IOException {
        Path log = folder.resolve("long.json");
        try (Writer out = Files.newBufferedWriter(log)) {
            out.write("{\"data\":[\n");
            for (int i = 0; i < 410_000; i++) {
                out.write((i == 0 ? "" : ",\n") + "{\"t\":" + (1_788_249_600L + i) + ",\"input_tokens\":"
                        + (i == 400_001 ? "-1" : "2") + ",\"output_tokens\":1}");
            }
            out.write("\n]}");
        }
        LedgerView view = Imported.of(log);
        assertEquals(409_999, view.totals().requests());
        assertEquals(819_998, view.totals().input());
        assertEquals(400_003, view.rejected().getFirst().line());
    }
}
