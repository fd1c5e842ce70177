package app.steelyard.cost.engine;

import app.steelyard.cost.bill.ServedNotices;
import app.steelyard.cost.column.Block;
import app.steelyard.cost.result.Adaptation;
import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.Basis;
import app.steelyard.cost.result.CachedPart;
import app.steelyard.cost.result.Caches;
import app.steelyard.cost.result.Line;
import app.steelyard.cost.result.Notice;
import app.steelyard.cost.result.Notice.Severity;
import app.steelyard.cost.result.UnitPrice;
import app.steelyard.plan.ExchangeRate;
import app.steelyard.plan.Plan;
import app.steelyard.plan.ServiceTier;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.CachePolicy;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.PriceMark;
import app.steelyard.pricing.Quote;
import app.steelyard.pricing.TuningOffer;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a reader must know of one architecture's numbers before relying on them. */
final class Notices {
    /** A share of the requests that nobody meets: turns without an end reach any length some day. */
    private static final double SELDOM = 1e-4;

    /** Tokens that every model on sale takes in. */
    private static final double EVERY_WINDOW = 128_000;

    private static final Texts TEXTS = Texts.of(Notices.class);

    private final Plan plan;
    private final CostModel model;
    private final Block row;
    private final List<Notice> notices = new ArrayList<>();

    private Notices(Plan plan, CostModel model, Block row) {
        this.plan = plan;
        this.model = model;
        this.row = row;
    }

    /** @param row of the plan alone */
    static List<Notice> of(
            Plan plan, CostModel model, Block row, List<Line> statement, Caches caches, Demand.Prompt prompt) {
        Notices notices = new Notices(plan, model, row);
        if (model.architecture.places(Placement.WEIGHTS)) {
            notices.tuning();
        }
        notices.quality();
        notices.models(prompt);
        notices.caching(caches);
        notices.prices(statement);
        notices.exchange(statement);
        notices.priceChanges();
        notices.notices.sort(Comparator.comparing(Notice::severity).reversed());
        return notices.notices;
    }

    /** What a sentence about a price is made of. */
    private record Marked(
            PriceMark mark,
            String owner,
            @Nullable LocalDate to,
            @Nullable LocalDate read) {}

    private void prices(List<Line> statement) {
        Set<String> seen = new HashSet<>();
        Set<Marked> told = new HashSet<>();
        for (Line line : statement) {
            UnitPrice price = line.price();
            price.marks().stream().sorted().forEach(mark -> {
                LocalDate to =
                        price.validity() == null ? null : price.validity().to();
                LocalDate read = price.source() == null ? null : price.source().read();
                // Many lines share a mark, and a sentence takes longer than all else.
                if (!told.add(new Marked(mark, price.owner(), to, read))) {
                    return;
                }
                String text = TEXTS.get(
                        "mark." + mark,
                        price.owner(),
                        to == null ? "" : to.toString(),
                        read == null ? "" : read.toString());
                if (seen.add(text)) {
                    notices.add(new Notice(
                            switch (mark) {
                                case EXPIRED, NOT_YET_VALID, STALE, CATALOGUE -> Severity.WARNING;
                                case PROMOTIONAL, AS_PUBLISHED, OWN, DERIVED -> Severity.INFO;
                            },
                            text));
                }
            });
        }
    }

    /** A rate of which nobody said when and where it was read, or that is of another time, where a price goes by it. */
    private void exchange(List<Line> statement) {
        ExchangeRate rate = plan.finance().exchangeRate();
        if (rate == null
                || statement.stream()
                        .map(l -> l.price().listPrice())
                        .noneMatch(p -> p != null && !p.currency().equals(plan.currency()))) {
            return;
        }
        if (!rate.sourced()) {
            warn("rate.unsourced", Numbers.value(rate.perUsd()), plan.currency(), rate.origin());
        }
        LocalDate day = plan.inference().pricesAsOf();
        LocalDate read = rate.date();
        if (read != null && read.plusDays(PriceBook.STALE_AFTER_DAYS).isBefore(day)) {
            warn("rate.old", read, PriceBook.STALE_AFTER_DAYS);
        } else if (read != null && read.isAfter(day)) {
            info("rate.later", read, day);
        }
    }

