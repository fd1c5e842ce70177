package app.steelyard.usage.format.vendor;

import app.steelyard.pricing.kind.Extras;
import app.steelyard.pricing.kind.Fee;
import app.steelyard.pricing.kind.Modality;
import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.KindSplit;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.Tokens;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an answer in OpenAI's shape used beside text: audio and images, told among the details of its usage, and calls of
 * the vendor's tools, told in its output or, by others who write so, in its usage.
 */
public final class OpenAiExtras {
    private static final List<String> INPUT =
            List.of("prompt_tokens_details", "input_tokens_details", "input_token_details");
    private static final List<String> OUTPUT =
            List.of("completion_tokens_details", "output_tokens_details", "output_token_details");

    private OpenAiExtras() {}

    /** Of a whole answer. */
    static Extras of(JsonNode answer, Tokens tokens, RowSink rows) throws RowProblem {
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
        Long count = JsonCells.count(
                usage,
                "num_sources_used",
                "num_search_queries",
                "server_tool_use.web_search_requests",
                "prompt_tokens_details.web_search_requests");
        return count == null ? Extras.NONE : Extras.NONE.with(Fee.WEB_SEARCH, count);
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
