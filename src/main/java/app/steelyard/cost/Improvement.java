package app.steelyard.cost;

import app.steelyard.cost.engine.Trial;
import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.CachedPart;
import app.steelyard.cost.result.Caches;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.plan.Caching;
import app.steelyard.plan.Design;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Growth;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.CacheLifetime;
import app.steelyard.pricing.CachePolicy;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.Quote;
import app.steelyard.text.Money;
import app.steelyard.text.Numbers;
import app.steelyard.text.Several;
import app.steelyard.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What could be done about the cache without moving an item, and what it would save: each is the plan weighed again with
 * that one change.
 *
 * @param perMonth saved in the first month; negative where it would cost more
 * @param overHorizon saved over the horizon, set-up not counted
 * @param order of another order, what would be sent, in that order; empty where the order stays
 * @param text a sentence for people
 */
public record Improvement(Kind kind, Money perMonth, Money overHorizon, List<Place> order, String text) {
    /** A further ping may pay where the one before it does not: people come back at their own times. */
    private static final int LOOK_AHEAD = 2;

    /** What is left of a conversation, and the summary in it: as coding agents go from 150,000 tokens to 45,000, 5,000 written. */
    private static final double COMPACTED = 0.3;

    private static final double SUMMARY = 1.0 / 30;

    /** Turns at least from one compaction to the next; the call that sums up pays for itself after about nine. */
    private static final double RISE = 10;

    /** Nobody compacts what is shorter, in tokens. */
    private static final double LONG = 20_000;

    /** The share of a month's cost from which a saving is worth that the model forgets. */
    private static final double WORTH = 0.05;

    /** The share of a month's cost from which another lifetime is worth a word. */
    private static final double NOTABLE = 0.005;

    private static final Texts TEXTS = Texts.of(Improvement.class);
    private static final int MOST_NAMED = 8;

    public Improvement {
        order = List.copyOf(order);
    }

    /**
     * An item in another order.
     *
     * @param now its place in today's prompt, from 1
     */
    public record Place(ContextItem item, int now) {}

    /** What is changed. */
    public enum Kind {
        /** Today's items stand in the cheapest order. */
        ORDER,
        /** Requests name a cache key. */
        KEY,
        /** The cache keeps what it was given for another time. */
        LIFETIME,
        /** A second breakpoint trails the one at the end of a conversation. */
        TRAILING,
        /** Pings keep a prefix alive between two uses. */
        KEEP_ALIVE,
        /** A short request goes before those that start side by side. */
        PREWARMED,
        /** A conversation is compacted where it grows long. */
        COMPACTION,
        /** A conversation that is compacted or cut off is left to grow. */
        WHOLE,
        /** A prompt below the vendor's minimum is filled up to it. */
        PADDING,
        /** The cache is taken to behave as it was seen to. */
        OBSERVED;

        /** Whether the model is then told less, which no amount here counts. */
        public boolean forgets() {
            return this == COMPACTION;
        }
    }

    /** All that would change the first month by a cent or more, in the order of their kinds. */
    public static List<Improvement> of(Comparison comparison, PriceBook book) {
        Plan plan = comparison.plan();
        List<Improvement> found = new ArrayList<>();
        priced(comparison.baseline()).ifPresent(today -> {
            order(plan, book, today).ifPresent(found::add);
            found.addAll(of(plan, today, book));
        });
        comparison.priced(Design.PROMPT_CACHING).ifPresent(caching -> {
            if (!caching.architecture().today()) {
                found.addAll(of(plan, caching, book));
            }
            padding(comparison, book, caching).ifPresent(found::add);
            observed(plan, book, caching).ifPresent(found::add);
        });
        found.removeIf(i -> i.perMonth().nothing());
        found.sort(Comparator.comparing(Improvement::kind));
        return List.copyOf(found);
    }

