package app.steelyard.plan;

import app.steelyard.text.Alike;
import app.steelyard.text.Unit;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One number of a plan, by its path: what a range, a scenario, a sweep or a search may vary. */
public sealed interface PlanNumber permits PlanField, ItemNumber, ModelNumber, PlanNumber.PriceNumber {

    /** Where it stands in the plan file, such as {@code traffic.requestsPerMonth} or {@code items.price-list.tokens}. */
    String path();

    Unit unit();

    /** The smallest value allowed. */
    double min();

    /** The largest value allowed. */
    double max();

    /** Whether only whole numbers make sense. */
    boolean whole();

    /** Whether the plan may leave the number out; it is then NaN. */
    boolean optional();

    /** The number in {@code plan}; NaN where it is left out or not there. */
    double get(Plan plan);

    /** The plan with this number replaced. The value is not checked here. */
    Plan with(Plan plan, double value);

    /** Every number of {@code plan}: those of its items first, then the others in their order, those of models and prices last. */
    static List<PlanNumber> of(Plan plan) {
        return Stream.<Stream<? extends PlanNumber>>of(
                        plan.items().stream().flatMap(ItemNumber::of),
                        Stream.of(PlanField.values()),
                        ModelNumber.of(plan),
                        PriceNumber.of(plan))
                .<PlanNumber>flatMap(s -> s)
                .toList();
    }

    /** The paths of {@code plan} that are most like {@code path}, the nearest first; empty where none is. */
    static List<String> alike(Plan plan, String path) {
        return Alike.to(path, offered(plan).stream().map(PlanNumber::path).toList(), '.');
    }

    /** The number at {@code path} of {@code plan}, if there is one. */
    static Optional<PlanNumber> at(Plan plan, String path) {
        if (path.startsWith(ItemNumber.PREFIX)) {
            return ItemNumber.at(plan, path).map(PlanNumber.class::cast);
        }
        if (path.startsWith(PriceNumber.DISCOUNTS) || path.startsWith(PriceNumber.CHANGES)) {
            return PriceNumber.at(plan, path).map(PlanNumber.class::cast);
        }
        return path.startsWith(ModelNumber.PREFIX)
                ? ModelNumber.at(plan, path).map(PlanNumber.class::cast)
                : PlanField.at(path).map(PlanNumber.class::cast);
    }

    /** Those of {@code plan}, and what it could state of the prices of its vendors: what a scenario or a search may go through. */
    static List<PlanNumber> offered(Plan plan) {
        return Stream.concat(of(plan).stream(), PriceNumber.possible(plan))
                .distinct()
                .toList();
    }

    /** {@code plan} with this number, where it leaves out one that changes prices: nothing off, and no change, is 0. */
    default Plan stated(Plan plan) {
        boolean ofPrices = this instanceof PriceNumber || this == PlanField.PRICE_TREND || this == PlanField.RENT_TREND;
        return ofPrices && Double.isNaN(get(plan)) ? with(plan, 0) : plan;
    }

