package app.steelyard.usage;

import app.steelyard.text.Texts;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The usage CSV that OpenAI's dashboard exports. Its columns are found by name, wherever they stand. */
final class OpenAiUsageCsv implements UsageFormat {
    private static final Set<String> TIMES =
            Set.of(OpenAiRow.START, OpenAiRow.END, OpenAiRow.START_ISO, OpenAiRow.END_ISO);
    private static final List<String> REQUIRED = List.of(OpenAiRow.REQUESTS, OpenAiRow.INPUT, OpenAiRow.OUTPUT);
    private static final Set<String> COSTS = Set.of("amount_value", "amount_currency");
    private static final Texts TEXTS = Texts.of(OpenAiUsageCsv.class);

    @Override
    public String vendor() {
        return OpenAiRow.VENDOR;
    }

    @Override
    public boolean recognises(String head) {
        Set<String> names = new HashSet<>(names(head.lines()
                .filter(l -> !l.isBlank())
                .findFirst()
                .map(line -> line.split("[,;\t]", -1))
                .map(List::of)
                .orElse(List.of())));
        return (names.contains(OpenAiRow.START) || names.contains(OpenAiRow.START_ISO) || names.containsAll(REQUIRED))
                && (TIMES.containsAll(names)
                        || names.containsAll(COSTS)
                        || names.contains(OpenAiRow.REQUESTS)
                        || names.contains(OpenAiRow.INPUT));
    }

    @Override
    public void read(Content content, FileRows rows) throws IOException {
        rows.recognisedAs(TEXTS.get("format.csv"));
        long line = 0;
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator(content.head()))
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(content)) {
            Iterator<CsvRecord> records = csv.iterator();
            if (!records.hasNext()) {
                return;
            }
            CsvRecord header = records.next();
            line = header.getStartingLineNumber();
            List<String> columns = names(header.getFields());
            if (!understands(columns, rows)) {
                return;
            }
            boolean cut = false;
            while (records.hasNext()) {
                CsvRecord row = records.next();
                line = row.getStartingLineNumber();
                cut = read(row, columns, rows);
            }
            if (!content.endedWithLineBreak() && (cut || OpenAiRow.FIELDS.contains(columns.getLast()))) {
                rows.find(Finding.Severity.WARNING, "csv.cut");
            }
        } catch (CsvParseException e) {
            rows.reject(line + 1, "", TEXTS.get("csv.broken.row"));
            rows.find(Finding.Severity.ERROR, "csv.broken", line);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Whether rows under these columns can be counted; if not, says why. */
    private static boolean understands(List<String> columns, FileRows rows) {
        if (columns.containsAll(COSTS)) {
            rows.recognisedAs(TEXTS.get("format.csv.costs"));
            rows.find(Finding.Severity.ERROR, "costs");
            return false;
        }
        if (TIMES.containsAll(columns)) {
            rows.recognisedAs(TEXTS.get("format.csv.empty"));
            rows.find(Finding.Severity.INFO, "csv.empty");
            return true;
        }
        Set<String> seen = new HashSet<>();
        List<String> twice = columns.stream()
                .filter(c -> OpenAiRow.FIELDS.contains(c) && !seen.add(c))
                .toList();
        if (!twice.isEmpty()) {
            rows.find(Finding.Severity.ERROR, "csv.twice", String.join(", ", twice));
            return false;
        }
        List<String> missing = Stream.concat(
                        REQUIRED.stream().filter(c -> !columns.contains(c)),
                        Stream.of(OpenAiRow.START, OpenAiRow.END)
                                .filter(c -> !columns.contains(c) && !columns.contains(c + "_iso")))
                .toList();
        if (!missing.isEmpty()) {
            rows.find(
                    Finding.Severity.ERROR,
                    missing.equals(List.of(OpenAiRow.OUTPUT)) ? "csv.noOutput" : "csv.missing",
                    String.join(", ", missing));
            return false;
        }
        return true;
    }

    /** Reads one row; true if it is shorter than the header. */
    private static boolean read(CsvRecord record, List<String> columns, FileRows rows) {
        long line = record.getStartingLineNumber();
        int found = record.getFieldCount();
        if (found != columns.size()) {
            rows.reject(line, "", TEXTS.get("csv.width", found, columns.size()));
            return found < columns.size();
        }
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < found; i++) {
            String value = record.getField(i);
            if (!value.isBlank() && OpenAiRow.FIELDS.contains(columns.get(i))) {
                fields.put(columns.get(i), value);
            }
        }
        try {
            Span bucket = OpenAiRow.bucket(fields);
            if (bucket == null) {
                rows.reject(line, "", TEXTS.get("time.missing", OpenAiRow.START));
            } else if (TIMES.containsAll(fields.keySet())) {
                rows.empty(bucket);
            } else {
                OpenAiRow.read(fields, bucket, line, "", rows);
            }
        } catch (RowProblem e) {
            rows.reject(line, "", e.reason());
        }
        return false;
    }

    /** The separator that stands most often in the header: a spreadsheet may have put another one in. */
    private static char separator(String head) {
        String header = head.lines().filter(l -> !l.isBlank()).findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (header.chars().filter(c -> c == candidate).count()
                    > header.chars().filter(c -> c == ',').count()) {
                best = candidate;
            }
        }
        return best;
    }

    private static List<String> names(List<String> header) {
        return header.stream()
                .map(n -> n.replace("\"", "").strip().toLowerCase(Texts.LOCALE))
                .toList();
    }
}
