package app.steelyard.app.plan;

import app.steelyard.plan.ItemNumber;
import app.steelyard.plan.NumberLabels;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.text.Names;
import app.steelyard.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What one state of a plan has that another has not, in words for whoever has seen both. */
public final class PlanChanges {
    private static final Texts TEXTS = Texts.of(PlanChanges.class);

    private PlanChanges() {}

    /** A line each; empty where the two differ in nothing that has a number or is of an item. */
    public static List<String> of(Plan before, Plan after) {
        List<String> changes = new ArrayList<>();
        add(changes, TEXTS.get("changes.name"), before, after, Plan::name);
        add(
                changes,
                TEXTS.get("changes.model"),
                before,
                after,
                p -> p.inference().model().toString());
        for (ContextItem item : after.items()) {
            Optional<ContextItem> was = before.item(item.id());
            if (was.isEmpty()) {
                changes.add(TEXTS.get("changes.added", item.name()));
                continue;
            }
            String name = was.get().name();
            add(changes, TEXTS.get("changes.renamed"), was.get(), item, ContextItem::name);
            add(changes, name, was.get(), item, i -> Names.of(i.placement()));
            add(changes, name, was.get(), item, i -> Names.of(i.kind()));
            add(changes, TEXTS.get("preset.scope", name), was.get(), item, i -> Names.of(i.scope()));
        }
        before.items().stream()
                .filter(item -> after.item(item.id()).isEmpty())
                .forEach(item -> changes.add(TEXTS.get("changes.removed", item.name())));
        if (!kept(before, after).equals(kept(after, before))) {
            changes.add(TEXTS.get("changes.order"));
        }
        for (PlanNumber number : PlanNumber.of(after)) {
            if (!(number instanceof ItemNumber of) || before.item(of.item()).isPresent()) {
                boolean asSure = before.whatIf()
                        .range(number.path())
                        .equals(after.whatIf().range(number.path()));
                add(
                        changes,
                        NumberLabels.of(after, number),
                        before,
                        after,
                        p -> asSure ? NumberLabels.value(p, number, number.get(p)) : TakenPreset.shown(p, number));
            }
        }
        return changes;
    }

    /** The items of one that the other has too, in their order. */
    private static List<String> kept(Plan plan, Plan other) {
        return plan.items().stream()
                .map(ContextItem::id)
                .filter(id -> other.item(id).isPresent())
                .toList();
    }

    private static <T> void add(List<String> changes, String what, T before, T after, Function<T, String> shown) {
        String was = shown.apply(before);
        String is = shown.apply(after);
        if (!was.equals(is)) {
            changes.add(TEXTS.get("changes.from", what, was, is));
        }
    }
}
