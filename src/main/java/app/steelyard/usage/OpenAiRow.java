package app.steelyard.usage;

import app.steelyard.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One result of OpenAI's completions usage, which the API and the dashboard write with the same names. Their
 * {@code input_tokens} holds the cached tokens and the tokens written to the cache, so both are taken out here.
 */
final class OpenAiRow {
    static final String VENDOR = "openai";
    static final String START = "start_time";
    static final String END = "end_time";
    static final String START_ISO = "start_time_iso";
    static final String END_ISO = "end_time_iso";
    static final String REQUESTS = "num_model_requests";
    static final String INPUT = "input_tokens";
    static final String OUTPUT = "output_tokens";
    static final String CACHED = "input_cached_tokens";
    static final String WRITTEN = "input_cache_write_tokens";
    static final String UNCACHED = "input_uncached_tokens";

    /** Every name that is looked at; all others are ignored. */
    static final Set<String> FIELDS = Set.of(
            START,
            END,
            START_ISO,
            END_ISO,
            REQUESTS,
            INPUT,
            OUTPUT,
            CACHED,
            WRITTEN,
            UNCACHED,
            "model",
            "project_id",
            "batch",
            "service_tier",
            "user_id",
            "api_key_id");

    private static final Duration LONGEST_BUCKET = Duration.ofDays(366);
    private static final Texts TEXTS = Texts.of(OpenAiRow.class);

    private OpenAiRow() {}

    /** Tells {@code rows} of the row that {@code fields} hold, be it good or bad. */
    static void read(Map<String, String> fields, @Nullable Span bucket, long line, String pointer, FileRows rows) {
        try {
            UsageTotals counts = counts(fields, line, rows);
            UsageRecord row = new UsageRecord(
                    bucket,
                    counts,
                    Values.name("model", fields.get("model")),
                    Values.name("project_id", fields.get("project_id")),
                    Values.flag(fields.get("batch")),
                    Values.name("service_tier", fields.get("service_tier")),
                    rows.at(line));
            String hidden = Objects.requireNonNullElse(fields.get("user_id"), "") + "\u0000"
                    + Objects.requireNonNullElse(fields.get("api_key_id"), "");
            rows.accept(row, pointer, hidden);
        } catch (RowProblem e) {
            rows.reject(line, pointer, e.reason());
        }
    }

    /** The bucket whose times {@code fields} hold; null where they hold none. */
    static @Nullable Span bucket(Map<String, String> fields) throws RowProblem {
        Instant start = time(fields, START, START_ISO);
        Instant end = time(fields, END, END_ISO);
        if (start == null && end == null) {
            return null;
        }
        if (start == null || end == null) {
            throw new RowProblem(TEXTS.get("time.missing", start == null ? START : END));
        }
        if (!end.isAfter(start)) {
            throw new RowProblem(TEXTS.get("time.order"));
        }
        if (Duration.between(start, end).compareTo(LONGEST_BUCKET) > 0) {
            throw new RowProblem(TEXTS.get("time.long", LONGEST_BUCKET.toDays()));
        }
        return new Span(start, end);
    }

    private static UsageTotals counts(Map<String, String> fields, long line, FileRows rows) throws RowProblem {
        long requests = Values.required(REQUESTS, fields.get(REQUESTS));
        long input = Values.required(INPUT, fields.get(INPUT));
        long output = Values.required(OUTPUT, fields.get(OUTPUT));
        Long cached = Values.count(CACHED, fields.get(CACHED));
        Long written = Values.count(WRITTEN, fields.get(WRITTEN));
        long write = written == null ? 0 : written;
        long read = cached == null ? 0 : cached;
        if (read + write > input) {
            throw new RowProblem(TEXTS.get("parts.impossible", read, write, input));
        }
        Long uncached = Values.count(UNCACHED, fields.get(UNCACHED));
        boolean derived = false;
        if (cached == null && uncached != null && uncached + write <= input) {
            read = input - uncached - write;
            derived = true;
        }
        long rest = input - read - write;
        if (derived) {
            rows.note(FileRows.Note.READS_DERIVED, line);
        } else if (uncached != null && uncached != rest) {
            rows.note(FileRows.Note.PARTS_DIFFER, line);
        }
        return new UsageTotals(requests, rest, read, write, output, cached != null || derived, written != null);
    }

    private static @Nullable Instant time(Map<String, String> fields, String seconds, String iso) throws RowProblem {
        String text = fields.get(seconds);
        if (text != null && !text.isBlank()) {
            return Values.time(seconds, text);
        }
        text = fields.get(iso);
        return text == null || text.isBlank() ? null : Values.time(iso, text);
    }
}
