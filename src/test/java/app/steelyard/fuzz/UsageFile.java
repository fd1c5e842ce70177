package app.steelyard.fuzz;

import app.steelyard.text.Problem;
import app.steelyard.text.Texts;
import app.steelyard.usage.format.Formats;
import app.steelyard.usage.input.Content;
import app.steelyard.usage.input.Document;
import app.steelyard.usage.input.Documents;
import app.steelyard.usage.input.Parquet;
import app.steelyard.usage.input.Refused;
import app.steelyard.usage.input.Sqlite;
import app.steelyard.usage.ledger.Ledger;
import app.steelyard.usage.row.Format;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** Files of usage: whatever packs them, databases, and the whole way into a ledger. */
final class UsageFile {
    private static final byte[] WAL = {0x37, 0x7f, 0x06};

    private UsageFile() {}

    /** Archives and packed files, down to their text. */
    static void packed(byte[] input) throws IOException, SQLException {
        Documents.each(List.of(GivenFile.of("packed", input)), in -> in, UsageFile::visit);
    }

    private static void visit(Document document) throws IOException, SQLException {
        Expect.said(document.name());
        document.problem().ifPresent(Expect::said);
        if (document.problem().isPresent() || document.isParquet()) {
            return;
        }
        if (document.isSqlite()) {
            database(document.plain().orElseThrow());
            return;
        }
        try (Content content = Content.open(document)) {
            content.head();
            content.transferTo(Writer.nullWriter());
            content.broken().ifPresent(Expect::said);
        } catch (Refused e) {
            Expect.said(e.sentence());
        }
    }

    /** A database; from where its log of changes begins, that. */
    static void sqlite(byte[] input) throws IOException, SQLException {
        int log = log(input);
        if (log < input.length) {
            GivenFile.of("database-wal", Arrays.copyOfRange(input, log, input.length));
        } else {
            GivenFile.none("database-wal");
        }
        database(GivenFile.of("database", Arrays.copyOf(input, log)));
    }

    private static int log(byte[] input) {
        for (int i = 0; i + WAL.length <= input.length; i++) {
            if (Arrays.equals(input, i, i + WAL.length, WAL, 0, WAL.length)) {
                return i;
            }
        }
        return input.length;
    }

    private static void database(Path file) throws IOException {
        try (Sqlite content = Sqlite.open(file)) {
            for (Sqlite.Table table : content.tables()) {
                CountingSink rows = new CountingSink();
                if (Formats.of(Sqlite.head("a", table)).orElse(null) instanceof Format.OfTable format) {
                    content.read(table, rows.told(format.opens().get()));
                } else {
                    content.read(table, rows.each((line, row) -> row.filled()));
                }
            }
        } catch (Refused e) {
            Expect.said(e.sentence());
        }
    }

    /** The gate to Parquet, behind which the database reads. */
    static void parquet(byte[] input) throws IOException {
        try (Parquet content = Parquet.open(GivenFile.of("table.parquet", input))) {
            content.head("a");
            content.read(new CountingSink().each((line, row) -> row.filled()));
        } catch (Refused e) {
            Expect.said(e.sentence());
        }
    }

    /** The whole way, with what the importer keeps to itself: that one of its readers failed. */
    static void ledger(byte[] input) throws IOException {
        String defect = Texts.of(Ledger.class).get("row.defect", "@");
        try (Ledger ledger = Ledger.temporary()) {
            ledger.add(List.of(GivenFile.of("export", input)), (file, bytes, of, rows) -> true);
            ledger.view();
            ledger.sessions();
            ledger.hours();
            for (Problem problem : ledger.rejected(100)) {
                Expect.said(problem.reason());
                Expect.that(!problem.reason().startsWith(defect.substring(0, defect.indexOf('@'))), problem::toString);
            }
        }
    }
}
