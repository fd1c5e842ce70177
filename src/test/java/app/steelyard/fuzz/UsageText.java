package app.steelyard.fuzz;

import app.steelyard.usage.format.Formats;
import app.steelyard.usage.input.Content;
import app.steelyard.usage.input.Head;
import app.steelyard.usage.input.JsonRecords;
import app.steelyard.usage.input.Records;
import app.steelyard.usage.input.TableRow;
import app.steelyard.usage.input.Tables;
import app.steelyard.usage.log.ColumnGuess;
import app.steelyard.usage.log.JsonLog;
import app.steelyard.usage.log.LogSample;
import app.steelyard.usage.log.ReadingChoice;
import app.steelyard.usage.log.UnreadableFile;
import app.steelyard.usage.notation.DayOrder;
import app.steelyard.usage.notation.DayShape;
import app.steelyard.usage.notation.DecimalSign;
import app.steelyard.usage.notation.Notation;
import app.steelyard.usage.notation.NotationScout;
import app.steelyard.usage.notation.NumberShape;
import app.steelyard.usage.row.CellValues;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.RowProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Exports and logs in memory: everything before the database, in the order in which the importer does it. Rows go to a
 * {@link CountingSink}.
 */
final class UsageText {
    private static final NotationScout.Wish DECIDED = new NotationScout.Wish(DecimalSign.COMMA, DayOrder.DAY_FIRST);

    private UsageText() {}

    /** One cell, as whatever it may be. */
    static void cell(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        for (Cell cell : List.<Cell>of(
                t -> CellValues.count("a", t),
                t -> CellValues.time("a", t),
                t -> CellValues.bucket("a", t),
                t -> CellValues.dayOrHour("a", t),
                t -> CellValues.span("a", "2026-01-01", "b", t),
                t -> CellValues.money("a", t),
                t -> CellValues.currency("a", t),
                t -> CellValues.name("a", t))) {
            try {
                cell.read(text);
            } catch (RowProblem e) {
                Expect.said(e.reason());
            }
        }
        CellValues.flag(text);
    }

    private interface Cell {
        @Nullable
        Object read(String text) throws RowProblem;
    }

    /** Lines are the cells of one column. */
    static void notation(byte[] input) {
        List<String> cells = new String(input, StandardCharsets.UTF_8).lines().toList();
        for (NotationScout.Wish wish : List.of(NotationScout.Wish.NONE, DECIDED)) {
            for (String column : List.of("cost", "tokens")) {
                NotationScout scout = new NotationScout(wish, c -> true, c -> c.equals("tokens"));
                cells.forEach(c -> scout.see(column, c));
                Notation notation = scout.decide(cells.size() % 2 == 0, null);
                notation.undecided().ifPresent(Expect::said);
                notation.said().forEach(Expect::said);
                cells.forEach(c -> plain(notation, column, c));
            }
        }
    }

    /** What was rewritten is written as programs do, and no other notation is found in it. */
    private static void plain(Notation notation, String column, String cell) {
        String plain = notation.plain(column, cell);
        if (!plain.equals(cell) && DayShape.of(cell.strip()).isPresent()) {
            Expect.that(DayShape.of(plain).isEmpty(), () -> cell + " became " + plain);
        } else if (!plain.equals(cell)) {
            Expect.that(NumberShape.of(cell.strip()) != NumberShape.NONE, () -> cell + " became " + plain);
            new BigDecimal(plain);
        }
    }

    /** By the format that knows it; where none does, by one that the length decides, as a person may name any. */
    static void export(byte[] input) throws IOException {
        try (Content content = Content.open(new ByteArrayInputStream(input))) {
            Head head = head(content);
            Format format = Formats.of(head)
                    .orElseGet(
                            () -> Formats.all().get(input.length % Formats.all().size()));
            Expect.said(Formats.variant(format, head));
            CountingSink rows = new CountingSink();
            switch (format) {
                case Format.OfTable table -> table(content, table, rows);
                case Format.OfJson json -> {
                    Format.Reader<JsonNode> reader = json.opens().get();
                    JsonRecords.read(content, rows.told(reader));
                    reader.end(rows);
                }
            }
        }
    }

    private static Head head(Content content) throws IOException {
        String text = content.head();
        return new Head("export", text, Set.copyOf(Tables.columns(text)));
    }

    private static void table(Content content, Format.OfTable table, CountingSink rows) throws IOException {
        boolean commas = Tables.separator(content.head()) == ',';
        List<TableRow> held = new ArrayList<>();
        Tables.read(content, rows.each((line, row) -> held.add(row)));
        for (NotationScout.Wish wish : List.of(NotationScout.Wish.NONE, DECIDED)) {
            NotationScout scout =
                    new NotationScout(wish, c -> true, c -> c.contains("token") || c.contains("requests"));
            held.forEach(row -> scout.record(1, row));
            Notation notation = scout.decide(commas, null);
            Format.Reader<TableRow> reader = table.opens().get();
            Records<TableRow> told = notation.rewriting(rows.told(reader));
            held.forEach(row -> told.record(1, row));
            reader.end(rows);
            if (notation.undecided().isEmpty()) {
                return;
            }
        }
    }

    /** As a log that no format knows: what it shows a person, what is guessed of it, and its rows in JSON. */
    static void log(byte[] input) throws IOException {
        try (Content content = Content.open(new ByteArrayInputStream(input))) {
            Head head = head(content);
            Expect.said(UnreadableFile.of(head, true));
            Expect.said(UnreadableFile.of(head, false));
            LogSample.of(head).ifPresent(sample -> {
                ColumnGuess guess = sample.guess();
                guess.sentence("a").ifPresent(Expect::said);
                sample.fits(guess.mapping());
                sample.columns().forEach(sample::first);
            });
            if (head.isJson()) {
                JsonLog.of(head.text(), ReadingChoice.BY_CONTENT).ifPresent(log -> json(log, input));
            }
        }
    }

    private static void json(JsonLog log, byte[] input) {
        try (Content first = Content.open(new ByteArrayInputStream(input));
                Content again = Content.open(new ByteArrayInputStream(input))) {
            NotationScout scout = new NotationScout(DECIDED, c -> true, log.mapping()::counts);
            log.show(first, scout);
            log.read(again, scout.decide(true, null), new CountingSink().each((line, row) -> row.filled()));
        } catch (IOException e) {
            throw new AssertionError("a text in memory is always read", e);
        }
    }
}
