package app.steelyard.usage;

import app.steelyard.cost.column.Block;
import app.steelyard.cost.column.Conversations;
import app.steelyard.plan.Caching;
import app.steelyard.plan.Design;
import app.steelyard.plan.Finance;
import app.steelyard.plan.Inference;
import app.steelyard.plan.MeasuredOn;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.Retrieval;
import app.steelyard.plan.Traffic;
import app.steelyard.plan.Tuning;
import app.steelyard.plan.check.PlanValidator;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.CacheLifetime;
import app.steelyard.pricing.CachePolicy;
import app.steelyard.pricing.Quote;
import app.steelyard.text.Numbers;
import app.steelyard.text.Problem;
import app.steelyard.text.Texts;
import app.steelyard.usage.figures.LedgerView;
import app.steelyard.usage.figures.Measured;
import app.steelyard.usage.figures.PricedModels;
import app.steelyard.usage.figures.Reconciliation;
import app.steelyard.usage.figures.Selection;
import app.steelyard.usage.figures.UsageTotals;
import app.steelyard.usage.ledger.SessionSums;
import app.steelyard.usage.row.UsageFinding;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Puts measured usage into a plan: its traffic, the size of its prompts and how much of them the cache served. */
public final class UsageToPlan {
    private static final String PREFIX = "cached-prefix";
    private static final String REST = "rest-of-prompt";
    private static final Texts TEXTS = Texts.of(UsageToPlan.class);

    /** How many times as long as the measured prompts the planned ones may be, or the other way round. */
    private static final double MOST_DIFFERENCE = 1.5;

    private UsageToPlan() {}

    /** The input of an average request: what the cache had a part in, and the rest. */
    private record Prompt(double prefix, double rest, OptionalDouble hitRate) {}

    /**
     * A new plan of what was measured; what was not is left at values that cost nothing.
     *
     * @param prices where the measured model is looked up, as it is named and without the date of its snapshot
     * @param defaultModel the model where the export states none
     */
    public static PlanEdit newPlan(LedgerView usage, Selection selection, PricedModels prices, PriceRef defaultModel) {
        return newPlan(usage, List.of(), selection, prices, defaultModel);
    }

    /** The same with the chains of requests that the usage is made of, as far as they are told. */
    public static PlanEdit newPlan(
            LedgerView usage,
            List<SessionSums> sessions,
            Selection selection,
            PricedModels prices,
            PriceRef defaultModel) {
        List<UsageFinding> findings = new ArrayList<>();
        Optional<Measured> found = Measured.of(usage, selection, findings);
        if (found.isEmpty()) {
            return new PlanEdit(Optional.empty(), findings);
        }
        Measured measured = found.get();
        measured.findPeriod(usage, findings);
        if (measured.period() == null) {
            findings.add(UsageFinding.error(TEXTS.get("plan.noTraffic")));
            return new PlanEdit(Optional.empty(), findings);
        }
        LocalDate pricesAsOf = measured.period().lastDay().plusDays(1);
        Prompt prompt = prompt(measured, findings);
        PriceRef model = model(measured, prices, defaultModel, findings);
        NavigableMap<String, String> sources = new TreeMap<>();
        List<ContextItem> items = items(prompt);
        items.forEach(i -> sources.put("items." + i.id() + ".tokens", measured.source()));
        sources.put(PlanField.REQUESTS_PER_MONTH.path(), measured.source());
        sources.put(PlanField.OUTPUT_TOKENS.path(), measured.source());
        if (prompt.hitRate().isPresent()) {
            sources.put(PlanField.MEASURED_HIT_RATE.path(), measured.source());
            sources.put(PlanField.CACHE_MINIMUM_TOKENS.path(), TEXTS.get("plan.minimum"));
        }
        ServedToPlan served = ServedToPlan.of(measured);
        Plan plan = new Plan(
                        name(measured, selection),
                        items,
                        new Traffic(
                                measured.requestsPerMonth(), measured.totals().outputPerRequest(), 0, 24, 1, 1, 1, 0),
                        new Inference(model, served.tier(), pricesAsOf),
                        (prompt.hitRate().isPresent()
                                        ? new Caching(null, prompt.hitRate().getAsDouble(), 0.0, 0)
                                        : new Caching(null, null, null, 0))
                                .withBehaviour(Caching.Behaviour.OBSERVED),
                        new Tuning(null, 0, 1, 1, 0, 0, 0, 0, 0, 0),
                        new Retrieval(null, null, null, 0, 0, 0),
                        Finance.inDollars(0))
                .withPurpose(TEXTS.get("plan.purpose", measured.source()))
                .withToday(prompt.hitRate().isPresent() ? Design.PROMPT_CACHING : Design.UNCACHED)
                .withSources(sources);
        SessionsToPlan chains = new SessionsToPlan(SessionSums.of(sessions, selection, measured.model()), measured);
        if (chains.known()) {
            plan = chains.into(plan, findings);
            plan = plan.withCaching(plan.caching().withLifetime(lifetime(plan, measured, prices)));
        }
        plan = served.into(measuredOnToday(plan, measured, prices), findings);
        findings.add(UsageFinding.info(TEXTS.get("plan.defaults")));
        plan = stamped(plan, usage, prices, findings);
        return checked(plan, PlanValidator.validate(plan), findings);
    }

