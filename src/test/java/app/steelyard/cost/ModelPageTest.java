package app.steelyard.cost;

import static app.steelyard.Fixtures.book;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.steelyard.Fixtures;
import app.steelyard.Fixtures.ModelBuilder;
import app.steelyard.SampleComparisons;
import app.steelyard.Seeded;
import app.steelyard.Seeded.Draw;
import app.steelyard.cost.result.CostPropertiesTest;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Line;
import app.steelyard.cost.result.LineKind;
import app.steelyard.cost.result.Timing;
import app.steelyard.document.Samples;
import app.steelyard.plan.Caching;
import app.steelyard.plan.ExchangeRate;
import app.steelyard.plan.Finance;
import app.steelyard.plan.Finance.CashTiming;
import app.steelyard.plan.Inference;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.Retrieval;
import app.steelyard.plan.ServiceTier;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Growth;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.CacheBehaviour;
import app.steelyard.pricing.CacheLifetime;
import app.steelyard.pricing.CachePolicy;
import app.steelyard.pricing.Dated;
import app.steelyard.pricing.LongContext;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.RateCard;
import app.steelyard.pricing.ServicePrice;
import app.steelyard.pricing.TokenPrices;
import app.steelyard.pricing.TuningOffer;
import app.steelyard.pricing.Validity;
import app.steelyard.pricing.profile.PriceBookLoader;
import app.steelyard.text.Currency;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/model.md is enough to work every amount out anew: what is written there, in plain arithmetic, month by month. */
class ModelPageTest {
    private static final double DAYS = 730.0 / 24;

    /** One design, by the page alone. */
    private static final class Page {
        private final Plan plan;
        private final PriceBook book;
        private final List<Placement> places;
        private final boolean today;
        private final boolean tuned;
        private final Map<LineKind, Double> setUp = new EnumMap<>(LineKind.class);
        private final Map<LineKind, Double> first = new EnumMap<>(LineKind.class);
        private final Map<LineKind, Double> total = new EnumMap<>(LineKind.class);
        private final List<Part> parts = new ArrayList<>();
        private final ModelPageSessions sessions;
        private final @Nullable List<ContextItem> given;
        private List<ContextItem> order = List.of();
        private List<List<ContextItem>> alike = List.of();
        private int month;

        /** A cached item; {@code cached} of its tokens are in the prefix, found with probability {@code hit}. */
        private final class Part {
            final ContextItem item;
            final Scope scope;
            final double tokens;
            final double repeated;
            double cached;
            double hit;

            Part(ContextItem item, Scope scope, ModelPageSessions sessions) {
                this.item = item;
                this.scope = scope;
                this.tokens = sessions.size(item);
                this.repeated = plan.caching().measuredHitRate() == null ? sessions.repeated(item) : 1;
            }
        }

        private @Nullable RateCard card;
        private @Nullable TuningOffer offer;
        private @Nullable CachePolicy policy;
        private @Nullable CacheLifetime lifetime;
        private List<@Nullable Object> facts = List.of();
        private final ModelPageOutcome outcome;
        /** What this month's requests cost so far. */
        private double usage;

        private boolean ofRequests;

        /** @param given an order that costs no more than the one found here but for the last digits; null to find it */
        Page(Plan plan, PriceBook book, List<Placement> places, boolean today, @Nullable List<ContextItem> given) {
            this.given = given;
            this.sessions = new ModelPageSessions(plan);
            this.plan = plan;
            this.book = book;
            this.places = places;
            this.today = today;
            this.tuned = places.contains(Placement.WEIGHTS);
            this.outcome = new ModelPageOutcome(plan, places);
            int months = (int) Math.round(plan.finance().horizonMonths());
            month = 1;
            look();
            order(plan.traffic().requestsPerMonth() * (1 + plan.traffic().retryRate()));
            set(plan.traffic().requestsPerMonth() * (1 + plan.traffic().retryRate()));
            month = 0;
            start();
            for (month = 1; month <= months; month++) {
                double sent = plan.traffic().requestsPerMonth()
                        * Math.pow(1 + plan.traffic().growthPerMonth(), month - 1)
                        * (1 + plan.traffic().retryRate());
                List<@Nullable Object> before = facts;
                look();
                if (!facts.equals(before)) {
                    set(sent);
                }
                month(sent);
                int every = (int) Math.round(plan.tuning().retrainEveryMonths());
                if (tuned && (month == retirement() || every > 0 && month % every == 0 && month < months)) {
                    round(plan.tuning().engineeringWeeksPerRetrain());
                }
            }
        }

        // --- Section 0: prices of a day

        private static <T extends Dated> @Nullable T ofDay(List<T> facts, LocalDate day) {
            Comparator<T> byStart = Comparator.comparing(f -> f.validity().from());
            return facts.stream()
                    .filter(f -> !f.validity().from().isAfter(day))
                    .filter(f -> f.validity().to() == null
                            || day.isBefore(f.validity().to()))
                    .max(byStart)
                    .or(() -> facts.stream()
                            .filter(f -> !f.validity().from().isAfter(day))
                            .max(byStart))
                    .or(() -> facts.stream().min(byStart))
                    .orElse(null);
        }

        private List<RateCard> atTier(List<RateCard> cards) {
            return cards.stream()
                    .filter(c -> c.tier() == plan.inference().tier())
                    .toList();
        }

        private LocalDate day() {
            return plan.inference().pricesAsOf().plusMonths(Math.max(0, month - 1));
        }

