package app.steelyard.usage.format.vendor;

import app.steelyard.pricing.kind.Modality;
import app.steelyard.usage.row.CellValues;
import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.KindSplit;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.TimeSpan;
import app.steelyard.usage.row.Tokens;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One result of OpenAI's completions usage, which the API and the dashboard write with the same names. Their
 * {@code input_tokens} holds the cached tokens and the tokens written to the cache, so both are taken out here.
 */
public final class OpenAiRow {
    public static final String VENDOR = "openai";
    static final String START = "start_time";
    static final String END = "end_time";
    static final String REQUESTS = "num_model_requests";
    static final String INPUT = "input_tokens";
    static final String OUTPUT = "output_tokens";
    private static final String CACHED = "input_cached_tokens";
    private static final String WRITTEN = "input_cache_write_tokens";
    private static final String UNCACHED = "input_uncached_tokens";

    private OpenAiRow() {}

    /** Finds the value of a field. */
    @FunctionalInterface
    interface Fields {
        @Nullable
        String get(String name);
    }

    static Entry read(Fields fields, @Nullable TimeSpan bucket, RowSink rows) throws RowProblem {
        Tokens tokens = tokens(fields, rows);
        return Entry.of(VENDOR)
                .during(bucket)
                .model(CellValues.name("model", fields.get("model")))
                .project(CellValues.name("project_id", fields.get("project_id")))
                .key(fields.get("api_key_id"))
                .tenant(fields.get("user_id"))
                .tier(tier(fields))
                .requests(CellValues.required(REQUESTS, fields.get(REQUESTS)))
                .tokens(tokens)
                .extras(kinds(fields).of(tokens, rows))
                .build();
    }

    /** The bucket that {@code fields} state, in seconds or else in ISO times. */
    static TimeSpan bucket(Fields fields) throws RowProblem {
        return CellValues.span(START, seconds(fields, START), END, seconds(fields, END));
    }

    private static @Nullable String seconds(Fields fields, String name) {
        String seconds = fields.get(name);
        return seconds == null ? fields.get(name + "_iso") : seconds;
    }

    private static @Nullable String tier(Fields fields) throws RowProblem {
        return Objects.equals(CellValues.flag(fields.get("batch")), true)
                ? "batch"
                : CellValues.name("service_tier", fields.get("service_tier"));
    }

    /** The stated parts of the input are of what was not cached. */
    private static KindSplit kinds(Fields fields) throws RowProblem {
        KindSplit split = new KindSplit().cachedIsStated();
        for (Modality modality : Modality.values()) {
            String name = modality.name().toLowerCase(Locale.ROOT) + "_tokens";
            split.uncached(modality, zero(fields, "input_" + name))
                    .cached(modality, zero(fields, "input_cached_" + name))
                    .output(modality, zero(fields, "output_" + name));
        }
        return split;
    }

    private static long zero(Fields fields, String name) throws RowProblem {
        Long count = CellValues.count(name, fields.get(name));
        return count == null ? 0 : count;
    }

    private static Tokens tokens(Fields fields, RowSink rows) throws RowProblem {
        long input = CellValues.required(INPUT, fields.get(INPUT));
        long output = CellValues.required(OUTPUT, fields.get(OUTPUT));
        Long cached = CellValues.count(CACHED, fields.get(CACHED));
        Long written = CellValues.count(WRITTEN, fields.get(WRITTEN));
        Long uncached = CellValues.count(UNCACHED, fields.get(UNCACHED));
        long rest = input - (written == null ? 0 : written);
        if (cached == null && uncached != null && uncached <= rest) {
            rows.note(RowSink.Note.READS_DERIVED);
            return Tokens.inside(input, rest - uncached, written, output);
        }
        Tokens tokens = Tokens.inside(input, cached, written, output);
        if (uncached != null && !uncached.equals(tokens.uncached())) {
            rows.note(RowSink.Note.PARTS_DIFFER);
        }
        return tokens;
    }
}
