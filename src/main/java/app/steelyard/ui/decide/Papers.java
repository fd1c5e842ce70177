package app.steelyard.ui.decide;

import app.steelyard.decision.AnswersCodec;
import app.steelyard.decision.AnswersException;
import app.steelyard.decision.AnswersFile;
import app.steelyard.decision.Decision;
import app.steelyard.decision.DecisionRecord;
import app.steelyard.decision.Flip;
import app.steelyard.decision.Flips;
import app.steelyard.decision.Sketch;
import app.steelyard.document.PlanCodec;
import app.steelyard.document.PlanFile;
import app.steelyard.files.AtomicFile;
import app.steelyard.plan.Plan;
import app.steelyard.text.Texts;
import app.steelyard.ui.work.Background;
import app.steelyard.ui.work.Dialogs;
import app.steelyard.ui.work.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** What leaves the wizard and comes back: the decision record and the answers. */
final class Papers {
    private static final Texts TEXTS = Texts.of(Papers.class);

    private final Workspace workspace;
    private final Session session;
    private final Dialogs dialogs;
    private final Clock clock;
    private final Consumer<String> tell;

    /** @param tell shows what was done */
    Papers(Workspace workspace, Session session, Dialogs dialogs, Clock clock, Consumer<String> tell) {
        this.workspace = workspace;
        this.session = session;
        this.dialogs = dialogs;
        this.clock = clock;
        this.tell = tell;
    }

    private Callable<String> record(Decision decision, Optional<List<Flip>> flips) {
        PlanFile file = workspace.fileProperty().get();
        boolean saved = file != null && file.plan().equals(decision.plan());
        LocalDate day = LocalDate.now(clock);
        return () -> {
            List<Flip> all = flips.isPresent() ? flips.get() : Flips.of(decision, workspace.book());
            String digest = saved && file != null ? file.content() : digest(PlanCodec.write(decision.plan()));
            String name = saved && file != null
                    ? String.valueOf(file.path().getFileName())
                    : decision.plan().name();
            return DecisionRecord.markdown(
                    decision, all, workspace.book(), DecisionRecord.Details.proposed(day, name, digest));
        };
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asks where to, and writes the record there; what would flip the decision is waited for. */
    void saveRecord(Decision decision, Optional<List<Flip>> flips) {
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
    void copyRecord(Decision decision, Optional<List<Flip>> flips) {
        tell.accept(TEXTS.get("record.writing"));
        Background.run(
                record(decision, flips),
                text -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putString(text);
                    Clipboard.getSystemClipboard().setContent(content);
                    tell.accept(TEXTS.get("record.copied"));
                },
                this::failed);
    }

    /** Asks where to, and writes the answers there. */
    void saveAnswers() {
        dialogs.save(Dialogs.FileKind.ANSWERS, workspace.plan().name()).ifPresent(file -> {
            String text = AnswersCodec.write(file(file));
            Background.run(
                    () -> write(file, text), written -> tell.accept(TEXTS.get("answers.saved", written)), this::failed);
        });
    }

    /** They name the plan they belong to, or hold a sketch of it. */
    private AnswersFile file(Path answers) {
        PlanFile file = workspace.fileProperty().get();
        Path folder = answers.toAbsolutePath().getParent();
        if (file != null
                && folder != null
                && folder.equals(file.path().toAbsolutePath().getParent())) {
            return new AnswersFile(String.valueOf(file.path().getFileName()), null, session.answers());
        }
        return session.sample()
                .map(id -> new AnswersFile("sample:" + id, null, session.answers()))
                .orElseGet(() -> new AnswersFile(null, sketch(workspace.plan()), session.answers()));
    }

    private static Sketch sketch(Plan plan) {
        return new Sketch(
                plan.name(),
                plan.inference().model(),
                plan.tuning().model(),
                plan.retrieval().embedding(),
                plan.inference().pricesAsOf(),
                plan.traffic().requestsPerMonth(),
                plan.traffic().outputTokens(),
                plan.traffic().tenants(),
                plan.traffic().users(),
                plan.items());
    }

    /** Asks for a file and takes its answers over, if they are about this plan. */
    void openAnswers() {
        dialogs.open(Dialogs.FileKind.ANSWERS).ifPresent(file -> {
            String name = String.valueOf(file.getFileName());
            try {
                AnswersFile read = AnswersCodec.read(Files.readString(file), name);
                AnswersCodec.check(read.answers(), workspace.plan(), name);
                session.set(read.answers());
                tell.accept(TEXTS.get("answers.opened", name));
            } catch (IOException | AnswersException e) {
                dialogs.error(TEXTS.get("answers.failed"), String.valueOf(e.getMessage()), e.toString());
            }
        });
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
