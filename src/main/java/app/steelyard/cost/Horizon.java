package app.steelyard.cost;

import app.steelyard.plan.Placement;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import java.util.ArrayList;
import java.util.List;

/**
 * Money over the horizon, for a block of rows. The months of a span of equal prices are not weighed one by one: what they
 * take is so much for each request, for each month and for each request that misses the cache, so that the sums of these
 * over the months suffice. Only hit rates need every month's traffic.
 */
final class Horizon {
    private final Block x;
    private final Months months;
    private final List<Span> spans = new ArrayList<>();

    /**
     * Sums over the months from {@code from} up to and with {@code to}, which have the same prices; discounted to the start
     * and not.
     */
    private record Span(int from, int to, Column sent, Column sentNow, Column monthsNow) {}

    /**
     * Money before the first month, in all, and discounted.
     *
     * @param feasible 1 in the rows in which the design can do the job
     */
    record Weighed(Column setUp, Column total, Column presentValue, Column feasible) {

        /** Writes as many rows as {@code count} into {@code out} from row {@code from}. */
        void copyTo(Sums out, int architecture, int from, int count) {
            setUp.copyTo(out.setUp()[architecture], from, count);
            total.copyTo(out.total()[architecture], from, count);
            presentValue.copyTo(out.presentValue()[architecture], from, count);
            for (int i = 0; i < count; i++) {
                out.feasible()[architecture][from + i] = feasible.at(i) == 1;
            }
        }
    }

    /** @param any of the architectures of a plan; their prices change in the same months */
    Horizon(Block x, CostModel any) {
        this.x = x;
        this.months = any.months(x);
        int from = 1;
        for (int m = 2; m <= any.months() + 1; m++) {
            if (m > any.months() || any.repriced(m)) {
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
            sentNow.add(months.sent[m], months.discount[m]);
            monthsNow.add(months.discount[m]);
        }
        return new Span(from, to, sent.column(), sentNow.column(), monthsNow.column());
    }

    Weighed weigh(CostModel model, Plan plan) {
        Column setUp = model.demand.setUp(x, model.epochs[0]).money(x, model.epochs[0]);
        Column total = setUp;
        Column presentValue = setUp;
        Column feasible = Column.ONE;
        for (Span span : spans) {
            Epoch epoch = model.epochs[span.from()];
            Demand demand = model.demand.month(x, epoch);
            if (span.from() == 1) {
                feasible = Obstacles.feasible(plan, model, x, demand.prompt());
            }
            Column perRequest = demand.perRequest().money(x, epoch);
            Column perMonth = demand.perMonth().money(x, epoch);
            total = total.plus(perRequest.times(span.sent())).plus(perMonth.times(1 + span.to() - span.from()));
            presentValue = presentValue.plus(perRequest.times(span.sentNow())).plus(perMonth.times(span.monthsNow()));
            Misses misses = misses(demand, span);
            for (int p = 0; p < misses.missed().length; p++) {
                Column onHit = demand.onHit()[p].money(x, epoch);
                Column onMiss = demand.onMiss()[p].money(x, epoch);
                Column missed = misses.missed()[p];
                Column missedNow = misses.missedNow()[p];
                total = total.plus(onHit.times(span.sent().minus(missed))).plus(onMiss.times(missed));
                presentValue = presentValue
                        .plus(onHit.times(span.sentNow().minus(missedNow)))
                        .plus(onMiss.times(missedNow));
            }
            if (model.architecture.places(Placement.WEIGHTS)) {
                Column round = model.demand.round(x, epoch).money(x, epoch);
                Rounds rounds = rounds(model, span);
                total = total.plus(round.times(rounds.count()));
                presentValue = presentValue.plus(round.times(rounds.now()));
            }
        }
        Column unknown = unpriced(model);
        Column nobodyKnows = Column.of(Double.NaN);
        return new Weighed(
                setUp,
                unknown.choose(nobodyKnows, total),
                unknown.choose(nobodyKnows, presentValue),
                feasible.times(unknown.not()));
    }

    /** 1 in the rows with output, where the price list has no price for it. */
    private Column unpriced(CostModel model) {
        Column output = x.get(PlanField.OUTPUT_TOKENS).exceeds(Column.ZERO);
        for (Span span : spans) {
            if (model.epochs[span.from()].prices()[model.layout.output[0]].listPrice() == null) {
                return output;
            }
        }
        return Column.ZERO;
    }

    /** Requests of a span that miss each part of the prefix, as they are and discounted. */
    private record Misses(Column[] missed, Column[] missedNow) {}

    private Misses misses(Demand demand, Span span) {
        int parts = demand.prefix().parts().size();
        RunningSum[] missed = new RunningSum[parts];
        RunningSum[] missedNow = new RunningSum[parts];
        for (int p = 0; p < parts; p++) {
            missed[p] = new RunningSum(x);
            missedNow[p] = new RunningSum(x);
        }
        int mark = x.mark();
        Column[] hits = demand.prefix().hits(months.sent[span.from()]);
        for (int m = span.from(); m <= span.to() && parts > 0; m++) {
            if (months.sent[m] != months.sent[m - 1] && m > span.from()) {
                x.release(mark);
                hits = demand.prefix().hits(months.sent[m]);
            }
            for (int p = 0; p < parts; p++) {
                // Misses rather than hits are summed: where nearly all hit, their small number keeps its precision.
                Column of = hits[p].not().times(months.sent[m]);
                missed[p].add(of);
                missedNow[p].add(of, months.discount[m]);
            }
        }
        x.release(mark);
        return new Misses(columns(missed), columns(missedNow));
    }

    private static Column[] columns(RunningSum[] sums) {
        Column[] columns = new Column[sums.length];
        for (int p = 0; p < sums.length; p++) {
            columns[p] = sums[p].column();
        }
        return columns;
    }

    /** Training rounds in a span, as they are and discounted. */
    private record Rounds(Column count, Column now) {}

    private Rounds rounds(CostModel model, Span span) {
        Column every = x.get(PlanField.RETRAIN_EVERY_MONTHS);
        RunningSum count = new RunningSum(x);
        RunningSum now = new RunningSum(x);
        for (int m = span.from(); m <= span.to(); m++) {
            int month = m;
            Column due = every.map(e -> model.isRound(e, month) ? 1 : 0);
            count.add(due);
            now.add(due, months.discount[m]);
        }
        return new Rounds(count.column(), now.column());
    }
}
