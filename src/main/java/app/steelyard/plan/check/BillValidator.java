package app.steelyard.plan.check;

import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.bill.Way;
import app.steelyard.text.Problem;
import app.steelyard.text.Texts;
import java.util.Optional;
import java.util.stream.Stream;

/** What makes no sense of how requests are served. */
final class BillValidator {
    private static final Texts TEXTS = Texts.of(PlanValidator.class);
    /** Shares that were typed add up to one but for the last digits. */
    private static final double ALL = 1 + 1e-9;

    private BillValidator() {}

    /** Shares that are more than all; empty where they are not. */
    static Optional<Problem> validate(Plan plan) {
        double sum = Stream.of(Way.values())
                .mapToDouble(w -> PlanField.served(w).get(plan))
                .filter(s -> !Double.isNaN(s))
                .sum();
        return sum > ALL ? Optional.of(Problem.at("inference.served", TEXTS.get("served.sum", sum))) : Optional.empty();
    }
}
