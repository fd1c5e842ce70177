package app.steelyard.tokens;

import java.util.List;

/**
 * A prompt file counted.
 *
 * @param parts one for each section, in their order
 * @param inOnePiece tokens of the blocks, each counted in one piece
 */
public record PromptCount(PromptFile file, Counting counting, List<Part> parts, long inOnePiece) {

    /** A section and its tokens. */
    public record Part(Section section, long tokens) {}

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
     * How many tokens more the parts have than the text in one piece; negative for fewer. A section begins with a line,
     * and the published encodings let few tokens reach across the end of one, so this is nearly always 0.
     */
    public long seams() {
        return tokens() - inOnePiece;
    }
}
