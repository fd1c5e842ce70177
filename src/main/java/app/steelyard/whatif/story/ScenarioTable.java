package app.steelyard.whatif.story;

import app.steelyard.cost.Comparison;
import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Line;
import app.steelyard.cost.result.LineKind;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.Scenario;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.Amount;
import app.steelyard.text.Footing;
import app.steelyard.text.Texts;
import app.steelyard.whatif.Result;
import app.steelyard.whatif.Subject;
import app.steelyard.whatif.search.Switching;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The plan and its scenarios side by side.
 *
 * @param columns the plan itself first, then each scenario in order
 * @param models the models that a scenario replaces
 * @param numbers every number that a scenario replaces, in the plan's order
 */
public record ScenarioTable(List<Column> columns, List<OtherModel> models, List<Overridden> numbers) {
    private static final Texts TEXTS = Texts.of(ScenarioTable.class);

    public ScenarioTable {
        columns = List.copyOf(columns);
        models = List.copyOf(models);
        numbers = List.copyOf(numbers);
    }

    /**
     * @param name of the scenario, or of the plan
     * @param on what its base model is called; empty where that is the plan's
     */
    public record Column(String name, Plan plan, Comparison comparison, String on) {}

    /**
     * A model that differs between columns.
     *
     * @param models one for each column; empty while none to be tuned is chosen
     * @param names what they are called
     */
    public record OtherModel(Scenario.Models.Role role, List<Optional<PriceRef>> models, List<String> names) {
        public OtherModel {
            models = List.copyOf(models);
            names = List.copyOf(names);
        }

        /** Whether the column has another model than the plan. */
        public boolean differs(int column) {
            return !models.get(column).equals(models.get(0));
        }
    }

    /** @param values one for each column; NaN where a number is left out */
    public record Overridden(PlanNumber number, List<Double> values) {
        public Overridden {
            values = List.copyOf(values);
        }

        /** Whether the column has another value than the plan. */
        public boolean differs(int column) {
            return values.get(column).compareTo(values.get(0)) != 0;
        }
    }

