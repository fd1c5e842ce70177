package app.steelyard.usage.ledger;

import app.steelyard.files.AtomicFile;
import app.steelyard.text.Problem;
import app.steelyard.text.Visible;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Rows that could not be counted, as a table for a spreadsheet; the field is empty where no one is to blame. */
public final class RejectsCsv {
    private static final String HEADER = "file,line,field,reason\r\n";

    private RejectsCsv() {}

    /**
     * Writes those of sources after {@code after}; how many they are.
     *
     * @throws IOException if the file cannot be written
     */
    public static long write(Ledger ledger, int after, Path file) throws IOException {
        long[] rows = {0};
        AtomicFile.write(file, out -> {
            try {
                Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                CsvWriter csv =
                        CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
                csv.writeRecord(List.of("file", "line", "field", "reason"));
                ledger.eachRejected(after, r -> {
                    rows[0]++;
                    write(csv, r);
                });
                csv.flush();
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        });
        return rows[0];
    }

    /** Whether a file is such a list, which the next one may take the place of. */
    public static boolean is(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = HEADER.getBytes(StandardCharsets.UTF_8);
            return Arrays.equals(in.readNBytes(start.length), start);
        } catch (IOException e) {
            return false;
        }
    }

    private static void write(CsvWriter csv, Problem row) {
        csv.writeRecord(safe(row.file()), Long.toString(row.line()), safe(row.pointer()), safe(row.reason()));
    }

    /** What a spreadsheet would run as a formula gets an apostrophe. */
    private static String safe(String words) {
        String text = Visible.of(words);
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
