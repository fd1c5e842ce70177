package app.steelyard.report.table;

import app.steelyard.chart.draw.Fonts;
import app.steelyard.report.table.ReportTable.Cell;
import app.steelyard.report.table.ReportTable.Column;
import app.steelyard.report.table.ReportTable.Row;
import app.steelyard.report.table.ReportTable.Style;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Columns of a table that stand beside each other, so wide that no figure is cut and no word broken. Each is as wide as it was
 * meant to be where that is enough; columns that have room to spare give it to those that lack it.
 *
 * @param shown the columns, by their number in the table
 * @param dense whether they are set smaller
 * @param widths in points
 */
record TableFit(List<Integer> shown, boolean dense, double[] widths) {
    /** More columns than this are set smaller. */
    private static final int DENSE = 7;
    /** What is longer is no figure, and may be broken into lines. */
    private static final int LONG_FIGURE = 24;

    /** Sizes in points and spaces at both sides, as in the style sheet. */
    private static final double HEAD = 7.8;

    private static final double USUAL = 8.2;
    private static final double SMALLER = 7.2;
    private static final double SMALL = 6.8;
    private static final double USUAL_SIDES = 2 * 1.2 * 72 / 25.4;
    private static final double DENSE_SIDES = 2 * 0.8 * 72 / 25.4;
    private static final double LINE = 1.3;
    /** What rounding of widths may take away. */
    private static final double SPARE = 1;

    /** What a row is of is told in about so many lines, and other words in some more, unless that took too much of the width. */
    private static final double KEY_LINES = 2;

    private static final double WORD_LINES = 3;

    private static final double MOST_FOR_LINES = 0.2;
    /** No word makes a column wider than this share of the table; a longer one is broken. */
    private static final double MOST_FOR_WORD = 0.3;

    private static final Pattern BREAK = Pattern.compile("[ \n]+|(?<=[\\p{L}]-)(?=\\p{L})");

    /**
     * All columns beside each other where they fit, in small print if need be; else the columns behind the first {@code keys}
     * parted evenly, and the first ones again before each part.
     */
    static List<TableFit> of(List<Column> columns, List<Row> rows, int keys, double width) {
        List<Integer> all = IntStream.range(0, columns.size()).boxed().toList();
        Fitting fitting = new Fitting(columns, rows, keys, width);
        for (boolean dense : new boolean[] {false, true}) {
            if ((dense || all.size() <= DENSE) && fitting.fits(all, dense)) {
                return List.of(fitting.fit(all, dense));
            }
        }
        int others = columns.size() - keys;
        for (int parts = 2; parts < others; parts++) {
            List<List<Integer>> split = split(all, keys, parts);
            if (split.stream().allMatch(p -> fitting.fits(p, p.size() > DENSE))) {
                return split.stream().map(p -> fitting.fit(p, p.size() > DENSE)).toList();
            }
        }
        return split(all, keys, Math.max(1, others)).stream()
                .map(p -> fitting.fit(p, true))
                .toList();
    }

    private static List<List<Integer>> split(List<Integer> all, int keys, int parts) {
        List<List<Integer>> split = new ArrayList<>();
        int others = all.size() - keys;
        for (int part = 0; part < parts; part++) {
            List<Integer> shown = new ArrayList<>(all.subList(0, keys));
            shown.addAll(all.subList(keys + others * part / parts, keys + others * (part + 1) / parts));
            split.add(shown);
        }
        return split;
    }

    static boolean isFigure(Column column, Cell cell) {
        return column.numeric() && cell.text().length() <= LONG_FIGURE;
    }

    /** The share of the table that the column at {@code place} has, in per cent and never rounded up. */
    double share(int place) {
        return Math.floor(1000 * widths[place] / Arrays.stream(widths).sum()) / 10;
    }

    /** About how high the rows are, in points. */
    double height(List<Row> rows) {
        return rows.stream().mapToDouble(this::height).sum();
    }

