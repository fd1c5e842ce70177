package app.steelyard.cost.engine;

import app.steelyard.cost.column.Block;
import app.steelyard.cost.column.Column;
import app.steelyard.cost.result.CachedPart;
import app.steelyard.cost.result.Caches;
import app.steelyard.cost.result.CashFlow;
import app.steelyard.cost.result.Driver;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.LaterPrice;
import app.steelyard.cost.result.Line;
import app.steelyard.cost.result.Measures;
import app.steelyard.cost.result.Timing;
import app.steelyard.cost.result.UnitPrice;
import app.steelyard.plan.Plan;
import app.steelyard.plan.item.Placement;
import app.steelyard.pricing.CachePolicy;
import app.steelyard.pricing.Quote;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the bare numbers of one row into an evaluation that a person can read. */
public final class Evaluator {
    private final Plan plan;
    private final CostModel model;
    private final Block row;
    private final Column sent;
    private final DemandFactory demand;
    private final Prefix prefix;
    private final Demand.Prompt prompt;
    private CostModel.@Nullable Totals totals;

    public Evaluator(Plan plan, CostModel model) {
        this.plan = plan;
        this.model = model;
        this.row = model.rows(Block.of(plan));
        this.sent = model.firstSent(row);
        this.demand = model.demand(row);
        this.prefix = demand.prefix(row, model.epochs[1], sent);
        this.prompt = demand.prompt(row, prefix);
    }

    private CostModel.Totals totals() {
        CostModel.Totals known = totals == null
                ? model.evaluate(row, model.months(row), demand, demand.month(row, model.epochs[1], prefix))
                : totals;
        totals = known;
        return known;
    }

    public CashFlow cashFlow() {
        return totals().flow();
    }

    /** @param elsewhere today's design on the model of this one; {@code baseline} where that is today's */
    public Evaluation.Priced evaluate(CashFlow baseline, CashFlow elsewhere) {
        CashFlow flow = cashFlow();
        Caches caches = caches();
        List<Line> statement = statement();
        return new Evaluation.Priced(
                model.architecture,
                plan.currency(),
                statement,
                laterPrices(),
                flow,
                Measures.of(
                        flow,
                        baseline,
                        elsewhere,
                        plan.finance(),
                        succeeded(),
                        Successes.sessions(row, Column.ONE).value()),
                caches,
                new FirstTokens(plan, model).of(prompt.total().value(), caches),
                new FirstTokens(plan, model).byTurn(row, prefix, sent, prompt),
                totals().use(),
                Notices.of(plan, model, row, statement, caches, prompt));
    }

    private List<Line> statement() {
        List<Line> lines = new ArrayList<>();
        for (int s = 0; s < model.layout.slots.size(); s++) {
            Layout.Slot slot = model.layout.slots.get(s);
            double amount = totals().amount()[s];
            if (amount == 0 && totals().total()[s] == 0 && totals().totalAtList()[s] == 0) {
                continue;
            }
            lines.add(new Line(
                    slot.kind(),
                    slot.subject(),
                    slot.longContext(),
                    slot.timing(),
                    totals().quantity()[s],
                    price(s, slot),
                    amount,
                    totals().total()[s],
                    totals().amountAtList()[s],
                    totals().totalAtList()[s],
                    slot.way()));
        }
        lines.sort((a, b) -> a.timing() != b.timing()
                ? a.timing().compareTo(b.timing())
                : a.kind().compareTo(b.kind()));
        return lines;
    }

    /** A repeated session has no price but what its usage comes to. */
    private UnitPrice price(int s, Layout.Slot slot) {
        return switch (slot.kind()) {
            case REPEATED_SESSION, VOLUME_DISCOUNT, CREDIT, COMMITMENT, TAX ->
                UnitPrice.stated(totals().quantity()[s] == 0 ? 0 : totals().amount()[s] / totals().quantity()[s]);
            default -> model.epochs[shown(slot.timing())].prices()[s];
        };
    }

    /** The share of the sessions that succeed; NaN where that is not known of all that are compared. */
    private double succeeded() {
        Successes successes = demand.successes(row);
        return successes.counted().isOne() ? successes.succeeded().value() : Double.NaN;
    }

    /** The month that a line of the statement is an example of. */
    private int shown(Timing timing) {
        return switch (timing) {
            case SET_UP -> 0;
            case MONTHLY -> 1;
            case ROUND -> Math.max(1, totals().firstRound());
        };
    }

    private List<LaterPrice> laterPrices() {
        Set<LaterPrice> prices = new LinkedHashSet<>();
        for (int m = 2; m < model.epochs.length; m++) {
            if (!model.repriced(m)) {
                continue;
            }
            for (int s = 0; s < model.layout.slots.size(); s++) {
                Layout.Slot slot = model.layout.slots.get(s);
                UnitPrice before = model.epochs[m - 1].prices()[s];
                UnitPrice now = model.epochs[m].prices()[s];
                if (slot.timing() != Timing.SET_UP
                        && m > shown(slot.timing())
                        && totals().total()[s] != 0
                        && now.listPrice() != null
                        && !(Objects.equals(before.validity(), now.validity())
                                && Objects.equals(before.agreed(), now.agreed()))) {
                    prices.add(new LaterPrice(m, slot.kind(), slot.longContext(), slot.way(), now));
                }
            }
        }
        return List.copyOf(prices);
    }

    private Caches caches() {
        Epoch epoch = model.epochs[1];
        Column[] hits = prefix.hits(sent);
        List<CachedPart> parts = new ArrayList<>();
        double tokens = 0;
        double hitTokens = 0;
        for (int p = 0; p < hits.length; p++) {
            Prefix.Part part = prefix.parts().get(p);
            double size = part.size().value();
            // Of what grows, a hit reads what the turn before sent.
            double read = part.repeated().value() * hits[p].value();
            parts.add(new CachedPart(
                    plan.items().get(part.item()),
                    size,
                    prefix.reuse(p).arrivals(sent).value(),
                    prefix.reuse(p).quietArrivals(sent).value(),
                    prefix.reuse(p).changes().value(),
                    prefix.reuse(p).keys(sent).value(),
                    prefix.reuse(p).measuredFirst().value(),
                    size == 0 ? 0 : read / size));
            tokens += size;
            hitTokens += read;
        }
        boolean tuned = model.architecture.places(Placement.WEIGHTS);
        Quote<CachePolicy> policy =
                tuned ? epoch.quotes().tunedPolicy() : epoch.quotes().basePolicy();
        return new Caches(
                epoch.cached() ? policy : null,
                epoch.lifetime(),
                prefix.isMeasured() && !epoch.object(),
                Prefix.readDelay(row, epoch).value() * 3600,
                Prefix.effectiveness(row, epoch).value(),
                epoch.cached() ? parts : List.of(),
                tokens == 0 ? Double.NaN : hitTokens / tokens,
                model.breakEven(epoch, prefix));
    }

    /** A baseline that cannot be priced: savings against it are not known. */
    public static CashFlow unknown(int months) {
        double[][] flow = new double[months + 1][Driver.values().length];
        for (double[] month : flow) {
            Arrays.fill(month, Double.NaN);
        }
        return new CashFlow(flow, new double[months + 1]);
    }
}
