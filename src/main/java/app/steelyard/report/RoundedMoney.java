package app.steelyard.report;

import app.steelyard.cost.result.CashFlow;
import app.steelyard.cost.result.Driver;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Line;
import app.steelyard.cost.result.Measure;
import app.steelyard.cost.result.Timing;
import app.steelyard.text.Amount;
import app.steelyard.text.Footing;
import app.steelyard.text.Money;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The money of one architecture rounded to its currency's decimals, so that it adds up in every direction it is shown:
 * lines to drivers, months to drivers, drivers to months, and all of them to the total. Whatever shows amounts takes them
 * from here, so that a figure has the same digits everywhere.
 */
public final class RoundedMoney {
    private final Evaluation.Priced evaluation;
    private final int decimals;
    private final double[] byDriver;
    /** By driver, then month; 0 is the set-up. */
    private final double[][] cells;

    private final List<Entry> entries;

    /**
     * A line of the statement.
     *
     * @param amount at one occurrence: at set-up, in the first month, or in one round
     * @param total over the horizon
     * @param totalAtList the same without what is agreed with vendors
     */
    public record Entry(Line line, Money amount, Money total, Money totalAtList) {}

    public RoundedMoney(Evaluation.Priced evaluation) {
        this.evaluation = evaluation;
        this.decimals = evaluation.currency().decimals();
        CashFlow flow = evaluation.cashFlow();
        Driver[] drivers = Driver.values();
        double[] exact = new double[drivers.length];
        for (Driver driver : drivers) {
            exact[index(driver)] = flow.total(driver);
        }
        this.byDriver = Footing.round(exact, decimals);
        this.cells = new double[drivers.length][];
        for (Driver driver : drivers) {
            double[] months = IntStream.rangeClosed(0, flow.months())
                    .mapToDouble(m -> flow.amount(m, driver))
                    .toArray();
            cells[index(driver)] = Footing.round(months, byDriver[index(driver)], decimals);
        }
        footMonths(flow);
        this.entries = entries();
    }

    /**
     * Moves single units of the last decimal between months, within a driver, until each month too is its own exact sum
     * rounded: months that cost the same then show the same.
     */
    private void footMonths(CashFlow flow) {
        double unit = evaluation.currency().smallest();
        double[] exact = IntStream.rangeClosed(0, flow.months())
                .mapToDouble(flow::amount)
                .toArray();
        double[] targets = Footing.round(exact, total().value(), decimals);
        long[] over = IntStream.rangeClosed(0, flow.months())
                .mapToLong(m -> Math.round((month(m) - targets[m]) / unit))
                .toArray();
        for (int from = 0; from < over.length; from++) {
            while (over[from] > 0 && moveUnit(flow, from, over, unit)) {
                over[from]--;
            }
        }
    }

    /** Moves one unit from a month to the one that lacks one and where it does least harm; false if there is none. */
    private boolean moveUnit(CashFlow flow, int from, long[] over, double unit) {
        Driver best = null;
        int bestTo = -1;
        double least = Double.MAX_VALUE;
        double leastEarly = Double.MAX_VALUE;
        for (int to = 0; to < over.length; to++) {
            if (over[to] >= 0) {
                continue;
            }
            for (Driver driver : Driver.values()) {
                if (flow.amount(from, driver) == 0 || flow.amount(to, driver) == 0) {
                    continue;
                }
                double harmFrom = harm(flow, from, driver, -unit);
                double harmTo = harm(flow, to, driver, unit);
                double harm = harmFrom + harmTo;
                double early = from < to ? harmFrom : harmTo;
                // Arithmetic noise does not decide between moves alike; the earlier month shows what it costs.
                boolean alike = Math.abs(harm - least) < 1e-6 * unit * unit;
                if (alike ? early < leastEarly : harm < least) {
                    least = harm;
                    leastEarly = early;
                    best = driver;
                    bestTo = to;
                }
            }
        }
        if (best == null) {
            return false;
        }
        cells[index(best)][from] =
                money(cells[index(best)][from] - unit).rounded().value();
        cells[index(best)][bestTo] =
                money(cells[index(best)][bestTo] + unit).rounded().value();
        over[bestTo]++;
        return true;
    }

    /** By how much the square of a cell's rounding error grows when it changes. */
    private double harm(CashFlow flow, int month, Driver driver, double change) {
        double error = cells[index(driver)][month] - flow.amount(month, driver);
        return (error + change) * (error + change) - error * error;
    }

