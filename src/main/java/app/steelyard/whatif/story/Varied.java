package app.steelyard.whatif.story;

import app.steelyard.cost.result.Basis;
import app.steelyard.plan.NumberLabels;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.text.Several;
import app.steelyard.text.Texts;
import app.steelyard.whatif.search.Switching;
import app.steelyard.whatif.search.SwitchingValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What trials varied and what they held fixed, by name. A number without a range is not certain: nobody has said how far it
 * may be off, so that trials say nothing of it.
 *
 * @param plan with the ranges of the trials
 * @param varied the numbers with a range
 * @param unsure the rates and costs of success, and a measured hit rate, that have none
 * @param fixed the other main numbers that have none
 */
public record Varied(Plan plan, List<String> varied, List<PlanNumber> unsure, List<String> fixed) {
    private static final Texts TEXTS = Texts.of(Varied.class);
    private static final int MOST_NAMED = 4;

    /** Beside the success of what the designs do. */
    private static final List<PlanField> RATES = List.of(
            PlanField.FAILURE_COST,
            PlanField.FAILURE_MINUTES,
            PlanField.FAILURE_HOURLY_RATE,
            PlanField.RETRY_SUCCESS,
            PlanField.MEASURED_HIT_RATE);

    public Varied {
        varied = List.copyOf(varied);
        unsure = List.copyOf(unsure);
        fixed = List.copyOf(fixed);
    }

    /** Of {@code plan}, with the ranges that its trials have. */
    public static Varied of(Plan plan) {
        List<PlanNumber> rates = Stream.concat(Basis.needed(plan).stream().map(r -> r.number(plan)), RATES.stream())
                .distinct()
                .filter(n -> !ranged(plan, n) && !Double.isNaN(n.get(plan)))
                .toList();
        return new Varied(
                plan,
                names(plan, PlanNumber.of(plan).stream().filter(n -> ranged(plan, n))),
                rates,
                names(
                        plan,
                        Switching.numbers(plan).stream()
                                .filter(n -> !ranged(plan, n) && n != PlanField.HORIZON_MONTHS)
                                .filter(n -> !rates.contains(n))));
    }

    private static boolean ranged(Plan plan, PlanNumber number) {
        return plan.whatIf().range(number.path()).isPresent() && !Double.isNaN(number.get(plan));
    }

    private static List<String> names(Plan plan, Stream<? extends PlanNumber> numbers) {
        return numbers.map(n -> NumberLabels.of(plan, n)).toList();
    }

    /** Those that are {@link #unsure} and turn the answer anywhere, the one that turns it soonest first. */
    List<PlanNumber> turning(List<SwitchingValue> turns) {
        Set<PlanNumber> never = turns.stream()
                .filter(SwitchingValue::never)
                .map(SwitchingValue::number)
                .collect(Collectors.toSet());
        return SwitchingLines.soonestFirst(turns, unsure).stream()
                .filter(n -> !never.contains(n))
                .toList();
    }

    /** What {@link #unsure} is called. */
    public List<String> rates() {
        return names(plan, unsure.stream());
    }

    /** What was held fixed, the rates first, in few words; empty where every main number was varied. */
    public Optional<String> heldFixed() {
        List<String> held = Stream.concat(rates().stream(), fixed.stream()).toList();
        return held.isEmpty() ? Optional.empty() : Optional.of(Several.joined(held, MOST_NAMED));
    }

    /** For texts that choose by it: 1 where what is paid or expected of list prices was varied, else 0. */
    private int prices() {
        return PlanNumber.of(plan).stream()
                        .filter(n -> ranged(plan, n))
                        .anyMatch(n -> n instanceof PlanNumber.PriceNumber
                                || n == PlanField.PRICE_TREND
                                || n == PlanField.RENT_TREND)
                ? 1
                : 0;
    }

    /** Both, as a sentence. */
    public String told() {
        return heldFixed()
                .map(held -> TEXTS.get("varied.held", Several.joined(varied, MOST_NAMED), held, prices()))
                .orElseGet(() -> TEXTS.get("varied.all", Several.joined(varied, MOST_NAMED), prices()));
    }
}
