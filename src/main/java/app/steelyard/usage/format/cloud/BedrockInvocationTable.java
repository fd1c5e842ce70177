package app.steelyard.usage.format.cloud;

import app.steelyard.usage.row.Format;

/** Bedrock's model invocation log as CloudWatch saves it in a CSV. See {@link BedrockInvocation}. */
public final class BedrockInvocationTable {
    public static final Format FORMAT = new Format.OfTable(
            "bedrock-invocations-csv",
            Format.Kind.USAGE,
            head -> head.has("@message") && head.text().contains("ModelInvocationLog")
                    ? "bedrock-invocations-csv"
                    : null,
            (row, rows) -> BedrockInvocation.read(row.get("@message"), rows));

    private BedrockInvocationTable() {}
}
