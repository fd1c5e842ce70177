package app.steelyard.usage.format.vendor;

import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.Tokens;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Answers of Cohere's chat as a program received them, of both versions. What is billed stands apart from what was
 * processed and counts here. They name no model and no time, which may stand beside them. Source: Cohere's API reference.
 */
public final class CohereAnswers {
    public static final Format FORMAT = new Format.OfJson(
            "cohere-answers",
            Format.Kind.USAGE,
            head -> head.hasProperties("billed_units")
                            && Stream.of("usage", "meta", "response", "body").anyMatch(head::firstHas)
                    ? "cohere-answers"
                    : null,
            CohereAnswers::read);

    private CohereAnswers() {}

    private static void read(JsonNode record, RowSink rows) throws RowProblem {
        JsonNode answer = record.path("response").isObject() ? record.path("response") : record;
        JsonNode billed = JsonCells.at(answer, answer.has("usage") ? "usage.billed_units" : "meta.billed_units");
        Long input = JsonCells.count(billed, "input_tokens");
        if (input == null) {
            rows.leaveOut(billed.has("search_units") ? "searches" : "answers without usage");
            return;
        }
        String model = JsonCells.name(answer, "model");
        rows.accept(Entry.of("cohere")
                .at(Wrapped.time(record))
                .model(model == null ? JsonCells.name(record, "model", "request.model") : model)
                .tokens(Tokens.inside(input, null, null, JsonCells.count(billed, "output_tokens")))
                .id(JsonCells.text(answer, "id", "generation_id", "response_id")));
    }
}
