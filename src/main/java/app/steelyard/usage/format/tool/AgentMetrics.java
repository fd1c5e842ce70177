package app.steelyard.usage.format.tool;

import app.steelyard.text.Currency;
import app.steelyard.usage.format.gateway.Gateway;
import app.steelyard.usage.format.trace.Otlp;
import app.steelyard.usage.row.CellValues;
import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.TimeSpan;
import app.steelyard.usage.row.Tokens;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The counters that Claude Code sends as OpenTelemetry metrics, in OTLP's JSON. {@code claude_code.token.usage} has a series
 * for each type of token, the cached ones beside the input; {@code claude_code.cost.usage} is Claude Code's own reckoning. A
 * counter tells what was used since the last time, or since it began, and then only what it grew by counts. It counts no
 * requests. Source: Anthropic's description of Claude Code's telemetry.
 */
public final class AgentMetrics {
    private static final String TOKENS = "claude_code.token.usage";
    private static final String COST = "claude_code.cost.usage";

    public static final Format FORMAT = new Format.OfJson(
            "otlp-metrics",
            Format.Kind.BOTH,
            head -> head.hasProperties("resourceMetrics") && head.text().contains("claude_code.")
                    ? "otlp-metrics"
                    : null,
            Series::new);

    private AgentMetrics() {}

    /** Reads one file, and remembers how far each series that counts from its beginning has come. */
    private static final class Series implements Format.Reader<JsonNode> {
        private record Reached(BigDecimal value, Instant time) {}

        private final Map<String, Reached> reached = new HashMap<>();

        @Override
        public void read(JsonNode request, RowSink rows) {
            Map<String, Used> used = new LinkedHashMap<>();
            Otlp.each(
                    request,
                    "resourceMetrics",
                    "scopeMetrics",
                    "metrics",
                    rows,
                    (place, metric, resource) -> metric(place, metric, resource, used, rows));
            used.forEach((id, one) -> one.tell(id, rows));
        }

        private void metric(
                String place, JsonNode metric, Map<String, String> resource, Map<String, Used> used, RowSink rows) {
            String name = String.valueOf(JsonCells.text(metric, "name"));
            String kind = metric.path("sum").isObject() ? "sum" : "gauge";
            if (!name.equals(TOKENS) && !name.equals(COST)) {
                rows.leaveOut("other metrics");
                return;
            }
            String temporality = String.valueOf(JsonCells.text(metric.path(kind), "aggregationTemporality"));
            boolean grows = temporality.equals("2") || temporality.endsWith("CUMULATIVE");
            Otlp.each(
                    place + "/" + kind,
                    metric.path(kind),
                    "dataPoints",
                    rows,
                    (at, point) -> point(name, point, resource, grows, used));
        }

        private void point(
                String name, JsonNode point, Map<String, String> resource, boolean grows, Map<String, Used> used)
                throws RowProblem {
            Map<String, String> told = new TreeMap<>(resource);
            told.putAll(Otlp.attributes(point));
            BigDecimal value = CellValues.requiredMoney("asDouble", JsonCells.text(point, "asDouble", "asInt"));
            TimeSpan span = span(point);
            if (grows) {
                String series = name + told + JsonCells.text(point, "startTimeUnixNano");
                Reached before = reached.put(series, new Reached(value, span.end()));
                // A smaller value is that of a counter that began anew.
                if (before != null && value.compareTo(before.value) >= 0 && before.time.isBefore(span.end())) {
                    value = value.subtract(before.value);
                    span = new TimeSpan(before.time, span.end());
                }
            }
            String type = told.remove("type");
            Tokens tokens = name.equals(COST) ? Tokens.NONE : tokens(type, value);
            if (value.signum() != 0) {
                TimeSpan during = span;
                Used one = used.computeIfAbsent(told.toString() + span, key -> new Used(told, during));
                one.tokens = one.tokens.plus(tokens);
                one.cost = !name.equals(COST) ? one.cost : one.cost == null ? value : value.add(one.cost);
            }
        }
    }

    /** What was used in one span of time, of all types together. */
    private static final class Used {
        private final Map<String, String> told;
        private final TimeSpan during;
        private Tokens tokens = Tokens.NONE;
        private @Nullable BigDecimal cost;

        Used(Map<String, String> told, TimeSpan during) {
            this.told = told;
            this.during = during;
        }

        void tell(String id, RowSink rows) {
            if (cost != null) {
                rows.say(Gateway.RECKONED);
            }
            rows.attempt(
                    "",
                    () -> rows.accept(Entry.of("anthropic")
                            .during(during)
                            .model(CellValues.name("model", told.get("model")))
                            .project(CellValues.name("organization.id", told.get("organization.id")))
                            .tenant(told.getOrDefault("user.account_uuid", told.get("user.id")))
                            .prefix(told.get("session.id"))
                            .tokens(tokens)
                            .cost(cost, Currency.USD)
                            .id(id)));
        }
    }

    /** Those of one type, and none of the others, of which nothing is told where nothing was used. */
    private static Tokens tokens(@Nullable String type, BigDecimal value) throws RowProblem {
        long count = CellValues.required("asDouble", value.toPlainString());
        return switch (String.valueOf(type)) {
            case "input" -> new Tokens(count, 0L, null, null, 0L, 0L);
            case "output" -> new Tokens(0L, 0L, null, null, 0L, count);
            case "cacheRead" -> new Tokens(0L, count, null, null, 0L, 0L);
            case "cacheCreation" -> new Tokens(0L, 0L, null, null, count, 0L);
            default -> throw RowProblem.of("type", "type.unknown");
        };
    }

    private static TimeSpan span(JsonNode point) throws RowProblem {
        Instant end = Gateway.nanos("timeUnixNano", JsonCells.text(point, "timeUnixNano"));
        String start = JsonCells.text(point, "startTimeUnixNano");
        Instant from = start == null || start.equals("0") ? end : Gateway.nanos("startTimeUnixNano", start);
        return from.isBefore(end) ? new TimeSpan(from, end) : new TimeSpan(end, end.plus(Duration.ofMillis(1)));
    }
}
