package app.steelyard.usage.ledger;

import app.steelyard.text.Texts;
import app.steelyard.usage.input.Content;
import app.steelyard.usage.input.Document;
import app.steelyard.usage.input.Documents;
import app.steelyard.usage.input.Head;
import app.steelyard.usage.input.Parquet;
import app.steelyard.usage.input.TableRow;
import app.steelyard.usage.input.Tables;
import app.steelyard.usage.ledger.FileBatch.Recognised;
import app.steelyard.usage.log.ColumnGuess;
import app.steelyard.usage.log.JsonLog;
import app.steelyard.usage.log.LogImport;
import app.steelyard.usage.log.LogMapping;
import app.steelyard.usage.log.LogRows;
import app.steelyard.usage.log.LogSample;
import app.steelyard.usage.log.PlainLog;
import app.steelyard.usage.log.ReadingChoice;
import app.steelyard.usage.log.UnreadableFile;
import app.steelyard.usage.notation.Notation;
import app.steelyard.usage.notation.NotationScout;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.UsageFinding;
import app.steelyard.usage.store.Staging;
import app.steelyard.usage.store.Store;
import app.steelyard.usage.store.Watch;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what no format knows as a request log, if it is one, and says what it lacks if it is none. */
record LogReading(Store store, ReadingChoice reading, FileBatch batch) {
    private static final Texts TEXTS = Texts.of(LogReading.class);

    /** How such a table is read, as a person said. */
    Optional<LogMapping> said(Head head) {
        return reading.mappings().stream().filter(m -> m.fits(head.columns())).findFirst();
    }

    /** Reads a text. */
    Recognised read(Document document, Content content, Head head, Staging staging) throws IOException, SQLException {
        if (head.isJson()) {
            return json(document, content, head, staging);
        }
        Optional<LogMapping> mapping = mapping(head);
        if (mapping.isEmpty()) {
            if (content.broken().isPresent()) {
                staging.say(
                        UsageFinding.Severity.ERROR,
                        "file.problem",
                        content.broken().get());
            } else {
                refuse(staging, head);
            }
            return Recognised.NOT;
        }
        AnyTable table = table(mapping.get());
        if (LogRows.isSmall(content) || !table.isPlain(head.text())) {
            boolean read = table.read(document, content, batch.logs().rows(mapping.get(), staging), staging);
            content.broken().ifPresent(why -> staging.say(UsageFinding.Severity.ERROR, "file.problem", why));
            return read ? recognised(mapping.get(), false, staging, null) : Recognised.NOT;
        }
        Path file = document.plain().isPresent() && content.isUtf8()
                ? document.plain().get()
                : content.isUtf8() ? store.unpack(document) : store.transcribe(content, true);
        return table(document, head, mapping.get(), file, staging);
    }

    private AnyTable table(LogMapping mapping) {
        return new AnyTable(store, wish(mapping), mapping.columns()::containsValue, mapping::counts, null);
    }

    private NotationScout.Wish wish(LogMapping mapping) {
        NotationScout.Wish said = reading.wishes().notation();
        return said.equals(NotationScout.Wish.NONE) ? mapping.notation() : said;
    }

