package app.steelyard.cost.engine;

import app.steelyard.cost.bill.Shares;
import app.steelyard.cost.column.Block;
import app.steelyard.cost.column.Column;
import app.steelyard.cost.column.HitRate;
import app.steelyard.cost.column.Inputs;
import app.steelyard.cost.column.Months;
import app.steelyard.cost.result.Adaptation;
import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.Basis;
import app.steelyard.cost.result.CapacityUse;
import app.steelyard.cost.result.CashFlow;
import app.steelyard.cost.result.Hours;
import app.steelyard.cost.result.Timing;
import app.steelyard.cost.terms.PriceMotion;
import app.steelyard.cost.terms.Provision;
import app.steelyard.cost.terms.Settlement;
import app.steelyard.plan.Contract.Capacity;
import app.steelyard.plan.Finance.CashTiming;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.item.Placement;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.TuningOffer;
import app.steelyard.pricing.contract.Agreed;
import app.steelyard.text.Texts;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The cost function of one architecture: prices and placements are fixed when it is made, the numbers come in as rows of
 * {@link Inputs}. One row is an answer, many rows a simulation; both take quantities, hit rates and prices from the same
 * {@link Demand}. Immutable.
 */
public final class CostModel {
    private static final Texts TEXTS = Texts.of(CostModel.class);

    final Architecture architecture;
    final Layout layout;
    final PromptOrder order;
    /** By month, from 1; the same object for months with the same prices. */
    final Epoch[] epochs;

    private final Plan plan;
    /** How this architecture answers, and how those that are compared do. */
    private final Set<Adaptation.Rate> own;

    private final Set<Adaptation.Rate> compared;
    private final CashTiming timing;
    /** What is expected of prices. */
    final PriceMotion motion;
    /** The month in which the tuned model's base retires and a new round is due; 0 for none in the horizon. */
    private final int retirementMonth;
    /** What of a contract only whole months tell; null for nothing. */
    final @Nullable Settlement settlement;

    private CostModel(
            Plan plan,
            Architecture architecture,
            Set<Adaptation.Rate> compared,
            Layout layout,
            PromptOrder order,
            Epoch[] epochs,
            int retirementMonth,
            @Nullable Settlement settlement) {
        this.settlement = settlement;
        this.own = Adaptation.rates(architecture, plan);
        this.compared = compared;
        this.architecture = architecture;
        this.layout = layout;
        this.epochs = epochs;
        this.timing = plan.finance().timing();
        this.retirementMonth = retirementMonth;
        this.plan = plan;
        this.motion = new PriceMotion(plan);
        this.order = order;
    }

    /** Either a model, or the reasons why there is none. */
    public record Compiled(@Nullable CostModel model, List<String> missing) {}

    public static Compiled compile(Plan weighed, Architecture architecture, PriceBook book) {
        Plan plan = architecture.in(weighed);
        Layout layout = new Layout(plan, architecture);
        int months = (int) Math.round(plan.finance().horizonMonths());
        LocalDate start = plan.inference().pricesAsOf();
        Epoch[] epochs = new Epoch[months + 1];
        Set<String> missing = new LinkedHashSet<>();
        PriceMotion motion = new PriceMotion(plan);
        for (int m = 1; m <= months; m++) {
            Quotes quotes = Quotes.of(plan, book, start.plusMonths(m - 1));
            if (m > 1 && !motion.moves(m) && quotes.sameFacts(epochs[m - 1].quotes())) {
                epochs[m] = epochs[m - 1];
            } else {
                EpochFactory factory = new EpochFactory(plan, architecture, layout, quotes, book, m);
                epochs[m] = factory.build();
                missing.addAll(factory.missing());
            }
        }
        epochs[0] = epochs[1];
        // A model of the architecture's own is none that the plan compares its designs on.
        if (Basis.of(weighed).perSuccess() && !Adaptation.stated(architecture, plan)) {
            missing.add(TEXTS.get("missing.success", Adaptation.unstated(architecture, plan)));
        }
        return missing.isEmpty()
                ? new Compiled(
                        new CostModel(
                                plan,
                                architecture,
                                Basis.needed(weighed),
                                layout,
                                PromptOrder.of(plan, architecture, layout, epochs[1]),
                                epochs,
                                retirementMonth(architecture, epochs[1].quotes(), start),
                                settlement(plan, book)),
                        List.of())
                : new Compiled(null, List.copyOf(missing));
    }

    private static @Nullable Settlement settlement(Plan plan, PriceBook book) {
        Settlement settlement = new Settlement(Agreed.whole(plan, book));
        return settlement.isNeeded() ? settlement : null;
    }

    /** Whether each month has to be weighed as a whole. */
    boolean monthly() {
        return settlement != null || epochs[1].capacity() != null;
    }

