package app.steelyard.cost.engine;

import app.steelyard.cost.bill.MediaLine;
import app.steelyard.cost.column.Block;
import app.steelyard.cost.column.Column;
import app.steelyard.cost.column.Survival;
import app.steelyard.cost.engine.Demand.Prompt;
import app.steelyard.cost.result.Adaptation;
import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.Hours;
import app.steelyard.plan.ItemNumber;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;

/** Counts what one architecture takes: at set-up, in a month, in a training round. */
final class DemandFactory {
    private final Plan plan;
    private final Architecture architecture;
    private final Layout layout;
    private final PrefixCache cache;
    private final Set<Adaptation.Rate> own;
    private final Set<Adaptation.Rate> compared;

    /**
     * @param own how the architecture answers
     * @param compared how those that are compared do
     * @param order as {@link PromptOrder} has it
     */
    DemandFactory(
            Plan plan,
            Architecture architecture,
            Set<Adaptation.Rate> own,
            Set<Adaptation.Rate> compared,
            Layout layout,
            List<Integer> order) {
        this.plan = plan;
        this.architecture = architecture;
        this.layout = layout;
        this.cache = new PrefixCache(plan, architecture.model(plan), order, PromptOrder.moving(plan, architecture));
        this.own = own;
        this.compared = compared;
    }

    Bill setUp(Block x, Epoch epoch) {
        Bill q = new Bill(layout, x, epoch);
        if (architecture.today()) {
            return q;
        }
        if (architecture.places(Placement.CACHED_PREFIX)) {
            q.add(layout.cachingWork, x.get(PlanField.CACHING_WEEKS));
            if (epoch.object()) {
                Prefix prefix = cache.prefix(x, epoch, item -> true);
                for (Prefix.Part part : prefix.parts()) {
                    q.add(layout.firstIngest[part.item()], allCopies(prefix, part.size()));
                }
            }
        }
        if (architecture.places(Placement.RETRIEVED)) {
            q.add(layout.retrievalWork, x.get(PlanField.RETRIEVAL_WEEKS));
            for (int i = 0; i < plan.items().size(); i++) {
                q.add(layout.embedCorpus, corpus(x, i));
            }
        }
        if (architecture.places(Placement.WEIGHTS)) {
            q.add(layout.labelling, Column.ONE);
            round(x, epoch, layout.first, x.get(PlanField.TUNING_WEEKS), q);
        }
        return q;
    }

    /** A training round after the first. */
    Bill round(Block x, Epoch epoch) {
        Bill q = new Bill(layout, x, epoch);
        round(x, epoch, layout.later, x.get(PlanField.RETRAIN_WEEKS), q);
        return q;
    }

    private void round(Block x, Epoch epoch, Layout.RoundSlots slots, Column weeks, Bill q) {
        Column runs = x.get(PlanField.RUNS_PER_ROUND);
        Column tokens = x.get(PlanField.DATASET_TOKENS).times(x.get(PlanField.EPOCHS));
        Column hours = x.get(PlanField.HOURS_PER_RUN);
        Column perRun = new Bill(layout, x, epoch)
                .add(slots.training(), tokens)
                .add(slots.hours(), hours)
                .money();
        Column atMinimum = new Bill(layout, x, epoch)
                .add(slots.minimum(), Column.ONE)
                .money()
                .exceeds(perRun);
        q.add(slots.minimum(), runs.times(atMinimum));
        q.add(slots.training(), tokens.times(runs).times(atMinimum.not()));
        q.add(slots.hours(), hours.times(runs).times(atMinimum.not()));
        q.add(slots.evaluation(), Column.ONE);
        q.add(slots.work(), weeks);
    }

    /** @param sent requests in the first month of the span, retries counted: breakpoints are set for them */
    Prefix prefix(Block x, Epoch epoch, Column sent) {
        return prefix(x, epoch, sent, item -> true);
    }

    /** @param kept whether an item of that index in the plan, which is to be cached, is */
    Prefix prefix(Block x, Epoch epoch, Column sent, IntPredicate kept) {
        Prefix whole = cache.prefix(x, epoch, kept);
        Prompt uncut = prompt(x, whole);
        // They differ between two lengths only where the price for long prompts begins.
        Map<LongShares, Breakpoints.Prices> prices = new HashMap<>();
        return whole.withBreakpoints(
                sent,
                uncut.total(),
                cached -> prices.computeIfAbsent(
                        LongShares.of(x, uncut.caching(cached), epoch), beyond -> prices(x, epoch, whole, beyond)));
    }

    /** @param sent as for the prefix */
    Demand month(Block x, Epoch epoch, Column sent) {
        return month(x, epoch, prefix(x, epoch, sent));
    }