    /** Prices known to change inside the horizon, and prices known to end in it. */
    private void priceChanges() {
        LocalDate start = plan.inference().pricesAsOf();
        for (int m = 2; m < model.epochs.length; m++) {
            if (!model.epochs[m].quotes().sameFacts(model.epochs[m - 1].quotes())) {
                info("prices.change", start.plusMonths(m - 1), m);
            }
        }
        Epoch last = model.epochs[model.epochs.length - 1];
        LocalDate end = start.plusMonths(model.epochs.length - 1);
        Quotes quotes = last.quotes();
        var card = model.architecture.places(Placement.WEIGHTS) ? quotes.tuned() : quotes.base();
        if (card != null) {
            LocalDate to = card.fact().validity().to();
            if (to != null && to.isAfter(start) && to.isBefore(end)) {
                warn("prices.end", owner(), to);
            }
        }
    }

    /** What answers otherwise than today's may answer better or worse. */
    private void quality() {
        Architecture today = Architecture.designs(plan).get(0);
        boolean alike = !moves() && Adaptation.of(today, plan).equals(Adaptation.of(model.architecture, plan));
        if (!alike && !Basis.of(plan).stated()) {
            info("outcome.unknown");
        }
        Double again = plan.outcome().retrySuccess();
        double first = Adaptation.rates(model.architecture, plan).stream()
                .mapToDouble(r -> r.get(plan))
                .min()
                .orElse(Double.NaN);
        if (again != null && again > first) {
            warn("outcome.retry", Numbers.percent(again), Numbers.percent(first));
        }
    }

    private void models(Demand.Prompt prompt) {
        Quotes quotes = model.epochs[1].quotes();
        boolean tuned = model.architecture.places(Placement.WEIGHTS);
        Model used = tuned ? quotes.tunedModel() : quotes.baseModel();
        if (used == null) {
            return;
        }
        LocalDate start = plan.inference().pricesAsOf();
        LocalDate end = start.plusMonths(model.epochs.length - 1);
        LocalDate retires = used.retires();
        if (!tuned && retires != null && Obstacles.over(retires, start)) {
            obstacle("model.retired", used.name(), retires);
        } else if (!tuned && retires != null && retires.isBefore(end)) {
            warn("model.retires", used.name(), retires);
        } else if (!tuned && retires == null && moves()) {
            info("model.end.unknown", used.name());
        }
        double tokens = prompt.total().value();
        Long window = used.contextWindow();
        if (window != null) {
            window(used, window, prompt);
        } else if (prompt.total().value() > EVERY_WINDOW) {
            warn(
                    "model.window.unknown",
                    used.name(),
                    Numbers.count(prompt.total().value()));
        }
        double beyond = prompt.beyond(row, model.epochs[1].longAbove()).share().value();
        if (beyond > SELDOM && beyond < 1) {
            info("long.turns", Numbers.percent(beyond), Numbers.count(model.epochs[1].longAbove()));
        } else if (beyond == 1) {
            info(
                    model.epochs[1].longWhole() ? "long.whole" : "long.marginal",
                    Numbers.count(tokens),
                    Numbers.count(model.epochs[1].longAbove()));
        }
    }

    /** Whether it runs on another model than today's design. */
    private boolean moves() {
        Architecture today = Architecture.designs(plan).get(0);
        return !Objects.equals(today.model(plan), model.architecture.model(plan));
    }

