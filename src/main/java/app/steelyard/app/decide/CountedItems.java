package app.steelyard.app.decide;

import app.steelyard.plan.item.Scope;
import app.steelyard.text.Texts;
import app.steelyard.tokens.PromptCount;
import app.steelyard.tokens.Role;
import java.util.ArrayList;
import java.util.List;

/** The parts of a counted prompt file as items to be added. */
public final class CountedItems {
    private static final Texts TEXTS = Texts.of(CountedItems.class);
    /** The word of the question what an item is. */
    private static final String SCHEMAS = "schemas";

    private CountedItems() {}

    /** An item for each part of the file that has tokens. */
    public static List<NewItem> of(PromptCount count) {
        return count.parts().stream()
                .filter(p -> p.tokens() > 0)
                .map(p -> new NewItem(
                        p.section().name(),
                        p.tokens(),
                        p.section().role() == Role.QUESTION ? Scope.REQUEST : Scope.SHARED,
                        p.section().role() == Role.TOOLS ? SCHEMAS : "",
                        count.source()))
                .toList();
    }

    /** What to know of the file, a line each. */
    public static String told(PromptCount count) {
        List<String> lines = new ArrayList<>();
        lines.add(TEXTS.get("prompt.read", count.file().name(), of(count).size(), count.tokens()));
        lines.add(count.counting().sentence());
        if (count.seams() != 0) {
            lines.add(TEXTS.get("prompt.seams", count.inOnePiece()));
        }
        lines.addAll(count.file().notes());
        return String.join("\n", lines);
    }
}
