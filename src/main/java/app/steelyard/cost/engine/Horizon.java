package app.steelyard.cost.engine;

import app.steelyard.cost.column.Block;
import app.steelyard.cost.column.Column;
import app.steelyard.cost.column.Months;
import app.steelyard.cost.column.Reuse;
import app.steelyard.cost.column.RunningSum;
import app.steelyard.cost.column.SampledMonths;
import app.steelyard.cost.result.Hours;
import app.steelyard.cost.terms.LineWeights;
import app.steelyard.cost.terms.Provision;
import app.steelyard.cost.terms.Settlement;
import app.steelyard.plan.Contract.Capacity;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.item.Placement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * Money over the horizon, for a block of rows. The months of a span of equal prices are not weighed one by one: what they
 * take is so much for each request, for each month and for each request that misses the cache, so that the sums of these
 * over the months suffice. Only hit rates need every month's traffic.
 */
final class Horizon {
    /** Spans of which all may be held at once. */
    private static final int FEW = 6;

    private final Block x;
    private final Months months;
    /** By month; nothing where present values are not asked for, so that all that is made of them falls away. */
    private final Column[] discount;

    private final List<Span> spans = new ArrayList<>();
    /** What was summed for one architecture serves all others that cache the same. */
    private final Map<Alone, Sum> missed = new HashMap<>();

    /** Requests, rounds or money of a span of months, as they are and discounted. */
    private record Sum(Column count, Column now) {}

    /** A prefix that is looked for alone, in the span that starts with month {@code from}. */
    private record Alone(int from, Reuse reuse) {}

    /**
     * Sums over the months from {@code from} up to and with {@code to}, which have the same prices; discounted to the start
     * and not.
     */
    private record Span(int from, int to, Sum sent, Column monthsNow) {}

    /**
     * @param models the architectures of a plan, each with the prices of its model; at least one
     * @param discounted whether present values are asked for
     */
    Horizon(Block x, List<CostModel> models, boolean discounted) {
        this.x = x;
        CostModel any = models.get(0);
        this.months = any.months(x);
        this.discount = months.discount.clone();
        if (!discounted) {
            Arrays.fill(discount, Column.ZERO);
        }
        int from = 1;
        for (int m = 2; m <= any.months() + 1; m++) {
            int month = m;
            if (m > any.months() || models.stream().anyMatch(c -> c.monthly() || c.repriced(month))) {
                spans.add(span(from, m - 1));
                from = m;
            }
        }
    }

    private Span span(int from, int to) {
        RunningSum sent = new RunningSum(x);
        RunningSum sentNow = new RunningSum(x);
        RunningSum monthsNow = new RunningSum(x);
        for (int m = from; m <= to; m++) {
            sent.add(months.sent[m]);
            sentNow.add(months.sent[m], discount[m]);
            monthsNow.add(discount[m]);
        }
        return new Span(from, to, new Sum(sent.column(), sentNow.column()), monthsNow.column());
    }

    /** Where the cheapest order of the prompt is not the same in all rows, each row has its own. */
    Sums.Weighed weigh(CostModel model, Plan plan) {
        List<PromptOrder.Choice> choices = model.order.choices(x, months.sent[1]);
        Sums.Weighed weighed = weigh(model, plan, model.demand(choices.get(0).order()));
        for (PromptOrder.Choice choice : choices.subList(1, choices.size())) {
            weighed = weighed.where(choice.where(), weigh(model, plan, model.demand(choice.order())));
        }
        return weighed;
    }

