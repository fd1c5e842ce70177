package app.steelyard.report.table;

import app.steelyard.report.Html;
import app.steelyard.report.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table as printed. */
public final class ReportTable {
    /** Stands where there is no figure. */
    static final String NONE = "–";

    /** A table of at most so many points stands on one page. */
    private static final double TOGETHER = 580;

    private final String caption;
    private final List<Column> columns = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private String note = "";
    private boolean breaks;
    private int keys = 1;

    /**
     * @param numeric whether its cells stand at the right
     * @param share of the width in per cent; 0 to share what is left
     */
    record Column(String name, boolean numeric, int share) {}

    /** How a row looks. */
    enum Style {
        PLAIN,
        GROUP,
        SUBTOTAL,
        TOTAL
    }

    record Row(Style style, List<Cell> cells) {}

    /** @param small a second line in small print, or empty */
    record Cell(String text, String small) {}

    ReportTable(String caption) {
        this.caption = caption;
    }

    ReportTable words(String name, int share) {
        columns.add(new Column(name, false, share));
        return this;
    }

    ReportTable numbers(String name, int share) {
        columns.add(new Column(name, true, share));
        return this;
    }

    ReportTable row(String... cells) {
        return row(Style.PLAIN, cells);
    }

    ReportTable row(Style style, String... cells) {
        List<Cell> row = new ArrayList<>();
        for (String cell : cells) {
            row.add(new Cell(cell, ""));
        }
        rows.add(new Row(style, row));
        return this;
    }

    ReportTable row(Style style, List<Cell> cells) {
        rows.add(new Row(style, List.copyOf(cells)));
        return this;
    }

    ReportTable note(String text) {
        note = text;
        return this;
    }

    /** Lets it begin at the foot of one page and go on on the next, however short it is. */
    public ReportTable breaking() {
        breaks = true;
        return this;
    }

    /** How many columns at the left say what a row is of; they stand before each part of a table too wide for the paper. */
    ReportTable keys(int columns) {
        keys = columns;
        return this;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** As wide as the text of {@code sheet}; in parts one below the other where it is wider. */
    public void writeTo(Html html, Sheet sheet) {
        List<TableFit> parts = TableFit.of(columns, rows, keys, sheet.textWidth());
        double height = parts.stream().mapToDouble(p -> p.height(rows)).sum();
        html.open("div", "class", breaks || height > TOGETHER ? "block" : "block together");
        html.line("h2", caption);
        parts.forEach(p -> write(html, p));
        if (!note.isEmpty()) {
            html.line("p", note, "class", "note");
        }
        html.end();
    }

    private void write(Html html, TableFit part) {
        html.open("table", "class", part.dense() ? "dense" : "");
        html.open("thead").open("tr");
        for (int place = 0; place < part.shown().size(); place++) {
            Column column = columns.get(part.shown().get(place));
            String style = String.format(Locale.ROOT, "width:%.1f%%", part.share(place));
            html.element("th", column.name(), "class", column.numeric() ? "n" : "w", "scope", "col", "style", style);
        }
        html.close().end();
        html.open("tbody");
        for (Row row : rows) {
            write(html, row, part);
        }
        html.close().end();
    }

    private void write(Html html, Row row, TableFit part) {
        if (row.style() == Style.GROUP) {
            html.open("tr", "class", "group");
            html.element(
                    "th",
                    row.cells().get(0).text(),
                    "colspan",
                    Integer.toString(part.shown().size()),
                    "scope",
                    "colgroup");
            html.end();
            return;
        }
        html.open("tr", "class", row.style().name().toLowerCase(Locale.ROOT));
        for (int number : part.shown()) {
            Column column = columns.get(number);
            Cell cell = row.cells().get(number);
            html.open("td", "class", !column.numeric() ? "w" : TableFit.isFigure(column, cell) ? "n" : "n w")
                    .text(cell.text());
            if (!cell.small().isEmpty()) {
                html.element("div", cell.small(), "class", "small");
            }
            html.close();
        }
        html.end();
    }
}
