package app.steelyard.usage.ledger;

import app.steelyard.text.Refusal;
import app.steelyard.text.Several;
import app.steelyard.text.Texts;
import app.steelyard.usage.format.Formats;
import app.steelyard.usage.input.Content;
import app.steelyard.usage.input.Document;
import app.steelyard.usage.input.Documents;
import app.steelyard.usage.input.Head;
import app.steelyard.usage.input.JsonRecords;
import app.steelyard.usage.input.Parquet;
import app.steelyard.usage.input.Records;
import app.steelyard.usage.input.Refused;
import app.steelyard.usage.input.Sqlite;
import app.steelyard.usage.input.TableRow;
import app.steelyard.usage.input.Tables;
import app.steelyard.usage.ledger.FileBatch.Recognised;
import app.steelyard.usage.log.ReadingChoice;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.PromptBlocks;
import app.steelyard.usage.row.UsageFinding;
import app.steelyard.usage.store.LedgerException;
import app.steelyard.usage.store.Progress;
import app.steelyard.usage.store.Pseudonyms;
import app.steelyard.usage.store.RequestLog;
import app.steelyard.usage.store.StagedRecords;
import app.steelyard.usage.store.Staging;
import app.steelyard.usage.store.Stopped;
import app.steelyard.usage.store.Store;
import app.steelyard.usage.store.Watch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Brings files into a ledger: all of those given, or, when it is stopped, none. */
public final class UsageImporter {
    private static final Texts TEXTS = Texts.of(UsageImporter.class);
    private static final int SKIPPED_NAMED = 5;

    /** Whether all requests, or all tokens, are more than a whole number of 64 bits. */
    private static final String TOO_MUCH = """
        select count(*) from (
          select sum(requests) as requests,
            sum(uncached) + sum(read) + sum(write5m) + sum(write1h) + sum(write) + sum(output) as tokens from entry)
        where greatest(requests, tokens) > 9223372036854775807
        """;

    private final Store store;
    private final Pseudonyms pseudonyms;
    private final ReadingChoice reading;
    private final FileBatch batch;
    private final LogReading logs;
    private final PromptBlocks.@Nullable Listener blocks;
    private int next;

    /** @param requests takes each request for itself as well; null where only sums are wanted */
    UsageImporter(Store store, ReadingChoice reading, InstantSource clock, @Nullable RequestLog requests) {
        this.reading = reading;
        this.store = store;
        this.pseudonyms = new Pseudonyms(store.salt());
        this.batch = new FileBatch(store, clock.millis(), requests);
        this.blocks = requests == null ? null : requests.blocks();
        this.logs = new LogReading(store, reading, batch);
    }

    /**
     * @param instead numbers of sources whose place the files take
     * @return whether it went to the end; the ledger is else as it was
     */
    boolean add(List<Path> files, Set<Integer> instead, Progress progress) {
        try {
            store.allow(Documents.large(files));
            store.expect(instead);
            int first = (int) store.number("select nextval('source_number')");
            next = first;
            Watch watch = new Watch(progress, Documents.size(files));
            List<String> skipped = new ArrayList<>();
            Documents.each(files, watch::count, new Documents.Visitor() {
                @Override
                public void visit(Document document) throws IOException, SQLException {
                    add(document, watch);
                }

                @Override
                public void skip(String name) {
                    skipped.add(name);
                }
            });
            batch.flush();
            skipped(skipped);
            store.take(instead, next - first, this::addsUp);
            return true;
        } catch (Stopped e) {
            return false;
        } catch (SQLException | IOException e) {
            throw new LedgerException(
                    TEXTS.get(
                            "ledger.failed",
                            String.valueOf(e.getMessage()).lines().findFirst().orElse("")),
                    e);
        } finally {
            batch.abandon();
            store.leave();
        }
    }

    /** Refuses what could not be added up any more. */
    private void addsUp() {
        if (store.number(TOO_MUCH) > 0) {
            throw new LedgerException(TEXTS.get("counts.large.all"), null);
        }
    }

    /** Tells quietly of files that nobody would take for usage, with the last source, as they are none themselves. */
    private void skipped(List<String> names) {
        if (!names.isEmpty()) {
            UsageFinding finding = UsageFinding.info(TEXTS.get("skipped", Several.joined(names, SKIPPED_NAMED)));
            store.run(
                    "insert into incoming.main.finding select max(id), ?, ? from incoming.main.source having count(*)"
                            + " > 0",
                    finding.severity().name(),
                    finding.text());
        }
    }

    private void add(Document document, Watch watch) throws IOException, SQLException {
        watch.file(document.name());
        Runnable eachRow = () -> {
            batch.row();
            watch.row();
        };
        Staging staging = new Staging(next++, document.name(), store, pseudonyms, batch.stage(), eachRow, blocks);
        batch.add(fill(staging, document, watch), staging, watch);
    }

