package app.steelyard.usage.format.vendor;

import app.steelyard.text.Currency;
import app.steelyard.text.Texts;
import app.steelyard.usage.input.TableRow;
import app.steelyard.usage.row.CellValues;
import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.UsageFinding;
import org.jspecify.annotations.Nullable;

/**
 * The cost CSV of Anthropic's Console: a row a day, model, key, workspace and type of token. It states no tokens, names
 * models as people read them ({@code Claude Haiku 4.5}), and rounds each row to cents. Columns were added over the
 * years. Source: exports seen; Anthropic publishes no description.
 */
public final class AnthropicConsoleCost {
    private static final Texts TEXTS = Texts.of(AnthropicConsoleCost.class);

    public static final Format FORMAT = new Format.OfTable(
            "anthropic-console-cost",
            Format.Kind.BILL,
            head -> {
                if (!head.has("usage_date_utc", "token_type", "cost_usd")) {
                    return null;
                }
                if (head.has("api_key_id")) {
                    return "anthropic-console-cost";
                }
                if (head.has("list_price_usd")) {
                    return "anthropic-console-cost.listPrice";
                }
                return head.has("context_window") ? "anthropic-console-cost.context" : "anthropic-console-cost.first";
            },
            AnthropicConsoleCost::read);

    private AnthropicConsoleCost() {}

    private static void read(TableRow row, RowSink rows) throws RowProblem {
        rows.accept(Entry.of("anthropic")
                .during(CellValues.bucket("usage_date_utc", row.get("usage_date_utc")))
                .model(CellValues.name("model", row.get("model")))
                .project(CellValues.name("workspace", row.get("workspace")))
                .key(row.get("api_key"))
                .tier(tier(row))
                .cost(CellValues.requiredMoney("cost_usd", row.get("cost_usd")), Currency.USD));
        rows.say(UsageFinding.info(TEXTS.get("anthropic-console-cost.rounded")));
    }

    /** The column says {@code message} where it tells no tier. */
    private static @Nullable String tier(TableRow row) throws RowProblem {
        String type = CellValues.name("usage_type", row.get("usage_type"));
        return "message".equals(type) ? null : type;
    }
}
