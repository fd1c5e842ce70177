package app.steelyard.tokens;

import java.util.List;

/**
 * A part of a prompt.
 *
 * @param name as the file gives it, or what it is
 * @param pieces its texts in their order; several where something else stands between them
 * @param cacheBreakpoint whether the file marks it as the end of what is to be cached
 */
public record PromptSection(String name, Role role, List<String> pieces, boolean cacheBreakpoint) {
    public PromptSection {
        pieces = List.copyOf(pieces);
    }
}
