package app.steelyard.usage.row;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads reports in which pages hold buckets of time and buckets hold results, as OpenAI and Anthropic write them. They
 * are told apart by what they hold, so a file may be one page, pages in an array or one after the other, the buckets of
 * several pages in one array, or results without a time.
 */
public final class Buckets implements Format.Reader<JsonNode> {
    private final String start;
    private final String end;
    private final Result result;
    private @Nullable Instant latest;
    private boolean more;

    /**
     * @param start property of a bucket with its first moment
     * @param end property of a bucket with the first moment after it
     */
    public Buckets(String start, String end, Result result) {
        this.start = start;
        this.end = end;
        this.result = result;
    }

    /** Reads one result. */
    @FunctionalInterface
    public interface Result {
        void read(JsonNode result, @Nullable TimeSpan bucket, RowSink rows) throws RowProblem;
    }

    @Override
    public void read(JsonNode value, RowSink rows) throws RowProblem {
        if (value.has("data") || "page".equals(JsonCells.text(value, "object"))) {
            latest = null;
            AtomicInteger at = new AtomicInteger();
            JsonCells.each(
                    "/data", value.path("data"), rows, bucket -> bucket("/data/" + at.getAndIncrement(), bucket, rows));
            more = value.path("has_more").asBoolean(false);
        } else if (value.has("results") || "bucket".equals(JsonCells.text(value, "object"))) {
            bucket("", value, rows);
        } else {
            result.read(value, null, rows);
        }
    }

    /** A bucket without results was cut off there, which is said elsewhere. */
    private void bucket(String pointer, JsonNode bucket, RowSink rows) {
        JsonNode results = bucket.path("results");
        boolean none = results.isNull() || results.isArray() && results.isEmpty();
        if (!bucket.isObject() || !none && !results.isArray() && !results.isMissingNode()) {
            rows.attempt(pointer, () -> {
                throw new RowProblem("json.noObject");
            });
        } else if (none) {
            rows.attempt(pointer, () -> rows.empty(span(bucket)));
        }
        JsonCells.each(pointer + "/results", results, rows, r -> result.read(r, span(bucket), rows));
    }

    private TimeSpan span(JsonNode bucket) throws RowProblem {
        TimeSpan span = CellValues.span(start, JsonCells.text(bucket, start), end, JsonCells.text(bucket, end));
        latest = latest == null || span.end().isAfter(latest) ? span.end() : latest;
        return span;
    }

    /** Only the last page of a file can be followed by one in another file. */
    @Override
    public void end(RowSink rows) {
        if (more) {
            rows.more(latest);
        }
    }
}