    private Recognised fill(Staging staging, Document document, Watch watch) throws SQLException {
        if (document.problem().isPresent()) {
            staging.say(
                    UsageFinding.Severity.ERROR,
                    "file.problem",
                    document.problem().get());
            return Recognised.NOT;
        }
        if (document.isParquet()) {
            return parquet(staging, document, watch);
        }
        if (document.isSqlite()) {
            return sqlite(staging, document, watch);
        }
        Recognised recognised = Recognised.NOT;
        try (Content content = Content.open(document)) {
            Head head = head(document, content);
            if (content.isWestern()) {
                staging.say(UsageFinding.Severity.INFO, "file.charset");
            }
            Optional<Format> format = format(head);
            if (format.isEmpty()) {
                return logs.read(document, content, head, staging);
            }
            recognised = new Recognised(
                    Formats.variant(format.get(), head), format.get().kind(), null);
            if (!read(format.get(), document, content, staging)) {
                return Recognised.NOT;
            }
            content.broken().ifPresent(why -> staging.say(UsageFinding.Severity.ERROR, "file.problem", why));
            if (content.invalid() > 0) {
                staging.say(UsageFinding.Severity.WARNING, "file.encoding", content.invalid());
            }
        } catch (Refused e) {
            staging.forget();
            staging.say(UsageFinding.Severity.ERROR, "file.problem", e.sentence());
            return Recognised.NOT;
        } catch (IOException e) {
            staging.say(UsageFinding.Severity.ERROR, "file.stopped");
        }
        return recognised;
    }

    /** The format that a person named, or else the one that knows the content; none for a request log. */
    private Optional<Format> format(Head head) {
        if (reading.format() != null) {
            return Optional.of(reading.format());
        }
        // What a person said of such columns goes before what can be told by their names.
        return reading.log() || logs.said(head).isPresent() ? Optional.empty() : Formats.of(head);
    }

    private Recognised parquet(Staging staging, Document document, Watch watch) {
        try (Parquet content = Parquet.open(document.plain().orElseThrow())) {
            Head head = content.head(document.name());
            Optional<Format> format = format(head);
            if (format.isEmpty() || !(format.get() instanceof Format.OfTable table)) {
                return logs.read(document, content, head, staging, watch);
            }
            Format.Reader<TableRow> reader = table.opens().get();
            content.read(told(reader, staging));
            contained(staging, () -> reader.end(staging));
            watch.read(Files.size(document.plain().orElseThrow()), 0);
            return new Recognised(Formats.variant(table, head), table.kind(), null);
        } catch (Refused e) {
            staging.say(UsageFinding.Severity.ERROR, "file.problem", e.sentence());
        } catch (IOException e) {
            staging.say(UsageFinding.Severity.ERROR, "file.unreadable");
        }
        return Recognised.NOT;
    }

    /** Of a database, the tables that one format knows; nobody exports a log of requests as one. */
    private Recognised sqlite(Staging staging, Document document, Watch watch) {
        Recognised recognised = Recognised.NOT;
        Path file = document.plain().orElseThrow();
        try (Sqlite content = Sqlite.open(file)) {
            Format known = null;
            for (Sqlite.Table table : content.tables()) {
                Head head = Sqlite.head(document.name(), table);
                Format format = Formats.of(head).orElse(null);
                if (format instanceof Format.OfTable rows
                        && (known == null || known.equals(format))
                        && (reading.format() == null || reading.format().equals(format))) {
                    known = format;
                    recognised = new Recognised(Formats.variant(rows, head), rows.kind(), null);
                    Format.Reader<TableRow> reader = rows.opens().get();
                    content.read(table, told(reader, staging));
                    contained(staging, () -> reader.end(staging));
                }
            }
            watch.read(Files.size(file), 0);
            if (known == null) {
                staging.say(UsageFinding.Severity.ERROR, "file.sqlite");
            }
        } catch (Refused e) {
            staging.say(UsageFinding.Severity.ERROR, "file.problem", e.sentence());
        } catch (IOException e) {
            staging.say(UsageFinding.Severity.ERROR, "file.unreadable");
        }
        return recognised;
    }

    private static Head head(Document document, Content content) throws IOException {
        String text = content.head();
        return new Head(document.name(), text, Set.copyOf(Tables.columns(text)));
    }

    /** Whether it can be read. */
    private boolean read(Format format, Document document, Content content, Staging staging)
            throws IOException, SQLException {
        return switch (format) {
            case Format.OfTable table -> {
                Format.Reader<TableRow> reader = table.opens().get();
                boolean read = AnyTable.of(table, store, reading.wishes().notation())
                        .read(document, content, told(reader, staging), staging);
                if (read) {
                    contained(staging, () -> reader.end(staging));
                }
                yield read;
            }
            case Format.OfJson json -> {
                Format.Reader<JsonNode> reader = json.opens().get();
                JsonRecords.read(content, told(reader, staging));
                contained(staging, () -> reader.end(staging));
                yield true;
            }
        };
    }

    private static <T> Records<T> told(Format.Reader<T> reader, Staging staging) {
        return new StagedRecords<>(staging) {
            @Override
            public void record(long line, T record) {
                staging.line(line);
                contained(staging, () -> staging.attempt("", () -> reader.read(record, staging)));
            }
        };
    }

    /** A row that a reader fails at, which is a defect of the reader, costs that row and not all the others. */
    private static void contained(Staging staging, Runnable work) {
        try {
            work.run();
        } catch (Refusal | Stopped e) {
            throw e;
        } catch (RuntimeException e) {
            staging.reject("", TEXTS.get("row.defect", e.getClass().getSimpleName()));
        }
    }
}
