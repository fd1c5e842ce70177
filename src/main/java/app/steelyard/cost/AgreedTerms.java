package app.steelyard.cost;

import app.steelyard.cost.result.CapacityUse;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Notice;
import app.steelyard.cost.result.Notice.Severity;
import app.steelyard.plan.Contract;
import app.steelyard.plan.Contract.Capacity;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.contract.Agreed;
import app.steelyard.pricing.contract.DiscountWords;
import app.steelyard.text.Numbers;
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

    /** With what counts, and what capacity is bought. */
    static Evaluation told(Plan plan, Evaluation evaluation, PriceBook book) {
        if (!(evaluation instanceof Evaluation.Priced priced)) {
            return evaluation;
        }
        List<String> terms = priced.agreed() ? terms(plan, priced, book) : List.of();
        Evaluation.Priced told = terms.isEmpty()
                ? priced
                : priced.with(new Notice(Severity.INFO, TEXTS.get("agreed", String.join("; ", terms))));
        CapacityUse use = priced.capacity();
        return use == null ? told : told.with(new Notice(Severity.INFO, capacity(use, priced)));
    }

    private static String capacity(CapacityUse use, Evaluation.Priced priced) {
        Capacity capacity = use.capacity();
        String unit = Objects.requireNonNullElse(capacity.unit(), TEXTS.get("capacity.unit"));
        String adapters = capacity.shared() > 1
                ? TEXTS.get("capacity.adapters", Numbers.count(capacity.shared()), Numbers.count(use.alone()))
                : "";
        return TEXTS.get(
                        "capacity.notice",
                        capacity.model(),
                        TEXTS.get("capacity.units", Numbers.count(use.units()), unit),
                        Numbers.percent(use.utilisation()),
                        Numbers.count(Math.rint(use.idleHours())),
                        Numbers.count(Math.rint(use.peakTokens())),
                        Numbers.count(Math.rint(capacity.throughput())),
                        Numbers.value(capacity.peak()),
                        capacity.peakFactor() == null ? TEXTS.get("capacity.assumed") : "",
                        breakEven(use, priced))
                + adapters;
    }

    private static String breakEven(CapacityUse use, Evaluation.Priced priced) {
        if (Double.isNaN(use.breakEvenTokens())) {
            return TEXTS.get("capacity.tokensUnpriced");
        }
        String tokens = priced.currency().of(use.tokenCost()).show();
        return Double.isInfinite(use.breakEvenTokens())
                ? TEXTS.get("capacity.never", tokens)
                : TEXTS.get(
                        "capacity.cheaper",
                        tokens,
                        Numbers.count(Math.rint(use.breakEvenTokens())),
                        Numbers.count(Math.rint(use.breakEvenRequests())));
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
        Contract contract = Agreed.whole(plan, book);
        return DiscountWords.of(new Contract(
                contract.discounts().stream()
                        .filter(d -> vendors.contains(d.vendor()))
                        .filter(d -> d.from() == null || d.from().isBefore(end))
                        .filter(d -> d.until() == null || d.until().isAfter(start))
                        .toList(),
                contract.commitments().stream()
                        .filter(c -> vendors.contains(c.vendor()))
                        .toList(),
                contract.credits().stream()
                        .filter(c -> vendors.contains(c.vendor()))
                        .toList(),
                contract.tax()));
    }
}
