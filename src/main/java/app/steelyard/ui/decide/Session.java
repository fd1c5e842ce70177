package app.steelyard.ui.decide;

import app.steelyard.app.decide.AnsweredPlan;
import app.steelyard.app.decide.WizardPage;
import app.steelyard.app.decide.WizardPage.Stage;
import app.steelyard.decision.advice.Interview;
import app.steelyard.decision.answers.Answer;
import app.steelyard.decision.answers.Answers;
import app.steelyard.decision.rules.AnswerKey;
import app.steelyard.decision.rules.Question;
import app.steelyard.decision.rules.Questions;
import app.steelyard.document.PlanFile;
import app.steelyard.document.RememberedAnswers;
import app.steelyard.document.SampleAnswers;
import app.steelyard.document.Samples;
import app.steelyard.files.AtomicFile;
import app.steelyard.plan.Plan;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.text.Problem;
import app.steelyard.text.Texts;
import app.steelyard.ui.work.Workspace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What was answered about the plan at hand, and the page that is open; both are kept for when the plan is opened again.
 * Answers about an item outlive it, so that undoing its removal brings them back.
 */
final class Session {
    private static final Texts TEXTS = Texts.of(Session.class);
    private static final Duration PAUSE = Duration.seconds(1);

    private final Workspace workspace;
    private final RememberedAnswers memory;
    private final Consumer<String> tell;
    private final Runnable follows;
    private final PauseTransition soon = new PauseTransition(PAUSE);
    private final ReadOnlyObjectWrapper<WizardPage> page = new ReadOnlyObjectWrapper<>(WizardPage.of(Stage.DESCRIBE));
    private @Nullable Plan askedOf;
    private Answers askedWith = Answers.NONE;
    private List<Interview.Step> asked = List.of();
    private @Nullable String sample;
    private boolean answering;
    /** What the memory knows the plan by; empty from when a plan is left to when the next one is begun. */
    private String known = "";

    /** Whether the plan was neither in a file nor a sample when it was begun. */
    private boolean nowhere;

    private @Nullable AnswerKey followed;

    /**
     * @param tell shows what went wrong
     * @param follows told when undo or redo has changed an answer, and its page was opened
     */
    Session(Workspace workspace, RememberedAnswers memory, Consumer<String> tell, Runnable follows) {
        this.workspace = workspace;
        this.memory = memory;
        this.tell = tell;
        this.follows = follows;
        soon.setOnFinished(e -> keep(known, workspace.answers()));
        workspace.answersProperty().subscribe((was, is) -> {
            if (!answering && !known.isEmpty()) {
                follow(was, is);
            }
            keepSoon();
        });
        page.subscribe(() -> {
            followed = null;
            keepSoon();
        });
        workspace.fileProperty().subscribe((was, is) -> {
            if (!known.isEmpty() && is != null) {
                saved(was == null);
            }
        });
        workspace.beforeLeaving(() -> {
            if (nowhere && workspace.fileProperty().get() == null) {
                // Whoever was asked gave them up; the next new plan is known by the same name.
                soon.stop();
                keep(known, Answers.NONE);
            } else {
                keepNow();
            }
            known = "";
        });
    }

    ReadOnlyObjectProperty<WizardPage> pageProperty() {
        return page.getReadOnlyProperty();
    }

    /** Goes on with a plan just opened where it was left; returns what there is to tell of it. */
    String begin() {
        sample = SampleAnswers.IDS.stream()
                .filter(id -> Samples.plan(id).filter(workspace.plan()::equals).isPresent())
                .findFirst()
                .orElse(null);
        nowhere = workspace.fileProperty().get() == null && !Samples.has(workspace.plan());
        String told = "";
        Optional<RememberedAnswers.Kept> kept = Optional.empty();
        try {
            kept = memory.recall(name());
            told = kept.isPresent() ? TEXTS.get("kept.back") : "";
        } catch (IOException e) {
            told = String.valueOf(e.getMessage());
        }
        page.set(kept.map(Session::page).orElse(WizardPage.of(Stage.DESCRIBE)));
        workspace.resume(kept.map(RememberedAnswers.Kept::answers).orElse(Answers.NONE));
        known = name();
        return told;
    }

    private static WizardPage page(RememberedAnswers.Kept kept) {
        return Stream.of(Stage.values())
                .filter(s -> s.name().equals(kept.stage()))
                .findFirst()
                .map(s -> new WizardPage(s, kept.item()))
                .orElse(WizardPage.of(Stage.DESCRIBE));
    }

    /** A plan in no file is known by the name it was opened with. */
    private String name() {
        PlanFile file = workspace.fileProperty().get();
        return file == null
                ? workspace.plan().name()
                : file.path().toAbsolutePath().normalize().toString();
    }

    private void keepSoon() {
        if (!known.isEmpty()) {
            soon.playFromStart();
        }
    }

    /** Keeps what is not kept yet, before the plan or the window goes. */
    void keepNow() {
        if (soon.getStatus() == Animation.Status.RUNNING) {
            soon.stop();
            keep(known, workspace.answers());
        }
    }

    private void keep(String plan, Answers answers) {
        try {
            memory.keep(plan, new RememberedAnswers.Kept(answers, page().stage().name(), page().item()));
        } catch (IOException e) {
            tell.accept(TEXTS.get("kept.failed", AtomicFile.why(e)));
        }
    }

    /** The answers go with the plan; a plan that was in no file leaves none behind. */
    private void saved(boolean first) {
        if (first) {
            keep(known, Answers.NONE);
        }
        known = name();
        keep(known, workspace.answers());
    }