    Demand month(Block x, Epoch epoch, Prefix prefix) {
        Prompt prompt = prompt(x, prefix);
        LongShares beyond = LongShares.of(x, prompt, epoch);
        Bill perRequest = new Bill(layout, x, epoch);
        Bill perMonth = new Bill(layout, x, epoch);
        for (int i = 0; i < plan.items().size(); i++) {
            if (inPrompt(i) && !cache.holds(i)) {
                perRequest.split(layout.plain[i], x.conversations().size(i), beyond.plain(i));
            }
        }
        List<Prefix.Part> parts = prefix.parts();
        Bill[] onHit = new Bill[parts.size()];
        Bill[] onMiss = new Bill[parts.size()];
        for (int p = 0; p < parts.size(); p++) {
            Prefix.Part part = parts.get(p);
            int item = part.item();
            perRequest.split(layout.plain[item], part.tokens().minus(part.size()), beyond.plain(item));
            perRequest.uncached(layout.plain[item], part.size(), beyond.cached(item));
            Column repeated = part.repeated();
            onHit[p] = new Bill(layout, x, epoch).cached(layout.read[item], repeated, beyond.cached(item));
            if (repeated != part.size()) {
                onHit[p].cached(missed(epoch, item), part.size().minus(repeated), beyond.cached(item));
            }
            onMiss[p] = new Bill(layout, x, epoch).cached(missed(epoch, item), part.size(), beyond.cached(item));
        }
        if (epoch.object()) {
            keep(x, prefix, perMonth);
        }
        perRequest.split(layout.retrieved, prompt.retrieved(), beyond.plain());
        perRequest.split(layout.output, output(x, architecture), beyond.output());
        layout.media.forEach((media, group) ->
                perRequest.split(group, media.of(x), media.output() ? beyond.output() : beyond.plain()));
        if (prompt.growing() >= 0) {
            compaction(x, epoch, prefix, prompt.growing(), beyond, perRequest);
        }
        if (architecture.places(Placement.RETRIEVED)) {
            retrieval(x, perRequest, perMonth);
        }
        if (architecture.places(Placement.WEIGHTS)) {
            perMonth.add(layout.hosting, Column.of(Hours.PER_MONTH));
            perMonth.add(layout.modelStorage, Column.ONE);
        }
        Demand.KeepAlive keepAlive =
                prefix.keepAlive(p -> ping(x, epoch, prefix.parts().get(p), beyond));
        Successes successes = successes(x);
        Bill perSession = new Bill(layout, x, epoch).add(layout.failures, successes.failed());
        return new Demand(prompt, prefix, perRequest, perMonth, onHit, onMiss, keepAlive, successes, perSession);
    }

    /**
     * What is paid by its use, beyond what each month is free.
     *
     * @param months sums over some months what their requests come to
     */
    Bill uses(Block x, Epoch epoch, Function<UnaryOperator<Column>, Column> months) {
        Bill bill = new Bill(layout, x, epoch);
        layout.uses.forEach((use, slot) -> {
            double free = epoch.beside().free(use);
            bill.add(slot, months.apply(sent -> use.billed(x, sent, free)));
        });
        return bill;
    }

    Successes successes(Block x) {
        return Successes.of(x, plan, own, compared);
    }

    /** Output tokens of a request. */
    static Column output(Block x, Architecture architecture) {
        Column usual = x.get(PlanField.OUTPUT_TOKENS);
        Column tuned = x.get(PlanField.TUNED_OUTPUT_TOKENS);
        return architecture.places(Placement.WEIGHTS) ? tuned.known().choose(tuned, usual) : usual;
    }

    /** What it finds it reads, and writes the rest anew. */
    private Bill ping(Block x, Epoch epoch, Prefix.Part part, LongShares beyond) {
        Survival survival = Objects.requireNonNull(epoch.survival());
        Column found = Prefix.effectiveness(x, epoch).times(survival.at(survival.pingHours()));
        Column longShare = beyond.cached(part.item());
        return new Bill(layout, x, epoch)
                .cached(layout.keepAlive[part.item()], part.size().times(found), longShare)
                .cached(missed(epoch, part.item()), part.size().times(found.not()), longShare);
    }

    /** A call that reads the prompt of the turn before and writes a summary, before a conversation begins anew. */
    private void compaction(Block x, Epoch epoch, Prefix prefix, int growing, LongShares beyond, Bill perRequest) {
        Column calls = x.conversations().compactions(growing);
        if (calls.isZero()) {
            return;
        }
        Column grown = x.conversations().compacted(growing);
        for (int i = 0; i < plan.items().size(); i++) {
            if (inPrompt(i) && !cache.holds(i)) {
                Column tokens = i == growing ? grown : x.conversations().size(i).times(calls);
                perRequest.split(layout.plain[i], tokens, beyond.plain(i));
            }
        }
        for (int p = 0; p < prefix.parts().size(); p++) {
            Prefix.Part part = prefix.parts().get(p);
            int item = part.item();
            Column tokens = item == growing ? grown : part.tokens().times(calls);
            Column cached = tokens.times(part.size()).over(part.tokens().max(Column.ONE));
            Column found = prefix.comesBack(p) ? Prefix.effectiveness(x, epoch) : Column.ZERO;
            perRequest.split(layout.plain[item], tokens.minus(cached), beyond.plain(item));
            perRequest.uncached(layout.plain[item], cached, beyond.cached(item));
            perRequest.cached(layout.read[item], cached.times(found), beyond.cached(item));
            perRequest.cached(missed(epoch, item), cached.times(found.not()), beyond.cached(item));
        }
        Column summary = x.get(growing, ItemNumber.Kind.SUMMARY);
        perRequest.split(layout.output, calls.times(summary.known().choose(summary, Column.ZERO)), beyond.output());
    }

