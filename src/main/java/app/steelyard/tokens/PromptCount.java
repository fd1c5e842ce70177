package app.steelyard.tokens;

import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.text.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A prompt file counted.
 *
 * @param parts one for each section, in their order
 * @param inOnePiece tokens of the blocks, each counted in one piece
 */
public record PromptCount(PromptFile file, Counting counting, List<Part> parts, long inOnePiece) {

    private static final Texts TEXTS = Texts.of(PromptCount.class);

    /** A section and its tokens. */
    public record Part(PromptSection section, long tokens) {}

    public PromptCount {
        parts = List.copyOf(parts);
    }

    public static PromptCount of(PromptFile file, TokenCounter counter) {
        List<Part> parts = file.sections().stream()
                .map(s -> new Part(
                        s, s.pieces().stream().mapToLong(counter::count).sum()))
                .toList();
        // Where a block is a piece it has been counted already, but large prompts are rarely in many blocks.
        long whole = file.blocks().stream().mapToLong(counter::count).sum();
        return new PromptCount(file, counter.counting(), parts, whole);
    }

    /** The sum of the parts, in tokens. */
    public long tokens() {
        return parts.stream().mapToLong(Part::tokens).sum();
    }

    /**
     * An item for each part that has tokens. Of who shares it and how often it changes a file tells no more than that the
     * question is new with every request.
     */
    public List<ContextItem> items() {
        List<ContextItem> items = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Part part : parts) {
            if (part.tokens() > 0) {
                String id = ContextItem.freeId(part.section().name(), taken::contains);
                taken.add(id);
                Scope scope = part.section().role() == Role.QUESTION ? Scope.REQUEST : Scope.SHARED;
                items.add(new ContextItem(
                        id, part.section().name(), part.tokens(), Kind.INFORMATION, scope, 0, Placement.CACHED_PREFIX));
            }
        }
        return items;
    }

    /** Where the tokens come from, as a plan's sources say it. */
    public String source() {
        return TEXTS.get(
                counting.exact() ? "source.counted" : "source.estimated",
                file.name(),
                counting.encoding().id(),
                counting.model());
    }

    /**
     * How many tokens more the parts have than the text in one piece; negative for fewer. A section begins with a line,
     * and the published encodings let few tokens reach across the end of one, so this is nearly always 0.
     */
    public long seams() {
        return tokens() - inOnePiece;
    }
}
