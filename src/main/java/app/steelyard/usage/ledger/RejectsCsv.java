package app.steelyard.usage.ledger;

import app.steelyard.text.Problem;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Rows that could not be counted, as a table for a spreadsheet; the field is empty where no one is to blame. */
public final class RejectsCsv {
    private RejectsCsv() {}

    /**
     * Writes those of sources after {@code after}; how many they are.
     *
     * @throws IOException if the file cannot be written
     */
    public static long write(Ledger ledger, int after, Path file) throws IOException {
        long[] rows = {0};
        try (CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .build(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            csv.writeRecord("file", "line", "field", "reason");
            ledger.eachRejected(after, r -> {
                rows[0]++;
                write(csv, r);
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return rows[0];
    }

    private static void write(CsvWriter csv, Problem row) {
        csv.writeRecord(safe(row.file()), Long.toString(row.line()), safe(row.pointer()), safe(row.reason()));
    }

    /** What a spreadsheet would run as a formula gets an apostrophe. */
    private static String safe(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
