package app.steelyard.usage.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.usage.figures.Imported;
import app.steelyard.usage.ledger.Ledger;
import app.steelyard.usage.store.Progress;
import app.steelyard.usage.store.Stopped;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayStopTest {
    /** It ends within the next request, and the ledger can be replayed again. */
    @ParameterizedTest
    @CsvSource({"block-trace,conversations.jsonl,5", "request-log,sessions.csv,7"})
    void aReplayThatNobodyWantsEnds(String format, String file, long requests) {
        Path log = Imported.fixture(format, file);
        BlockTraces traces = new BlockTraces();
        try (Ledger ledger = Ledger.ofRequests(traces)) {
            assertTrue(ledger.add(List.of(log), Progress.NONE));
            CacheSteps.Known usual = (as, day) -> CacheSteps.USUAL;
            AtomicInteger asked = new AtomicInteger();
            assertThrows(
                    Stopped.class,
                    () -> Replay.of(
                            ledger, traces, ReplayLifetime.USUAL, false, usual, () -> asked.incrementAndGet() > 2));
            assertEquals(3, asked.get());
            Replay whole = Replay.of(ledger, traces, ReplayLifetime.USUAL, false, usual, () -> false);
            assertEquals(
                    requests, whole.parts().getFirst().tallies().replayed(0).requests());
        }
    }
}
