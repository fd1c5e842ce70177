package app.steelyard.ui.report;

import app.steelyard.app.Dialogs;
import app.steelyard.app.report.PlanReport;
import app.steelyard.plan.Plan;
import app.steelyard.report.Edition;
import app.steelyard.report.Orientation;
import app.steelyard.report.PaperSize;
import app.steelyard.report.Sheet;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.work.Background;
import app.steelyard.ui.work.Page;
import app.steelyard.ui.work.Surroundings;
import app.steelyard.ui.work.Workspace;
import atlantafx.base.theme.Styles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What leaves the building: its pages to look at, and its export. */
public final class ReportScreen extends ScrollPane implements Page {
    private static final Texts TEXTS = Texts.of(ReportScreen.class);
    private static final int PREVIEW_DPI = 60;
    private static final double OLD = 0.3;

    private final Workspace workspace;
    private final Dialogs dialogs;
    private final Clock clock;
    private final ToggleGroup papers = new ToggleGroup();
    private final ToggleGroup sides = new ToggleGroup();
    private final ToggleGroup editions = new ToggleGroup();
    private final FlowPane pages = Fx.id("report.pages", new FlowPane(16, 16));
    private final HBox progress = Fx.row(10);
    private final Label progressText = new Label();
    private final Label outcome = Fx.id("report.outcome", Fx.paragraph(""));
    private @Nullable View previewed;
    /** Which way round somebody asked for; null while it is as usual. */
    private @Nullable Orientation asked;

    private Background.@Nullable Job preview;
    private Background.@Nullable Job export;

    /** What is looked at. */
    private record View(Plan plan, Sheet sheet, Edition edition) {}

    public ReportScreen(Surroundings surroundings) {
        workspace = surroundings.workspace();
        dialogs = surroundings.dialogs();
        clock = surroundings.clock();
        Button pdf = Fx.id(
                "report.pdf", new Button(TEXTS.get("report.pdf"), new FontIcon(Feather.FILE_TEXT)), Styles.ACCENT);
        pdf.setOnAction(e -> export());
        Button csv = Fx.id("report.csv", new Button(TEXTS.get("report.csv"), new FontIcon(Feather.GRID)));
        csv.setOnAction(e -> exportCsv());
        ProgressIndicator indicator = new ProgressIndicator();
        indicator.setPrefSize(22, 22);
        indicator.setAccessibleText(TEXTS.get("report.working"));
        progress.getChildren()
                .addAll(indicator, progressText, Fx.button(TEXTS.get("report.cancel"), this::cancel, Styles.SMALL));
        Fx.show(progress, false);
        Fx.show(outcome, false);
        FlowPane line = new FlowPane(
                10,
                8,
                Fx.row(10, pdf, csv),
                Fx.row(10, Fx.label(TEXTS.get("report.paper"), Styles.TEXT_MUTED), papers(), sides()),
                editions());
        side();
        VBox page = new VBox(
                Fx.label(TEXTS.get("report.title"), Styles.TITLE_3),
                Fx.paragraph(TEXTS.get("report.intro"), Styles.TEXT_MUTED),
                line,
                progress,
                outcome,
                pages);
        page.getStyleClass().add("page");
        setContent(page);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("plain-scroll");
        setId("report");
    }

    @Override
    public Node node() {
        return this;
    }

    private HBox papers() {
        // Letter where people print on it, A4 everywhere else.
        boolean letter = List.of("US", "CA", "MX").contains(System.getProperty("user.country", ""));
        return choice(
                "report.paper.", papers, PaperSize.values(), letter ? PaperSize.LETTER : PaperSize.A4, this::again);
    }

    private HBox sides() {
        return choice("report.side.", sides, Orientation.values(), Orientation.PORTRAIT, () -> {
            asked = (Orientation) sides.getSelectedToggle().getUserData();
            shown();
        });
    }

    /** Another paper or edition is one way round as it is usual, until somebody asks for the other. */
    private void again() {
        side();
        shown();
    }

    private void side() {
        Orientation side = sheet().orientation();
        sides.getToggles().forEach(t -> t.setSelected(t.getUserData() == side));
    }

    private Sheet sheet() {
        return asked == null ? Sheet.of(paper(), edition()) : new Sheet(paper(), asked);
    }

    private HBox editions() {
        return choice("report.edition.", editions, Edition.values(), Edition.WHOLE, this::again);
    }

