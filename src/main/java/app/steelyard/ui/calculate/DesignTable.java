package app.steelyard.ui.calculate;

import app.steelyard.app.compare.DesignRow;
import app.steelyard.app.compare.DesignRows;
import app.steelyard.chart.ChartPart.Legend;
import app.steelyard.chart.draw.Palette;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.explain.Derivation;
import app.steelyard.cost.explain.Derivations;
import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.Measure;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.Look;
import app.steelyard.ui.work.Ahead;
import app.steelyard.ui.work.Workspace;
import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** All designs as rows, the best first. A row shows the details of its design, a figure how it came about. */
final class DesignTable extends Region {
    private static final Texts TEXTS = Texts.of(DesignTable.class);
    private static final double GAP = 8;
    private static final double FIRST_WIDTH = 600;

    private final Workspace workspace;
    private final Look look;
    private final Consumer<DesignRow> choose;
    private final Label title = Fx.label(TEXTS.get("designs.title"), Styles.TEXT_BOLD);
    private final Label ranked = Fx.id("designs.ranked", Fx.label("", Styles.TEXT_MUTED, Styles.TEXT_SMALL));
    private final List<Label> heads = new ArrayList<>();
    private final List<DesignLine> lines = new ArrayList<>();
    private final FlowPane legend = new FlowPane(14, 4);
    private final Label note = Fx.id("designs.note", Fx.paragraph("", Styles.TEXT_MUTED, Styles.TEXT_SMALL));
    private DesignRows rows = new DesignRows(List.of(), List.of(), false, false, "", "");
    private Ahead<DesignRows> nextRows = Ahead.asked(() -> rows);
    private @Nullable Ahead<Comparison> rowsOf;
    private DesignColumns columns = DesignColumns.of(FIRST_WIDTH, rows, 0);
    private List<Object> shownLegend = List.of();
    private List<Object> shownHeights = List.of();
    private double longest;

    /** What all rows have alike. */
    record Looks(List<Legend> parts, boolean successes, Palette palette) {}

    /** What a row asks for. */
    interface Asked {
        void select(Architecture design);

        Derivation derivation(Architecture design, Measure measure);

        void choose(DesignRow row);

        void grown();
    }

    /** @param choose brings into view where what has no price is chosen */
    DesignTable(Workspace workspace, Look look, Consumer<DesignRow> choose) {
        this.workspace = workspace;
        this.look = look;
        this.choose = choose;
        setId("designs");
        getStyleClass().add("card");
        setAccessibleText(TEXTS.get("designs.title"));
        for (String key : List.of("design", "month", "made", "model", "own", "request", "success")) {
            Label head = Fx.label(TEXTS.get("designs.head." + key), Styles.TEXT_MUTED, Styles.TEXT_SMALL);
            head.setWrapText(true);
            head.setAlignment(key.equals("design") || key.equals("made") ? Pos.BOTTOM_LEFT : Pos.BOTTOM_RIGHT);
            if (head.getAlignment() == Pos.BOTTOM_RIGHT) {
                head.getStyleClass().add("design-head");
            }
            heads.add(head);
        }
        legend.setId("designs.legend");
        ranked.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(title, ranked);
        getChildren().addAll(heads);
        getChildren().addAll(legend, note);
        addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
    }

    private final Asked asked = new Asked() {
        @Override
        public void select(Architecture design) {
            workspace.select(design);
        }

        @Override
        public Derivation derivation(Architecture design, Measure measure) {
            return Derivations.measure(
                    workspace.comparison(),
                    workspace.comparison().priced(design).orElseThrow(),
                    measure);
        }

        @Override
        public void choose(DesignRow row) {
            choose.accept(row);
        }

        @Override
        public void grown() {
            requestLayout();
        }
    };

    /** Moves along the figures of a row, and to the same of the next. */
    private void walk(KeyEvent event) {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        for (int i = 0; i < lines.size() && owner != null; i++) {
            int at = lines.get(i).stops().indexOf(owner);
            if (at < 0) {
                continue;
            }
            int row = i;
            int stop = at;
            switch (event.getCode()) {
                case LEFT -> stop--;
                case RIGHT -> stop++;
                case UP -> row--;
                case DOWN -> row++;
                default -> {
                    return;
                }
            }
            event.consume();
            if (row >= 0 && row < rows.rows().size() && stop >= 0) {
                List<Node> stops = lines.get(row).stops();
                stops.get(Math.min(stop, stops.size() - 1)).requestFocus();
            }
            return;
        }
    }

    /** Works the rows out beside the window's thread, before they are to be seen. */
    void ahead() {
        Ahead<Comparison> weighed = workspace.weighed();
        if (weighed != rowsOf) {
            rowsOf = weighed;
            PriceBook book = workspace.book();
            nextRows = Ahead.now(() -> DesignRows.of(weighed.get(), book));
        }
    }

