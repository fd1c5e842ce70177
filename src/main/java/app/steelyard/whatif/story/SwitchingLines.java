package app.steelyard.whatif.story;

import app.steelyard.cost.result.Basis;
import app.steelyard.plan.Design;
import app.steelyard.plan.ItemNumber;
import app.steelyard.plan.NumberLabels;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.text.Texts;
import app.steelyard.whatif.Bound;
import app.steelyard.whatif.search.SwitchingValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** From which values on the answer is another one, in sentences. */
public final class SwitchingLines {
    private static final Texts TEXTS = Texts.of(SwitchingLines.class);
    /** As a share of the plan's value: from farther away nobody would expect a number to come. */
    private static final double NEAR = 0.5;

    private SwitchingLines() {}

    /**
     * At which values of each number another design becomes the cheapest, the nearest to the plan's values first; those
     * that never change anything are named together at the end.
     *
     * @param most lines for those that do
     */
    public static List<String> of(Plan plan, List<SwitchingValue> values, int most) {
        List<String> lines = new ArrayList<>();
        values.stream()
                .filter(v -> !v.never())
                .sorted(Comparator.comparingDouble(SwitchingLines::distance))
                .limit(most)
                .forEach(v -> lines.add(line(plan, v)));
        unchanged(plan, values).ifPresent(lines::add);
        return List.copyOf(lines);
    }

    /**
     * What would have to be true for another answer.
     *
     * @param text a sentence such as {@code With “Tenants” below 12, Retrieval costs least}
     * @param now what the plan says, such as {@code 40 planned, 20 to 60}
     */
    public record Condition(PlanNumber number, String text, String now) {}

    /** The nearest of them, one a number; those first of which somebody has said how far they may be off. */
    public static List<Condition> conditions(Plan plan, List<SwitchingValue> values, int most) {
        return values.stream()
                .filter(v -> !v.never())
                .sorted(Comparator.comparing((SwitchingValue v) -> !v.derived()
                                && plan.whatIf().range(v.number().path()).isEmpty())
                        .thenComparingDouble(SwitchingLines::distance))
                .limit(most)
                .map(v -> condition(plan, v))
                .toList();
    }

    /**
     * A quantity that is seen while a design runs, and from where on another is the better one.
     *
     * @param limit such as {@code “Hit rate” stays below 62 %}
     * @param rival what is better there
     */
    public record Limit(String limit, String rival) {}

    /** The nearest of them at which another design becomes the cheapest; empty where none does near the plan's value. */
    public static Optional<Limit> limit(Plan plan, List<SwitchingValue> values) {
        return values.stream()
                .filter(v -> Measuring.shows(v.number()))
                .filter(v -> distance(v) <= NEAR && near(v).to().isPresent())
                .min(Comparator.comparingDouble(SwitchingLines::distance))
                .map(v -> new Limit(side(k -> "limit." + k, plan, v, near(v)), beyond(near(v))));
    }

    /** The same {@code numbers}, the one that turns the answer soonest before the others, which stay in their order. */
    static List<PlanNumber> soonestFirst(List<SwitchingValue> values, List<PlanNumber> numbers) {
        Optional<PlanNumber> soonest = values.stream()
                .filter(v -> !v.never() && numbers.contains(v.number()))
                .min(Comparator.comparingDouble(SwitchingLines::distance))
                .map(SwitchingValue::number);
        return Stream.concat(
                        soonest.stream(),
                        numbers.stream().filter(n -> !Optional.of(n).equals(soonest)))
                .toList();
    }

    private static SwitchingValue.Point near(SwitchingValue value) {
        return Stream.of(value.below(), value.above())
                .flatMap(Optional::stream)
                .min(Comparator.comparingDouble(p -> Math.abs(p.value() - value.base())))
                .orElseThrow();
    }

    private static Condition condition(Plan plan, SwitchingValue value) {
        SwitchingValue.Point near = near(value);
        String base = OutlookWords.show(plan, value.number(), value.base());
        return new Condition(
                value.number(),
                TEXTS.get(
                        "condition",
                        side(k -> "condition." + k, plan, value, near),
                        near.to()
                                .map(a -> TEXTS.get(
                                        Basis.of(plan)
                                                .key(
                                                        a.design() == Design.UNCACHED && !a.elsewhere()
                                                                ? "condition.uncached"
                                                                : "condition.wins"),
                                        a.name()))
                                .orElse(TEXTS.get("finding.switch.none"))),
                plan.whatIf()
                        .range(value.number().path())
                        .map(r -> TEXTS.get(
                                "condition.ranged",
                                base,
                                OutlookWords.show(plan, value.number(), r.low()),
                                OutlookWords.show(plan, value.number(), r.high())))
                        .orElseGet(() -> TEXTS.get(value.derived() ? "condition.derived" : "condition.planned", base)));
    }

    /** Where {@code point} lies, such as {@code with “Tenants” below 12} or {@code below 915 tokens of “Price list”}. */
    private static String side(UnaryOperator<String> key, Plan plan, SwitchingValue value, SwitchingValue.Point point) {
        String side = value.side(point) == Bound.BELOW ? "below" : "above";
        String at = bound(plan, value, point);
        if (value.number() instanceof ItemNumber of) {
            String special = key.apply(of.kind() + "." + side);
            if (TEXTS.has(special)) {
                return TEXTS.get(
                        special, plan.item(of.item()).map(ContextItem::name).orElse(of.item()), at);
            }
        }
        return TEXTS.get(key.apply(side), NumberLabels.of(plan, value.number()), at);
    }

    /** The numbers along which the answer stays the same; empty where it changes along all. */
    public static Optional<String> unchanged(Plan plan, List<SwitchingValue> values) {
        String names = values.stream()
                .filter(SwitchingValue::never)
                .map(v -> NumberLabels.of(plan, v.number()))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? Optional.empty() : Optional.of(TEXTS.get("finding.switch.never", names));
    }

    private static String line(Plan plan, SwitchingValue value) {
        PlanNumber number = value.number();
        String points = Stream.of(
                        value.below().map(p -> point(plan, value, p, "finding.switch.below")),
                        value.above().map(p -> point(plan, value, p, "finding.switch.above")))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
        return TEXTS.get(
                value.derived() ? "finding.switch.derived" : "finding.switch",
                NumberLabels.of(plan, number),
                points,
                OutlookWords.show(plan, number, value.base()));
    }

    private static String point(Plan plan, SwitchingValue value, SwitchingValue.Point point, String key) {
        return TEXTS.get(key, bound(plan, value, point), beyond(point));
    }

    static String bound(Plan plan, SwitchingValue value, SwitchingValue.Point point) {
        return value.side(point)
                .brief(plan.currency().of(value.limit(point), value.number().unit()));
    }

    static String beyond(SwitchingValue.Point point) {
        return point.to().map(a -> a.name()).orElse(TEXTS.get("finding.switch.none"));
    }

    private static double distance(SwitchingValue value) {
        return Stream.of(value.below(), value.above())
                .flatMap(Optional::stream)
                .mapToDouble(p -> Math.abs(p.value() - value.base()) / Math.max(1e-12, Math.abs(value.base())))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }
}
