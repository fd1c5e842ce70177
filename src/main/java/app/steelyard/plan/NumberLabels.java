package app.steelyard.plan;

import app.steelyard.plan.item.ContextItem;
import app.steelyard.text.Names;
import app.steelyard.text.Texts;
import java.time.LocalDate;

/** What the numbers of a plan are called. */
public final class NumberLabels {
    private static final Texts TEXTS = Texts.of(NumberLabels.class);

    private NumberLabels() {}

    /**
     * As shown: {@code Requests a month}, {@code Price list: tokens}. A measured hit rate that the plan leaves out is the
     * hit rate.
     */
    public static String of(Plan plan, PlanNumber number) {
        return switch (number) {
            case PlanField field ->
                field == PlanField.MEASURED_HIT_RATE && Double.isNaN(field.get(plan))
                        ? TEXTS.get("number.hitRate")
                        : Names.of(field);
            case ItemNumber item ->
                TEXTS.get(
                        "itemNumber." + item.kind(),
                        plan.item(item.item()).map(ContextItem::name).orElse(item.item()));
            case ModelNumber of -> TEXTS.get("modelNumber." + of.kind(), of.model());
            case PlanNumber.PriceNumber of -> price(of);
        };
    }

    private static String price(PlanNumber.PriceNumber of) {
        String whose = of.whose().orElse(TEXTS.get("priceNumber.all"));
        LocalDate from = of.from();
        String nth = of.nth() == 1 ? "" : TEXTS.get("priceNumber.nth", of.nth());
        return from == null
                ? TEXTS.get("priceNumber." + of.kind(), whose) + nth
                : TEXTS.get("priceNumber.BY.from", whose, from);
    }

    /** With the path behind it, for messages about the plan's file: {@code “Tenants” (traffic.tenants)}. */
    public static String withPath(Plan plan, String path) {
        return PlanNumber.at(plan, path)
                .map(n -> TEXTS.get("number.withPath", of(plan, n), path))
                .orElse(path);
    }

    /** A value of {@code number} as people read it; where the plan leaves it out, what stands in its place. */
    public static String value(Plan plan, PlanNumber number, double value) {
        if (!Double.isNaN(value)) {
            return plan.currency().of(value, number.unit()).show();
        }
        String key = "number.unstated."
                + switch (number) {
                    case PlanField field -> field.name();
                    case ItemNumber item -> item.kind().name();
                    case ModelNumber of -> "model";
                    case PlanNumber.PriceNumber of -> "price";
                };
        return TEXTS.get(
                number == PlanField.MEASURED_HIT_RATE ? "number.derived" : TEXTS.has(key) ? key : "number.unstated");
    }
}
