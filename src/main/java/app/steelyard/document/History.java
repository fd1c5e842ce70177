package app.steelyard.document;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The current state with what can be undone and redone. Immutable: every edit, undo and redo makes a new history, and
 * states that did not change are shared.
 *
 * @param <S> what is edited as one value, such as a plan with the answers about it
 */
public final class History<S> {
    /** The most edits that can be undone; the oldest is forgotten first. */
    public static final int MAX_EDITS = 200;

    /** Edits with the same key no further apart are one edit: one drag of a slider, one word typed. */
    public static final Duration MERGE_WITHIN = Duration.ofSeconds(2);

    /**
     * What undo takes back or redo brings back.
     *
     * @param key as the edit was told, of the first where it is several
     */
    public record Step<S>(String name, @Nullable String key, S before, S after) {}

    /** An edit by name, and the state on its other side. */
    private record Edit<S>(String name, @Nullable String key, S state) {}

    /** What the next edit may be merged with. */
    private record Mergeable(String key, Instant when) {}

    private final List<Edit<S>> undoable;
    private final S current;
    private final List<Edit<S>> redoable;
    private final @Nullable Mergeable last;

    private History(List<Edit<S>> undoable, S current, List<Edit<S>> redoable, @Nullable Mergeable last) {
        this.undoable = List.copyOf(undoable);
        this.current = current;
        this.redoable = List.copyOf(redoable);
        this.last = last;
    }

    /** Begins with nothing to undo. */
    public static <S> History<S> of(S first) {
        return new History<>(List.of(), first, List.of(), null);
    }

    public S current() {
        return current;
    }

    /**
     * Goes on to {@code next}; what was undone before can no longer be redone. An edit that changes nothing is none.
     *
     * @param name as shown beside undo
     * @param key what was edited, such as a field's path, to merge a run of edits into one; null never to merge
     */
    public History<S> edit(String name, @Nullable String key, Instant when, S next) {
        if (next.equals(current)) {
            return this;
        }
        Mergeable now = key == null ? null : new Mergeable(key, when);
        if (!merges(now)) {
            return new History<>(latest(append(undoable, new Edit<>(name, key, current))), next, List.of(), now);
        }
        boolean back = undoable.getLast().state().equals(next);
        return back
                ? new History<>(withoutLast(undoable), next, List.of(), null)
                : new History<>(undoable, next, List.of(), now);
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

    /** What {@link #undo()} takes back. */
    public Optional<Step<S>> undone() {
        return canUndo() ? Optional.of(step(undoable.getLast(), true)) : Optional.empty();
    }

    /** What {@link #redo()} brings back. */
    public Optional<Step<S>> redone() {
        return canRedo() ? Optional.of(step(redoable.getLast(), false)) : Optional.empty();
    }

    private Step<S> step(Edit<S> edit, boolean before) {
        return new Step<>(edit.name(), edit.key(), before ? edit.state() : current, before ? current : edit.state());
    }

    /** The history before the last edit; itself where there is none. */
    public History<S> undo() {
        if (!canUndo()) {
            return this;
        }
        Edit<S> edit = undoable.getLast();
        List<Edit<S>> redo = append(redoable, new Edit<>(edit.name(), edit.key(), current));
        return new History<>(withoutLast(undoable), edit.state(), redo, null);
    }

    /** The history after the edit last undone; itself where there is none. */
    public History<S> redo() {
        if (!canRedo()) {
            return this;
        }
        Edit<S> edit = redoable.getLast();
        List<Edit<S>> undo = append(undoable, new Edit<>(edit.name(), edit.key(), current));
        return new History<>(undo, edit.state(), withoutLast(redoable), null);
    }

    /** The same history, but the next edit is one of its own. */
    public History<S> apart() {
        return new History<>(undoable, current, redoable, null);
    }

    private static <E> List<E> append(List<E> edits, E edit) {
        List<E> longer = new ArrayList<>(edits);
        longer.add(edit);
        return longer;
    }

    private static <E> List<E> latest(List<E> edits) {
        return edits.subList(Math.max(0, edits.size() - MAX_EDITS), edits.size());
    }

    private static <E> List<E> withoutLast(List<E> edits) {
        return edits.subList(0, edits.size() - 1);
    }
}
