package app.steelyard.ui.decide;

import app.steelyard.app.Dialogs;
import app.steelyard.app.decide.NewItem;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.item.Scope;
import app.steelyard.text.Texts;
import app.steelyard.tokens.PromptCount;
import app.steelyard.tokens.PromptFile;
import app.steelyard.tokens.Role;
import app.steelyard.tokens.TokenCounter;
import app.steelyard.ui.work.Background;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Items from a prompt file: asks for the file, and reads and counts it away from the JavaFX thread. */
final class PromptItems {
    private static final Texts TEXTS = Texts.of(PromptItems.class);
    /** The word of the question what an item is. */
    private static final String SCHEMAS = "schemas";

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

    /** An item for each part of the file that has tokens. */
    static List<NewItem> items(PromptCount count) {
        return count.parts().stream()
                .filter(p -> p.tokens() > 0)
                .map(p -> new NewItem(
                        p.section().name(),
                        p.tokens(),
                        p.section().role() == Role.QUESTION ? Scope.REQUEST : Scope.SHARED,
                        p.section().role() == Role.TOOLS ? SCHEMAS : "",
                        count.source()))
                .toList();
    }

    /** What to know of the file, a line each. */
    static String told(PromptCount count) {
        List<String> lines = new ArrayList<>();
        lines.add(TEXTS.get("prompt.read", count.file().name(), items(count).size(), count.tokens()));
        lines.add(count.counting().sentence());
        if (count.seams() != 0) {
            lines.add(TEXTS.get("prompt.seams", count.inOnePiece()));
        }
        lines.addAll(count.file().notes());
        return String.join("\n", lines);
    }
}
