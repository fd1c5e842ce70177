package app.steelyard.cli.cost;

import app.steelyard.json.JsonText;
import app.steelyard.text.Names;
import app.steelyard.tokens.Counting;
import app.steelyard.tokens.PromptCount;
import app.steelyard.tokens.PromptFile;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The tokens of prompt files, for a program. */
final class TokensJson {
    private TokensJson() {}

    static String of(Counting counting, List<PromptCount> counts) {
        ObjectNode root = JsonText.object();
        root.put("format", 1)
                .put("model", counting.model().toString())
                .put("encoding", counting.encoding().id())
                .put("basis", Names.word(counting.basis()))
                .put("exact", counting.exact())
                .put("how", counting.sentence());
        counting.spread()
                .ifPresent(s -> root.putObject("measuredRatio")
                        .put("low", s.low())
                        .put("high", s.high())
                        .put("source", s.source().toString()));
        root.put("tokens", counts.stream().mapToLong(PromptCount::tokens).sum());
        JsonText.each(root, "files", counts, (each, c) -> file(each, c));
        return JsonText.write(root);
    }

    private static void file(ObjectNode node, PromptCount count) {
        PromptFile file = count.file();
        node.put("file", file.name())
                .put("form", Names.word(file.form()))
                .put("tokens", count.tokens())
                .put("tokensInOnePiece", count.inOnePiece());
        ArrayNode sections = node.putArray("sections");
        for (PromptCount.Part part : count.parts()) {
            ObjectNode section = sections.addObject()
                    .put("name", part.section().name())
                    .put("role", Names.word(part.section().role()))
                    .put("tokens", part.tokens());
            if (part.section().cacheBreakpoint()) {
                section.put("cacheBreakpoint", true);
            }
        }
        JsonText.texts(node, "notes", file.notes());
    }
}
