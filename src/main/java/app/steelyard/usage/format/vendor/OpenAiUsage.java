package app.steelyard.usage.format.vendor;

import app.steelyard.usage.row.Buckets;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.TimeSpan;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Answers of OpenAI's Usage API. {@code input_tokens} holds the cached tokens. What was not asked to be grouped by is
 * null, also the model. Other kinds of usage, such as embeddings, come in the same envelope and are left out. Source:
 * OpenAI's API description.
 */
public final class OpenAiUsage {
    private static final String PREFIX = "organization.usage.";
    private static final String SUFFIX = ".result";
    private static final String COMPLETIONS = "completions";
    /** An export without usage has nothing else to be known by. */
    private static final Pattern ENVELOPE = Pattern.compile("\"object\"\\s*:\\s*\"(page|bucket)\"");

    public static final Format FORMAT = new Format.OfJson(
            "openai-usage",
            Format.Kind.USAGE,
            head -> {
                boolean envelope = ENVELOPE.matcher(head.text()).find() || head.firstHas("results", OpenAiRow.START);
                return head.isJson() && (head.text().contains('"' + PREFIX) || envelope && !OpenAiCosts.in(head))
                                || head.firstHas(OpenAiRow.REQUESTS, OpenAiRow.INPUT)
                        ? "openai-usage"
                        : null;
            },
            () -> new Buckets(OpenAiRow.START, OpenAiRow.END, OpenAiUsage::read));

    private OpenAiUsage() {}

    private static void read(JsonNode result, @Nullable TimeSpan bucket, RowSink rows) throws RowProblem {
        String object = Objects.requireNonNullElse(
                JsonCells.text(result, "object"), result.has(OpenAiRow.OUTPUT) ? PREFIX + COMPLETIONS + SUFFIX : "");
        if (!object.startsWith(PREFIX) || !object.endsWith(SUFFIX)) {
            throw new RowProblem("json.noResult");
        }
        String kind = object.substring(PREFIX.length(), object.length() - SUFFIX.length());
        if (kind.equals(COMPLETIONS)) {
            rows.accept(OpenAiRow.read(name -> JsonCells.text(result, name), bucket, rows));
        } else {
            rows.leaveOut(kind.replaceAll("[^a-z_]", "?"));
        }
    }
}
