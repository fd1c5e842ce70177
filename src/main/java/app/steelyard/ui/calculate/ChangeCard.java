package app.steelyard.ui.calculate;

import app.steelyard.app.compare.WhatChanges;
import app.steelyard.cost.Verdict;
import app.steelyard.plan.Plan;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.steady.Remembering;
import app.steelyard.ui.kit.steady.Repeated;
import app.steelyard.ui.work.Latest;
import app.steelyard.ui.work.Workspace;
import app.steelyard.whatif.story.SwitchingLines.Condition;
import app.steelyard.whatif.trials.Worth;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * What would change the answer. It is looked for beside the screen when the edits pause; the next edit stops that, and what
 * was found for the plan of before stands pale until then.
 */
final class ChangeCard extends Remembering {
    private static final Texts TEXTS = Texts.of(ChangeCard.class);

    private final Workspace workspace;
    private final Label working =
            Fx.id("changes.working", Fx.label(TEXTS.get("changes.working"), Styles.TEXT_MUTED, Styles.TEXT_SMALL));
    private final Repeated<Told, Found> ranged = Fx.id("changes.ranged", new Repeated<>(6, Found::new, Found::show));
    private final Repeated<Told, Found> others = Fx.id("changes.others", new Repeated<>(6, Found::new, Found::show));
    private final Label nothingElse = Fx.id("changes.nothingElse", Fx.paragraph("", Styles.TEXT_MUTED));
    private final Label beyond = Fx.paragraph(TEXTS.get("changes.beyond"), Styles.TEXT_MUTED);
    private final Label measure = Fx.id("changes.measure", Fx.paragraph("", "headline-warning"));
    private final VBox found = new Remembering(6, measure, ranged, nothingElse, beyond, others);
    private final Latest<Asked, WhatChanges> search = new Latest<>(
            Latest.Threads.background("steelyard-changes"),
            List.of((asked, cancelled) -> WhatChanges.of(asked.plan(), asked.book(), cancelled)),
            this::found,
            e -> failed());
    private @Nullable Plan plan;
    private @Nullable WhatChanges last;

    private record Asked(Plan plan, PriceBook book) {}

    ChangeCard(Workspace workspace) {
        super(8);
        this.workspace = workspace;
        setId("changes");
        getStyleClass().add("card");
        Label title = Fx.label(TEXTS.get("changes.title"), Styles.TEXT_BOLD);
        getChildren().addAll(Fx.row(8, title, Fx.spacer(), working), found);
        found.setVisible(false);
        workspace.certaintyProperty().subscribe(sure -> conditions());
    }

    /** The plan is another: what is under way is for nothing, and what stands there is of before. */
    void changed() {
        if (!workspace.plan().equals(plan)) {
            search.cancel();
            plan = null;
            found.setOpacity(0.45);
            working.setVisible(true);
        }
    }

    /** Looks for it, once the edits pause. */
    void refresh() {
        boolean answered = !workspace.plan().items().isEmpty()
                && workspace.comparison().verdict() instanceof Verdict.Cheapest cheapest
                && !cheapest.only();
        Fx.show(this, answered);
        if (answered && !workspace.plan().equals(plan)) {
            plan = workspace.plan();
            search.request(new Asked(workspace.plan(), workspace.book()));
        }
    }

    private void found(WhatChanges changes) {
        last = changes;
        conditions();
        nothingElse.setText(changes.nothingElse());
        measure.setText(Fx.unbroken(changes.measure()));
        Fx.show(measure, !changes.measure().isEmpty());
        Fx.show(ranged, !changes.ranged().isEmpty());
        Fx.show(others, !changes.others().isEmpty());
        Fx.show(beyond, !changes.others().isEmpty() && changes.withRanges());
        shown();
    }

    /** Shows them, with what to know each number is worth once the trials have told. */
    private void conditions() {
        if (last != null) {
            ranged.show(last.ranged().stream().map(this::told).toList());
            others.show(last.others().stream().map(this::told).toList());
        }
    }

    private Told told(Condition condition) {
        Optional<Worth> worth = Optional.ofNullable(
                        workspace.certaintyProperty().get())
                .filter(c -> last != null && c.plan().equals(last.plan()))
                .flatMap(c -> c.sure().worth(condition.number()));
        return new Told(
                condition.text(),
                worth.map(w -> TEXTS.get(
                                "changes.worth",
                                condition.now(),
                                workspace.plan().currency().of(w.value()).inShort()))
                        .orElse(condition.now()));
    }

    private void failed() {
        last = null;
        ranged.show(List.of());
        others.show(List.of());
        Fx.show(measure, false);
        Fx.show(beyond, false);
        nothingElse.setText(TEXTS.get("changes.failed"));
        shown();
    }

    private void shown() {
        found.setVisible(true);
        found.setOpacity(1);
        working.setVisible(false);
    }

    /** Stops what is under way. */
    void close() {
        search.cancel();
    }

    /** What would have to be so, and what the plan says and the trials tell. */
    private record Told(String text, String now) {}

    private static final class Found extends VBox {
        private final Label text = Fx.paragraph("", Styles.TEXT_BOLD);
        private final Label now = Fx.paragraph("", Styles.TEXT_MUTED, Styles.TEXT_SMALL);

        Found() {
            getChildren().addAll(text, now);
        }

        void show(Told condition) {
            text.setText(Fx.unbroken(condition.text()));
            now.setText(Fx.unbroken(condition.now()));
        }
    }
}