        private void look() {
            LocalDate day = day();
            Model base = book.model(plan.inference().model()).orElseThrow();
            PriceRef tunedRef = plan.tuning().model();
            Model toTune = tunedRef == null ? null : book.model(tunedRef).orElse(null);
            TuningOffer offered = toTune == null ? null : ofDay(toTune.tuning(), day);
            RateCard baseCard = ofDay(atTier(base.rates()), day);
            RateCard tunedCard = offered == null ? null : ofDay(atTier(offered.rates()), day);
            CachePolicy basePolicy = ofDay(base.cachePolicies(), day);
            CachePolicy tunedPolicy = toTune == null ? null : ofDay(toTune.cachePolicies(), day);
            offer = offered;
            card = tuned ? tunedCard : baseCard;
            policy = tuned ? tunedPolicy : basePolicy;
            if (policy != null
                    && (plan.inference().tier() == ServiceTier.BATCH && !policy.inBatch()
                            || tuned && !policy.onTunedModels())) {
                policy = null;
            }
            if (policy != null) {
                List<CacheLifetime> lifetimes = policy.lifetimes();
                lifetime = lifetimes.stream()
                        .filter(l -> l.name().equals(plan.caching().lifetime()))
                        .findFirst()
                        .orElse(lifetimes.get(0));
            }
            Retrieval r = plan.retrieval();
            facts = Arrays.asList(
                    baseCard,
                    basePolicy,
                    offered,
                    tunedCard,
                    tunedPolicy,
                    service(r.embedding()),
                    service(r.reranker()),
                    service(r.store()));
            turns();
        }

        private @Nullable ServicePrice service(@Nullable PriceRef ref) {
            return ref == null
                    ? null
                    : book.service(ref).map(s -> ofDay(s.prices(), day())).orElse(null);
        }

        private RateCard card() {
            return Objects.requireNonNull(card);
        }

        private double money(@Nullable BigDecimal price, Currency currency) {
            double rate = currency.equals(plan.currency())
                    ? 1
                    : plan.finance().exchangeRate().perUsd();
            return price == null ? 0 : price.doubleValue() * rate;
        }

        private void pay(LineKind kind, double amount) {
            usage += ofRequests ? amount : 0;
            if (month == 0) {
                setUp.merge(kind, amount, Double::sum);
            }
            if (month == 1) {
                first.merge(kind, amount, Double::sum);
            }
            total.merge(kind, amount, Double::sum);
        }

        private void tokens(LineKind kind, double tokens, double longShare) {
            TokenPrices usual = card().prices();
            LongContext longer = card().longContext();
            double price = price(kind, usual);
            double dear = longer == null ? price : price(kind, longer.prices());
            if (kind == LineKind.OUTPUT && longer != null && longer.prices().output() == null) {
                dear = price;
            }
            pay(kind, tokens * ((1 - longShare) * price + longShare * dear) / 1e6);
        }

        private double price(LineKind kind, TokenPrices prices) {
            BigDecimal price = switch (kind) {
                case CACHE_READ, CACHE_KEEP_ALIVE -> prices.cachedRead() == null ? prices.input() : prices.cachedRead();
                case CACHE_WRITE ->
                    prices.write(Objects.requireNonNull(lifetime).name()).orElse(prices.input());
                case OUTPUT -> prices.output();
                default -> prices.input();
            };
            return money(price, card().currency());
        }

        // --- Sections 1 and 2: traffic, prefix and hit rates

        private double copies(Scope scope) {
            return switch (scope) {
                case SHARED -> 1;
                case TENANT -> plan.traffic().tenants();
                default -> Math.max(plan.traffic().users(), plan.traffic().tenants());
            };
        }

        private boolean object() {
            return policy != null && policy.mode() == CachePolicy.Mode.OBJECT;
        }

        private List<ContextItem> placed(Placement placement) {
            return plan.items().stream()
                    .filter(i -> places.get(plan.items().indexOf(i)) == placement)
                    .toList();
        }

        /** The cached items as they stand in the prompt from the first month to the last. */
        private void order(double sent) {
            List<ContextItem> cached = placed(Placement.CACHED_PREFIX);
            if (today && !object()) {
                int end = cached.size();
                while (end > 0 && cached.get(end - 1).scope() == Scope.REQUEST) {
                    end--;
                }
                order = cached.subList(0, end);
                return;
            }
            List<ContextItem> free = cached.stream()
                    .filter(i -> i.scope() != Scope.REQUEST && !(object() && i.scope() == Scope.SESSION))
                    .filter(i -> !sessions.grows(i))
                    .toList();
            List<ContextItem> last = cached.stream()
                    .filter(i -> i.scope() == Scope.SESSION && sessions.grows(i) && !object())
                    .toList();
            order = new ArrayList<>(
                    given != null
                            ? given
                            : policy == null || object() || free.size() < 2 ? free : cheapest(free, sent));
            order.addAll(last);
        }

        private List<ContextItem> cheapest(List<ContextItem> free, double sent) {
            ModelPageOrder search = new ModelPageOrder(
                    free, minimum(), most(), price(LineKind.PLAIN_INPUT, card().prices()), prefix -> {
                        double hit = alone(prefix, sent);
                        return hit * price(LineKind.CACHE_READ, card().prices())
                                + (1 - hit) * price(missed(), card().prices());
                    });
            alike = search.alike();
            return search.cheapest();
        }

        /** The items up to and with one of them, as what is looked for in the cache. */
        private List<Part> upTo(int place) {
            return parts.subList(0, place + 1);
        }

        private double alone(List<ContextItem> prefix, double sent) {
            double changes =
                    prefix.stream().mapToDouble(ContextItem::changesPerMonth).sum();
            Scope narrowest = prefix.stream()
                    .map(ContextItem::scope)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            return hitRate(narrowest, changes / 730, sent);
        }

