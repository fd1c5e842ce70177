package app.steelyard.whatif.trials;

import app.steelyard.whatif.Work;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The value of perfect information: what it would be worth, at most, to know a number before the architecture is chosen.
 * Without it the one with the lowest mean cost is taken. See docs/model.md, section 10.
 *
 * @param total what it is worth to know every number at once, in the plan's currency over the horizon; at least 0
 * @param worths what it is worth to know each number alone, the most valuable first: what to measure next
 */
public record Information(double total, double totalStandardError, List<Worth> worths) {
    private static final Information NONE = new Information(0, 0, List.of());

    public Information {
        worths = List.copyOf(worths);
    }

    /** @throws java.util.concurrent.CancellationException once cancelled */
    public static Information of(Simulation simulation, BooleanSupplier cancelled) {
        Payoffs payoffs = Payoffs.of(simulation);
        if (payoffs.isEmpty()) {
            return NONE;
        }
        List<Assumption> assumptions = simulation.assumptions();
        Worth[] worths = new Worth[assumptions.size()];
        Work.share(worths.length, simulation.settings().threads(), cancelled, () -> i -> {
            worths[i] = payoffs.worth(assumptions.get(i), simulation.values(i));
        });
        Payoffs.Gain all = payoffs.perfect();
        return new Information(
                all.mean(),
                all.standardError(),
                Arrays.stream(worths)
                        .sorted(Comparator.comparingDouble(Worth::value).reversed())
                        .toList());
    }
}
