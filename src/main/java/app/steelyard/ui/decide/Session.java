package app.steelyard.ui.decide;

import app.steelyard.decision.Answer;
import app.steelyard.decision.AnswerKey;
import app.steelyard.decision.Answers;
import app.steelyard.decision.Interview;
import app.steelyard.decision.Question;
import app.steelyard.decision.Questions;
import app.steelyard.decision.SampleAnswers;
import app.steelyard.document.Samples;
import app.steelyard.plan.ContextItem;
import app.steelyard.plan.Plan;
import app.steelyard.text.Texts;
import app.steelyard.ui.decide.Page.Stage;
import app.steelyard.ui.work.Workspace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What was answered about the plan at hand, and the page that was open. Answers about an item outlive it, so that
 * undoing its removal brings them back.
 */
final class Session {
    private static final Texts TEXTS = Texts.of(Session.class);

    private final Workspace workspace;
    private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>(Page.of(Stage.DESCRIBE));
    private @Nullable Plan askedOf;
    private Answers askedWith = Answers.NONE;
    private List<Interview.Step> asked = List.of();
    private @Nullable String sample;
    private boolean answering;

    Session(Workspace workspace) {
        this.workspace = workspace;
        workspace.answersProperty().subscribe((was, is) -> {
            if (!answering) {
                follow(was, is);
            }
        });
    }

    ReadOnlyObjectProperty<Page> pageProperty() {
        return page.getReadOnlyProperty();
    }

    /** Begins anew, for a plan just opened. */
    void begin() {
        page.set(Page.of(Stage.DESCRIBE));
        sample = SampleAnswers.IDS.stream()
                .filter(id -> Samples.plan(id).filter(workspace.plan()::equals).isPresent())
                .findFirst()
                .orElse(null);
    }

    /** The id of the sample that the plan was opened from, if answers come with it. */
    Optional<String> sample() {
        return Optional.ofNullable(sample);
    }

    /** Takes over the answers that come with the sample. */
    void useSample() {
        sample().flatMap(SampleAnswers::of).ifPresent(file -> set(TEXTS.get("answers.sample"), file.answers()));
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

    void answer(AnswerKey key, Answer answer) {
        set(name(key), workspace.answers().with(key, answer));
    }

    /** Takes the answer back. */
    void skip(AnswerKey key) {
        set(name(key), workspace.answers().without(key));
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
            Page there = item.isEmpty() ? Page.of(Stage.SYSTEM) : new Page(Stage.QUESTIONS, item);
            if (pages().contains(there)) {
                go(there);
            }
        }
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
    List<Page> pages() {
        List<Page> pages = new ArrayList<>(List.of(Page.of(Stage.DESCRIBE), Page.of(Stage.ITEMS)));
        workspace.plan().items().forEach(i -> pages.add(new Page(Stage.QUESTIONS, i.id())));
        pages.addAll(List.of(Page.of(Stage.SYSTEM), Page.of(Stage.RESULT)));
        return pages;
    }

    /** The page that is open; the items if its own is gone. */
    Page page() {
        return pages().contains(page.get()) ? page.get() : Page.of(Stage.ITEMS);
    }

    void go(Page to) {
        page.set(to);
    }

    /** Opens the first page of a step, if it has one. */
    void go(Stage stage) {
        pages().stream().filter(p -> p.stage() == stage).findFirst().ifPresent(page::set);
    }

    /** The next page. */
    void next() {
        List<Page> pages = pages();
        page.set(pages.get(Math.min(pages.indexOf(page()) + 1, pages.size() - 1)));
    }

    /** The page before. */
    void back() {
        List<Page> pages = pages();
        page.set(pages.get(Math.max(pages.indexOf(page()) - 1, 0)));
    }

    /** Leaves the rest of this step open. */
    void skipStep() {
        List<Page> pages = pages();
        Stage stage = page().stage();
        pages.stream().filter(p -> p.stage().compareTo(stage) > 0).findFirst().ifPresent(page::set);
    }
}
