package app.steelyard.app.compare;

import app.steelyard.cost.result.Architecture;
import app.steelyard.plan.PlanField;
import java.util.List;

/**
 * A design as it stands in a list of all, its money in the digits of that list.
 *
 * @param name what it does, without its model
 * @param model what the model is called that it runs on; empty where none is chosen
 * @param month what a month costs with set-up; none where it has no price
 * @param byModel what a month costs less than today for another model alone; none where nothing is known or saved by that
 * @param byDesign the rest of what a month costs less than today
 * @param dearer whether that rest is a loss
 * @param request what a request costs
 * @param success what a success costs; none where that is not known of all
 * @param parts what the month goes into, as shares of the dearest month of all; empty where it has no price or cannot do the job
 * @param why what price is missing, or what keeps it from doing the job; empty where nothing does
 * @param choice what is to be chosen or stated for it to have a price; only of one without
 * @param unstated the first rate of success of what it does
 * @param above whether a row above says already what is missing
 */
public record DesignRow(
        Architecture design,
        Standing standing,
        String name,
        String model,
        String month,
        String byModel,
        String byDesign,
        boolean dearer,
        String request,
        String success,
        List<Double> parts,
        List<String> why,
        Choice choice,
        PlanField unstated,
        boolean above) {
    /** What stands in place of a figure that there is none of. */
    public static final String NONE = "–";

    /** The same design, without a reason that another row has given already. */
    DesignRow as(String above) {
        return new DesignRow(
                design,
                standing,
                name,
                model,
                month,
                byModel,
                byDesign,
                dearer,
                request,
                success,
                parts,
                List.of(above),
                choice,
                unstated,
                true);
    }

    /** The same design, of which no money is told. */
    DesignRow withoutMoney() {
        return new DesignRow(
                design, standing, name, model, NONE, NONE, NONE, false, NONE, NONE, List.of(), why, choice, unstated,
                above);
    }

    /** Whether it leads to what is to be chosen or stated for it to have a price. */
    public boolean leads() {
        return standing == Standing.UNPRICED && !above;
    }

    public DesignRow {
        parts = List.copyOf(parts);
        why = List.copyOf(why);
    }

    /** How it stands among the others. */
    public enum Standing {
        /** The best that can do the job. */
        BEST,
        FIT,
        /** A price is missing. */
        UNPRICED,
        /** It cannot do the job. */
        UNFIT
    }

    /** What a price may hang on. */
    public enum Choice {
        MODEL,
        TUNED_MODEL,
        EMBEDDING,
        /** What a dollar costs in the plan's currency. */
        EXCHANGE_RATE,
        /** How often it succeeds, which is stated of others. */
        SUCCESS
    }
}
