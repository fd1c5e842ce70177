package app.steelyard.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Columns aligned with blanks: the first to the left, the others to the right unless told otherwise. */
public final class TextTable {
    private static final String GAP = "  ";

    /** Characters of a line of a heading, unless a word is longer. */
    private static final int HEADING = 16;

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

    /** A row whose cells take as many lines as they need to be about as wide as an amount; the first takes one. */
    public void heading(String first, List<String> cells) {
        List<List<String>> lines = Stream.concat(
                        Stream.of(List.of(first)), cells.stream().map(TextTable::wrapped))
                .toList();
        int most = lines.stream().mapToInt(List::size).max().orElse(0);
        for (int l = 0; l < most; l++) {
            int line = l;
            row(lines.stream().map(c -> line < c.size() ? c.get(line) : "").toList());
        }
    }

    private static List<String> wrapped(String cell) {
        List<String> lines = new ArrayList<>();
        for (String word : cell.split(" ")) {
            int last = lines.size() - 1;
            String line = last < 0 ? "" : lines.get(last) + " " + word;
            if (last < 0 || width(line) > HEADING) {
                lines.add(word);
            } else {
                lines.set(last, line);
            }
        }
        return lines;
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
