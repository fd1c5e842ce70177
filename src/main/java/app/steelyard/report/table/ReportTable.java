package app.steelyard.report.table;

import app.steelyard.report.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table as printed. */
public final class ReportTable {
    /** Stands where there is no figure. */
    static final String NONE = "–";

    /** More columns than this are set smaller. */
    private static final int DENSE = 7;
    /** What is longer is no figure, and may be broken into lines. */
    private static final int LONG_FIGURE = 24;

    /** A table of at most so many lines stands on one page. */
    private static final int TOGETHER = 36;
    /** About as many letters as a line of the first column holds. */
    private static final int LETTERS = 26;

    private final String caption;
    private final List<Column> columns = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private String note = "";
    private boolean breaks;

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

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    public void writeTo(Html html) {
        html.open("div", "class", breaks || height() > TOGETHER ? "block" : "block together");
        html.line("h2", caption);
        html.open("table", "class", columns.size() > DENSE ? "dense" : "");
        html.open("thead").open("tr");
        for (Column column : columns) {
            String style = column.share() == 0 ? "" : "width:" + column.share() + "%";
            html.element("th", column.name(), "class", column.numeric() ? "n" : "w", "scope", "col", "style", style);
        }
        html.close().end();
        html.open("tbody");
        for (Row row : rows) {
            writeRow(html, row);
        }
        html.close().end();
        if (!note.isEmpty()) {
            html.line("p", note, "class", "note");
        }
        html.end();
    }

    /** About how many lines it takes. */
    private int height() {
        return rows.stream()
                .mapToInt(r -> 1 + r.cells().get(0).text().length() / LETTERS)
                .sum();
    }

    private void writeRow(Html html, Row row) {
        if (row.style() == Style.GROUP) {
            html.open("tr", "class", "group");
            html.element(
                    "th", row.cells().get(0).text(), "colspan", Integer.toString(columns.size()), "scope", "colgroup");
            html.end();
            return;
        }
        html.open("tr", "class", row.style().name().toLowerCase(Locale.ROOT));
        for (int i = 0; i < row.cells().size(); i++) {
            Cell cell = row.cells().get(i);
            html.open(
                            "td",
                            "class",
                            !columns.get(i).numeric() ? "w" : cell.text().length() > LONG_FIGURE ? "n w" : "n")
                    .text(cell.text());
            if (!cell.small().isEmpty()) {
                html.element("div", cell.small(), "class", "small");
            }
            html.close();
        }
        html.end();
    }
}
