package app.steelyard.cost.terms;

import app.steelyard.cost.column.Block;
import app.steelyard.cost.column.Column;
import app.steelyard.plan.Finance.PriceChange;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber.PriceNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How many times as high as listed somebody expects prices to be, month by month. What is announced stands in the price lists;
 * this comes on top of it. A trend is a share a year, compound, so that the first month has none of it.
 */
public final class PriceMotion {
    private static final double YEAR = 12;
    /** In the place of a vendor. */
    private static final String RENT = "/rent";

    private final Plan plan;
    private final List<PriceChange> changes;
    private final boolean moves;

    public PriceMotion(Plan plan) {
        this.plan = plan;
        this.changes = plan.finance().changes();
        this.moves = plan.finance().pricesMove();
    }

    private record Key(String vendor, int month) {}

    /** Whether the plan states anything of it, be it that it may vary. */
    public boolean moves() {
        return moves;
    }

    /** Whether month {@code m}, from 2, may have other prices than the one before for what is expected. */
    public boolean moves(int m) {
        return moves
                && (plan.finance().priceTrendPerYear() != null
                        || plan.finance().rentTrendPerYear() != null
                        || changes.stream().anyMatch(c -> c.perYear() != null || holds(c, m) != holds(c, m - 1)));
    }

    private boolean holds(PriceChange change, int month) {
        LocalDate from = change.from();
        return from == null || !from.isAfter(plan.inference().pricesAsOf().plusMonths(month - 1));
    }

    /** Of a vendor's list prices in a month, from 1, at the plan's own numbers. */
    public double at(String vendor, int month) {
        return moves ? in(Block.of(plan), vendor, month).value() : 1;
    }

    /** The same in many rows. */
    public Column in(Block x, String vendor, int month) {
        return moves ? x.kept(new Key(vendor, month), () -> x.keep(prices(x, vendor, month))) : Column.ONE;
    }

    /** Of what capacity costs. */
    public Column rent(Block x, int month) {
        return plan.finance().rentTrendPerYear() == null
                ? Column.ONE
                : x.kept(new Key(RENT, month), () -> x.keep(since(x.get(PlanField.RENT_TREND), month)));
    }

    private Column prices(Block x, String vendor, int month) {
        Optional<PriceChange> own = changes.stream()
                .filter(c -> c.perYear() != null && c.about(vendor))
                .findFirst();
        Column all = x.get(PlanField.PRICE_TREND);
        Column factor = since(own.map(c -> or(stated(x, c), all)).orElse(all), month);
        for (PriceChange change : changes) {
            if (change.by() != null && change.about(vendor) && holds(change, month)) {
                factor = factor.times(Column.ONE.plus(or(stated(x, change), Column.ZERO)));
            }
        }
        return factor;
    }

    private Column stated(Block x, PriceChange change) {
        return x.get(plan, PriceNumber.of(change));
    }

    /** {@code other} in the rows that leave it out. */
    private static Column or(Column stated, Column other) {
        return stated.known().choose(stated, other);
    }

    /** What a share a year comes to by month {@code month}. */
    private static Column since(Column perYear, int month) {
        double years = (month - 1) / YEAR;
        return perYear.map(t -> Double.isNaN(t) || t == 0 ? 1 : Math.pow(1 + t, years));
    }
}
