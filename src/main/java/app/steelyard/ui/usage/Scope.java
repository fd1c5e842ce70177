package app.steelyard.ui.usage;

import app.steelyard.usage.LedgerView;
import app.steelyard.usage.Selection;
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
record Scope(
        @Nullable String model,
        @Nullable String project,
        @Nullable LocalDate first,
        @Nullable LocalDate last) {
    static final Scope ALL = new Scope(null, null, null, null);

    Scope ofModel(@Nullable String value) {
        return new Scope(value, project, first, last);
    }

    Scope inProject(@Nullable String value) {
        return new Scope(model, value, first, last);
    }

    Scope from(@Nullable LocalDate day) {
        return new Scope(model, project, day, last);
    }

    Scope until(@Nullable LocalDate day) {
        return new Scope(model, project, first, day);
    }

    /** Whether all days are in it. */
    boolean always() {
        return first == null && last == null;
    }

    /** Without what the ledger no longer has. */
    Scope within(LedgerView view) {
        return new Scope(
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
