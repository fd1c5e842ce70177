package app.steelyard.whatif.map;

import app.steelyard.cost.column.Columns;
import app.steelyard.cost.engine.Batch;
import app.steelyard.cost.engine.Sums;
import app.steelyard.cost.result.Architecture;
import app.steelyard.plan.NumberLabels;
import app.steelyard.plan.Plan;
import app.steelyard.text.Currency;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.whatif.Axis;
import app.steelyard.whatif.Blocks;
import app.steelyard.whatif.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The cheapest design that can do the job over two numbers, all else as in the plan. Each cell stands for the values at
 * its centre; each counts the same, so that a share of the map is a share of its area as drawn.
 */
public final class DecisionMap {
    private static final Texts TEXTS = Texts.of(DecisionMap.class);
    private static final int BLOCK = 1024;

    private final Batch batch;
    private final Axis x;
    private final Axis y;
    private final Sums sums;
    private final int[] winners;
    private final int today;

    private DecisionMap(Batch batch, Axis x, Axis y, Sums sums, int[] winners) {
        this.batch = batch;
        this.x = x;
        this.y = y;
        this.sums = sums;
        this.winners = winners;
        this.today = Subject.TODAY.indexIn(batch.plan(), batch.architectures());
    }

    /** On all processors. */
    public static DecisionMap of(Batch batch, Axis x, Axis y) {
        return of(batch, x, y, Runtime.getRuntime().availableProcessors(), () -> false);
    }

    /**
     * Computes the map; the same on any number of threads.
     *
     * @throws java.util.concurrent.CancellationException once {@code cancelled} says so
     * @throws IllegalArgumentException if both axes are one number
     */
    public static DecisionMap of(Batch batch, Axis x, Axis y, int threads, BooleanSupplier cancelled) {
        if (x.number().equals(y.number())) {
            throw new IllegalArgumentException(x.number().path());
        }
        int cells = x.cells() * y.cells();
        // The last row is the plan itself.
        Columns in = batch.columns(cells + 1);
        double[] xs = in.vary(x.number());
        double[] ys = in.vary(y.number());
        for (int iy = 0; iy < y.cells(); iy++) {
            for (int ix = 0; ix < x.cells(); ix++) {
                xs[iy * x.cells() + ix] = iy == 0 ? x.centre(ix) : xs[ix];
                ys[iy * x.cells() + ix] = ix == 0 ? y.centre(iy) : ys[iy * x.cells()];
            }
        }
        Sums sums = Sums.totals(batch, in);
        int[] winners = new int[cells + 1];
        Blocks.run(cells, BLOCK, threads, cancelled, () -> {
            Batch.Worker worker = batch.worker();
            return (from, to) -> {
                worker.evaluate(in, from, to, sums);
                for (int row = from; row < to; row++) {
                    winners[row] = sums.cheapest(row);
                }
            };
        });
        // A row alone is exact to the last cent, as the plan is elsewhere.
        batch.worker().evaluate(in, cells, cells + 1, sums);
        winners[cells] = sums.cheapest(cells);
        return new DecisionMap(batch, x, y, sums, winners);
    }

    public Plan plan() {
        return batch.plan();
    }

    public Axis x() {
        return x;
    }

    public Axis y() {
        return y;
    }

    /** The designs that the indices mean; those without a price are not among them. */
    public List<Architecture> architectures() {
        return batch.architectures();
    }

    /** The index of today's design; empty where it has no price, and savings are then not known. */
    public OptionalInt today() {
        return today < 0 ? OptionalInt.empty() : OptionalInt.of(today);
    }

    private int row(int ix, int iy) {
        return iy * x.cells() + ix;
    }

    private int cells() {
        return x.cells() * y.cells();
    }

    /** The index of the cheapest design that can do the job; −1 where none can. */
    public int winner(int ix, int iy) {
        return winners[row(ix, iy)];
    }

    /** The same at the plan's own numbers, wherever they lie. */
    public int winnerOfPlan() {
        return winners[cells()];
    }

    /** Whether the plan's own numbers lie on the map. */
    public boolean holdsPlan() {
        return x.holds(x.number().get(plan())) && y.holds(y.number().get(plan()));
    }

    /** Total cost of a design over the horizon, in the plan's currency, whether it can do the job or not. */
    public double total(int architecture, int ix, int iy) {
        return sums.total()[architecture][row(ix, iy)];
    }

    public boolean feasible(int architecture, int ix, int iy) {
        return sums.feasible()[architecture][row(ix, iy)];
    }

    /** What the winner saves over the horizon against today's design; NaN where nothing wins or today's has no price. */
    public double saving(int ix, int iy) {
        return savingAt(winner(ix, iy), row(ix, iy));
    }

    /** What a design saves over the horizon against today's at the plan's own numbers; NaN where one has no price. */
    public double savingOfPlan(int architecture) {
        return savingAt(architecture, cells());
    }

    private double savingAt(int architecture, int row) {
        return architecture < 0 || today < 0 ? Double.NaN : sums.total()[today][row] - sums.total()[architecture][row];
    }

    /** How much more a design costs than today's, as a fraction of today's; negative where it costs less. */
    private double extraAt(int architecture, int row) {
        return today < 0 || sums.total()[today][row] == 0
                ? Double.NaN
                : sums.total()[architecture][row] / sums.total()[today][row] - 1;
    }

