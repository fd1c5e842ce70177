package app.steelyard.ui.usage;

import app.steelyard.files.AtomicFile;
import app.steelyard.plan.Plan;
import app.steelyard.report.chart.DataTable;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.work.Actions;
import app.steelyard.ui.work.Background;
import app.steelyard.ui.work.Dialogs;
import app.steelyard.ui.work.NewPlan;
import app.steelyard.ui.work.Workspace;
import app.steelyard.usage.FileReport;
import app.steelyard.usage.Ledger;
import app.steelyard.usage.LedgerView;
import app.steelyard.usage.PlanEdit;
import app.steelyard.usage.PricedModels;
import app.steelyard.usage.Progress;
import app.steelyard.usage.RejectedRow;
import app.steelyard.usage.Selection;
import app.steelyard.usage.UsageToPlan;
import app.steelyard.usage.UsageTotals;
import app.steelyard.usage.format.Finding;
import atlantafx.base.theme.Styles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Reads usage exports, says what became of every row, and puts what was measured into a plan. */
public final class UsageScreen extends ScrollPane {
    private static final Texts TEXTS = Texts.of(UsageScreen.class);

    private final Workspace workspace;
    private final Actions actions;
    private final Dialogs dialogs;
    private final Runnable opened;
    private final HBox progress = new HBox(10);
    private final VBox outcome = new VBox(14);
    private final Button choose = new Button(TEXTS.get("usage.choose"), new FontIcon(Feather.FOLDER));
    private Background.@Nullable Job job;

    /** @param opened told when a plan was made or changed */
    public UsageScreen(Workspace workspace, Actions actions, Dialogs dialogs, Runnable opened) {
        this.workspace = workspace;
        this.actions = actions;
        this.dialogs = dialogs;
        this.opened = opened;
        choose.setId("usage.choose");
        choose.setOnAction(e -> {
            List<Path> files = dialogs.openSeveral(Dialogs.FileKind.USAGE);
            if (!files.isEmpty()) {
                read(files);
            }
        });
        ProgressIndicator indicator = new ProgressIndicator();
        indicator.setPrefSize(22, 22);
        indicator.setAccessibleText(TEXTS.get("usage.reading"));
        progress.setAlignment(Pos.CENTER_LEFT);
        progress.getChildren()
                .addAll(
                        indicator,
                        Fx.label(TEXTS.get("usage.reading")),
                        Fx.button(TEXTS.get("usage.cancel"), this::cancel, Styles.SMALL));
        Fx.show(progress, false);
        outcome.setId("usage.outcome");
        VBox drop = new VBox(10, Fx.paragraph(TEXTS.get("usage.intro"), Styles.TEXT_MUTED), choose);
        drop.getStyleClass().add("drop-target");
        VBox page = new VBox(Fx.label(TEXTS.get("usage.title"), Styles.TITLE_3), drop, progress, outcome);
        page.getStyleClass().add("page");
        page.setMaxWidth(1100);
        setContent(page);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("plain-scroll");
        setId("usage");
    }

    /** Reads files in the background and shows what came of it. */
    public void read(List<Path> files) {
        cancel();
        Fx.show(progress, true);
        outcome.getChildren().clear();
        job = Background.run(
                () -> read(files, Progress.NONE),
                usage -> {
                    Fx.show(progress, false);
                    show(usage);
                },
                e -> {
                    Fx.show(progress, false);
                    dialogs.error(TEXTS.get("usage.failed"), String.valueOf(e.getMessage()), e.toString());
                });
    }

    private static LedgerView read(List<Path> files, Progress progress) {
        try (Ledger ledger = Ledger.temporary()) {
            ledger.add(files, progress);
            return ledger.view();
        }
    }

    private void cancel() {
        if (job != null) {
            job.cancel();
        }
        Fx.show(progress, false);
    }

    private void show(LedgerView usage) {
        List<Node> parts = new ArrayList<>();
        if (!usage.totals().isEmpty()) {
            parts.add(use(usage));
        }
        parts.add(findings("usage.findings", usage.findings()));
        parts.add(files(usage.files()));
        if (!usage.totals().isEmpty()) {
            parts.add(totals("usage.models", usage.byModel()));
            parts.add(totals("usage.projects", usage.byProject()));
        }
        if (!usage.rejected().isEmpty()) {
            parts.add(rejected(usage.rejected()));
        }
        outcome.getChildren().setAll(parts);
    }

    private static VBox card(String title, Node... content) {
        VBox card = new VBox(8, Fx.label(title, Styles.TEXT_BOLD));
        card.getChildren().addAll(content);
        card.getStyleClass().add("card");
        return card;
    }

    private Node use(LedgerView usage) {
        UsageTotals totals = usage.totals();
        ComboBox<String> model = new ComboBox<>();
        model.setId("usage.model");
        model.setAccessibleText(TEXTS.get("usage.model"));
        model.getItems().add(TEXTS.get("usage.largest"));
        model.getItems().add(TEXTS.get("usage.every"));
        List<String> models = List.copyOf(usage.byModel().keySet());
        models.forEach(m -> model.getItems().add(named(m)));
        model.getSelectionModel().select(0);
        Label label = Fx.label(TEXTS.get("usage.model"));
        label.setLabelFor(model);
        VBox said = new VBox(4);
        Button make =
                Fx.button(TEXTS.get("usage.make"), () -> make(usage, selection(model, models), said), Styles.ACCENT);
        make.setId("usage.make");
        Button put = Fx.button(TEXTS.get("usage.put"), () -> put(usage, selection(model, models), said));
        put.setId("usage.put");
        FlowPane line = new FlowPane(10, 8, label, model, make, put);
        line.setAlignment(Pos.CENTER_LEFT);
        String period = usage.period() == null
                ? TEXTS.get("usage.noPeriod")
                : TEXTS.get(
                        "usage.period",
                        usage.period().firstDay(),
                        usage.period().lastDay());
        return card(
                TEXTS.get("usage.read", count(totals.requests()), Numbers.axis((double) totals.tokens()), period),
                line,
                said);
    }

