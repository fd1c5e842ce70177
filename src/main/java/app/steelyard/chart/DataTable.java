package app.steelyard.chart;

import app.steelyard.text.Visible;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;

/** Numbers as header and rows: the twin of a chart, and what goes into CSV. */
public record DataTable(List<String> header, List<List<Cell>> rows) {

    public DataTable {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** One field. */
    public sealed interface Cell {
        /** As people read it. */
        String shown();
    }

    /** Words; empty for nothing. */
    public record Words(String shown) implements Cell {}

    /**
     * A number.
     *
     * @param shown with grouping, unit and sign
     * @param value as it goes into CSV, rounded as shown
     */
    public record Figure(String shown, BigDecimal value) implements Cell {}

    /** CSV after RFC 4180 with dot decimals; words that a spreadsheet would run as a formula get an apostrophe. */
    public String csv() {
        StringWriter out = new StringWriter();
        try {
            writeCsv(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /** The same as {@link #csv()}; the writer stays open. */
    public void writeCsv(Writer out) throws IOException {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
        csv.writeRecord(header.stream().map(DataTable::guarded).toList());
        rows.forEach(row -> csv.writeRecord(row.stream().map(DataTable::field).toList()));
        csv.flush();
    }

    private static String field(Cell cell) {
        return switch (cell) {
            case Words words -> guarded(words.shown());
            case Figure figure -> figure.value().toPlainString();
        };
    }

    private static String guarded(String words) {
        String text = Visible.of(words);
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
