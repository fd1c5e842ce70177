package app.steelyard.ui.whatif;

import app.steelyard.app.Dialogs;
import app.steelyard.plan.Plan;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.NumberReader;
import app.steelyard.text.Numbers;
import app.steelyard.text.Quantity;
import app.steelyard.text.Texts;
import app.steelyard.text.Typing;
import app.steelyard.text.Unit;
import app.steelyard.ui.edit.CommittingField;
import app.steelyard.ui.kit.Card;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.Look;
import app.steelyard.ui.work.Latest;
import app.steelyard.ui.work.Workspace;
import app.steelyard.whatif.placement.Constraints;
import app.steelyard.whatif.placement.PlacementSearch;
import app.steelyard.whatif.placement.Placements;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The cheapest placement of every item that keeps to what is asked, and what a faster one costs. */
final class PlacementView extends VBox {
    private static final Texts TEXTS = Texts.of(PlacementView.class);

    private final Workspace workspace;
    private final Latest<Task, Found> latest;
    private final FlowPane items = new FlowPane(14, 6);
    private final ModelChoiceForm models = new ModelChoiceForm(this::stale);
    private final CommittingField<TextField> limit;
    private final Button run;
    private final Button cancel;
    private final HBox progress;
    private final ProgressBar bar = Fx.id("whatif.placement.bar", new ProgressBar(0));
    private final Label running = Fx.id("whatif.placement.running", Fx.label("", "figures"));
    /** How far the search is, until the screen has shown it. */
    private final AtomicReference<@Nullable Progress> unseen = new AtomicReference<>();

    private @Nullable Task current;
    private final PlacementResults found;
    private final Set<String> personal = new HashSet<>();
    private final Set<String> known = new HashSet<>();
    private double seconds = Double.POSITIVE_INFINITY;

    private record Task(Plan plan, PriceBook book, Constraints constraints) {}

    private record Progress(Task task, int tried, double share) {}

    private record Found(Task task, PlacementSearch search) {}

    PlacementView(Workspace workspace, Dialogs dialogs, Look look) {
        this.workspace = workspace;
        PlacementResults shown = new PlacementResults(workspace, dialogs, look);
        found = shown;
        latest = new Latest<>(
                Latest.Threads.background("steelyard-placements"),
                List.of((t, cancelled) -> new Found(
                        t,
                        Placements.of(
                                t.plan(),
                                t.book(),
                                t.constraints(),
                                Runtime.getRuntime().availableProcessors(),
                                cancelled,
                                (tried, share) -> progressed(new Progress(t, tried, share))))),
                this::show,
                e -> {
                    working(false);
                    shown.say(String.valueOf(e.getMessage()));
                });
        limit = new CommittingField<>(
                new TextField(),
                "whatif.placement.limit",
                TEXTS.get("placement.limit"),
                () -> Double.isInfinite(seconds) ? "" : Typing.withUnit(new Quantity(seconds, Unit.SECONDS)),
                this::takeLimit);
        limit.field().setPrefColumnCount(6);
        limit.field().setPromptText(TEXTS.get("placement.limit.any"));
        run = DoubtParts.button("whatif.placement.run", TEXTS.get("placement.run"), this::run);
        cancel = DoubtParts.button("whatif.placement.cancel", TEXTS.get("cancel"), this::cancel);
        running.setMinWidth(0);
        progress = new HBox(8, bar, running, cancel);
        progress.setAlignment(Pos.CENTER_LEFT);
        Fx.show(progress, false);
        FlowPane form = DoubtParts.form(DoubtParts.named(TEXTS.get("placement.limit"), limit.withMessage()));
        form.getChildren().addAll(models.fields());
        form.getChildren().add(run);
        setSpacing(12);
        getChildren()
                .addAll(
                        Card.explained(
                                TEXTS.get("placement.title"),
                                TEXTS.get("placement.text"),
                                Fx.paragraph(TEXTS.get("placement.personal")),
                                items,
                                form,
                                progress,
                                found),
                        found.frontier());
        new WhileShown(this, workspace, this::refresh, this::cancel);
    }

    private void refresh() {
        Plan plan = workspace.plan();
        for (ContextItem item : plan.items()) {
            boolean own = item.scope() == Scope.TENANT || item.scope() == Scope.USER;
            if (known.add(item.id()) && own) {
                personal.add(item.id());
            }
        }
        items.getChildren()
                .setAll(plan.items().stream()
                        .filter(i -> i.scope() != Scope.REQUEST)
                        .map(this::box)
                        .toList());
        models.refresh(plan, workspace.book());
        stale();
    }

    /** What was found was found for another plan or other constraints. */
    private void stale() {
        latest.cancel();
        working(false);
        found.clear();
    }

    private CheckBox box(ContextItem item) {
        CheckBox box = Fx.id("whatif.personal." + item.id(), new CheckBox(item.name()));
        box.setMaxWidth(340);
        box.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        box.setTooltip(Fx.tooltip(item.name()));
        box.setSelected(personal.contains(item.id()));
        box.setOnAction(e -> {
            if (box.isSelected()) {
                personal.add(item.id());
            } else {
                personal.remove(item.id());
            }
            stale();
        });
        return box;
    }

    private Optional<String> takeLimit(String typed) {
        try {
            double value = typed.isEmpty()
                    ? Double.POSITIVE_INFINITY
                    : NumberReader.chosen().read(typed, Unit.SECONDS).orThrow();
            if (!(value > 0)) {
                return Optional.of(TEXTS.get("placement.limit.none"));
            }
            seconds = value;
            stale();
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private void run() {
        stale();
        Plan plan = workspace.plan();
        Set<String> ids = plan.items().stream().map(ContextItem::id).collect(Collectors.toSet());
        Task task = new Task(
                plan,
                workspace.book(),
                Constraints.of(plan)
                        .withPersonal(personal.stream().filter(ids::contains).collect(Collectors.toSet()))
                        .withFirstTokenSeconds(seconds)
                        .withModels(models.chosen()));
        current = task;
        show(new Progress(task, 0, 0));
        working(true);
        latest.request(task);
        cancel.requestFocus();
    }

    /** Told from the search's threads, far more often than anybody could read. */
    private void progressed(Progress now) {
        if (unseen.getAndSet(now) == null) {
            Platform.runLater(() -> {
                Progress newest = unseen.getAndSet(null);
                if (newest != null) {
                    show(newest);
                }
            });
        }
    }

    private void show(Progress now) {
        if (now.task().equals(current)) {
            bar.setProgress(now.share());
            running.setText(TEXTS.get("placement.running", Numbers.count(now.tried()), Numbers.percent(now.share())));
            bar.setAccessibleText(running.getText());
        }
    }

    private void cancel() {
        boolean busy = latest.busy();
        latest.cancel();
        working(false);
        if (busy) {
            found.say(TEXTS.get("placement.cancelled"));
        }
    }

    private void working(boolean is) {
        boolean focused = cancel.isFocused();
        Fx.show(progress, is);
        run.setDisable(is);
        if (!is) {
            current = null;
            if (focused) {
                run.requestFocus();
            }
        }
    }

    private void show(Found answer) {
        working(false);
        found.show(
                answer.task().plan(),
                answer.task().book(),
                answer.task().constraints().models().place(),
                answer.search());
    }
}