        /** What is in the prefix from this month on, breakpoints set for its traffic. */
        private void set(double sent) {
            parts.clear();
            boolean moved = false;
            int moving = plan.items().size();
            for (int i = plan.items().size() - 1; i >= 0; i--) {
                boolean inPrompt = places.get(i) == Placement.PLAIN_PROMPT || places.get(i) == Placement.CACHED_PREFIX;
                if (today && !object() && inPrompt && plan.items().get(i).scope() == Scope.REQUEST) {
                    moving = i;
                }
            }
            for (ContextItem item : order) {
                moved |= plan.items().indexOf(item) >= moving;
                parts.add(new Part(item, moved ? Scope.REQUEST : item.scope(), sessions));
                moved |= sessions.grows(item);
            }
            double all = parts.stream().mapToDouble(p -> p.tokens).sum();
            double left = policy == null ? 0 : all;
            Double measured = plan.caching().measuredHitRate();
            if (policy != null && measured == null) {
                double minimum = minimum();
                double step = policy.stepTokens();
                double whole = step > 1 ? minimum + Math.floor((all - minimum) / step) * step : all;
                left = all < minimum ? 0 : whole;
            }
            for (Part part : parts) {
                part.cached = Math.min(part.tokens, left);
                left -= part.cached;
            }
            breakpoints = (1L << parts.size()) - 1;
            Integer most = most();
            if (most != null && most < parts.size() && measured == null && !object()) {
                breakpoints = best(sent, most);
                for (int p = 0; p < parts.size(); p++) {
                    parts.get(p).cached = breakpoints >> p == 0 ? 0 : parts.get(p).cached;
                }
            }
        }

        private long breakpoints;

        private boolean trails() {
            Integer most = policy == null ? null : policy.maxBreakpoints();
            return most != null
                    && most > 1
                    && plan.caching().secondBreakpoint()
                    && placed(Placement.CACHED_PREFIX).stream().anyMatch(sessions::grows);
        }

        private @Nullable Integer most() {
            Integer most = policy == null ? null : policy.maxBreakpoints();
            return most != null && trails() ? Integer.valueOf(most - 1) : most;
        }

        private double minimum() {
            Double own = plan.caching().minimumTokens();
            return own == null ? Objects.requireNonNull(policy).minimumTokens() : own;
        }

        /** What grows by more in a turn than is looked back over. */
        private boolean far(int place) {
            Double blocks = plan.caching().blocksPerTurn();
            Integer lookBack = Objects.requireNonNull(policy).lookBackBlocks();
            boolean far = blocks != null && lookBack != null && blocks > lookBack && !trails();
            return far && sessions.grows(parts.get(place).item);
        }

        private double alone(int place, double sent) {
            if (far(place)) {
                return 0;
            }
            double changes = upTo(place).stream()
                    .mapToDouble(p -> p.item.changesPerMonth())
                    .sum();
            Scope narrowest = upTo(place).stream()
                    .map(p -> p.scope)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            return hitRate(narrowest, changes / 730, sent);
        }

        private double hitRate(Scope scope, double mu, double sent) {
            if (scope == Scope.REQUEST) {
                return 0;
            }
            CachePolicy rules = Objects.requireNonNull(policy);
            CacheLifetime life = Objects.requireNonNull(lifetime);
            BigDecimal perMinute = rules.requestsPerMinutePerKey();
            double limit = perMinute == null ? Double.POSITIVE_INFINITY : perMinute.doubleValue() * 60;
            boolean renewed = life.refresh() == CacheLifetime.Refresh.ON_HIT;
            double[] ends = {life.duration().toMillis() / 3_600_000.0};
            double[] shares = {1};
            double effectiveness = 1;
            double delay = 0;
            CacheBehaviour seen = plan.caching().behaviour() == Caching.Behaviour.OBSERVED ? rules.behaviour() : null;
            if (seen != null) {
                List<CacheBehaviour.Step> steps = seen.survival().stream()
                        .filter(s -> s.lifetime().equals(life.name()))
                        .findFirst()
                        .map(CacheBehaviour.Survival::steps)
                        .orElse(List.of());
                if (!steps.isEmpty()) {
                    ends = steps.stream()
                            .mapToDouble(s -> s.untilSeconds() / 3600.0)
                            .toArray();
                    shares = steps.stream()
                            .mapToDouble(s -> s.share().doubleValue())
                            .toArray();
                }
                boolean alone = rules.mode() == CachePolicy.Mode.AUTOMATIC
                        && !plan.caching().keyed();
                CacheBehaviour.Effectiveness found = alone ? seen.alone() : seen.keyed();
                effectiveness = found == null ? 1 : found.p50().doubleValue();
                delay = seen.readDelay() == null ? 0 : seen.readDelay().seconds();
            }
            Double ownDelay = plan.caching().readDelaySeconds();
            delay = (ownDelay == null ? delay : ownDelay) / 3600;
            if (plan.caching().keepAlivePings() > 0 && renewed) {
                double every = 0.8 * life.duration().toMillis() / 3_600_000.0;
                List<double[]> steps = new ArrayList<>();
                for (int ping = 0; ping <= plan.caching().keepAlivePings(); ping++) {
                    double until = ping < plan.caching().keepAlivePings() ? every : Double.POSITIVE_INFINITY;
                    for (int i = 0; i < ends.length && (i == 0 ? 0 : ends[i - 1]) < until; i++) {
                        double end = ping * every + Math.min(until, ends[i]);
                        if (!steps.isEmpty() && steps.getLast()[1] == shares[i]) {
                            steps.removeLast();
                        }
                        steps.add(new double[] {end, shares[i]});
                    }
                    pinged = shares[shares.length - 1];
                    for (int i = ends.length - 1; i >= 0; i--) {
                        pinged = every <= ends[i] ? shares[i] : pinged;
                    }
                }
                ends = steps.stream().mapToDouble(s -> s[0]).toArray();
                shares = steps.stream().mapToDouble(s -> s[1]).toArray();
            }
            Double stated = plan.caching().effectiveness();
            effectiveness = stated == null ? effectiveness : stated;
            pinged *= effectiveness;
            if (scope == Scope.SESSION && ofFirst) {
                return 0;
            }
            if (scope == Scope.SESSION) {
                return effectiveness * sessions.hitRate(0, mu, ends, shares, renewed, delay);
            }
            double zipf = scope == Scope.TENANT
                    ? plan.traffic().tenantSkew()
                    : scope == Scope.USER ? plan.traffic().userSkew() : 0;
            double[] until = ends;
            double[] left = shares;
            double late = delay;
            boolean warmed = plan.caching().prewarmed() && renewed;
            ToDoubleFunction<DoubleUnaryOperator> mean = rate -> {
                double hit = 0;
                for (ModelPageSessions.Pace pace : sessions.paces(copies(scope), zipf)) {
                    double lambda = Math.min(limit, sent * pace.perHour());
                    hit += lambda == 0 ? 0 : pace.share() * rate.applyAsDouble(lambda);
                }
                return hit;
            };
            Double measured = firstTurns(life);
            if (warmed && !ofFirst) {
                return effectiveness * mean.applyAsDouble(l -> sessions.prewarmedHitRate(l, mu, until, left, late));
            }
            double first =
                    effectiveness * mean.applyAsDouble(l -> sessions.firstHitRate(l, mu, until, left, renewed, late));
            double w = measured == null ? first : measured < 0 ? Math.max(-measured, first) : measured;
            if (ofFirst) {
                return w;
            }
            if (measured == null) {
                return effectiveness * mean.applyAsDouble(l -> sessions.hitRate(l, mu, until, left, renewed, late));
            }
            double o = sessions.hitRate(0, mu, ends, shares, renewed, 0);
            double r = mean.applyAsDouble(l -> sessions.hitRate(l, mu, until, left, renewed, 0))
                    - mean.applyAsDouble(l -> sessions.firstHitRate(l, mu, until, left, renewed, 0)) * (1 - o);
            double others = w * (1 - o);
            double own = Math.max(0, r - (1 - r - others) * sessions.nextWithin(late));
            return Math.min(1, others + effectiveness * own);
        }

