package app.steelyard.usage.format.vendor;

import app.steelyard.text.Texts;
import app.steelyard.usage.input.Head;
import app.steelyard.usage.row.Buckets;
import app.steelyard.usage.row.CellValues;
import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.TimeSpan;
import app.steelyard.usage.row.UsageFinding;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Anthropic's cost report, from its Admin API: an amount a day, and if so asked, a model and type of token. The amounts
 * are cents, written as texts. The Priority Tier is not in it. Source: Anthropic's API reference.
 */
public final class AnthropicCostReport {
    private static final Texts TEXTS = Texts.of(AnthropicCostReport.class);

    public static final Format FORMAT = new Format.OfJson(
            "anthropic-cost-report",
            Format.Kind.BILL,
            head -> in(head) ? "anthropic-cost-report" : null,
            () -> new Buckets(AnthropicUsageReport.START, AnthropicUsageReport.END, AnthropicCostReport::read));

    private AnthropicCostReport() {}

    static boolean in(Head head) {
        return head.hasProperties(AnthropicUsageReport.START, "results", "amount", "currency");
    }

    private static void read(JsonNode result, @Nullable TimeSpan bucket, RowSink rows) throws RowProblem {
        rows.accept(Entry.of("anthropic")
                .during(bucket)
                .model(JsonCells.name(result, "model"))
                .project(JsonCells.name(result, "workspace_id"))
                .tier(JsonCells.name(result, "service_tier"))
                .cost(
                        CellValues.requiredMoney("amount", JsonCells.text(result, "amount"))
                                .movePointLeft(2),
                        CellValues.currency("currency", JsonCells.text(result, "currency"))));
        rows.say(UsageFinding.info(TEXTS.get("anthropic-cost-report.priority")));
    }
}
