package app.steelyard.app.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.plan.PlanField;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.profile.PriceBookLoader;
import app.steelyard.usage.figures.Imported;
import app.steelyard.usage.figures.PricedModels;
import app.steelyard.usage.figures.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogSaysTest {
    @TempDir
    private static Path folder;

    private static LogSays of(String log) throws IOException {
        PriceBook book = PriceBookLoader.load(folder).book();
        return LogSays.of(
                Imported.of(Files.writeString(folder.resolve("log.csv"), log)),
                new Selection(null, true, null),
                PricedModels.of(book),
                book);
    }

    /** Three requests in three of thirty-one days are thirty-one a month; what a prompt of another plan would be served is not told. */
    @Test
    void itTellsWhatTheLogMeasuresWithItsSource() throws IOException {
        LogSays says = of("""
                timestamp,model,prompt_tokens,cached_tokens,completion_tokens
                2026-10-01T00:00:00Z,gpt-5.1,1000,400,100
                2026-10-02T12:00:00Z,gpt-5.1,1000,400,200
                2026-10-03T23:59:59Z,gpt-5.1,1000,400,300
                """);
        LogSays.Said output = says.of(PlanField.OUTPUT_TOKENS).orElseThrow();
        assertEquals(200, output.value());
        assertTrue(output.source().contains("2026"), output::source);
        assertEquals(
                30.4375, says.of(PlanField.REQUESTS_PER_MONTH).orElseThrow().value(), 0.7);
        assertEquals(Optional.empty(), says.of(PlanField.MEASURED_HIT_RATE));
        assertEquals(Optional.empty(), says.of(PlanField.CACHE_MINIMUM_TOKENS));
        assertEquals(Optional.empty(), says.of(PlanField.FAILURE_COST));
    }

    @Test
    void whereNothingWasReadNothingIsSaid() {
        for (PlanField field : PlanField.values()) {
            assertEquals(Optional.empty(), LogSays.NOTHING.of(field));
        }
    }
}
