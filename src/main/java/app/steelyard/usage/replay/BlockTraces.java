package app.steelyard.usage.replay;

import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.PromptBlocks;
import app.steelyard.usage.row.PromptLength;
import app.steelyard.usage.row.ServedAs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Keeps the requests of traces until they are all there, for they need not stand in the order of their times. */
public final class BlockTraces implements PromptBlocks.Listener {
    /** The requests of one cache together, by their times. */
    private static final Comparator<Sent> IN_TURN =
            Comparator.comparing(Sent::cache).thenComparingLong(Sent::millis);

    private final List<Sent> requests = new ArrayList<>();
    private final PackedIds ids = new PackedIds();
    private final Map<ServedAs, ServedAs> ways = new HashMap<>();

    private final Map<String, String> caches = new HashMap<>();

    /** The file in which each scope stood first; another that has it too has the same requests again. */
    private final Map<String, Integer> owners = new HashMap<>();

    /**
     * @param cache in which it finds what others sent: each model has its own, and so has each scope of ids
     * @param start where its ids begin
     */
    private record Sent(
            int source,
            String cache,
            long millis,
            long start,
            int blocks,
            int size,
            ServedAs as,
            long input,
            long output) {}

    @Override
    public void sent(int source, Entry request, PromptBlocks blocks) {
        String scope = blocks.scope();
        if (!scope.isEmpty() && owners.computeIfAbsent(scope, s -> source) != source) {
            return;
        }
        long start = ids.end();
        long before = 0;
        for (int i = 0; i < blocks.count(); i++) {
            ids.add(blocks.id(i), before);
            before = blocks.id(i);
        }
        long input = request.tokens().input();
        ServedAs as = new ServedAs(request.vendor(), request.model(), request.modifiers(), PromptLength.holding(input));
        requests.add(new Sent(
                source,
                caches.computeIfAbsent(scope + '\n' + as.vendor() + '\n' + as.model(), c -> c),
                blocks.millis(),
                start,
                blocks.count(),
                blocks.size(),
                ways.computeIfAbsent(as, a -> a),
                input,
                request.tokens().total() - input));
    }

    /** The files that have some. */
    Set<Integer> sources() {
        Set<Integer> all = new HashSet<>();
        requests.forEach(r -> all.add(r.source));
        return all;
    }

    /** Sends those of {@code counted} files once more. */
    void replay(
            Set<Integer> counted,
            BlockReplay replay,
            CacheSteps.Known known,
            Tallies tallies,
            BooleanSupplier stopped) {
        requests.sort(IN_TURN);
        String cache = "";
        long[] prompt = new long[1 << 8];
        for (Sent request : requests) {
            Replay.unless(stopped);
            if (!counted.contains(request.source)) {
                continue;
            }
            if (!request.cache.equals(cache)) {
                cache = request.cache;
                replay.begin();
            }
            if (prompt.length < request.blocks) {
                prompt = new long[Math.max(request.blocks, 2 * prompt.length)];
            }
            ids.read(request.start, request.blocks, prompt);
            Tallies.Sums sums = tallies.of(request.as, null, known);
            replay.request(
                    request.millis,
                    prompt,
                    request.blocks,
                    request.size,
                    request.input,
                    request.output,
                    sums.steps(),
                    sums.replayed());
        }
    }
}