    /** What could be done about the cache of one design of {@code plan}, its items in the order they have. */
    public static List<Improvement> of(Plan plan, Evaluation.Priced now, PriceBook book) {
        return Stream.of(
                        key(plan, book, now),
                        lifetime(plan, book, now),
                        trailing(plan, book, now),
                        keepAlive(plan, book, now),
                        prewarmed(plan, book, now),
                        compaction(plan, book, now))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Evaluation.Priced> priced(Evaluation evaluation) {
        return evaluation instanceof Evaluation.Priced priced ? Optional.of(priced) : Optional.empty();
    }

    private static Optional<Improvement> order(Plan plan, PriceBook book, Evaluation.Priced today) {
        if (!today.architecture().places(Placement.CACHED_PREFIX)) {
            return Optional.empty();
        }
        return priced(Trial.proposed(plan, today.architecture().placements(), book)
                        .evaluate(plan))
                .map(other -> {
                    List<Place> order = order(plan, other);
                    List<String> names = order.stream()
                            .map(p -> TEXTS.get("improvement.place", p.item().name(), p.now()))
                            .toList();
                    return of(Kind.ORDER, today, other, order, Several.joined(names, MOST_NAMED));
                })
                .filter(i -> i.perMonth().value() > 0);
    }

    /** What is cached in the order of {@code proposed}, and behind it all else that is sent, as the plan lists it. */
    private static List<Place> order(Plan plan, Evaluation.Priced proposed) {
        List<Placement> placements = proposed.architecture().placements();
        List<ContextItem> sent = IntStream.range(0, placements.size())
                .filter(i ->
                        placements.get(i) == Placement.CACHED_PREFIX || placements.get(i) == Placement.PLAIN_PROMPT)
                .mapToObj(plan.items()::get)
                .toList();
        return Stream.concat(proposed.caches().parts().stream().map(CachedPart::item), sent.stream())
                .distinct()
                .map(i -> new Place(i, sent.indexOf(i) + 1))
                .toList();
    }

    private static Optional<Improvement> key(Plan plan, PriceBook book, Evaluation.Priced now) {
        Quote<CachePolicy> policy = now.caches().policy();
        if (policy == null || plan.caching().keyed() || policy.fact().mode() != CachePolicy.Mode.AUTOMATIC) {
            return Optional.empty();
        }
        Plan keyed = plan.withCaching(plan.caching().withKeyed(true));
        return again(keyed, now.architecture(), book)
                .map(other -> of(Kind.KEY, now, other, now.architecture().name()));
    }

    /** Where a turn adds more than the vendor looks back over, the conversation is found from a second breakpoint alone. */
    private static Optional<Improvement> trailing(Plan plan, PriceBook book, Evaluation.Priced now) {
        Double blocks = plan.caching().blocksPerTurn();
        Integer lookBack = now.caches().policy() == null
                ? null
                : now.caches().policy().fact().lookBackBlocks();
        boolean grows =
                now.caches().parts().stream().anyMatch(p -> p.item().growing().grows());
        if (blocks == null || lookBack == null || blocks <= lookBack || !grows) {
            return Optional.empty();
        }
        Plan second = plan.withCaching(plan.caching().withSecondBreakpoint(true));
        return again(second, now.architecture(), book)
                .map(other -> of(
                        Kind.TRAILING,
                        now,
                        other,
                        now.architecture().name(),
                        Numbers.count(blocks),
                        Numbers.count(lookBack)))
                .filter(i -> i.perMonth().value() > 0);
    }

    /** The lifetime of those the vendor offers that costs least. */
    private static Optional<Improvement> lifetime(Plan plan, PriceBook book, Evaluation.Priced now) {
        CacheLifetime set = now.caches().lifetime();
        Quote<CachePolicy> policy = now.caches().policy();
        if (set == null || policy == null || policy.fact().mode() == CachePolicy.Mode.OBJECT) {
            return Optional.empty();
        }
        return policy.fact().lifetimes().stream()
                .map(CacheLifetime::name)
                .filter(name -> !name.equals(set.name()))
                .flatMap(name -> again(
                        plan.withCaching(plan.caching().withOtherLifetime(name, set.name())), now.architecture(), book)
                        .stream())
                .min(Comparator.comparingDouble(e -> e.measures().tco()))
                .map(other -> of(
                        Kind.LIFETIME,
                        now,
                        other,
                        now.architecture().name(),
                        Objects.requireNonNull(other.caches().lifetime()).name(),
                        set.name(),
                        Numbers.percent(other.caches().hitRate()),
                        Numbers.percent(now.caches().hitRate())))
                .filter(i -> i.perMonth().value() > NOTABLE * now.measures().firstMonth());
    }

    /** As many pings as cost least. */
    private static Optional<Improvement> keepAlive(Plan plan, PriceBook book, Evaluation.Priced now) {
        CacheLifetime lifetime = now.caches().lifetime();
        if (lifetime == null
                || lifetime.refresh() != CacheLifetime.Refresh.ON_HIT
                || plan.caching().keepAlivePings() > 0
                || now.caches().measured()
                || !(now.caches().hitRate() < 1)) {
            return Optional.empty();
        }
        Evaluation.Priced best = now;
        int pings = 0;
        for (int tried = 1; tried <= pings + LOOK_AHEAD && tried <= PlanField.KEEP_ALIVE_PINGS.max(); tried++) {
            Plan pinged = PlanField.KEEP_ALIVE_PINGS.with(plan, tried);
            Evaluation.Priced other = again(pinged, now.architecture(), book).orElse(now);
            if (other.measures().tco() < best.measures().tco()) {
                best = other;
                pings = tried;
            }
        }
        return pings == 0
                ? Optional.empty()
                : Optional.of(of(
                        Kind.KEEP_ALIVE,
                        now,
                        best,
                        now.architecture().name(),
                        pings,
                        Numbers.value(0.8 * lifetime.duration().toSeconds())));
    }

    private static Optional<Improvement> prewarmed(Plan plan, PriceBook book, Evaluation.Priced now) {
        double together = plan.traffic().sessions().parallel();
        boolean shares =
                now.caches().parts().stream().anyMatch(p -> p.item().scope().compareTo(Scope.SESSION) < 0);
        if (together <= 1 || !shares || plan.caching().prewarmed()) {
            return Optional.empty();
        }
        Plan warmed = plan.withCaching(plan.caching().withPrewarmed(true));
        return again(warmed, now.architecture(), book)
                .map(other -> of(Kind.PREWARMED, now, other, now.architecture().name(), Numbers.count(together)))
                .filter(i -> i.perMonth().value() > 0);
    }

    /** What it would cost to compact a conversation at the length that costs least, or to leave it whole. */
    private static Optional<Improvement> compaction(Plan plan, PriceBook book, Evaluation.Priced now) {
        return plan.items().stream()
                .filter(i -> i.growing().grows())
                .findFirst()
                .flatMap(item -> {
                    Growth growth = item.growing();
                    boolean whole = growth.compactedTo() == null && growth.window() == null;
                    return whole ? compacted(plan, book, now, item) : left(plan, book, now, item);
                });
    }

    private static Optional<Improvement> left(Plan plan, PriceBook book, Evaluation.Priced now, ContextItem item) {
        return again(grown(plan, item, item.growing().whole()), now.architecture(), book)
                .map(other -> of(Kind.WHOLE, now, other, now.architecture().name(), item.name()));
    }

    private static Optional<Improvement> compacted(Plan plan, PriceBook book, Evaluation.Priced now, ContextItem item) {
        Growth growth = item.growing();
        double turns = plan.traffic().sessions().turns();
        double added = growth.perTurn() + growth.keptAnswer() * plan.traffic().outputTokens();
        double longest = Math.min(
                growth.end() == null ? Double.POSITIVE_INFINITY : growth.end(), item.tokens() + 3 * turns * added);
        Evaluation.Priced best = now;
        Growth chosen = growth;
        double least = Math.max(LONG, Math.max(item.tokens(), RISE * added) / (1 - COMPACTED));
        for (double most = longest; most >= least; most *= 0.7) {
            double whole = Math.rint(most);
            Growth tried = growth.compacted(whole, Math.rint(COMPACTED * whole), Math.rint(SUMMARY * whole));
            Evaluation.Priced other =
                    again(grown(plan, item, tried), now.architecture(), book).orElse(now);
            if (other.measures().tco() < best.measures().tco()) {
                best = other;
                chosen = tried;
            }
        }
        Double most = chosen.end();
        Double left = chosen.compactedTo();
        double saved = now.measures().firstMonth() - best.measures().firstMonth();
        return left == null || most == null || saved < WORTH * now.measures().firstMonth()
                ? Optional.empty()
                : Optional.of(of(
                        Kind.COMPACTION,
                        now,
                        best,
                        now.architecture().name(),
                        item.name(),
                        Numbers.count(most),
                        Numbers.count(left),
                        Numbers.count(Objects.requireNonNullElse(chosen.summaryTokens(), 0.0))));
    }

    private static Plan grown(Plan plan, ContextItem item, Growth growth) {
        return plan.withItem(plan.items().indexOf(item), item.withGrowth(growth));
    }

    /** Where all that is placed in the cache is below the vendor's minimum, its longest shared item is filled up, if that beats today. */
    private static Optional<Improvement> padding(Comparison comparison, PriceBook book, Evaluation.Priced caching) {
        Plan plan = comparison.plan();
        Caches caches = caching.caches();
        double placed =
                caches.parts().stream().mapToDouble(p -> p.item().tokens()).sum();
        Quote<CachePolicy> policy = caches.policy();
        Double own = plan.caching().minimumTokens();
        double minimum = own != null ? own : policy == null ? 0 : policy.fact().minimumTokens();
        Optional<ContextItem> longest = caches.parts().stream()
                .map(CachedPart::item)
                .filter(i -> i.scope() == Scope.SHARED)
                .max(Comparator.comparingDouble(ContextItem::tokens));
        if (longest.isEmpty() || placed <= 0 || placed >= minimum || caches.cachedTokens() > 0) {
            return Optional.empty();
        }
        ContextItem item = longest.get();
        Plan padded = plan.withItem(plan.items().indexOf(item), item.withTokens(item.tokens() + minimum - placed));
        double today =
                priced(comparison.baseline()).map(e -> e.measures().tco()).orElse(Double.POSITIVE_INFINITY);
        return again(padded, caching.architecture(), book)
                .filter(other -> other.measures().tco() < today)
                .map(other -> of(
                        Kind.PADDING,
                        caching,
                        other,
                        item.name(),
                        Numbers.count(minimum - placed),
                        Numbers.count(minimum),
                        new Money(other.measures().tco(), plan.currency()).show()))
                .filter(i -> i.perMonth().value() > 0);
    }

    private static Optional<Improvement> observed(Plan plan, PriceBook book, Evaluation.Priced caching) {
        Quote<CachePolicy> policy = caching.caches().policy();
        boolean known = policy != null && policy.fact().behaviour() != null;
        if (!known
                || plan.caching().behaviour() == Caching.Behaviour.OBSERVED
                || caching.caches().measured()) {
            return Optional.empty();
        }
        Plan seen = plan.withCaching(plan.caching().withBehaviour(Caching.Behaviour.OBSERVED));
        return again(seen, caching.architecture(), book).map(other -> of(Kind.OBSERVED, caching, other));
    }

    private static Optional<Evaluation.Priced> again(Plan plan, Architecture architecture, PriceBook book) {
        return priced(Trial.of(plan, architecture.placements(), book).evaluate(plan));
    }

    private static Improvement of(Kind kind, Evaluation.Priced now, Evaluation.Priced other, Object... arguments) {
        return of(kind, now, other, List.of(), arguments);
    }

    private static Improvement of(
            Kind kind, Evaluation.Priced now, Evaluation.Priced other, List<Place> order, Object... arguments) {
        double month = now.measures().firstMonth() - other.measures().firstMonth();
        double horizon = now.measures().tco()
                - now.measures().setUp()
                - (other.measures().tco() - other.measures().setUp());
        Money perMonth = new Money(month, now.currency());
        Money all = new Money(horizon, now.currency());
        List<Object> words =
                new ArrayList<>(List.of(perMonth.abs().inShort(), all.abs().inShort(), month < 0 ? 1 : 0));
        words.addAll(List.of(arguments));
        return new Improvement(kind, perMonth, all, order, TEXTS.get("improvement." + kind, words.toArray()));
    }
}
