package app.steelyard.report;

import app.steelyard.cost.Comparison;
import app.steelyard.cost.Improvement;
import app.steelyard.cost.KnownErrors;
import app.steelyard.cost.engine.Batch;
import app.steelyard.cost.explain.Repricing;
import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.plan.Contract;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.Service;
import app.steelyard.pricing.contract.Agreed;
import app.steelyard.text.Currency;
import app.steelyard.whatif.search.Switching;
import app.steelyard.whatif.search.SwitchingValue;
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
    private final List<RoundedMoney> ledgers;
    private @Nullable Doubt doubt;
    private @Nullable List<Improvement> improvements;
    private @Nullable List<SwitchingValue> switching;
    private String digest = "";
    private @Nullable String agreement;

    private ReportModel(
            Comparison comparison, @Nullable Repricing repricing, PriceBook book, String version, LocalDate date) {
        this.comparison = comparison;
        this.repricing = repricing;
        this.book = book;
        this.version = version;
        this.date = date;
        this.ledgers = comparison.priced().stream().map(RoundedMoney::new).toList();
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

    /**
     * Has it say which plan it is of, and how a recommendation beside it stands to its answer.
     *
     * @param planDigest of the plan's file, in hexadecimal digits
     * @param recommended a sentence; null where nobody has answered anything
     */
    public ReportModel saying(String planDigest, @Nullable String recommended) {
        this.digest = planDigest;
        this.agreement = recommended;
        return this;
    }

    /** Of the plan's file, in hexadecimal digits; empty where nobody said. */
    public String digest() {
        return digest;
    }

    /** Where the wizard recommends another design, or the same; empty where nothing was answered. */
    public Optional<String> agreement() {
        return Optional.ofNullable(agreement);
    }

    public Comparison comparison() {
        return comparison;
    }

    public Plan plan() {
        return comparison.plan();
    }

    /** What is counted beside list prices, for texts that choose by it: 1 what is agreed, 2 taxes, 3 both, 0 neither. */
    public int agreed() {
        Contract contract = Agreed.whole(plan(), book);
        boolean taxed = contract.tax() != null && contract.tax() > 0;
        return (contract.withTax(null).equals(Contract.NONE) ? 0 : 1) + (taxed ? 2 : 0);
    }

    public Currency currency() {
        return plan().currency();
    }

    public int months() {
        return (int) Math.round(plan().finance().horizonMonths());
    }

    /** The plan on every model that has a price. */
    public List<ModelLine> models() {
        return ModelLine.all(plan(), book);
    }

    public Optional<Repricing> repricing() {
        return Optional.ofNullable(repricing);
    }

    public String version() {
        return version;
    }

    public LocalDate date() {
        return date;
    }

    /** One for each priced architecture, in the comparison's order. */
    public List<RoundedMoney> ledgers() {
        return ledgers;
    }

    /** Of the baseline; empty where that is not priced. */
    public Optional<RoundedMoney> baseline() {
        return ledgers.stream()
                .filter(l -> l.evaluation().architecture().today())
                .findFirst();
    }

    public Optional<RoundedMoney> cheapest() {
        return comparison.cheapest().map(this::ledger);
    }

    /** The plan with what is known of the errors of its derivations among its ranges. */
    public Plan doubted() {
        return KnownErrors.in(plan(), book);
    }

    /**
     * How sure the answer is; empty where no number of the plan has a range, stated or known of what is derived. Worked out
     * when first asked for.
     */
    public synchronized Optional<Doubt> doubt() {
        if (doubt == null && !doubted().whatIf().ranges().isEmpty()) {
            doubt = Doubt.of(plan(), book);
        }
        return Optional.ofNullable(doubt);
    }

    /** Where the answer changes; of a plan without ranges along its main numbers. Worked out when first asked for. */
    public synchronized List<SwitchingValue> switching() {
        List<SwitchingValue> known = switching;
        if (known == null) {
            known = doubt().orElse(null) instanceof Doubt.Weighed weighed
                    ? weighed.switching()
                    : Switching.quick(Batch.of(plan(), book), () -> false);
            switching = known;
        }
        return known;
    }

    /** The model that answers in a design, as it is called; empty where none is chosen. */
    public String model(Architecture design) {
        PriceRef ref = design.model(plan());
        return ref == null ? "" : book.model(ref).map(Model::name).orElseGet(ref::toString);
    }

    /** What could be done about the cache without another design. Worked out when first asked for. */
    public synchronized List<Improvement> improvements() {
        List<Improvement> known = improvements;
        if (known == null) {
            known = Improvement.of(comparison, book);
            improvements = known;
        }
        return known;
    }

    /** Of one of the comparison's priced designs. */
    public RoundedMoney ledger(Evaluation.Priced evaluation) {
        return ledgers.stream()
                .filter(l -> l.evaluation().architecture().equals(evaluation.architecture()))
                .findFirst()
                .orElseThrow();
    }

    /** Whether savings are against a design of today that cannot do the job, and so are none. */
    public boolean todayUnfit() {
        return comparison.baseline() instanceof Evaluation.Priced today && !today.feasible();
    }

    /** The name of a model or service, with its reference; the reference alone where the price book lacks it. */
    public String name(PriceRef ref) {
        return book.model(ref)
                .map(Model::name)
                .or(() -> book.service(ref).map(Service::name))
                .map(name -> name + " (" + ref + ")")
                .orElseGet(ref::toString);
    }
}
