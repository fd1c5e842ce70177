package app.steelyard.ui.usage;

import app.steelyard.text.Days;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Fx;
import app.steelyard.usage.UsageWords;
import app.steelyard.usage.figures.UsageTotals;
import app.steelyard.usage.ledger.LookedAt;
import app.steelyard.usage.ledger.UsageFigures;
import app.steelyard.usage.row.TimeSpan;
import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Which part of the ledger is looked at, and what can be made of it. */
final class ScopeBar extends VBox {
    private static final Texts TEXTS = Texts.of(ScopeBar.class);

    private final UsageModel model;
    private final UsageWork work;
    private final Label totals = Fx.id("usage.totals", Fx.paragraph("", Styles.TITLE_4));
    private final ComboBox<String> models = box("usage.model", TEXTS.get("scope.model"));
    private final ComboBox<String> projects = box("usage.project", TEXTS.get("scope.project"));
    private final DatePicker first = date("usage.first", TEXTS.get("scope.first"));
    private final DatePicker last = date("usage.last", TEXTS.get("scope.last"));
    private final Button all = Fx.id("usage.all", Fx.iconButton(Feather.X_CIRCLE, TEXTS.get("scope.all"), this::all));
    private final CheckBox together = Fx.id("usage.together", new CheckBox(TEXTS.get("scope.together")));
    private final VBox said = Fx.id("usage.said", new VBox(6));
    private List<String> modelNames = List.of();
    private List<String> projectNames = List.of();
    /** While values are put in, nobody chooses. */
    private boolean filling;

    ScopeBar(UsageModel model, UsageWork work) {
        super(10);
        this.model = model;
        this.work = work;
        setId("usage.scope");
        getStyleClass().add("card");
        models.setOnAction(e -> chosen(models, modelNames, n -> work.look(scope().ofModel(n))));
        projects.setOnAction(e -> chosen(projects, projectNames, n -> work.look(scope().inProject(n))));
        first.valueProperty().addListener((o, was, is) -> look(scope().from(is)));
        last.valueProperty().addListener((o, was, is) -> look(scope().until(is)));
        Button put = Fx.button(TEXTS.get("plan.put"), () -> work.put(together.isSelected()), Styles.ACCENT);
        put.setId("usage.put");
        put.setTooltip(Fx.tooltip(TEXTS.get("plan.put.help")));
        Button make = Fx.id("usage.make", Fx.button(TEXTS.get("plan.make"), () -> work.make(together.isSelected())));
        make.setTooltip(Fx.tooltip(TEXTS.get("plan.make.help")));
        FlowPane choose = new FlowPane(
                14,
                8,
                named(TEXTS.get("scope.model"), models),
                named(TEXTS.get("scope.project"), projects),
                named(TEXTS.get("scope.first"), first),
                named(TEXTS.get("scope.last"), last),
                all);
        FlowPane act = new FlowPane(10, 8, put, make, together);
        act.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(totals, choose, act, said);
        model.figures().subscribe(figures -> {
            Fx.show(this, figures != null && !figures.isEmpty());
            if (figures != null && !figures.isEmpty()) {
                show(figures);
            }
        });
        model.said().subscribe(findings -> {
            said.getChildren().setAll(UsageParts.findings(findings));
            if (!findings.isEmpty()) {
                Button calculate = Fx.button(TEXTS.get("plan.calculate"), work::calculate, Styles.SMALL);
                calculate.setId("usage.calculate");
                Button away =
                        Fx.button(TEXTS.get("plan.away"), () -> model.said().set(List.of()), Styles.SMALL);
                said.getChildren().add(new HBox(8, calculate, away));
            }
            Fx.show(said, !findings.isEmpty());
        });
    }

    private static ComboBox<String> box(String id, String name) {
        ComboBox<String> box = Fx.id(id, new ComboBox<String>());
        box.setAccessibleText(name);
        box.setPrefWidth(200);
        box.setVisibleRowCount(16);
        return box;
    }

    private static DatePicker date(String id, String name) {
        DatePicker date = Fx.id(id, new DatePicker());
        date.setAccessibleText(name);
        date.getEditor().setAccessibleText(name);
        date.setPrefWidth(136);
        date.setConverter(new IsoDays(date));
        return date;
    }

    private static Node named(String name, Control control) {
        return Fx.row(6, Fx.naming(control, Fx.label(name, Styles.TEXT_MUTED)), control);
    }

    private LookedAt scope() {
        return model.scope().get();
    }

    private void all() {
        look(LookedAt.ALL);
    }

    private void look(LookedAt scope) {
        if (!filling) {
            work.look(scope);
        }
    }

    private void chosen(ComboBox<String> box, List<String> names, Consumer<@Nullable String> chosen) {
        int index = box.getSelectionModel().getSelectedIndex();
        if (!filling && index >= 0) {
            chosen.accept(index == 0 ? null : names.get(index - 1));
        }
    }

    private void show(UsageFigures figures) {
        filling = true;
        modelNames = List.copyOf(figures.all().byModel().keySet());
        projectNames = List.copyOf(figures.all().byProject().keySet());
        fill(models, TEXTS.get("scope.everyModel"), modelNames, figures.scope().model());
        fill(
                projects,
                TEXTS.get("scope.everyProject"),
                projectNames,
                figures.scope().project());
        first.setValue(figures.scope().first());
        last.setValue(figures.scope().last());
        TimeSpan period = figures.all().period();
        first.setPromptText(period == null ? "" : period.firstDay().toString());
        last.setPromptText(period == null ? "" : period.lastDay().toString());
        Fx.show(all, !figures.scope().equals(LookedAt.ALL));
        Fx.show(together, figures.scope().model() == null && modelNames.size() > 1);
        filling = false;
        totals.setText(sentence(figures));
    }

    private static void fill(ComboBox<String> box, String every, List<String> names, @Nullable String chosen) {
        List<String> shown = new ArrayList<>();
        shown.add(every);
        names.forEach(n -> shown.add(UsageWords.named(n)));
        if (!box.getItems().equals(shown)) {
            box.getItems().setAll(shown);
        }
        box.getSelectionModel().select(chosen == null ? 0 : names.indexOf(chosen) + 1);
    }

    private static String sentence(UsageFigures figures) {
        UsageTotals sum = figures.kpis().totals();
        TimeSpan period = figures.chosen().period();
        String when = period == null
                ? TEXTS.get("scope.noPeriod")
                : TEXTS.get(
                        period.firstDay().equals(period.lastDay()) ? "scope.day" : "scope.period",
                        Days.full(period.firstDay()),
                        Days.full(period.lastDay()));
        return TEXTS.get(
                sum.requestsStated() ? "scope.totals" : "scope.totals.noRequests",
                UsageParts.count(sum.requests()),
                Numbers.axis((double) sum.tokens()),
                when);
    }
}
