package app.steelyard.cost;

import app.steelyard.plan.ContextItem;
import app.steelyard.plan.Placement;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.Scope;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.TuningOffer;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The cost function of one architecture: prices and placements are fixed when it is made, the numbers come in as a row
 * of {@link Inputs}. One row is an answer, many rows a simulation. Not safe for several threads; make one for each.
 */
final class CostModel {
    final Architecture architecture;
    final Layout layout;
    final PrefixCache cache;
    /** By month, from 1; the same object for months with the same prices. */
    final Epoch[] epochs;

    private final Plan plan;
    private final Scope[] scopes;
    /** The month in which the tuned model's base retires and a new round is due; 0 for none in the horizon. */
    private final int retirementMonth;

    private CostModel(Plan plan, Architecture architecture, Layout layout, Epoch[] epochs, int retirementMonth) {
        this.plan = plan;
        this.architecture = architecture;
        this.layout = layout;
        this.epochs = epochs;
        this.retirementMonth = retirementMonth;
        this.cache = Layout.prefixCache(plan, architecture);
        this.scopes = plan.items().stream().map(ContextItem::scope).toArray(Scope[]::new);
    }

    /** Either a model, or the reasons why there is none. */
    record Compiled(@Nullable CostModel model, List<String> missing) {}

    static Compiled compile(Plan plan, Architecture architecture, PriceBook book) {
        Layout layout = new Layout(plan, architecture);
        int months = (int) Math.round(plan.finance().horizonMonths());
        LocalDate start = plan.inference().pricesAsOf();
        Epoch[] epochs = new Epoch[months + 1];
        Set<String> missing = new LinkedHashSet<>();
        for (int m = 1; m <= months; m++) {
            Quotes quotes = Quotes.of(plan, book, start.plusMonths(m - 1));
            if (m > 1 && quotes.sameFacts(epochs[m - 1].quotes())) {
                epochs[m] = epochs[m - 1];
            } else {
                EpochFactory factory = new EpochFactory(plan, architecture, layout, quotes);
                epochs[m] = factory.build();
                missing.addAll(factory.missing());
            }
        }
        epochs[0] = epochs[1];
        return missing.isEmpty()
                ? new Compiled(
                        new CostModel(
                                plan,
                                architecture,
                                layout,
                                epochs,
                                retirementMonth(architecture, epochs[1].quotes(), start)),
                        List.of())
                : new Compiled(null, List.copyOf(missing));
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

    /** All quantities and money of one row. */
    record Totals(CashFlow flow, double[] first, double[] total) {}

    /**
     * Evaluates one row.
     *
     * @param row from {@link Inputs}, with as many months as the model was made for
     * @return the cash flow; quantities by slot at one occurrence (the first month, one round); money by slot over the horizon
     */
    Totals evaluate(double[] row) {
        int months = epochs.length - 1;
        int slots = layout.slots.size();
        double[][] byDriver = new double[months + 1][Driver.values().length];
        double[] requests = new double[months + 1];
        double[] first = new double[slots];
        double[] total = new double[slots];
        double[] q = new double[slots];
        double[] usual = new double[slots];
        if (!architecture.today()) {
            setUp(row, epochs[0], q);
            book(q, epochs[0], byDriver[0], total);
            copy(q, first, Timing.SET_UP);
        }
        double volume = row[PlanField.REQUESTS_PER_MONTH.ordinal()];
        for (int m = 1; m <= months; m++) {
            requests[m] = volume;
            if (repriced(m) || volume != requests[m - 1]) {
                Arrays.fill(usual, 0);
                monthly(row, volume, epochs[m], usual);
            }
            System.arraycopy(usual, 0, q, 0, slots);
            if (isRound(row, m)) {
                round(row, epochs[m], layout.later, q);
                copy(q, first, Timing.ROUND);
            }
            book(q, epochs[m], byDriver[m], total);
            if (m == 1) {
                copy(q, first, Timing.MONTHLY);
            }
            volume *= 1 + row[PlanField.GROWTH_PER_MONTH.ordinal()];
        }
        return new Totals(new CashFlow(byDriver, requests), first, total);
    }

    /** Whether month {@code m} is the first, or has other prices than the one before. */
    @SuppressWarnings("ReferenceEquality") // Months with the same prices share the object.
    boolean repriced(int m) {
        return m == 1 || epochs[m] != epochs[m - 1];
    }

    private void copy(double[] q, double[] first, Timing timing) {
        for (int s = 0; s < q.length; s++) {
            if (layout.slots.get(s).timing() == timing) {
                first[s] = q[s];
            }
        }
    }

    private void book(double[] q, Epoch epoch, double[] byDriver, double[] total) {
        for (int s = 0; s < q.length; s++) {
            if (q[s] != 0) {
                LineKind kind = layout.slots.get(s).kind();
                double amount = q[s] / kind.unit().scale() * epoch.prices()[s].value();
                byDriver[kind.driver().ordinal()] += amount;
                total[s] += amount;
            }
        }
    }

    /** Whether a training round after the first falls into month {@code m}; none is begun in the last month. */
    private boolean isRound(double[] row, int m) {
        if (!architecture.places(Placement.WEIGHTS)) {
            return false;
        }
        int every = (int) Math.round(row[PlanField.RETRAIN_EVERY_MONTHS.ordinal()]);
        return m == retirementMonth || every > 0 && m % every == 0 && m < epochs.length - 1;
    }

    private void setUp(double[] x, Epoch epoch, double[] q) {
        if (architecture.places(Placement.CACHED_PREFIX)) {
            q[layout.cachingWork] = x[PlanField.CACHING_WEEKS.ordinal()];
            if (epoch.object()) {
                cache.compute(x, 0, epoch);
                double copies = cache.narrowestCopies(x);
                for (int c = 0; c < cache.items.length; c++) {
                    q[layout.firstIngest[cache.items[c]]] = cache.size[c] * copies;
                }
            }
        }
        if (architecture.places(Placement.RETRIEVED)) {
            q[layout.retrievalWork] = x[PlanField.RETRIEVAL_WEEKS.ordinal()];
            for (int i = 0; i < scopes.length; i++) {
                q[layout.embedCorpus] += corpus(x, i);
            }
        }
        if (architecture.places(Placement.WEIGHTS)) {
            q[layout.labelling] = 1;
            round(x, epoch, layout.first, q);
            q[layout.first.work()] = x[PlanField.TUNING_WEEKS.ordinal()];
        }
    }

    /** Tokens of all copies of an item that is retrieved from; 0 for other items. */
    private double corpus(double[] x, int item) {
        return architecture.placements().get(item) == Placement.RETRIEVED && scopes[item] != Scope.REQUEST
                ? x[Inputs.tokens(item)] * PrefixCache.copies(scopes[item], x)
                : 0;
    }

    private void round(double[] x, Epoch epoch, Layout.RoundSlots slots, double[] q) {
        double runs = x[PlanField.RUNS_PER_ROUND.ordinal()];
        double tokens = x[PlanField.DATASET_TOKENS.ordinal()] * x[PlanField.EPOCHS.ordinal()];
        double hours = x[PlanField.HOURS_PER_RUN.ordinal()];
        double perRun = tokens / LineUnit.MILLION_TOKENS.scale() * epoch.prices()[slots.training()].value()
                + hours * epoch.prices()[slots.hours()].value();
        if (perRun < epoch.minimumJob()) {
            q[slots.minimum()] = runs;
        } else {
            q[slots.training()] = tokens * runs;
            q[slots.hours()] = hours * runs;
        }
        q[slots.evaluation()] = 1;
        q[slots.work()] = x[PlanField.RETRAIN_WEEKS.ordinal()];
    }

    private void monthly(double[] x, double volume, Epoch epoch, double[] q) {
        double sent = volume * (1 + x[PlanField.RETRY_RATE.ordinal()]);
        cache.compute(x, sent, epoch);
        Prompt prompt = measure(x);
        double plainLong = 0;
        double cachedLong = 0;
        double excess = prompt.total() - epoch.longAbove();
        if (excess > 0) {
            // The tail of a prompt is what is beyond the limit, and what is not cached stands at the tail.
            plainLong = epoch.longWhole() ? 1 : Math.min(1, excess / prompt.plain());
            cachedLong = epoch.longWhole() ? 1 : Math.max(0, excess - prompt.plain()) / Math.max(1, prompt.cached());
        }
        for (int i = 0; i < scopes.length; i++) {
            if (architecture.placements().get(i) == Placement.PLAIN_PROMPT) {
                split(q, layout.plain[i], sent * x[Inputs.tokens(i)], plainLong);
            }
        }
        cached(x, sent, epoch, q, plainLong, cachedLong);
        split(q, layout.retrieved, sent * prompt.retrieved(), plainLong);
        double output = sent * x[PlanField.OUTPUT_TOKENS.ordinal()];
        split(q, layout.output, output, excess > 0 && epoch.longWhole() ? 1 : 0);
        if (architecture.places(Placement.RETRIEVED)) {
            retrieval(x, sent, q);
        }
        if (architecture.places(Placement.WEIGHTS)) {
            q[layout.hosting] = Hours.PER_MONTH;
            q[layout.modelStorage] = 1;
        }
    }

    /** Input tokens of one request: cached, uncached (retrieved ones among them), retrieved, and all. */
    record Prompt(double cached, double plain, double retrieved, double total) {}

    /** To be called after the cache was computed. */
    Prompt measure(double[] x) {
        double total = 0;
        double corpus = 0;
        for (int i = 0; i < scopes.length; i++) {
            switch (architecture.placements().get(i)) {
                case PLAIN_PROMPT, CACHED_PREFIX -> total += x[Inputs.tokens(i)];
                case RETRIEVED -> corpus += x[Inputs.tokens(i)];
                case WEIGHTS -> {}
            }
        }
        double retrieved = Math.min(corpus, x[PlanField.RETRIEVED_TOKENS.ordinal()]);
        double cached = 0;
        for (double size : cache.size) {
            cached += size;
        }
        total += retrieved;
        return new Prompt(cached, total - cached, retrieved, total);
    }

    private void cached(double[] x, double sent, Epoch epoch, double[] q, double plainLong, double cachedLong) {
        for (int c = 0; c < cache.items.length; c++) {
            int item = cache.items[c];
            double size = cache.size[c];
            double hit = size == 0 ? 0 : cache.hit[c];
            split(q, layout.plain[item], sent * (x[Inputs.tokens(item)] - size), plainLong);
            split(q, layout.read[item], sent * size * hit, cachedLong);
            split(q, epoch.premium() ? layout.write[item] : layout.miss[item], sent * size * (1 - hit), cachedLong);
            if (epoch.object()) {
                double active = x[PlanField.ACTIVE_HOURS_PER_DAY.ordinal()];
                double copies = cache.narrowestCopies(x);
                int last = cache.order[cache.order.length - 1];
                double renewals = cache.changes[last] * Hours.PER_MONTH + (active < 24 ? Hours.DAYS_PER_MONTH : 0);
                q[layout.storage[item]] = size * copies * active * Hours.DAYS_PER_MONTH;
                q[layout.ingest[item]] = size * copies * renewals;
            }
        }
    }

    private void retrieval(double[] x, double sent, double[] q) {
        double question = 0;
        for (int i = 0; i < scopes.length; i++) {
            q[layout.embedChanges] += corpus(x, i) * x[Inputs.changes(i)] * x[PlanField.REEMBEDDED_SHARE.ordinal()];
            if (scopes[i] == Scope.REQUEST) {
                question += x[Inputs.tokens(i)];
            }
        }
        q[layout.embedQueries] = sent * question;
        q[layout.rerank] = plan.retrieval().reranker() == null ? 0 : sent;
        q[layout.store] = plan.retrieval().store() == null ? 0 : 1;
    }

    private static void split(double[] q, int[] slots, double quantity, double longShare) {
        q[slots[0]] += quantity * (1 - longShare);
        q[slots[1]] += quantity * longShare;
    }
}
