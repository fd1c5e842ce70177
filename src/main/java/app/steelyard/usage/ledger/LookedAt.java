package app.steelyard.usage.ledger;

import app.steelyard.usage.figures.LedgerView;
import app.steelyard.usage.figures.Selection;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The part of the ledger that is looked at. The empty string stands for rows that state no model or project.
 *
 * @param model null for all
 * @param project null for all
 * @param first day, null for all from the beginning
 * @param last day, null for all to the end
 */
public record LookedAt(
        @Nullable String model,
        @Nullable String project,
        @Nullable LocalDate first,
        @Nullable LocalDate last) {
    public static final LookedAt ALL = new LookedAt(null, null, null, null);

    public LookedAt ofModel(@Nullable String value) {
        return new LookedAt(value, project, first, last);
    }

    public LookedAt inProject(@Nullable String value) {
        return new LookedAt(model, value, first, last);
    }

    public LookedAt from(@Nullable LocalDate day) {
        return new LookedAt(model, project, day, last);
    }

    public LookedAt until(@Nullable LocalDate day) {
        return new LookedAt(model, project, first, day);
    }

    /** Whether all days are in it. */
    public boolean always() {
        return first == null && last == null;
    }

    /** Without what the ledger no longer has. */
    LookedAt within(LedgerView view) {
        return new LookedAt(
                model != null && view.byModel().containsKey(model) ? model : null,
                project != null && view.byProject().containsKey(project) ? project : null,
                first,
                last);
    }

    /** Its model and project, all models together where that is left open. */
    Selection selection() {
        return new Selection(model, model == null, project);
    }

    LedgerView of(LedgerView view) {
        return view.within(first, last).only(selection());
    }
}