    /**
     * {@code existing} with the measured requests, output tokens, hit rate, ways of being served, tokens that are no text and
     * uses in place of its own, as far as the usage tells them. Its items, model, tier and prices stay.
     *
     * @param prices against which what was billed is held
     */
    public static PlanEdit into(Plan existing, LedgerView usage, Selection selection, PricedModels prices) {
        return into(existing, usage, List.of(), selection, prices);
    }

    /** The same with the chains of requests, where the plan has any itself. */
    public static PlanEdit into(
            Plan existing, LedgerView usage, List<SessionSums> sessions, Selection selection, PricedModels prices) {
        List<UsageFinding> findings = new ArrayList<>();
        Optional<Measured> found = Measured.of(usage, selection, findings);
        if (found.isEmpty()) {
            return new PlanEdit(Optional.empty(), findings);
        }
        Measured measured = found.get();
        measured.findPeriod(usage, findings);
        Plan plan = existing;
        List<Problem> problems = new ArrayList<>();
        if (measured.period() != null && !measured.isMoment()) {
            plan = with(plan, PlanField.REQUESTS_PER_MONTH, measured.requestsPerMonth(), measured, problems);
        }
        plan = with(plan, PlanField.OUTPUT_TOKENS, measured.totals().outputPerRequest(), measured, problems);
        SessionsToPlan chains = new SessionsToPlan(SessionSums.of(sessions, selection, measured.model()), measured);
        if (chains.known()) {
            plan = chains.over(plan, findings);
        }
        OptionalDouble hitRate = hitRate(existing, measured, findings);
        if (hitRate.isPresent()) {
            plan = with(plan, PlanField.MEASURED_HIT_RATE, hitRate.getAsDouble(), measured, problems);
            plan = measuredOnToday(plan, measured, prices);
        }
        plan = new ServedToPlan(measured, plan.inference().tier()).into(plan, findings);
        compareSizes(existing, measured, findings);
        plan = stamped(plan, usage, prices, findings);
        PriceRef priced = existing.inference().model();
        if (!measured.model().isEmpty()
                && !priced.id().equals(measured.model())
                && !priced.id().equals(PricedModels.withoutDate(measured.model()))) {
            findings.add(UsageFinding.warning(TEXTS.get("plan.otherModel", measured.model(), priced.toString())));
        }
        return checked(plan, problems, findings);
    }

