package app.steelyard.usage.format;

import app.steelyard.text.Texts;
import app.steelyard.usage.input.Head;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Anthropic's cost report, from its Admin API: an amount a day, and if so asked, a model and type of token. The amounts
 * are cents, written as texts. The Priority Tier is not in it. Source: Anthropic's API reference.
 */
final class AnthropicCostReport implements Format.OfJson {
    private static final Texts TEXTS = Texts.of(AnthropicCostReport.class);

    @Override
    public String id() {
        return "anthropic-cost-report";
    }

    @Override
    public Kind kind() {
        return Kind.BILL;
    }

    @Override
    public Optional<String> recognise(Head head) {
        return in(head) ? Optional.of(id()) : Optional.empty();
    }

    static boolean in(Head head) {
        return head.hasProperties(AnthropicUsageReport.START, "results", "amount", "currency");
    }

    @Override
    public Reader<JsonNode> reader() {
        return new Buckets(AnthropicUsageReport.START, AnthropicUsageReport.END, AnthropicCostReport::read);
    }

    private static void read(JsonNode result, @Nullable Span bucket, Rows rows) throws RowProblem {
        rows.accept(Entry.of("anthropic")
                .during(bucket)
                .model(Json.name(result, "model"))
                .project(Json.name(result, "workspace_id"))
                .tier(Json.name(result, "service_tier"))
                .cost(
                        Values.requiredMoney("amount", Json.text(result, "amount"))
                                .movePointLeft(2),
                        Values.currency("currency", Json.text(result, "currency")))
                .build());
        rows.say(Finding.info(TEXTS.get("anthropic-cost-report.priority")));
    }
}
