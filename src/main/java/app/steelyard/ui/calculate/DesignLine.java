package app.steelyard.ui.calculate;

import app.steelyard.app.compare.DesignRow;
import app.steelyard.app.compare.DesignRow.Standing;
import app.steelyard.chart.ChartPart.Legend;
import app.steelyard.chart.ColorRole;
import app.steelyard.chart.draw.Palette;
import app.steelyard.cost.result.Measure;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Explanation;
import app.steelyard.ui.kit.Explanation.FigureButton;
import app.steelyard.ui.kit.Fx;
import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;

/**
 * A design in the list of all. Its parts are placed by hand and are no part of the page's layout: under a drag only their
 * texts and the lengths of the bar change.
 */
final class DesignLine extends Region {
    private static final Texts TEXTS = Texts.of(DesignLine.class);
    private static final double DOT = 18;
    private static final double SPACE = 2;
    private static final double LOW = 32;
    private static final double BAR = 12;
    private static final double PADDING = 8;

    /** The figures, in the order of the columns. */
    static final List<Measure> FIGURES = List.of(
            Measure.AVERAGE_MONTH,
            Measure.SAVED_BY_MODEL,
            Measure.SAVED_BY_DESIGN,
            Measure.COST_PER_REQUEST,
            Measure.COST_PER_SUCCESS);

