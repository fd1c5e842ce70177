package app.steelyard.ui.decide;

import app.steelyard.cost.Evaluation;
import app.steelyard.cost.Notice;
import app.steelyard.decision.Alternative;
import app.steelyard.decision.Approach;
import app.steelyard.decision.Argument;
import app.steelyard.decision.Decision;
import app.steelyard.decision.Evidence;
import app.steelyard.decision.Finding;
import app.steelyard.decision.Flip;
import app.steelyard.decision.ItemAdvice;
import app.steelyard.decision.Matrix;
import app.steelyard.decision.Option;
import app.steelyard.decision.OptionScore;
import app.steelyard.decision.Range;
import app.steelyard.decision.Rule;
import app.steelyard.decision.Truth;
import app.steelyard.plan.Design;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.work.Workspace;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The recommendation, why, at what cost, and what would flip it. */
final class ResultView extends View {
    private static final Texts TEXTS = Texts.of(ResultView.class);
    private static final double COLUMN = 210;
    private static final double TALLEST_CELL = 150;
    private static final int MOST_REASONS = 3;
    private static final Map<String, String> CHIPS = Map.of("reason.for", "good-chip", "reason.against", "danger-chip");

    private final Workspace workspace;
    private final Outcome outcome;
    private final Runnable applied;
    private final Label headline = Fx.paragraph("", Styles.TITLE_3);
    private final Label price = Fx.paragraph("");
    private final Label open = Fx.paragraph("", Styles.WARNING);
    private final Button apply = new Button(TEXTS.get("result.apply"), new FontIcon(Feather.CHECK));
    private final Button save = new Button(TEXTS.get("result.save"), new FontIcon(Feather.FILE_TEXT));
    private final Button copy = new Button(TEXTS.get("result.copy"), new FontIcon(Feather.COPY));
    private final FlowPane actions = new FlowPane(8, 8, apply, save, copy);
    private final HBox working = working("result.working");
    private final VBox flips = new VBox(6);
    private final VBox parts = new VBox(10);
    private @Nullable Decision shown;

    /** @param applied told when the plan has become as recommended */
    ResultView(Workspace workspace, Outcome outcome, Papers papers, Runnable applied) {
        super(workspace);
        this.workspace = workspace;
        this.outcome = outcome;
        this.applied = applied;
        headline.setId("decide.headline");
        price.setId("decide.price");
        open.setId("decide.open");
        flips.setId("decide.flips");
        apply.setId("decide.apply");
        apply.getStyleClass().add(Styles.ACCENT);
        apply.setDefaultButton(true);
        apply.setOnAction(e -> outcome.decision().ifPresent(this::apply));
        save.setId("decide.save");
        save.setOnAction(e -> outcome.decision().ifPresent(d -> papers.saveRecord(d, outcome.flips())));
        copy.setId("decide.copy");
        copy.setOnAction(e -> outcome.decision().ifPresent(d -> papers.copyRecord(d, outcome.flips())));
        getChildren().addAll(new VBox(6, headline, price, open), actions, working, parts);
        outcome.want();
        refresh();
    }