    /** How much more a design costs than today's, as a fraction of today's; NaN where that is not known or 0. */
    public double extra(int architecture, int ix, int iy) {
        return extraAt(architecture, row(ix, iy));
    }

    /** The same at the plan's own numbers. */
    public double extraOfPlan(int architecture) {
        return extraAt(architecture, cells());
    }

    /** The share of the map on which a design wins; −1 asks where nothing can do the job. */
    public double share(int architecture) {
        return IntStream.range(0, cells())
                        .filter(r -> winners[r] == architecture)
                        .count()
                / (double) cells();
    }

    /**
     * Where a design costs more than today's.
     *
     * @param share of the map
     * @param most how much more at worst, as a fraction of today's
     * @param x where that is
     * @param y where that is
     */
    public record Dearer(double share, double most, double x, double y) {}

    /** Where a design costs more than today's, beyond the noise of the last digits; empty if nowhere. */
    public Optional<Dearer> dearer(int architecture) {
        int count = 0;
        int worst = -1;
        for (int row = 0; row < cells(); row++) {
            double extra = extraAt(architecture, row);
            if (extra > 1e-12) {
                count++;
                worst = worst < 0 || extra > extraAt(architecture, worst) ? row : worst;
            }
        }
        return worst < 0
                ? Optional.empty()
                : Optional.of(new Dearer(
                        count / (double) cells(),
                        extraAt(architecture, worst),
                        x.centre(worst % x.cells()),
                        y.centre(worst / x.cells())));
    }

    /** Lines of equal saving of the winner, at round amounts. */
    public List<ContourTrace> contours() {
        double[] surface = IntStream.range(0, cells())
                .mapToDouble(r -> savingAt(winners[r], r))
                .toArray();
        List<ContourTrace> contours = new ArrayList<>();
        for (double level : ContourTrace.levels(surface)) {
            contours.add(ContourTrace.of(x, y, surface, level));
        }
        return List.copyOf(contours);
    }

    /** Who wins where and, if it does so anywhere, where caching costs more than today's design. */
    public String told() {
        int caching = Subject.PROMPT_CACHING.indexIn(plan(), architectures());
        boolean dearer = caching >= 0 && dearer(caching).isPresent();
        return Stream.concat(sentences().stream().limit(1), dearer ? sentence(caching).stream() : Stream.empty())
                .collect(Collectors.joining(" "));
    }

    /** What the map says of this plan, as sentences: who wins where, where the plan stands, where caching is dearer. */
    public List<String> sentences() {
        if (architectures().isEmpty()) {
            return List.of(TEXTS.get("map.unpriced"));
        }
        List<String> sentences = new ArrayList<>();
        String shares = IntStream.range(0, architectures().size())
                .filter(a -> share(a) > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(a -> -share(a)))
                .map(a -> TEXTS.get("map.share", name(a), Numbers.percent(share(a))))
                .collect(Collectors.joining(", "));
        if (!shares.isEmpty()) {
            sentences.add(TEXTS.get("map.shares", shares));
        }
        if (share(Sums.NONE) > 0) {
            sentences.add(TEXTS.get("map.none", Numbers.percent(share(Sums.NONE))));
        }
        sentences.add(planSentence());
        batch.uncompared().ifPresent(u -> sentences.add(u + "."));
        int caching = Subject.PROMPT_CACHING.indexIn(plan(), architectures());
        if (caching >= 0 && caching != today) {
            sentence(caching).ifPresent(sentences::add);
        }
        return List.copyOf(sentences);
    }

    private String planSentence() {
        int winner = winnerOfPlan();
        String at = at(x.number().get(plan()), y.number().get(plan()));
        if (winner < 0) {
            return TEXTS.get("map.plan.none", at);
        }
        double saving = savingOfPlan(winner);
        String key = winner == today || Double.isNaN(saving) ? "map.plan" : "map.plan.saves";
        String sentence =
                TEXTS.get(key, at, name(winner), plan().currency().of(saving).inShort());
        return holdsPlan() ? sentence : sentence + " " + TEXTS.get("map.plan.outside");
    }

    /** Where a design costs more than today's, as a sentence; empty where today's has no price or is the one asked for. */
    public Optional<String> sentence(int architecture) {
        if (today < 0 || architecture == today) {
            return Optional.empty();
        }
        String base = name(today);
        return dearer(architecture)
                .map(d -> {
                    String sentence = TEXTS.get(
                            "map.dearer",
                            name(architecture),
                            base,
                            Numbers.percent(d.share()),
                            Numbers.percent(d.most()),
                            at(d.x(), d.y()));
                    double own = extraOfPlan(architecture);
                    return own > 0 ? sentence + " " + TEXTS.get("map.dearer.plan", Numbers.percent(own)) : sentence;
                })
                .or(() -> Optional.of(TEXTS.get("map.never", name(architecture), base)));
    }

    private String name(int architecture) {
        return architectures().get(architecture).name();
    }

    private String at(double valueX, double valueY) {
        Currency currency = plan().currency();
        return TEXTS.get(
                "map.at",
                NumberLabels.of(plan(), x.number()),
                currency.of(valueX, x.number().unit()).show(),
                NumberLabels.of(plan(), y.number()),
                currency.of(valueY, y.number().unit()).show());
    }
}
