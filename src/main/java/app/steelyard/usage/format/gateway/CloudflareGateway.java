package app.steelyard.usage.format.gateway;

import app.steelyard.text.Currency;
import app.steelyard.text.Texts;
import app.steelyard.usage.row.CellValues;
import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.Tokens;
import app.steelyard.usage.row.UsageFinding;
import app.steelyard.usage.row.Vendors;
import java.math.BigDecimal;

/**
 * The logs of Cloudflare's AI Gateway, from its API or as rows of a table. {@code cached} is the gateway's own store of
 * answers. It tells no tokens read from a vendor's cache; {@code tokens_in} is what the vendor calls input, so that
 * Anthropic's cached tokens are in no number. The cost is the gateway's own reckoning in US dollars. Source: Cloudflare's API
 * description.
 */
public final class CloudflareGateway {
    private static final UsageFinding NO_CACHE = Gateway.warning("cloudflare.noCache");

    private CloudflareGateway() {}

    /** As the API answers, or one log a line. */
    public static final Format LINES = new Format.OfJson(
            "cloudflare-json",
            Format.Kind.BOTH,
            head -> head.hasProperties("tokens_in", "tokens_out", "provider", "created_at") ? "cloudflare" : null,
            (page, rows) ->
                    Gateway.each(page, rows, row -> read(names -> JsonCells.text(row, names), rows), "result", "logs"));

    /** As a table. */
    public static final Format CSV = new Format.OfTable(
            "cloudflare-csv",
            Format.Kind.BOTH,
            head -> head.has("tokens_in", "tokens_out", "provider", "created_at") ? "cloudflare" : null,
            (row, rows) -> read(row::get, rows));

    private static void read(Gateway.Fields row, RowSink rows) throws RowProblem {
        if (Boolean.TRUE.equals(CellValues.flag(row.get("cached")))) {
            rows.leaveOut(Gateway.STORED);
            rows.note(RowSink.Note.GATEWAY_CACHE);
            return;
        }
        String type = row.get("model_type");
        if (type != null && type.toLowerCase(Texts.LOCALE).matches(".*(embed|image|speech|audio|rerank).*")) {
            rows.leaveOut(type);
            return;
        }
        Tokens tokens = Tokens.inside(
                CellValues.count("tokens_in", row.get("tokens_in")),
                CellValues.count("cached_tokens", row.get("tokens_cached", "cached_tokens", "cache_read_tokens")),
                null,
                CellValues.count("tokens_out", row.get("tokens_out")));
        if (tokens.total() == 0) {
            rows.leaveOut(Gateway.FAILED);
            return;
        }
        if (tokens.read() == null) {
            rows.say(NO_CACHE);
        }
        String model = CellValues.name("model", row.get("model"));
        String vendor = Vendors.of("provider", row.get("provider"), model);
        BigDecimal cost = Gateway.reckoned("cost", row.get("cost"), rows);
        rows.accept(Entry.of(vendor)
                .at(Gateway.moment("created_at", row.get("created_at")))
                .model(Vendors.without(vendor, model))
                .project(CellValues.name("gateway", row.get("gateway", "gateway_id")))
                .tokens(tokens)
                .cost(cost, Currency.USD)
                .id(row.get("id")));
    }
}