    /** Of a conversation the last turns may be too long, of another prompt all requests are or none. */
    private void window(Model used, long window, Demand.Prompt prompt) {
        double beyond = Obstacles.beyondWindow(row, prompt, window).value();
        String most = Numbers.count((double) window);
        if (beyond == 1) {
            obstacle("model.window", Numbers.count(prompt.total().value()), used.name(), most);
        } else if (beyond > Obstacles.ENDS_ANYWAY) {
            obstacle("model.window.turns", Numbers.percent(beyond), used.name(), most);
        } else if (beyond > SELDOM) {
            warn("model.window.turns", Numbers.percent(beyond), used.name(), most);
        }
    }

    private void caching(Caches caches) {
        if (!model.architecture.places(Placement.CACHED_PREFIX)) {
            return;
        }
        Quote<CachePolicy> policy = caches.policy();
        if (policy == null) {
            boolean batch = plan.inference().tier() == ServiceTier.BATCH;
            warn(
                    batch
                            ? "cache.notInBatch"
                            : model.epochs[1].quotes().sellsReads(model.architecture) ? "cache.unknown" : "cache.none",
                    owner());
            return;
        }
        if (policy.marks().contains(PriceMark.DERIVED)) {
            info("cache.derived", owner(), policy.fact().note());
        }
        notices.addAll(ServedNotices.of(plan, model.epochs[1].ways(), owner()));
        cacheSize(caches, policy.fact());
        String chosen = plan.caching().lifetime();
        if (chosen != null && policy.fact().lifetime(chosen).isEmpty()) {
            warn(
                    "cache.lifetime",
                    owner(),
                    chosen,
                    policy.fact().lifetimes().get(0).name());
        }
        if (plan.caching().measuredHitRate() != null
                && !caches.measured()
                && policy.fact().mode() != CachePolicy.Mode.OBJECT) {
            info("cache.measuredElsewhere", Numbers.percent(plan.caching().measuredHitRate()));
        }
        dynamic(caches);
        double keys =
                caches.parts().stream().mapToDouble(CachedPart::keys).max().orElse(1);
        if (keys > 1 && !caches.measured()) {
            info("cache.keys", Numbers.count(Math.ceil(keys)));
        }
        if (caches.hitRate() < caches.breakEven()) {
            warn("cache.dear", Numbers.percent(caches.hitRate()), Numbers.percent(caches.breakEven()));
            return;
        }
        for (CachedPart part : caches.parts()) {
            boolean dear = part.cachedTokens() > 0 && part.hitRate() < caches.breakEven();
            if (dear) {
                warn(
                        "cache.dearPart",
                        part.item().name(),
                        Numbers.percent(part.hitRate()),
                        Numbers.percent(caches.breakEven()));
            }
        }
    }

    /** What changes with every request is never found, and in today's order neither is what stands behind it. */
    private void dynamic(Caches caches) {
        List<String> sent = caches.parts().stream().map(p -> p.item().id()).toList();
        for (ContextItem item : plan.items()) {
            if (item.scope() == Scope.REQUEST && placement(item) == Placement.CACHED_PREFIX) {
                warn(sent.contains(item.id()) ? "cache.dynamic.sent" : "cache.dynamic", item.name());
            }
        }
        int moving = PromptOrder.moving(plan, model.architecture);
        for (CachedPart part : caches.parts()) {
            if (plan.items().indexOf(part.item()) > moving) {
                warn("cache.moved", part.item().name(), plan.items().get(moving).name());
            }
        }
    }

    private void cacheSize(Caches caches, CachePolicy policy) {
        double wanted = tokens(caches.parts());
        double cached = caches.cachedTokens();
        Double own = plan.caching().minimumTokens();
        double minimum = own == null ? policy.minimumTokens() : own;
        Integer breakpoints = policy.maxBreakpoints();
        if (breakpoints != null && breakpoints < caches.parts().size() && wanted >= minimum) {
            List<CachedPart> behind =
                    caches.parts().stream().filter(p -> p.cachedTokens() == 0).toList();
            wanted -= tokens(behind);
            behind.forEach(p -> warn(
                    "cache.breakpoints",
                    p.item().name(),
                    breakpoints,
                    caches.parts().size()));
        }
        if (cached == 0 && wanted > 0) {
            warn("cache.minimum", Numbers.count(wanted), Numbers.count(minimum));
        } else if (cached < wanted) {
            info("cache.step", Numbers.count(cached), Numbers.count(wanted), policy.stepTokens());
        }
    }