    private static Selection selection(ComboBox<String> box, List<String> models) {
        int index = box.getSelectionModel().getSelectedIndex();
        return index <= 0
                ? Selection.largestModel()
                : index == 1 ? Selection.everyModel() : Selection.ofModel(models.get(index - 2));
    }

    private void make(LedgerView usage, Selection selection, VBox said) {
        PlanEdit edit = UsageToPlan.newPlan(usage, selection, workspace.book(), NewPlan.model(workspace.book()));
        edit.plan().filter(actions::begin).ifPresent(p -> opened.run());
        say(edit, said);
    }

    private void put(LedgerView usage, Selection selection, VBox said) {
        Plan before = workspace.plan();
        PlanEdit edit = UsageToPlan.into(before, usage, selection, PricedModels.of(workspace.book()));
        edit.plan().ifPresent(p -> {
            if (workspace.edit(TEXTS.get("usage.edit"), null, old -> p).isEmpty()) {
                opened.run();
            }
        });
        say(edit, said);
    }

    private static void say(PlanEdit edit, VBox said) {
        said.getChildren()
                .setAll(edit.findings().stream().map(UsageScreen::finding).toList());
    }

    private static Node findings(String title, List<Finding> findings) {
        VBox card = card(TEXTS.get(title));
        findings.forEach(f -> card.getChildren().add(finding(f)));
        Fx.show(card, !findings.isEmpty());
        return card;
    }

    private static Node finding(Finding finding) {
        String style = switch (finding.severity()) {
            case INFO -> "info-chip";
            case WARNING -> "warning-chip";
            case ERROR -> "danger-chip";
        };
        Label mark = Fx.label(TEXTS.get("Severity." + finding.severity()), "chip", style);
        mark.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        Label text = Fx.paragraph(finding.text());
        HBox.setHgrow(text, javafx.scene.layout.Priority.ALWAYS);
        return new HBox(8, mark, text);
    }

    private static Node files(List<FileReport> files) {
        Rows<FileReport> table = new Rows<>("usage.files", TEXTS.get("usage.files"));
        table.words("usage.file", 180, FileReport::file);
        table.words("usage.format", 300, FileReport::format);
        table.number("usage.accepted", f -> count(f.accepted()));
        table.number("usage.empty", f -> count(f.empty()));
        table.number("usage.unreadable", f -> count(f.unreadable()));
        table.number("usage.duplicates", f -> count(f.duplicates()));
        table.number("usage.leftOut", f -> count(f.leftOut()));
        table.fill(files);
        return card(TEXTS.get("usage.files"), table);
    }

    private static Node totals(String title, Map<String, UsageTotals> totals) {
        Rows<Map.Entry<String, UsageTotals>> table = new Rows<>(title, TEXTS.get(title));
        table.words("usage.name", 220, e -> named(e.getKey()));
        table.number("usage.requests", e -> count(e.getValue().requests()));
        table.number("usage.uncached", e -> count(e.getValue().uncachedInput()));
        table.number("usage.cacheRead", e -> count(e.getValue().cacheRead()));
        table.number("usage.cacheWrite", e -> count(e.getValue().cacheWrite()));
        table.number("usage.output", e -> count(e.getValue().output()));
        table.number(
                "usage.cacheShare",
                e -> Double.isNaN(e.getValue().cacheShare())
                        ? "–"
                        : Numbers.percent(e.getValue().cacheShare()));
        table.fill(List.copyOf(totals.entrySet()));
        return card(TEXTS.get(title), table);
    }

    private Node rejected(List<RejectedRow> rows) {
        Rows<RejectedRow> table = new Rows<>("usage.rejected", TEXTS.get("usage.rejected"));
        table.words("usage.file", 200, r -> r.file());
        table.number("usage.line", r -> Long.toString(r.line()));
        table.words("usage.reason", 420, RejectedRow::reason);
        table.fill(rows);
        Button copy = Fx.button(TEXTS.get("usage.copy"), () -> copy(table.text()), Styles.SMALL);
        copy.setId("usage.rejected.copy");
        Button save = Fx.button(TEXTS.get("usage.save"), () -> save(rows), Styles.SMALL);
        save.setId("usage.rejected.save");
        return card(TEXTS.get("usage.rejected"), table, new HBox(8, copy, save));
    }

    /** Writes where each row stands and why it was left out. */
    private void save(List<RejectedRow> rows) {
        DataTable table = new DataTable(
                List.of(TEXTS.get("usage.where"), TEXTS.get("usage.reason")),
                rows.stream()
                        .map(r -> List.<DataTable.Cell>of(
                                new DataTable.Words(TEXTS.get("usage.origin", r.file(), Long.toString(r.line()))),
                                new DataTable.Words(r.reason())))
                        .toList());
        dialogs.save(Dialogs.FileKind.CSV, TEXTS.get("usage.rejected")).ifPresent(file -> {
            try {
                AtomicFile.write(file, table.csv().getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                dialogs.error(TEXTS.get("usage.unwritten"), AtomicFile.why(e), e.toString());
            }
        });
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static String count(long number) {
        return Numbers.count((double) number);
    }

    private static String named(String name) {
        return name.isEmpty() ? TEXTS.get("usage.unnamed") : name;
    }
}