    /** What the measured hit rate, if any, speaks for: today's prompt on the measured model, at the lifetime written for. */
    private static Plan measuredOnToday(Plan plan, Measured measured, PricedModels prices) {
        if (plan.caching().measuredHitRate() == null) {
            return plan;
        }
        PriceRef priced = plan.inference().model();
        Optional<CachePolicy> policy =
                prices.book().cachePolicy(priced, plan.inference().pricesAsOf()).map(Quote::fact);
        MeasuredOn today = MeasuredOn.today(
                plan, policy.map(p -> p.lifetimes().get(0).name()).orElse(null));
        String lifetime = policy.flatMap(p -> written(measured.totals(), p)).orElse(today.lifetime());
        PriceRef model = measured.model().isEmpty()
                ? null
                : prices.find(measured.vendor(), measured.model())
                        .orElse(new PriceRef(measured.vendor(), measured.model()));
        return plan.withCaching(plan.caching().withMeasuredOn(new MeasuredOn(model, lifetime, today.items())));
    }

    /** The lifetime for which most was written; null for the first that is sold. */
    private static @Nullable String lifetime(Plan plan, Measured measured, PricedModels prices) {
        return prices.book()
                .cachePolicy(plan.inference().model(), plan.inference().pricesAsOf())
                .map(Quote::fact)
                .flatMap(policy -> written(measured.totals(), policy))
                .orElse(null);
    }

    /** The lifetime for which most was written; empty where the usage does not tell. */
    private static Optional<String> written(UsageTotals totals, CachePolicy policy) {
        Duration most = Duration.ofMinutes(totals.cacheWrite1h() > totals.cacheWrite5m() ? 60 : 5);
        return totals.cacheWrite1h() + totals.cacheWrite5m() == 0
                ? Optional.empty()
                : policy.lifetimes().stream()
                        .filter(l -> l.duration().equals(most))
                        .map(CacheLifetime::name)
                        .findFirst();
    }

    /** Usage of one system in the plan of another gives figures that look right and mean nothing. */
    private static void compareSizes(Plan plan, Measured measured, List<UsageFinding> findings) {
        double planned = tokens(plan, item -> true);
        double input = measured.totals().inputPerRequest();
        if (planned > input * MOST_DIFFERENCE || input > planned * MOST_DIFFERENCE) {
            findings.add(
                    UsageFinding.warning(TEXTS.get("plan.otherSize", Numbers.count(input), Numbers.count(planned))));
        }
    }

    /** Of such items in a request, on average over the turns: a conversation is longer than it begins. */
    private static double tokens(Plan plan, Predicate<ContextItem> such) {
        Conversations talks = Block.of(plan).conversations();
        return IntStream.range(0, plan.items().size())
                .filter(i -> such.test(plan.items().get(i)))
                .mapToDouble(i -> talks.size(i).value())
                .sum();
    }

    /** The plan marked as a draft where the usage does not hold against its bill, and unmarked where it does. */
    private static Plan stamped(Plan plan, LedgerView usage, PricedModels prices, List<UsageFinding> findings) {
        Optional<String> draft =
                Reconciliation.of(usage, prices, Reconciliation.TOLERANCE).draft();
        draft.ifPresent(reason -> findings.add(UsageFinding.warning(TEXTS.get("plan.draft", reason))));
        return plan.withSource(Plan.DRAFT, draft.orElse(""));
    }

    private static PlanEdit checked(Plan plan, List<Problem> problems, List<UsageFinding> findings) {
        problems.forEach(p -> findings.add(UsageFinding.error(TEXTS.get("plan.problem", p.pointer(), p.reason()))));
        return new PlanEdit(problems.isEmpty() ? Optional.of(plan) : Optional.empty(), findings);
    }

    private static Plan with(Plan plan, PlanField field, double value, Measured measured, List<Problem> problems) {
        PlanValidator.check(field, value).ifPresent(problems::add);
        return field.with(plan, value).withSource(field.path(), measured.source());
    }