    private double tokens(List<CachedPart> parts) {
        return parts.stream()
                .mapToDouble(p -> row.tokens(plan.items().indexOf(p.item())).value())
                .sum();
    }

    private void tuning() {
        Quotes quotes = model.epochs[1].quotes();
        LocalDate start = plan.inference().pricesAsOf();
        TuningOffer offer = quotes.offer() == null ? null : quotes.offer().fact();
        if (offer != null) {
            // Who cannot begin need not read when it ends.
            closed("tuning.sold", offer.soldUntil(), start, Severity.WARNING);
            closed("tuning.inference", offer.inferenceUntil(), start, Severity.OBSTACLE);
            Severity past = Obstacles.needsJobs(model.architecture) ? Severity.OBSTACLE : Severity.WARNING;
            closed("tuning.jobs", offer.jobsUntil(), start, past);
        }
        Model tuned = quotes.tunedModel();
        if (offer != null && tuned != null && endless(offer, tuned)) {
            info("tuning.end.unknown", owner());
        }
        // Where the vendor does not say how long tuned models answer, what is tuned of a model is taken to end with it.
        if (offer != null && offer.inferenceUntil() == null && tuned != null) {
            closed("tuning.retires", tuned.retires(), start, Severity.WARNING);
        }
        double every = plan.tuning().retrainEveryMonths();
        for (ContextItem item : plan.items()) {
            if (placement(item) == Placement.WEIGHTS && item.kind() == Kind.INFORMATION) {
                warn("tuning.information", item.name());
                if (Obstacles.staleInWeights(item, plan)) {
                    obstacle(
                            every == 0 ? "tuning.staleForever" : "tuning.stale",
                            item.name(),
                            Numbers.count(item.changesPerMonth()),
                            Numbers.months(OptionalDouble.of(every)));
                }
            }
        }
    }

    /** Whether nobody has said until when it is sold, trained or answers, which is no promise. */
    private static boolean endless(TuningOffer offer, Model tuned) {
        return Stream.of(offer.soldUntil(), offer.jobsUntil(), offer.inferenceUntil(), tuned.retires())
                .allMatch(Objects::isNull);
    }

    /** Tells of an end inside the horizon; one already past weighs as {@code past}. */
    private void closed(String key, @Nullable LocalDate until, LocalDate start, Severity past) {
        LocalDate end = start.plusMonths(model.epochs.length - 1);
        if (until != null && Obstacles.over(until, start)) {
            notices.add(new Notice(past, TEXTS.get(key + ".did", owner(), until)));
        } else if (until != null && until.isBefore(end)) {
            warn(key + ".will", owner(), until);
        }
    }

    private Placement placement(ContextItem item) {
        return model.architecture.placements().get(plan.items().indexOf(item));
    }

    private String owner() {
        Quotes quotes = model.epochs[1].quotes();
        Model used = model.architecture.places(Placement.WEIGHTS) ? quotes.tunedModel() : quotes.baseModel();
        return used == null ? "" : used.name();
    }

    private void info(String key, Object... arguments) {
        notices.add(new Notice(Severity.INFO, TEXTS.get(key, arguments)));
    }

    private void warn(String key, Object... arguments) {
        notices.add(new Notice(Severity.WARNING, TEXTS.get(key, arguments)));
    }

    private void obstacle(String key, Object... arguments) {
        notices.add(new Notice(Severity.OBSTACLE, TEXTS.get(key, arguments)));
    }
}
