package app.steelyard.report;

import app.steelyard.cost.Comparison;
import app.steelyard.cost.Evaluation;
import app.steelyard.cost.Repricing;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.Service;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything a report says, rounded once, so that each of its forms says the same. */
public final class ReportModel {
    private final Comparison comparison;
    private final @Nullable Repricing repricing;
    private final PriceBook book;
    private final String version;
    private final LocalDate date;
    private final List<Ledger> ledgers;
    private @Nullable Doubt doubt;

    private ReportModel(
            Comparison comparison, @Nullable Repricing repricing, PriceBook book, String version, LocalDate date) {
        this.comparison = comparison;
        this.repricing = repricing;
        this.book = book;
        this.version = version;
        this.date = date;
        String currency = comparison.plan().finance().currency();
        this.ledgers =
                comparison.priced().stream().map(e -> new Ledger(e, currency)).toList();
    }

    /**
     * @param repricing the same plan at list prices, or null
     * @param book where names of models and services are found
     * @param version of the program
     * @param date of the report, as on its cover
     */
    public static ReportModel of(
            Comparison comparison, @Nullable Repricing repricing, PriceBook book, String version, LocalDate date) {
        return new ReportModel(comparison, repricing, book, version, date);
    }

    /** With the same plan at list prices where it is built on published examples. */
    public static ReportModel of(Comparison comparison, PriceBook book, String version, LocalDate date) {
        return of(comparison, Repricing.atListPrices(comparison, book).orElse(null), book, version, date);
    }

    public Comparison comparison() {
        return comparison;
    }

    Plan plan() {
        return comparison.plan();
    }

    String currency() {
        return plan().finance().currency();
    }

    int months() {
        return (int) Math.round(plan().finance().horizonMonths());
    }

    Optional<Repricing> repricing() {
        return Optional.ofNullable(repricing);
    }

    String version() {
        return version;
    }

    LocalDate date() {
        return date;
    }

    /** One for each priced architecture, in the comparison's order. */
    List<Ledger> ledgers() {
        return ledgers;
    }

    /** Of the baseline; empty where that is not priced. */
    Optional<Ledger> baseline() {
        return ledgers.stream()
                .filter(l -> l.evaluation().architecture().today())
                .findFirst();
    }

    Optional<Ledger> cheapest() {
        return comparison.cheapest().flatMap(this::ledger);
    }

    /** How sure the answer is; empty where no number of the plan has a range. Worked out when first asked for. */
    synchronized Optional<Doubt> doubt() {
        if (doubt == null && !plan().whatIf().ranges().isEmpty()) {
            doubt = Doubt.of(plan(), book);
        }
        return Optional.ofNullable(doubt);
    }

    private Optional<Ledger> ledger(Evaluation.Priced evaluation) {
        return ledgers.stream()
                .filter(l -> l.evaluation().architecture().equals(evaluation.architecture()))
                .findFirst();
    }

    /** The name of a model or service, with its reference; the reference alone where the price book lacks it. */
    String name(PriceRef ref) {
        return book.model(ref)
                .map(Model::name)
                .or(() -> book.service(ref).map(Service::name))
                .map(name -> name + " (" + ref + ")")
                .orElseGet(ref::toString);
    }
}
