package app.steelyard.usage.replay;

import app.steelyard.usage.figures.FileReport;
import app.steelyard.usage.ledger.Ledger;
import app.steelyard.usage.store.RequestLog;
import app.steelyard.usage.store.Stopped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * What caches of several lifetimes would have read of the requests of logs.
 *
 * @param fixed whether a lifetime counts from the write; each use renews it else
 * @param parts those whose requests were sent once more in one way, none of them empty
 * @param left what could not be replayed
 */
public record Replay(List<ReplayLifetime> lifetimes, boolean fixed, List<Part> parts, RequestLog.Left left) {
    /** How it is told what prompts have in common. */
    public enum Basis {
        /** By the blocks that traces tell. */
        BLOCKS,
        /** By the lengths of the turns of a session. */
        SESSIONS
    }

    /**
     * Of the requests of one basis.
     *
     * @param sessions how many chains they are of; 0 where blocks tell what they have in common
     */
    public record Part(Basis basis, Tallies tallies, int sessions) {}

    public Replay {
        lifetimes = List.copyOf(lifetimes);
        parts = List.copyOf(parts);
    }

    /**
     * Sends all requests once more.
     *
     * @param ledger of single requests
     * @param traces that {@code ledger} told
     * @param stopped whether nobody wants it any longer
     * @throws Stopped if so
     */
    public static Replay of(
            Ledger ledger,
            BlockTraces traces,
            List<ReplayLifetime> lifetimes,
            boolean fixed,
            CacheSteps.Known known,
            BooleanSupplier stopped) {
        Set<Integer> counted = ledger.view().files().stream()
                .filter(f -> f.accepted() > 0)
                .map(FileReport::source)
                .collect(Collectors.toSet());
        List<Part> parts = new ArrayList<>();
        Tallies blocks = new Tallies(lifetimes.size());
        traces.replay(counted, new BlockReplay(lifetimes, fixed), known, blocks, stopped);
        if (!blocks.isEmpty()) {
            parts.add(new Part(Basis.BLOCKS, blocks, 0));
        }
        Tallies sessions = new Tallies(lifetimes.size());
        ChainReplay chains = new ChainReplay(lifetimes, fixed);
        ledger.requests().each(r -> {
            unless(stopped);
            Tallies.Sums sums = sessions.of(
                    r.as(),
                    Instant.ofEpochMilli(r.millis()).atZone(ZoneOffset.UTC).toLocalDate(),
                    known);
            long input = r.tokens().input();
            boolean first = chains.request(
                    r.millis(), r.chain(), input, r.tokens().total() - input, sums.steps(), sums.replayed());
            sums.actual().add(r.tokens(), first);
        });
        if (!sessions.isEmpty()) {
            parts.add(new Part(Basis.SESSIONS, sessions, chains.chains()));
        }
        return new Replay(lifetimes, fixed, parts, ledger.requests().left(traces.sources()));
    }

    static void unless(BooleanSupplier stopped) {
        if (stopped.getAsBoolean()) {
            throw new Stopped();
        }
    }
}