        /** What first turns were measured to find; negative where they find as much at least, null where it says nothing. */
        private @Nullable Double firstTurns(CacheLifetime applied) {
            Double rate = plan.caching().firstTurnHitRate();
            Duration own = book.cachePolicy(
                            plan.inference().model(), plan.inference().pricesAsOf())
                    .map(p -> p.fact()
                            .lifetime(plan.caching().lifetime())
                            .orElse(p.fact().lifetimes().get(0))
                            .duration())
                    .orElse(applied.duration());
            int longer = applied.duration().compareTo(own);
            return rate == null || longer < 0 ? null : longer > 0 ? Double.valueOf(-rate) : rate;
        }

        /** Calls that read the prompt of the turn before and write a summary. */
        private void compaction(double sent, ContextItem growing, double plainLong, double cachedLong) {
            double calls = sent * sessions.compactions(growing);
            double grown = sent * sessions.compacted(growing);
            for (int i = 0; i < places.size(); i++) {
                ContextItem item = plan.items().get(i);
                boolean plain = places.get(i) == Placement.PLAIN_PROMPT
                        || places.get(i) == Placement.CACHED_PREFIX && !order.contains(item);
                double tokens = item == growing ? grown : calls * sessions.size(item);
                tokens(LineKind.PLAIN_INPUT, plain ? tokens : 0, ofItem(item, plainLong));
            }
            Scope narrowest = Scope.SHARED;
            for (Part part : parts) {
                narrowest = part.scope.compareTo(narrowest) > 0 ? part.scope : narrowest;
                double tokens = part.item == growing ? grown : calls * part.tokens;
                double cached = tokens * part.cached / Math.max(1, part.tokens);
                double found = narrowest == Scope.REQUEST ? 0 : effectiveness();
                tokens(LineKind.PLAIN_INPUT, tokens - cached, ofItem(part.item, plainLong));
                if (cached > 0) {
                    tokens(LineKind.CACHE_READ, cached * found, ofItem(part.item, cachedLong));
                    tokens(missed(), cached * (1 - found), ofItem(part.item, cachedLong));
                }
            }
            Double summary = growing.growing().summaryTokens();
            tokens(LineKind.OUTPUT, summary == null ? 0 : calls * summary, whole() ? shareLong : 0);
        }

        private double effectiveness() {
            Double stated = plan.caching().effectiveness();
            CacheBehaviour seen = policy == null || plan.caching().behaviour() != Caching.Behaviour.OBSERVED
                    ? null
                    : policy.behaviour();
            boolean alone = policy != null
                    && policy.mode() == CachePolicy.Mode.AUTOMATIC
                    && !plan.caching().keyed();
            CacheBehaviour.Effectiveness found = seen == null ? null : alone ? seen.alone() : seen.keyed();
            return stated != null ? stated : found == null ? 1 : found.p50().doubleValue();
        }

        /** Whether the first requests of sessions alone are asked about. */
        private boolean ofFirst;

        /** Short requests that go before those that start side by side. */
        private void stubs(double sent, double cachedLong) {
            boolean renewed = lifetime != null && lifetime.refresh() == CacheLifetime.Refresh.ON_HIT;
            if (policy == null
                    || object()
                    || !renewed
                    || plan.caching().measuredHitRate() != null
                    || !plan.caching().prewarmed()) {
                return;
            }
            double stubs = sent
                    / plan.traffic().sessions().turns()
                    / plan.traffic().sessions().parallel();
            ofFirst = true;
            hits(sent);
            for (Part part : parts) {
                if (part.scope.compareTo(Scope.SESSION) >= 0) {
                    break;
                }
                double read = part.hit * part.repeated;
                tokens(LineKind.CACHE_READ, stubs * part.cached * read, ofItem(part.item, cachedLong));
                tokens(missed(), stubs * part.cached * (1 - read), ofItem(part.item, cachedLong));
            }
            ofFirst = false;
            hits(sent);
        }

        /** What a ping finds of what it looks for. */
        private double pinged;

