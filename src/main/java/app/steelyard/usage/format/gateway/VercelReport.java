package app.steelyard.usage.format.gateway;

import app.steelyard.text.Currency;
import app.steelyard.usage.row.CellValues;
import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.TimeSpan;
import app.steelyard.usage.row.Tokens;
import app.steelyard.usage.row.UsageFinding;
import app.steelyard.usage.row.Vendors;
import org.jspecify.annotations.Nullable;

/**
 * The reports of Vercel's AI Gateway: sums by day or hour and one more thing, such as the model. Their input holds the cached
 * tokens, their output the reasoning. {@code total_cost} is what Vercel bills in US dollars; with a vendor's own key that is
 * nothing. Grouped by tag, a request is there once for each of its tags. Source: Vercel's description of the report.
 */
public final class VercelReport {
    private static final UsageFinding TAGS = Gateway.warning("vercel.tags");

    private VercelReport() {}

    /** As the API answers, or a row a line. */
    public static final Format LINES = new Format.OfJson(
            "vercel-json",
            Format.Kind.BOTH,
            head -> head.hasProperties("total_cost", "input_tokens", "output_tokens")
                            && (head.hasProperties("market_cost") || head.hasProperties("request_count"))
                    ? "vercel"
                    : null,
            (page, rows) -> Gateway.each(
                    page, rows, row -> read(names -> JsonCells.text(row, names), rows), "results", "data"));

    /** As a table. */
    public static final Format CSV = new Format.OfTable(
            "vercel-csv",
            Format.Kind.BOTH,
            head -> head.has("total_cost", "market_cost", "input_tokens", "output_tokens") ? "vercel" : null,
            (row, rows) -> read(row::get, rows));

    private static void read(Gateway.Fields row, RowSink rows) throws RowProblem {
        if (row.get("tag") != null) {
            rows.say(TAGS);
        }
        String model = CellValues.name("model", row.get("model"));
        String vendor = Vendors.ofModel(model);
        Tokens tokens = Relation.INSIDE.tokens(
                rows,
                CellValues.count("input_tokens", row.get("input_tokens")),
                CellValues.count("cached_input_tokens", row.get("cached_input_tokens")),
                CellValues.count("cache_creation_input_tokens", row.get("cache_creation_input_tokens")),
                CellValues.count("output_tokens", row.get("output_tokens")),
                null);
        if (tokens.equals(Tokens.NONE)) {
            throw RowProblem.of("input_tokens", "count.missing");
        }
        rows.accept(Entry.of(vendor)
                .during(span(row))
                .model(Vendors.without(vendor, model))
                .project(CellValues.name("project", row.get("project", "project_id", "tag")))
                .key(row.get("api_key_id", "api_key", "credential_type"))
                .tenant(row.get("user"))
                .requests(CellValues.count("request_count", row.get("request_count")))
                .tokens(tokens)
                .cost(CellValues.money("total_cost", row.get("total_cost")), Currency.USD));
    }

    /** Without a division by time, the report is of one span that it does not state. */
    private static @Nullable TimeSpan span(Gateway.Fields row) throws RowProblem {
        String day = row.get("day", "date", "timestamp");
        String hour = row.get("hour");
        return hour != null ? CellValues.bucket("hour", hour) : day == null ? null : CellValues.dayOrHour("day", day);
    }
}
