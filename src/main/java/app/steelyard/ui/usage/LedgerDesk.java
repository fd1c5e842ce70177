package app.steelyard.ui.usage;

import app.steelyard.ui.work.Background;
import app.steelyard.usage.ledger.Ledger;
import app.steelyard.usage.store.LedgerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * The one ledger of the window, opened when it is first asked. One thread works on it, in the order asked; what comes of
 * it is told on the JavaFX thread.
 */
final class LedgerDesk {
    private static final long PATIENCE_SECONDS = 5;

    private final Path file;
    private final Consumer<String> temporary;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            work -> Thread.ofPlatform().daemon().name("steelyard-usage").unstarted(work));
    private @Nullable Ledger ledger;

    /** Work on the ledger. */
    interface Work<T> {
        T on(Ledger ledger) throws IOException;
    }

    /** @param temporary told why the ledger is forgotten when the window closes, if it is */
    LedgerDesk(Path file, Consumer<String> temporary) {
        this.file = file;
        this.temporary = temporary;
    }

    <T> void ask(Work<T> work, Consumer<T> done, Consumer<Exception> failed) {
        try {
            Background.run(thread, () -> work.on(ledger()), done, failed);
        } catch (RejectedExecutionException e) {
            // The window is closed.
            return;
        }
    }

    private Ledger ledger() {
        if (ledger == null) {
            try {
                Files.createDirectories(
                        Objects.requireNonNull(file.toAbsolutePath().getParent()));
                ledger = Ledger.open(file);
            } catch (IOException | LedgerException e) {
                ledger = Ledger.temporary();
                Platform.runLater(() -> temporary.accept(String.valueOf(e.getMessage())));
            }
        }
        return ledger;
    }

    /** Waits for what is under way, and lets the ledger go. */
    void close() {
        try {
            thread.execute(() -> {
                if (ledger != null) {
                    ledger.close();
                    ledger = null;
                }
            });
            thread.shutdown();
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (RejectedExecutionException e) {
            // It was closed before.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