    public static ScenarioTable of(Plan plan, PriceBook book) {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(plan.name(), plan, Comparison.of(plan, book), ""));
        Set<String> paths = new LinkedHashSet<>();
        for (Scenario scenario : plan.whatIf().scenarios()) {
            Plan at = scenario.apply(plan);
            PriceRef base = at.inference().model();
            String on = base.equals(plan.inference().model()) ? "" : name(Optional.of(base), book);
            columns.add(new Column(scenario.name(), at, Comparison.of(at, book), on));
            scenario.values().forEach(v -> paths.add(v.path()));
        }
        // What changes prices need not stand in the plan.
        List<Overridden> numbers = Stream.concat(
                        PlanNumber.of(plan).stream(), paths.stream().flatMap(p -> PlanNumber.at(plan, p).stream()))
                .distinct()
                .filter(n -> paths.contains(n.path()))
                .map(n -> new Overridden(
                        n, columns.stream().map(c -> n.get(c.plan())).toList()))
                .toList();
        List<OtherModel> models = Stream.of(Scenario.Models.Role.values())
                .filter(role -> plan.whatIf().scenarios().stream()
                        .anyMatch(s -> s.models().at(role).isPresent()))
                .map(role -> model(role, columns, book))
                .toList();
        return new ScenarioTable(columns, models, numbers);
    }

    /** A model of every column, be it another or not. */
    public OtherModel model(Scenario.Models.Role role, PriceBook book) {
        return model(role, columns, book);
    }

    private static OtherModel model(Scenario.Models.Role role, List<Column> columns, PriceBook book) {
        List<Optional<PriceRef>> models =
                columns.stream().map(c -> role.in(c.plan())).toList();
        return new OtherModel(
                role, models, models.stream().map(m -> name(m, book)).toList());
    }

    private static String name(Optional<PriceRef> model, PriceBook book) {
        return model.map(m -> book.model(m).map(Model::name).orElse(m.toString()))
                .orElseGet(() -> TEXTS.get("scenario.noModel"));
    }

    /** What a column is called: the plan’s own is the plan as planned. */
    public String title(int column) {
        return column == 0 ? TEXTS.get("scenario.plan") : columns.get(column).name();
    }

    /** The designs that are told apart: those of the plan, and behind them those that only a scenario has. */
    public List<Architecture> architectures() {
        List<Architecture> all = new ArrayList<>();
        columns.stream()
                .flatMap(c -> c.comparison().evaluations().stream())
                .map(Evaluation::architecture)
                .filter(a -> all.stream().noneMatch(a::like))
                .forEach(all::add);
        return List.copyOf(all);
    }

    /** What a design comes to in a column; empty where it is not among that column's. */
    public Optional<Evaluation> evaluation(int column, Architecture architecture) {
        return columns.get(column).comparison().evaluations().stream()
                .filter(e -> e.architecture().like(architecture))
                .findFirst();
    }

    /** What a design of a column is called: with its model where that is not the plan's base. */
    public String name(int column, Architecture architecture) {
        return architecture.elsewhere()
                ? architecture.name()
                : architecture.nameOn(columns.get(column).on());
    }

    /** What the cheapest design of a column that can do the job is called; empty where none can. */
    public Optional<String> cheapestName(int column) {
        return cheapest(column).map(e -> name(column, e.architecture()));
    }

    /** What a design is called for all columns: with its model where that is the same in each. */
    public String name(Architecture architecture) {
        List<String> names = IntStream.range(0, columns.size())
                .mapToObj(c -> evaluation(c, architecture).map(e -> name(c, e.architecture())))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        if (names.size() == 1) {
            return names.get(0);
        }
        return architecture.own() == null
                ? architecture.nameOn("")
                : TEXTS.get("scenario.elsewhere", architecture.nameOn(""));
    }

    /** The cheapest design of a column that can do the job. */
    public Optional<Evaluation.Priced> cheapest(int column) {
        return columns.get(column).comparison().cheapest();
    }

    /** A result in a column; NaN where it is not known. */
    public double value(int column, Result result) {
        return result.of(columns.get(column).comparison());
    }

    /** The same as an amount. */
    public Amount amount(int column, Result result) {
        return columns.get(column).plan().currency().of(value(column, result), result.unit());
    }

    /** The hit rate that follows from a column's traffic; empty where it is stated, and where nothing is cached. */
    public Optional<Double> derivedHitRate(int column) {
        Column at = columns.get(column);
        return Double.isNaN(PlanField.MEASURED_HIT_RATE.get(at.plan()))
                ? Switching.derivedHitRate(at.comparison())
                : Optional.empty();
    }

    /** How the cheapest design of one column differs from the cheapest of another; empty where one has none. */
    public Optional<Difference> difference(int a, int b) {
        return difference(a, b, Subject.CHEAPEST);
    }

    /** How a design differs between two columns; empty where it has no price in one. */
    public Optional<Difference> difference(int a, int b, Subject subject) {
        Optional<Evaluation.Priced> first = subject.in(columns.get(a).comparison());
        Optional<Evaluation.Priced> second = subject.in(columns.get(b).comparison());
        return first.isEmpty() || second.isEmpty()
                ? Optional.empty()
                : Optional.of(Difference.of(first.get(), second.get()));
    }

    /**
     * What makes the total cost of one thing differ from that of another, line by line over the horizon.
     *
     * @param rows in the order of a statement
     */
    public record Difference(Architecture from, Architecture to, List<Row> rows, double totalFrom, double totalTo) {

        public Difference {
            rows = List.copyOf(rows);
        }

        /**
         * One line on both sides.
         *
         * @param subject the context item's name, or empty
         * @param from money over the horizon; 0 where only the other side has the line
         */
        public record Row(LineKind kind, String subject, double from, double to) {
            public double difference() {
                return to - from;
            }
        }

        private record Key(LineKind kind, String subject) implements Comparable<Key> {
            private static final Comparator<Key> ORDER =
                    Comparator.comparing(Key::kind).thenComparing(Key::subject);

            @Override
            public int compareTo(Key other) {
                return ORDER.compare(this, other);
            }
        }

        public static Difference of(Evaluation.Priced from, Evaluation.Priced to) {
            Map<Key, double[]> sums = new TreeMap<>();
            add(sums, from.statement(), 0);
            add(sums, to.statement(), 1);
            return new Difference(
                    from.architecture(),
                    to.architecture(),
                    sums.entrySet().stream()
                            .map(e ->
                                    new Row(e.getKey().kind(), e.getKey().subject(), e.getValue()[0], e.getValue()[1]))
                            .toList(),
                    from.measures().tco(),
                    to.measures().tco());
        }

        private static void add(Map<Key, double[]> sums, List<Line> lines, int side) {
            for (Line line : lines) {
                sums.computeIfAbsent(new Key(line.kind(), line.subject()), k -> new double[2])[side] += line.total();
            }
        }

        public double difference() {
            return totalTo - totalFrom;
        }

        /**
         * As shown: both sides add up to their rounded totals, and the differences of the lines to the difference of those.
         */
        public Difference rounded(int decimals) {
            double[] first = Footing.round(rows.stream().mapToDouble(Row::from).toArray(), decimals);
            double[] second = Footing.round(rows.stream().mapToDouble(Row::to).toArray(), decimals);
            List<Row> rounded = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                Row row = rows.get(i);
                rounded.add(new Row(row.kind(), row.subject(), first[i], second[i]));
            }
            return new Difference(from, to, rounded, sum(first, decimals), sum(second, decimals));
        }

        private static double sum(double[] parts, int decimals) {
            double scale = Math.pow(10, decimals);
            double units = 0;
            for (double part : parts) {
                units += Math.rint(part * scale);
            }
            return units / scale;
        }
    }
}
