package app.steelyard.app.check;

import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.Profile;
import app.steelyard.pricing.profile.PriceBookLoader;
import app.steelyard.whatif.Work;
import app.steelyard.whatif.trials.TrialSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The program held against what others worked out and published.
 *
 * @param figures one for each that was published of a system
 * @param leftOut the systems that state neither hit rate nor saving
 */
public record SelfCheck(List<WorkedNumber.Checked> worked, List<TriedFigure> figures, List<Bank.Entry> leftOut) {
    /** Enough for percentiles that stand still to half a point. */
    public static final int TRIALS = 2000;

    /** Of the systems, inside the 80 % interval. */
    public static final double ENOUGH_INSIDE = 0.75;

    /** The median width of the intervals. */
    public static final double NARROW_ENOUGH = 0.25;

    public SelfCheck {
        worked = List.copyOf(worked);
        figures = List.copyOf(figures);
        leftOut = List.copyOf(leftOut);
    }

    /** With the shipped data and prices; the user's own prices do not count. */
    public static SelfCheck run(BooleanSupplier cancelled) {
        return run(WorkedNumber.shipped(), Bank.shipped(), TrialSettings.DEFAULT.withTrials(TRIALS), cancelled);
    }

    /**
     * With other data.
     *
     * @param cancelled asked now and then
     * @throws java.util.concurrent.CancellationException once cancelled
     */
    public static SelfCheck run(
            List<WorkedNumber> numbers, Bank bank, TrialSettings settings, BooleanSupplier cancelled) {
        List<Profile> profiles = Stream.concat(PriceBookLoader.shipped().stream(), Stream.of(WorkedNumber.prices()))
                .toList();
        PriceBook book = new PriceBook(profiles, List.of());
        List<WorkedNumber.Checked> worked =
                numbers.stream().map(n -> n.check(book)).toList();
        List<Bank.Entry> entries = bank.systems().stream()
                .flatMap(s -> s.figures().stream().map(f -> s))
                .toList();
        List<Bank.Figure> stated =
                bank.systems().stream().flatMap(s -> s.figures().stream()).toList();
        TriedFigure[] tried = new TriedFigure[stated.size()];
        Trials trials = new Trials(book, settings.withThreads(1));
        Work.share(stated.size(), settings.threads(), cancelled, () -> i -> {
            Bank.Figure figure = stated.get(i);
            tried[i] = new TriedFigure(
                    entries.get(i),
                    figure,
                    trials.now(figure.plan(), figure.kind()),
                    trials.before(figure.plan(), figure.kind()));
        });
        List<Bank.Entry> leftOut =
                bank.systems().stream().filter(s -> s.figures().isEmpty()).toList();
        return new SelfCheck(worked, List.of(tried), leftOut);
    }

    public int workedPassed() {
        return (int) worked.stream().filter(WorkedNumber.Checked::passed).count();
    }

    /** Whether every worked number is as it must be. */
    public boolean passed() {
        return workedPassed() == worked.size();
    }

    /** Systems with a figure. */
    public int systems() {
        return bySystem().size();
    }

    /** Systems of which at least half of the figures lie inside the interval. */
    public int inside() {
        return systemsWhere(TriedFigure::inside);
    }

    /** The same for the program as it was. */
    public int wereInside() {
        return systemsWhere(TriedFigure::wasInside);
    }

    public int figuresInside() {
        return (int) figures.stream().filter(TriedFigure::inside).count();
    }

    public int figuresWereInside() {
        return (int) figures.stream().filter(TriedFigure::wasInside).count();
    }

    /** Of the intervals, in the middle. */
    public double medianWidth() {
        return median(f -> f.now().width());
    }

    public double medianWidthBefore() {
        return median(f -> f.before().width());
    }

    private int systemsWhere(Predicate<TriedFigure> inside) {
        return (int) bySystem().values().stream()
                .filter(of -> 2 * of.stream().filter(inside).count() >= of.size())
                .count();
    }

    private Map<String, List<TriedFigure>> bySystem() {
        Map<String, List<TriedFigure>> systems = new LinkedHashMap<>();
        figures.forEach(f -> systems.computeIfAbsent(f.system().id(), id -> new ArrayList<>())
                .add(f));
        return systems;
    }

    private double median(ToDoubleFunction<TriedFigure> of) {
        double[] sorted = figures.stream().mapToDouble(of).sorted().toArray();
        int n = sorted.length;
        return n == 0
                ? Double.NaN
                : Arrays.stream(sorted, (n - 1) / 2, n / 2 + 1).average().orElseThrow();
    }
}
