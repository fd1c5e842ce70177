package app.steelyard.ui.work;

import app.steelyard.app.Headline;
import app.steelyard.app.plan.EditWords;
import app.steelyard.app.usage.LogSays;
import app.steelyard.app.whatif.HowSure;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.decision.answers.Answers;
import app.steelyard.document.History;
import app.steelyard.document.PlanFile;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.check.Assumed;
import app.steelyard.plan.check.PlanValidator;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.Problem;
import app.steelyard.usage.figures.LedgerView;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;

/**
 * The one plan being worked on, the answers about it, and all that follows. The plan here is always free of problems: an
 * edit that would make one is refused, and the result of the last good plan stays. Edits and answers are one history, so
 * that undo takes back whatever was done last.
 */
public final class Workspace {
    /** Why a field's text did not become part of the plan. */
    public record RefusedEdit(String field, String reason) {}

    /** @param mapped as what people said names in it are priced */
    public record ReadUsage(LedgerView all, Map<String, PriceRef> mapped) {}

    /** How sure the answer to a plan is. */
    public record Certainty(Plan plan, HowSure sure) {}

    /** All that undo brings back. */
    private record State(Plan plan, Answers answers) {}

    private Supplier<PriceBook> book;
    private final InstantSource clock;
    private History<State> history;
    /** What can be had again without saving; null for a plan that was never anywhere else. */
    private @Nullable Plan saved;

    private final ReadOnlyObjectWrapper<Plan> plan;
    private final ReadOnlyObjectWrapper<Answers> answers = new ReadOnlyObjectWrapper<>(Answers.NONE);
    private Weighed weighed;
    /** Whether anybody wants this plan weighed; who did will want the next one too. */
    private boolean wanted;

    private final ReadOnlyObjectWrapper<@Nullable Architecture> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Certainty> certainty = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Optional<ReadUsage>> readUsage = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<LogSays> logged = new ReadOnlyObjectWrapper<>(LogSays.NOTHING);
    private final ReadOnlyObjectWrapper<@Nullable PlanFile> file = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper edited = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper undoName = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper redoName = new ReadOnlyStringWrapper("");
    private final ObservableMap<String, RefusedEdit> refusals = FXCollections.observableHashMap();
    private final List<Runnable> leaving = new ArrayList<>();
    private final List<Runnable> saving = new ArrayList<>();
    private final List<Runnable> changed = new ArrayList<>();
    private final FrameShare frames = new FrameShare();

    /** @param book asked for when something is first priced, and not before; it may have to be waited for */
    public Workspace(Plan first, Supplier<PriceBook> book) {
        this(first, book, InstantSource.system());
    }

    /** @param clock edits of the same field close together become one step */
    public Workspace(Plan first, Supplier<PriceBook> book, InstantSource clock) {
        this.book = book;
        this.clock = clock;
        this.history = History.of(new State(first, Answers.NONE));
        this.saved = first;
        this.plan = new ReadOnlyObjectWrapper<>(first);
        this.weighed = weighed(first);
    }

    /** Who shows what while a hand drags. */
    public FrameShare frames() {
        return frames;
    }

    public PriceBook book() {
        return book.get();
    }

    public Plan plan() {
        return plan.get();
    }

    /** Goes on with other prices: everything is weighed anew, and nothing of the plan is edited. */
    public void reprice(PriceBook other) {
        book = () -> other;
        Plan now = plan();
        weighed = weighed(now);
        // Observers compare plans, and this one is the same.
        plan.set(now.withName(now.name() + " "));
        plan.set(now);
    }

    /** The current plan. Its observers already see what follows from it. */
    public ReadOnlyObjectProperty<Plan> planProperty() {
        return plan.getReadOnlyProperty();
    }

    public Answers answers() {
        return answers.get();
    }

    /** What was answered about the plan, items included that are gone and may come back. */
    public ReadOnlyObjectProperty<Answers> answersProperty() {
        return answers.getReadOnlyProperty();
    }

