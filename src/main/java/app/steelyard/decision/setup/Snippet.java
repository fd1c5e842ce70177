package app.steelyard.decision.setup;

import app.steelyard.json.JsonText;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.CacheLifetime;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request as it is to be sent, with the ids of the plan's items where their texts go.
 *
 * @param model as the vendor calls it
 * @param order all that is sent, in this order
 * @param cached those of them that the cache is to hold
 * @param marked those behind which a breakpoint stands
 * @param key what requests name that belong together
 * @param lifetimes how many there are to choose from; of one, nothing is named
 */
record Snippet(
        CacheRequest.Form form,
        String model,
        List<ContextItem> order,
        Set<ContextItem> cached,
        Set<ContextItem> marked,
        CacheLifetime lifetime,
        int lifetimes,
        String key) {

    private static final String EXTENDED = "24h";

    String json() {
        ObjectNode root = JsonText.object();
        switch (form) {
            case PREFIX, KEYED -> {
                root.put("model", model);
                if (form.keyed()) {
                    root.put("prompt_cache_key", key);
                }
                messages(root.putArray("messages"));
            }
            case OPENAI_KEYED, OPENAI_MARKED -> openAi(root);
            case CACHE_CONTROL -> {
                root.put("model", model);
                order.stream().filter(this::system).forEach(i -> text(root.withArray("system"), i));
                message(root.putArray("messages"), "content", i -> !system(i));
            }
            case CACHE_POINT -> {
                root.put("modelId", model);
                order.stream().filter(this::system).forEach(i -> text(root.withArray("system"), i));
                message(root.putArray("messages"), "content", i -> !system(i));
            }
            case GEMINI -> {
                instruction(root);
                message(root.putArray("contents"), "parts", i -> !system(i));
            }
            case CACHED_CONTENT -> {
                ObjectNode create = root.putObject("POST /v1beta/cachedContents");
                create.put("model", "models/" + model);
                instruction(create);
                create.put("ttl", lifetime.duration().toSeconds() + "s");
                ObjectNode ask = root.putObject("POST /v1beta/models/" + model + ":generateContent");
                ask.put("cachedContent", "cachedContents/" + key);
                message(ask.putArray("contents"), "parts", i -> !system(i));
            }
        }
        return JsonText.write(root);
    }

    /** What stands before the messages: all that is cached and is no part of a session. */
    private boolean system(ContextItem item) {
        return cached.contains(item) && item.scope() != Scope.SESSION;
    }

    private void openAi(ObjectNode root) {
        root.put("model", model);
        root.put("prompt_cache_key", key);
        if (form == CacheRequest.Form.OPENAI_MARKED) {
            ObjectNode options = root.putObject("prompt_cache_options");
            options.put("mode", "explicit");
            options.put("ttl", lifetime.name());
        } else if (lifetime.name().equals(EXTENDED)) {
            root.put("prompt_cache_retention", EXTENDED);
        }
        ArrayNode input = root.putArray("input");
        if (order.stream().anyMatch(this::system)) {
            ObjectNode developer = input.addObject();
            developer.put("role", "developer");
            ArrayNode content = developer.putArray("content");
            order.stream().filter(this::system).forEach(i -> text(content, i));
        }
        message(input, "content", i -> !system(i));
    }

    private void messages(ArrayNode messages) {
        for (ContextItem item : order) {
            ObjectNode message = messages.addObject();
            message.put("role", system(item) ? "system" : "user");
            message.put("content", named(item));
        }
    }

    private void instruction(ObjectNode into) {
        if (order.stream().anyMatch(this::system)) {
            ArrayNode parts = into.putObject("systemInstruction").putArray("parts");
            order.stream().filter(this::system).forEach(i -> text(parts, i));
        }
    }

    private void message(ArrayNode into, String parts, Predicate<ContextItem> whose) {
        ObjectNode message = into.addObject();
        message.put("role", "user");
        ArrayNode content = message.putArray(parts);
        order.stream().filter(whose).forEach(i -> text(content, i));
    }

    private void text(ArrayNode into, ContextItem item) {
        ObjectNode block = into.addObject();
        switch (form) {
            case CACHE_CONTROL -> block.put("type", "text");
            case OPENAI_KEYED, OPENAI_MARKED -> block.put("type", "input_text");
            default -> {}
        }
        block.put("text", named(item));
        if (marked.contains(item)) {
            mark(into, block);
        }
    }

    private void mark(ArrayNode into, ObjectNode block) {
        switch (form) {
            case CACHE_CONTROL -> {
                ObjectNode control = block.putObject("cache_control");
                control.put("type", "ephemeral");
                control.put("ttl", lifetime.name());
            }
            case CACHE_POINT -> {
                ObjectNode point = into.addObject().putObject("cachePoint");
                point.put("type", "default");
                if (lifetimes > 1) {
                    point.put("ttl", lifetime.name());
                }
            }
            case OPENAI_MARKED -> block.putObject("prompt_cache_breakpoint").put("mode", "explicit");
            default -> {}
        }
    }

    private static String named(ContextItem item) {
        return "<" + item.id() + ">";
    }
}
