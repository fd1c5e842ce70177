package app.steelyard.whatif.trials;

import app.steelyard.cost.column.Columns;
import app.steelyard.cost.engine.Batch;
import app.steelyard.cost.engine.Sums;
import app.steelyard.whatif.Work;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Which number moves the answer most: the saving against today's in two ways, and the lead over the next-best design. */
public final class Tornado {
    /** More trials do not move a rank correlation that a person could see: its standard error is 0.005 at most. */
    static final int RANKED_TRIALS = 50_000;

    private Tornado() {}

    /**
     * One at a time: each number goes to the ends of its range, all others stay at the plan's own. The widest bar first.
     *
     * @param architecture index in the batch of the one whose saving is meant
     * @return empty where today's design could not be priced
     */
    public static List<Bar> oneAtATime(Batch batch, Assumptions assumptions, int architecture) {
        int today = Simulation.today(batch);
        return today < 0
                ? List.of()
                : bars(batch, assumptions, (sums, row) -> sums.total()[today][row] - sums.total()[architecture][row]);
    }

    /** What a bar shows of a row. */
    interface Shown {
        double of(Sums sums, int row);
    }

    /** One bar for each number that is not sure, the widest first; of unknown ends before all others. */
    static List<Bar> bars(Batch batch, Assumptions assumptions, Shown shown) {
        List<Assumption> list = assumptions.list();
        int base = 2 * list.size();
        Columns columns = batch.columns(base + 1);
        for (int i = 0; i < list.size(); i++) {
            double[] column = columns.vary(list.get(i).number());
            column[2 * i] = list.get(i).low();
            column[2 * i + 1] = list.get(i).high();
        }
        Sums sums = Sums.totals(batch, columns);
        batch.worker().evaluate(columns, 0, base + 1, sums);
        int preferred = sums.cheapest(base);
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            int low = 2 * i;
            int high = low + 1;
            bars.add(new Bar(
                    list.get(i),
                    shown.of(sums, low),
                    shown.of(sums, high),
                    shown.of(sums, base),
                    list.get(i).low(),
                    list.get(i).high(),
                    sums.cheapest(low, preferred),
                    sums.cheapest(high, preferred)));
        }
        bars.sort(Comparator.comparingDouble(Bar::width).reversed());
        return List.copyOf(bars);
    }

    /** The same about the architecture that costs least at the plan's own numbers; empty where none can do the job. */
    public static List<Bar> oneAtATime(Batch batch, Assumptions assumptions) {
        int reference = Simulation.cheapestAtBase(batch);
        return reference < 0 ? List.of() : oneAtATime(batch, assumptions, reference);
    }

    /**
     * By rank: Spearman's correlation between the values drawn and the saving, over the first {@value #RANKED_TRIALS}
     * trials at most. The strongest first.
     *
     * @param architecture index of the one whose saving is meant
     * @return empty where today's design could not be priced, or there are fewer than four trials
     */
    public static List<RankBar> byRank(Simulation simulation, int architecture, BooleanSupplier cancelled) {
        int trials = Math.min(RANKED_TRIALS, simulation.settings().trials());
        List<Assumption> list = simulation.assumptions();
        if (simulation.today() < 0 || trials < 4 || list.isEmpty()) {
            return List.of();
        }
        double[][] ranks = new double[list.size() + 1][];
        Work.share(ranks.length, simulation.settings().threads(), cancelled, () -> i -> {
            double[] values = i == 0 ? simulation.savings(architecture) : simulation.values(i - 1);
            ranks[i] = Ranks.of(values, trials);
        });
        List<RankBar> bars = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            double rho = Ranks.correlation(ranks[i + 1], ranks[0]);
            // Bonett and Wright's error of Fisher's z, brought back.
            double error = (1 - rho * rho) * Math.sqrt((1 + rho * rho / 2) / (trials - 3));
            bars.add(new RankBar(list.get(i), rho, error));
        }
        bars.sort(Comparator.comparingDouble((RankBar b) -> Math.abs(b.coefficient()))
                .reversed());
        return List.copyOf(bars);
    }
}