    /** Shows what is true now. */
    void show() {
        ahead();
        rows = nextRows.get();
        Palette palette = look.paletteProperty().get();
        Looks looks = new Looks(rows.parts(), rows.successes(), palette);
        while (lines.size() < rows.rows().size()) {
            DesignLine line = new DesignLine(asked, rows.rows().get(lines.size()), columns);
            lines.add(line);
            getChildren().add(line);
        }
        Architecture shown = workspace.shown().map(e -> e.architecture()).orElse(null);
        for (int i = 0; i < lines.size(); i++) {
            boolean there = i < rows.rows().size();
            Fx.show(lines.get(i), there);
            if (there) {
                DesignRow row = rows.rows().get(i);
                lines.get(i).show(row, row.design().equals(shown), looks);
            }
        }
        set(ranked, rows.ranked());
        set(note, rows.note());
        Fx.show(note, !rows.note().isEmpty());
        showLegend(palette);
        List<Object> heights = List.of(
                rows.rows().stream()
                        .map(r -> List.of(r.design(), r.why(), r.name(), r.model()))
                        .toList(),
                rows.models(),
                rows.successes());
        if (!heights.equals(shownHeights)) {
            shownHeights = heights;
            longest = -1;
            requestLayout();
        } else if (getWidth() > 0) {
            // As high as before: nothing around it moves.
            layoutChildren();
        }
    }

    private static void set(Label label, String text) {
        if (!text.equals(label.getText())) {
            label.setText(text);
        }
    }

    private void showLegend(Palette palette) {
        List<Object> now = List.of(rows.parts(), palette);
        if (now.equals(shownLegend)) {
            return;
        }
        shownLegend = now;
        legend.getChildren()
                .setAll(rows.parts().stream()
                        .map(p -> {
                            Label name = Fx.label(p.name(), Styles.TEXT_SMALL, Styles.TEXT_MUTED);
                            name.setGraphic(new Rectangle(9, 9, Color.web(palette.color(p.role()))));
                            return name;
                        })
                        .toList());
    }

    private DesignColumns columns(double width) {
        if (longest < 0) {
            longest = lines.stream()
                    .limit(rows.rows().size())
                    .mapToDouble(DesignLine::nameWidth)
                    .max()
                    .orElse(0);
        }
        return DesignColumns.of(width - getInsets().getLeft() - getInsets().getRight(), rows, longest);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return arrange(width <= 0 ? FIRST_WIDTH : width, false);
    }

    @Override
    protected void layoutChildren() {
        arrange(getWidth(), true);
    }

    private double arrange(double width, boolean place) {
        DesignColumns c = columns(width);
        double left = getInsets().getLeft();
        double room = c.width();
        double y = getInsets().getTop();
        double first = title.prefHeight(-1);
        double titled = Math.ceil(title.prefWidth(-1));
        double said = Math.ceil(ranked.prefWidth(-1));
        boolean below = titled + said + 2 * GAP > room;
        if (place) {
            columns = c;
            title.resizeRelocate(left, y, Math.min(room, titled), first);
            ranked.resizeRelocate(
                    below ? left : left + room - said, below ? y + first : y, Math.min(said, room), first);
        }
        y += (below ? 2 * first : first) + GAP;
        y += arrangeHeads(c, left, y, place);
        for (DesignLine line : lines.subList(0, rows.rows().size())) {
            double height = line.height(c);
            if (place) {
                line.resizeRelocate(left, y, room, height);
                line.place(c);
            }
            y += height;
        }
        y += GAP;
        double high = legend.prefHeight(room);
        if (place) {
            legend.resizeRelocate(left, y, room, high);
        }
        y += high;
        if (note.isManaged()) {
            double lines = note.prefHeight(room);
            if (place) {
                note.resizeRelocate(left, y + GAP, room, lines);
            }
            y += GAP + lines;
        }
        return y + getInsets().getBottom();
    }

    private double arrangeHeads(DesignColumns c, double left, double y, boolean place) {
        List<Double> edges = new ArrayList<>(List.of(c.name()));
        edges.addAll(c.edges(rows.successes()));
        double[] wide = {c.name(), c.month(), c.bar(), c.byModel(), c.byDesign(), c.request(), c.success()};
        double high = 0;
        for (int i = 0; i < wide.length; i++) {
            if (edges.get(i) > 0) {
                high = Math.max(high, heads.get(i).prefHeight(wide[i]));
            }
        }
        for (int i = 0; i < wide.length && place; i++) {
            heads.get(i).setVisible(edges.get(i) > 0);
            heads.get(i).resizeRelocate(left + edges.get(i) - wide[i], y, wide[i], high);
        }
        return high + GAP / 2;
    }
}
