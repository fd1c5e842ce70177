package app.steelyard.ui.kit;

import app.steelyard.app.Dialogs;
import app.steelyard.chart.ChartKey;
import app.steelyard.chart.ChartSpec;
import app.steelyard.chart.ColorRole;
import app.steelyard.chart.draw.ChartPainter;
import app.steelyard.chart.draw.Palette;
import app.steelyard.chart.draw.Region;
import app.steelyard.chart.draw.SvgSurface;
import app.steelyard.files.AtomicFile;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.steady.Remembering;
import atlantafx.base.theme.Styles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A chart in a card: drawn, as a table of its numbers, and ready to be taken elsewhere. */
public final class ChartView extends Remembering {
    private static final Texts TEXTS = Texts.of(ChartView.class);
    private static final double FONT_SIZE = 12;
    private static final int PICTURE_WIDTH = 900;

    private final Dialogs dialogs;
    private final ObservableValue<Palette> palette;
    private final Consumer<ChartKey> chosen;
    private final Label title = Fx.paragraph("", Styles.TEXT_BOLD);
    private final Label sentence = Fx.paragraph("", "chart-sentence");
    private final HBox controls = new HBox(8);
    private final Drawing drawing = new Drawing();
    private final DataTableView table = new DataTableView();
    private @Nullable ChartSpec spec;

    /**
     * @param id of the chart within the screen
     * @param chosen told what a click stands for
     */
    public ChartView(String id, Dialogs dialogs, ObservableValue<Palette> palette, Consumer<ChartKey> chosen) {
        super(0);
        this.dialogs = dialogs;
        this.palette = palette;
        this.chosen = chosen;
        setId(id);
        getStyleClass().addAll("card", "chart-card");
        ToggleButton asTable = Fx.id(
                id + ".table",
                new ToggleButton(null, new FontIcon(Feather.LIST)),
                Styles.FLAT,
                Styles.SMALL,
                Styles.BUTTON_ICON);
        asTable.setAccessibleText(TEXTS.get("chart.table"));
        asTable.setTooltip(Fx.tooltip(TEXTS.get("chart.table")));
        asTable.selectedProperty().addListener((o, was, is) -> {
            Fx.show(table, is);
            Fx.show(drawing, !is);
            fillTable();
        });
        table.setAccessibleText(TEXTS.get("chart.table"));
        Fx.show(table, false);
        title.setLabelFor(drawing);
        Fx.fill(title);
        Fx.show(sentence, false);
        sentence.setId(id + ".sentence");
        Fx.show(controls, false);
        controls.setPadding(new Insets(2, 0, 6, 0));
        HBox header = Fx.styled(new HBox(4, title, asTable, menu(id)), "card-header");
        header.setAlignment(Pos.TOP_LEFT);
        StackPane room = new StackPane(drawing, table);
        VBox.setVgrow(room, Priority.ALWAYS);
        getChildren().addAll(header, controls, sentence, room);
        palette.addListener((o, was, is) -> drawing.requestLayout());
    }

    private MenuButton menu(String id) {
        MenuButton menu = Fx.id(
                id + ".menu",
                new MenuButton(null, new FontIcon(Feather.SHARE)),
                Styles.FLAT,
                Styles.SMALL,
                Styles.BUTTON_ICON,
                atlantafx.base.theme.Tweaks.NO_ARROW);
        menu.setAccessibleText(TEXTS.get("chart.menu"));
        menu.setTooltip(Fx.tooltip(TEXTS.get("chart.menu")));
        menu.getItems()
                .addAll(
                        item("chart.copyPicture", this::copyPicture),
                        item("chart.copyCsv", this::copyCsv),
                        item("chart.savePng", this::savePng),
                        item("chart.saveSvg", this::saveSvg));
        return menu;
    }

    private MenuItem item(String key, Runnable action) {
        return Fx.item(getId() + "." + key, TEXTS.get(key), action);
    }

    /** Shows what the chart says as a sentence under its title. */
    public ChartView withSentence() {
        Fx.show(sentence, true);
        return this;
    }

    /** Puts controls of the chart below its title, which would break letter by letter beside them in a narrow window. */
    public ChartView with(Node... added) {
        controls.getChildren().setAll(added);
        Fx.show(controls, true);
        return this;
    }

    /** Puts more about the chart below it. */
    public ChartView over(Node... more) {
        for (Node node : more) {
            node.getStyleClass().add("chart-below");
        }
        getChildren().addAll(more);
        return this;
    }

    /** Shows another chart. */
    public void show(ChartSpec value) {
        if (value.equals(spec)) {
            return;
        }
        spec = value;
        title.setText(value.title());
        sentence.setText(value.summary());
        table.setAccessibleText(value.title());
        drawing.setAccessibleText(value.title() + ". " + value.summary());
        fillTable();
        drawing.changed();
    }

    /** Only while it is to be seen. */
    private void fillTable() {
        if (spec != null && table.isVisible()) {
            table.show(spec.table());
        }
    }

