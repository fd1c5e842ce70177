package app.steelyard.document;

import app.steelyard.decision.answers.Answers;
import app.steelyard.plan.ItemNumber;
import app.steelyard.plan.Plan;
import app.steelyard.plan.item.ContextItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Answers as they stand in a file, with the plan they belong to or a sketch of it.
 *
 * @param plan the plan file, relative to this one, or {@code sample:NAME}; null where there is a sketch
 * @param sketch null where there is a plan file
 * @param prompt a prompt file, relative to this one, whose parts are items besides; null for none
 */
public record AnswersFile(
        @Nullable String plan,
        @Nullable Sketch sketch,
        @Nullable String prompt,
        Answers answers) {
    public AnswersFile {
        if ((plan == null) == (sketch == null)) {
            throw new IllegalArgumentException("answers belong to a plan file or to a sketch");
        }
    }

    /**
     * The plan with what was counted in a prompt file. An item that it has already by that id keeps all but its size;
     * the others are added.
     *
     * @param source of the sizes, as the plan is to state it
     */
    public static Plan counted(Plan plan, List<ContextItem> counted, String source) {
        Map<String, Double> tokens = counted.stream().collect(Collectors.toMap(ContextItem::id, ContextItem::tokens));
        Map<String, String> sources = new TreeMap<>(plan.sources());
        List<ContextItem> items = new ArrayList<>();
        for (ContextItem item : plan.items()) {
            Double size = tokens.remove(item.id());
            items.add(size == null ? item : item.withTokens(size));
        }
        for (ContextItem item : counted) {
            if (tokens.containsKey(item.id())) {
                items.add(item);
            }
            sources.put(new ItemNumber(item.id(), ItemNumber.Kind.TOKENS).path(), source);
        }
        return plan.withItems(items).withSources(sources);
    }
}