    /** First day of a month. */
    LocalDate day(int month) {
        return plan.inference().pricesAsOf().plusMonths(month - 1);
    }

    /** Who is paid for capacity. */
    String vendor() {
        PriceRef model = architecture.model(plan);
        return model == null ? "" : model.vendor();
    }

    private static int retirementMonth(Architecture architecture, Quotes quotes, LocalDate start) {
        TuningOffer offer = quotes.offer() == null ? null : quotes.offer().fact();
        Model model = quotes.tunedModel();
        if (!architecture.places(Placement.WEIGHTS)) {
            return 0;
        }
        return Stream.of(offer == null ? null : offer.inferenceUntil(), model == null ? null : model.retires())
                .filter(d -> d != null && d.isAfter(start))
                .min(LocalDate::compareTo)
                .map(d -> (int) ChronoUnit.MONTHS.between(start, d) + 1)
                .orElse(0);
    }

    /**
     * All quantities and money of one row.
     *
     * @param firstRound the month of the first training round after that of the set-up; 0 for none
     * @param quantity by slot, at one occurrence: at set-up, in the first month, in the first round
     * @param amount money, likewise
     * @param total money by slot over the horizon
     * @param amountAtList as {@code amount}, without what is agreed with vendors
     * @param totalAtList as {@code total}, likewise
     * @param use of capacity in the first month; null where tokens are paid
     */
    record Totals(
            CashFlow flow,
            int firstRound,
            double[] quantity,
            double[] amount,
            double[] total,
            double[] amountAtList,
            double[] totalAtList,
            @Nullable CapacityUse use) {}

    /** @param order of the cached items, as {@link PromptOrder} has it */
    DemandFactory demand(List<Integer> order) {
        return new DemandFactory(plan, architecture, own, compared, layout, order);
    }

    /** Rows of the plan as the model that answers has them. */
    Block rows(Block plain) {
        return plain.on(plan, architecture.model(plan));
    }

    /** @param x a block of one row */
    DemandFactory demand(Block x) {
        return demand(order.choices(x, firstSent(x)).get(0).order());
    }

    int months() {
        return epochs.length - 1;
    }

    Months months(Block x) {
        return Months.of(x, months(), timing);
    }

    /** Requests of the first month, retries counted, without a look at the others. */
    Column firstSent(Block x) {
        return Months.of(x, 1, timing).sent[1];
    }

    /** Writes the tokens of a request that are read from the cache, and all of its prompt, from {@code start} on. */
    void read(Block x, double[] read, double[] all, int start) {
        Column sent = firstSent(x);
        for (PromptOrder.Choice choice : order.choices(x, sent)) {
            Demand month = demand(choice.order()).month(x, epochs[1], sent);
            Column[] hits = month.prefix().hits(sent);
            Column tokens = Column.ZERO;
            for (int p = 0; p < hits.length; p++) {
                tokens = tokens.plus(hits[p].times(month.prefix().parts().get(p).repeated()));
            }
            Column looking = Shares.of(x, epochs[1].ways()).ofCache();
            for (int row = 0; row < x.rows(); row++) {
                if (choice.where().at(row) == 1) {
                    read[start + row] = tokens.at(row) * looking.at(row);
                    all[start + row] = month.prompt().total().at(row);
                }
            }
        }
    }

    /** The hit rate from which caching costs less than plain input; NaN where it never does, or nothing is cached. */
    double breakEven(Epoch epoch, Prefix prefix) {
        if (!epoch.cached() || prefix.parts().isEmpty()) {
            return Double.NaN;
        }
        int item = prefix.parts().get(0).item();
        double input = epoch.prices()[layout.plain[item][0]].value();
        double read = epoch.prices()[layout.read[item][0]].value();
        double write = epoch.prices()[layout.write[item][0]].value();
        return HitRate.breakEven(input, read, write);
    }

