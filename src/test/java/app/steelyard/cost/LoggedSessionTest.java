package app.steelyard.cost;

import static app.steelyard.Fixtures.book;
import static app.steelyard.Fixtures.item;
import static app.steelyard.Fixtures.model;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.steelyard.Fixtures;
import app.steelyard.Seeded;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.LineKind;
import app.steelyard.plan.Design;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.item.Growth;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.CacheLifetime.Refresh;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A plan made of nothing but what a log tells of one long session, against that session played turn by turn. */
class LoggedSessionTest {
    private static final double READ = 0.1;
    private static final double WRITE = 1.25;

    /** Tokens of a turn, and how many of them begin as the turn before did. */
    private record Turn(double tokens, double common) {}

    /** Grows unevenly, goes back to an earlier turn at most once, and a little is rewritten on the way. */
    private static List<Turn> session(Seeded.Draw draw) {
        List<Turn> turns = new ArrayList<>();
        double tokens = draw.between(8_000, 20_000);
        int count = draw.whole(40, 80);
        int back = draw.maybe() ? draw.whole(20, count - 5) : count;
        turns.add(new Turn(tokens, 0));
        for (int k = 1; k < count; k++) {
            double next = k == back ? tokens * 0.35 : tokens + draw.scaled(300, 9_000);
            double kept = Math.min(tokens, next) * (draw.between(0, 1) < 0.1 ? 0.9 : 1);
            turns.add(new Turn(next, kept));
            tokens = next;
        }
        return turns;
    }

    @Test
    void whatALogTellsOfASessionGivesItsHitRateAndItsCost() {
        Seeded.forAll(60, draw -> {
            List<Turn> turns = session(draw);
            double all = turns.stream().mapToDouble(Turn::tokens).sum();
            double read = turns.stream().mapToDouble(Turn::common).sum();
            double mean = all / turns.size();
            double first = turns.getFirst().tokens();
            double end = turns.stream().mapToDouble(Turn::tokens).max().orElseThrow();
            double rewritten = 1 - read / (all - end);

            Plan plan = Fixtures.plan(0, turns.size() * 1000)
                    .withItems(List.of(item("talk", first, Kind.INFORMATION, Scope.SESSION, 0)
                            .withGrowth(new Growth(growth(first, end, mean, turns.size()), 0, end, rewritten))));
            plan = PlanField.TURNS.with(plan, turns.size());
            plan = PlanField.TURNS_SPREAD.with(plan, 0.01);
            plan = PlanField.GAP_MEDIAN.with(plan, 20);
            plan = PlanField.GAP_P95.with(plan, 80);
            var priced = Comparison.of(
                            plan,
                            book(model().lifetime("only", Duration.ofMinutes(60), Refresh.ON_HIT)
                                    .write("only", "1.25")
                                    .prices("1", "0.1", "5")))
                    .priced(Design.PROMPT_CACHING)
                    .orElseThrow();
            double hit = share(priced);
            double replayed = read / all;
            assertEquals(replayed, hit, 0.01);
            assertEquals(1, cost(hit) / cost(replayed), 0.08);
        });
    }

    /** Tokens read, of all input. */
    private static double share(Evaluation.Priced priced) {
        double read = quantity(priced, LineKind.CACHE_READ);
        return read / (read + quantity(priced, LineKind.CACHE_WRITE) + quantity(priced, LineKind.PLAIN_INPUT));
    }

    private static double quantity(Evaluation.Priced priced, LineKind kind) {
        return priced.statement().stream()
                .filter(line -> line.kind() == kind)
                .mapToDouble(line -> line.quantity())
                .sum();
    }

    private static double cost(double hit) {
        return hit * READ + (1 - hit) * WRITE;
    }

    /** What a turn must leave behind for the mean prompt to be that of the log. */
    private static double growth(double first, double end, double mean, int turns) {
        double low = 0;
        double high = end;
        for (int step = 0; step < 60; step++) {
            double middle = (low + high) / 2;
            double sum = 0;
            for (int k = 0; k < turns; k++) {
                sum += Math.min(end, first + k * middle);
            }
            if (sum / turns < mean) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
