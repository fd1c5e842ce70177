package app.steelyard.usage.format.gateway;

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
import tools.jackson.databind.JsonNode;

/**
 * Portkey's log export. It has {@code req_units} and {@code res_units} and no cached tokens; whether the former hold
 * them depends on the vendor. Nor does it say whether {@code cost} is in cents or in whole units, so the cost is not
 * taken. {@code cache_status} is Portkey's own store of answers. Source: Portkey's OpenAPI description.
 */
public final class Portkey {
    private static final UsageFinding COST_UNKNOWN = Gateway.warning("portkey.cost");

    public static final Format FORMAT = new Format.OfJson(
            "portkey",
            Format.Kind.USAGE,
            head -> head.hasProperties("req_units", "res_units", "created_at") ? "portkey" : null,
            (page, rows) -> Gateway.each(page, rows, row -> read(row, rows)));

    private Portkey() {}

    private static void read(JsonNode row, RowSink rows) throws RowProblem {
        String stored = JsonCells.text(row, "cache_status");
        if (stored != null && stored.toUpperCase(Texts.LOCALE).endsWith("HIT")) {
            rows.leaveOut(Gateway.STORED);
            rows.note(RowSink.Note.GATEWAY_CACHE);
            return;
        }
        Tokens tokens = Relation.INSIDE.tokens(
                rows,
                JsonCells.count(row, "req_units"),
                null,
                null,
                JsonCells.count(row, "res_units"),
                JsonCells.count(row, "total_units"));
        if (tokens.total() == 0 && Boolean.FALSE.equals(CellValues.flag(JsonCells.text(row, "is_success")))) {
            rows.leaveOut(Gateway.FAILED);
            return;
        }
        if (JsonCells.text(row, "cost") != null) {
            rows.say(COST_UNKNOWN);
        }
        String model = JsonCells.name(row, "ai_model");
        String vendor = Vendors.of("ai_org", JsonCells.text(row, "ai_org"), model);
        rows.accept(Entry.of(vendor)
                .at(Gateway.time("created_at", JsonCells.text(row, "created_at")))
                .model(Vendors.without(vendor, model))
                .prefix(JsonCells.text(row, "prompt_slug"))
                .tokens(tokens)
                .id(JsonCells.text(row, "id")));
    }
}