    private List<Entry> entries() {
        List<Line> lines = evaluation.statement();
        double[] amounts = new double[lines.size()];
        double[] totals = new double[lines.size()];
        for (Driver driver : Driver.values()) {
            double setUp = cells[index(driver)][0];
            List<Integer> once = at(lines, driver, Timing.SET_UP);
            foot(lines, once, true, setUp, amounts);
            foot(lines, once, false, setUp, totals);
            List<Integer> monthly = at(lines, driver, Timing.MONTHLY);
            List<Integer> rounds = at(lines, driver, Timing.ROUND);
            boolean roundInFirstMonth = !rounds.isEmpty()
                    && Math.abs(sum(lines, monthly) - evaluation.cashFlow().amount(1, driver)) > 1e-6;
            foot(lines, monthly, true, roundInFirstMonth ? Double.NaN : cells[index(driver)][1], amounts);
            foot(lines, rounds, true, Double.NaN, amounts);
            List<Integer> later = new ArrayList<>(monthly);
            later.addAll(rounds);
            foot(lines, later, false, byDriver[index(driver)] - setUp, totals);
        }
        // Where nothing is agreed, both are the same.
        double[] listed = lines.stream().anyMatch(Line::agreed)
                ? Footing.round(lines.stream().mapToDouble(Line::totalAtList).toArray(), decimals)
                : totals;
        return IntStream.range(0, lines.size())
                .mapToObj(i -> new Entry(lines.get(i), money(amounts[i]), money(totals[i]), money(listed[i])))
                .toList();
    }

    private static double sum(List<Line> lines, List<Integer> which) {
        return which.stream().mapToDouble(i -> lines.get(i).amount()).sum();
    }

    private static List<Integer> at(List<Line> lines, Driver driver, Timing timing) {
        return IntStream.range(0, lines.size())
                .filter(i ->
                        lines.get(i).kind().driver() == driver && lines.get(i).timing() == timing)
                .boxed()
                .toList();
    }

    private void foot(List<Line> lines, List<Integer> which, boolean amounts, double target, double[] into) {
        double[] exact = which.stream()
                .mapToDouble(i -> amounts ? lines.get(i).amount() : lines.get(i).total())
                .toArray();
        double[] rounded = Footing.round(exact, target, decimals);
        for (int k = 0; k < rounded.length; k++) {
            into[which.get(k)] = rounded[k];
        }
    }

    private static int index(Driver driver) {
        return driver.ordinal();
    }

    public Evaluation.Priced evaluation() {
        return evaluation;
    }

    public List<Entry> lines() {
        return entries;
    }

    public int months() {
        return evaluation.cashFlow().months();
    }

    public Money amount(int month, Driver driver) {
        return money(cells[index(driver)][month]);
    }

    public Money amount(int month) {
        return amount(month, month);
    }

    /** The months from {@code first} to {@code last}, both counted. */
    public Money amount(int first, int last) {
        return sum(IntStream.rangeClosed(first, last).mapToDouble(this::month));
    }

    public Money averageMonth() {
        return money(total().value() / months()).rounded();
    }

    /** What the months from {@code first} to {@code last} cost less than today's; NaN where today's are not known. */
    public Money saving(@Nullable RoundedMoney today, int first, int last) {
        return today == null
                ? money(Double.NaN)
                : today.amount(first, last).minus(amount(first, last)).rounded();
    }

    /** What all of it costs less than today's design, set-up counted; NaN where that is not known. */
    public Money saving(@Nullable RoundedMoney today) {
        return today == null ? money(Double.NaN) : today.total().minus(total()).rounded();
    }

    /** What failures cost less than today's; NaN where they are not counted. */
    Money savedOnFailures(@Nullable RoundedMoney today) {
        return today == null || Double.isNaN(evaluation.measures().savedOnFailures())
                ? money(Double.NaN)
                : today.total(Driver.FAILURES).minus(total(Driver.FAILURES)).rounded();
    }

    /**
     * A measure with the digits that every output shows: of amounts that add up where it is a sum of them, else as it is.
     *
     * @param today null where today's design has no price
     */
    public Amount of(Measure measure, @Nullable RoundedMoney today) {
        return switch (measure) {
            case SET_UP -> amount(0);
            case FIRST_MONTH -> amount(1);
            case AVERAGE_MONTH -> averageMonth();
            case TCO -> total();
            case TCO_AT_LIST -> totalAtList();
            case SAVING -> saving(today);
            case SAVED_BY_MODEL ->
                evaluation.currency().of(evaluation.measures().savedByModel()).rounded();
            case SAVED_BY_DESIGN ->
                saving(today)
                        .minus(evaluation
                                .currency()
                                .of(evaluation.measures().savedByModel())
                                .rounded())
                        .rounded();
            case SAVED_ON_FAILURES -> savedOnFailures(today);
            case SAVED_ON_BILL -> saving(today).minus(savedOnFailures(today)).rounded();
            case SAVING_FIRST_MONTH -> saving(today, 1, 1);
            case SAVING_FIRST_YEAR -> saving(today, 0, Math.min(12, months()));
            default -> evaluation.of(measure);
        };
    }

    public Money total(Driver driver) {
        return money(byDriver[index(driver)]);
    }

    public Money total() {
        return sum(Arrays.stream(byDriver));
    }

    /** Without what is agreed with vendors. */
    public Money totalAtList() {
        return sum(entries.stream().mapToDouble(e -> e.totalAtList().value()));
    }

    private double month(int month) {
        return sum(Arrays.stream(cells).mapToDouble(driver -> driver[month])).value();
    }

    private Money sum(DoubleStream amounts) {
        return money(amounts.sum()).rounded();
    }

    private Money money(double value) {
        return evaluation.currency().of(value);
    }

    public String name() {
        return evaluation.architecture().name();
    }
}
