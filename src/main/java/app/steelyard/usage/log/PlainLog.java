package app.steelyard.usage.log;

import app.steelyard.text.Texts;
import app.steelyard.usage.input.LongLines;
import app.steelyard.usage.input.SqlPath;
import app.steelyard.usage.log.LogMapping.Meaning;
import app.steelyard.usage.row.CellValues;
import app.steelyard.usage.store.Stage;
import app.steelyard.usage.store.Staging;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request log as a relation of the database: its file is read, checked and added up in one statement, so that its
 * size does not matter. Every cell comes as text; what cannot be what its column should hold makes the row bad, and the
 * column {@code bad} says why.
 */
public final class PlainLog {
    /** The most bad rows that are listed one by one. */
    static final int MAX_LISTED = 10_000;

    /** The most characters in a line; longer ones are no log. */
    static final int LONGEST_LINE = 1 << 22;

    private static final String LINE = "0 as line";
    private static final Texts TEXTS = Texts.of(PlainLog.class);

    private final @Nullable Path lines;
    private final String source;
    /** What a row has before its meanings. */
    private final String own;

    private final Map<Meaning, String> columns;
    private final LogMapping mapping;

    private PlainLog(
            @Nullable Path lines, String source, String own, Map<Meaning, String> columns, LogMapping mapping) {
        this.lines = lines;
        this.source = source;
        this.own = own;
        this.columns = columns;
        this.mapping = mapping;
    }

    /**
     * Rows of small files that were read one by one.
     *
     * @param cells a relation with the number of each row's file as {@code source}, its {@code line} and
     *     {@code pointer}, and its cells by the names of their meanings
     */
    static PlainLog ofCells(String cells, LogMapping mapping) {
        Map<Meaning, String> columns = new EnumMap<>(Meaning.class);
        mapping.columns().keySet().forEach(m -> columns.put(m, m.name()));
        return new PlainLog(null, cells, "source, line, pointer", columns, mapping);
    }

    /** @param header the names in the file's header, as they stand there, in lower case */
    public static PlainLog ofTable(Path file, List<String> header, char separator, LogMapping mapping) {
        // Of columns with one name the first is meant; the database wants each name once.
        Set<String> names = new LinkedHashSet<>();
        header.forEach(name -> names.add(name.isEmpty() || names.contains(name) ? name + " " + names.size() : name));
        String columns = names.stream().map(c -> quoted(c) + ": 'VARCHAR'").collect(Collectors.joining(", "));
        return new PlainLog(
                file,
                "read_csv(" + SqlPath.csv(file)
                        + ", auto_detect = false, header = true, all_varchar = true, delim = "
                        + quoted(String.valueOf(separator)) + ", quote = '\"', escape = '\"', columns = {" + columns
                        + "}, store_rejects = true, rejects_table = 'bad_lines', rejects_scan = 'bad_scans',"
                        + " rejects_limit = 0, max_line_size = " + LONGEST_LINE + ")",
                LINE,
                mapping.columns(),
                mapping);
    }

    public static PlainLog ofParquet(Path file, LogMapping mapping) {
        return new PlainLog(
                null,
                "(select columns(*)::varchar from read_parquet(" + SqlPath.parquet(file) + "))",
                LINE,
                mapping.columns(),
                mapping);
    }

    /** The rows with the columns of {@link Stage} and {@code bad}, which is null for a good row. */
    String relation() {
        String columns = """
            select %s, null::varchar as vendor, %s as model, %s as project, %s as key, %s as tenant, %s as tier,
              null::varchar as beside, null::bigint as longer,
              %s as prefix, %s as id, %s as start_ms, null::bigint as end_ms, 1 as requests, %s as input,
              %s as read, null::bigint as write5m, null::bigint as write1h, %s as write, %s as output,
              try_cast(%s as decimal(38, 18)) as cost, %s as model_text, %s as read_text, %s as write_text,
              %s as cost_text
            from %s
            """.formatted(
                        own,
                        text(Meaning.MODEL),
                        text(Meaning.PROJECT),
                        text(Meaning.KEY),
                        text(Meaning.TENANT),
                        text(Meaning.TIER),
                        has(Meaning.PREFIX)
                                ? "case when %1$s is not null then hash(%1$s) end".formatted(text(Meaning.PREFIX))
                                : "null::ubigint",
                        has(Meaning.ID) ? "(md5_number(" + text(Meaning.ID) + ") // 4)::hugeint" : "null",
                        time(),
                        count(Meaning.INPUT),
                        count(Meaning.READ),
                        count(Meaning.WRITE),
                        count(Meaning.OUTPUT),
                        text(Meaning.COST),
                        text(Meaning.MODEL),
                        text(Meaning.READ),
                        text(Meaning.WRITE),
                        text(Meaning.COST),
                        source);
        // What nobody can mean is taken for nothing before anything is added up, for sums of it would leave the numbers
        // that the database has.
        String meant = """
            select * replace (case when start_ms between 1420070400000 and 4102444800000 then start_ms end as start_ms,
                %s as input, %s as output, %s as read, %s as write,
                case when cost between -MONEY and MONEY then cost end as cost)
            from (%s)
            """.formatted(meant("input"), meant("output"), meant("read"), meant("write"), columns)
                .replace("MONEY", Staging.MOST_MONEY.toPlainString() + "::decimal(38, 18)");
        String parts = mapping.inside() ? "input - coalesce(read, 0) - coalesce(write, 0)" : "input";
        String whole = mapping.inside() ? "input" : "input + coalesce(read, 0) + coalesce(write, 0)";
        String bad = """
            case when start_ms is null then 'TIME'
              when input is null then 'INPUT'
              when output is null then 'OUTPUT'
              when read is null and read_text is not null then 'READ'
              when write is null and write_text is not null then 'WRITE'
              when cost is null and cost_text is not null then 'COST'
              when len(model) > 200 then 'MODEL'
              when %s < 0 then 'PARTS' end
            """.formatted(parts);
        return """
            (select %s, vendor, model, project, key, tenant, tier, beside, longer, prefix, id, start_ms, end_ms, requests,
              %s as uncached, read, write5m, write1h, write, output, cost, %s as whole,
              case when cost is not null then '%s' end as currency, %s as bad
            from (%s))
            """.formatted(own.equals(LINE) ? "line" : own, parts, whole, mapping.currency(), bad, meant);
    }

