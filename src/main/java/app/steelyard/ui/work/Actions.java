package app.steelyard.ui.work;

import app.steelyard.app.Dialogs;
import app.steelyard.app.plan.FirstAnswers;
import app.steelyard.decision.answers.Answers;
import app.steelyard.document.PlanChangedException;
import app.steelyard.document.PlanFile;
import app.steelyard.document.Samples;
import app.steelyard.document.Settings;
import app.steelyard.plan.Plan;
import app.steelyard.text.Refusal;
import app.steelyard.text.Texts;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/** What can be done with the plan as a whole. Nothing is lost without a question. */
public record Actions(Workspace workspace, Dialogs dialogs, Settings settings) {
    private static final Texts TEXTS = Texts.of(Actions.class);

    /**
     * Begins a new plan: an example, and what was answered as its first edit; false if the user would rather keep the old
     * one.
     *
     * @throws Refusal if what was answered makes no sense; nothing is begun then
     */
    public boolean begin(FirstAnswers answers, LocalDate today) {
        Plan answered = answers.plan(workspace.book(), today);
        if (!begin(answers.example().plan(workspace.book(), today))) {
            return false;
        }
        workspace.edit(TEXTS.get("begin.answers"), null, example -> answered);
        return true;
    }

    /** Begins with {@code plan}; false if the user would rather keep the old one. */
    public boolean begin(Plan plan) {
        if (!mayLeave()) {
            return false;
        }
        workspace.begin(plan);
        return true;
    }

    /** Begins with a plan that was worked out and is lost unless it is saved; false if the user would rather keep the old one. */
    public boolean beginUnsaved(Plan made) {
        if (!mayLeave()) {
            return false;
        }
        workspace.beginUnsaved(made);
        return true;
    }

    /** Asks for a file and opens it; false if nothing was opened. */
    public boolean open() {
        return dialogs.open(Dialogs.FileKind.PLAN).map(this::open).orElse(false);
    }

    /** Opens a file; false if it cannot be read or the user would rather keep the old plan. */
    public boolean open(Path file) {
        if (!mayLeave()) {
            return false;
        }
        try {
            workspace.open(file);
            settings.addRecent(file);
            return true;
        } catch (Refusal e) {
            dialogs.error(TEXTS.get("open.failed"), String.valueOf(e.getMessage()), e.toString());
            return false;
        }
    }

    /** Saves where the plan was read from, or asks where; false if it was not saved. */
    public boolean save() {
        PlanFile file = workspace.fileProperty().get();
        return file == null ? saveAs() : save(file.path(), false);
    }

    /** Asks where to save; false if it was not saved. */
    public boolean saveAs() {
        Optional<Path> file =
                dialogs.save(Dialogs.FileKind.PLAN, workspace.plan().name());
        return file.map(f -> save(withEnding(f), true)).orElse(false);
    }

    private boolean save(Path file, boolean overwrite) {
        try {
            workspace.save(file, overwrite);
            settings.addRecent(file);
            return true;
        } catch (PlanChangedException e) {
            dialogs.tell(TEXTS.get("save.changed"), TEXTS.get("save.changed.text", file.getFileName()));
            return saveAs();
        } catch (Refusal e) {
            dialogs.error(TEXTS.get("save.failed"), String.valueOf(e.getMessage()), e.toString());
            return false;
        }
    }

    private static Path withEnding(Path file) {
        return file.toString().endsWith(PlanFile.ENDING) ? file : Path.of(file + PlanFile.ENDING);
    }

    /** Whether the current plan may be left: it is saved, or the user saves it now or gives it up. */
    public boolean mayLeave() {
        if (!wouldLose()) {
            return true;
        }
        return switch (dialogs.unsaved(workspace.plan().name())) {
            case SAVE -> save();
            case DISCARD -> true;
            case CANCEL -> false;
        };
    }

    /** Whether something was typed that stands nowhere else. */
    public boolean wouldLose() {
        return workspace.editedProperty().get() || answeredOnly();
    }

    /** Whether there are answers about a plan that stands nowhere, so that they go when it goes. */
    private boolean answeredOnly() {
        return workspace.fileProperty().get() == null
                && !workspace.answers().equals(Answers.NONE)
                && !Samples.has(workspace.plan());
    }
}
