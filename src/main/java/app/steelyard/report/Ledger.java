package app.steelyard.report;

import app.steelyard.cost.CashFlow;
import app.steelyard.cost.Driver;
import app.steelyard.cost.Evaluation;
import app.steelyard.cost.Line;
import app.steelyard.cost.Timing;
import app.steelyard.text.Footing;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The money of one architecture rounded to its currency's decimals, so that it adds up in every direction it is shown:
 * lines to drivers, months to drivers, drivers to months, and all of them to the total. PDF and CSV take their amounts
 * from here.
 */
final class Ledger {
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
     */
    record Entry(Line line, double amount, double total) {}

    Ledger(Evaluation.Priced evaluation, String currency) {
        this.evaluation = evaluation;
        this.decimals = Numbers.decimals(currency);
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
        this.entries = entries();
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
        return IntStream.range(0, lines.size())
                .filter(i -> isBilled(lines.get(i)))
                .mapToObj(i -> new Entry(lines.get(i), amounts[i], totals[i]))
                .toList();
    }

    /** A line without any price, recorded or stated, is something that is not billed here. */
    private static boolean isBilled(Line line) {
        return line.price().value() != 0 || line.price().listPrice() != null || line.total() != 0;
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

    Evaluation.Priced evaluation() {
        return evaluation;
    }

    List<Entry> lines() {
        return entries;
    }

    int months() {
        return evaluation.cashFlow().months();
    }

    double amount(int month, Driver driver) {
        return cells[index(driver)][month];
    }

    double amount(int month) {
        double sum = 0;
        for (double[] driver : cells) {
            sum += driver[month];
        }
        return rounded(sum);
    }

    /** The months from {@code first} to {@code last}, both counted. */
    double amount(int first, int last) {
        return rounded(
                IntStream.rangeClosed(first, last).mapToDouble(this::amount).sum());
    }

    double total(Driver driver) {
        return byDriver[index(driver)];
    }

    double total() {
        double sum = 0;
        for (double driver : byDriver) {
            sum += driver;
        }
        return rounded(sum);
    }

    /** Takes away what adding doubles left behind the last decimal. */
    double rounded(double value) {
        double scale = Math.pow(10, decimals);
        return Math.abs(value) * scale < 1e15 ? Math.rint(value * scale) / scale : value;
    }

    String name() {
        return Names.of(evaluation.architecture().design());
    }
}