    /**
     * What is paid or expected of list prices. All may be left out.
     *
     * @param about a vendor, its model or family as {@code VENDOR/MODEL}, or {@link #ALL}
     * @param nth of those that are about the same, from 1
     * @param from first day of a change; null for the plan's first month
     */
    record PriceNumber(
            Kind kind, String about, int nth, @Nullable LocalDate from) implements PlanNumber {
        /** Stands for every vendor. */
        public static final String ALL = Contract.Discount.EVERY;

        static final String DISCOUNTS = "contract.discounts.";
        static final String CHANGES = "finance.priceChanges.";
        private static final Pattern PATH =
                Pattern.compile("(?:" + Pattern.quote(DISCOUNTS) + "([^\\s#]+?)(?:#(\\d))?\\.off|"
                        + Pattern.quote(CHANGES) + "([^\\s/]+?)\\.(?:(perYear)|by(?:\\.(\\d{4}-\\d{2}-\\d{2}))?))");

        /** Which number. */
        public enum Kind {
            /** Share of the list price that is not paid. */
            OFF(0, 1),
            /** Share by which list prices change a year. */
            PER_YEAR(-0.95, 2),
            /** Share by which they change at once. */
            BY(-1, 10);

            private final double min;
            private final double max;

            Kind(double min, double max) {
                this.min = min;
                this.max = max;
            }
        }

        /** A discount, whatever is spent. */
        public static Optional<PriceNumber> of(Plan plan, Contract.Discount discount) {
            List<Contract.Discount> alike = alike(plan, about(discount));
            int at = alike.indexOf(discount);
            return at < 0 || discount.tiered()
                    ? Optional.empty()
                    : Optional.of(new PriceNumber(Kind.OFF, about(discount), at + 1, null));
        }

        /** An expected change. */
        public static PriceNumber of(Finance.PriceChange change) {
            String about = change.vendor() == null ? ALL : change.vendor();
            return new PriceNumber(change.by() == null ? Kind.PER_YEAR : Kind.BY, about, 1, change.from());
        }

        /** Those that the plan states. */
        public static Stream<PriceNumber> of(Plan plan) {
            return Stream.concat(
                    plan.contract().discounts().stream().flatMap(d -> of(plan, d).stream()),
                    plan.finance().changes().stream().map(PriceNumber::of));
        }

        /** What could be stated of all vendors, and of those that the plan names. */
        static Stream<PriceNumber> possible(Plan plan) {
            List<String> vendors = Stream.concat(Stream.of(ALL), vendors(plan)).toList();
            return Stream.of(Kind.OFF, Kind.BY, Kind.PER_YEAR)
                    .flatMap(k -> vendors.stream()
                            .filter(v -> k != Kind.PER_YEAR || !v.equals(ALL))
                            .flatMap(v -> days(plan, k).map(d -> new PriceNumber(k, v, 1, d.orElse(null)))))
                    .filter(n ->
                            n.kind != Kind.OFF || alike(plan, n.about).stream().noneMatch(Contract.Discount::tiered));
        }

        /** At once from the first month on, or from the first day of a year on. */
        private static Stream<Optional<LocalDate>> days(Plan plan, Kind kind) {
            LocalDate start = plan.inference().pricesAsOf();
            LocalDate end = start.plusMonths(Math.round(plan.finance().horizonMonths()));
            Stream<Optional<LocalDate>> once = Stream.of(Optional.empty());
            return kind == Kind.BY
                    ? Stream.concat(
                            once,
                            Stream.iterate(
                                            LocalDate.of(start.getYear() + 1, 1, 1),
                                            d -> d.isBefore(end),
                                            d -> d.plusYears(1))
                                    .map(Optional::of))
                    : once;
        }

        private static Stream<String> vendors(Plan plan) {
            Stream<@Nullable PriceRef> own = Stream.of(
                    plan.inference().model(),
                    plan.tuning().model(),
                    plan.retrieval().embedding(),
                    plan.retrieval().reranker(),
                    plan.retrieval().store());
            Stream<@Nullable PriceRef> others = Stream.concat(
                    plan.models().stream().map(ModelNumber.StatedModel::model),
                    plan.whatIf().scenarios().stream()
                            .flatMap(
                                    s -> Stream.of(s.models().base(), s.models().tuned())));
            return Stream.concat(own, others)
                    .flatMap(Stream::ofNullable)
                    .map(PriceRef::vendor)
                    .distinct();
        }

        static Optional<PriceNumber> at(Plan plan, String path) {
            Matcher parts = PATH.matcher(path);
            if (!parts.matches()) {
                return Optional.empty();
            }
            boolean off = parts.group(1) != null;
            String day = parts.group(5);
            PriceNumber number = new PriceNumber(
                    off ? Kind.OFF : parts.group(4) != null ? Kind.PER_YEAR : Kind.BY,
                    off ? parts.group(1) : parts.group(3),
                    parts.group(2) == null ? 1 : Integer.parseInt(parts.group(2)),
                    day == null ? null : date(day));
            String vendor =
                    number.about.contains("/") ? number.about.substring(0, number.about.indexOf('/')) : number.about;
            boolean possible = number.nth == 1
                    && (day == null || number.from != null)
                    && (vendor.equals(ALL)
                            ? number.kind != Kind.PER_YEAR
                            : vendors(plan).anyMatch(vendor::equals))
                    && (!off || alike(plan, number.about).stream().noneMatch(Contract.Discount::tiered));
            return of(plan).anyMatch(number::equals) || possible ? Optional.of(number) : Optional.empty();
        }

        private static @Nullable LocalDate date(String day) {
            try {
                return LocalDate.parse(day);
            } catch (DateTimeParseException none) {
                return null;
            }
        }

        private static String about(Contract.Discount discount) {
            return discount.model() == null ? discount.vendor() : discount.vendor() + "/" + discount.model();
        }

        private static List<Contract.Discount> alike(Plan plan, String about) {
            return plan.contract().discounts().stream()
                    .filter(d -> about(d).equals(about))
                    .toList();
        }

        /** Its place among all discounts and, behind them, all changes; −1 where the plan states no such. */
        public int index(Plan plan) {
            if (kind == Kind.OFF) {
                List<Contract.Discount> alike = alike(plan, about);
                return nth > alike.size() ? -1 : plan.contract().discounts().indexOf(alike.get(nth - 1));
            }
            int at = plan.finance().changes().stream()
                    .map(PriceNumber::of)
                    .toList()
                    .indexOf(this);
            return at < 0 ? -1 : plan.contract().discounts().size() + at;
        }

        /** Whose prices it is about; empty for all. */
        public Optional<String> whose() {
            return about.equals(ALL) ? Optional.empty() : Optional.of(about);
        }

        @Override
        public String path() {
            return switch (kind) {
                case OFF -> DISCOUNTS + about + (nth == 1 ? "" : "#" + nth) + ".off";
                case PER_YEAR -> CHANGES + about + ".perYear";
                case BY -> CHANGES + about + ".by" + (from == null ? "" : "." + from);
            };
        }

        @Override
        public Unit unit() {
            return Unit.FRACTION;
        }

        @Override
        public double min() {
            return kind.min;
        }

        @Override
        public double max() {
            return kind.max;
        }

        @Override
        public boolean whole() {
            return false;
        }

        @Override
        public boolean optional() {
            return true;
        }

        @Override
        public double get(Plan plan) {
            int at = index(plan);
            if (at < 0) {
                return Double.NaN;
            }
            if (kind == Kind.OFF) {
                return plan.contract().discounts().get(at).off();
            }
            Finance.PriceChange change = plan.finance()
                    .changes()
                    .get(at - plan.contract().discounts().size());
            Double value = kind == Kind.BY ? change.by() : change.perYear();
            return value == null ? Double.NaN : value;
        }

        @Override
        public Plan with(Plan plan, double value) {
            return kind == Kind.OFF ? withOff(plan, value) : withChange(plan, value);
        }

        private Plan withOff(Plan plan, double value) {
            List<Contract.Discount> changed = new ArrayList<>(plan.contract().discounts());
            int at = index(plan);
            if (at >= 0 && Double.isNaN(value)) {
                changed.remove(at);
                return plan.withContract(plan.contract().withDiscounts(changed))
                        .withWhatIf(plan.whatIf().withoutRange(path()));
            } else if (at >= 0) {
                changed.set(at, RecordPath.with(changed.get(at), "off", value));
            } else if (!Double.isNaN(value)) {
                int slash = about.indexOf('/');
                changed.add(new Contract.Discount(
                        slash < 0 ? about : about.substring(0, slash),
                        value,
                        slash < 0 ? null : about.substring(slash + 1),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
            }
            return plan.withContract(plan.contract().withDiscounts(changed));
        }

        private Plan withChange(Plan plan, double value) {
            Finance.PriceChange change = new Finance.PriceChange(
                    about.equals(ALL) ? null : about,
                    kind == Kind.PER_YEAR ? value : null,
                    kind == Kind.BY ? value : null,
                    from);
            List<Finance.PriceChange> changed = new ArrayList<>(plan.finance().changes());
            int at = index(plan) - plan.contract().discounts().size();
            if (Double.isNaN(value)) {
                changed.removeIf(change::sameAs);
            } else if (index(plan) >= 0) {
                changed.set(at, change);
            } else {
                changed.add(change);
            }
            return plan.withFinance(plan.finance().withChanges(changed));
        }
    }
}
