package app.steelyard.usage.format.tool;

import app.steelyard.text.Currency;
import app.steelyard.usage.format.gateway.Gateway;
import app.steelyard.usage.row.CellValues;
import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.Tokens;
import app.steelyard.usage.row.Vendors;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * OpenCode's messages: one a file as older versions store them, those of an exported session, and the rows of its database.
 * Cached tokens are beside the input, and reasoning is beside the output unless a stated total proves that it is inside. The
 * cost is OpenCode's own reckoning, 0 where it knows no price or a subscription pays; that is no amount. Source: OpenCode's
 * code.
 */
public final class OpenCodeMessage {
    private OpenCodeMessage() {}

    /** Messages as JSON. */
    public static final Format LINES = new Format.OfJson(
            "opencode-json",
            Format.Kind.BOTH,
            head -> head.hasProperties("sessionID", "role")
                            && (head.hasProperties("modelID", "providerID") || head.hasProperties("tokens", "cache"))
                    ? "opencode"
                    : null,
            (value, rows) -> Gateway.each(
                    value,
                    rows,
                    message -> read(message.path("info").isObject() ? message.path("info") : message, null, null, rows),
                    "messages",
                    "data"));

    /** The messages in the database, where the ids stand in columns of their own. */
    public static final Format DATABASE = new Format.OfTable(
            "opencode-db",
            Format.Kind.BOTH,
            head -> head.has("id", "data") && head.text().startsWith("message\n") ? "opencode.database" : null,
            (row, rows) -> {
                JsonNode message = Gateway.json("data", row.get("data"));
                if (!message.isObject()) {
                    throw RowProblem.of("data", "json.noObject");
                }
                read(message, row.get("id"), row.get("session_id"), rows);
            });

    private static void read(JsonNode message, @Nullable String id, @Nullable String session, RowSink rows)
            throws RowProblem {
        JsonNode counts = message.path("tokens");
        if (!"assistant".equals(JsonCells.text(message, "role")) || !counts.isObject()) {
            rows.leaveOut("messages without usage");
            return;
        }
        Tokens tokens = tokens(counts);
        if (tokens.total() == 0) {
            rows.leaveOut(Gateway.FAILED);
            return;
        }
        String model = JsonCells.name(message, "modelID", "model.modelID");
        String vendor = Vendors.of("providerID", JsonCells.text(message, "providerID", "model.providerID"), model);
        BigDecimal cost = CellValues.money("cost", JsonCells.text(message, "cost"));
        if (cost != null && cost.signum() != 0) {
            rows.say(Gateway.RECKONED);
        }
        String stated = JsonCells.text(message, "sessionID");
        rows.accept(Entry.of(vendor)
                .at(Gateway.moment("time.created", JsonCells.text(message, "time.created")))
                .model(Vendors.without(vendor, model))
                .prefix(stated == null ? session : stated)
                .tokens(tokens)
                .cost(cost == null || cost.signum() == 0 ? null : cost, Currency.USD)
                .id(id == null ? JsonCells.text(message, "id") : id));
    }

    private static Tokens tokens(JsonNode counts) throws RowProblem {
        Long reasoning = JsonCells.count(counts, "reasoning");
        Long output = JsonCells.count(counts, "output");
        Tokens tokens = Tokens.beside(
                JsonCells.count(counts, "input"),
                JsonCells.count(counts, "cache.read"),
                JsonCells.count(counts, "cache.write"),
                output);
        Long total = JsonCells.count(counts, "total");
        return reasoning == null || total != null && total == tokens.total()
                ? tokens
                : tokens.plus(Tokens.beside(null, null, null, reasoning));
    }
}
