package app.steelyard.ui.calculate;

import app.steelyard.app.Dialogs;
import app.steelyard.app.Headline;
import app.steelyard.app.compare.DesignRow;
import app.steelyard.chart.ChartKey;
import app.steelyard.chart.catalog.cost.CumulativeCostChart;
import app.steelyard.chart.catalog.cost.DesignName;
import app.steelyard.chart.catalog.cost.FirstTokenChart;
import app.steelyard.chart.catalog.cost.HitRateChart;
import app.steelyard.chart.catalog.cost.MonthlyCostChart;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.Improvement;
import app.steelyard.cost.explain.Derivations;
import app.steelyard.cost.explain.Repricing;
import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Beside;
import app.steelyard.ui.kit.ChartView;
import app.steelyard.ui.kit.Explanation;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.Look;
import app.steelyard.ui.kit.steady.PulseWork;
import app.steelyard.ui.kit.steady.Remembering;
import app.steelyard.ui.kit.steady.Repeated;
import app.steelyard.ui.work.FrameShare;
import app.steelyard.ui.work.Workspace;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** What follows from the plan. */
final class ResultPane extends ScrollPane {
    private static final Texts TEXTS = Texts.of(ResultPane.class);

    private final Workspace workspace;
    private final Cards cards;
    private final StackCard stack;
    private final DesignTable designs;
    private final ChangeCard changes;
    private final KeepingCard keeping = new KeepingCard();
    private final ChartView monthly;
    private final ChartView cumulative;
    private final ChartView firstToken;
    private final ChartView hitRates;
    private final Beside columns;
    private final CacheTable cacheTable;
    private final Label cacheNote = Fx.paragraph("", Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    private final VBox caching;
    private final TurnCard turns = new TurnCard();
    private final StatementTable statement;
    private final VBox statementCard;
    private final NoticeCard notices = new NoticeCard();
    private final Repeated<Improvement, Label> improvementList =
            new Repeated<>(6, () -> Fx.paragraph(""), (label, improvement) -> label.setText(improvement.text()));
    private final VBox improvements = Fx.id(
            "improvements",
            new Remembering(6, Fx.label(TEXTS.get("improvements.title"), Styles.TEXT_BOLD), improvementList),
            "card");
    private final VBox repriced = Fx.id("repriced", new Remembering(8), "card");
    private final Label nothing =
            Fx.id("results.nothing", Fx.paragraph(TEXTS.get("results.nothing"), Styles.TEXT_MUTED));
    private final List<Part> parts;
    private final PulseWork work = new PulseWork(this, this::work);
    private final PauseTransition pause = new PauseTransition(Duration.millis(120));
    private boolean changed;
    private boolean paused;
    private List<Object> shownRepriced = List.of();

    /**
     * @param edit brings the fields of an item into view, by its id
     * @param choose brings into view where what has no price is chosen
     */
    ResultPane(Workspace workspace, Dialogs dialogs, Look look, Consumer<String> edit, Consumer<DesignRow> choose) {
        this.workspace = workspace;
        cards = new Cards(workspace);
        stack = new StackCard(workspace, edit);
        designs = new DesignTable(workspace, look, choose);
        changes = new ChangeCard(workspace);
        monthly = new ChartView("chart.monthly", dialogs, look.paletteProperty(), this::choose);
        cumulative = new ChartView("chart.cumulative", dialogs, look.paletteProperty(), this::choose);
        firstToken = new ChartView("chart.firstToken", dialogs, look.paletteProperty(), this::explainFirstToken);
        hitRates = new ChartView("chart.hitRates", dialogs, look.paletteProperty(), this::explainHitRate);
        columns = Beside.cards(cumulative, firstToken);
        cacheTable = new CacheTable();
        Label statementTitle = Fx.label("", Styles.TEXT_BOLD);
        statement = new StatementTable(statementTitle);
        caching = new VBox(12, hitRates, card("caching", TEXTS.get("caching.title"), cacheTable, cacheNote));
        statementCard = Fx.styled(new VBox(8, statementTitle, statement), "card");
        VBox content = new Remembering(
                12,
                nothing,
                cards,
                designs,
                changes,
                stack,
                monthly,
                keeping,
                repriced,
                columns,
                notices,
                improvements,
                caching,
                turns,
                statementCard);
        parts = List.of(
                new Part(cards, () -> cards.show(workspace.comparison(), workspace.shown()), () -> true),
                new Part(designs, this::showDesigns),
                new Part(changes, changes::refresh, false),
                new Part(stack, stack::show, stack::dragged),
                new Part(monthly, this::showMonthly),
                new Part(keeping, () -> keeping.show(workspace.comparison())),
                new Part(repriced, this::showRepriced, false),
                new Part(columns, this::showColumns),
                new Part(notices, () -> notices.show(workspace.shown())),
                new Part(improvements, this::showImprovements, false),
                new Part(caching, this::showCaching),
                new Part(turns, () -> turns.show(workspace.shown())),
                new Part(statementCard, this::showStatement));
        content.getStyleClass().add("results");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().addAll("plain-scroll");
        setId("results");
        look.paletteProperty().subscribe(palette -> showDesigns());
        vvalueProperty().subscribe(v -> work.request());
        viewportBoundsProperty().subscribe(b -> work.request());
        pause.setOnFinished(e -> {
            paused = true;
            work.request();
        });
    }

    private static VBox card(String id, String title, Node... content) {
        Label label = Fx.naming(content[0], Fx.label(title, Styles.TEXT_BOLD));
        VBox card = Fx.id(id, new VBox(8, label), "card");
        card.getChildren().addAll(content);
        return card;
    }

    private void choose(ChartKey key) {
        if (key.architecture() != null) {
            workspace.select(key.architecture());
        }
    }

    private void explainFirstToken(ChartKey key) {
        Comparison comparison = workspace.comparison();
        if (key.architecture() != null) {
            comparison
                    .priced(key.architecture())
                    .ifPresent(e -> Explanation.show(Derivations.firstToken(comparison, e), firstToken));
        }
    }

    private void explainHitRate(ChartKey key) {
        Comparison comparison = workspace.comparison();
        workspace
                .shown()
                .ifPresent(e -> e.caches().parts().stream()
                        .filter(p -> p.item().id().equals(key.item()))
                        .findFirst()
                        .ifPresent(p -> Explanation.show(Derivations.hitRate(comparison, e, p), hitRates)));
    }

    /** One below the other; each follows the plan when it is to be seen, or when the edits pause. */
    private final class Part {
        private final Node node;
        private final Runnable refresh;
        private final boolean live;
        private final BooleanSupplier first;
        private final FrameShare.Shared turn = workspace.frames().of(this::refresh);
        private boolean stale = true;

        Part(Node node, Runnable refresh) {
            this(node, refresh, true, () -> false);
        }

        /** @param first whether it follows a hand that drags, and does not take turns with the rest */
        Part(Node node, Runnable refresh, BooleanSupplier first) {
            this(node, refresh, true, first);
        }

        /** @param live whether it follows each step of a drag; what weighs other plans for it waits for a pause */
        Part(Node node, Runnable refresh, boolean live) {
            this(node, refresh, live, () -> false);
        }

        private Part(Node node, Runnable refresh, boolean live, BooleanSupplier first) {
            this.node = node;
            this.refresh = refresh;
            this.live = live;
            this.first = first;
        }

        void hide() {
            stale = false;
            Fx.show(node, false);
        }

        void request() {
            if (first.getAsBoolean()) {
                refresh();
            } else if (stale) {
                turn.request();
            }
        }

        private void refresh() {
            if (stale) {
                stale = false;
                refresh.run();
            }
        }
    }

    /**
     * Shows what follows from the plan now: at once what is in view, the rest when the edits pause or it comes into view, and
     * what other plans would cost when they pause.
     */
    void changed() {
        changed = true;
        if (!workspace.plan().items().isEmpty() && designs.isVisible()) {
            designs.ahead();
        }
        work.request();
    }

    /** Stops what is under way. */
    void close() {
        changes.close();
    }

    private void work() {
        boolean empty = workspace.plan().items().isEmpty();
        Fx.show(nothing, empty);
        if (empty) {
            parts.forEach(Part::hide);
            changes.changed();
            changed = false;
            return;
        }
        if (changed) {
            changed = false;
            changes.changed();
            parts.forEach(p -> p.stale = true);
            pause.playFromStart();
        }
        boolean all = paused;
        paused = false;
        parts.stream().filter(p -> all || p.live && inView(p.node)).forEach(Part::request);
    }

    /** What takes no room yet may be about to, and is cheap where it does not. */
    private boolean inView(Node node) {
        double height = getViewportBounds().getHeight();
        double hidden = getContent().getLayoutBounds().getHeight() - height;
        double top = Math.max(0, hidden) * getVvalue();
        Bounds bounds = node.getBoundsInParent();
        return height <= 0 || !node.isManaged() || bounds.getMinY() < top + height && bounds.getMaxY() > top;
    }

    private void showMonthly() {
        Fx.show(monthly, true);
        monthly.show(MonthlyCostChart.of(workspace.comparison()));
    }

    private void showColumns() {
        Fx.show(columns, true);
        Architecture looked =
                workspace.shown().map(Evaluation.Priced::architecture).orElse(null);
        cumulative.show(CumulativeCostChart.of(workspace.comparison(), looked));
        firstToken.show(FirstTokenChart.of(workspace.comparison()));
    }

    private void showDesigns() {
        boolean told = !workspace.plan().items().isEmpty();
        Fx.show(designs, told);
        if (told) {
            designs.show();
        }
    }

    private void showImprovements() {
        List<Improvement> list = Improvement.of(workspace.comparison(), workspace.book());
        stack.improvements(list);
        Fx.show(improvements, !list.isEmpty());
        improvementList.show(list);
    }

    private void showCaching() {
        Optional<Evaluation.Priced> caches =
                workspace.shown().filter(e -> !e.caches().parts().isEmpty());
        caches.ifPresent(e -> {
            hitRates.show(HitRateChart.of(workspace.plan(), e));
            cacheTable.show(workspace.comparison(), e);
            cacheNote.setText(
                    e.caches().measured()
                            ? TEXTS.get("caching.measured")
                            : TEXTS.get(
                                    "caching.derived",
                                    e.caches().lifetime() == null
                                            ? "–"
                                            : e.caches().lifetime().name(),
                                    Double.isNaN(e.caches().breakEven())
                                            ? TEXTS.get("caching.never")
                                            : Numbers.percent(e.caches().breakEven())));
        });
        Fx.show(caching, caches.isPresent());
    }

    private void showStatement() {
        Optional<Evaluation.Priced> shown = workspace.shown();
        shown.ifPresent(e -> statement.show(workspace.comparison(), e));
        Fx.show(statementCard, shown.map(e -> !e.statement().isEmpty()).orElse(false));
    }

    private void showRepriced() {
        Comparison comparison = workspace.comparison();
        Optional<Repricing> repricing = Repricing.atListPrices(comparison, workspace.book());
        repricing.ifPresent(r -> showRepriced(comparison, r));
        Fx.show(repriced, repricing.isPresent());
    }

    private void showRepriced(Comparison comparison, Repricing repricing) {
        Comparison listed = repricing.comparison();
        List<List<String>> rows = listed.evaluations().stream()
                .map(e -> List.of(
                        DesignName.of(e),
                        comparison.priced(e.architecture()).map(p -> month(p)).orElse("–"),
                        e instanceof Evaluation.Priced p ? month(p) : TEXTS.get("repriced.unpriced")))
                .toList();
        String answer = Headline.of(listed).sentence() + ".";
        List<Object> now = List.of(rows, answer, repricing.reasons());
        if (now.equals(shownRepriced)) {
            return;
        }
        shownRepriced = now;
        GridPane grid = new GridPane(18, 4);
        grid.addRow(
                0,
                Fx.label(TEXTS.get("repriced.architecture"), Styles.TEXT_MUTED, Styles.TEXT_SMALL),
                number(TEXTS.get("repriced.published"), true),
                number(TEXTS.get("repriced.listed"), true));
        for (List<String> row : rows) {
            grid.addRow(grid.getRowCount(), Fx.label(row.get(0)), number(row.get(1), false), number(row.get(2), false));
        }
        VBox reasons = new VBox(4);
        repricing.reasons().forEach(s -> reasons.getChildren().add(Fx.paragraph("• " + s, Styles.TEXT_SMALL)));
        repriced.getChildren()
                .setAll(Fx.label(TEXTS.get("repriced.title"), Styles.TEXT_BOLD), Fx.paragraph(answer), grid, reasons);
    }

    private static String month(Evaluation.Priced evaluation) {
        return evaluation.currency().of(evaluation.measures().averageMonth()).inShort();
    }

    private static Label number(String text, boolean heading) {
        Label label = Fx.label(text, "figures");
        if (heading) {
            label.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        }
        label.setMaxWidth(Double.MAX_VALUE);
        label.setAlignment(Pos.CENTER_RIGHT);
        return label;
    }
}
