package app.steelyard.usage.format.gateway;

import app.steelyard.pricing.kind.Modality;
import app.steelyard.text.Currency;
import app.steelyard.usage.row.CellValues;
import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.KindSplit;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.Tokens;
import app.steelyard.usage.row.UsageFinding;
import app.steelyard.usage.row.Vendors;
import org.jspecify.annotations.Nullable;

/**
 * OpenRouter's exports. Cached tokens are inside the prompt, reasoning is inside the completion, times are UTC, money is
 * US dollars as billed. No export tells the tokens written to a cache; the CSV before 2026 and all sums tell no cached
 * ones either. Source: exports seen, and the types of OpenRouter's SDK.
 */
public final class OpenRouter {
    private static final UsageFinding OWN_KEY = Gateway.warning("openrouter.ownKey");

    private OpenRouter() {}

    /** The CSV of generations. */
    public static final Format GENERATIONS = new Format.OfTable(
            "openrouter-generations",
            Format.Kind.BOTH,
            head -> {
                if (!head.has("generation_id", "tokens_prompt", "tokens_completion", "model_permaslug")) {
                    return null;
                }
                return head.has("tokens_cached") ? "openrouter.generations" : "openrouter.generations.noCached";
            },
            (row, rows) -> {
                String model = CellValues.name("model_permaslug", row.get("model_permaslug"));
                String vendor = Vendors.of("provider_name", row.get("provider_name"), model);
                ownKey("byok_usage_inference", row.get("byok_usage_inference"), rows);
                rows.accept(Entry.of(vendor)
                        .at(Gateway.time("created_at", row.get("created_at")))
                        .model(Vendors.without(vendor, model))
                        .project(CellValues.name("app_name", row.get("app_name")))
                        .key(row.get("api_key_name"))
                        .tenant(row.get("user"))
                        .tokens(Relation.INSIDE.tokens(
                                rows,
                                CellValues.count("tokens_prompt", row.get("tokens_prompt")),
                                CellValues.count("tokens_cached", row.get("tokens_cached")),
                                null,
                                CellValues.count("tokens_completion", row.get("tokens_completion")),
                                null))
                        .cost(CellValues.money("cost_total", row.get("cost_total")), Currency.USD)
                        .id(row.get("generation_id")));
            });

    /** The CSV of sums by day and model. */
    public static final Format SUMS = new Format.OfTable(
            "openrouter-sums",
            Format.Kind.BOTH,
            head -> head.has("date", "slug", "usage", "byok usage", "requests", "prompt tokens")
                    ? "openrouter.sums"
                    : null,
            (row, rows) -> {
                ownKey("BYOK Usage", row.get("byok usage"), rows);
                String model = CellValues.name("Slug", row.get("slug"));
                String vendor = Vendors.ofModel(model);
                rows.accept(Entry.of(vendor)
                        .during(CellValues.dayOrHour("Date", row.get("date")))
                        .model(Vendors.without(vendor, model))
                        .requests(CellValues.count("Requests", row.get("requests")))
                        .tokens(Tokens.inside(
                                CellValues.count("Prompt Tokens", row.get("prompt tokens")),
                                null,
                                null,
                                CellValues.count("Completion Tokens", row.get("completion tokens"))))
                        .cost(CellValues.money("Usage", row.get("usage")), Currency.USD));
            });

    /** The activity API: sums by day, model and provider. */
    public static final Format ACTIVITY = new Format.OfJson(
            "openrouter-activity",
            Format.Kind.BOTH,
            head -> head.hasProperties("byok_usage_inference", "model_permaslug", "requests", "date")
                    ? "openrouter.activity"
                    : null,
            (page, rows) -> Gateway.each(page, rows, row -> {
                ownKey("byok_usage_inference", JsonCells.text(row, "byok_usage_inference"), rows);
                String model = CellValues.name("model", JsonCells.text(row, "model_permaslug", "model"));
                String vendor = Vendors.of("provider_name", JsonCells.text(row, "provider_name"), model);
                rows.accept(Entry.of(vendor)
                        .during(CellValues.dayOrHour("date", JsonCells.text(row, "date")))
                        .model(Vendors.without(vendor, model))
                        .project(JsonCells.name(row, "workspace_id"))
                        .requests(JsonCells.count(row, "requests"))
                        .tokens(Tokens.inside(
                                JsonCells.count(row, "prompt_tokens"),
                                null,
                                null,
                                JsonCells.count(row, "completion_tokens")))
                        .cost(CellValues.money("usage", JsonCells.text(row, "usage")), Currency.USD));
            }));

    /** The generation API: one request, counted by the vendor's own tokenizer, which is what is paid for. */
    public static final Format GENERATION = new Format.OfJson(
            "openrouter-generation",
            Format.Kind.BOTH,
            head -> head.hasProperties("native_tokens_prompt", "native_tokens_completion", "total_cost")
                    ? "openrouter.generation"
                    : null,
            (page, rows) -> Gateway.each(page, rows, row -> {
                String model = JsonCells.name(row, "model");
                String vendor = Vendors.of("provider_name", JsonCells.text(row, "provider_name"), model);
                if (Boolean.TRUE.equals(CellValues.flag(JsonCells.text(row, "is_byok")))) {
                    rows.say(OWN_KEY);
                }
                Tokens tokens = Relation.INSIDE.tokens(
                        rows,
                        JsonCells.count(row, "native_tokens_prompt", "tokens_prompt"),
                        JsonCells.count(row, "native_tokens_cached"),
                        null,
                        JsonCells.count(row, "native_tokens_completion", "tokens_completion"),
                        null);
                Long images = JsonCells.count(row, "native_tokens_completion_images");
                rows.accept(Entry.of(vendor)
                        .at(Gateway.time("created_at", JsonCells.text(row, "created_at")))
                        .model(Vendors.without(vendor, model))
                        .project(JsonCells.text(row, "app_id"))
                        .tier(JsonCells.name(row, "service_tier"))
                        .tokens(tokens)
                        .extras(new KindSplit()
                                .output(Modality.IMAGE, images == null ? 0 : images)
                                .of(tokens, rows))
                        .cost(CellValues.money("total_cost", JsonCells.text(row, "total_cost")), Currency.USD)
                        .id(JsonCells.text(row, "id")));
            }));

    /** What was paid to the vendor with one's own key is on the vendor's bill, not on OpenRouter's. */
    private static void ownKey(String field, @Nullable String amount, RowSink rows) throws RowProblem {
        var paid = CellValues.money(field, amount);
        if (paid != null && paid.signum() != 0) {
            rows.say(OWN_KEY);
        }
    }
}