        /** Pings that keep the prefix alive, for each request, up to the last part that comes back. */
        private void pings(double sent, double cachedLong) {
            if (policy == null || object() || plan.caching().measuredHitRate() != null || parts.isEmpty()) {
                return;
            }
            int last = -1;
            Scope narrowest = Scope.SHARED;
            for (int p = 0; p < parts.size() && narrowest != Scope.REQUEST; p++) {
                Scope scope = parts.get(p).scope;
                narrowest = scope.compareTo(narrowest) > 0 ? scope : narrowest;
                last = narrowest == Scope.REQUEST ? last : p;
            }
            if (last < 0 || Objects.requireNonNull(lifetime).refresh() != CacheLifetime.Refresh.ON_HIT) {
                return;
            }
            narrowest = upTo(last).stream()
                    .map(p -> p.scope)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            hitRate(narrowest, 0, sent);
            if (narrowest == Scope.SESSION && plan.traffic().sessions().turns() == 1 || pinged == 0 || far(last)) {
                return;
            }
            double zipf = narrowest == Scope.TENANT
                    ? plan.traffic().tenantSkew()
                    : narrowest == Scope.USER ? plan.traffic().userSkew() : 0;
            BigDecimal perMinute = policy.requestsPerMinutePerKey();
            double limit = perMinute == null ? Double.POSITIVE_INFINITY : perMinute.doubleValue() * 60;
            double every = 0.8 * lifetime.duration().toMillis() / 3_600_000.0;
            double pings = 0;
            for (int ping = 1; ping <= plan.caching().keepAlivePings(); ping++) {
                if (narrowest == Scope.SESSION) {
                    pings += sessions.unfollowed(0, ping * every);
                    continue;
                }
                for (ModelPageSessions.Pace pace : sessions.paces(copies(narrowest), zipf)) {
                    double lambda = Math.min(limit, sent * pace.perHour());
                    pings += pace.share()
                            * sessions.unfollowed(lambda, ping * every)
                            / plan.traffic().sessions().parallel();
                }
            }
            for (Part part : upTo(last)) {
                double tokens = sent * pings * part.cached;
                tokens(LineKind.CACHE_KEEP_ALIVE, tokens * pinged, ofItem(part.item, cachedLong));
                tokens(missed(), tokens * (1 - pinged), ofItem(part.item, cachedLong));
            }
        }

        /** Where a part can be found alone: the prefix up to its end reaches the minimum. */
        private boolean reaches(int place) {
            double length = 0;
            for (int p = 0; p <= place; p++) {
                length += parts.get(p).cached;
            }
            return length > 0 && length >= minimum();
        }

        private void hits(double sent) {
            Double measured = plan.caching().measuredHitRate();
            double next = 0;
            for (int p = parts.size() - 1; p >= 0; p--) {
                Part part = parts.get(p);
                if (object()) {
                    part.hit = 1;
                } else if (policy != null && measured != null) {
                    part.hit = measured;
                } else if (policy != null) {
                    next = (breakpoints >> p & 1) == 1 && reaches(p) ? alone(p, sent) : next;
                    part.hit = next;
                }
            }
        }

        private long best(double sent, int most) {
            long best = 0;
            double least = Double.POSITIVE_INFINITY;
            for (long set = 0; set < 1L << parts.size(); set++) {
                long tried = set;
                boolean possible = Long.bitCount(set) <= most;
                for (int p = 0; p < parts.size(); p++) {
                    possible &= (tried >> p & 1) == 0 || reaches(p);
                }
                if (!possible) {
                    continue;
                }
                double cached = 0;
                for (int p = 0; p < parts.size() && set >> p > 0; p++) {
                    cached += parts.get(p).cached;
                }
                double plainLong = plainLong(cached);
                double cachedLong = cachedLong(cached);
                double cost = (prompt() - cached) * one(LineKind.PLAIN_INPUT, plainLong);
                for (int p = 0; p < parts.size() && set >> p > 0; p++) {
                    int end = p;
                    while ((set >> end & 1) == 0) {
                        end++;
                    }
                    double hit = alone(end, sent);
                    cost += parts.get(p).cached
                            * (hit * one(LineKind.CACHE_READ, cachedLong) + (1 - hit) * one(missed(), cachedLong));
                }
                if (cost < least * (1 - 1e-12) || cost <= least * (1 + 1e-12) && set > best) {
                    least = cost;
                    best = set;
                }
            }
            return best;
        }

        private double one(LineKind kind, double longShare) {
            LongContext longer = card().longContext();
            double usual = price(kind, card().prices());
            return longer == null ? usual : (1 - longShare) * usual + longShare * price(kind, longer.prices());
        }

        private LineKind missed() {
            return card().prices()
                            .write(Objects.requireNonNull(lifetime).name())
                            .isPresent()
                    ? LineKind.CACHE_WRITE
                    : LineKind.CACHE_MISS;
        }

        // --- Section 3: tokens of a month

        private double prompt() {
            double prompt = 0;
            for (int i = 0; i < places.size(); i++) {
                boolean sent = places.get(i) == Placement.PLAIN_PROMPT || places.get(i) == Placement.CACHED_PREFIX;
                prompt += sent ? sessions.size(plan.items().get(i)) : 0;
            }
            return prompt + retrieved();
        }

        private double retrieved() {
            double all = 0;
            for (int i = 0; i < places.size(); i++) {
                all += places.get(i) == Placement.RETRIEVED
                        ? plan.items().get(i).tokens()
                        : 0;
            }
            return Math.min(all, plan.retrieval().retrievedTokens());
        }

        private double limit() {
            LongContext longer = card().longContext();
            return longer == null ? Double.POSITIVE_INFINITY : longer.above();
        }

        private @Nullable ContextItem growing() {
            return plan.items().stream()
                    .filter(sessions::grows)
                    .filter(i -> placed(Placement.PLAIN_PROMPT).contains(i)
                            || placed(Placement.CACHED_PREFIX).contains(i))
                    .findFirst()
                    .orElse(null);
        }

        private double shareLong;
        private double excess;
        private double grownLong;

        /** How long prompts are billed, turn by turn. */
        private void turns() {
            ContextItem growing = growing();
            double limit = limit();
            if (growing == null) {
                shareLong = prompt() > limit ? 1 : 0;
                excess = Math.max(0, prompt() - limit);
                return;
            }
            double size = sessions.size(growing);
            double others = prompt() - size;
            shareLong = sessions.mean(k -> others + sessions.size(growing, k) > limit ? 1 : 0);
            excess = sessions.mean(k -> Math.max(0, others + sessions.size(growing, k) - limit));
            grownLong = sessions.mean(k -> others + sessions.size(growing, k) > limit ? sessions.size(growing, k) : 0)
                    / size;
        }