    private Sums.Weighed weigh(CostModel model, Plan plan, DemandFactory factory) {
        Column setUp = factory.setUp(x, model.epochs[0]).paid();
        Column total = setUp;
        Column presentValue = setUp;
        Column feasible = Column.ONE;
        Successes successes = Successes.UNKNOWN;
        Monthly monthly = new Monthly(model);
        Taken setUpTaken = Taken.of(factory.setUp(x, model.epochs[0]), Column.ONE);
        int repriced = 1;
        for (Span span : spans) {
            int mark = x.mark();
            repriced = model.monthly() && !model.repriced(span.from()) ? repriced : span.from();
            Epoch epoch = model.epochs[span.from()];
            Demand demand = factory.month(x, epoch, months.sent[repriced]);
            if (span.from() == 1) {
                feasible = Obstacles.feasible(plan, model, x, demand.prompt());
            }
            Sum sent = span.sent();
            Column perRequest = demand.perRequest().paid();
            Column perMonth = demand.perMonth().paid();
            List<Taken> taken = new ArrayList<>();
            taken.add(Taken.of(demand.perRequest(), sent.count()));
            Column usage = perRequest.times(sent.count());
            Column usageNow = perRequest.times(sent.now());
            total = total.plus(perMonth.times(1 + span.to() - span.from()));
            presentValue = presentValue.plus(perMonth.times(span.monthsNow()));
            Sum[] missed = misses(demand.prefix(), span);
            for (int p = 0; p < missed.length; p++) {
                Column onHit = demand.onHit()[p].paid();
                Column onMiss = demand.onMiss()[p].paid();
                taken.add(Taken.of(demand.onHit()[p], sent.count().minus(missed[p].count())));
                taken.add(Taken.of(demand.onMiss()[p], missed[p].count()));
                usage = usage.plus(onHit.times(sent.count().minus(missed[p].count())))
                        .plus(onMiss.times(missed[p].count()));
                usageNow = usageNow.plus(onHit.times(sent.now().minus(missed[p].now())))
                        .plus(onMiss.times(missed[p].now()));
            }
            Prefix.Stubs[] stubs = demand.prefix()
                    .stubs(sent.count(), reuse -> missed(reuse, span).count());
            Prefix.Stubs[] stubsNow = demand.prefix()
                    .stubs(sent.now(), reuse -> missed(reuse, span).now());
            for (int p = 0; p < stubs.length; p++) {
                Column onHit = demand.onHit()[p].paid();
                Column onMiss = demand.onMiss()[p].paid();
                taken.add(Taken.of(demand.onHit()[p], stubs[p].hit()));
                taken.add(Taken.of(demand.onMiss()[p], stubs[p].missed()));
                usage = usage.plus(onHit.times(stubs[p].hit())).plus(onMiss.times(stubs[p].missed()));
                usageNow = usageNow.plus(onHit.times(stubsNow[p].hit())).plus(onMiss.times(stubsNow[p].missed()));
            }
            Demand.KeepAlive keepAlive = demand.keepAlive();
            Column ping = keepAlive.money();
            usage = usage.plus(
                    ping.times(keepAlive.count(reuse -> missed(reuse, span).count())));
            usageNow = usageNow.plus(
                    ping.times(keepAlive.count(reuse -> missed(reuse, span).now())));
            taken.add(new Taken(
                    keepAlive::counted,
                    keepAlive.count(reuse -> missed(reuse, span).count())));
            if (!model.layout.uses.isEmpty()) {
                Bill uses = factory.uses(x, epoch, of -> sum(of, span, false));
                usage = usage.plus(uses.paid());
                usageNow = usageNow.plus(
                        factory.uses(x, epoch, of -> sum(of, span, true)).paid());
                taken.add(Taken.of(uses, Column.ONE));
            }
            successes = demand.successes();
            Column perSession = demand.perSession().paid();
            total = total.plus(usage.times(successes.usage(x))).plus(perSession.times(sessions(sent.count())));
            presentValue =
                    presentValue.plus(usageNow.times(successes.usage(x))).plus(perSession.times(sessions(sent.now())));
            if (model.architecture.places(Placement.WEIGHTS)) {
                Bill bill = factory.round(x, epoch);
                Column round = bill.paid();
                Sum rounds = rounds(model, span);
                monthly.once(span, epoch, Taken.of(bill, rounds.count()));
                total = total.plus(round.times(rounds.count()));
                presentValue = presentValue.plus(round.times(rounds.now()));
            }
            monthly.usage(span, epoch, taken, successes.usage(x));
            monthly.once(span, epoch, Taken.of(demand.perMonth(), Column.ONE));
            if (span.from() == 1) {
                monthly.once(span, model.epochs[0], setUpTaken);
            }
            // Where every month has prices of its own, what all take together is too much to hold.
            if (spans.size() > FEW && !model.monthly() && span.to() < model.months()) {
                total = x.keep(total);
                presentValue = x.keep(presentValue);
                feasible = x.keep(feasible);
                x.release(mark);
            }
        }
        Sum added = monthly.added();
        total = total.plus(added.count());
        presentValue = presentValue.plus(added.now());
        Column known = unpriced(model).not().times(successes.failed().known());
        Column nobodyKnows = Column.of(Double.NaN);
        return new Sums.Weighed(
                setUp,
                known.choose(total, nobodyKnows),
                known.choose(presentValue, nobodyKnows),
                successes.succeeded(),
                feasible.times(known));
    }

