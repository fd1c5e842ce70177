package app.steelyard.usage.format.cloud;

import app.steelyard.usage.input.Head;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Bedrock's model invocation log as JSON: the files in S3, one record a line, or an export of CloudWatch, where each
 * record is the {@code @message}, or the {@code message} of an event. See {@link BedrockInvocation}.
 */
public final class BedrockInvocationLog implements Format.OfJson {
    @Override
    public String id() {
        return "bedrock-invocations";
    }

    @Override
    public Kind kind() {
        return Kind.USAGE;
    }

    @Override
    public Optional<String> recognise(Head head) {
        if (!head.isJson() || !head.text().contains("ModelInvocationLog")) {
            return Optional.empty();
        }
        return head.firstHas("@message") || head.firstHas("events")
                ? Optional.of("bedrock-invocations.cloudwatch")
                : head.firstHas("schemaType") ? Optional.of("bedrock-invocations") : Optional.empty();
    }

    @Override
    public Reader<JsonNode> reader() {
        return BedrockInvocationLog::read;
    }

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