    private final ToggleButton whole = Fx.styled(new ToggleButton(), "design-line-button");
    private final Tooltip full = Fx.tooltip("");
    private final Circle dot = new Circle(5);
    private final Label design = Fx.paragraph("");
    private final Label model = Fx.paragraph("", "design-model");
    private final List<FigureButton> figures = new ArrayList<>();
    private final List<Rectangle> bar = new ArrayList<>();
    private final Label why = Fx.paragraph("", Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    private final Hyperlink missing = Fx.styled(new Hyperlink(), Styles.TEXT_SMALL, "design-missing");
    private final Label rest = Fx.paragraph("", Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    private final ToggleButton arrow = Fx.styled(new ToggleButton("▸"), Styles.SMALL, Styles.FLAT, "design-arrow");
    private final DesignTable.Asked asked;
    private DesignRow row;
    private DesignColumns columns;
    private boolean successes;

    DesignLine(DesignTable.Asked asked, DesignRow first, DesignColumns columns) {
        this.asked = asked;
        this.row = first;
        this.columns = columns;
        getStyleClass().add("design-line");
        whole.setTooltip(full);
        whole.setOnAction(e -> {
            whole.setSelected(true);
            asked.select(row.design());
        });
        for (Measure measure : FIGURES) {
            FigureButton figure = Explanation.figure("");
            figure.setFocusTraversable(false);
            figure.setAlignment(Pos.CENTER_RIGHT);
            figure.setUserData(measure);
            figure.getStyleClass().add(measure.key());
            figures.add(figure);
        }
        missing.setWrapText(true);
        missing.setAccessibleText(TEXTS.get("designs.priced"));
        missing.setOnAction(e -> asked.choose(row));
        arrow.setAccessibleText(TEXTS.get("designs.more"));
        arrow.setTooltip(Fx.tooltip(TEXTS.get("designs.more")));
        arrow.selectedProperty().subscribe(open -> {
            arrow.setText(open ? "▾" : "▸");
            asked.grown();
        });
        List<Node> parts = new ArrayList<>(List.of(whole, dot, design, model));
        parts.addAll(figures);
        parts.addAll(List.of(why, missing, rest, arrow));
        parts.forEach(p -> p.setManaged(false));
        List.of(dot, design, model, why, rest).forEach(p -> p.setMouseTransparent(true));
        getChildren().setAll(parts);
    }

    /** What can be walked with the arrow keys, the name first. */
    List<Node> stops() {
        List<Node> stops = new ArrayList<>(List.of(whole));
        figures.stream().filter(f -> f.isVisible() && !f.isDisabled()).forEach(stops::add);
        if (missing.isVisible()) {
            stops.add(missing);
        }
        return stops;
    }

    /** Shows what is true now; what is so already is left alone. */
    void show(DesignRow now, boolean selected, DesignTable.Looks looks) {
        successes = looks.successes();
        boolean another = !now.design().equals(row.design()) || whole.getId() == null;
        row = now;
        String id = "architecture." + ColorRole.of(now.design());
        if (another) {
            whole.setId(id);
            figures.forEach(f -> f.setId(id + "." + ((Measure) f.getUserData()).key()));
            missing.setId(id + ".missing");
            arrow.setId(id + ".more");
        }
        whole.setSelected(selected);
        dot.setFill(Color.web(looks.palette().color(ColorRole.of(now.design()))));
        set(design, now.model().isEmpty() ? now.name() : TEXTS.get("designs.on", now.name()));
        set(model, now.model());
        List<String> texts = List.of(now.month(), now.byModel(), now.byDesign(), now.request(), now.success());
        for (int i = 0; i < figures.size(); i++) {
            show(figures.get(i), texts.get(i));
        }
        Fx.style(figures.get(2), "bad", now.dearer());
        Fx.style(figures.get(successes ? 4 : 0), "good", now.standing() == Standing.BEST);
        Fx.style(this, "out", now.standing() == Standing.UNFIT || now.standing() == Standing.UNPRICED);
        String reasons = String.join(" ", now.why());
        boolean unpriced = now.leads();
        set(why, unpriced ? "" : reasons);
        if (!missing.getText().equals(unpriced ? reasons : "")) {
            missing.setText(unpriced ? reasons : "");
            missing.setAccessibleText(unpriced ? reasons : TEXTS.get("designs.priced"));
        }
        String name = now.model().isEmpty() ? now.name() : TEXTS.get("designs.full", now.name(), now.model());
        if (!full.getText().equals(name)) {
            full.setText(name);
        }
        whole.setAccessibleText(TEXTS.get(
                "designs.read",
                name,
                now.month(),
                now.byModel(),
                now.byDesign(),
                now.request(),
                now.success(),
                reasons));
        showBar(looks.parts(), looks.palette());
        boolean saves = !(now.byModel().equals(DesignRow.NONE) && now.byDesign().equals(DesignRow.NONE));
        set(
                rest,
                saves
                        ? TEXTS.get("designs.rest", now.byModel(), now.byDesign(), now.request())
                        : TEXTS.get("designs.rest.none", now.request()));
    }

    private void show(FigureButton figure, String text) {
        if (text.equals(figure.getText())) {
            return;
        }
        Measure measure = (Measure) figure.getUserData();
        String name = TEXTS.get("designs." + measure.key());
        if (text.equals(DesignRow.NONE)) {
            figure.showNone(name);
        } else {
            figure.show(text, name, () -> asked.derivation(row.design(), measure));
        }
    }

    private void showBar(List<Legend> parts, Palette palette) {
        while (bar.size() < row.parts().size()) {
            Rectangle part = new Rectangle();
            part.setManaged(false);
            part.setMouseTransparent(true);
            bar.add(part);
            getChildren().add(part);
        }
        for (int i = 0; i < bar.size(); i++) {
            boolean shown = i < row.parts().size();
            bar.get(i).setVisible(shown);
            if (shown) {
                bar.get(i).setFill(Color.web(palette.color(parts.get(i).role())));
            }
        }
        placeBar();
    }

    private static void set(Label label, String text) {
        if (!text.equals(label.getText())) {
            label.setText(text);
        }
    }

    /** How wide its name is on one line. */
    double nameWidth() {
        return Math.ceil(DOT + design.prefWidth(-1) + (row.model().isEmpty() ? 0 : SPACE + model.prefWidth(-1))) + 1;
    }

    private boolean reasoned() {
        return !row.why().isEmpty();
    }

    private Region reason() {
        return row.leads() ? missing : why;
    }

    private double head(DesignColumns c) {
        double room = c.name() - DOT;
        return c.stacked() ? Math.max(LOW, design.prefHeight(room) + modelHeight(room) + PADDING) : LOW;
    }

    private double modelHeight(double room) {
        return row.model().isEmpty() ? 0 : model.prefHeight(room);
    }

    private double roomForReason(DesignColumns c) {
        return c.all() ? c.width() - c.name() - c.month() - 2 * DesignColumns.GAP : c.width() - DOT;
    }

    /** How high it is with {@code c}. */
    double height(DesignColumns c) {
        double below = open(c) ? rest.prefHeight(c.width() - DOT) + PADDING : 0;
        if (!reasoned()) {
            return head(c) + below;
        }
        double reason = reason().prefHeight(roomForReason(c)) + PADDING;
        return c.all() ? Math.max(head(c), reason) : head(c) + reason;
    }

    private boolean open(DesignColumns c) {
        return !c.all() && arrow.isSelected() && !reasoned();
    }

    /** Places all of it. */
    void place(DesignColumns c) {
        columns = c;
        double head = head(c);
        double height = height(c);
        whole.resizeRelocate(-PADDING, 0, c.width() + 2 * PADDING, height);
        placeName(c, head);
        List<Double> edges = c.edges(successes);
        int[] column = {0, 2, 3, 4, 5};
        double[] wide = {c.month(), c.byModel(), c.byDesign(), c.request(), c.success()};
        for (int i = 0; i < figures.size(); i++) {
            double edge = edges.get(column[i]);
            boolean shown = edge > 0 && !(i > 0 && c.all() && reasoned());
            figures.get(i).setVisible(shown);
            if (shown) {
                figures.get(i).resizeRelocate(edge - wide[i], 0, wide[i], head);
            }
        }
        placeBar();
        boolean unpriced = row.leads();
        why.setVisible(reasoned() && !unpriced);
        missing.setVisible(reasoned() && unpriced);
        if (reasoned()) {
            double room = roomForReason(c);
            double high = reason().prefHeight(room);
            reason().resizeRelocate(c.all() ? c.width() - room : DOT, c.all() ? (height - high) / 2 : head, room, high);
        }
        arrow.setVisible(!c.all() && !reasoned());
        arrow.resizeRelocate(c.width() - DesignColumns.ARROW + 4, (head - 24) / 2, DesignColumns.ARROW, 24);
        rest.setVisible(open(c));
        rest.resizeRelocate(DOT, head, c.width() - DOT, rest.prefHeight(c.width() - DOT));
    }

    private void placeName(DesignColumns c, double head) {
        double room = c.name() - DOT;
        double line = design.prefHeight(-1);
        dot.relocate(0, (c.stacked() ? PADDING / 2 : (head - line) / 2) + line / 2 - dot.getRadius());
        if (c.stacked()) {
            double lines = design.prefHeight(room);
            design.resizeRelocate(DOT, PADDING / 2, room, lines);
            model.resizeRelocate(DOT, PADDING / 2 + lines, room, modelHeight(room));
        } else {
            double first = Math.min(room, Math.ceil(design.prefWidth(-1)));
            design.resizeRelocate(DOT, (head - line) / 2, first, line);
            model.resizeRelocate(DOT + first + SPACE, (head - line) / 2, Math.max(0, room - first - SPACE), line);
        }
    }

    private void placeBar() {
        List<Double> edges = columns.edges(successes);
        double edge = edges.get(1);
        double from = edge - columns.bar();
        double top = (head(columns) - BAR) / 2;
        for (int i = 0; i < bar.size(); i++) {
            boolean shown = i < row.parts().size() && edge > 0;
            double wide = shown ? row.parts().get(i) * columns.bar() : 0;
            Rectangle part = bar.get(i);
            part.setX(from);
            part.setY(top);
            part.setWidth(wide);
            part.setHeight(BAR);
            from += wide;
        }
    }
}