    private Recognised json(Document document, Content content, Head head, Staging staging) throws IOException {
        String text = content.head(JsonLog.LOOKED_AT);
        Optional<JsonLog> log = JsonLog.of(text, reading);
        if (log.isEmpty()) {
            refuse(staging, new Head(head.name(), text, head.columns()));
            return Recognised.NOT;
        }
        Notation notation =
                seen(log.get(), Content.open(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
        if (AnyTable.isPlain(notation)) {
            return json(log.get(), content, notation, staging);
        }
        // All of it is looked at before any of it is read.
        Path file = document.plain().isPresent() && content.isUtf8()
                ? document.plain().get()
                : store.transcribe(content, false);
        notation = seen(log.get(), Content.open(Files.newInputStream(file)));
        if (!AnyTable.said(notation, staging)) {
            return Recognised.NOT;
        }
        try (Content again = Content.open(Files.newInputStream(file))) {
            Recognised recognised = json(log.get(), again, notation, staging);
            content.broken().ifPresent(why -> staging.say(UsageFinding.Severity.ERROR, "file.problem", why));
            return recognised;
        }
    }

    private Notation seen(JsonLog log, Content content) throws IOException {
        try (content) {
            NotationScout scout = new NotationScout(wish(log.mapping()), column -> true, log.mapping()::counts);
            log.show(content, scout);
            return scout.decide(true, null);
        }
    }

    private Recognised json(JsonLog log, Content content, Notation notation, Staging staging) throws IOException {
        log.read(content, notation, batch.logs().rows(log.mapping(), staging));
        content.broken().ifPresent(why -> staging.say(UsageFinding.Severity.ERROR, "file.problem", why));
        return recognised(log.mapping(), true, staging, null);
    }

    /** Reads Parquet. */
    Recognised read(Document document, Parquet content, Head head, Staging staging, Watch watch) throws IOException {
        Optional<LogMapping> mapping = mapping(head);
        Path file = document.plain().orElseThrow();
        if (mapping.isEmpty()) {
            refuse(staging, head);
            return Recognised.NOT;
        }
        if (Files.size(file) > Documents.SMALL) {
            return table(document, head, mapping.get(), file, staging);
        }
        content.read(batch.logs().rows(mapping.get(), staging));
        watch.read(Files.size(file), 0);
        return recognised(mapping.get(), false, staging, null);
    }

    private Recognised table(Document document, Head head, LogMapping mapping, Path file, Staging staging)
            throws IOException {
        PlainLog log = document.isParquet()
                ? PlainLog.ofParquet(file, mapping)
                : PlainLog.ofTable(file, Tables.columns(head.text()), Tables.separator(head.text()), mapping);
        document.broken().ifPresent(why -> staging.say(UsageFinding.Severity.ERROR, "file.problem", why));
        return recognised(
                mapping,
                false,
                staging,
                new LogImport(store, log, mapping, staging, document.plain().isPresent() ? Files.size(file) : 0));
    }

    private static Recognised recognised(LogMapping mapping, boolean paths, Staging staging, @Nullable LogImport log) {
        staging.say(LogImport.readBy(mapping, paths));
        boolean billed = mapping.columns().containsKey(LogMapping.Meaning.COST);
        return new Recognised(TEXTS.get("format.log"), billed ? Format.Kind.BOTH : Format.Kind.USAGE, log);
    }

    /** How to read the table as a request log: as a person said once for such columns, or by their usual names. */
    private Optional<LogMapping> mapping(Head head) {
        Optional<LogMapping> said = said(head);
        if (said.isPresent() || head.columns().isEmpty()) {
            return said;
        }
        Optional<TableRow> sample = Tables.sample(head.text());
        if (reading.wishes().isEmpty()) {
            return LogMapping.guess(
                    head.columns(), column -> sample.map(row -> row.get(column)).orElse(""));
        }
        return LogSample.of(head)
                .map(LogSample::guess)
                .map(ColumnGuess::mapping)
                .flatMap(guess -> reading.wishes()
                        .of(
                                head.columns(),
                                guess,
                                column -> sample.map(row -> row.get(column)).orElse("")));
    }

    private void refuse(Staging staging, Head head) {
        List<String> columns = head.isJson() ? JsonLog.columns(head.text()) : Tables.columns(head.text());
        List<String> absent = new ArrayList<>(reading.wishes().absent(columns));
        if (!absent.isEmpty() && !columns.isEmpty()) {
            staging.tell(UsageFinding.error(UnreadableFile.wished(head.name(), absent, columns)));
            return;
        }
        Optional<String> taken = UnreadableFile.taken(head, reading.wishes());
        if (taken.isPresent()) {
            staging.tell(UsageFinding.error(taken.get()));
            return;
        }
        staging.tell(UsageFinding.error(UnreadableFile.of(head, reading.log())));
        if (!head.isJson()) {
            LogSample.of(head)
                    .flatMap(s -> s.guess().sentence(head.name()))
                    .ifPresent(sentence -> staging.tell(UsageFinding.info(sentence)));
        }
    }
}
