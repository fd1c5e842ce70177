package app.steelyard.app.compare;

import app.steelyard.cost.KnownErrors;
import app.steelyard.cost.engine.Batch;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.Range;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.whatif.search.Switching;
import app.steelyard.whatif.search.SwitchingValue;
import app.steelyard.whatif.story.SwitchingLines;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * At what value of which number another design would be the best, plainly: what is in the ranges that were stated, that
 * nothing else there is, and what has no range.
 *
 * @param plan of which it is true
 * @param ranged the changes within the ranges that were stated, the nearest first
 * @param nothingElse that nothing else in them changes the answer
 * @param others the nearest changes along numbers without a range
 * @param measure that the hit rate is to be measured, where it is derived and its known error could turn the answer; else empty
 */
public record WhatChanges(
        Plan plan,
        List<SwitchingLines.Condition> ranged,
        String nothingElse,
        List<SwitchingLines.Condition> others,
        String measure) {
    private static final Texts TEXTS = Texts.of(WhatChanges.class);
    private static final int MOST_RANGED = 5;
    private static final int MOST_OTHERS = 3;

    public WhatChanges {
        ranged = List.copyOf(ranged);
        others = List.copyOf(others);
    }

    /** @throws java.util.concurrent.CancellationException once {@code cancelled} says so */
    public static WhatChanges of(Plan plan, PriceBook book, BooleanSupplier cancelled) {
        Plan doubted = KnownErrors.in(plan, book);
        List<SwitchingValue> values = Switching.of(Batch.of(doubted, book), cancelled);
        // What is only known of models in general was stated by nobody.
        Predicate<SwitchingValue> stated =
                v -> plan.whatIf().range(v.number().path()).isPresent();
        List<SwitchingValue> within = values.stream().filter(stated).toList();
        List<SwitchingValue> beyond = values.stream().filter(stated.negate()).toList();
        List<SwitchingLines.Condition> ranged = SwitchingLines.conditions(doubted, within, MOST_RANGED);
        List<SwitchingLines.Condition> others = SwitchingLines.conditions(doubted, beyond, MOST_OTHERS);
        return new WhatChanges(
                plan,
                ranged,
                nothingElse(within, ranged.size(), beyond, others.isEmpty()),
                others,
                measure(doubted, values).orElse(""));
    }

    private static String nothingElse(
            List<SwitchingValue> within, int told, List<SwitchingValue> beyond, boolean noOthers) {
        long more = within.stream().filter(v -> !v.never()).count() - told;
        if (within.isEmpty()) {
            return noOthers ? TEXTS.get("changes.noRanges.nothing", beyond.size()) : TEXTS.get("changes.noRanges");
        }
        if (told == 0) {
            return TEXTS.get("changes.nothing");
        }
        return more > 0 ? TEXTS.get("changes.more", more) : TEXTS.get("changes.nothingElse");
    }

    private static Optional<String> measure(Plan doubted, List<SwitchingValue> values) {
        Optional<Range> error = doubted.whatIf().range(PlanField.MODEL_HIT_RATE.path());
        return values.stream()
                .filter(SwitchingValue::derived)
                .findFirst()
                .flatMap(v -> error.flatMap(e -> Stream.of(v.below(), v.above())
                        .flatMap(Optional::stream)
                        .filter(p -> p.value() >= v.base() + e.low() && p.value() <= v.base() + e.high())
                        .findFirst()
                        .map(p -> TEXTS.get(
                                "changes.measure",
                                Numbers.percent(v.base()),
                                Numbers.count(Math.rint(1000 * e.high()) / 10),
                                p.to().map(a -> a.name()).orElse(TEXTS.get("changes.none"))))));
    }

    /** Whether the plan states ranges, within which or beyond which a change lies. */
    public boolean withRanges() {
        return !plan.whatIf().ranges().isEmpty();
    }
}
