package app.steelyard.usage.format;

import app.steelyard.usage.input.Head;
import app.steelyard.usage.input.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * OpenRouter's exports. Cached tokens are inside the prompt, reasoning is inside the completion, times are UTC, money is
 * US dollars as billed. No export tells the tokens written to a cache; the CSV before 2026 and all sums tell no cached
 * ones either. Source: exports seen, and the types of OpenRouter's SDK.
 */
final class OpenRouter {
    private static final Finding OWN_KEY = Gateway.warning("openrouter.ownKey");

    private OpenRouter() {}

    /** The CSV of generations. */
    static final class Generations implements Format.OfTable {
        @Override
        public String id() {
            return "openrouter-generations";
        }

        @Override
        public Kind kind() {
            return Kind.BOTH;
        }

        @Override
        public Optional<String> recognise(Head head) {
            if (!head.has("generation_id", "tokens_prompt", "tokens_completion", "model_permaslug")) {
                return Optional.empty();
            }
            return Optional.of(
                    head.has("tokens_cached") ? "openrouter.generations" : "openrouter.generations.noCached");
        }

        @Override
        public Reader<Row> reader() {
            return (row, rows) -> {
                String model = Values.name("model_permaslug", row.get("model_permaslug"));
                String vendor = Vendors.of("provider_name", row.get("provider_name"), model);
                ownKey("byok_usage_inference", row.get("byok_usage_inference"), rows);
                rows.accept(Entry.of(vendor)
                        .at(Gateway.time("created_at", row.get("created_at")))
                        .model(Vendors.without(vendor, model))
                        .project(Values.name("app_name", row.get("app_name")))
                        .key(row.get("api_key_name"))
                        .tenant(row.get("user"))
                        .tokens(Relation.INSIDE.tokens(
                                rows,
                                Values.count("tokens_prompt", row.get("tokens_prompt")),
                                Values.count("tokens_cached", row.get("tokens_cached")),
                                null,
                                Values.count("tokens_completion", row.get("tokens_completion")),
                                null))
                        .cost(Values.money("cost_total", row.get("cost_total")), "USD")
                        .id(row.get("generation_id"))
                        .build());
            };
        }
    }

    /** The CSV of sums by day and model. */
    static final class Sums implements Format.OfTable {
        @Override
        public String id() {
            return "openrouter-sums";
        }

        @Override
        public Kind kind() {
            return Kind.BOTH;
        }

        @Override
        public Optional<String> recognise(Head head) {
            return head.has("date", "slug", "usage", "byok usage", "requests", "prompt tokens")
                    ? Optional.of("openrouter.sums")
                    : Optional.empty();
        }

        @Override
        public Reader<Row> reader() {
            return (row, rows) -> {
                ownKey("BYOK Usage", row.get("byok usage"), rows);
                String model = Values.name("Slug", row.get("slug"));
                String vendor = Vendors.ofModel(model);
                rows.accept(Entry.of(vendor)
                        .during(day("Date", row.get("date")))
                        .model(Vendors.without(vendor, model))
                        .requests(Values.count("Requests", row.get("requests")))
                        .tokens(Tokens.inside(
                                Values.count("Prompt Tokens", row.get("prompt tokens")),
                                null,
                                null,
                                Values.count("Completion Tokens", row.get("completion tokens"))))
                        .cost(Values.money("Usage", row.get("usage")), "USD")
                        .build());
            };
        }
    }

    /** The activity API: sums by day, model and provider. */
    static final class Activity implements Format.OfJson {
        @Override
        public String id() {
            return "openrouter-activity";
        }

        @Override
        public Kind kind() {
            return Kind.BOTH;
        }

        @Override
        public Optional<String> recognise(Head head) {
            return head.hasProperties("byok_usage_inference", "model_permaslug", "requests", "date")
                    ? Optional.of("openrouter.activity")
                    : Optional.empty();
        }

        @Override
        public Reader<JsonNode> reader() {
            return (page, rows) -> Gateway.each(page, rows, row -> {
                ownKey("byok_usage_inference", Json.text(row, "byok_usage_inference"), rows);
                String model = Values.name("model", Json.text(row, "model_permaslug", "model"));
                String vendor = Vendors.of("provider_name", Json.text(row, "provider_name"), model);
                rows.accept(Entry.of(vendor)
                        .during(day("date", Json.text(row, "date")))
                        .model(Vendors.without(vendor, model))
                        .project(Values.name("workspace_id", Json.text(row, "workspace_id")))
                        .requests(Json.count(row, "requests"))
                        .tokens(Tokens.inside(
                                Json.count(row, "prompt_tokens"), null, null, Json.count(row, "completion_tokens")))
                        .cost(Values.money("usage", Json.text(row, "usage")), "USD")
                        .build());
            });
        }
    }

    /** The generation API: one request, counted by the vendor's own tokenizer, which is what is paid for. */
    static final class Generation implements Format.OfJson {
        @Override
        public String id() {
            return "openrouter-generation";
        }

        @Override
        public Kind kind() {
            return Kind.BOTH;
        }

        @Override
        public Optional<String> recognise(Head head) {
            return head.hasProperties("native_tokens_prompt", "native_tokens_completion", "total_cost")
                    ? Optional.of("openrouter.generation")
                    : Optional.empty();
        }

        @Override
        public Reader<JsonNode> reader() {
            return (page, rows) -> Gateway.each(page, rows, row -> {
                String model = Values.name("model", Json.text(row, "model"));
                String vendor = Vendors.of("provider_name", Json.text(row, "provider_name"), model);
                if (Boolean.TRUE.equals(Values.flag(Json.text(row, "is_byok")))) {
                    rows.say(OWN_KEY);
                }
                rows.accept(Entry.of(vendor)
                        .at(Gateway.time("created_at", Json.text(row, "created_at")))
                        .model(Vendors.without(vendor, model))
                        .project(Json.text(row, "app_id"))
                        .tier(Values.name("service_tier", Json.text(row, "service_tier")))
                        .tokens(Relation.INSIDE.tokens(
                                rows,
                                Json.count(row, "native_tokens_prompt", "tokens_prompt"),
                                Json.count(row, "native_tokens_cached"),
                                null,
                                Json.count(row, "native_tokens_completion", "tokens_completion"),
                                null))
                        .cost(Values.money("total_cost", Json.text(row, "total_cost")), "USD")
                        .id(Json.text(row, "id"))
                        .build());
            });
        }
    }

    /** A day is written as its midnight; any other time is taken for the hour that it begins. */
    private static Span day(String field, @Nullable String text) throws RowProblem {
        Instant start = Values.time(field, text);
        boolean day = start.truncatedTo(ChronoUnit.DAYS).equals(start);
        return new Span(start, start.plus(day ? Duration.ofDays(1) : Duration.ofHours(1)));
    }

    /** What was paid to the vendor with one's own key is on the vendor's bill, not on OpenRouter's. */
    private static void ownKey(String field, @Nullable String amount, Rows rows) throws RowProblem {
        var paid = Values.money(field, amount);
        if (paid != null && paid.signum() != 0) {
            rows.say(OWN_KEY);
        }
    }
}
