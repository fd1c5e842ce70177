package app.steelyard.ui.whatif;

import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.text.Typing;
import app.steelyard.whatif.story.ScenarioTable;

/** What a cell of the scenarios says of a number. */
final class ScenarioValue {
    private static final Texts TEXTS = Texts.of(ScenarioValue.class);

    private ScenarioValue() {}

    static String of(PlanNumber number, Plan plan) {
        return Typing.of(number.get(plan), number.unit());
    }

    /** As planned; a hit rate that nobody stated is that which follows from the traffic. */
    static String planned(ScenarioTable table, PlanNumber number) {
        String derived = derived(table, number, 0);
        return derived.isEmpty() ? of(number, table.columns().get(0).plan()) : derived;
    }

    /** Empty for all but a hit rate that nobody stated. */
    static String derived(ScenarioTable table, PlanNumber number, int column) {
        return number == PlanField.MEASURED_HIT_RATE
                ? table.derivedHitRate(column)
                        .map(rate -> TEXTS.get("scenario.derived", Numbers.percent(rate)))
                        .orElse("")
                : "";
    }
}
