package app.steelyard.usage.format.vendor;

import app.steelyard.text.Currency;
import app.steelyard.usage.row.CellValues;
import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.TimeSpan;
import app.steelyard.usage.row.Tokens;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The report on Claude Code of Anthropic's Admin API: a record a day and person with the models used. Cached tokens are
 * beside the input, the estimated cost is in the smallest unit of its currency, such as cents. It counts sessions and no
 * requests. What a subscription pays for is estimated too. Source: Anthropic's API reference.
 */
public final class ClaudeCodeReport {
    private static final int CENTS = 2;

    public static final Format FORMAT = new Format.OfJson(
            "claude-code-report",
            Format.Kind.BOTH,
            head -> head.hasProperties("model_breakdown", "date")
                            && (head.hasProperties("actor") || head.hasProperties("core_metrics"))
                    ? "claude-code-report"
                    : null,
            Pages::new);

    private ClaudeCodeReport() {}

    /** Only the last page of a file can be followed by one in another file. */
    private static final class Pages implements Format.Reader<JsonNode> {
        private @Nullable TimeSpan latest;
        private boolean more;

        @Override
        public void read(JsonNode value, RowSink rows) throws RowProblem {
            if (value.path("data").isArray()) {
                JsonCells.each("/data", value.path("data"), rows, record -> record("", record, rows));
                more = value.path("has_more").asBoolean(false);
            } else {
                record("", value, rows);
            }
        }

        private void record(String pointer, JsonNode record, RowSink rows) throws RowProblem {
            TimeSpan day = CellValues.dayOrHour("date", JsonCells.text(record, "date"));
            latest = latest == null || day.end().isAfter(latest.end()) ? day : latest;
            JsonNode models = record.path("model_breakdown");
            if (models.isMissingNode() || models.isNull() || models.isArray() && models.isEmpty()) {
                rows.leaveOut("days without a model");
                return;
            }
            JsonCells.each(pointer + "/model_breakdown", models, rows, model -> model(record, model, day, rows));
        }

        @Override
        public void end(RowSink rows) {
            if (more) {
                rows.more(latest == null ? null : latest.end());
            }
        }
    }

    private static void model(JsonNode record, JsonNode model, TimeSpan day, RowSink rows) throws RowProblem {
        String currency = JsonCells.text(model, "estimated_cost.currency");
        BigDecimal amount = CellValues.money("estimated_cost.amount", JsonCells.text(model, "estimated_cost.amount"));
        rows.accept(Entry.of("anthropic")
                .during(day)
                .model(JsonCells.name(model, "model"))
                .key(JsonCells.text(record, "actor.api_key_name"))
                .tenant(JsonCells.text(record, "actor.email_address"))
                .tokens(Tokens.beside(
                        JsonCells.count(model, "tokens.input"),
                        JsonCells.count(model, "tokens.cache_read"),
                        JsonCells.count(model, "tokens.cache_creation"),
                        JsonCells.count(model, "tokens.output")))
                .cost(
                        amount == null ? null : amount.movePointLeft(CENTS),
                        currency == null ? Currency.USD : CellValues.currency("estimated_cost.currency", currency)));
    }
}
