package app.steelyard.document;

import app.steelyard.plan.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The current plan with what can be undone and redone. Immutable: every edit, undo and redo makes a new history, and
 * plans that did not change are shared.
 */
public final class PlanHistory {
    /** The most edits that can be undone; the oldest is forgotten first. */
    public static final int MAX_EDITS = 200;

    /** Edits with the same key no further apart are one edit: one drag of a slider, one word typed. */
    public static final Duration MERGE_WITHIN = Duration.ofSeconds(2);

    /** An edit by name, and the plan on its other side. */
    private record Edit(String name, Plan plan) {}

    /** What the next edit may be merged with. */
    private record Mergeable(String key, Instant when) {}

    private final List<Edit> undoable;
    private final Plan current;
    private final List<Edit> redoable;
    private final @Nullable Plan saved;
    private final @Nullable Mergeable last;

    private PlanHistory(
            List<Edit> undoable, Plan current, List<Edit> redoable, @Nullable Plan saved, @Nullable Mergeable last) {
        this.undoable = List.copyOf(undoable);
        this.current = current;
        this.redoable = List.copyOf(redoable);
        this.saved = saved;
        this.last = last;
    }

    /** Begins with a plan as it stands in a file. */
    public static PlanHistory opened(Plan plan) {
        return new PlanHistory(List.of(), plan, List.of(), plan, null);
    }

    /** Begins with a plan that stands in no file. */
    public static PlanHistory unsaved(Plan plan) {
        return new PlanHistory(List.of(), plan, List.of(), null, null);
    }

    public Plan current() {
        return current;
    }

    /** Whether the current plan differs from the one last saved. */
    public boolean dirty() {
        return !current.equals(saved);
    }

    /**
     * Goes on to {@code plan}; what was undone before can no longer be redone. An edit that changes nothing is none.
     *
     * @param name as shown beside undo
     * @param key what was edited, such as a field's path, to merge a run of edits into one; null never to merge
     */
    public PlanHistory edit(String name, @Nullable String key, Instant when, Plan plan) {
        if (plan.equals(current)) {
            return this;
        }
        Mergeable now = key == null ? null : new Mergeable(key, when);
        if (!merges(now)) {
            return new PlanHistory(latest(append(undoable, new Edit(name, current))), plan, List.of(), saved, now);
        }
        boolean back = undoable.getLast().plan().equals(plan);
        return back
                ? new PlanHistory(withoutLast(undoable), plan, List.of(), saved, null)
                : new PlanHistory(undoable, plan, List.of(), saved, now);
    }

    private boolean merges(@Nullable Mergeable now) {
        return now != null
                && last != null
                && now.key().equals(last.key())
                && Duration.between(last.when(), now.when()).compareTo(MERGE_WITHIN) <= 0;
    }

    public boolean canUndo() {
        return !undoable.isEmpty();
    }

    public boolean canRedo() {
        return !redoable.isEmpty();
    }

    /** The name of the edit that {@link #undo()} takes back. */
    public Optional<String> undoName() {
        return canUndo() ? Optional.of(undoable.getLast().name()) : Optional.empty();
    }

    /** The name of the edit that {@link #redo()} brings back. */
    public Optional<String> redoName() {
        return canRedo() ? Optional.of(redoable.getLast().name()) : Optional.empty();
    }

    /** The history before the last edit; itself where there is none. */
    public PlanHistory undo() {
        if (!canUndo()) {
            return this;
        }
        Edit edit = undoable.getLast();
        List<Edit> redo = append(redoable, new Edit(edit.name(), current));
        return new PlanHistory(withoutLast(undoable), edit.plan(), redo, saved, null);
    }

    /** The history after the edit last undone; itself where there is none. */
    public PlanHistory redo() {
        if (!canRedo()) {
            return this;
        }
        Edit edit = redoable.getLast();
        List<Edit> undo = append(undoable, new Edit(edit.name(), current));
        return new PlanHistory(undo, edit.plan(), withoutLast(redoable), saved, null);
    }

    /** Marks {@code plan} as what stands in the file now; the next edit is one of its own. */
    public PlanHistory saved(Plan plan) {
        return new PlanHistory(undoable, current, redoable, plan, null);
    }

    private static List<Edit> append(List<Edit> edits, Edit edit) {
        List<Edit> longer = new ArrayList<>(edits);
        longer.add(edit);
        return longer;
    }

    private static List<Edit> latest(List<Edit> edits) {
        return edits.subList(Math.max(0, edits.size() - MAX_EDITS), edits.size());
    }

    private static List<Edit> withoutLast(List<Edit> edits) {
        return edits.subList(0, edits.size() - 1);
    }
}