    /** The current plan weighed. */
    public Comparison comparison() {
        return weighed().get();
    }

    /** The same, worked out beside the window's thread. */
    public Ahead<Comparison> weighed() {
        wanted = true;
        return weighed.comparison();
    }

    /** The answer to the current plan in words. */
    public Headline headline() {
        wanted = true;
        return weighed.headline().get();
    }

    /** What a plan comes to, worked out beside the window's thread. */
    private record Weighed(Ahead<Comparison> comparison, Ahead<Headline> headline) {
        void begin() {
            comparison.begin();
            headline.begin();
        }
    }

    private Weighed weighed(Plan of) {
        Ahead<Comparison> comparison = Ahead.asked(() -> Comparison.of(of, book()));
        return new Weighed(comparison, Ahead.asked(() -> Headline.of(comparison.get())));
    }

    /** The design whose details are shown; null to follow the cheapest. */
    public ReadOnlyObjectProperty<@Nullable Architecture> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** Shows the details of {@code architecture}, however it places the items later; null follows the cheapest. */
    public void select(@Nullable Architecture architecture) {
        selected.set(architecture);
    }

    /** How sure the answer is, as it was worked out last, be it for a plan of before; null until then. */
    public ReadOnlyObjectProperty<@Nullable Certainty> certaintyProperty() {
        return certainty.getReadOnlyProperty();
    }

    public void certain(Certainty workedOut) {
        certainty.set(workedOut);
    }

    /** What the usage that is looked at says of the numbers of a plan. */
    public ReadOnlyObjectProperty<LogSays> loggedProperty() {
        return logged.getReadOnlyProperty();
    }

    public void logged(LogSays says) {
        logged.set(says);
    }

    /** The usage that was read, empty while none is open. */
    public ReadOnlyObjectProperty<Optional<ReadUsage>> readUsageProperty() {
        return readUsage.getReadOnlyProperty();
    }

    public void readUsage(ReadUsage read) {
        readUsage.set(Optional.of(read));
    }

    /** The evaluation whose details are shown: the selected one, else the cheapest, else the first; empty if nothing has a price. */
    public Optional<Evaluation.Priced> shown() {
        Architecture like = selected.get();
        Optional<Evaluation.Priced> chosen =
                like == null ? Optional.empty() : comparison().priced(like);
        return chosen.or(() -> comparison().cheapest())
                .or(() -> comparison().priced().stream().findFirst());
    }

    /** The file the plan was read from or saved to last; null while there is none. */
    public ReadOnlyObjectProperty<@Nullable PlanFile> fileProperty() {
        return file.getReadOnlyProperty();
    }

    /** Whether the plan differs from what was opened or saved last, or was worked out and never saved. */
    public ReadOnlyBooleanProperty editedProperty() {
        return edited.getReadOnlyProperty();
    }

    /** What undo takes back, in words; empty if there is nothing. */
    public ReadOnlyStringProperty undoNameProperty() {
        return undoName.getReadOnlyProperty();
    }

    /** What redo brings back, in words; empty if there is nothing. */
    public ReadOnlyStringProperty redoNameProperty() {
        return redoName.getReadOnlyProperty();
    }

    /** By path of their field, the texts that did not become part of the plan. While there are any, results are older. */
    public ObservableMap<String, RefusedEdit> refusals() {
        return refusals;
    }

    public void refuse(String path, RefusedEdit refusal) {
        refusals.put(path, refusal);
    }

    public void withdraw(String path) {
        refusals.remove(path);
    }

    /**
     * Replaces the plan by what {@code change} makes of it.
     *
     * @param name of the edit, for undo
     * @param key edits with the same key shortly after one another become one step; null for a step of its own
     * @return why not; empty when it was done
     */
    public List<Problem> edit(String name, @Nullable String key, UnaryOperator<Plan> change) {
        return edit(name, key, change, answers());
    }