    private void copyPicture() {
        ClipboardContent content = new ClipboardContent();
        content.putImage(picture());
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** Puts the numbers drawn on the clipboard. */
    public void copyCsv() {
        if (spec != null) {
            Fx.copy(spec.table().csv());
        }
    }

    private void savePng() {
        write(
                Dialogs.FileKind.PNG,
                file -> AtomicFile.write(
                        file, out -> ImageIO.write(SwingFXUtils.fromFXImage(picture(), null), "png", out)));
    }

    private void saveSvg() {
        write(Dialogs.FileKind.SVG, file -> {
            if (spec != null) {
                ChartPainter painter = new ChartPainter(Palette.PRINT, FONT_SIZE, true);
                String svg = SvgSurface.document(spec, painter, PICTURE_WIDTH, pictureHeight(spec, painter));
                AtomicFile.write(file, svg.getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    private interface Writing {
        void to(Path file) throws IOException;
    }

    private void write(Dialogs.FileKind kind, Writing writing) {
        dialogs.save(kind, title.getText()).ifPresent(file -> {
            try {
                writing.to(file);
            } catch (IOException e) {
                dialogs.error(TEXTS.get("chart.unwritten"), TEXTS.get("chart.unwritten.text", file), e.toString());
            }
        });
    }

    private static double pictureHeight(ChartSpec spec, ChartPainter painter) {
        FxSurface surface = new FxSurface(new Canvas(1, 1).getGraphicsContext2D());
        return Math.ceil(painter.preferredHeight(spec, surface, PICTURE_WIDTH));
    }

    /** The chart with its title, at twice the size of the screen's. */
    private Image picture() {
        ChartPainter painter = new ChartPainter(palette.getValue(), FONT_SIZE, true);
        double height = spec == null ? 1 : pictureHeight(spec, painter);
        double margin = 16;
        Canvas canvas = new Canvas((PICTURE_WIDTH + 2 * margin) * 2, (height + 2 * margin) * 2);
        canvas.getGraphicsContext2D().scale(2, 2);
        canvas.getGraphicsContext2D().translate(margin, margin);
        if (spec != null) {
            painter.paint(spec, new FxSurface(canvas.getGraphicsContext2D()), PICTURE_WIDTH, height);
        }
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.web(palette.getValue().color(ColorRole.BACKGROUND)));
        return canvas.snapshot(parameters, new WritableImage((int) canvas.getWidth(), (int) canvas.getHeight()));
    }

    /** The canvas, as large as its room; it tells what is under the mouse. */
    private final class Drawing extends Pane {
        private final Canvas canvas = new Canvas();
        private final Tooltip tooltip = Fx.tooltip("");
        private List<Region> regions = List.of();
        /** For which a height was last asked, and which. */
        private double width;

        private double height;

        Drawing() {
            getChildren().add(canvas);
            setFocusTraversable(true);
            setAccessibleRole(AccessibleRole.IMAGE_VIEW);
            getStyleClass().add("drawing");
            setMinWidth(120);
            setOnMouseMoved(this::hover);
            setOnMouseExited(e -> tooltip.hide());
            setOnMouseClicked(e -> Region.at(regions, e.getX(), e.getY()).ifPresent(r -> chosen.accept(r.key())));
            setOnKeyPressed(e -> {
                if (e.getCode() == KeyCode.C && e.isShortcutDown()) {
                    copyPicture();
                }
            });
        }

        private void hover(MouseEvent e) {
            Optional<Region> region = Region.at(regions, e.getX(), e.getY());
            setCursor(region.filter(r -> !r.key().equals(ChartKey.NONE)).isPresent() ? Cursor.HAND : Cursor.DEFAULT);
            if (region.isPresent()) {
                tooltip.setText(region.get().tooltip());
                tooltip.show(this, e.getScreenX() + 14, e.getScreenY() + 14);
            } else {
                tooltip.hide();
            }
        }

        /** Draws anew; what is around it is laid out anew only where the chart has become higher or lower. */
        void changed() {
            double before = height;
            if (getWidth() > 0 && before == computePrefHeight(width)) {
                setNeedsLayout(true);
            } else {
                requestLayout();
            }
        }

        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected double computePrefHeight(double asked) {
            width = asked;
            height = spec == null
                    ? 0
                    : Math.ceil(
                            painter().preferredHeight(spec, surface(), asked <= 0 ? Math.max(200, getWidth()) : asked));
            return height;
        }

        private ChartPainter painter() {
            return new ChartPainter(palette.getValue(), FONT_SIZE, false);
        }

        private FxSurface surface() {
            return new FxSurface(canvas.getGraphicsContext2D());
        }

        @Override
        protected void layoutChildren() {
            double across = Math.floor(getWidth());
            double down = Math.floor(getHeight());
            canvas.setWidth(across);
            canvas.setHeight(down);
            canvas.getGraphicsContext2D().clearRect(0, 0, across, down);
            if (spec != null && across > 0 && down > 0) {
                regions = painter().paint(spec, surface(), across, down);
            }
        }
    }
}
