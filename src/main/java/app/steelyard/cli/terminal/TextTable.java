package app.steelyard.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/** Columns aligned with blanks: the first to the left, the others to the right unless told otherwise. */
public final class TextTable {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();
    private final int left;

    /** @param left how many columns are aligned to the left */
    public TextTable(int left) {
        this.left = left;
    }

    public void row(String... cells) {
        rows.add(List.of(cells));
    }

    public void row(List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    public String text() {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            // A row of one cell is a title across all columns.
            for (int i = 0; i < row.size() && row.size() > 1; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                String blanks = " ".repeat(Math.max(0, widths[i] - width(row.get(i))));
                line.append(i == 0 ? "" : GAP).append(i < left ? row.get(i) + blanks : blanks + row.get(i));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
