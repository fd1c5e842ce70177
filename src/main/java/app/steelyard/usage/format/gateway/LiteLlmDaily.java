package app.steelyard.usage.format.gateway;

import app.steelyard.text.Currency;
import app.steelyard.usage.row.CellValues;
import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.Tokens;
import app.steelyard.usage.row.UsageFinding;
import app.steelyard.usage.row.Vendors;

/**
 * LiteLLM's daily tables, {@code LiteLLM_DailyUserSpend}, {@code …TeamSpend}, {@code …TagSpend} and so on: a row a day,
 * key, model and provider. {@code prompt_tokens} holds the cached tokens. Requests are the successful ones, as failed
 * ones have no tokens. A row grows during its day, so it has no id here. Source: LiteLLM's schema.prisma.
 */
public final class LiteLlmDaily {
    private static final UsageFinding TAGS = Gateway.warning("litellm.tags");

    private LiteLlmDaily() {}

    /** As CSV. */
    public static final Format CSV = new Format.OfTable(
            "litellm-daily-csv",
            Format.Kind.BOTH,
            head -> head.has("date", "api_requests", "prompt_tokens", "completion_tokens", "spend")
                    ? "litellm.daily"
                    : null,
            (row, rows) -> read(row::get, rows));

    /** As JSON. */
    public static final Format LINES = new Format.OfJson(
            "litellm-daily-json",
            Format.Kind.BOTH,
            head -> head.hasProperties("date", "api_requests", "prompt_tokens", "spend", "api_key")
                            && !head.hasProperties("breakdown")
                    ? "litellm.daily"
                    : null,
            (page, rows) -> Gateway.each(page, rows, row -> read(names -> JsonCells.text(row, names), rows)));

    private static void read(Gateway.Fields row, RowSink rows) throws RowProblem {
        String model = CellValues.name("model", row.get("model", "model_group"));
        String vendor = Vendors.of("custom_llm_provider", row.get("custom_llm_provider"), model);
        Tokens tokens = LiteLlm.inside(
                CellValues.count("prompt_tokens", row.get("prompt_tokens")),
                CellValues.count("cache_read_input_tokens", row.get("cache_read_input_tokens")),
                CellValues.count("cache_creation_input_tokens", row.get("cache_creation_input_tokens")),
                CellValues.count("completion_tokens", row.get("completion_tokens")),
                null,
                rows);
        if (row.get("tag") != null) {
            rows.say(TAGS);
        }
        rows.say(Gateway.RECKONED);
        rows.accept(Entry.of(vendor)
                .during(CellValues.bucket("date", row.get("date")))
                .model(Vendors.without(vendor, model))
                .project(CellValues.name("team_id", row.get("team_id", "organization_id", "tag")))
                .key(row.get("api_key"))
                .tenant(row.get("end_user_id", "user_id"))
                .requests(CellValues.count("successful_requests", row.get("successful_requests", "api_requests")))
                .tokens(tokens)
                .cost(CellValues.money("spend", row.get("spend")), Currency.USD));
    }
}
