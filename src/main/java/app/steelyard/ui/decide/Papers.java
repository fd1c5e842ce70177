package app.steelyard.ui.decide;

import app.steelyard.app.Dialogs;
import app.steelyard.decision.Decision;
import app.steelyard.decision.Flip;
import app.steelyard.decision.Flips;
import app.steelyard.document.PlanCodec;
import app.steelyard.document.PlanFile;
import app.steelyard.files.AtomicFile;
import app.steelyard.report.record.DecisionRecord;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.work.Background;
import app.steelyard.ui.work.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * The decision record: shown, copied and saved. What would flip the decision is in it, and waited for.
 *
 * @param tell shows what was done
 */
record Papers(Workspace workspace, Dialogs dialogs, Clock clock, Consumer<String> tell) {
    private static final Texts TEXTS = Texts.of(Papers.class);

    private Callable<String> record(Decision decision, Optional<List<Flip>> flips) {
        PlanFile file = workspace.fileProperty().get();
        boolean saved = file != null && file.plan().equals(decision.plan());
        LocalDate day = LocalDate.now(clock);
        return () -> {
            List<Flip> all = flips.isPresent() ? flips.get() : Flips.of(decision, workspace.book());
            String digest = saved && file != null ? file.content() : PlanFile.digest(PlanCodec.write(decision.plan()));
            String name = saved && file != null
                    ? String.valueOf(file.path().getFileName())
                    : decision.plan().name();
            return DecisionRecord.markdown(
                    decision, all, workspace.book(), DecisionRecord.Details.proposed(day, name, digest));
        };
    }

    /** Asks where to, and writes the record there. */
    void save(Decision decision, Optional<List<Flip>> flips) {
        Callable<String> record = record(decision, flips);
        dialogs.save(
                        Dialogs.FileKind.MARKDOWN,
                        TEXTS.get("record.name", workspace.plan().name()))
                .ifPresent(file -> {
                    tell.accept(TEXTS.get("record.writing"));
                    Background.run(
                            () -> write(file, record.call()),
                            written -> tell.accept(TEXTS.get("record.saved", written)),
                            this::failed);
                });
    }

    /** Puts the record on the clipboard. */
    void copy(Decision decision, Optional<List<Flip>> flips) {
        tell.accept(TEXTS.get("record.writing"));
        Background.run(
                record(decision, flips),
                text -> {
                    Fx.copy(text);
                    tell.accept(TEXTS.get("record.copied"));
                },
                this::failed);
    }

    /** Hands the record over to be read before it is saved. */
    void show(Decision decision, Optional<List<Flip>> flips, Consumer<String> reader) {
        Background.run(record(decision, flips), reader, this::failed);
    }

    private static Path write(Path file, String text) throws IOException {
        AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
        return file;
    }

    private void failed(Exception e) {
        tell.accept(TEXTS.get("failed"));
        dialogs.error(TEXTS.get("failed"), String.valueOf(e.getMessage()), e.toString());
    }
}