    /** Sessions of several months, from the requests sent in them. */
    private Column sessions(Column sent) {
        return Successes.sessions(x, sent.over(Column.ONE.plus(x.get(PlanField.RETRY_RATE))));
    }

    /** What is bought so many times. */
    private record Taken(BiFunction<LineWeights, Boolean, Column> counted, Column times) {
        static Taken of(Bill bill, Column times) {
            return new Taken(bill::counted, times);
        }
    }

    /** What only whole months tell: capacity, and what is agreed beside single prices. Where there is none, nothing is counted. */
    private final class Monthly {
        private final CostModel model;
        private final List<Column> load = new ArrayList<>();
        private final List<List<Column>> counted = new ArrayList<>();

        Monthly(CostModel model) {
            this.model = model;
            for (int m = 1; model.monthly() && m <= model.months(); m++) {
                load.add(Column.ZERO);
                counted.add(new ArrayList<>(
                        Collections.nCopies(model.epochs[m].weights().size(), Column.ZERO)));
            }
        }

        /** @param again how often usage is paid, repeated sessions counted */
        void usage(Span span, Epoch epoch, List<Taken> taken, Column again) {
            if (model.monthly()) {
                taken.forEach(t -> count(span, epoch, t, again));
            }
        }

        void once(Span span, Epoch epoch, Taken taken) {
            if (model.monthly()) {
                count(span, epoch, taken, Column.ONE);
            }
        }

        private void count(Span span, Epoch epoch, Taken taken, Column again) {
            int month = span.from() - 1;
            Column times = taken.times().times(again);
            load.set(
                    month,
                    load.get(month)
                            .plus(taken.counted().apply(epoch.load(), true).times(times)));
            List<Column> weights = counted.get(month);
            for (int g = 0; g < weights.size(); g++) {
                LineWeights counts = epoch.weights().get(g);
                weights.set(
                        g,
                        weights.get(g).plus(taken.counted().apply(counts, false).times(times)));
            }
        }

        /** Over the horizon, and discounted. */
        Sum added() {
            Column count = Column.ZERO;
            Column now = Column.ZERO;
            Capacity capacity = model.epochs[1].capacity();
            List<Column> bought = capacity == null ? List.of() : bought(capacity);
            Settlement.Course settling = model.settlement == null ? null : model.settlement.new Course();
            for (int m = 1; m <= load.size(); m++) {
                Column paid = capacity == null
                        ? Column.ZERO
                        : bought.get(m - 1)
                                .times(Hours.PER_MONTH * capacity.hourly(Hours.PER_MONTH))
                                .times(model.motion.rent(x, m));
                if (settling != null) {
                    Settlement.Added a = settling.settle(model.day(m), counted.get(m - 1), paid, model.vendor());
                    paid = paid.plus(a.volume())
                            .plus(a.credit())
                            .plus(a.commitment())
                            .plus(a.tax());
                }
                count = count.plus(paid);
                now = now.plus(paid.times(discount[m]));
            }
            return new Sum(count, now);
        }

        private List<Column> bought(Capacity capacity) {
            List<Column> needed = new ArrayList<>();
            for (int m = 1; m <= load.size(); m++) {
                needed.add(Provision.needed(x, capacity, load.get(m - 1), months.sent[m]));
            }
            return Provision.byTerm(capacity, needed);
        }
    }

