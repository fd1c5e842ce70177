package app.steelyard.usage.format.cloud;

import app.steelyard.usage.input.Head;
import app.steelyard.usage.input.TableRow;
import app.steelyard.usage.row.Format;
import java.util.Optional;

/** Bedrock's model invocation log as CloudWatch saves it in a CSV. See {@link BedrockInvocation}. */
public final class BedrockInvocationTable implements Format.OfTable {
    @Override
    public String id() {
        return "bedrock-invocations-csv";
    }

    @Override
    public Kind kind() {
        return Kind.USAGE;
    }

    @Override
    public Optional<String> recognise(Head head) {
        return head.has("@message") && head.text().contains("ModelInvocationLog")
                ? Optional.of("bedrock-invocations-csv")
                : Optional.empty();
    }

    @Override
    public Reader<TableRow> reader() {
        return (row, rows) -> BedrockInvocation.read(row.get("@message"), rows);
    }
}