    /** The id of the sample that the plan was opened from, if answers come with it. */
    Optional<String> sample() {
        return Optional.ofNullable(sample);
    }

    /** Takes over the answers that come with the sample. */
    void useSample() {
        sample().flatMap(SampleAnswers::of)
                .ifPresent(file -> fill(
                        TEXTS.get("answers.sample"),
                        file.answers(),
                        file.answers().given().keySet()));
    }

    /** Whether the answers are those that come with the sample. */
    boolean sampleInUse() {
        return sample().flatMap(SampleAnswers::of)
                .filter(file -> file.answers().equals(workspace.answers()))
                .isPresent();
    }

    /** The answers about what the plan still has. */
    Answers answers() {
        Set<String> ids = workspace.plan().items().stream().map(ContextItem::id).collect(Collectors.toSet());
        Answers kept = workspace.answers();
        for (AnswerKey key : workspace.answers().given().keySet()) {
            kept = key.aboutSystem() || ids.contains(key.item()) ? kept : kept.forget(key.item());
        }
        return kept;
    }

    /** Whether something was said about an item of this id, be it there or not. */
    boolean remembers(String item) {
        return workspace.answers().given().keySet().stream()
                .anyMatch(k -> k.item().equals(item));
    }

    /** Replaces all answers. */
    void set(String name, Answers value) {
        answering = true;
        workspace.answer(name, value);
        answering = false;
    }

    /** Edits the plan and replaces all answers, to be undone as one. */
    List<Problem> edit(String name, UnaryOperator<Plan> change, Answers value) {
        answering = true;
        List<Problem> problems = workspace.edit(name, null, change, value);
        answering = false;
        return problems;
    }

    void answer(AnswerKey key, Answer answer) {
        fill(name(key), workspace.answers().with(key, answer), Set.of(key));
    }

    /** Takes the answer back. */
    void skip(AnswerKey key) {
        fill(name(key), workspace.answers().without(key), Set.of(key));
    }

    /** Replaces the answers, with what those to {@code keys} say of the plan, to be undone as one. */
    private void fill(String name, Answers next, Set<AnswerKey> keys) {
        Plan filled = workspace.plan();
        for (AnswerKey key : keys) {
            filled = AnsweredPlan.in(filled, key, next);
        }
        Plan then = filled;
        if (then.equals(workspace.plan())) {
            set(name, next);
        } else {
            edit(name, plan -> then, next);
        }
    }

    private static String name(AnswerKey key) {
        return Questions.get().question(key).map(Question::text).orElse(key.question());
    }

    /** Undo and redo are seen where they happen: the page of an answer that went or came is opened. */
    private void follow(Answers was, Answers is) {
        Set<AnswerKey> changed = new HashSet<>(was.given().keySet());
        changed.addAll(is.given().keySet());
        changed.removeIf(k -> was.get(k).equals(is.get(k)));
        if (changed.size() == 1) {
            String item = changed.iterator().next().item();
            WizardPage there = item.isEmpty() ? WizardPage.of(Stage.SYSTEM) : new WizardPage(Stage.QUESTIONS, item);
            if (pages().contains(there)) {
                go(there);
                followed = changed.iterator().next();
                follows.run();
            }
        }
    }

    /** Whether this is the question whose answer undo or redo has changed last, while its page is open. */
    boolean followed(AnswerKey key) {
        return key.equals(followed);
    }

    /** All questions worth asking now. */
    List<Interview.Step> steps() {
        Answers given = answers();
        if (!workspace.plan().equals(askedOf) || !given.equals(askedWith)) {
            asked = Interview.steps(workspace.plan(), given, workspace.book());
            askedOf = workspace.plan();
            askedWith = given;
        }
        return asked;
    }

    /** The questions about one item; those about the system if {@code item} is empty. */
    List<Interview.Step> steps(String item) {
        return steps().stream().filter(s -> s.key().item().equals(item)).toList();
    }

    /** All pages in order. */
    List<WizardPage> pages() {
        List<WizardPage> pages = new ArrayList<>(List.of(WizardPage.of(Stage.DESCRIBE), WizardPage.of(Stage.ITEMS)));
        workspace.plan().items().forEach(i -> pages.add(new WizardPage(Stage.QUESTIONS, i.id())));
        pages.addAll(List.of(WizardPage.of(Stage.SYSTEM), WizardPage.of(Stage.RESULT)));
        return pages;
    }

    /** The page that is open; the items if its own is gone. */
    WizardPage page() {
        return pages().contains(page.get()) ? page.get() : WizardPage.of(Stage.ITEMS);
    }

    void go(WizardPage to) {
        page.set(to);
    }

    /** Opens the first page of a step, if it has one. */
    void go(Stage stage) {
        pages().stream().filter(p -> p.stage() == stage).findFirst().ifPresent(page::set);
    }

    /** The next page. */
    void next() {
        List<WizardPage> pages = pages();
        page.set(pages.get(Math.min(pages.indexOf(page()) + 1, pages.size() - 1)));
    }

    /** The page before. */
    void back() {
        List<WizardPage> pages = pages();
        page.set(pages.get(Math.max(pages.indexOf(page()) - 1, 0)));
    }

    /** Leaves the rest of this step open. */
    void skipStep() {
        List<WizardPage> pages = pages();
        Stage stage = page().stage();
        pages.stream().filter(p -> p.stage().compareTo(stage) > 0).findFirst().ifPresent(page::set);
    }
}
