package app.steelyard.usage.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.usage.figures.Imported;
import app.steelyard.usage.figures.LedgerView;
import app.steelyard.usage.log.LogMapping.Meaning;
import app.steelyard.usage.log.LogMapping.TimeUnit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnGuessTest {
    @TempDir
    Path folder;

    private static ColumnGuess guess(String columns, String... rows) {
        return ColumnGuess.of(
                List.of(columns.split(",", -1)),
                List.of(rows).stream().map(r -> List.of(r.split(",", -1))).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "ts, TIME",
        "created_at, TIME",
        "created-at, TIME",
        "createdat, TIME",
        "time, TIME",
        "event.timestamp, TIME",
        "model_name, MODEL",
        "llm model, MODEL",
        "engine, MODEL",
        "prompt_tokens, INPUT",
        "prompttokens, INPUT",
        "in_tok, INPUT",
        "tokens-in, INPUT",
        "usage.prompt_tokens, INPUT",
        "num_input_tokens, INPUT",
        "cached, READ",
        "tok_cached, READ",
        "cached input tokens, READ",
        "cache_creation_tok, WRITE",
        "completion, OUTPUT",
        "out_tok, OUTPUT",
        "usage.completion_tokens, OUTPUT",
        "cost (usd), COST",
        "chat_id, PREFIX",
        "customer_name, TENANT"
    })
    void knowsNamesHoweverTheyAreWritten(String column, Meaning meaning) {
        ColumnGuess guess = guess(column + ",zzz,yyy");
        assertEquals(Map.of(meaning, column), guess.mapping().columns());
        assertEquals(Map.of(meaning, ColumnGuess.Clue.NAME), guess.clues());
    }

    @ParameterizedTest
    @CsvSource({
        "total_tokens",
        "max_output_tokens",
        "latency_ms",
        "time_elapsed",
        "cache_hit",
        "cache_hit_ratio",
        "tokens",
        "status",
        "uncached_price"
    })
    void leavesAloneWhatIsSomethingElse(String column) {
        assertEquals(Map.of(), guess(column + ",zzz,yyy").mapping().columns());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-01T08:00:00Z, ISO",
        "2026-09-01 08:00:00+02:00, ISO",
        "1788249600, SECONDS",
        "1788249600.25, SECONDS",
        "1788249600123, MILLISECONDS",
        "1788249600123456, MICROSECONDS"
    })
    void tellsTimesAndTheirUnitByWhatStandsThere(String time, TimeUnit unit) {
        ColumnGuess guess = guess("wann,welches,zahl", time + ",gpt-5.1,12", time + ",claude-sonnet-4-5,13");
        assertEquals(
                Map.of(Meaning.TIME, "wann", Meaning.MODEL, "welches"),
                guess.mapping().columns());
        assertEquals(unit, guess.mapping().timeUnit());
        assertEquals(ColumnGuess.Clue.VALUES, guess.clues().get(Meaning.TIME));
    }

    @Test
    void contentSpeaksAgainstAName() {
        ColumnGuess guess = guess(
                "time,created,prompt,prompt_toks,model_ms,model_used",
                "0.73,1788249600,Dear all,512,90,gpt-5.1",
                "1.02,1788249601,Hello,80,75,gpt-5.1");
        assertEquals(
                Map.of(Meaning.TIME, "created", Meaning.INPUT, "prompt_toks", Meaning.MODEL, "model_used"),
                guess.mapping().columns());
    }

    @Test
    void aTimeThatCannotBeReadIsStillShown() {
        assertEquals(
                "timestamp",
                guess("timestamp,a,b", "yesterday,1,2").mapping().columns().get(Meaning.TIME));
    }

    @Test
    void tellsWhetherCachedTokensAreBeside() {
        assertTrue(guess("ts,in_tok,cached,out_tok", "1788249600,100,80,5")
                .mapping()
                .inside());
        assertFalse(guess("ts,in_tok,cached,out_tok", "1788249600,100,80,5", "1788249600,10,80,5")
                .mapping()
                .inside());
        assertFalse(guess("ts,uncached_in_tok,cached,out_tok").mapping().inside());
    }

    @Test
    void noColumnMeansTwoThings() {
        Map<Meaning, String> columns = guess("date,time,in,out,prompt_tokens,completion_tokens")
                .mapping()
                .columns();
        assertEquals(columns.size(), columns.values().stream().distinct().count());
        assertEquals("prompt_tokens", columns.get(Meaning.INPUT));
    }

    @Test
    void theImportSuggestsItAndReadsNothingByIt() throws IOException {
        Path log = Files.writeString(folder.resolve("own.csv"), "ts,engine,in_tok,out_tok\n1788249600,gpt-5.1,100,5\n");
        LedgerView view = Imported.of(log);
        assertEquals(0, view.totals().requests());
        Imported.assertSays(
                view,
                app.steelyard.usage.row.UsageFinding.Severity.INFO,
                "time = ts, model = engine, input = in_tok, output = out_tok");
    }
}
