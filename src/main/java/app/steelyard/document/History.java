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

    /** An edit by name, and the state on its other side. */
    private record Edit<S>(String name, S state) {}

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
            return new History<>(latest(append(undoable, new Edit<>(name, current))), next, List.of(), now);
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

    /** The name of the edit that {@link #undo()} takes back. */
    public Optional<String> undoName() {
        return canUndo() ? Optional.of(undoable.getLast().name()) : Optional.empty();
    }

    /** The name of the edit that {@link #redo()} brings back. */
    public Optional<String> redoName() {
        return canRedo() ? Optional.of(redoable.getLast().name()) : Optional.empty();
    }

    /** The history before the last edit; itself where there is none. */
    public History<S> undo() {
        if (!canUndo()) {
            return this;
        }
        Edit<S> edit = undoable.getLast();
        List<Edit<S>> redo = append(redoable, new Edit<>(edit.name(), current));
        return new History<>(withoutLast(undoable), edit.state(), redo, null);
    }

    /** The history after the edit last undone; itself where there is none. */
    public History<S> redo() {
        if (!canRedo()) {
            return this;
        }
        Edit<S> edit = redoable.getLast();
        List<Edit<S>> undo = append(undoable, new Edit<>(edit.name(), current));
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