    /** The same, with answers that come and go with the edit. */
    public List<Problem> edit(String name, @Nullable String key, UnaryOperator<Plan> change, Answers answered) {
        Plan next = Assumed.touched(plan(), change.apply(plan()));
        if (next.equals(plan()) && answered.equals(answers())) {
            return List.of();
        }
        List<Problem> problems = PlanValidator.validate(next);
        if (problems.isEmpty()) {
            history = history.edit(name, key, clock.instant(), new State(next, answered));
            show();
        }
        return problems;
    }

    /**
     * Replaces the answers. They are no part of the plan's file, so that the plan is not edited by it.
     *
     * @param name as for {@link #edit}
     */
    public void answer(String name, Answers next) {
        history = history.edit(name, null, clock.instant(), new State(plan(), next));
        show();
    }

    public void undo() {
        history = history.undo();
        showAnew();
    }

    public void redo() {
        history = history.redo();
        showAnew();
    }

    /** Adds one who hears before another plan takes the place of this one. */
    public void beforeLeaving(Runnable listener) {
        leaving.add(listener);
    }

    /** Adds one who hears before the plan is written to a file. */
    public void beforeSaving(Runnable listener) {
        saving.add(listener);
    }

    /** Adds one who hears after each edit, undo, save and opening, when all that follows is as it is to be. */
    public void afterChange(Runnable listener) {
        changed.add(listener);
    }

    /** Starts with another plan that stands in no file; it is worth no question until it is edited. */
    public void begin(Plan opened) {
        begin(opened, opened, null);
    }

    /** Starts with a plan that was worked out, as from usage: it stands nowhere else, and is lost unless it is saved. */
    public void beginUnsaved(Plan made) {
        begin(made, null, null);
    }

    /**
     * Starts with a plan that was not saved when its window ended: it is lost unless it is saved.
     *
     * @param from where it was saved last, as it was then; null for nowhere
     */
    public void restore(Plan unsaved, @Nullable PlanFile from) {
        begin(unsaved, null, from);
    }

    private void begin(Plan opened, @Nullable Plan asSaved, @Nullable PlanFile from) {
        frames.dragging(false);
        leaving.forEach(Runnable::run);
        file.set(from);
        history = History.of(new State(opened, Answers.NONE));
        saved = asSaved;
        selected.set(null);
        showAnew();
    }

    /** Takes up answers of earlier; there is nothing to undo then. */
    public void resume(Answers earlier) {
        if (!earlier.equals(answers())) {
            history = History.of(new State(plan(), earlier));
            show();
        }
    }

    /** Starts with the plan in a file. */
    public void open(Path path) {
        PlanFile opened = PlanFile.open(path);
        begin(opened.plan(), opened.plan(), opened);
    }

    /**
     * Writes the plan to a file.
     *
     * @param overwrite whether to overwrite what someone else has changed there
     */
    public void save(Path path, boolean overwrite) {
        saving.forEach(Runnable::run);
        PlanFile last = file.get();
        boolean same = last != null && last.path().equals(path);
        file.set(PlanFile.save(path, plan(), same && !overwrite ? last : null));
        saved = plan();
        history = history.apart();
        observeHistory();
    }

    private void showAnew() {
        refusals.clear();
        show();
    }

    private void show() {
        Plan next = history.current().plan();
        if (!next.equals(plan())) {
            weighed = weighed(next);
            if (wanted) {
                weighed.begin();
            }
            wanted = false;
        }
        answers.set(history.current().answers());
        plan.set(next);
        observeHistory();
    }

    private void observeHistory() {
        undoName.set(history.undone().map(Workspace::words).orElse(""));
        redoName.set(history.redone().map(Workspace::words).orElse(""));
        edited.set(!plan().equals(saved));
        changed.forEach(Runnable::run);
    }

    private static String words(History.Step<State> step) {
        return EditWords.of(
                step.name(), step.key(), step.before().plan(), step.after().plan());
    }
}
