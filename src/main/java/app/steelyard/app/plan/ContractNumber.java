package app.steelyard.app.plan;

import app.steelyard.plan.Contract;
import app.steelyard.plan.Contract.Capacity;
import app.steelyard.plan.Contract.Commitment;
import app.steelyard.plan.Contract.Credit;
import app.steelyard.plan.Contract.Discount;
import app.steelyard.plan.Plan;
import app.steelyard.plan.check.Assumed;
import app.steelyard.text.Texts;
import app.steelyard.text.Unit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Numbers of what is agreed about the plan's base model and with its vendor, one by one; NaN where one is left out. */
public enum ContractNumber {
    /** Off all that the vendor lists. */
    OFF(Unit.FRACTION, true),
    /** The least that the vendor gets of each month. */
    COMMITMENT(Unit.MONEY, true),
    /** What others use of that each month. */
    OTHER_SPEND(Unit.MONEY, true),
    /** Money that the vendor gives. */
    CREDIT(Unit.MONEY, true),
    /** Added to what any vendor bills. */
    TAX(Unit.FRACTION, true),
    PER_HOUR(Unit.MONEY, true),
    PER_MONTH(Unit.MONEY, true),
    TOKENS_PER_MINUTE(Unit.TOKENS, false),
    OUTPUT_WEIGHT(Unit.COUNT, false),
    CACHED_WEIGHT(Unit.COUNT, true),
    WRITE_WEIGHT(Unit.COUNT, true),
    MINIMUM_UNITS(Unit.COUNT, true),
    STEP(Unit.COUNT, true),
    TERM_MONTHS(Unit.MONTHS, true),
    PEAK_FACTOR(Unit.COUNT, true),
    ADAPTERS(Unit.COUNT, true),
    ADAPTER_OVERHEAD(Unit.FRACTION, true),
    CACHE_MINUTES(Unit.COUNT, true);

    private static final Texts TEXTS = Texts.of(ContractNumber.class);
    /** What a unit costs and takes until somebody says both: an example, at which nothing is priced. */
    private static final double EXAMPLE_PRICE = 4;

    private static final double EXAMPLE_TOKENS = 100_000;
    private static final double EXAMPLE_OUTPUT = 4;

    private static final String EXAMPLE = TEXTS.get("capacity.example");
    private static final String EXAMPLE_OF_PRICE = TEXTS.get("capacity.example.price");
    private static final String EXAMPLE_OF_TOKENS = TEXTS.get("capacity.example.tokens");

    private final Unit unit;
    private final boolean optional;

    ContractNumber(Unit unit, boolean optional) {
        this.unit = unit;
        this.optional = optional;
    }

    public Unit unit() {
        return unit;
    }

    public boolean optional() {
        return optional;
    }

    /** Those about capacity. */
    public static List<ContractNumber> ofCapacity() {
        return Stream.of(values()).filter(ContractNumber::isOfCapacity).toList();
    }

    /** Those about what is billed. */
    public static List<ContractNumber> ofBill() {
        return Stream.of(values()).filter(n -> !n.isOfCapacity()).toList();
    }

    private boolean isOfCapacity() {
        return compareTo(TAX) > 0;
    }

    /** Whether {@code plan} has a place for it: of several commitments of one vendor none is the one that is meant. */
    public boolean matters(Plan plan) {
        return switch (this) {
            case OFF, TAX -> true;
            case COMMITMENT -> commitments(plan).count() < 2;
            case OTHER_SPEND -> commitments(plan).count() == 1;
            case CREDIT -> credits(plan).count() < 2;
            default -> byCapacity(plan);
        };
    }

    private static String vendor(Plan plan) {
        return plan.inference().model().vendor();
    }

    private static Stream<Commitment> commitments(Plan plan) {
        return plan.contract().commitments().stream().filter(c -> c.vendor().equals(vendor(plan)));
    }

    private static Stream<Credit> credits(Plan plan) {
        return plan.contract().credits().stream().filter(c -> c.vendor().equals(vendor(plan)));
    }

    /** Whether the base model is paid by capacity. */
    public static boolean byCapacity(Plan plan) {
        return plan.contract().capacity(plan.inference().model()).isPresent();
    }

    /** With the base model paid by capacity, at first by an example of it, or by the token. */
    public static Plan byCapacity(Plan plan, boolean capacity) {
        Contract contract = plan.contract();
        List<Capacity> others = contract.capacity().stream()
                .filter(c -> !c.model().equals(plan.inference().model()))
                .toList();
        List<Capacity> changed = capacity
                ? Stream.concat(others.stream(), Stream.of(example(plan))).toList()
                : others;
        return plan.withContract(contract.withCapacity(changed));
    }

    private static Capacity example(Plan plan) {
        return new Capacity(
                plan.inference().model(),
                null,
                EXAMPLE_PRICE,
                null,
                EXAMPLE_TOKENS,
                EXAMPLE_OUTPUT,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                EXAMPLE);
    }

    public double get(Plan plan) {
        return stated(plan).orElse(Double.NaN);
    }