        private boolean whole() {
            return card().longContext() != null && card().longContext().rule() == LongContext.Rule.WHOLE_REQUEST;
        }

        private double plainLong(double cached) {
            double plain = prompt() - cached;
            return whole() ? shareLong : plain == 0 ? 0 : Math.min(1, excess / plain);
        }

        private double cachedLong(double cached) {
            return whole() ? shareLong : Math.max(0, excess - (prompt() - cached)) / Math.max(1, cached);
        }

        /** The share of an item's tokens, where that of the others is {@code share}. */
        private double ofItem(ContextItem item, double share) {
            return whole() && item == growing() ? grownLong : share;
        }

        private void month(double sent) {
            usage = 0;
            ofRequests = true;
            hits(sent);
            double cached = parts.stream().mapToDouble(p -> p.cached).sum();
            double plainLong = plainLong(cached);
            double cachedLong = cachedLong(cached);
            for (int i = 0; i < places.size(); i++) {
                ContextItem item = plan.items().get(i);
                boolean plain = places.get(i) == Placement.PLAIN_PROMPT
                        || places.get(i) == Placement.CACHED_PREFIX && !order.contains(item);
                tokens(LineKind.PLAIN_INPUT, plain ? sent * sessions.size(item) : 0, ofItem(item, plainLong));
            }
            for (Part part : parts) {
                tokens(LineKind.PLAIN_INPUT, sent * (part.tokens - part.cached), ofItem(part.item, plainLong));
            }
            tokens(LineKind.RETRIEVED_INPUT, sent * retrieved(), plainLong);
            for (Part part : parts) {
                if (part.cached > 0) {
                    tokens(
                            LineKind.CACHE_READ,
                            sent * part.cached * part.hit * part.repeated,
                            ofItem(part.item, cachedLong));
                    tokens(
                            missed(),
                            sent * part.cached * (1 - part.hit * part.repeated),
                            ofItem(part.item, cachedLong));
                }
            }
            ContextItem growing = growing();
            if (growing != null && growing.growing().compactedTo() != null) {
                compaction(sent, growing, plainLong, cachedLong);
            }
            pings(sent, cachedLong);
            stubs(sent, cachedLong);
            Double ofTuned = plan.tuning().outputTokens();
            double output = tuned && ofTuned != null ? ofTuned : plan.traffic().outputTokens();
            if (output > 0) {
                tokens(LineKind.OUTPUT, sent * output, whole() ? shareLong : 0);
            }
            if (places.contains(Placement.RETRIEVED)) {
                retrievalOfRequests(sent);
            }
            ofRequests = false;
            pay(LineKind.REPEATED_SESSION, outcome.repeated(usage));
            pay(LineKind.FAILURE, outcome.failures(sent / (1 + plan.traffic().retryRate())));
            if (object()) {
                CachePolicy rules = Objects.requireNonNull(policy);
                double a = plan.traffic().activeHoursPerDay();
                double changes = parts.stream()
                        .mapToDouble(p -> p.item.changesPerMonth())
                        .sum();
                double read = ingested() * (changes + (a < 24 ? DAYS : 0));
                pay(LineKind.CACHE_INGEST, read * price(LineKind.CACHE_INGEST, card().prices()) / 1e6);
                double storage = money(rules.storagePerMillionTokenHour(), card().currency());
                pay(LineKind.CACHE_STORAGE, ingested() * a * DAYS * storage / 1e6);
            }
            if (places.contains(Placement.RETRIEVED)) {
                retrieval();
            }
            if (tuned) {
                TuningOffer of = Objects.requireNonNull(offer);
                pay(LineKind.HOSTING, 730 * money(of.hostingPerHour(), of.currency()));
                pay(LineKind.MODEL_STORAGE, money(of.storagePerMonth(), of.currency()));
            }
        }

        /** Tokens of all copies of a cache object. */
        private double ingested() {
            double cached = parts.stream().mapToDouble(p -> p.cached).sum();
            return parts.isEmpty()
                    ? 0
                    : cached
                            * copies(parts.stream()
                                    .map(p -> p.scope)
                                    .max(Comparator.naturalOrder())
                                    .orElseThrow());
        }

        // --- Section 4: weights

        private int retirement() {
            LocalDate start = plan.inference().pricesAsOf();
            Model base =
                    book.model(Objects.requireNonNull(plan.tuning().model())).orElseThrow();
            TuningOffer atStart = ofDay(base.tuning(), start);
            return Stream.of(atStart == null ? null : atStart.inferenceUntil(), base.retires())
                    .filter(d -> d != null && d.isAfter(start))
                    .min(Comparator.naturalOrder())
                    .map(d -> 1 + (int) ChronoUnit.MONTHS.between(start, d))
                    .orElse(0);
        }

        private void round(double weeks) {
            TuningOffer of = Objects.requireNonNull(offer);
            double training = plan.tuning().datasetTokens()
                    * plan.tuning().epochs()
                    * money(of.trainingPerMillionTokens(), of.currency())
                    / 1e6;
            double hours = plan.tuning().hoursPerRun() * money(of.trainingPerHour(), of.currency());
            double minimum = money(of.minimumPerJob(), of.currency());
            double runs = plan.tuning().runsPerRound();
            if (minimum > training + hours) {
                pay(LineKind.TRAINING_MINIMUM, runs * minimum);
            } else {
                pay(LineKind.TRAINING, runs * training);
                pay(LineKind.TRAINING_HOURS, runs * hours);
            }
            pay(LineKind.EVALUATION, plan.tuning().evaluationCostPerRound());
            pay(LineKind.ENGINEERING, weeks * plan.finance().engineeringWeekCost());
        }

        // --- Sections 5 and 6: retrieval and set-up

