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
        return lines(before, after).stream().map(Line::text).toList();
    }

    /** The line, if it is the only one and says what was and what is. */
    static Optional<String> only(Plan before, Plan after) {
        List<Line> lines = lines(before, after);
        return lines.size() == 1 && lines.getFirst().fromTo()
                ? Optional.of(lines.getFirst().text())
                : Optional.empty();
    }

    /** The line of one number; empty where it is as it was. */
    static Optional<String> of(Plan before, Plan after, PlanNumber number) {
        List<Line> changes = new ArrayList<>();
        add(changes, before, after, number);
        return changes.stream().map(Line::text).findFirst();
    }

    /** @param fromTo whether it says what was and what is */
    private record Line(String text, boolean fromTo) {}

    private static List<Line> lines(Plan before, Plan after) {
        List<Line> changes = new ArrayList<>();
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
                changes.add(new Line(TEXTS.get("changes.added", item.name()), false));
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
                .forEach(item -> changes.add(new Line(TEXTS.get("changes.removed", item.name()), false)));
        if (!kept(before, after).equals(kept(after, before))) {
            changes.add(new Line(TEXTS.get("changes.order"), false));
        }
        for (PlanNumber number : PlanNumber.of(after)) {
            if (!(number instanceof ItemNumber of) || before.item(of.item()).isPresent()) {
                add(changes, before, after, number);
            }
        }
        return changes;
    }

    private static void add(List<Line> changes, Plan before, Plan after, PlanNumber number) {
        boolean asSure =
                before.whatIf().range(number.path()).equals(after.whatIf().range(number.path()));
        // Most are as they were, and to word them takes longest.
        if (!asSure || Double.compare(number.get(before), number.get(after)) != 0) {
            add(
                    changes,
                    NumberLabels.of(after, number),
                    before,
                    after,
                    p -> asSure ? NumberLabels.value(p, number, number.get(p)) : TakenPreset.shown(p, number));
        }
    }

    /** The items of one that the other has too, in their order. */
    private static List<String> kept(Plan plan, Plan other) {
        return plan.items().stream()
                .map(ContextItem::id)
                .filter(id -> other.item(id).isPresent())
                .toList();
    }

    private static <T> void add(List<Line> changes, String what, T before, T after, Function<T, String> shown) {
        String was = shown.apply(before);
        String is = shown.apply(after);
        if (!was.equals(is)) {
            changes.add(new Line(TEXTS.get("changes.from", what, was, is), true));
        }
    }
}