    private Optional<Double> stated(Plan plan) {
        return switch (this) {
            case OFF ->
                plan.contract().discounts().stream()
                        .filter(d -> d.sameAs(new Discount(vendor(plan), 0)))
                        .map(Discount::off)
                        .findFirst();
            case COMMITMENT -> commitments(plan).map(Commitment::perMonth).findFirst();
            case OTHER_SPEND ->
                commitments(plan)
                        .flatMap(c -> Stream.ofNullable(c.otherSpend()))
                        .findFirst();
            case CREDIT -> credits(plan).map(Credit::amount).findFirst();
            case TAX -> Optional.ofNullable(plan.contract().tax());
            default -> plan.contract().capacity(plan.inference().model()).map(this::of);
        };
    }

    private @Nullable Double of(Capacity c) {
        return switch (this) {
            case OFF, COMMITMENT, OTHER_SPEND, CREDIT, TAX -> null;
            case PER_HOUR -> c.perHour();
            case PER_MONTH -> c.perMonth();
            case TOKENS_PER_MINUTE -> c.tokensPerMinute();
            case OUTPUT_WEIGHT -> c.outputWeight();
            case CACHED_WEIGHT -> c.cachedWeight();
            case WRITE_WEIGHT -> c.writeWeight();
            case MINIMUM_UNITS -> c.minimumUnits();
            case STEP -> c.step();
            case TERM_MONTHS -> c.termMonths();
            case PEAK_FACTOR -> c.peakFactor();
            case ADAPTERS -> c.adapters();
            case ADAPTER_OVERHEAD -> c.adapterOverhead();
            case CACHE_MINUTES -> c.cacheMinutes();
        };
    }

    /** With another number; NaN leaves it out. */
    public Plan with(Plan plan, double value) {
        return plan.withContract(changed(plan, Double.isNaN(value) ? null : Double.valueOf(value)));
    }

    private Contract changed(Plan plan, @Nullable Double value) {
        Contract contract = plan.contract();
        Discount whole = new Discount(vendor(plan), value == null ? 0 : value);
        return switch (this) {
            case OFF ->
                value == null
                        ? contract.withDiscounts(contract.discounts().stream()
                                .filter(d -> !d.sameAs(whole))
                                .toList())
                        : contract.with(whole);
            case COMMITMENT ->
                value == null
                        ? contract.withCommitments(without(contract.commitments(), commitments(plan)))
                        : contract.with(commitment(plan, value));
            case OTHER_SPEND ->
                commitments(plan)
                        .findFirst()
                        .map(c -> contract.with(
                                new Commitment(c.vendor(), c.perMonth(), value, c.from(), c.until(), c.source())))
                        .orElse(contract);
            case CREDIT ->
                value == null
                        ? contract.withCredits(without(contract.credits(), credits(plan)))
                        : contract.with(credit(plan, value));
            case TAX -> contract.withTax(value);
            default ->
                contract.withCapacity(contract.capacity().stream()
                        .map(c -> c.model().equals(plan.inference().model()) ? with(c, value) : c)
                        .toList());
        };
    }

    private static <T> List<T> without(List<T> all, Stream<T> some) {
        List<T> gone = some.toList();
        return all.stream().filter(t -> !gone.contains(t)).toList();
    }

    private static Commitment commitment(Plan plan, double perMonth) {
        return commitments(plan)
                .findFirst()
                .map(c -> new Commitment(c.vendor(), perMonth, c.otherSpend(), c.from(), c.until(), c.source()))
                .orElse(new Commitment(vendor(plan), perMonth, null, null, null, null));
    }

    private static Credit credit(Plan plan, double amount) {
        return credits(plan)
                .findFirst()
                .map(c -> new Credit(c.vendor(), amount, c.from(), c.until(), c.source()))
                .orElse(new Credit(vendor(plan), amount, null, null, null));
    }

    /** A unit is paid by the hour or by the month: the one goes when the other is stated. */
    private Capacity with(Capacity c, @Nullable Double value) {
        boolean stated = value != null;
        return new Capacity(
                c.model(),
                c.unit(),
                this == PER_HOUR ? value : this == PER_MONTH && stated ? null : c.perHour(),
                this == PER_MONTH ? value : this == PER_HOUR && stated ? null : c.perMonth(),
                this == TOKENS_PER_MINUTE && value != null ? value : c.tokensPerMinute(),
                this == OUTPUT_WEIGHT && value != null ? value : c.outputWeight(),
                this == CACHED_WEIGHT ? value : c.cachedWeight(),
                this == WRITE_WEIGHT ? value : c.writeWeight(),
                this == MINIMUM_UNITS ? value : c.minimumUnits(),
                this == STEP ? value : c.step(),
                this == TERM_MONTHS ? value : c.termMonths(),
                this == PEAK_FACTOR ? value : c.peakFactor(),
                this == ADAPTERS ? value : c.adapters(),
                this == ADAPTER_OVERHEAD ? value : c.adapterOverhead(),
                this == CACHE_MINUTES ? value : c.cacheMinutes(),
                source(c.source(), stated));
    }

    /** What remains an example once this is stated. */
    private @Nullable String source(@Nullable String before, boolean stated) {
        boolean example = before != null && Assumed.marked(before);
        return switch (this) {
            case PER_HOUR, PER_MONTH -> example && stated ? rest(before, EXAMPLE_OF_TOKENS) : before;
            case TOKENS_PER_MINUTE -> example && stated ? rest(before, EXAMPLE_OF_PRICE) : before;
            default -> before;
        };
    }

    private static @Nullable String rest(@Nullable String before, String other) {
        return EXAMPLE.equals(before) || other.equals(before) ? other : null;
    }
}