        private double corpus(boolean changing) {
            double corpus = 0;
            for (int i = 0; i < places.size(); i++) {
                ContextItem item = plan.items().get(i);
                if (places.get(i) == Placement.RETRIEVED && item.scope().compareTo(Scope.SESSION) < 0) {
                    corpus += item.tokens() * copies(item.scope()) * (changing ? item.changesPerMonth() : 1);
                }
            }
            return corpus;
        }

        private double servicePrice(@Nullable PriceRef ref) {
            ServicePrice price = service(ref);
            return price == null
                    ? 0
                    : money(price.price().value(), price.price().currency());
        }

        private void retrievalOfRequests(double sent) {
            Retrieval r = plan.retrieval();
            double embedding = servicePrice(r.embedding()) / 1e6;
            double question = plan.items().stream()
                    .filter(i -> i.scope() == Scope.REQUEST)
                    .mapToDouble(ContextItem::tokens)
                    .sum();
            double ofSessions = placed(Placement.RETRIEVED).stream()
                    .filter(i -> i.scope() == Scope.SESSION)
                    .mapToDouble(ContextItem::tokens)
                    .sum();
            pay(
                    LineKind.EMBED_CHANGES,
                    sent * ofSessions / plan.traffic().sessions().turns() * embedding);
            pay(LineKind.EMBED_QUERIES, sent * question * embedding);
            pay(LineKind.RERANK, sent / 1000 * servicePrice(r.reranker()));
        }

        private void retrieval() {
            Retrieval r = plan.retrieval();
            double embedding = servicePrice(r.embedding()) / 1e6;
            pay(LineKind.EMBED_CHANGES, corpus(true) * r.reembeddedShare() * embedding);
            pay(LineKind.STORE, servicePrice(r.store()));
        }

        private void start() {
            if (today) {
                return;
            }
            double week = plan.finance().engineeringWeekCost();
            if (places.contains(Placement.CACHED_PREFIX)) {
                pay(LineKind.ENGINEERING, plan.caching().engineeringWeeks() * week);
                if (object()) {
                    pay(LineKind.CACHE_INGEST, ingested() * price(LineKind.CACHE_INGEST, card().prices()) / 1e6);
                }
            }
            if (places.contains(Placement.RETRIEVED)) {
                pay(LineKind.ENGINEERING, plan.retrieval().engineeringWeeks() * week);
                pay(
                        LineKind.EMBED_CORPUS,
                        corpus(false) * servicePrice(plan.retrieval().embedding()) / 1e6);
            }
            if (tuned) {
                pay(LineKind.LABELLING, plan.tuning().labellingCost());
                round(plan.tuning().engineeringWeeks());
            }
        }
    }

    private static void check(Plan plan, PriceBook book) {
        for (Evaluation.Priced e : Comparison.of(plan, book).priced()) {
            List<Placement> places = e.architecture().placements();
            boolean today = e.architecture().today();
            Plan on = ModelPageOutcome.elsewhere(plan, e.architecture().in(plan));
            Page page = new Page(on, book, places, today, null);
            // Orders may cost the same and differ in what is read and what is written.
            Page same = page.alike.stream()
                    .map(order -> new Page(on, book, places, today, order))
                    .filter(other -> agrees(other, e))
                    .findFirst()
                    .orElse(page);
            compare(same, e);
        }
    }

    private static boolean agrees(Page page, Evaluation.Priced e) {
        try {
            compare(page, e);
            return true;
        } catch (AssertionError differs) {
            return false;
        }
    }

    private static void compare(Page page, Evaluation.Priced e) {
        boolean round = e.statement().stream().anyMatch(l -> l.timing() == Timing.ROUND);
        // What is never found costs the same in the cache and outside, where a write has no price of its own.
        boolean either = page.policy != null && page.policy.maxBreakpoints() != null;
        for (LineKind kind : LineKind.values()) {
            if (either && (kind == LineKind.PLAIN_INPUT || kind == LineKind.CACHE_MISS)) {
                continue;
            }
            String what = e.architecture().design() + ", " + kind;
            same(page.setUp.getOrDefault(kind, 0.0), sum(e, kind, Timing.SET_UP), what + ", set-up");
            if (!round) {
                same(page.first.getOrDefault(kind, 0.0), sum(e, kind, Timing.MONTHLY), what + ", month 1");
            }
            double total = e.statement().stream()
                    .filter(l -> l.kind() == kind)
                    .mapToDouble(Line::total)
                    .sum();
            same(page.total.getOrDefault(kind, 0.0), total, what + ", in all");
        }
        double rate = e.measures().successRate();
        assertEquals(
                page.outcome.counts(), !Double.isNaN(rate), e.architecture().design()::toString);
        if (page.outcome.counts()) {
            assertEquals(page.outcome.rate(), rate, 1e-12);
        }
        double uncached = e.statement().stream()
                .filter(l -> l.kind() == LineKind.PLAIN_INPUT || l.kind() == LineKind.CACHE_MISS)
                .mapToDouble(Line::total)
                .sum();
        same(
                page.total.getOrDefault(LineKind.PLAIN_INPUT, 0.0) + page.total.getOrDefault(LineKind.CACHE_MISS, 0.0),
                uncached,
                "what is neither read nor written");
    }

    private static double sum(Evaluation.Priced e, LineKind kind, Timing timing) {
        return e.statement().stream()
                .filter(l -> l.kind() == kind && l.timing() == timing)
                .mapToDouble(Line::amount)
                .sum();
    }

    private static void same(double byThePage, double amount, String what) {
        assertEquals(byThePage, amount, 1e-4 + 1e-11 * Math.abs(byThePage), what);
    }

    @Test
    void theSamplesCanBeWorkedOutAnew(@TempDir Path none) {
        PriceBook shipped = PriceBookLoader.load(none).book();
        for (String id : Samples.IDS) {
            Plan plan = Samples.plan(id).orElseThrow();
            assertFalse(Comparison.of(plan, shipped).priced().isEmpty());
            check(plan, shipped);
            Plan dated = plan.withInference(
                    new Inference(plan.inference().model(), plan.inference().tier(), LocalDate.of(2026, 11, 29)));
            check(dated, shipped);
            Caching seen = plan.caching().withBehaviour(Caching.Behaviour.OBSERVED);
            check(PlanField.TURNS.with(dated.withCaching(seen), 8), shipped);
            check(PlanField.TURNS.with(dated.withCaching(seen.withKeyed(true)), 1), shipped);
        }
        check(SampleComparisons.copilot(), SampleComparisons.book());
    }

