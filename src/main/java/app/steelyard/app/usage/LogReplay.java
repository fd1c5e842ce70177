package app.steelyard.app.usage;

import app.steelyard.plan.Plan;
import app.steelyard.pricing.PriceBook;
import app.steelyard.usage.figures.PricedModels;
import app.steelyard.usage.ledger.Ledger;
import app.steelyard.usage.replay.BlockTraces;
import app.steelyard.usage.replay.CacheSteps;
import app.steelyard.usage.replay.PriceTarget;
import app.steelyard.usage.replay.Replay;
import app.steelyard.usage.replay.ReplayCost;
import app.steelyard.usage.replay.ReplayLifetime;
import app.steelyard.usage.replay.ReplayPrices;
import app.steelyard.usage.replay.VendorSteps;
import app.steelyard.usage.store.Stopped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A replay of logs, and what it costs.
 *
 * @param costs at each of the prices asked for, by how the requests were replayed
 */
public record LogReplay(Replay replay, Map<Replay.Basis, List<ReplayCost>> costs) {
    /**
     * What is asked for.
     *
     * @param fixed whether lifetimes count from the write
     * @param minimum of tokens that caches take, in place of the vendors'
     * @param step of tokens, in place of the vendors'
     * @param plan at whose prices it is reckoned
     * @param vendors or models at whose prices it is reckoned
     * @param day of the prices of requests that state none
     */
    public record Wish(
            List<ReplayLifetime> lifetimes,
            boolean fixed,
            @Nullable Long minimum,
            @Nullable Long step,
            Optional<Plan> plan,
            List<String> vendors,
            LocalDate day) {
        public Wish {
            lifetimes = lifetimes.stream().distinct().toList();
            vendors = List.copyOf(vendors);
        }

        private VendorSteps steps(PricedModels models) {
            return new VendorSteps(models, minimum, step);
        }
    }

    public LogReplay {
        costs = Map.copyOf(costs);
    }

    public List<ReplayCost> costs(Replay.Part part) {
        return costs.getOrDefault(part.basis(), List.of());
    }

    /**
     * Replays what {@code ledger} holds and {@code traces} were told.
     *
     * @param listed all prices, as listed
     * @param stopped whether nobody wants it any longer
     * @throws Stopped if so
     */
    public static LogReplay of(
            Ledger ledger, BlockTraces traces, Wish wish, PriceBook listed, BooleanSupplier stopped) {
        PriceBook book = wish.plan().map(p -> ReplayTargets.book(p, listed)).orElse(listed);
        PricedModels models = new PricedModels(book, ledger.pricedAs());
        Replay replay = Replay.of(ledger, traces, wish.lifetimes(), wish.fixed(), wish.steps(models), stopped);
        Map<Replay.Basis, List<ReplayCost>> costs = new EnumMap<>(Replay.Basis.class);
        if (!replay.parts().isEmpty()) {
            List<PriceTarget> targets = ReplayTargets.of(wish.plan(), wish.vendors(), replay, models);
            ReplayPrices prices = new ReplayPrices(models, wish.day());
            for (PriceTarget target : targets) {
                Replay own = own(ledger, traces, wish, replay, target, models, stopped);
                own.parts()
                        .forEach(part -> costs.computeIfAbsent(part.basis(), b -> new ArrayList<>())
                                .add(prices.of(target, own, part)));
            }
        }
        return new LogReplay(replay, costs);
    }

    /** Another model's cache takes prompts in its own way, so that all are sent once more where it is another way. */
    private static Replay own(
            Ledger ledger,
            BlockTraces traces,
            Wish wish,
            Replay replay,
            PriceTarget target,
            PricedModels models,
            BooleanSupplier stopped) {
        CacheSteps.Known known = (as, day) -> wish.steps(models)
                .of(target.of(as, models).orElse(as), day == null && target.model() != null ? wish.day() : day);
        boolean same = replay.parts().stream()
                .flatMap(p -> p.tallies().parts().stream()
                        .map(priced -> p.tallies().steps(priced).equals(known.of(priced.as(), priced.day()))))
                .allMatch(equal -> equal);
        return same ? replay : Replay.of(ledger, traces, wish.lifetimes(), wish.fixed(), known, stopped);
    }
}
