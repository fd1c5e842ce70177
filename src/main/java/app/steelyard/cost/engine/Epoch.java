package app.steelyard.cost.engine;

import app.steelyard.cost.bill.BesideText;
import app.steelyard.cost.bill.PriceGaps;
import app.steelyard.cost.bill.Ways;
import app.steelyard.cost.column.Block;
import app.steelyard.cost.column.Column;
import app.steelyard.cost.column.Reuse;
import app.steelyard.cost.column.Survival;
import app.steelyard.cost.result.LineKind;
import app.steelyard.cost.result.UnitPrice;
import app.steelyard.cost.terms.LineWeights;
import app.steelyard.cost.terms.PriceMotion;
import app.steelyard.plan.Contract.Capacity;
import app.steelyard.plan.MeasuredOn;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.CacheLifetime;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.Quote;
import app.steelyard.text.Currency;
import app.steelyard.text.ExactMoney;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The prices and cache rules of a span of months in which none of them changes, for one architecture.
 *
 * @param quotes what they were taken from
 * @param prices by slot of the cost model
 * @param rates the same as functions of the plan's numbers
 * @param cached whether the vendor caches at all here
 * @param object whether the cache is a named object kept for its hours
 * @param survival of what the cache keeps, or null where nothing is cached
 * @param effectiveness what the cache finds of what it should find, 0 to 1
 * @param readDelay hours until what was written can be read
 * @param lifetime the lifetime applied, or null where nothing is cached
 * @param premium whether a write has a price of its own
 * @param longAbove input tokens of one request beyond which the long-context price applies; infinite for none
 * @param longWhole whether it then applies to the whole request
 * @param minimum tokens, of the vendor
 * @param breakpoints that are left for parts of the prompt
 * @param lookBack blocks of content a turn may add for the turn before to be found; infinite for no limit
 * @param prewarmed whether a short request goes before those that start side by side
 * @param firstTurns how what first requests were measured to find speaks for the lifetime applied
 * @param capacity what is paid in place of the model's tokens; null where these are
 * @param load tokens that count as input, by slot
 * @param weights what a month's settlement counts
 * @param keyLimit requests per hour that one cache key serves; infinite for no limit
 * @param ways in which requests are served
 * @param unpriced what has no price, if any of it is taken
 * @param beside what was looked up of ways and uses
 */
record Epoch(
        Quotes quotes,
        UnitPrice[] prices,
        Rate[] rates,
        boolean cached,
        boolean object,
        @Nullable CacheLifetime lifetime,
        @Nullable Survival survival,
        double effectiveness,
        double readDelay,
        boolean premium,
        double longAbove,
        boolean longWhole,
        double minimum,
        double step,
        int breakpoints,
        double lookBack,
        boolean prewarmed,
        Reuse.FirstTurns.Applies firstTurns,
        @Nullable Capacity capacity,
        LineWeights load,
        List<LineWeights> weights,
        double keyLimit,
        Ways ways,
        List<PriceGaps.Gap> unpriced,
        BesideText beside) {

    /** What was measured of first requests speaks for the lifetime that it was measured with. */
    static Reuse.FirstTurns.Applies firstTurns(Plan plan, PriceBook book, @Nullable CacheLifetime applied) {
        MeasuredOn on = plan.caching().measuredOn();
        PriceRef of = on == null || on.model() == null ? plan.inference().model() : on.model();
        String name = on == null || on.lifetime() == null ? plan.caching().lifetime() : on.lifetime();
        int longer = applied == null
                ? 0
                : book.cachePolicy(of, plan.inference().pricesAsOf())
                        .map(Quote::fact)
                        .map(p -> p.lifetime(name).orElse(p.lifetimes().get(0)))
                        .map(measured -> applied.duration().compareTo(measured.duration()))
                        .orElse(0);
        return longer > 0
                ? Reuse.FirstTurns.Applies.AT_LEAST
                : longer < 0 ? Reuse.FirstTurns.Applies.NOT : Reuse.FirstTurns.Applies.EXACTLY;
    }

    /** 1 in the rows in which something is taken that has no price. */
    Column unpriced(Block x) {
        Column any = Column.ZERO;
        for (PriceGaps.Gap gap : unpriced) {
            any = any.max(gap.in(x));
        }
        return any;
    }

    /** Whether capacity is paid in place of that line. */
    boolean provisioned(LineKind kind) {
        return capacity != null && kind.provisioned();
    }

    /** A unit price as a function of the plan's numbers. */
    interface Rate {

        Column in(Block x);

        /** What {@code price} is a price of, for plans in {@code currency}. */
        static Rate of(LineKind kind, UnitPrice price, Currency currency) {
            PlanField stated = kind.stated();
            if (stated != null) {
                return x -> x.get(stated);
            }
            if (kind == LineKind.FAILURE) {
                return Successes::failureCost;
            }
            ExactMoney paid = price.paid();
            if (paid == null) {
                Column own = Column.of(kind == LineKind.TRAINING_HOURS ? price.value() : 0);
                return x -> own;
            }
            return in(paid, currency);
        }

        private static Rate in(ExactMoney money, Currency currency) {
            Column value = Column.of(money.value().doubleValue());
            return money.currency().equals(currency)
                    ? x -> value
                    : x -> x.get(PlanField.EXCHANGE_RATE).times(value);
        }

        /** With another share off than the plan's in the rows that have another. */
        static Rate less(Rate paid, UnitPrice price, PlanNumber off, Plan plan) {
            ExactMoney listed = price.listPrice();
            if (listed == null) {
                return paid;
            }
            double usual = off.get(plan);
            Rate list = in(listed, plan.currency());
            return x -> {
                Column stated = x.get(plan, off);
                Column share = stated.known().choose(stated, Column.ZERO);
                return share.uniform() && share.value() == usual
                        ? paid.in(x)
                        : list.in(x).times(share.not());
            };
        }

        /** As it is expected to be in a month. */
        static Rate moved(Rate listed, PriceMotion motion, String vendor, int month) {
            return motion.moves() ? x -> listed.in(x).times(motion.in(x, vendor, month)) : listed;
        }
    }
}