    private double height(Row row) {
        double most = 0;
        for (int place = 0; place < widths.length; place++) {
            if (shown.get(place) < row.cells().size()) {
                Cell cell = row.cells().get(shown.get(place));
                double room = Math.max(1, widths[place] - sides(dense));
                double text = lines(cell.text(), size(dense), bold(row), room) * size(dense);
                double small = lines(cell.small(), SMALL, bold(row), room) * SMALL;
                most = Math.max(most, LINE * (text + small));
            }
        }
        return most + USUAL_SIDES;
    }

    private static double lines(String text, double size, boolean bold, double room) {
        return Math.ceil(Fonts.width(text, size, bold) / room);
    }

    private static boolean bold(Row row) {
        return row.style() == Style.SUBTOTAL || row.style() == Style.TOTAL;
    }

    private static double size(boolean dense) {
        return dense ? SMALLER : USUAL;
    }

    private static double sides(boolean dense) {
        return dense ? DENSE_SIDES : USUAL_SIDES;
    }

    /** What the columns of one table ask for. */
    private record Fitting(List<Column> columns, List<Row> rows, int keys, double width) {

        boolean fits(List<Integer> shown, boolean dense) {
            return shown.stream().mapToDouble(c -> least(c, dense)).sum() <= width;
        }

        TableFit fit(List<Integer> shown, boolean dense) {
            double[] least = shown.stream().mapToDouble(c -> least(c, dense)).toArray();
            double[] meant = meant(shown);
            double[] widths = new double[least.length];
            Arrays.setAll(widths, i -> Math.max(least[i], meant[i]));
            double over = Arrays.stream(widths).sum() - width;
            double slack = Arrays.stream(widths).sum() - Arrays.stream(least).sum();
            if (over > 0 && slack > 0) {
                double taken = Math.min(1, over / slack);
                Arrays.setAll(widths, i -> widths[i] - taken * (widths[i] - least[i]));
            }
            return new TableFit(shown, dense, widths);
        }

        /** As stated; those of which nothing is stated share the rest. */
        private double[] meant(List<Integer> shown) {
            int[] stated = shown.stream().mapToInt(c -> columns.get(c).share()).toArray();
            long open = Arrays.stream(stated).filter(s -> s == 0).count();
            double rest = Math.max(0, 100 - Arrays.stream(stated).sum());
            return Arrays.stream(stated)
                    .mapToDouble(s -> width / 100 * (s > 0 ? s : rest / open))
                    .toArray();
        }

        /** What the column at least needs, the space at its sides counted. */
        private double least(int number, boolean dense) {
            Column column = columns.get(number);
            double least = longestWord(column.name(), HEAD, true);
            double longest = Fonts.width(column.name(), HEAD, true);
            for (Row row : rows) {
                if (row.style() != Style.GROUP && number < row.cells().size()) {
                    Cell cell = row.cells().get(number);
                    ToDoubleFunction<String> whole = t -> Fonts.width(t, size(dense), bold(row));
                    least = Math.max(
                            least,
                            isFigure(column, cell)
                                    ? whole.applyAsDouble(cell.text())
                                    : longestWord(cell.text(), size(dense), bold(row)));
                    least = Math.max(least, longestWord(cell.small(), SMALL, bold(row)));
                    longest = Math.max(longest, whole.applyAsDouble(cell.text()));
                }
            }
            double lines = number < keys ? KEY_LINES : WORD_LINES;
            double inLines = column.numeric() ? 0 : Math.min(longest / lines, MOST_FOR_LINES * width);
            return Math.max(least, inLines) + sides(dense) + SPARE;
        }

        private double longestWord(String text, double size, boolean bold) {
            double longest = BREAK.splitAsStream(text.replace(" %", "\u00a0%"))
                    .mapToDouble(w -> Fonts.width(w, size, bold))
                    .max()
                    .orElse(0);
            return Math.min(longest, MOST_FOR_WORD * width);
        }
    }
}
