package app.steelyard.cost.engine;

import static app.steelyard.Fixtures.book;
import static app.steelyard.Fixtures.item;
import static app.steelyard.Fixtures.model;
import static app.steelyard.Fixtures.plan;
import static app.steelyard.Fixtures.withTraffic;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Fixtures.ModelBuilder;
import app.steelyard.Seeded;
import app.steelyard.Seeded.Draw;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.column.Block;
import app.steelyard.cost.column.Column;
import app.steelyard.cost.result.CachedPart;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.plan.Design;
import app.steelyard.plan.Plan;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Scope;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Few breakpoints go where they cost least, as trying every set shows. */
class BreakpointsTest {

    /** Parts in the order of a prompt, one row. */
    private record Case(double[] size, boolean[] possible, double[] hits, double rest, int most) {
        static Case any(Draw draw) {
            int n = draw.whole(1, 6);
            double[] size = new double[n];
            boolean[] possible = new boolean[n];
            double[] hits = new double[n];
            boolean reached = false;
            double hit = 1;
            for (int p = 0; p < n; p++) {
                size[p] = draw.whole(0, 4) == 0 ? 0 : draw.scaled(10, 1e5);
                reached |= draw.maybe();
                possible[p] = reached;
                hit *= draw.between(0, 1);
                hits[p] = hit;
            }
            return new Case(size, possible, hits, draw.scaled(1, 1e5), draw.whole(1, n));
        }

        double prompt() {
            return Arrays.stream(size).sum() + rest;
        }

        double cached(int parts) {
            return Arrays.stream(size, 0, parts).sum();
        }

        /** What a request costs with breakpoints at the ends of the parts that {@code set} has a bit for. */
        double cost(int set, Function<Column, Breakpoints.Prices> prices) {
            int last = 32 - Integer.numberOfLeadingZeros(set);
            Breakpoints.Prices at = prices.apply(Column.of(cached(last)));
            double cost = (prompt() - cached(last)) * at.plain().value();
            for (int p = 0; p < last; p++) {
                int end = p;
                while ((set >> end & 1) == 0) {
                    end++;
                }
                double hit = hits[end];
                cost += size[p]
                        * (hit * at.read().value() + (1 - hit) * at.missed().value());
            }
            return cost;
        }

        boolean allowed(int set) {
            return Integer.bitCount(set) <= most
                    && IntStream.range(0, size.length).allMatch(p -> (set >> p & 1) == 0 || possible[p]);
        }
    }

    /** Prices that do not depend on what is cached, or those of a prompt whose last tokens cost twice as much. */
    private static Function<Column, Breakpoints.Prices> anyPrices(Draw draw, Case of) {
        double input = draw.scaled(0.1, 10);
        double read = input * draw.between(0, 1);
        double missed = input * draw.between(1, 2);
        double limit = draw.maybe() ? Double.POSITIVE_INFINITY : of.prompt() * draw.between(0, 1);
        return cached -> {
            double excess = Math.max(0, of.prompt() - limit);
            double plain = of.prompt() - cached.value();
            double longPlain = plain == 0 ? 0 : Math.min(1, excess / plain);
            double longCached = Math.max(0, excess - plain) / Math.max(1, cached.value());
            return new Breakpoints.Prices(
                    Column.of(input * (1 + longPlain)),
                    Column.of(read * (1 + longCached)),
                    Column.of(missed * (1 + longCached)));
        };
    }

    private static int chosen(Case of, Function<Column, Breakpoints.Prices> prices) {
        Block x = Block.of(new double[1]);
        List<Prefix.Part> parts = Arrays.stream(of.size())
                .mapToObj(s ->
                        new Prefix.Part(0, Scope.SHARED, false, Column.of(s), Column.ZERO, Column.of(s), Column.of(s)))
                .toList();
        Column[] possible = IntStream.range(0, parts.size())
                .mapToObj(p -> of.possible()[p] ? Column.ONE : Column.ZERO)
                .toArray(Column[]::new);
        Column[] hits = Arrays.stream(of.hits()).mapToObj(Column::of).toArray(Column[]::new);
        Breakpoints.Choice choice =
                Breakpoints.choose(x, of.most(), parts, Column.of(of.prompt()), possible, hits, prices);
        int set = 0;
        for (int p = 0; p < parts.size(); p++) {
            set |= choice.ends()[p].isOne() ? 1 << p : 0;
        }
        int last = 32 - Integer.numberOfLeadingZeros(set);
        for (int p = 0; p < parts.size(); p++) {
            assertEquals(p < last, choice.cached()[p].isOne(), "what stands before the last breakpoint is cached");
        }
        return set;
    }

