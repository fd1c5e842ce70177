package app.steelyard.cost.engine;

import app.steelyard.cost.bill.BesideText;
import app.steelyard.cost.bill.MediaLine;
import app.steelyard.cost.bill.Use;
import app.steelyard.cost.bill.Ways;
import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.LineKind;
import app.steelyard.cost.result.LineUnit;
import app.steelyard.cost.result.Timing;
import app.steelyard.cost.result.UnitPrice;
import app.steelyard.cost.terms.LineWeights;
import app.steelyard.cost.terms.Priced;
import app.steelyard.plan.Contract.Capacity;
import app.steelyard.plan.Contract.PriceKind;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.bill.Way;
import app.steelyard.plan.item.Placement;
import app.steelyard.text.Texts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The lines that an architecture can have, and where each stands in the arrays of an evaluation. */
final class Layout {
    private static final Texts TEXTS = Texts.of(Layout.class);

    final List<Slot> slots = new ArrayList<>();
    /** Ways of serving, beside the usual, whose prices are looked up. */
    final List<Way> ways;
    /**
     * By item, then 0 for the usual and 1 for the long-context price, then the same two for each way of serving; all items have
     * such lines, for what is not cached.
     */
    final int[][] plain;

    final int[][] read;
    final int[][] keepAlive;
    final int[][] miss;
    final int[][] write;
    final int[] ingest;
    final int[] firstIngest;
    final int[] storage;
    final int[] retrieved;
    final int[] output;
    /** As of items, of what is no text; and the line of what is paid by its use. */
    final Map<MediaLine, int[]> media = new EnumMap<>(MediaLine.class);

    final Map<Use, Integer> uses = new EnumMap<>(Use.class);
    final int embedCorpus;
    final int embedChanges;
    final int embedQueries;
    final int rerank;
    final int store;
    final int hosting;
    final int modelStorage;
    final int repeated;
    final int failures;
    final int capacity;
    final int volume;
    final int credit;
    final int commitment;
    final int tax;
    final int cachingWork;
    final int retrievalWork;
    final int labelling;
    final RoundSlots first;
    final RoundSlots later;

    /** The lines of one training round. */
    record RoundSlots(int training, int hours, int minimum, int evaluation, int work) {}

    /**
     * One line that an architecture can have, whatever its quantity.
     *
     * @param subject the context item's name or the kind of work, or empty
     * @param longContext whether it is at the long-context price
     * @param way in which requests are served; null for the usual one
     */
    record Slot(
            LineKind kind,
            String subject,
            boolean longContext,
            Timing timing,
            @Nullable Way way) {}

    Layout(Plan plan, Architecture architecture) {
        int n = plan.items().size();
        // Where hours of capacity are paid, all tokens go there.
        ways = plan.contract().capacity(architecture.model(plan)).isPresent() ? List.of() : Ways.stated(plan);
        plain = new int[n][2];
        read = new int[n][2];
        keepAlive = new int[n][2];
        miss = new int[n][2];
        write = new int[n][2];
        ingest = new int[n];
        firstIngest = new int[n];
        storage = new int[n];
        for (int i = 0; i < n; i++) {
            Placement placement = architecture.placements().get(i);
            String name = plan.items().get(i).name();
            if (placement == Placement.PLAIN_PROMPT || placement == Placement.CACHED_PREFIX) {
                plain[i] = group(LineKind.PLAIN_INPUT, name);
            }
            if (placement == Placement.CACHED_PREFIX) {
                read[i] = group(LineKind.CACHE_READ, name);
                keepAlive[i] = group(LineKind.CACHE_KEEP_ALIVE, name);
                miss[i] = group(LineKind.CACHE_MISS, name);
                write[i] = group(LineKind.CACHE_WRITE, name);
                ingest[i] = add(LineKind.CACHE_INGEST, name, Timing.MONTHLY);
                firstIngest[i] = add(LineKind.CACHE_INGEST, name, Timing.SET_UP);
                storage[i] = add(LineKind.CACHE_STORAGE, name, Timing.MONTHLY);
            }
        }
        retrieved = group(LineKind.RETRIEVED_INPUT, "");
        output = group(LineKind.OUTPUT, "");
        MediaLine.stated(plan).forEach(m -> media.put(m, group(m.line(), "")));
        Use.stated(plan).forEach(u -> uses.put(u, add(u.line(), "", Timing.MONTHLY)));
        embedCorpus = add(LineKind.EMBED_CORPUS, "", Timing.SET_UP);
        embedChanges = add(LineKind.EMBED_CHANGES, "", Timing.MONTHLY);
        embedQueries = add(LineKind.EMBED_QUERIES, "", Timing.MONTHLY);
        rerank = add(LineKind.RERANK, "", Timing.MONTHLY);
        store = add(LineKind.STORE, "", Timing.MONTHLY);
        hosting = add(LineKind.HOSTING, "", Timing.MONTHLY);
        modelStorage = add(LineKind.MODEL_STORAGE, "", Timing.MONTHLY);
        repeated = add(LineKind.REPEATED_SESSION, "", Timing.MONTHLY);
        failures = add(LineKind.FAILURE, "", Timing.MONTHLY);
        capacity = add(LineKind.CAPACITY, "", Timing.MONTHLY);
        volume = add(LineKind.VOLUME_DISCOUNT, "", Timing.MONTHLY);
        credit = add(LineKind.CREDIT, "", Timing.MONTHLY);
        commitment = add(LineKind.COMMITMENT, "", Timing.MONTHLY);
        tax = add(LineKind.TAX, "", Timing.MONTHLY);
        cachingWork = add(LineKind.ENGINEERING, TEXTS.get("work.caching"), Timing.SET_UP);
        retrievalWork = add(LineKind.ENGINEERING, TEXTS.get("work.retrieval"), Timing.SET_UP);
        labelling = add(LineKind.LABELLING, "", Timing.SET_UP);
        first = round(Timing.SET_UP, TEXTS.get("work.tuning"));
        later = round(Timing.ROUND, TEXTS.get("work.retraining"));
    }

