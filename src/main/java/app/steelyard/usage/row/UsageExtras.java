package app.steelyard.usage.row;

import app.steelyard.pricing.kind.Extras;
import app.steelyard.pricing.kind.Fee;
import app.steelyard.pricing.kind.Modality;
import app.steelyard.pricing.kind.Modifiers;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a {@code usage}, as vendors and gateways write it, states beside tokens of text: audio and images among its details,
 * calls of the vendor's tools, and how the request was served.
 */
public final class UsageExtras {
    private static final List<String> INPUT =
            List.of("prompt_tokens_details", "input_tokens_details", "input_token_details");
    private static final List<String> OUTPUT =
            List.of("completion_tokens_details", "output_tokens_details", "output_token_details");

    private UsageExtras() {}

    /** Of a whole answer. */
    public static Extras of(JsonNode answer, Tokens tokens, RowSink rows) throws RowProblem {
        Extras extras = kinds(answer.path("usage"), tokens, rows);
        Set<String> containers = new HashSet<>();
        long searches = 0;
        long files = 0;
        for (JsonNode item : answer.path("output")) {
            String type = JsonCells.text(item, "type");
            String action = JsonCells.text(item, "action.type");
            if ("web_search_call".equals(type) && (action == null || action.equals("search"))) {
                searches++;
            } else if ("file_search_call".equals(type)) {
                files++;
            } else if ("code_interpreter_call".equals(type)) {
                containers.add(String.valueOf(JsonCells.text(item, "container_id")));
            }
        }
        return extras.with(Fee.WEB_SEARCH, searches)
                .with(Fee.FILE_SEARCH, files)
                .with(Fee.CONTAINER, containers.size())
                .plus(searches(answer.path("usage")));
    }

    /** Searches that a {@code usage} counts itself, as xAI's, Perplexity's and gateways' do. */
    public static Extras searches(JsonNode usage) throws RowProblem {
        return counted(
                usage,
                Fee.WEB_SEARCH,
                "num_sources_used",
                "num_search_queries",
                "server_tool_use.web_search_requests",
                "prompt_tokens_details.web_search_requests");
    }

    /** What Anthropic did for the model. */
    public static Extras tools(JsonNode usage) throws RowProblem {
        return counted(usage, Fee.WEB_SEARCH, "server_tool_use.web_search_requests")
                .plus(counted(usage, Fee.WEB_FETCH, "server_tool_use.web_fetch_requests"));
    }

    private static Extras counted(JsonNode usage, Fee fee, String... names) throws RowProblem {
        Long count = JsonCells.count(usage, names);
        return count == null ? Extras.NONE : Extras.NONE.with(fee, count);
    }

    /** How Anthropic served it, beside the tier. */
    public static Modifiers served(JsonNode usage) {
        return Modifiers.STANDARD.served(JsonCells.text(usage, "speed")).at(JsonCells.text(usage, "inference_geo"));
    }

    /** Where audio alone is counted; null where it is not stated. */
    public static Extras audio(Tokens tokens, @Nullable Long prompt, @Nullable Long output, RowSink rows)
            throws RowProblem {
        return new KindSplit()
                .prompt(Modality.AUDIO, prompt == null ? 0 : prompt)
                .output(Modality.AUDIO, output == null ? 0 : output)
                .of(tokens, rows);
    }

    /** Tokens of other kinds in a {@code usage}. */
    public static Extras kinds(JsonNode usage, Tokens tokens, RowSink rows) throws RowProblem {
        KindSplit split = new KindSplit();
        for (Modality modality : Modality.values()) {
            String name = modality.name().toLowerCase(Locale.ROOT) + "_tokens";
            Long input = count(usage, INPUT, name);
            Long cached = count(usage, INPUT, "cached_tokens_details." + name);
            Long output = count(usage, OUTPUT, name);
            if (input != null) {
                split.prompt(modality, input);
            }
            if (cached != null) {
                split.cached(modality, cached);
            }
            if (output != null) {
                split.output(modality, output);
            }
        }
        return split.of(tokens, rows);
    }

    private static @Nullable Long count(JsonNode usage, List<String> groups, String name) throws RowProblem {
        for (String group : groups) {
            Long count = JsonCells.count(usage, group + "." + name);
            if (count != null) {
                return count;
            }
        }
        return null;
    }
}
