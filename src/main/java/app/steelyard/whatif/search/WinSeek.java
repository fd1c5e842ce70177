package app.steelyard.whatif.search;

import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanNumber;
import app.steelyard.pricing.PriceBook;
import app.steelyard.whatif.Edges;
import app.steelyard.whatif.SearchSpan;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.DoubleStream;

/** For which values of a number a design is the cheapest, over all that the plan allows. */
final class WinSeek {
    private final Plan plan;
    private final PlanNumber number;
    private final Goal.Cheapest goal;
    private final ClaimSearch search;
    private int steps;

    WinSeek(Plan plan, PriceBook book, PlanNumber number, Goal.Cheapest goal, BooleanSupplier cancelled) {
        this.plan = plan;
        this.number = number;
        this.goal = goal;
        this.search = new ClaimSearch(List.of(goal.claim()), plan, book, cancelled);
    }

    GoalAnswer answer() {
        SearchSpan span = SearchSpan.limits(plan, number);
        double[] values = SeekPoints.of(plan, number, span);
        List<GoalAnswer.Solution> solutions = Edges.of(values, span.whole(), this::wins).stream()
                .filter(s -> s.kind() == 1)
                .map(s -> new GoalAnswer.Solution(
                        s.from(), span.whole() ? Math.max(s.from(), last(values, s.to())) : s.to(), margin(s.from())))
                .sorted(GoalSeek.nearestTo(number.get(plan)))
                .toList();
        if (!solutions.isEmpty()) {
            return new GoalAnswer.Found(solutions, List.of(), span, steps);
        }
        Optional<GoalAnswer.Nearest> nearest = DoubleStream.of(values)
                .mapToObj(v -> new GoalAnswer.Nearest(v, margin(v)))
                .filter(n -> Double.isFinite(n.result()))
                .max(Comparator.comparingDouble(GoalAnswer.Nearest::result));
        String why = new WhyNever(plan, number, goal, List.of(), List.of()).sentence(nearest);
        return new GoalAnswer.Never(why, nearest, List.of(), span, steps);
    }

    /** 1 where it is the cheapest, alone or with others, else 0. */
    private int[] wins(double[] values) {
        steps += values.length;
        int[] wins = search.verdicts(0, number, values, new HashMap<>());
        for (int i = 0; i < wins.length; i++) {
            Claim.Verdict verdict = Claim.Verdict.values()[wins[i]];
            wins[i] = verdict == Claim.Verdict.HOLDS || verdict == Claim.Verdict.TIES ? 1 : 0;
        }
        return wins;
    }

    /** The last whole value before another design is the cheapest, which is where the stretch is said to end. */
    private double last(double[] values, double end) {
        return end == values[values.length - 1] && wins(new double[] {end})[0] == 1 ? end : end - 1;
    }

    private double margin(double value) {
        return goal.claim().in(search.at(number, value)).margin();
    }
}
