package app.steelyard.usage.input;

import app.steelyard.text.Texts;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads CSV with a header, separated by commas, semicolons or tabs. */
public final class Tables {
    private static final Texts TEXTS = Texts.of(Tables.class);

    private Tables() {}

    /** The names in the header that {@code text} begins with, in lower case; empty where that is no header. */
    public static List<String> columns(String text) {
        String header = header(text);
        if (header.isEmpty() || header.startsWith("{") || header.startsWith("[")) {
            return List.of();
        }
        try (CsvReader<CsvRecord> csv =
                CsvReader.builder().fieldSeparator(separator(text)).ofCsvRecord(header)) {
            Iterator<CsvRecord> records = csv.iterator();
            return records.hasNext() ? names(records.next().getFields()) : List.of();
        } catch (CsvParseException | IOException e) {
            return List.of();
        }
    }

    /** The first row under the header, as far as {@code text} holds it. */
    public static Optional<TableRow> sample(String text) {
        List<TableRow> found = new ArrayList<>();
        String two = text.lines().filter(l -> !l.isBlank()).limit(2).collect(Collectors.joining("\n"));
        try (Content content = Content.open(new ByteArrayInputStream(two.getBytes(StandardCharsets.UTF_8)))) {
            read(content, new Records<>() {
                @Override
                public void record(long line, TableRow record) {
                    found.add(record);
                }

                @Override
                public void bad(long line, String pointer, String reason) {}

                @Override
                public void trouble(String text) {}
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.stream().findFirst();
    }

    /**
     * Reads to the end. Rows of another width than the header are bad, as none of their cells can be trusted.
     *
     * @throws IOException if the content cannot be read on
     */
    public static void read(Content content, Records<TableRow> records) throws IOException {
        long line = 0;
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator(content.head()))
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(content)) {
            Iterator<CsvRecord> rows = csv.iterator();
            if (!rows.hasNext()) {
                return;
            }
            CsvRecord header = rows.next();
            line = header.getStartingLineNumber();
            List<String> names = names(header.getFields());
            Map<String, Integer> columns = places(names, records);
            // Told once the next one is begun, as only then it is known to be whole.
            CsvRecord row = null;
            try {
                while (rows.hasNext()) {
                    tell(row, names, columns, records);
                    row = rows.next();
                    line = row.getStartingLineNumber();
                }
            } catch (CsvParseException e) {
                tell(row, names, columns, records);
                throw e;
            }
            if (content.endedWithLineBreak() || row == null) {
                tell(row, names, columns, records);
            } else if (content.broken().isPresent()) {
                // Its last number may lack digits.
                records.bad(line, "", TEXTS.get("csv.cut.row"));
            } else {
                tell(row, names, columns, records);
                if (row.getFieldCount() < names.size()) {
                    records.trouble(TEXTS.get("csv.cut"));
                }
            }
        } catch (CsvParseException e) {
            records.bad(line + 1, "", TEXTS.get("csv.broken.row"));
            records.trouble(TEXTS.get("csv.broken", line));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void tell(
            @Nullable CsvRecord row, List<String> names, Map<String, Integer> columns, Records<TableRow> records) {
        if (row == null) {
            return;
        }
        int found = row.getFieldCount();
        if (found == names.size()) {
            records.record(row.getStartingLineNumber(), new TableRow(columns, new ArrayList<>(row.getFields())));
        } else {
            records.bad(row.getStartingLineNumber(), "", TEXTS.get("csv.width", found, names.size()));
        }
    }

    private static Map<String, Integer> places(List<String> names, Records<TableRow> records) {
        Map<String, Integer> places = new LinkedHashMap<>();
        Set<String> twice = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            if (places.putIfAbsent(names.get(i), i) != null && !names.get(i).isEmpty()) {
                twice.add(names.get(i));
            }
        }
        if (!twice.isEmpty()) {
            records.trouble(TEXTS.get("csv.twice", String.join(", ", twice)));
        }
        return places;
    }

    private static String header(String text) {
        return text.lines().filter(l -> !l.isBlank()).findFirst().orElse("").strip();
    }

    /** The separator that stands most often in the header: a spreadsheet may have put another one in. */
    public static char separator(String text) {
        String header = header(text);
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            best = count(header, candidate) > count(header, best) ? candidate : best;
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private static List<String> names(List<String> header) {
        return header.stream()
                .map(n -> n.replace("\"", "").strip().toLowerCase(Texts.LOCALE))
                .toList();
    }
}
