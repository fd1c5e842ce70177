package app.steelyard.plan.item;

import app.steelyard.plan.Design;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One part of what the model is given.
 *
 * @param id stable within the plan, letters, digits and hyphens; names the item in files, sources and sweeps
 * @param name as shown
 * @param tokens tokens of one copy, 0 or more
 * @param changesPerMonth how often one copy changes in a month, 0 or more; ignored at request scope
 * @param placement the user's own placement, which {@link Design#AS_PLACED} follows
 * @param today where it is paid for now, which {@link Design#AS_IS} follows; null where another design says it, and for
 *     an item that is not in use yet, which counts as plain prompt
 * @param growth null for an item that stays as long as it is, as all but those of one session do
 * @param neededWhole whether a part of it, looked up, would not do; null for what holds of such items
 */
public record ContextItem(
        String id,
        String name,
        double tokens,
        Kind kind,
        Scope scope,
        double changesPerMonth,
        Placement placement,
        @Nullable Placement today,
        @Nullable Growth growth,
        @Nullable Boolean neededWhole) {

    private static final int LONGEST_ID = 40;

    /** An item of which nothing is written down about today. */
    public ContextItem(
            String id,
            String name,
            double tokens,
            Kind kind,
            Scope scope,
            double changesPerMonth,
            Placement placement) {
        this(id, name, tokens, kind, scope, changesPerMonth, placement, null, null, null);
    }

    /** An id made of {@code name}, such as {@code price-list}, that is not taken. */
    public static String freeId(String name, Predicate<String> taken) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String stem = plain.substring(0, Math.min(LONGEST_ID, plain.length())).replaceAll("^-+|-+$", "");
        String base = stem.isEmpty() ? "item" : stem;
        String id = base;
        for (int number = 2; taken.test(id); number++) {
            id = base + "-" + number;
        }
        return id;
    }

    public ContextItem withName(String value) {
        return new ContextItem(id, value, tokens, kind, scope, changesPerMonth, placement, today, growth, neededWhole);
    }

    public ContextItem withTokens(double value) {
        return new ContextItem(id, name, value, kind, scope, changesPerMonth, placement, today, growth, neededWhole);
    }

    public ContextItem withKind(Kind value) {
        return new ContextItem(id, name, tokens, value, scope, changesPerMonth, placement, today, growth, neededWhole);
    }

    /** What is not of one session cannot grow. */
    public ContextItem withScope(Scope value) {
        return new ContextItem(
                id,
                name,
                tokens,
                kind,
                value,
                changesPerMonth,
                placement,
                today,
                value == Scope.SESSION ? growth : null,
                neededWhole);
    }

    public ContextItem withChangesPerMonth(double value) {
        return new ContextItem(id, name, tokens, kind, scope, value, placement, today, growth, neededWhole);
    }

    public ContextItem withPlacement(Placement value) {
        return new ContextItem(id, name, tokens, kind, scope, changesPerMonth, value, today, growth, neededWhole);
    }

    public ContextItem withToday(@Nullable Placement value) {
        return new ContextItem(id, name, tokens, kind, scope, changesPerMonth, placement, value, growth, neededWhole);
    }

    public ContextItem withGrowth(@Nullable Growth value) {
        return new ContextItem(id, name, tokens, kind, scope, changesPerMonth, placement, today, value, neededWhole);
    }

    public ContextItem withNeededWhole(@Nullable Boolean value) {
        return new ContextItem(id, name, tokens, kind, scope, changesPerMonth, placement, today, growth, value);
    }

    /** Whether no design may look parts of it up; where nobody says so, a conversation and a record of one session are. */
    public boolean whole() {
        return neededWhole != null
                ? neededWhole
                : scope == Scope.SESSION || growing().grows();
    }

    /** How it grows; not at all where nothing is said of it. */
    public Growth growing() {
        return growth == null ? Growth.NONE : growth;
    }
}
