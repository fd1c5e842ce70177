package app.steelyard.usage.format.cloud;

import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import tools.jackson.databind.JsonNode;

/**
 * Bedrock's model invocation log as JSON: the files in S3, one record a line, or an export of CloudWatch, where each
 * record is the {@code @message}, or the {@code message} of an event. See {@link BedrockInvocation}.
 */
public final class BedrockInvocationLog {
    public static final Format FORMAT = new Format.OfJson(
            "bedrock-invocations",
            Format.Kind.USAGE,
            head -> {
                if (!head.isJson() || !head.text().contains("ModelInvocationLog")) {
                    return null;
                }
                return head.firstHas("@message") || head.firstHas("events")
                        ? "bedrock-invocations.cloudwatch"
                        : head.firstHas("schemaType") ? "bedrock-invocations" : null;
            },
            BedrockInvocationLog::read);

    private BedrockInvocationLog() {}

    private static void read(JsonNode value, RowSink rows) throws RowProblem {
        if (value.path("events").isArray()) {
            int at = 0;
            for (JsonNode event : value.path("events")) {
                rows.attempt("/events/" + at++, () -> BedrockInvocation.read(JsonCells.text(event, "message"), rows));
            }
        } else if (value.path("@message").isObject()) {
            BedrockInvocation.read(value.path("@message"), rows);
        } else if (value.has("@message")) {
            BedrockInvocation.read(JsonCells.text(value, "@message"), rows);
        } else {
            BedrockInvocation.read(value, rows);
        }
    }
}
