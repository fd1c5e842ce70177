package app.steelyard.usage.format.gateway;

import app.steelyard.pricing.kind.Extras;
import app.steelyard.pricing.kind.Modality;
import app.steelyard.text.Currency;
import app.steelyard.text.Texts;
import app.steelyard.usage.row.CellValues;
import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.KindSplit;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.Tokens;
import app.steelyard.usage.row.Vendors;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Langfuse's exports: observations and the newer events, as CSV, JSON or JSON Lines, and the download of one trace. Of
 * the observations only generations with usage count. {@code usageDetails.input} and {@code .output} are reduced by
 * their details, cached and reasoning tokens among them, which are then beside; older rows from OpenTelemetry left them
 * whole, which shows where the total is input and output alone. Langfuse names no vendor, so the model tells. Its costs
 * are its own reckoning. Source: Langfuse's code for ingestion and export.
 */
public final class Langfuse {
    /** What a trace's download says once for all its observations. */
    private static final Set<String> OF_TRACE = Set.of("projectId", "userId", "sessionId");

    private Langfuse() {}

    /** Observations and events as CSV; dates are still in quotation marks in their cells. */
    public static final Format CSV = new Format.OfTable(
            "langfuse-csv",
            Format.Kind.BOTH,
            head -> {
                if (!head.has("traceid", "type", "starttime", "usagedetails")) {
                    return null;
                }
                return head.has("providedmodelname") ? "langfuse.events" : "langfuse.observations";
            },
            (row, rows) -> {
                Gateway.Fields cells = names -> {
                    for (String name : names) {
                        String cell = row.get(name.toLowerCase(Texts.LOCALE));
                        if (cell != null) {
                            return cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"")
                                    ? cell.substring(1, cell.length() - 1)
                                    : cell;
                        }
                    }
                    return null;
                };
                read(cells, Gateway.json("usageDetails", row.get("usagedetails")), rows);
            });

    /** Observations, events and traces as JSON. */
    public static final Format LINES = new Format.OfJson(
            "langfuse-json",
            Format.Kind.BOTH,
            head -> {
                if (head.hasProperties("trace", "projectId") && head.hasProperties("timestamp", "bookmarked")) {
                    return "langfuse.trace";
                }
                if (!head.hasProperties("traceId", "parentObservationId", "startTime", "type")) {
                    return null;
                }
                return head.hasProperties("providedModelName") ? "langfuse.events" : "langfuse.observations";
            },
            (record, rows) -> {
                JsonNode observations = record.path("observations");
                if (!observations.isArray()) {
                    Gateway.each(record, rows, row -> observation(row, record.path("trace"), rows));
                    return;
                }
                for (int i = 0; i < observations.size(); i++) {
                    JsonNode row = observations.get(i);
                    rows.attempt("/observations/" + i, () -> observation(row, record.path("trace"), rows));
                }
            });

    private static void observation(JsonNode row, JsonNode trace, RowSink rows) throws RowProblem {
        Gateway.Fields fields = names -> {
            String own = JsonCells.text(row, names);
            return own == null && OF_TRACE.containsAll(List.of(names)) ? JsonCells.text(trace, names) : own;
        };
        read(fields, Gateway.object(row, "usageDetails"), rows);
    }

    private static void read(Gateway.Fields row, JsonNode usage, RowSink rows) throws RowProblem {
        String type = CellValues.name("type", row.get("type"));
        Tokens tokens = usage.isEmpty() ? sums(row) : tokens(usage, rows);
        if (tokens.equals(Tokens.NONE) || "EMBEDDING".equals(type)) {
            rows.leaveOut(type == null ? "observation" : type);
            return;
        }
        String model = CellValues.name("model", row.get("model", "providedModelName"));
        String vendor = Vendors.ofModel(model);
        String prompt = row.get("promptId", "promptName");
        rows.say(Gateway.RECKONED);
        rows.accept(Entry.of(vendor)
                .at(Gateway.time("startTime", row.get("startTime")))
                .model(Vendors.without(vendor, model))
                .project(CellValues.name("projectId", row.get("projectId")))
                .tenant(row.get("userId"))
                .prefix(prompt == null ? row.get("sessionId") : prompt)
                .tokens(tokens)
                .extras(usage.isEmpty() ? Extras.NONE : Details.of(usage).kinds.of(tokens, rows))
                .cost(CellValues.money("totalCost", row.get("totalCost")), Currency.USD)
                .id(row.get("id")));
    }

    /** RowSink from before there were details: sums that may hold cached tokens or not. Spans have sums of 0. */
    private static Tokens sums(Gateway.Fields row) throws RowProblem {
        Tokens sums = Tokens.beside(
                CellValues.count("inputUsage", row.get("inputUsage")),
                null,
                null,
                CellValues.count("outputUsage", row.get("outputUsage")));
        return sums.total() == 0 ? Tokens.NONE : sums;
    }

    private static Tokens tokens(JsonNode usage, RowSink rows) throws RowProblem {
        Details details = Details.of(usage);
        Long total = details.total;
        long inputs = Relation.zero(details.input);
        long outputs = Relation.zero(details.output);
        // Audio and the like are disjoint from the input as the cached tokens are, reasoning from the output; in the
        // rows left whole they are within.
        boolean whole = total != null
                && total == inputs + outputs
                && Relation.zero(details.read) + details.written() + details.otherInput <= inputs
                && details.otherOutput <= outputs;
        if (total != null && !whole && total != inputs + outputs + details.beside()) {
            rows.note(RowSink.Note.TOTAL_DIFFERS);
        }
        Long write = details.anyWrite() ? (Long) details.written() : null;
        Long output = whole || details.otherOutput == 0 ? details.output : (Long) (outputs + details.otherOutput);
        Long input = whole || details.otherInput == 0 ? details.input : (Long) (inputs + details.otherInput);
        Tokens tokens = whole
                ? Tokens.inside(input, details.read, write, output)
                : Tokens.beside(input, details.read, write, output);
        return details.write5m == null && details.write1h == null
                ? tokens
                : tokens.withWrites(details.write5m, details.write1h);
    }

    /** The counts by what their names say: each SDK and each version has its own. */
    private static final class Details {
        private @Nullable Long input;
        private @Nullable Long output;
        private @Nullable Long total;
        private @Nullable Long read;
        private @Nullable Long write;
        private @Nullable Long write5m;
        private @Nullable Long write1h;
        private final KindSplit kinds = new KindSplit();
        private long otherInput;
        private long otherOutput;

        static Details of(JsonNode usage) throws RowProblem {
            Details details = new Details();
            for (Map.Entry<String, JsonNode> one : usage.properties()) {
                String name = one.getKey();
                Long count = one.getValue().isNull()
                        ? null
                        : CellValues.count(
                                "usageDetails." + name, one.getValue().asString(""));
                if (count != null) {
                    details.add(name.toLowerCase(Texts.LOCALE), count);
                }
            }
            return details;
        }

        private void add(String name, long count) {
            if (name.equals("input")) {
                input = count;
            } else if (name.equals("output")) {
                output = count;
            } else if (name.equals("total")) {
                total = count;
            } else if (name.contains("cache_creation") || name.contains("cache_write")) {
                if (name.contains("5m")) {
                    write5m = larger(write5m, count);
                } else if (name.contains("1h")) {
                    write1h = larger(write1h, count);
                } else {
                    write = larger(write, count);
                }
            } else if (name.contains("cache")) {
                read = larger(read, count);
            } else if (name.startsWith("input") || name.startsWith("prompt")) {
                otherInput += count;
                modality(name).ifPresent(m -> kinds.uncached(m, count));
            } else if (name.startsWith("output") || name.startsWith("completion")) {
                otherOutput += count;
                modality(name).ifPresent(m -> kinds.output(m, count));
            }
        }

        private static Optional<Modality> modality(String name) {
            return Stream.of(Modality.values())
                    .filter(m -> name.contains(m.name().toLowerCase(Texts.LOCALE)))
                    .findFirst();
        }

        /** Two names for the same tokens count once. */
        private static Long larger(@Nullable Long known, long count) {
            return known == null ? count : Math.max(known, count);
        }

        boolean anyWrite() {
            return write != null || write5m != null || write1h != null;
        }

        /** By lifetime where that is told, else their sum. */
        long written() {
            return write5m == null && write1h == null
                    ? Relation.zero(write)
                    : Relation.zero(write5m) + Relation.zero(write1h);
        }

        long beside() {
            return Relation.zero(read) + written() + otherInput + otherOutput;
        }
    }
}
