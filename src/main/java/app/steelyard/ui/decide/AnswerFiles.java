package app.steelyard.ui.decide;

import app.steelyard.app.Dialogs;
import app.steelyard.app.decide.AnsweredPlan;
import app.steelyard.app.decide.CountedPrompt;
import app.steelyard.app.decide.SavedAnswers;
import app.steelyard.app.plan.PlanSource;
import app.steelyard.decision.answers.Answers;
import app.steelyard.document.AnswersFile;
import app.steelyard.document.OpenedAnswers;
import app.steelyard.document.PlanFile;
import app.steelyard.document.Samples;
import app.steelyard.document.Sketch;
import app.steelyard.plan.Plan;
import app.steelyard.text.Refusal;
import app.steelyard.text.Texts;
import app.steelyard.ui.work.Actions;
import app.steelyard.ui.work.Background;
import app.steelyard.ui.work.Workspace;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Answers as files. Each belongs to a plan file, an example, or a sketch, which is opened with it.
 *
 * @param opened told when another plan was opened
 * @param tell shows what was done
 */
record AnswerFiles(
        Workspace workspace,
        Session session,
        Actions actions,
        Dialogs dialogs,
        Runnable opened,
        Consumer<String> tell) {
    private static final Texts TEXTS = Texts.of(AnswerFiles.class);

    /** Asks where to, and writes the answers there. */
    void save() {
        dialogs.save(Dialogs.FileKind.ANSWERS, workspace.plan().name()).ifPresent(file -> {
            AnswersFile answers = SavedAnswers.of(
                    session.answers(),
                    workspace.plan(),
                    workspace.fileProperty().get(),
                    session.sample(),
                    file);
            Background.run(
                    () -> {
                        OpenedAnswers.save(file, answers);
                        return file;
                    },
                    written -> tell.accept(TEXTS.get("answers.saved", written)),
                    e -> failed("failed", e));
        });
    }

    /** Asks for a file, and takes its answers over, with the plan they belong to if that is another one. */
    void open() {
        dialogs.open(Dialogs.FileKind.ANSWERS).ifPresent(file -> {
            String name = String.valueOf(file.getFileName());
            try {
                OpenedAnswers read = OpenedAnswers.open(file);
                if (turnTo(read.answers(), file)) {
                    String prompt = read.answers().prompt();
                    if (prompt == null) {
                        take(read, name, workspace.plan());
                    } else {
                        count(read, name, file.resolveSibling(prompt));
                    }
                }
            } catch (Refusal | InvalidPathException e) {
                failed("answers.failed", e);
            }
        });
    }

    /**
     * Counts the prompt file beside the JavaFX thread, and then takes over the answers about what is in it, unless the plan
     * has become another one meanwhile.
     */
    private void count(OpenedAnswers answers, String name, Path prompt) {
        Plan plan = workspace.plan();
        Background.run(
                () -> CountedPrompt.into(plan, prompt),
                counted -> {
                    if (!workspace.plan().equals(plan)) {
                        return;
                    }
                    try {
                        take(answers, name, counted);
                    } catch (Refusal e) {
                        failed("answers.failed", e);
                    }
                },
                e -> failed("answers.failed", e));
    }

    private void take(OpenedAnswers opened, String name, Plan plan) {
        opened.check(plan, workspace.book());
        Answers answers = opened.answers().answers();
        session.edit(TEXTS.get("answers.taken", name), p -> AnsweredPlan.in(plan, answers), answers);
        tell.accept(TEXTS.get("answers.opened", name));
    }

    /** Whether the plan that the answers belong to is the one at hand, or has become it. */
    private boolean turnTo(AnswersFile answers, Path file) {
        Sketch drawn = answers.sketch();
        String plan = answers.plan();
        if (drawn != null) {
            return SavedAnswers.sketches(drawn, workspace.plan()) || turned(actions.begin(drawn.plan()));
        }
        if (plan == null) {
            return true;
        }
        Optional<String> named = PlanSource.sampleNamed(plan);
        if (named.isPresent()) {
            String id = named.get();
            Optional<Plan> sample = Samples.plan(id);
            if (sample.isEmpty()) {
                dialogs.error(TEXTS.get("answers.failed"), TEXTS.get("answers.noSample", id), plan);
            }
            return session.sample().filter(id::equals).isPresent()
                    || sample.filter(s -> turned(actions.begin(s))).isPresent();
        }
        Path beside = file.resolveSibling(plan).toAbsolutePath().normalize();
        PlanFile here = workspace.fileProperty().get();
        return (here != null && beside.equals(here.path().toAbsolutePath().normalize()))
                || turned(actions.open(beside));
    }

    private boolean turned(boolean other) {
        if (other) {
            opened.run();
        }
        return other;
    }

    private void failed(String what, Exception e) {
        dialogs.error(TEXTS.get(what), String.valueOf(e.getMessage()), e.toString());
    }
}
