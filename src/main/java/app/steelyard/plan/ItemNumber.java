package app.steelyard.plan;

import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Growth;
import app.steelyard.plan.item.Scope;
import app.steelyard.text.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A number of one context item.
 *
 * @param item its id
 */
public record ItemNumber(String item, Kind kind) implements PlanNumber {
    static final String PREFIX = "items.";

    /** Which number. */
    public enum Kind {
        /** Tokens of one copy. */
        TOKENS("tokens", Unit.TOKENS, 1e10),
        /** Changes of one copy a month. */
        CHANGES("changesPerMonth", Unit.COUNT, 1e7),
        /** Tokens that a turn adds to a conversation. */
        PER_TURN("growth.perTurn", Unit.TOKENS, 1e8),
        /** The share of the answer that stays in it. */
        KEPT_ANSWER("growth.keptAnswer", Unit.FRACTION, 1),
        /** Tokens at which it stops growing. */
        END("growth.end", Unit.TOKENS, 1e10),
        /** The share of it that is changed between two turns. */
        REWRITTEN("growth.rewritten", Unit.FRACTION, 1),
        /** Tokens with which it begins anew where it would pass its end. */
        COMPACTED_TO("growth.compactedTo", Unit.TOKENS, 1e10),
        /** Tokens of the summary that a compaction writes. */
        SUMMARY("growth.summaryTokens", Unit.TOKENS, 1e7),
        /** Tokens of the latest turns that are sent. */
        WINDOW("growth.window", Unit.TOKENS, 1e10);

        private final String key;
        private final Unit unit;
        private final double max;

        Kind(String key, Unit unit, double max) {
            this.key = key;
            this.unit = unit;
            this.max = max;
        }

        public Unit unit() {
            return unit;
        }

        /** The number of {@code item}; NaN for one that a conversation may leave out. */
        public double get(ContextItem item) {
            Growth growth = item.growing();
            return switch (this) {
                case TOKENS -> item.tokens();
                case CHANGES -> item.changesPerMonth();
                case PER_TURN -> growth.perTurn();
                case KEPT_ANSWER -> growth.keptAnswer();
                case END -> known(growth.end());
                case REWRITTEN -> growth.rewritten();
                case COMPACTED_TO -> known(growth.compactedTo());
                case SUMMARY -> known(growth.summaryTokens());
                case WINDOW -> known(growth.window());
            };
        }

        private static double known(@Nullable Double value) {
            return value == null ? Double.NaN : value;
        }
    }

    /** Those of how it grows are there where it may. */
    public static Stream<ItemNumber> of(ContextItem item) {
        boolean may = item.scope() == Scope.SESSION || item.growth() != null;
        return Stream.of(Kind.values())
                .filter(k -> may || k == Kind.TOKENS || k == Kind.CHANGES)
                .map(k -> new ItemNumber(item.id(), k));
    }

    /** The number at {@code path}, if there is such an item. */
    static Optional<ItemNumber> at(Plan plan, String path) {
        for (ContextItem item : plan.items()) {
            if (path.startsWith(item.id(), PREFIX.length())
                    && path.startsWith(".", PREFIX.length() + item.id().length())) {
                Optional<ItemNumber> number =
                        of(item).filter(n -> n.path().equals(path)).findFirst();
                if (number.isPresent()) {
                    return number;
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public String path() {
        return PREFIX + item + "." + kind.key;
    }

    @Override
    public Unit unit() {
        return kind.unit;
    }

    @Override
    public double min() {
        return 0;
    }

    @Override
    public double max() {
        return kind.max;
    }

    @Override
    public boolean whole() {
        return false;
    }

    @Override
    public boolean optional() {
        return switch (kind) {
            case END, COMPACTED_TO, SUMMARY, WINDOW -> true;
            case TOKENS, CHANGES, PER_TURN, KEPT_ANSWER, REWRITTEN -> false;
        };
    }

    @Override
    public double get(Plan plan) {
        return plan.item(item).map(this::get).orElse(Double.NaN);
    }

    /** The number in {@code from}, which need not be the item named. */
    public double get(ContextItem from) {
        return kind.get(from);
    }

    @Override
    public Plan with(Plan plan, double value) {
        List<ContextItem> changed = new ArrayList<>(plan.items());
        changed.replaceAll(i -> i.id().equals(item) ? with(i, value) : i);
        return plan.withNumbers(changed);
    }

    private ContextItem with(ContextItem changed, double value) {
        return switch (kind) {
            case TOKENS -> changed.withTokens(value);
            case CHANGES -> changed.withChangesPerMonth(value);
            case PER_TURN, KEPT_ANSWER, END, REWRITTEN, COMPACTED_TO, SUMMARY, WINDOW ->
                changed.withGrowth(with(changed.growing(), value));
        };
    }

    private Growth with(Growth now, double value) {
        Double stated = Double.isNaN(value) ? null : Double.valueOf(value);
        return new Growth(
                kind == Kind.PER_TURN ? value : now.perTurn(),
                kind == Kind.KEPT_ANSWER ? value : now.keptAnswer(),
                kind == Kind.END ? stated : now.end(),
                kind == Kind.REWRITTEN ? value : now.rewritten(),
                kind == Kind.COMPACTED_TO ? stated : now.compactedTo(),
                kind == Kind.SUMMARY ? stated : now.summaryTokens(),
                kind == Kind.WINDOW ? stated : now.window());
    }
}
