package app.steelyard.ui.work;

import app.steelyard.cost.Comparison;
import app.steelyard.cost.Evaluation;
import app.steelyard.plan.Design;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanProblem;
import app.steelyard.plan.PlanValidator;
import app.steelyard.pricing.PriceBook;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
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
 * The one plan being worked on, and all that follows from it. The plan here is always free of problems: an edit that
 * would make one is refused, and the result of the last good plan stays.
 */
public final class Workspace {
    /** Why a field's text did not become part of the plan. */
    public record Refusal(String field, String reason) {}

    private final PriceBook book;
    private final LongSupplier clock;
    private EditHistory history;

    private final ReadOnlyObjectWrapper<Plan> plan;
    private final ReadOnlyObjectWrapper<Comparison> comparison;
    private final ReadOnlyObjectWrapper<@Nullable Design> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Path> file = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper edited = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper undoName = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper redoName = new ReadOnlyStringWrapper("");
    private final ObservableMap<String, Refusal> refusals = FXCollections.observableHashMap();

    public Workspace(Plan first, PriceBook book) {
        this(first, book, System::currentTimeMillis);
    }

    /** @param clock milliseconds; edits of the same field close together become one step */
    public Workspace(Plan first, PriceBook book, LongSupplier clock) {
        this.book = book;
        this.clock = clock;
        this.history = new EditHistory(first);
        this.plan = new ReadOnlyObjectWrapper<>(first);
        this.comparison = new ReadOnlyObjectWrapper<>(Comparison.of(first, book));
    }

    public PriceBook book() {
        return book;
    }

    public Plan plan() {
        return plan.get();
    }

    public ReadOnlyObjectProperty<Plan> planProperty() {
        return plan.getReadOnlyProperty();
    }

    /** The plan weighed. It changes with every edit, before the plan's own observers hear of it. */
    public ReadOnlyObjectProperty<Comparison> comparisonProperty() {
        return comparison.getReadOnlyProperty();
    }

    public Comparison comparison() {
        return comparison.get();
    }

    /** The design whose details are shown; null to follow the cheapest. */
    public ReadOnlyObjectProperty<@Nullable Design> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** Shows the details of {@code design}; null follows the cheapest. */
    public void select(@Nullable Design design) {
        selected.set(design);
    }

    /** The evaluation whose details are shown: the selected one, else the cheapest; empty if that has no price. */
    public Optional<Evaluation.Priced> shown() {
        Design design = selected.get();
        Optional<Evaluation.Priced> chosen =
                design == null ? Optional.empty() : comparison().priced(design);
        return chosen.or(() -> comparison().cheapest());
    }

    public ReadOnlyObjectProperty<@Nullable Path> fileProperty() {
        return file.getReadOnlyProperty();
    }

    /** Whether the plan differs from what was opened or saved last. */
    public ReadOnlyBooleanProperty editedProperty() {
        return edited.getReadOnlyProperty();
    }

    /** The name of the edit that undo takes back; empty if there is none. */
    public ReadOnlyStringProperty undoNameProperty() {
        return undoName.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty redoNameProperty() {
        return redoName.getReadOnlyProperty();
    }

    /** By path of their field, the texts that did not become part of the plan. While there are any, results are older. */
    public ObservableMap<String, Refusal> refusals() {
        return refusals;
    }

    public void refuse(String path, Refusal refusal) {
        refusals.put(path, refusal);
    }

    public void withdraw(String path) {
        refusals.remove(path);
    }

    /**
     * Replaces the plan by what {@code change} makes of it.
     *
     * @param name of the edit, for undo
     * @param key edits with the same key within a second become one step
     * @return why not; empty when it was done
     */
    public List<PlanProblem> edit(String name, String key, UnaryOperator<Plan> change) {
        Plan next = change.apply(plan());
        if (next.equals(plan())) {
            return List.of();
        }
        List<PlanProblem> problems = PlanValidator.validate(next);
        if (problems.isEmpty()) {
            history.add(next, name, key, clock.getAsLong());
            show(next);
        }
        return problems;
    }

    public void undo() {
        history.undo().ifPresent(this::showAnew);
    }

    public void redo() {
        history.redo().ifPresent(this::showAnew);
    }

    /** Starts with another plan. */
    public void open(Plan opened, @Nullable Path from) {
        history = new EditHistory(opened);
        file.set(from);
        selected.set(null);
        showAnew(opened);
    }

    /** Notes that the plan now stands in {@code where}. */
    public void saved(Path where) {
        file.set(where);
        history.markSaved();
        observeHistory();
    }

    private void showAnew(Plan next) {
        refusals.clear();
        show(next);
    }

    private void show(Plan next) {
        comparison.set(Comparison.of(next, book));
        plan.set(next);
        observeHistory();
    }

    private void observeHistory() {
        undoName.set(history.undoName());
        redoName.set(history.redoName());
        edited.set(history.edited());
    }
}
