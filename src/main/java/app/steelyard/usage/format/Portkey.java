package app.steelyard.usage.format;

import app.steelyard.text.Texts;
import app.steelyard.usage.input.Head;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Portkey's log export. It has {@code req_units} and {@code res_units} and no cached tokens; whether the former hold
 * them depends on the vendor. Nor does it say whether {@code cost} is in cents or in whole units, so the cost is not
 * taken. {@code cache_status} is Portkey's own store of answers. Source: Portkey's OpenAPI description.
 */
final class Portkey implements Format.OfJson {
    private static final Finding COST_UNKNOWN = Gateway.warning("portkey.cost");

    @Override
    public String id() {
        return "portkey";
    }

    @Override
    public Kind kind() {
        return Kind.USAGE;
    }

    @Override
    public Optional<String> recognise(Head head) {
        return head.hasProperties("req_units", "res_units", "created_at") ? Optional.of("portkey") : Optional.empty();
    }

    @Override
    public Reader<JsonNode> reader() {
        return (page, rows) -> Gateway.each(page, rows, row -> read(row, rows));
    }

    private static void read(JsonNode row, Rows rows) throws RowProblem {
        String stored = Json.text(row, "cache_status");
        if (stored != null && stored.toUpperCase(Texts.LOCALE).endsWith("HIT")) {
            rows.leaveOut(Gateway.STORED);
            rows.note(Rows.Note.GATEWAY_CACHE);
            return;
        }
        Tokens tokens = Relation.INSIDE.tokens(
                rows,
                Json.count(row, "req_units"),
                null,
                null,
                Json.count(row, "res_units"),
                Json.count(row, "total_units"));
        if (tokens.total() == 0 && Boolean.FALSE.equals(Values.flag(Json.text(row, "is_success")))) {
            rows.leaveOut(Gateway.FAILED);
            return;
        }
        if (Json.text(row, "cost") != null) {
            rows.say(COST_UNKNOWN);
        }
        String model = Values.name("ai_model", Json.text(row, "ai_model"));
        String vendor = Vendors.of("ai_org", Json.text(row, "ai_org"), model);
        rows.accept(Entry.of(vendor)
                .at(Gateway.time("created_at", Json.text(row, "created_at")))
                .model(Vendors.without(vendor, model))
                .prefix(Json.text(row, "prompt_slug"))
                .tokens(tokens)
                .id(Json.text(row, "id"))
                .build());
    }
}