    private int[] missed(Epoch epoch, int item) {
        return epoch.premium() ? layout.write[item] : layout.miss[item];
    }

    /** What a token costs, which is the same for all items. */
    private Breakpoints.Prices prices(Block x, Epoch epoch, Prefix prefix, LongShares beyond) {
        int item = prefix.parts().get(0).item();
        return new Breakpoints.Prices(
                token(x, epoch, layout.plain[item], beyond.plain()),
                token(x, epoch, layout.read[item], beyond.cached()),
                token(x, epoch, missed(epoch, item), beyond.cached()));
    }

    private Column token(Block x, Epoch epoch, int[] group, Column longShare) {
        return new Bill(layout, x, epoch).cached(group, Column.ONE, longShare).money();
    }

    private boolean inPrompt(int item) {
        Placement placement = architecture.placements().get(item);
        return placement == Placement.PLAIN_PROMPT || placement == Placement.CACHED_PREFIX;
    }

    /** What a request consists of. */
    Prompt prompt(Block x, Prefix prefix) {
        int growing = -1;
        Column total = Column.ZERO;
        Column corpus = Column.ZERO;
        for (int i = 0; i < plan.items().size(); i++) {
            switch (architecture.placements().get(i)) {
                case PLAIN_PROMPT, CACHED_PREFIX -> {
                    total = total.plus(x.conversations().size(i));
                    growing = x.conversations().grows(i) ? i : growing;
                }
                case RETRIEVED -> corpus = corpus.plus(x.tokens(i));
                case WEIGHTS -> {}
            }
        }
        Column retrieved = corpus.min(x.get(PlanField.RETRIEVED_TOKENS));
        total = total.plus(MediaLine.input(x));
        Column cached = Column.ZERO;
        for (Prefix.Part part : prefix.parts()) {
            cached = cached.plus(part.size());
        }
        return new Prompt(Column.ZERO, Column.ZERO, retrieved, total.plus(retrieved), growing).caching(cached);
    }

    /** A named cache object is read in at each change and each morning, and kept for its hours. */
    private void keep(Block x, Prefix prefix, Bill perMonth) {
        if (prefix.parts().isEmpty()) {
            return;
        }
        Column active = x.get(PlanField.ACTIVE_HOURS_PER_DAY);
        Column mornings = Column.of(24).exceeds(active).times(Hours.DAYS_PER_MONTH);
        Column renewals = prefix.reuse(prefix.parts().size() - 1)
                .changes()
                .times(Hours.PER_MONTH)
                .plus(mornings);
        for (Prefix.Part part : prefix.parts()) {
            Column hours = active.times(Hours.DAYS_PER_MONTH);
            perMonth.add(
                    layout.storage[part.item()], allCopies(prefix, part.size().times(hours)));
            perMonth.add(
                    layout.ingest[part.item()], allCopies(prefix, part.size().times(renewals)));
        }
    }

    /** An object holds the whole prefix, so there are as many of each part as of the narrowest; of nothing, none. */
    private static Column allCopies(Prefix prefix, Column ofOne) {
        return ofOne.exceeds(Column.ZERO).choose(ofOne.times(prefix.copies()), Column.ZERO);
    }

    /** Tokens of all copies of an item that is retrieved from and outlives a session; 0 for other items. */
    private Column corpus(Block x, int item) {
        return retrievedFrom(item, Scope.SHARED, Scope.TENANT, Scope.USER)
                ? x.tokens(item).times(x.copies(plan.items().get(item).scope()))
                : Column.ZERO;
    }

    private boolean retrievedFrom(int item, Scope... scopes) {
        return architecture.placements().get(item) == Placement.RETRIEVED
                && List.of(scopes).contains(plan.items().get(item).scope());
    }

    private void retrieval(Block x, Bill perRequest, Bill perMonth) {
        Column question = Column.ZERO;
        for (int i = 0; i < plan.items().size(); i++) {
            perMonth.add(
                    layout.embedChanges, corpus(x, i).times(x.changes(i)).times(x.get(PlanField.REEMBEDDED_SHARE)));
            if (retrievedFrom(i, Scope.SESSION)) {
                perRequest.add(layout.embedChanges, x.tokens(i).over(x.get(PlanField.TURNS)));
            }
            if (plan.items().get(i).scope() == Scope.REQUEST) {
                question = question.plus(x.tokens(i));
            }
        }
        perRequest.add(layout.embedQueries, question);
        perRequest.add(layout.rerank, plan.retrieval().reranker() == null ? Column.ZERO : Column.ONE);
        perMonth.add(layout.store, plan.retrieval().store() == null ? Column.ZERO : Column.ONE);
    }
}
