package app.steelyard.ui.work;

import app.steelyard.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The plans one after the other, each with the name of the edit that made it. */
final class EditHistory {
    private static final int MAX_STEPS = 500;
    private static final long MERGE_MILLIS = 1000;

    private record Step(Plan plan, String name, String key, long time) {}

    private final List<Step> steps = new ArrayList<>();
    private int current;
    private @Nullable Plan saved;

    EditHistory(Plan first) {
        steps.add(new Step(first, "", "", Long.MIN_VALUE / 2));
        saved = first;
    }

    void add(Plan plan, String name, String key, long time) {
        steps.subList(current + 1, steps.size()).clear();
        Step last = steps.get(current);
        boolean merge = current > 0 && last.key().equals(key) && time - last.time() <= MERGE_MILLIS;
        if (merge) {
            steps.remove(current);
        }
        steps.add(new Step(plan, name, key, time));
        if (steps.size() > MAX_STEPS) {
            steps.remove(0);
        }
        current = steps.size() - 1;
    }

    Optional<Plan> undo() {
        if (current == 0) {
            return Optional.empty();
        }
        current--;
        return Optional.of(steps.get(current).plan());
    }

    Optional<Plan> redo() {
        if (current == steps.size() - 1) {
            return Optional.empty();
        }
        current++;
        return Optional.of(steps.get(current).plan());
    }

    String undoName() {
        return current == 0 ? "" : steps.get(current).name();
    }

    String redoName() {
        return current == steps.size() - 1 ? "" : steps.get(current + 1).name();
    }

    void markSaved() {
        saved = steps.get(current).plan();
    }

    boolean edited() {
        return !steps.get(current).plan().equals(saved);
    }
}
