package app.steelyard.whatif.story;

import app.steelyard.plan.NumberLabels;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanNumber;
import app.steelyard.text.Texts;
import app.steelyard.whatif.search.SwitchingValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** From which values on the answer is another one, in sentences. */
public final class SwitchingLines {
    private static final Texts TEXTS = Texts.of(SwitchingLines.class);

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
     * @param text such as {@code Tenants below 12: Retrieval}
     * @param now what the plan says, such as {@code 40 planned, 20 to 60}
     */
    public record Condition(String text, String now) {}

    /** The nearest of them, one a number. */
    public static List<Condition> conditions(Plan plan, List<SwitchingValue> values, int most) {
        return values.stream()
                .filter(v -> !v.never())
                .sorted(Comparator.comparingDouble(SwitchingLines::distance))
                .limit(most)
                .map(v -> condition(plan, v))
                .toList();
    }

    private static Condition condition(Plan plan, SwitchingValue value) {
        SwitchingValue.Point near = Stream.of(value.below(), value.above())
                .flatMap(Optional::stream)
                .min(Comparator.comparingDouble(p -> Math.abs(p.value() - value.base())))
                .orElseThrow();
        String base = OutlookWords.show(plan, value.number(), value.base());
        return new Condition(
                TEXTS.get(
                        near.value() < value.base() ? "condition.below" : "condition.above",
                        NumberLabels.of(plan, value.number()),
                        bound(plan, value, near),
                        beyond(near)),
                plan.whatIf()
                        .range(value.number().path())
                        .map(r -> TEXTS.get(
                                "condition.ranged",
                                base,
                                OutlookWords.show(plan, value.number(), r.low()),
                                OutlookWords.show(plan, value.number(), r.high())))
                        .orElseGet(() -> TEXTS.get(value.derived() ? "condition.derived" : "condition.planned", base)));
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