    private static HBox working(String key) {
        ProgressIndicator indicator = new ProgressIndicator();
        indicator.setPrefSize(22, 22);
        indicator.setMinSize(22, 22);
        indicator.setAccessibleText(TEXTS.get(key));
        HBox box = new HBox(10, indicator, Fx.label(TEXTS.get(key), Styles.TEXT_MUTED));
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private void apply(Decision decision) {
        workspace.edit(TEXTS.get("result.applied", decision.approach().label()), null, decision::applyTo);
        workspace.select(Design.AS_PLACED);
        applied.run();
    }

    @Override
    void begin() {
        apply.requestFocus();
    }

    @Override
    void left() {
        super.left();
        outcome.stop();
    }

    @Override
    void refresh() {
        super.refresh();
        if (getScene() != null) {
            outcome.want();
        }
        Optional<Decision> decision = outcome.decision();
        boolean there = decision.isPresent();
        Fx.show(working, !there && outcome.failure().isEmpty());
        actions.setDisable(!there);
        if (decision.isEmpty()) {
            shown = null;
            headline.setText(TEXTS.get(outcome.failure().isPresent() ? "result.failed" : "result.title"));
            price.setText(outcome.failure().orElse(""));
            Fx.show(open, false);
            parts.getChildren().clear();
            return;
        }
        if (!decision.get().equals(shown)) {
            boolean first = shown == null;
            shown = decision.get();
            show(decision.get());
            if (first && getScene() != null && (getScene().getFocusOwner() == null || focusIsNowhere())) {
                begin();
            }
        }
        showFlips();
    }

    /** A disabled button lost the focus to whatever came next. */
    private boolean focusIsNowhere() {
        return !(getScene().getFocusOwner() instanceof javafx.scene.control.Control);
    }

    private void show(Decision decision) {
        headline.setText(headline(decision));
        price.setText(decision.price());
        open.setText(TEXTS.get("result.open", labels(decision.alsoPossible())));
        Fx.show(open, !decision.settled());
        parts.getChildren().clear();
        if (!decision.findings().isEmpty()) {
            VBox findings = new VBox(8);
            findings.setId("decide.findings");
            decision.findings().forEach(f -> findings.getChildren().add(finding(decision, f)));
            add("result.findings", findings);
        }
        VBox items = new VBox(6);
        items.setId("decide.items");
        decision.items().forEach(a -> items.getChildren().add(new ItemCard(decision, a)));
        if (decision.items().isEmpty()) {
            items.getChildren().add(Fx.paragraph(TEXTS.get("result.noItems"), Styles.TEXT_MUTED));
        }
        add("result.items", items);
        VBox alternatives = new VBox(6);
        alternatives.setId("decide.alternatives");
        decision.alternatives().forEach(a -> alternatives.getChildren().add(alternative(decision, a)));
        add("result.alternatives", alternatives);
        add("result.flips", flips);
        add("result.matrix", matrix(Matrix.of(decision)));
    }

    private void add(String key, Node part) {
        parts.getChildren().addAll(Fx.label(TEXTS.get(key), Styles.TITLE_4), part);
    }

    private static String labels(List<Approach> approaches) {
        return approaches.stream().map(Approach::label).collect(Collectors.joining(", "));
    }

    private static String headline(Decision decision) {
        String currency = decision.plan().finance().currency();
        String name = decision.approach().label();
        return decision.recommended()
                .priced()
                .map(p -> TEXTS.get(
                        "result.headline",
                        name,
                        Numbers.moneyShort(p.measures().averageMonth(), currency),
                        Numbers.count(decision.plan().finance().horizonMonths())))
                .orElseGet(() -> TEXTS.get("result.headline.unpriced", name));
    }

    private static Node finding(Decision decision, Finding finding) {
        Label chip = chip(
                TEXTS.get("severity." + finding.severity()),
                finding.severity() == Notice.Severity.INFO
                        ? "info-chip"
                        : finding.severity() == Notice.Severity.WARNING ? "warning-chip" : "danger-chip");
        String about =
                decision.item(finding.item()).map(a -> a.item().name() + ": ").orElse("");
        Label text = Fx.paragraph(about + finding.text());
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox line = new HBox(8, chip, text);
        line.setAlignment(Pos.TOP_LEFT);
        return line;
    }

    private static Label chip(String text, String... styles) {
        Label chip = Fx.label(text, "chip");
        chip.getStyleClass().addAll(styles);
        chip.setMinWidth(Region.USE_PREF_SIZE);
        return chip;
    }

    // Alternatives

    private static TitledPane alternative(Decision decision, Alternative alternative) {
        Label name = Fx.label(alternative.approach().label(), "decide-name");
        HBox head = new HBox(8, name);
        if (alternative.chosen()) {
            head.getChildren().add(chip(TEXTS.get("alternative.chosen"), "info-chip"));
        }
        boolean obstacle = alternative.priced().filter(p -> !p.feasible()).isPresent();
        if (obstacle) {
            head.getChildren().add(chip(TEXTS.get("alternative.infeasible"), "danger-chip"));
        }
        String cost = cost(decision, alternative);
        Label shownCost = Fx.label(cost, Styles.TEXT_MUTED);
        head.getChildren().addAll(Fx.spacer(), shownCost);
        VBox content = new VBox(8);
        reasons(content, "reason.for", alternative.good());
        reasons(content, "reason.against", alternative.bad());
        obstacles(alternative).forEach(t -> content.getChildren().add(Fx.paragraph(t, Styles.DANGER)));
        if (content.getChildren().isEmpty()) {
            content.getChildren().add(Fx.paragraph(TEXTS.get("reason.none"), Styles.TEXT_MUTED));
        }
        String spoken = alternative.approach().label() + ". " + cost
                + (obstacle ? ". " + TEXTS.get("alternative.infeasible") : "");
        return folded("decide.alternative." + alternative.approach(), head, spoken, content);
    }

    private static List<String> obstacles(Alternative alternative) {
        if (alternative.evaluation().orElse(null) instanceof Evaluation.Unpriced unpriced) {
            return unpriced.reasons();
        }
        return alternative
                .priced()
                .map(p -> p.notices().stream()
                        .filter(n -> n.severity() == Notice.Severity.OBSTACLE)
                        .map(Notice::text)
                        .toList())
                .orElse(List.of());
    }

    private static String cost(Decision decision, Alternative alternative) {
        String currency = decision.plan().finance().currency();
        return alternative
                .priced()
                .map(p -> TEXTS.get(
                        "alternative.cost",
                        Numbers.moneyShort(p.measures().averageMonth(), currency),
                        Numbers.moneyShort(p.measures().tco(), currency),
                        Numbers.count(decision.plan().finance().horizonMonths())))
                .orElse(TEXTS.get("alternative.unpriced"));
    }

    private static void reasons(VBox content, String key, List<Argument> arguments) {
        arguments.stream()
                .limit(MOST_REASONS)
                .forEach(a -> reason(content, key, a.rule(), String.join(", ", a.items())));
        if (arguments.size() > MOST_REASONS) {
            content.getChildren()
                    .add(Fx.paragraph(
                            TEXTS.get("reason.more", arguments.size() - MOST_REASONS),
                            Styles.TEXT_MUTED,
                            Styles.TEXT_SMALL));
        }
    }

    private static void reason(VBox content, String key, Rule rule, String about) {
        VBox text = new VBox(2, Fx.paragraph(rule.sentence()));
        text.getChildren()
                .add(Fx.paragraph(
                        about.isEmpty()
                                ? TEXTS.get("reason.rule", rule.strength().label(), rule.id())
                                : TEXTS.get("reason.rule.items", rule.strength().label(), rule.id(), about),
                        Styles.TEXT_MUTED,
                        Styles.TEXT_SMALL));
        rule.evidence().forEach(e -> text.getChildren().add(cited("reason.evidence", e)));
        rule.contrary().forEach(e -> text.getChildren().add(cited("reason.contrary", e)));
        HBox.setHgrow(text, Priority.ALWAYS);
        Label chip = chip(TEXTS.get(key), CHIPS.getOrDefault(key, "place-chip"));
        content.getChildren().add(new HBox(8, chip, text));
    }

    private static Label cited(String key, Evidence evidence) {
        return Fx.paragraph(TEXTS.get(key, evidence.cite()), Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    }

    private static TitledPane folded(String id, HBox head, String spoken, Node content) {
        TitledPane pane = new TitledPane();
        pane.setId(id);
        pane.setGraphic(head);
        pane.setContent(content);
        pane.setExpanded(false);
        pane.setAnimated(false);
        pane.setAccessibleText(spoken);
        pane.getStyleClass().addAll(Styles.DENSE, "decide-fold");
        pane.setMinWidth(0);
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMinWidth(0);
        head.prefWidthProperty().bind(pane.widthProperty().subtract(48));
        head.maxWidthProperty().bind(head.prefWidthProperty());
        return pane;
    }

    // Items

    /** One item: what it is, where it belongs, and why, once unfolded. */
    private static final class ItemCard extends VBox {
        private final Decision decision;
        private final ItemAdvice advice;

        ItemCard(Decision decision, ItemAdvice advice) {
            this.decision = decision;
            this.advice = advice;
            Label name = Fx.label(advice.item().name(), "decide-name");
            name.setMinWidth(60);
            Label kind = chip(
                    Names.of(advice.classification().kind()),
                    advice.classification().kind() == app.steelyard.plan.Kind.BEHAVIOUR ? "warning-chip" : "info-chip");
            HBox head =
                    new HBox(8, name, Fx.spacer(), kind, chip(advice.option().label(), "place-chip"));
            if (!advice.alsoPossible().isEmpty()) {
                head.getChildren().add(chip(TEXTS.get("item.or", places(advice.alsoPossible()))));
            }
            VBox content = new VBox(8);
            TitledPane pane = folded(
                    "decide.item." + advice.item().id(),
                    head,
                    TEXTS.get(
                            "item.spoken",
                            advice.item().name(),
                            advice.option().label(),
                            Names.of(advice.classification().kind())),
                    content);
            pane.expandedProperty().subscribe(expanded -> {
                if (expanded && content.getChildren().isEmpty()) {
                    fill(content);
                }
            });
            getChildren().add(pane);
        }

        private static String places(List<Option> options) {
            return options.stream().map(Option::label).collect(Collectors.joining(", "));
        }

        private void fill(VBox content) {
            content.getChildren().add(Fx.paragraph(classified()));
            advice.classification().because().forEach(r -> reason(content, "reason.kind", r, ""));
            content.getChildren()
                    .add(Fx.paragraph(
                            TEXTS.get("item.place", advice.option().label(), score(advice.score(advice.option()))),
                            "decide-name"));
            if (!advice.alsoPossible().isEmpty()) {
                content.getChildren()
                        .add(Fx.paragraph(TEXTS.get("item.possible", places(advice.alsoPossible())), Styles.WARNING));
            }
            OptionScore taken = advice.score(advice.option());
            taken.good().forEach(r -> reason(content, "reason.for", r, ""));
            taken.bad().forEach(r -> reason(content, "reason.against", r, ""));
            content.getChildren().add(Fx.label(TEXTS.get("item.others"), "decide-name"));
            advice.options().stream()
                    .filter(o -> o.option() != advice.option())
                    .forEach(o -> content.getChildren().add(other(o)));
        }

        private String classified() {
            Range score = advice.classification().score();
            return TEXTS.get(
                    score.settled() ? "item.kind" : "item.kind.range",
                    Names.of(advice.classification().kind()),
                    Numbers.count(score.score()),
                    advice.classification().confidence().label(),
                    Numbers.count(score.low()),
                    Numbers.count(score.high()));
        }

        private static String score(OptionScore option) {
            Range range = option.score();
            return range.settled()
                    ? Numbers.count(range.score())
                    : TEXTS.get(
                            "score.range",
                            Numbers.count(range.score()),
                            Numbers.count(range.low()),
                            Numbers.count(range.high()));
        }

        private Label other(OptionScore option) {
            StringBuilder text = new StringBuilder(
                    option.excluded() == Truth.TRUE
                            ? TEXTS.get("item.other.out", option.option().label())
                            : TEXTS.get("item.other", option.option().label(), score(option)));
            advice.weighed().stream()
                    .filter(w -> w.option() == option.option())
                    .forEach(w -> text.append(' ').append(weighed(w)));
            option.bad().stream()
                    .findFirst()
                    .ifPresent(r -> text.append(' ').append(TEXTS.get("item.other.against", r.sentence())));
            return Fx.paragraph(text.toString());
        }

        private String weighed(ItemAdvice.Weighed weighed) {
            String cost = Double.isNaN(weighed.tco())
                    ? TEXTS.get("alternative.unpriced")
                    : Numbers.moneyShort(
                            weighed.tco(), decision.plan().finance().currency());
            return TEXTS.get(weighed.feasible() ? "item.other.cost" : "item.other.cost.infeasible", cost);
        }
    }

    // Flips

    private void showFlips() {
        Optional<List<Flip>> found = outcome.flips();
        if (found.isEmpty()) {
            flips.getChildren()
                    .setAll(
                            outcome.failure().isPresent()
                                    ? Fx.paragraph(TEXTS.get("flips.failed"))
                                    : working("flips.working"));
        } else if (found.get().isEmpty()) {
            flips.getChildren().setAll(Fx.paragraph(TEXTS.get("flips.none"), Styles.TEXT_MUTED));
        } else {
            flips.getChildren()
                    .setAll(found.get().stream()
                            .map(f -> Fx.paragraph(TEXTS.get("flip", f.text())))
                            .toList());
        }
    }

    // Comparison

    private static ScrollPane matrix(Matrix matrix) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("decide-matrix");
        for (int c = 0; c < matrix.columns().size(); c++) {
            grid.add(cell(matrix.columns().get(c).approach().label(), "decide-name"), c + 1, 0);
        }
        for (int r = 0; r < matrix.rows().size(); r++) {
            Matrix.Row row = matrix.rows().get(r);
            Label aspect = cell(row.aspect().label(), "decide-name");
            aspect.setPrefWidth(COLUMN / 2);
            aspect.setMinWidth(COLUMN / 2);
            grid.add(aspect, 0, r + 1);
            for (int c = 0; c < row.cells().size(); c++) {
                grid.add(cell(row.cells().get(c)), c + 1, r + 1);
            }
        }
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setId("decide.matrix");
        scroll.setAccessibleText(TEXTS.get("result.matrix"));
        scroll.setFocusTraversable(true);
        scroll.setFitToHeight(true);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("plain-scroll", "decide-matrix-scroll");
        return scroll;
    }

    private static Label cell(String text, String... styles) {
        Label cell = Fx.label(text, styles);
        cell.getStyleClass().add("decide-cell");
        cell.setWrapText(true);
        cell.setPrefWidth(COLUMN);
        cell.setMinWidth(COLUMN);
        cell.setMaxSize(Double.MAX_VALUE, TALLEST_CELL);
        cell.setAlignment(Pos.TOP_LEFT);
        cell.setTooltip(Fx.tooltip(text));
        GridPane.setValignment(cell, javafx.geometry.VPos.TOP);
        return cell;
    }
}
