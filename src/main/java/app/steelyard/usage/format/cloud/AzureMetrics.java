package app.steelyard.usage.format.cloud;

import app.steelyard.text.Texts;
import app.steelyard.usage.format.gateway.Gateway;
import app.steelyard.usage.row.CellValues;
import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.TimeSpan;
import app.steelyard.usage.row.Tokens;
import app.steelyard.usage.row.UsageFinding;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Azure Monitor's metrics of Azure OpenAI: the answer of its API, or the records that a diagnostic setting writes. Each
 * metric is a number of its own, so those of one time and model become one row. Older and newer names may stand for the same
 * tokens; the older go first. It tells no tokens read from a cache. Source: Azure's list of metrics.
 */
public final class AzureMetrics {
    private static final UsageFinding NO_CACHE = Gateway.warning("azure-metrics.noCache");

    /** Which metrics count what; of several that a file has, the first. */
    private static final Map<String, Counted> METRICS = Map.of(
            "processedprompttokens", new Counted(What.INPUT, 0),
            "inputtokens", new Counted(What.INPUT, 1),
            "generatedtokens", new Counted(What.OUTPUT, 0),
            "generatedcompletiontokens", new Counted(What.OUTPUT, 0),
            "outputtokens", new Counted(What.OUTPUT, 1),
            "azureopenairequests", new Counted(What.REQUESTS, 0),
            "modelrequests", new Counted(What.REQUESTS, 1));

    public static final Format FORMAT = new Format.OfJson(
            "azure-metrics",
            Format.Kind.USAGE,
            head -> {
                String text = head.text().toLowerCase(Texts.LOCALE);
                boolean known = METRICS.keySet().stream().anyMatch(m -> text.contains('"' + m + '"'));
                return known && (head.hasProperties("timeseries") || head.hasProperties("metricName", "timeGrain"))
                        ? "azure-metrics"
                        : null;
            },
            Export::new);

    private AzureMetrics() {}

    private enum What {
        INPUT,
        OUTPUT,
        REQUESTS
    }

    private record Counted(What what, int order) {}

    private record Where(
            TimeSpan span, @Nullable String model, @Nullable String deployment) {}

    /** Holds the numbers of a file until all metrics of a time are known. */
    private static final class Export implements Format.Reader<JsonNode> {
        private final Map<Where, Map<What, SortedMap<Integer, Long>>> found = new LinkedHashMap<>();

        @Override
        public void read(JsonNode record, RowSink rows) throws RowProblem {
            if (record.has("metricName")) {
                diagnostic(record, rows);
                return;
            }
            String grain = JsonCells.text(record, "interval");
            Gateway.each(record, rows, metric -> metric(metric, grain, rows), "value");
        }

        private void diagnostic(JsonNode record, RowSink rows) throws RowProblem {
            String resource = String.valueOf(JsonCells.text(record, "resourceId"));
            note(
                    JsonCells.text(record, "metricName"),
                    span(JsonCells.text(record, "time"), JsonCells.text(record, "timeGrain")),
                    JsonCells.text(record, "dimension.ModelName", "dimensions.ModelName"),
                    resource.substring(resource.lastIndexOf('/') + 1),
                    JsonCells.count(record, "total"),
                    rows);
        }

        private void metric(JsonNode metric, @Nullable String grain, RowSink rows) throws RowProblem {
            String name = JsonCells.text(metric, "name.value", "name");
            Gateway.each(
                    metric,
                    rows,
                    series -> {
                        String model = dimension(series, "modelname");
                        String deployment = dimension(series, "modeldeploymentname");
                        Gateway.each(
                                series,
                                rows,
                                point -> {
                                    Long total = JsonCells.count(point, "total");
                                    if (total != null) {
                                        note(
                                                name,
                                                span(JsonCells.text(point, "timeStamp"), grain),
                                                model,
                                                deployment,
                                                total,
                                                rows);
                                    }
                                },
                                "data");
                    },
                    "timeseries");
        }

        private void note(
                @Nullable String name,
                TimeSpan span,
                @Nullable String model,
                @Nullable String deployment,
                @Nullable Long total,
                RowSink rows)
                throws RowProblem {
            Counted counted = METRICS.get(String.valueOf(name).toLowerCase(Texts.LOCALE));
            if (counted == null || total == null) {
                rows.leaveOut("other metrics");
                return;
            }
            Where where = new Where(span, CellValues.name("model", model), CellValues.name("deployment", deployment));
            found.computeIfAbsent(where, w -> new LinkedHashMap<>())
                    .computeIfAbsent(counted.what, w -> new TreeMap<>())
                    .merge(counted.order, total, Long::sum);
        }

        @Override
        public void end(RowSink rows) {
            found.forEach((where, counts) -> {
                Long input = first(counts, What.INPUT);
                Long output = first(counts, What.OUTPUT);
                if ((input == null ? 0 : input) + (output == null ? 0 : output) == 0) {
                    rows.empty(where.span);
                    return;
                }
                rows.say(NO_CACHE);
                rows.accept(Entry.of("azure-openai")
                        .during(where.span)
                        .model(where.model)
                        .project(where.deployment)
                        .requests(first(counts, What.REQUESTS))
                        .tokens(Tokens.beside(input, null, null, output)));
            });
        }

        private static @Nullable Long first(Map<What, SortedMap<Integer, Long>> counts, What what) {
            SortedMap<Integer, Long> known = counts.get(what);
            return known == null ? null : known.get(known.firstKey());
        }
    }

    private static @Nullable String dimension(JsonNode series, String name) {
        for (JsonNode one : series.path("metadatavalues")) {
            String found = JsonCells.text(one, "name.value", "name");
            if (found != null && found.equalsIgnoreCase(name)) {
                return JsonCells.text(one, "value");
            }
        }
        return null;
    }

    /** A grain is written as {@code PT1H}; an hour where none is stated. */
    private static TimeSpan span(@Nullable String time, @Nullable String grain) throws RowProblem {
        Instant start = CellValues.time("timeStamp", time);
        try {
            Duration length = grain == null ? Duration.ofHours(1) : Duration.parse(grain);
            return Gateway.span(start, start.plus(length));
        } catch (DateTimeException e) {
            throw RowProblem.of("interval", "time.odd");
        }
    }
}
