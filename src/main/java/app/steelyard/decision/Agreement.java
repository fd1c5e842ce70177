package app.steelyard.decision;

import app.steelyard.cost.Comparison;
import app.steelyard.cost.Margin;
import app.steelyard.cost.Verdict;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.util.Optional;

/** How what is recommended stands to what costs least: where they are two designs, whoever tells one says so. */
public final class Agreement {
    private static final Texts TEXTS = Texts.of(Agreement.class);

    private Agreement() {}

    /** A sentence where they differ; empty where they are one design. */
    public static Optional<String> difference(Decision decision, PriceBook book) {
        return difference(decision, Comparison.of(decision.plan(), book).verdict());
    }

    /** @param verdict on the plan that was decided about */
    public static Optional<String> difference(Decision decision, Verdict verdict) {
        String recommended = decision.headline();
        return switch (verdict) {
            case Verdict.Example example -> Optional.empty();
            case Verdict.Unpriced unpriced -> Optional.of(TEXTS.get("agreement.unpriced.all", recommended));
            case Verdict.NoneFit none -> Optional.of(TEXTS.get("agreement.unfit.all", recommended));
            case Verdict.Cheapest cheapest -> difference(decision, recommended, cheapest);
        };
    }

    /** Whether the recommendation is {@code design}: every item is placed alike, on the models of the plan. */
    static boolean same(Decision decision, Evaluation design) {
        return decision.recommended().placements().equals(design.architecture().placements())
                && decision.recommended()
                        .evaluation()
                        .map(e -> e.architecture()
                                .on()
                                .equals(design.architecture().on()))
                        .orElse(!design.architecture().elsewhere());
    }

    /** Whether an item is of another kind than the plan says, so that designs of one name place it otherwise. */
    private static boolean calledOtherwise(Decision decision) {
        return decision.items().stream()
                .anyMatch(a -> a.classification().kind() != a.item().kind());
    }

    private static Optional<String> difference(Decision decision, String recommended, Verdict.Cheapest cheapest) {
        Evaluation.Priced best = cheapest.best();
        if (same(decision, best)) {
            return Optional.empty();
        }
        String name = best.architecture().name();
        Optional<Evaluation.Priced> own = decision.recommended().priced();
        if (own.isEmpty()) {
            return Optional.of(TEXTS.get("agreement.unpriced", recommended, name));
        }
        Margin margin = new Margin(best, own.get());
        String key = !own.get().feasible()
                ? "agreement.unfit"
                : margin.tie()
                        ? "agreement.tie"
                        : margin.less().value() > 0
                                ? calledOtherwise(decision) ? "agreement.more.kinds" : "agreement.more"
                                // What is recommended may be no design of the plan before it is taken over.
                                : cheapest.basis().perSuccess() ? "agreement.success" : "agreement.less";
        return Optional.of(TEXTS.get(
                key,
                recommended,
                name,
                margin.less().abs().inShort(),
                Numbers.count(decision.plan().finance().horizonMonths())));
    }
}
