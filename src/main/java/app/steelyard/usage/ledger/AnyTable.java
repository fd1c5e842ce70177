package app.steelyard.usage.ledger;

import app.steelyard.text.Texts;
import app.steelyard.usage.format.cloud.AzureCosts;
import app.steelyard.usage.input.Content;
import app.steelyard.usage.input.Document;
import app.steelyard.usage.input.Records;
import app.steelyard.usage.input.TableRow;
import app.steelyard.usage.input.Tables;
import app.steelyard.usage.log.LogRows;
import app.steelyard.usage.notation.DayOrder;
import app.steelyard.usage.notation.Notation;
import app.steelyard.usage.notation.NotationScout;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.UsageFinding;
import app.steelyard.usage.store.Staging;
import app.steelyard.usage.store.Store;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table in whatever notation its numbers and days are, which all of its cells tell: a small one is held until they
 * are seen, of a large one they are looked at before.
 *
 * @param looked which columns tell
 * @param counts which of them hold whole numbers
 * @param usual what stands first in such a table's dates, where that is known
 */
record AnyTable(
        Store store,
        NotationScout.Wish wish,
        Predicate<String> looked,
        Predicate<String> counts,
        @Nullable DayOrder usual) {
    private static final Texts TEXTS = Texts.of(AnyTable.class);

    /** One that {@code format} reads. */
    static AnyTable of(Format format, Store store, NotationScout.Wish wish) {
        return new AnyTable(
                store,
                wish,
                column -> true,
                column -> column.contains("token") || column.contains("requests"),
                format.id().equals(AzureCosts.FORMAT.id()) ? DayOrder.MONTH_FIRST : null);
    }

    private NotationScout scout() {
        return new NotationScout(wish, looked, counts);
    }

    /** Whether the table is written as programs write, as far as its beginning shows. */
    boolean isPlain(String head) throws IOException {
        NotationScout scout = scout();
        // The last line may be cut off within a number.
        String lines = head.length() < Content.HEAD ? head : head.substring(0, head.lastIndexOf('\n') + 1);
        try (Content first = Content.open(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)))) {
            Tables.read(first, scout);
        }
        return isPlain(scout.decide(Tables.separator(head) == ',', usual));
    }

    static boolean isPlain(Notation notation) {
        return notation.isPlain() && notation.undecided().isEmpty();
    }

    /** Tells {@code rows} of it; whether it could be decided how it is written. */
    boolean read(Document document, Content content, Records<TableRow> rows, Staging staging)
            throws IOException, SQLException {
        boolean commas = Tables.separator(content.head()) == ',';
        NotationScout scout = scout();
        if (LogRows.isSmall(content)) {
            Held held = new Held(scout);
            Tables.read(content, held);
            Notation notation = scout.decide(commas, usual);
            return said(notation, staging) && held.tell(notation.rewriting(rows));
        }
        Optional<Path> file = document.plain();
        if (file.isEmpty() && !isPlain(content.head())) {
            file = Optional.of(store.transcribe(content, true));
        }
        if (file.isPresent()) {
            try (Content before = Content.open(Files.newInputStream(file.get()))) {
                Tables.read(before, scout);
            }
            Notation notation = scout.decide(commas, usual);
            if (!said(notation, staging)) {
                return false;
            }
            if (document.plain().isPresent()) {
                Tables.read(content, notation.rewriting(rows));
            } else {
                try (Content again = Content.open(Files.newInputStream(file.get()))) {
                    Tables.read(again, notation.rewriting(rows));
                }
            }
            return true;
        }
        Tables.read(content, scout.seeing(rows));
        Notation notation = scout.decide(commas, usual);
        if (isPlain(notation)) {
            return true;
        }
        staging.forget();
        if (said(notation, staging)) {
            staging.say(UsageFinding.Severity.ERROR, "file.problem", TEXTS.get("notation.packed"));
        }
        return false;
    }

    /** Says how it is written, or that nobody can tell; whether it can be read. */
    static boolean said(Notation notation, Staging staging) {
        if (notation.undecided().isPresent()) {
            staging.say(
                    UsageFinding.Severity.ERROR,
                    "file.problem",
                    notation.undecided().get());
            return false;
        }
        notation.said().forEach(text -> staging.say(UsageFinding.Severity.INFO, "file.problem", text));
        return true;
    }

    /** What was told of a small table. */
    private static final class Held implements Records<TableRow> {
        private final NotationScout scout;
        private final List<Told> all = new ArrayList<>();

        Held(NotationScout scout) {
            this.scout = scout;
        }

        /** Something told, to be told again. */
        private interface Told {
            void to(Records<TableRow> rows);
        }

        @Override
        public void record(long line, TableRow row) {
            scout.record(line, row);
            all.add(rows -> rows.record(line, row));
        }

        @Override
        public void bad(long line, String pointer, String reason) {
            all.add(rows -> rows.bad(line, pointer, reason));
        }

        @Override
        public void trouble(String text) {
            all.add(rows -> rows.trouble(text));
        }

        boolean tell(Records<TableRow> rows) {
            all.forEach(told -> told.to(rows));
            return true;
        }
    }
}
