package app.steelyard.cost;

import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Measure;
import app.steelyard.cost.result.Notice;
import app.steelyard.cost.result.Notice.Severity;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.contract.Agreed;
import app.steelyard.pricing.contract.DiscountWords;
import app.steelyard.text.Texts;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is agreed with vendors and counts in a design: what it costs is then no price that others could look up. */
final class AgreedTerms {
    private static final Texts TEXTS = Texts.of(AgreedTerms.class);

    private AgreedTerms() {}

    /** With what counts, and what the design would cost without. */
    static Evaluation told(Plan plan, Evaluation evaluation, PriceBook book) {
        if (!(evaluation instanceof Evaluation.Priced priced) || Double.isNaN(Measure.TCO_AT_LIST.of(priced))) {
            return evaluation;
        }
        return priced.with(new Notice(
                Severity.INFO, TEXTS.get("agreed", String.join("; ", terms(plan, priced, book)))));
    }

    private static List<String> terms(Plan plan, Evaluation.Priced priced, PriceBook book) {
        LocalDate start = plan.inference().pricesAsOf();
        LocalDate end = start.plusMonths(Math.round(plan.finance().horizonMonths()));
        Set<String> vendors = Stream.of(
                        priced.architecture().model(plan),
                        plan.tuning().model(),
                        plan.retrieval().embedding(),
                        plan.retrieval().reranker(),
                        plan.retrieval().store())
                .filter(Objects::nonNull)
                .map(PriceRef::vendor)
                .collect(Collectors.toSet());
        return Agreed.whole(plan, book).discounts().stream()
                .filter(d -> vendors.contains(d.vendor()))
                .filter(d -> d.from() == null || d.from().isBefore(end))
                .filter(d -> d.until() == null || d.until().isAfter(start))
                .map(DiscountWords::of)
                .toList();
    }
}
