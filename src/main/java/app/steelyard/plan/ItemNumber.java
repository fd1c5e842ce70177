package app.steelyard.plan;

import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Growth;
import app.steelyard.plan.item.Scope;
import app.steelyard.text.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
        REWRITTEN("growth.rewritten", Unit.FRACTION, 1);

        private final String key;
        private final Unit unit;
        private final double max;

        Kind(String key, Unit unit, double max) {
            this.key = key;
            this.unit = unit;
            this.max = max;
        }

        /** The number of {@code item}; NaN for one that a conversation may leave out. */
        public double get(ContextItem item) {
            Growth growth = item.growing();
            return switch (this) {
                case TOKENS -> item.tokens();
                case CHANGES -> item.changesPerMonth();
                case PER_TURN -> growth.perTurn();
                case KEPT_ANSWER -> growth.keptAnswer();
                case END -> growth.end() == null ? Double.NaN : growth.end();
                case REWRITTEN -> growth.rewritten();
            };
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
        return kind == Kind.END;
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
        Growth now = changed.growing();
        return switch (kind) {
            case TOKENS -> changed.withTokens(value);
            case CHANGES -> changed.withChangesPerMonth(value);
            case PER_TURN -> changed.withGrowth(new Growth(value, now.keptAnswer(), now.end(), now.rewritten()));
            case KEPT_ANSWER -> changed.withGrowth(new Growth(now.perTurn(), value, now.end(), now.rewritten()));
            case END ->
                changed.withGrowth(new Growth(
                        now.perTurn(), now.keptAnswer(), Double.isNaN(value) ? null : value, now.rewritten()));
            case REWRITTEN -> changed.withGrowth(new Growth(now.perTurn(), now.keptAnswer(), now.end(), value));
        };
    }
}