    private <E extends Enum<E>> HBox choice(String id, ToggleGroup group, E[] values, E selected, Runnable chosen) {
        HBox box = new HBox();
        for (E value : values) {
            ToggleButton button = Fx.id(id + value, new ToggleButton(TEXTS.name(value)));
            button.setUserData(value);
            button.setToggleGroup(group);
            button.getStyleClass().add(value.ordinal() == 0 ? Styles.LEFT_PILL : Styles.RIGHT_PILL);
            button.setSelected(value == selected);
            button.setOnAction(e -> {
                button.setSelected(true);
                chosen.run();
            });
            box.getChildren().add(button);
        }
        return box;
    }

    private Edition edition() {
        return (Edition) editions.getSelectedToggle().getUserData();
    }

    private PaperSize paper() {
        return (PaperSize) papers.getSelectedToggle().getUserData();
    }

    private PlanReport report() {
        return PlanReport.of(workspace.comparison(), workspace.book(), LocalDate.now(clock), workspace.answers());
    }

    /** Shows the pages of the plan as it is now. */
    @Override
    public void shown() {
        Plan plan = workspace.plan();
        Sheet sheet = sheet();
        Edition edition = edition();
        View view = new View(plan, sheet, edition);
        if (view.equals(previewed)) {
            return;
        }
        previewed = view;
        if (preview != null) {
            preview.cancel();
        }
        Fx.show(outcome, false);
        working(TEXTS.get("report.drawing"));
        // They are of the plan as it was.
        pages.setOpacity(OLD);
        PlanReport report = report();
        preview = Background.run(
                () -> draw(report, sheet, edition),
                images -> {
                    Fx.show(progress, false);
                    pages.getChildren().setAll(images.stream().map(this::page).toList());
                    pages.setOpacity(1);
                },
                e -> {
                    Fx.show(progress, false);
                    tell(TEXTS.get("report.noPreview", String.valueOf(e.getMessage())), false);
                });
    }

    private static List<Image> draw(PlanReport report, Sheet sheet, Edition edition) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        report.pdf(out, sheet, edition);
        List<Image> images = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            PDFRenderer renderer = new PDFRenderer(document);
            for (int i = 0;
                    i < document.getNumberOfPages() && !Thread.currentThread().isInterrupted();
                    i++) {
                images.add(SwingFXUtils.toFXImage(renderer.renderImageWithDPI(i, PREVIEW_DPI), null));
            }
        }
        return images;
    }

    private StackPane page(Image image) {
        ImageView view = new ImageView(image);
        StackPane sheet = Fx.styled(new StackPane(view), "report-sheet");
        sheet.setAccessibleText(TEXTS.get("report.page"));
        return sheet;
    }

    private void working(String text) {
        progressText.setText(text);
        Fx.show(progress, true);
    }

    private void cancel() {
        if (preview != null) {
            preview.cancel();
            previewed = null;
        }
        if (export != null) {
            export.cancel();
        }
        Fx.show(progress, false);
    }

    /** Asks where to, and writes the report there. */
    @Override
    public void export() {
        Edition edition = edition();
        Optional<Path> file = dialogs.save(
                Dialogs.FileKind.PDF, edition.named(workspace.plan().name()));
        Sheet sheet = sheet();
        PlanReport report = report();
        file.ifPresent(f -> export(f, () -> report.pdf(f, sheet, edition)));
    }

    private void exportCsv() {
        Optional<Path> file =
                dialogs.save(Dialogs.FileKind.CSV, workspace.plan().name());
        PlanReport report = report();
        file.ifPresent(f -> export(f, () -> report.csv(f)));
    }

    private interface Writing {
        void run() throws IOException;
    }

    private void export(Path file, Writing writing) {
        working(TEXTS.get("report.writing", file.getFileName()));
        Fx.show(outcome, false);
        export = Background.run(
                () -> {
                    writing.run();
                    return file;
                },
                written -> {
                    Fx.show(progress, false);
                    tell(TEXTS.get("report.done", written), true);
                },
                e -> {
                    Fx.show(progress, false);
                    tell(TEXTS.get("report.failed"), false);
                    dialogs.error(TEXTS.get("report.failed"), String.valueOf(e.getMessage()), e.toString());
                });
    }

    private void tell(String text, boolean good) {
        outcome.setText(text);
        Fx.style(outcome, Styles.SUCCESS, good);
        Fx.style(outcome, Styles.DANGER, !good);
        Fx.show(outcome, true);
    }
}
