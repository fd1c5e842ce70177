package app.steelyard.usage.format.trace;

import app.steelyard.text.Currency;
import app.steelyard.usage.format.gateway.AnyUsage;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Calls as W&amp;B Weave exports them. The summary has the usage of each model as its vendor wrote it; a call above others
 * repeats theirs, so calls are held until it is known which are the lowest. The costs are Weave's own reckoning in US
 * dollars. Source: Weave's code.
 */
public final class WeaveCalls {
    public static final Format FORMAT = new Format.OfJson(
            "weave",
            Format.Kind.BOTH,
            head -> head.hasProperties("op_name", "started_at") ? "weave" : null,
            Export::new);

    private WeaveCalls() {}

    private static final class Export implements Format.Reader<JsonNode> {
        private record Held(@Nullable String id, List<Entry.Builder> models) {}

        private final Calls calls = new Calls();
        private final List<Held> held = new ArrayList<>();

        @Override
        public void read(JsonNode page, RowSink rows) throws RowProblem {
            Gateway.each(page, rows, call -> call(call, rows), "calls", "data", "rows");
        }

        private void call(JsonNode call, RowSink rows) throws RowProblem {
            String id = JsonCells.text(call, "id");
            JsonNode usage = JsonCells.at(call, "summary.usage");
            boolean uses = usage.isObject() && !usage.isEmpty();
            calls.met(id, JsonCells.text(call, "parent_id"), uses);
            if (!uses) {
                rows.leaveOut("calls without usage");
                return;
            }
            List<Entry.Builder> models = new ArrayList<>();
            for (Map.Entry<String, JsonNode> model : usage.properties()) {
                models.add(entry(call, id, model.getKey(), model.getValue(), rows));
            }
            held.add(new Held(id, models));
        }

        @Override
        public void end(RowSink rows) {
            Set<String> above = calls.above();
            for (Held one : held) {
                if (one.id != null && above.contains(one.id)) {
                    rows.leaveOut("calls above others");
                } else {
                    one.models.forEach(rows::accept);
                }
            }
        }
    }

    private static Entry.Builder entry(JsonNode call, @Nullable String id, String named, JsonNode usage, RowSink rows)
            throws RowProblem {
        String model = CellValues.name("summary.usage", named);
        String vendor = Vendors.ofModel(model);
        Tokens tokens = AnyUsage.of(usage, rows);
        JsonNode costs = JsonCells.at(call, "summary.weave.costs").path(named);
        BigDecimal prompt = CellValues.money("costs", JsonCells.text(costs, "prompt_tokens_total_cost"));
        BigDecimal answer = CellValues.money("costs", JsonCells.text(costs, "completion_tokens_total_cost"));
        if (prompt != null || answer != null) {
            rows.say(Gateway.RECKONED);
        }
        return Entry.of(vendor)
                .at(Gateway.moment("started_at", JsonCells.text(call, "started_at")))
                .model(Vendors.without(vendor, model))
                .project(JsonCells.name(call, "project_id"))
                .tenant(JsonCells.text(call, "wb_user_id"))
                .prefix(JsonCells.text(call, "thread_id"))
                .requests(JsonCells.count(usage, "requests"))
                .tokens(tokens)
                .cost(prompt == null ? answer : answer == null ? prompt : prompt.add(answer), Currency.USD)
                .id(id == null ? null : id + ":" + named);
    }
}
