package app.steelyard.ui.decide;

import app.steelyard.app.Dialogs;
import app.steelyard.plan.PriceRef;
import app.steelyard.tokens.PromptCount;
import app.steelyard.tokens.PromptFile;
import app.steelyard.tokens.TokenCounter;
import app.steelyard.ui.work.Background;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Items from a prompt file: asks for the file, and reads and counts it away from the JavaFX thread. */
final class PromptItems {
    private final Dialogs dialogs;
    private Background.@Nullable Job job;

    PromptItems(Dialogs dialogs) {
        this.dialogs = dialogs;
    }

    /**
     * Asks for a file and reads it.
     *
     * @param begun told the file's name, if one was chosen
     * @param done what is in it
     * @param failed why it could not be read
     */
    void choose(PriceRef model, Consumer<String> begun, Consumer<PromptCount> done, Consumer<String> failed) {
        Optional<Path> file = dialogs.open(Dialogs.FileKind.PROMPT);
        if (file.isEmpty()) {
            return;
        }
        begun.accept(String.valueOf(file.get().getFileName()));
        job = Background.run(
                () -> PromptCount.of(PromptFile.read(file.get()), TokenCounter.of(model)),
                done,
                e -> failed.accept(String.valueOf(e.getMessage())));
    }

    /** Forgets the file that is being read. */
    void cancel() {
        if (job != null) {
            job.cancel();
        }
    }
}
