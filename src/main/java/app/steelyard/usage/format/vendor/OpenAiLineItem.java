package app.steelyard.usage.format.vendor;

import app.steelyard.usage.row.CellValues;
import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.TimeSpan;
import app.steelyard.usage.row.Tokens;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What OpenAI bills for, as a text: {@code gpt-5, cached input} or {@code priority | gpt-5, output, long context}. It
 * is not described anywhere, so a text of another shape has neither model nor tokens, but keeps its money.
 */
record OpenAiLineItem(
        @Nullable String tier,
        @Nullable String model,
        @Nullable String kind) {
    private static final Pattern SHAPE = Pattern.compile("(?:(?<tier>[a-z]+) \\| )?(?<model>[^,| ]+)"
            + "(?: (?:text|audio|image))?, (?<kind>cached input|input|output)(?:, .*)?");

    static OpenAiLineItem of(@Nullable String text) {
        Matcher found = SHAPE.matcher(text == null ? "" : text);
        return found.matches()
                ? new OpenAiLineItem(found.group("tier"), found.group("model"), found.group("kind"))
                : new OpenAiLineItem(null, null, null);
    }

    /** The entry of one billed amount, which {@code fields} tell with the names of the cost CSV. */
    static Entry entry(OpenAiRow.Fields fields, @Nullable TimeSpan bucket) throws RowProblem {
        OpenAiLineItem item = of(fields.get("line_item"));
        String currency = fields.get("amount_currency");
        return Entry.of(OpenAiRow.VENDOR)
                .during(bucket)
                .model(CellValues.name("line_item", item.model))
                .project(CellValues.name("project_id", fields.get("project_id")))
                .key(fields.get("api_key_id"))
                .tenant(fields.get("user_id"))
                .tier(item.tier)
                .tokens(item.tokens(CellValues.money("quantity", fields.get("quantity")), fields.get("quantity_unit")))
                .cost(
                        CellValues.requiredMoney("amount_value", fields.get("amount_value")),
                        CellValues.currency("amount_currency", currency))
                .build();
    }

    /** Quantities are floats, and of thousands perhaps, so they are rounded to whole tokens. */
    private Tokens tokens(@Nullable BigDecimal quantity, @Nullable String unit) throws RowProblem {
        if (quantity == null || kind == null || unit == null || !unit.endsWith("tokens")) {
            return Tokens.NONE;
        }
        BigDecimal tokens = unit.startsWith("1000") ? quantity.movePointRight(3) : quantity;
        long count = CellValues.required(
                "quantity", tokens.setScale(0, RoundingMode.HALF_UP).toPlainString());
        return switch (kind) {
            case "input" -> Tokens.beside(count, null, null, null);
            case "cached input" -> Tokens.beside(null, count, null, null);
            default -> Tokens.beside(null, null, null, count);
        };
    }
}