    private static Prompt prompt(Measured measured, List<UsageFinding> findings) {
        UsageTotals totals = measured.totals();
        double input = totals.inputPerRequest();
        if (measured.writesKnown()) {
            double prefix = measured.cachedPerRequest();
            double hitRate = measured.hitRateOfCached();
            double rest = (double) totals.uncachedInput() / totals.requests();
            findings.add(UsageFinding.info(TEXTS.get(
                    "plan.prefix.written", Numbers.count(prefix), Numbers.percent(hitRate), Numbers.count(rest))));
            return new Prompt(prefix, rest, OptionalDouble.of(hitRate));
        }
        if (totals.cacheRead() > 0) {
            findings.add(UsageFinding.warning(
                    TEXTS.get("plan.prefix.all", Numbers.count(input), Numbers.percent(totals.cacheShare()))));
            return new Prompt(input, 0, OptionalDouble.of(totals.cacheShare()));
        }
        findings.add(
                UsageFinding.warning(TEXTS.get(totals.readsStated() ? "plan.prefix.none" : "plan.prefix.unknown")));
        return new Prompt(0, input, OptionalDouble.empty());
    }

    private static List<ContextItem> items(Prompt prompt) {
        List<ContextItem> items = new ArrayList<>();
        if (prompt.prefix() > 0) {
            items.add(new ContextItem(
                    PREFIX,
                    TEXTS.get("plan.item.prefix"),
                    prompt.prefix(),
                    Kind.INFORMATION,
                    Scope.SHARED,
                    0,
                    Placement.CACHED_PREFIX));
        }
        if (prompt.rest() > 0) {
            items.add(new ContextItem(
                    REST,
                    TEXTS.get("plan.item.rest"),
                    prompt.rest(),
                    Kind.INFORMATION,
                    Scope.REQUEST,
                    0,
                    Placement.PLAIN_PROMPT));
        }
        return items;
    }

    /** The hit rate of the plan's own cached items; empty where the usage does not tell one. */
    private static OptionalDouble hitRate(Plan plan, Measured measured, List<UsageFinding> findings) {
        UsageTotals totals = measured.totals();
        double size = tokens(plan, item -> item.scope() != Scope.REQUEST);
        if (measured.writesKnown()) {
            findings.add(UsageFinding.info(
                    TEXTS.get("plan.hit.written", Numbers.count(measured.cachedPerRequest()), Numbers.count(size))));
            return OptionalDouble.of(measured.hitRateOfCached());
        }
        if (totals.cacheRead() == 0) {
            findings.add(UsageFinding.warning(TEXTS.get("plan.hit.none")));
            return OptionalDouble.empty();
        }
        double read = (double) totals.cacheRead() / totals.requests();
        if (read > size) {
            findings.add(UsageFinding.warning(TEXTS.get("plan.hit.above", Numbers.count(read), Numbers.count(size))));
            return OptionalDouble.empty();
        }
        findings.add(UsageFinding.info(TEXTS.get("plan.hit.read", Numbers.count(read), Numbers.count(size))));
        return OptionalDouble.of(read / size);
    }

    private static PriceRef model(
            Measured measured, PricedModels prices, PriceRef defaultModel, List<UsageFinding> findings) {
        if (measured.model().isEmpty()) {
            findings.add(UsageFinding.warning(TEXTS.get("plan.model.default", defaultModel.toString())));
            return defaultModel;
        }
        PriceRef exact = new PriceRef(measured.vendor(), measured.model());
        Optional<PriceRef> found = prices.find(measured.vendor(), measured.model());
        if (found.isPresent()) {
            if (!found.get().equals(exact)) {
                findings.add(UsageFinding.info(TEXTS.get(
                        "plan.model.undated", measured.model(), found.get().toString())));
            }
            return found.get();
        }
        findings.add(UsageFinding.warning(TEXTS.get("plan.model.unpriced", measured.model())));
        return exact;
    }

    private static String name(Measured measured, Selection selection) {
        String model = selection.allModels() && selection.model() == null
                ? TEXTS.get("plan.name.all")
                : Measured.shown(measured.model());
        return selection.project() == null
                ? TEXTS.get("plan.name", model)
                : TEXTS.get("plan.name.project", model, selection.project());
    }
}