    @Test
    void noOtherSetCostsLess() {
        Seeded.forAll(3000, draw -> {
            Case of = Case.any(draw);
            Function<Column, Breakpoints.Prices> prices = anyPrices(draw, of);
            int set = chosen(of, prices);
            assertTrue(of.allowed(set), "more breakpoints than there are, or where none can be");
            double cost = of.cost(set, prices);
            for (int other = 0; other < 1 << of.size().length; other++) {
                if (of.allowed(other)) {
                    double less = of.cost(other, prices);
                    assertTrue(cost <= less + 1e-9 * less, () -> cost + " rather than " + less);
                }
            }
        });
    }

    @Test
    void ofSetsThatCostTheSameTheOneThatCachesMoreIsTaken() {
        Case alike = new Case(new double[] {100, 50}, new boolean[] {true, true}, new double[] {0.9, 0.5}, 20, 1);
        Function<Column, Breakpoints.Prices> flat =
                cached -> new Breakpoints.Prices(Column.ONE, Column.ONE, Column.ONE);
        assertEquals(0b10, chosen(alike, flat), "a breakpoint behind the last part");
        Function<Column, Breakpoints.Prices> cheap =
                cached -> new Breakpoints.Prices(Column.ONE, Column.of(0.5), Column.of(1.5));
        assertEquals(0b01, chosen(alike, cheap), "at even odds the second part costs as plain input, the first less");
    }

    /** A large part that all share, and behind it a small one of each tenant that changes all the time. */
    @Test
    void oneBreakpointGoesBehindWhatIsSharedAndTheRestIsPlainInput() {
        ModelBuilder one = model().breakpoints(1).write("5m", "1.25").prices("1", "0.1", "5");
        Plan plan = withTraffic(plan(0, 1_000_000), 1000, 24, 1, 0)
                .withItems(List.of(
                        item("settings", 4000, Kind.INFORMATION, Scope.TENANT, 2000),
                        item("handbook", 100_000, Kind.INFORMATION, Scope.SHARED, 0)));
        Evaluation.Priced e =
                Comparison.of(plan, book(one)).priced(Design.PROMPT_CACHING).orElseThrow();
        // Every request finds the handbook: 100,000 read and 4,000 plain tokens at 1 and 0.1 a million.
        assertEquals(100_000 * 0.1 + 4000, e.measures().firstMonth(), 1e-6);
        List<CachedPart> parts = e.caches().parts();
        assertEquals(100_000, parts.get(0).cachedTokens(), 0);
        assertEquals(0, parts.get(1).cachedTokens(), 0);
        assertTrue(e.notices().stream().anyMatch(n -> n.text().startsWith("“settings” is billed as plain input")));
        assertTrue(e.notices().stream().noneMatch(n -> n.text().contains("in steps of")));
    }

    @Test
    void moreBreakpointsThanPartsChangeNothing() {
        Plan plan = withTraffic(plan(0, 1_000_000), 1000, 24, 1, 0)
                .withItems(List.of(
                        item("settings", 4000, Kind.INFORMATION, Scope.TENANT, 20),
                        item("handbook", 100_000, Kind.INFORMATION, Scope.SHARED, 0)));
        double two = month(plan, model().breakpoints(2).prices("1", "0.1", "5"));
        assertEquals(two, month(plan, model().breakpoints(4).prices("1", "0.1", "5")), 0);
        assertEquals(two, month(plan, model().prices("1", "0.1", "5")), 0);
    }

    private static double month(Plan plan, ModelBuilder model) {
        return Comparison.of(plan, book(model))
                .priced(Design.PROMPT_CACHING)
                .orElseThrow()
                .measures()
                .firstMonth();
    }
}