    /**
     * Evaluates one row.
     *
     * @param x a block of one row
     * @param months of that block
     * @param demand with its order
     * @param firstMonth the demand of its first month
     */
    Totals evaluate(Block x, Months months, DemandFactory demand, Demand firstMonth) {
        Bill.ByMonth ledger = new Bill.ByMonth(layout.slots, months());
        Successes successes = firstMonth.successes();
        Bill.Tally setUp = new Bill.Tally(ledger.of(0, Timing.SET_UP), epochs[0]);
        demand.setUp(x, epochs[0]).enter(1, setUp);
        List<Bill.Tally> tallies = new ArrayList<>();
        Demand month = firstMonth;
        Column[] hits = month.prefix().hits(months.sent[1]);
        for (int m = 1; m <= months(); m++) {
            Column sent = months.sent[m];
            ledger.requests(m, months.requests[m].value());
            if (m > 1 && repriced(m)) {
                month = demand.month(x, epochs[m], sent);
            }
            if (m > 1 && (repriced(m) || sent != months.sent[m - 1])) {
                hits = month.prefix().hits(sent);
            }
            Bill.Tally book = new Bill.Tally(ledger.of(m, Timing.MONTHLY), epochs[m]);
            tallies.add(book);
            Bill.Tally usage = new Bill.Tally(book, epochs[m]);
            month.perMonth().enter(1, book);
            month.enter(sent.value(), hits, usage);
            demand.uses(x, epochs[m], of -> of.apply(sent)).enter(1, usage);
            Prefix.Stubs[] stubs = month.prefix()
                    .stubs(sent, reuse -> reuse.hitRate(x, sent).not().times(sent));
            for (int p = 0; p < stubs.length; p++) {
                month.onHit()[p].enter(stubs[p].hit().value(), usage);
                month.onMiss()[p].enter(stubs[p].missed().value(), usage);
            }
            month.keepAlive()
                    .enter(
                            month.keepAlive()
                                    .count(reuse -> reuse.hitRate(x, sent).not().times(sent))
                                    .value(),
                            usage);
            double sessions = Successes.sessions(x, months.requests[m]).value();
            double again = successes.usage(x).value() - 1;
            book.enter(
                    layout.repeated,
                    sessions * successes.repeated().value(),
                    usage.money() * again,
                    usage.atList() * again);
            book.add(usage, again);
            month.perSession().enter(sessions, book);
            if (isRound(x.get(PlanField.RETRAIN_EVERY_MONTHS).value(), m)) {
                Bill.Tally round = new Bill.Tally(ledger.of(m, Timing.ROUND), epochs[m]);
                demand.round(x, epochs[m]).enter(1, round);
                book.add(round, 1);
            }
        }
        if (!monthly()) {
            return ledger.totals(null);
        }
        tallies.get(0).add(setUp, 1);
        return ledger.totals(settle(x, months, ledger, tallies));
    }

    /** Enters what only whole months tell: capacity, and what is agreed beside single prices. */
    private @Nullable CapacityUse settle(Block x, Months months, Bill.ByMonth ledger, List<Bill.Tally> tallies) {
        Capacity capacity = epochs[1].capacity();
        List<Column> needed = new ArrayList<>();
        for (int m = 1; capacity != null && m <= months(); m++) {
            needed.add(
                    Provision.needed(x, capacity, Column.of(tallies.get(m - 1).load()), months.sent[m]));
        }
        List<Column> bought = capacity == null ? List.of() : Provision.byTerm(capacity, needed);
        Settlement.Course settling = settlement == null ? null : settlement.new Course();
        for (int m = 1; m <= months(); m++) {
            Bill.Book book = ledger.of(m, Timing.MONTHLY);
            double paid = 0;
            if (capacity != null) {
                double hours = bought.get(m - 1).value() * Hours.PER_MONTH;
                paid = hours
                        * capacity.hourly(Hours.PER_MONTH)
                        * motion.rent(x, m).value();
                book.enter(layout.capacity, hours, paid, paid);
            }
            if (settling != null) {
                List<Column> counted = Arrays.stream(tallies.get(m - 1).counted())
                        .mapToObj(Column::of)
                        .toList();
                Settlement.Added added = settling.settle(day(m), counted, Column.of(paid), vendor());
                enter(book, layout.volume, added.volume());
                enter(book, layout.credit, added.credit());
                enter(book, layout.commitment, added.commitment());
                enter(book, layout.tax, added.tax());
            }
        }
        if (capacity == null) {
            return null;
        }
        Bill.Tally first = tallies.get(0);
        return CapacityUse.of(
                capacity,
                needed.get(0).value(),
                bought.get(0).value(),
                first.load(),
                tokensPriced() ? first.tokens() : Double.NaN,
                months.sent[1].value());
    }

    /** Whether what capacity is paid in place of has a price by the token. */
    private boolean tokensPriced() {
        return epochs[1].prices()[layout.output[0]].listPrice() != null;
    }

    /** There is no such thing at list prices. */
    private static void enter(Bill.Book book, int slot, Column amount) {
        if (!amount.isZero()) {
            book.enter(slot, 1, amount.value(), 0);
        }
    }

    /** Whether month {@code m} is the first, or has other prices than the one before. */
    @SuppressWarnings("ReferenceEquality") // Months with the same prices share the object.
    boolean repriced(int m) {
        return m == 1 || epochs[m] != epochs[m - 1];
    }

    /**
     * Whether a training round after the first falls into month {@code m}; none is begun in the last month.
     *
     * @param retrainEvery months; 0 for never
     */
    boolean isRound(double retrainEvery, int m) {
        if (!architecture.places(Placement.WEIGHTS)) {
            return false;
        }
        int every = (int) Math.round(retrainEvery);
        return m == retirementMonth || every > 0 && m % every == 0 && m < months();
    }
}