    @Test
    void anyPlanCanBeWorkedOutAnew() {
        Seeded.forAll(100, draw -> {
            Plan plan = CostPropertiesTest.anyPlan(draw);
            Finance f = plan.finance();
            boolean dollars = draw.maybe();
            plan = plan.withFinance(new Finance(
                    f.horizonMonths(),
                    f.discountRatePerYear(),
                    CashTiming.END_OF_MONTH,
                    dollars ? Currency.USD : new Currency("EUR"),
                    new ExchangeRate(dollars ? 1 : 0.9, Fixtures.DAY, "a test"),
                    f.engineeringWeekCost()));
            for (PlanField weeks : List.of(
                    PlanField.CACHING_WEEKS,
                    PlanField.RETRIEVAL_WEEKS,
                    PlanField.RETRAIN_WEEKS,
                    PlanField.LABELLING_COST,
                    PlanField.EVALUATION_COST)) {
                plan = weeks.with(plan, draw.between(0, 5));
            }
            plan = draw.maybe() ? plan : PlanField.CACHE_MINIMUM_TOKENS.with(plan, draw.whole(0, 2000));
            plan = draw.whole(0, 5) > 0 ? plan : PlanField.MEASURED_HIT_RATE.with(plan, draw.between(0, 1));
            plan = draw.maybe() ? withSessions(draw, plan) : plan;
            plan = draw.maybe() ? ModelPageOutcome.any(draw, plan) : plan;
            plan = draw.maybe() ? PlanField.TUNED_OUTPUT_TOKENS.with(plan, draw.whole(0, 2000)) : plan;
            ModelBuilder model = CostPropertiesTest.anyPrices(draw, 1);
            if (draw.maybe()) {
                model.reprice(new Validity(Fixtures.DAY.plusMonths(draw.whole(1, 20)), null), "3", "0.7", "11");
            }
            if (draw.whole(0, 4) == 0) {
                model.object("1.5");
            }
            check(plan, book(model));
        });
    }

    /** Conversations that grow, gaps, days of the week, unlike tenants and users. */
    private static Plan withSessions(Draw draw, Plan plan) {
        List<ContextItem> items = new ArrayList<>(plan.items());
        for (int i = 0; i < items.size(); i++) {
            ContextItem item = items.get(i);
            if (item.scope() == Scope.SESSION) {
                items.set(i, item.withGrowth(growth(draw, item)));
                // A conversation is one item.
                break;
            }
        }
        Plan with = plan.withItems(items);
        double median = draw.scaled(1, 600);
        double toolMedian = draw.scaled(0.5, 60);
        with = PlanField.TURNS.with(with, draw.oneOf(1.0, draw.scaled(1, 60)));
        with = PlanField.TURNS_SPREAD.with(with, draw.oneOf(Double.NaN, 0.0, draw.between(0, 3)));
        with = PlanField.GAP_MEDIAN.with(with, median);
        with = PlanField.GAP_P95.with(with, median * draw.scaled(1.05, 30));
        with = PlanField.TOOL_SHARE.with(with, draw.oneOf(0.0, 1.0, draw.between(0, 1)));
        with = PlanField.TOOL_GAP_MEDIAN.with(with, toolMedian);
        with = PlanField.TOOL_GAP_P95.with(with, toolMedian * draw.scaled(1.05, 30));
        with = PlanField.PARALLEL.with(with, draw.oneOf(1.0, 3.0));
        with = PlanField.ACTIVE_DAYS_PER_WEEK.with(with, draw.oneOf(5.0, 7.0));
        with = PlanField.ACTIVE_DAYS_SHARE.with(with, draw.between(0.5, 1));
        // Where users are unlike, so are their tenants.
        double skew = draw.oneOf(0.0, 1.0, draw.between(0, 2));
        with = PlanField.TENANT_SKEW.with(with, skew);
        with = PlanField.USER_SKEW.with(with, draw.maybe() ? skew : 0);
        with = PlanField.READ_DELAY.with(with, draw.oneOf(Double.NaN, 0.0, draw.scaled(1, 60)));
        with = PlanField.BLOCKS_PER_TURN.with(with, draw.oneOf(Double.NaN, 10.0, 30.0));
        with = PlanField.KEEP_ALIVE_PINGS.with(with, draw.oneOf(0.0, 1.0, 3.0));
        with = with.withCaching(
                with.caching().withSecondBreakpoint(draw.maybe()).withPrewarmed(draw.maybe()));
        with = PlanField.FIRST_TURN_HIT_RATE.with(with, draw.oneOf(Double.NaN, 1.0, draw.between(0, 1)));
        return PlanField.EFFECTIVENESS.with(with, draw.oneOf(Double.NaN, 0.66));
    }

    private static Growth growth(Draw draw, ContextItem item) {
        Growth growth = new Growth(
                draw.oneOf(0.0, draw.scaled(10, 5000)),
                draw.oneOf(0.0, draw.between(0, 1)),
                draw.maybe() ? null : item.tokens() * draw.scaled(1, 50),
                draw.oneOf(0.0, 0.02, 1.0));
        Double end = growth.end();
        if (end == null) {
            double window = draw.oneOf(Double.NaN, item.tokens() * draw.scaled(1, 50));
            return new Growth(
                    growth.perTurn(),
                    growth.keptAnswer(),
                    null,
                    growth.rewritten(),
                    null,
                    null,
                    Double.isNaN(window) ? null : window);
        }
        return draw.maybe() ? growth : growth.compacted(end, end * draw.between(0, 0.9), draw.oneOf(0.0, 1000.0));
    }
}
