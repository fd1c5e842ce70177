package app.steelyard.ui.shell;

import app.steelyard.app.journal.Journal;
import app.steelyard.app.journal.Unfinished;
import app.steelyard.document.JournalEntry;
import app.steelyard.document.PlanFile;
import app.steelyard.files.AtomicFile;
import app.steelyard.text.Texts;
import app.steelyard.ui.work.Surroundings;
import app.steelyard.ui.work.Workspace;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/** Hands each state of the plan to the journal, as long as something would be lost if the program ended. */
final class Journalling {
    private static final Texts TEXTS = Texts.of(Journalling.class);

    private final Surroundings surroundings;
    private final Workspace workspace;
    private final Journal journal;
    private boolean kept;
    private boolean restoring;

    Journalling(Surroundings surroundings) {
        this.surroundings = surroundings;
        workspace = surroundings.workspace();
        journal = new Journal(
                Journal.folder(surroundings.settings().folder()),
                why -> Platform.runLater(() -> surroundings
                        .dialogs()
                        .tell(TEXTS.get("keeping.failed"), TEXTS.get("keeping.failed.text", AtomicFile.why(why)))));
        workspace.afterChange(this::keep);
        // So that what is kept is never older than the file, whenever the program ends.
        workspace.beforeSaving(() -> {
            if (kept) {
                journal.flush();
            }
        });
    }

    /** Keeps the plan as it is now, or nothing where that is not wanted, or not needed. */
    void keep() {
        if (restoring) {
            return;
        }
        if (surroundings.settings().keepsUnsaved() && surroundings.actions().wouldLose()) {
            kept = true;
            journal.keep(new JournalEntry(
                    surroundings.clock().instant(),
                    workspace.undoNameProperty().get(),
                    workspace.plan(),
                    workspace.answers(),
                    saved()));
        } else if (kept) {
            kept = false;
            journal.sweep();
        }
    }

    private JournalEntry.@Nullable SavedAs saved() {
        PlanFile file = workspace.fileProperty().get();
        return file == null ? null : new JournalEntry.SavedAs(file.path().toAbsolutePath(), file.content());
    }

    /**
     * Goes on with a plan that was found unfinished; false if the user would rather keep the one at hand.
     *
     * @param opened has the screens follow
     */
    boolean restore(Unfinished found, Runnable opened) {
        if (!surroundings.actions().mayLeave()) {
            return false;
        }
        JournalEntry entry = found.entry();
        JournalEntry.SavedAs saved = entry.saved();
        journal.adopt(found);
        kept = true;
        restoring = true;
        try {
            workspace.restore(
                    entry.plan(), saved == null ? null : new PlanFile(saved.path(), entry.plan(), saved.content()));
            opened.run();
            workspace.resume(entry.answers());
        } finally {
            restoring = false;
        }
        keep();
        return true;
    }

    /** The window goes: what it had was saved or given up. */
    void close() {
        journal.close();
    }
}
