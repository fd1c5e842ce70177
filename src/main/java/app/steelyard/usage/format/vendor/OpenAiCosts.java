package app.steelyard.usage.format.vendor;

import app.steelyard.usage.input.Head;
import app.steelyard.usage.row.Buckets;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.TimeSpan;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Answers of OpenAI's Costs API: dollars a day, and with grouping a line item each, whose quantity may be tokens. It
 * counts no requests. Source: OpenAI's API description; the line items are from answers seen.
 */
public final class OpenAiCosts {
    private static final String RESULT = "organization.costs.result";

    public static final Format FORMAT = new Format.OfJson(
            "openai-costs",
            Format.Kind.BILL,
            head -> in(head) ? "openai-costs" : null,
            () -> new Buckets(OpenAiRow.START, OpenAiRow.END, OpenAiCosts::read));

    private OpenAiCosts() {}

    static boolean in(Head head) {
        return head.hasProperties(RESULT);
    }

    private static void read(JsonNode result, @Nullable TimeSpan bucket, RowSink rows) throws RowProblem {
        if (!RESULT.equals(JsonCells.text(result, "object"))) {
            throw new RowProblem("json.noResult");
        }
        rows.accept(OpenAiLineItem.entry(
                name -> JsonCells.text(result, name.startsWith("amount_") ? name.replace('_', '.') : name), bucket));
    }
}
