package app.steelyard.usage.format.vendor;

import app.steelyard.usage.input.Head;
import app.steelyard.usage.row.Buckets;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.TimeSpan;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Answers of OpenAI's Costs API: dollars a day, and with grouping a line item each, whose quantity may be tokens. It
 * counts no requests. Source: OpenAI's API description; the line items are from answers seen.
 */
public final class OpenAiCosts implements Format.OfJson {
    private static final String RESULT = "organization.costs.result";

    @Override
    public String id() {
        return "openai-costs";
    }

    @Override
    public Kind kind() {
        return Kind.BILL;
    }

    @Override
    public Optional<String> recognise(Head head) {
        return in(head) ? Optional.of(id()) : Optional.empty();
    }

    static boolean in(Head head) {
        return head.hasProperties(RESULT);
    }

    @Override
    public Reader<JsonNode> reader() {
        return new Buckets(OpenAiRow.START, OpenAiRow.END, OpenAiCosts::read);
    }

    private static void read(JsonNode result, @Nullable TimeSpan bucket, RowSink rows) throws RowProblem {
        if (!RESULT.equals(JsonCells.text(result, "object"))) {
            throw new RowProblem("json.noResult");
        }
        rows.accept(OpenAiLineItem.entry(
                name -> JsonCells.text(result, name.startsWith("amount_") ? name.replace('_', '.') : name), bucket));
    }
}
