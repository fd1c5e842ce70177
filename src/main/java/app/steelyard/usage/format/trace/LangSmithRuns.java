package app.steelyard.usage.format.trace;

import app.steelyard.text.Currency;
import app.steelyard.text.Texts;
import app.steelyard.usage.format.gateway.AnyUsage;
import app.steelyard.usage.format.gateway.Gateway;
import app.steelyard.usage.format.gateway.Relation;
import app.steelyard.usage.input.TableRow;
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
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * LangSmith's runs, as CSV or as JSON of its API, its SDK or a bulk export. Only those of type {@code llm} are calls; the
 * others repeat what is below them. The prompt tokens are the sum of all kinds of input, cached ones among them, and its
 * costs are LangSmith's own reckoning in US dollars. Times without a zone are in UTC. Source: LangSmith's description of its
 * run format.
 */
public final class LangSmithRuns {
    private LangSmithRuns() {}

    /** As a table; what is an object in JSON is JSON in a cell. */
    public static final Format CSV = new Format.OfTable(
            "langsmith-csv",
            Format.Kind.BOTH,
            head -> head.has("run_type", "start_time", "prompt_tokens", "completion_tokens") ? "langsmith" : null,
            (row, rows) -> read(object(row), rows));

    /** As JSON. */
    public static final Format LINES = new Format.OfJson(
            "langsmith-json",
            Format.Kind.BOTH,
            head -> head.hasProperties("run_type", "start_time")
                            && (head.hasProperties("trace_id")
                                    || head.hasProperties("dotted_order")
                                    || head.hasProperties("prompt_tokens"))
                    ? "langsmith"
                    : null,
            (page, rows) -> Gateway.each(page, rows, run -> read(run, rows), "runs", "items", "data"));

    /** The cells as an object. */
    private static JsonNode object(TableRow row) throws RowProblem {
        ObjectNode run = JsonNodeFactory.instance.objectNode();
        for (String column : row.filled()) {
            String cell = String.valueOf(row.get(column));
            boolean nested = cell.startsWith("{") && !column.equals("inputs") && !column.equals("outputs");
            run.set(column, nested ? Gateway.json(column, cell) : run.stringNode(cell));
        }
        return run;
    }

    private static void read(JsonNode run, RowSink rows) throws RowProblem {
        String type = CellValues.name("run_type", JsonCells.text(run, "run_type"));
        if (type == null || !type.toLowerCase(Texts.LOCALE).equals("llm")) {
            rows.leaveOut(type == null ? "runs without a type" : type.toLowerCase(Texts.LOCALE));
            return;
        }
        Tokens tokens = tokens(run, rows);
        if (tokens.total() == 0) {
            rows.leaveOut(Gateway.FAILED);
            return;
        }
        JsonNode known = JsonCells.at(run, "extra.metadata").isObject()
                ? JsonCells.at(run, "extra.metadata")
                : run.path("metadata");
        String model = model(run, known);
        String vendor = Vendors.of("ls_provider", JsonCells.text(known, "ls_provider"), model);
        BigDecimal cost = Gateway.reckoned("total_cost", JsonCells.text(run, "total_cost"), rows);
        rows.accept(Entry.of(vendor)
                .at(Gateway.moment("start_time", JsonCells.text(run, "start_time")))
                .model(Vendors.without(vendor, model))
                .project(JsonCells.name(run, "session_name", "project_name", "session_id"))
                .tenant(JsonCells.text(known, "user_id", "userId"))
                .prefix(JsonCells.text(known, "thread_id", "session_id", "conversation_id"))
                .tokens(tokens)
                .cost(cost, Currency.USD)
                .id(JsonCells.text(run, "id", "run_id")));
    }

    private static @Nullable String model(JsonNode run, JsonNode known) throws RowProblem {
        String stated = JsonCells.name(known, "ls_model_name");
        return stated != null
                ? stated
                : JsonCells.name(
                        run,
                        "model",
                        "ls_model_name",
                        "model_name",
                        "extra.invocation_params.model",
                        "extra.invocation_params.model_name");
    }

    /** The run's own counts; where it has none, those that its SDK noted. */
    private static Tokens tokens(JsonNode run, RowSink rows) throws RowProblem {
        JsonNode own = run;
        if (JsonCells.text(run, "prompt_tokens", "completion_tokens") == null) {
            for (String path :
                    new String[] {"usage_metadata", "extra.metadata.usage_metadata", "outputs.usage_metadata"}) {
                own = JsonCells.at(run, path).isObject() ? JsonCells.at(run, path) : own;
            }
        }
        return AnyUsage.of(own, Relation.INSIDE, rows);
    }
}
