package app.steelyard.chart.catalog.cost;

import app.steelyard.cost.Comparison;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.text.Texts;

/** The name of an architecture in a chart or table. */
public final class DesignName {
    private static final Texts TEXTS = Texts.of(DesignName.class);

    private DesignName() {}

    /** The name of an architecture; the do-nothing baseline, and one that cannot do the job, are marked as such. */
    public static String of(Evaluation evaluation) {
        String name = evaluation.architecture().name();
        String marked = evaluation.architecture().today() ? TEXTS.get("today", name) : name;
        return isFeasible(evaluation) ? marked : TEXTS.get("infeasible", marked);
    }

    private static boolean isFeasible(Evaluation evaluation) {
        return !(evaluation instanceof Evaluation.Priced priced) || priced.feasible();
    }

    /** Why there is nothing to draw: nothing has a price; empty where something has one. */
    static String nothing(Comparison comparison) {
        return comparison.priced().isEmpty() ? TEXTS.get("nothing") : "";
    }
}
