package app.steelyard.app.prices;

import app.steelyard.app.prices.PriceEntry.Added;
import app.steelyard.files.AtomicFile;
import app.steelyard.text.Problem;
import app.steelyard.text.Refusal;
import app.steelyard.text.Texts;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table of prices as it is copied from a web page, a spreadsheet or a file: cells stand apart by tabs, bars, semicolons,
 * commas or wide gaps. Its head says what stands where, and of how many tokens; without one it is the model, input, where
 * there are three prices cached input, and output.
 *
 * @param rows what can be used
 * @param problems of rows that cannot, each with its line and column; the others stay
 * @param sellerless lines of models that nobody is known to sell, where no vendor is named either
 */
public record PriceTable(List<Added> rows, List<Problem> problems, Set<Long> sellerless) {
    private static final Texts TEXTS = Texts.of(PriceTable.class);
    private static final Pattern GAP = Pattern.compile("\\s{2,}");
    private static final Pattern RULE = Pattern.compile("[\\s|:+=]*-[\\s|:+=-]*");
    private static final int LONGEST = 5000;

    public PriceTable {
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
        sellerless = Set.copyOf(sellerless);
    }

    /** Of which every seller is known. */
    public PriceTable(List<Added> rows, List<Problem> problems) {
        this(rows, problems, Set.of());
    }

    /** What is wrong, each line once with all of its columns; lines that wait for their vendor alone are left out. */
    public List<List<Problem>> refused() {
        return problems.stream()
                .filter(p -> !sellerless.contains(p.line()))
                .collect(Collectors.groupingBy(Problem::line, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .toList();
    }

    /** A line with its number, from 1. */
    private record Line(int number, List<String> cells) {}

    /**
     * Where things stand.
     *
     * @param columns by their index
     * @param per of how many tokens prices are
     */
    private record Head(Map<Integer, PriceColumn> columns, BigDecimal per) {}

    /**
     * Reads a table.
     *
     * @param said what holds of all rows that do not say otherwise, such as their vendor
     * @param per of how many tokens prices are where the table does not say
     */
    public static PriceTable of(String text, Map<PriceColumn, String> said, BigDecimal per, PriceEntry entry) {
        List<Problem> problems = new ArrayList<>();
        List<Added> rows = new ArrayList<>();
        Set<Long> sellerless = new HashSet<>();
        List<Line> lines = lines(text, problems);
        Optional<Head> stated = lines.stream().findFirst().flatMap(l -> head(l, per));
        int begin = stated.isPresent() ? 1 : 0;
        if (lines.size() - begin > LONGEST) {
            return new PriceTable(List.of(), List.of(Problem.ofFile("", TEXTS.get("table.long", LONGEST))));
        }
        for (Line line : lines.subList(begin, lines.size())) {
            Head head = stated.orElseGet(() -> usual(line, per));
            Map<PriceColumn, String> cells = new EnumMap<>(PriceColumn.class);
            cells.putAll(said);
            head.columns.forEach((i, column) -> {
                if (i < line.cells.size() && !line.cells.get(i).isBlank()) {
                    cells.put(column, line.cells.get(i));
                }
            });
            PriceEntry.Reading reading = entry.read(cells, head.per);
            reading.added().ifPresent(rows::add);
            if (reading.sellerless()) {
                sellerless.add((long) line.number);
            }
            reading.problems().forEach(p -> problems.add(new Problem("", line.number, 0, p.pointer(), p.reason())));
        }
        if (lines.size() == begin) {
            problems.add(Problem.ofFile("", TEXTS.get("table.empty")));
        }
        return new PriceTable(rows, problems, sellerless);
    }

    /**
     * The text of a file.
     *
     * @throws Refusal if it cannot be read
     */
    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new Refusal(file.toString(), AtomicFile.why(e));
        }
    }

    /** All that is typed or pasted into a stream. */
    public static String text(InputStream in) {
        try {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Refusal(AtomicFile.why(e));
        }
    }

    private static Optional<Head> head(Line line, BigDecimal per) {
        Map<Integer, PriceColumn> columns = new LinkedHashMap<>();
        for (int i = 0; i < line.cells.size(); i++) {
            int at = i;
            PriceColumn.headed(line.cells.get(i))
                    .filter(c -> !columns.containsValue(c))
                    .ifPresent(c -> columns.put(at, c));
        }
        // A model may be called “input”.
        boolean head = columns.containsValue(PriceColumn.INPUT)
                && line.cells.stream().skip(1).noneMatch(c -> c.strip().matches("[$€£]?\\d+([.,]\\d+)?"));
        if (!head) {
            return Optional.empty();
        }
        if (!columns.containsValue(PriceColumn.MODEL) && !columns.containsKey(0)) {
            columns.put(0, PriceColumn.MODEL);
        }
        String all = columns.entrySet().stream()
                .filter(e -> e.getValue().isPrice())
                .map(e -> line.cells.get(e.getKey()))
                .collect(Collectors.joining(" "));
        return Optional.of(new Head(columns, PriceEntry.tokens(all, per)));
    }

    private static Head usual(Line line, BigDecimal per) {
        List<PriceColumn> order = switch (line.cells.size()) {
            case 1, 2 -> List.of(PriceColumn.MODEL, PriceColumn.INPUT);
            case 3 -> List.of(PriceColumn.MODEL, PriceColumn.INPUT, PriceColumn.OUTPUT);
            case 4 -> List.of(PriceColumn.MODEL, PriceColumn.INPUT, PriceColumn.CACHED, PriceColumn.OUTPUT);
            default ->
                List.of(
                        PriceColumn.MODEL,
                        PriceColumn.INPUT,
                        PriceColumn.CACHED,
                        PriceColumn.WRITE,
                        PriceColumn.OUTPUT);
        };
        Map<Integer, PriceColumn> columns = new LinkedHashMap<>();
        order.forEach(c -> columns.put(columns.size(), c));
        return new Head(columns, per);
    }

    private static List<Line> lines(String text, List<Problem> problems) {
        List<String> raw = text.lines().toList();
        if (text.indexOf('\t') < 0 && raw.stream().filter(l -> l.contains("|")).count() * 2 > raw.size()) {
            return split(raw, l -> Stream.of(bare(l).split("\\|", -1)));
        }
        char separator = text.indexOf('\t') >= 0 ? '\t' : text.indexOf(';') >= 0 ? ';' : ',';
        if (text.indexOf(separator) < 0) {
            return split(raw, l -> GAP.splitAsStream(l.strip()));
        }
        List<Line> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> csv =
                CsvReader.builder().fieldSeparator(separator).ofCsvRecord(text)) {
            for (CsvRecord row : csv) {
                if (row.getFields().stream().anyMatch(c -> !c.isBlank())) {
                    lines.add(new Line((int) row.getStartingLineNumber(), row.getFields()));
                }
            }
        } catch (CsvParseException e) {
            problems.add(Problem.ofFile("", TEXTS.get("table.csv")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    /** A row of bars without the ones at its ends. */
    private static String bare(String line) {
        String inner = line.strip();
        int from = inner.startsWith("|") ? 1 : 0;
        int to = inner.endsWith("|") && inner.length() > 1 ? inner.length() - 1 : inner.length();
        return inner.substring(from, to);
    }

    private static List<Line> split(List<String> raw, Function<String, Stream<String>> cells) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < raw.size(); i++) {
            if (!raw.get(i).isBlank() && !RULE.matcher(raw.get(i)).matches()) {
                lines.add(new Line(
                        i + 1, cells.apply(raw.get(i)).map(String::strip).toList()));
            }
        }
        return lines;
    }
}
