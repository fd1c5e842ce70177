package app.steelyard.usage.replay;

import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.CacheLifetime;
import app.steelyard.pricing.CachePolicy;
import app.steelyard.pricing.Quote;
import app.steelyard.pricing.kind.Extras;
import app.steelyard.text.ExactMoney;
import app.steelyard.text.Texts;
import app.steelyard.usage.figures.DailyUsage;
import app.steelyard.usage.figures.Hits;
import app.steelyard.usage.figures.PricedModels;
import app.steelyard.usage.figures.TokenCost;
import app.steelyard.usage.figures.UsageTotals;
import app.steelyard.usage.row.ServedAs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Prices what was replayed, each part at the prices of its day.
 *
 * @param day for requests that state none
 */
public record ReplayPrices(PricedModels models, LocalDate day) {
    private static final Texts TEXTS = Texts.of(ReplayPrices.class);

    /** What the requests of {@code part} cost at the prices of {@code target}. */
    public ReplayCost of(PriceTarget target, Replay replay, Replay.Part part) {
        Sum noCache = new Sum();
        Sum asLogged = new Sum();
        List<Sum> lifetimes = new ArrayList<>();
        List<Tally> replayed = new ArrayList<>();
        replay.lifetimes().forEach(l -> {
            lifetimes.add(new Sum());
            replayed.add(new Tally());
        });
        long others = 0;
        Tallies tallies = part.tallies();
        for (Tallies.Priced priced : tallies.parts()) {
            LocalDate date = Objects.requireNonNullElse(priced.day(), day);
            Tally any = tallies.replayed(priced, 0);
            Optional<ServedAs> as = target.of(priced.as(), models);
            if (as.isEmpty()) {
                others += any.requests();
                continue;
            }
            noCache.add(cost(as.get(), date, uncached(any), ""));
            asLogged.add(cost(priced.as(), date, tallies.actual(priced).totals(), ""));
            for (int l = 0; l < lifetimes.size(); l++) {
                replayed.get(l).add(tallies.replayed(priced, l));
                add(lifetimes.get(l), as.get(), date, replay, l, tallies.replayed(priced, l));
            }
        }
        boolean logged =
                part.basis() == Replay.Basis.SESSIONS && tallies.actual().readsStated();
        return new ReplayCost(
                target,
                noCache.amount(),
                logged ? asLogged.amount() : null,
                IntStream.range(0, lifetimes.size())
                        .mapToObj(l -> new ReplayCost.Lifetime(
                                replayed.get(l), lifetimes.get(l).amount()))
                        .toList(),
                others);
    }

    private void add(Sum sum, ServedAs as, LocalDate date, Replay replay, int lifetime, Tally tally) {
        ReplayLifetime wanted = replay.lifetimes().get(lifetime);
        if (!wanted.caches()) {
            sum.add(cost(as, date, uncached(tally), ""));
            return;
        }
        Optional<PriceRef> ref = models.sale(as.vendor(), as.model()).map(PricedModels.Sale::ref);
        Optional<CachePolicy> policy =
                ref.flatMap(r -> models.book().cachePolicy(r, date)).map(Quote::fact);
        Optional<CacheLifetime> sold = policy.flatMap(p -> sold(p, wanted, replay.fixed()));
        if (ref.isPresent() && sold.isEmpty()) {
            sum.lacks(policy.map(p -> TEXTS.get("replay.notSold", ref.get(), lifetimes(p)))
                    .orElseGet(() -> TEXTS.get("replay.noCache", ref.get())));
        } else if (policy.filter(p -> p.storagePerMillionTokenHour() != null).isPresent()) {
            sum.lacks(TEXTS.get("replay.storage", ref.orElseThrow()));
        } else {
            sum.add(cost(as, date, totals(tally), sold.map(CacheLifetime::name).orElse("")));
        }
    }

    private static Optional<CacheLifetime> sold(CachePolicy policy, ReplayLifetime wanted, boolean fixed) {
        return policy.lifetimes().stream()
                .filter(l -> l.duration().toMillis() == wanted.millis()
                        && (l.refresh() == CacheLifetime.Refresh.FIXED) == fixed)
                .findFirst();
    }

    private static String lifetimes(CachePolicy policy) {
        return policy.lifetimes().stream()
                .map(l -> TEXTS.get(
                        l.refresh() == CacheLifetime.Refresh.FIXED ? "replay.sold.fixed" : "replay.sold",
                        l.duration().toMinutes() % 60 == 0
                                ? l.duration().toHours() + "h"
                                : l.duration().toMinutes() + "m"))
                .collect(Collectors.joining(", "));
    }

    private TokenCost cost(ServedAs as, LocalDate date, UsageTotals totals, String lifetime) {
        return TokenCost.of(
                new DailyUsage(
                        0,
                        date,
                        as.vendor(),
                        as.model(),
                        null,
                        as.modifiers(),
                        as.length(),
                        totals,
                        Hits.NONE,
                        Extras.NONE,
                        null),
                models,
                lifetime);
    }

    private static UsageTotals uncached(Tally tally) {
        return new UsageTotals(tally.requests(), tally.input(), 0, 0, 0, 0, tally.output(), true, true, true);
    }

    private static UsageTotals totals(Tally tally) {
        return new UsageTotals(
                tally.requests(), tally.plain(), tally.read(), 0, 0, tally.written(), tally.output(), true, true, true);
    }

    /** Adds up, as long as everything has a price in one currency. */
    private static final class Sum {
        private @Nullable ExactMoney money;
        private @Nullable String why;

        void add(TokenCost cost) {
            switch (cost) {
                case TokenCost.Unknown unknown -> lacks(unknown.reason().title());
                case TokenCost.Known known -> {
                    if (money != null && !money.currency().equals(known.amount().currency())) {
                        lacks(TEXTS.get("replay.currencies"));
                    } else {
                        money = money == null ? known.amount() : money.plus(known.amount());
                    }
                }
            }
        }

        void lacks(String reason) {
            why = why == null ? reason : why;
        }

        ReplayCost.Amount amount() {
            if (why == null && money == null) {
                return new ReplayCost.Amount(null, TEXTS.get("replay.noRequests"));
            }
            return new ReplayCost.Amount(why == null ? money : null, why);
        }
    }
}