    private RoundSlots round(Timing timing, String work) {
        return new RoundSlots(
                add(LineKind.TRAINING, "", timing),
                add(LineKind.TRAINING_HOURS, "", timing),
                add(LineKind.TRAINING_MINIMUM, "", timing),
                add(LineKind.EVALUATION, "", timing),
                add(LineKind.ENGINEERING, work, timing));
    }

    private int[] group(LineKind kind, String subject) {
        int[] group = new int[2 * (1 + ways.size())];
        for (int w = 0; w <= ways.size(); w++) {
            Way way = w == 0 ? null : ways.get(w - 1);
            group[2 * w] = add(new Slot(kind, subject, false, Timing.MONTHLY, way));
            group[2 * w + 1] = add(new Slot(kind, subject, true, Timing.MONTHLY, way));
        }
        return group;
    }

    private int add(LineKind kind, String subject, Timing timing) {
        return add(new Slot(kind, subject, false, timing, null));
    }

    private int add(Slot slot) {
        slots.add(slot);
        return slots.size() - 1;
    }

    /** Tokens that count as input, by slot. */
    LineWeights load(@Nullable Capacity capacity) {
        return new LineWeights(
                slots.stream().mapToDouble(s -> weight(s.kind(), capacity)).toArray());
    }

    private static double weight(LineKind kind, @Nullable Capacity capacity) {
        return capacity == null
                ? 0
                : switch (kind) {
                    case PLAIN_INPUT,
                            CACHE_MISS,
                            RETRIEVED_INPUT,
                            CACHE_INGEST,
                            AUDIO_INPUT,
                            IMAGE_INPUT,
                            VIDEO_INPUT -> 1;
                    case CACHE_READ, CACHE_KEEP_ALIVE, AUDIO_READ, IMAGE_READ, VIDEO_READ -> capacity.cached();
                    case CACHE_WRITE -> capacity.written();
                    case OUTPUT, AUDIO_OUTPUT, IMAGE_OUTPUT, VIDEO_OUTPUT -> capacity.outputWeight();
                    default -> 0;
                };
    }

    /** What one counted thing of each slot costs, and at whom. */
    List<Priced> priced(UnitPrice[] prices, Plan plan, Architecture architecture, BesideText beside) {
        return IntStream.range(0, prices.length)
                .mapToObj(s -> {
                    LineKind kind = slots.get(s).kind();
                    PriceKind priced = kind.priced();
                    PriceRef of = owner(kind, plan, architecture);
                    double scale = kind.unit().scale();
                    return priced == null || of == null
                            ? Priced.NOT
                            : new Priced(
                                    of,
                                    priced,
                                    prices[s].atList() / scale,
                                    prices[s].value() / scale,
                                    kind.unit() == LineUnit.MILLION_TOKENS,
                                    beside.tier(
                                            slots.get(s).way(), plan.inference().tier()));
                })
                .toList();
    }

    /** Who is paid for such a line. */
    private static @Nullable PriceRef owner(LineKind kind, Plan plan, Architecture architecture) {
        return switch (kind) {
            case EMBED_CORPUS, EMBED_CHANGES, EMBED_QUERIES -> plan.retrieval().embedding();
            case RERANK -> plan.retrieval().reranker();
            case STORE -> plan.retrieval().store();
            case HOSTING, MODEL_STORAGE, TRAINING, TRAINING_HOURS, TRAINING_MINIMUM ->
                plan.tuning().model();
            default -> architecture.model(plan);
        };
    }
}