    /** Whether requests have ids, so that the rows must be looked at one by one. */
    boolean hasIds() {
        return has(Meaning.ID);
    }

    /** The keys that the log does not have; the vendor is told later, by the model. */
    Set<String> absent() {
        Set<String> absent = new LinkedHashSet<>(List.of("vendor", "beside"));
        Map.of(
                        "model", Meaning.MODEL,
                        "project", Meaning.PROJECT,
                        "key", Meaning.KEY,
                        "tenant", Meaning.TENANT,
                        "tier", Meaning.TIER,
                        "prefix", Meaning.PREFIX,
                        "currency", Meaning.COST)
                .forEach((key, meaning) -> {
                    if (!has(meaning)) {
                        absent.add(key);
                    }
                });
        return absent;
    }

    public boolean has(Meaning meaning) {
        return mapping.columns().containsKey(meaning);
    }

    /** The lines that are too long to be rows. */
    List<Long> longLines() throws IOException {
        return lines == null ? List.of() : LongLines.in(lines, LONGEST_LINE);
    }

    /** The lines that are no rows of this table, after the relation has been read. */
    static String badLines() {
        return "select line, column_name, error_type from bad_lines order by line";
    }

    /** Forgets the lines of the last reading, as their names can be taken once only. */
    static List<String> cleaning() {
        return List.of("drop table if exists bad_lines", "drop table if exists bad_scans");
    }

    /** Where a file has no lines that could be bad. */
    static String noBadLines() {
        return "create temp table if not exists bad_lines (line bigint, column_name varchar, error_type varchar)";
    }

    /** The first bad rows in order, with their places among all rows that are rows. */
    String badRows() {
        return "select row_number() over () as n, coalesce(bad, 'MODEL') as bad from " + relation()
                + " qualify bad is not null or model in (select kept from odd_model) limit " + MAX_LISTED;
    }

    /** The sentence for a code in {@code bad}. */
    String reason(String code) {
        return TEXTS.get("log.bad." + code, column(code));
    }

    /** The column that a code in {@code bad} is about; empty if it is about several. */
    String column(String code) {
        return code.equals("PARTS") ? "" : mapping.columns().getOrDefault(Meaning.valueOf(code), "");
    }

    private String text(Meaning meaning) {
        String column = columns.get(meaning);
        return column == null ? "null::varchar" : "nullif(" + named(column) + ", '')";
    }

    /** A whole number, which may be written as a float; a fraction is none. */
    private String count(Meaning meaning) {
        if (!has(meaning)) {
            return "null::bigint";
        }
        String text = text(meaning);
        // Three zeros may be thousands where no one has looked at all values.
        String odd = lines == null ? "" : " or " + text + " like '%.000'";
        return "case when contains(" + text + ", '.') and (try_cast(" + text + " as double) % 1 <> 0" + odd
                + ") then null else try_cast(" + text + " as bigint) end";
    }

    private static String meant(String count) {
        return "case when " + count + " between 0 and " + CellValues.MAX_COUNT + " then " + count + " end";
    }

    private String time() {
        String text = text(Meaning.TIME);
        return switch (mapping.timeUnit()) {
            case ISO -> "epoch_ms(try_cast(" + text + " as timestamptz))";
            case SECONDS -> "try_cast(try_cast(" + text + " as double) * 1000 as bigint)";
            case MILLISECONDS -> "try_cast(try_cast(" + text + " as double) as bigint)";
            case MICROSECONDS -> "try_cast(try_cast(" + text + " as double) / 1000 as bigint)";
        };
    }

    private static String named(String column) {
        return '"' + column.replace("\"", "\"\"") + '"';
    }

    private static String quoted(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }
}
