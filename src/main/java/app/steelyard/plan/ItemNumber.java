package app.steelyard.plan;

import app.steelyard.plan.item.ContextItem;
import app.steelyard.text.Unit;
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
        CHANGES("changesPerMonth", Unit.COUNT, 1e7);

        private final String key;
        private final Unit unit;
        private final double max;

        Kind(String key, Unit unit, double max) {
            this.key = key;
            this.unit = unit;
            this.max = max;
        }
    }

    public static Stream<ItemNumber> of(ContextItem item) {
        return Stream.of(Kind.values()).map(k -> new ItemNumber(item.id(), k));
    }

    /** The number at {@code path}, if there is such an item. */
    static Optional<ItemNumber> at(Plan plan, String path) {
        return plan.items().stream()
                .filter(i -> path.startsWith(i.id(), PREFIX.length()))
                .flatMap(ItemNumber::of)
                .filter(n -> n.path().equals(path))
                .findFirst();
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
    public double get(Plan plan) {
        return plan.items().stream()
                .filter(i -> i.id().equals(item))
                .findFirst()
                .map(this::get)
                .orElse(Double.NaN);
    }

    /** The number in {@code from}, which need not be the item named. */
    public double get(ContextItem from) {
        return kind == Kind.TOKENS ? from.tokens() : from.changesPerMonth();
    }

    @Override
    public Plan with(Plan plan, double value) {
        return plan.withItems(plan.items().stream()
                .map(i -> i.id().equals(item) ? with(i, value) : i)
                .toList());
    }

    private ContextItem with(ContextItem changed, double value) {
        return kind == Kind.TOKENS ? changed.withTokens(value) : changed.withChangesPerMonth(value);
    }
}