    /** What the requests of each month of a span come to, over all of them. */
    private Column sum(UnaryOperator<Column> of, Span span, boolean now) {
        RunningSum sum = new RunningSum(x);
        for (int m = span.from(); m <= span.to(); m++) {
            sum.add(of.apply(months.sent[m]), now ? discount[m] : Column.ONE);
        }
        return sum.column();
    }

    /** 1 in the rows with something that has no price, such as output where the price list has none for it. */
    private Column unpriced(CostModel model) {
        Column none = Column.ZERO;
        Column output = DemandFactory.output(x, model.architecture).exceeds(Column.ZERO);
        for (Span span : spans) {
            Epoch epoch = model.epochs[span.from()];
            none = none.max(epoch.unpriced(x));
            if (epoch.capacity() == null && epoch.prices()[model.layout.output[0]].listPrice() == null) {
                none = none.max(output);
            }
        }
        return none;
    }

    /** By position: the requests of {@code span} that do not find the part in the cache. */
    private Sum[] misses(Prefix prefix, Span span) {
        Column[] count =
                prefix.misses(span.sent().count(), reuse -> missed(reuse, span).count());
        Column[] now =
                prefix.misses(span.sent().now(), reuse -> missed(reuse, span).now());
        Sum[] misses = new Sum[count.length];
        Arrays.setAll(misses, p -> new Sum(count[p], now[p]));
        return misses;
    }

    private Sum missed(Reuse reuse, Span span) {
        return missed.computeIfAbsent(new Alone(span.from(), reuse), alone -> {
            int mark = x.mark();
            Sum sum = sum(reuse, span);
            Sum kept = new Sum(x.keep(sum.count()), x.keep(sum.now()));
            x.release(mark);
            return kept;
        });
    }

    private Sum sum(Reuse reuse, Span span) {
        SampledMonths sampled = SampledMonths.of(x, months, span.from(), span.to());
        return sampled == null ? each(reuse, span) : some(reuse, span, sampled);
    }

    /** The hits of all months from those of some. */
    private Sum some(Reuse reuse, Span span, SampledMonths sampled) {
        RunningSum count = new RunningSum(x);
        RunningSum now = new RunningSum(x);
        int mark = x.mark();
        for (int k = 0; k < sampled.months().length; k++) {
            RunningSum counts = new RunningSum(x);
            RunningSum countsNow = new RunningSum(x);
            for (int m = span.from(); m <= span.to(); m++) {
                int inner = x.mark();
                Column sent = months.sent[m].times(sampled.weight(k, m));
                counts.add(sent);
                countsNow.add(sent, discount[m]);
                x.release(inner);
            }
            Column missed = reuse.hitRate(x, months.sent[sampled.months()[k]]).not();
            count.add(missed, counts.column());
            now.add(missed, countsNow.column());
            x.release(mark);
        }
        return new Sum(count.column(), now.column());
    }

    private Sum each(Reuse reuse, Span span) {
        RunningSum count = new RunningSum(x);
        RunningSum now = new RunningSum(x);
        int mark = x.mark();
        Column hits = reuse.hitRate(x, months.sent[span.from()]);
        for (int m = span.from(); m <= span.to(); m++) {
            Column sent = months.sent[m];
            if (sent != months.sent[m - 1] && m > span.from()) {
                x.release(mark);
                hits = reuse.hitRate(x, sent);
            }
            // Misses rather than hits are summed: where nearly all hit, their small number keeps its precision.
            Column of = hits.not().times(sent);
            count.add(of);
            now.add(of, discount[m]);
        }
        x.release(mark);
        return new Sum(count.column(), now.column());
    }

    /** Training rounds in a span. */
    private Sum rounds(CostModel model, Span span) {
        Column every = x.get(PlanField.RETRAIN_EVERY_MONTHS);
        RunningSum count = new RunningSum(x);
        RunningSum now = new RunningSum(x);
        for (int m = span.from(); m <= span.to(); m++) {
            int month = m;
            Column due = every.map(e -> model.isRound(e, month) ? 1 : 0);
            count.add(due);
            now.add(due, discount[m]);
        }
        return new Sum(count.column(), now.column());
    }
}
