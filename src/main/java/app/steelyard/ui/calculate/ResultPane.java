package app.steelyard.ui.calculate;

import app.steelyard.cost.Comparison;
import app.steelyard.cost.Derivations;
import app.steelyard.cost.Evaluation;
import app.steelyard.cost.Notice;
import app.steelyard.cost.Repricing;
import app.steelyard.report.chart.Charts;
import app.steelyard.report.chart.ColorRole;
import app.steelyard.report.chart.Key;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.ChartView;
import app.steelyard.ui.kit.Explanation;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.Headline;
import app.steelyard.ui.kit.Look;
import app.steelyard.ui.work.Dialogs;
import app.steelyard.ui.work.Workspace;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;

/** What follows from the plan. */
final class ResultPane extends ScrollPane {
    private static final Texts TEXTS = Texts.of(ResultPane.class);

    private final Workspace workspace;
    private final Look look;
    private final FlowPane architectures = new FlowPane(6, 6);
    private final Cards cards;
    private final VBox unpriced = new VBox(6);
    private final ChartView monthly;
    private final ChartView cumulative;
    private final ChartView firstToken;
    private final ChartView hitRates;
    private final Columns columns;
    private final CacheTable cacheTable;
    private final Label cacheNote = Fx.paragraph("", Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    private final VBox caching;
    private final StatementTable statement;
    private final Label statementTitle = Fx.label("", Styles.TEXT_BOLD);
    private final VBox statementCard;
    private final VBox notices = new VBox(6);
    private final VBox repriced = new VBox(8);
    private List<Object> shownArchitectures = List.of();
    private List<Object> shownNotices = List.of();
    private List<Evaluation.Unpriced> shownUnpriced = List.of();

    ResultPane(Workspace workspace, Dialogs dialogs, Look look) {
        this.workspace = workspace;
        this.look = look;
        cards = new Cards(workspace);
        monthly = new ChartView("chart.monthly", dialogs, look.paletteProperty(), this::choose);
        cumulative = new ChartView("chart.cumulative", dialogs, look.paletteProperty(), this::choose);
        firstToken = new ChartView("chart.firstToken", dialogs, look.paletteProperty(), this::explainFirstToken);
        hitRates = new ChartView("chart.hitRates", dialogs, look.paletteProperty(), this::explainHitRate);
        columns = new Columns(cumulative, firstToken);
        cacheTable = new CacheTable(workspace);
        statement = new StatementTable(workspace);
        caching = new VBox(12, hitRates, card("caching", TEXTS.get("caching.title"), cacheTable, cacheNote));
        statementCard = new VBox(8, statementTitle, statement);
        statementCard.getStyleClass().add("card");
        statementTitle.setLabelFor(statement);
        repriced.getStyleClass().add("card");
        repriced.setId("repriced");
        unpriced.getStyleClass().add("card");
        unpriced.setId("unpriced");
        notices.getStyleClass().add("card");
        notices.setId("notices");
        architectures.setId("architectures");
        VBox content = new VBox(
                12, architectures, cards, monthly, unpriced, repriced, columns, notices, caching, statementCard);
        content.getStyleClass().add("results");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().addAll("plain-scroll");
        setId("results");
        look.paletteProperty().subscribe(palette -> refreshArchitectures());
    }

    private static VBox card(String id, String title, Node... content) {
        Label label = Fx.label(title, Styles.TEXT_BOLD);
        label.setLabelFor(content[0]);
        VBox card = new VBox(8, label);
        card.getChildren().addAll(content);
        card.getStyleClass().add("card");
        card.setId(id);
        return card;
    }

    private void choose(Key key) {
        if (key.design() != null) {
            workspace.select(key.design());
        }
    }

    private void explainFirstToken(Key key) {
        Comparison comparison = workspace.comparison();
        if (key.design() != null) {
            comparison
                    .priced(key.design())
                    .ifPresent(e -> Explanation.show(Derivations.firstToken(comparison, e), firstToken));
        }
    }

    private void explainHitRate(Key key) {
        Comparison comparison = workspace.comparison();
        workspace
                .shown()
                .ifPresent(e -> e.caches().parts().stream()
                        .filter(p -> p.item().id().equals(key.item()))
                        .findFirst()
                        .ifPresent(p -> Explanation.show(Derivations.hitRate(comparison, e, p), hitRates)));
    }

    /** Shows what follows from the plan now. */
    void refresh() {
        Comparison comparison = workspace.comparison();
        Optional<Evaluation.Priced> shown = workspace.shown();
        refreshArchitectures();
        cards.show(comparison, shown);
        monthly.show(Charts.monthlyCost(comparison));
        cumulative.show(Charts.cumulativeCost(comparison));
        firstToken.show(Charts.firstToken(comparison));
        showUnpriced(comparison.unpriced());
        showNotices(shown);
        showCaching(shown);
        showStatement(shown);
        showRepriced(comparison);
    }

    /** Nodes are made anew only where something else is to be shown: styling them is what takes time. */
    private void refreshArchitectures() {
        Optional<Evaluation.Priced> shown = workspace.shown();
        List<Object> now = List.of(
                look.paletteProperty().get(),
                shown.map(e -> (Object) e.architecture()).orElse(""),
                workspace.comparison().priced().stream()
                        .map(Evaluation.Priced::architecture)
                        .toList());
        if (now.equals(shownArchitectures)) {
            return;
        }
        shownArchitectures = now;
        ToggleGroup group = new ToggleGroup();
        List<ToggleButton> buttons = workspace.comparison().priced().stream()
                .map(e -> {
                    Color color = Color.web(look.paletteProperty()
                            .get()
                            .color(ColorRole.of(e.architecture().design())));
                    ToggleButton button = new ToggleButton(Charts.name(e), new Circle(5, color));
                    button.setToggleGroup(group);
                    button.setId("architecture." + e.architecture().design());
                    button.getStyleClass().addAll(Styles.SMALL, "architecture");
                    button.setSelected(shown.filter(e::equals).isPresent());
                    button.setOnAction(a -> workspace.select(e.architecture().design()));
                    return button;
                })
                .toList();
        Label label = Fx.label(TEXTS.get("details.of"), Styles.TEXT_MUTED);
        architectures.setAlignment(Pos.CENTER_LEFT);
        architectures.getChildren().setAll(buttons);
        architectures.getChildren().add(0, label);
        Fx.show(architectures, !buttons.isEmpty());
    }

    private void showUnpriced(List<Evaluation.Unpriced> evaluations) {
        Fx.show(unpriced, !evaluations.isEmpty());
        if (evaluations.equals(shownUnpriced)) {
            return;
        }
        shownUnpriced = evaluations;
        unpriced.getChildren().setAll(Fx.label(TEXTS.get("unpriced.title"), Styles.TEXT_BOLD));
        for (Evaluation.Unpriced evaluation : evaluations) {
            for (String reason : evaluation.reasons()) {
                unpriced.getChildren().add(Fx.paragraph(TEXTS.get("unpriced.reason", Charts.name(evaluation), reason)));
            }
        }
    }

    private void showNotices(Optional<Evaluation.Priced> shown) {
        List<Notice> list = shown.map(Evaluation.Priced::notices).orElse(List.of());
        Fx.show(notices, !list.isEmpty());
        List<Object> now = List.of(shown.map(Charts::name).orElse(""), list);
        if (now.equals(shownNotices)) {
            return;
        }
        shownNotices = now;
        notices.getChildren()
                .setAll(Fx.label(
                        TEXTS.get("notices.title", shown.map(Charts::name).orElse("")), Styles.TEXT_BOLD));
        list.stream()
                .sorted((a, b) -> b.severity().compareTo(a.severity()))
                .forEach(n -> notices.getChildren().add(notice(n)));
    }

    private static Node notice(Notice notice) {
        String style = switch (notice.severity()) {
            case INFO -> "info-chip";
            case WARNING -> "warning-chip";
            case OBSTACLE -> "danger-chip";
        };
        Label mark = Fx.label(Names.of(notice.severity()), "chip", style);
        mark.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        Label text = Fx.paragraph(notice.text());
        HBox.setHgrow(text, javafx.scene.layout.Priority.ALWAYS);
        return new HBox(8, mark, text);
    }

    private void showCaching(Optional<Evaluation.Priced> shown) {
        Optional<Evaluation.Priced> caches =
                shown.filter(e -> !e.caches().parts().isEmpty());
        caches.ifPresent(e -> {
            hitRates.show(Charts.hitRates(e));
            cacheTable.show(e);
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

    private void showStatement(Optional<Evaluation.Priced> shown) {
        shown.ifPresent(e -> {
            statementTitle.setText(TEXTS.get("statement.title", Charts.name(e)));
            statement.show(e);
        });
        Fx.show(statementCard, shown.map(e -> !e.statement().isEmpty()).orElse(false));
    }

    private void showRepriced(Comparison comparison) {
        Optional<Repricing> repricing = Repricing.atListPrices(comparison, workspace.book());
        repricing.ifPresent(r -> {
            Comparison listed = r.comparison();
            String currency = listed.plan().finance().currency();
            GridPane grid = new GridPane(18, 4);
            grid.addRow(
                    0,
                    Fx.label(TEXTS.get("repriced.architecture"), Styles.TEXT_MUTED, Styles.TEXT_SMALL),
                    number(TEXTS.get("repriced.published"), true),
                    number(TEXTS.get("repriced.listed"), true));
            int row = 1;
            for (Evaluation evaluation : listed.evaluations()) {
                String published = comparison
                        .priced(evaluation.architecture().design())
                        .map(e -> Numbers.moneyShort(e.measures().averageMonth(), currency))
                        .orElse("–");
                String now = evaluation instanceof Evaluation.Priced e
                        ? Numbers.moneyShort(e.measures().averageMonth(), currency)
                        : TEXTS.get("repriced.unpriced");
                grid.addRow(row++, Fx.label(Charts.name(evaluation)), number(published, false), number(now, false));
            }
            VBox reasons = new VBox(4);
            r.reasons().forEach(s -> reasons.getChildren().add(Fx.paragraph("• " + s, Styles.TEXT_SMALL)));
            repriced.getChildren()
                    .setAll(
                            Fx.label(TEXTS.get("repriced.title"), Styles.TEXT_BOLD),
                            Fx.paragraph(Headline.of(listed).sentence() + "."),
                            grid,
                            reasons);
        });
        Fx.show(repriced, repricing.isPresent());
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
