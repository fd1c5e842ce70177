package app.steelyard.usage.figures;

import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.contract.Agreed;
import app.steelyard.text.Currency;
import app.steelyard.text.ExactMoney;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.UsageFinding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Usage at the prices that are paid held against what was billed, by month, vendor, currency and model. Where a vendor's month has a
 * bill, all of its usage is held against the bill; otherwise the rows that say what they cost are held against that.
 *
 * @param tolerance the largest difference that is no contradiction, as a fraction of what was billed
 * @param months one for each vendor, month and currency
 * @param lines one for each model in them
 * @param tokens all that was used
 * @param unpriced tokens that have no price, by the model as its source names it, most tokens first
 * @param doubts why computed amounts may differ, with the tokens concerned
 * @param findings what could not be compared, and what to know of the comparison
 */
public record Reconciliation(
        double tolerance,
        List<Line> months,
        List<Line> lines,
        long tokens,
        List<Unpriced> unpriced,
        Map<TokenCost.Doubt, Long> doubts,
        List<UsageFinding> findings) {

    /** Finance commonly takes a difference of up to a twentieth for explained. */
    public static final double TOLERANCE = 0.05;

    private static final Texts TEXTS = Texts.of(Reconciliation.class);

    public Reconciliation {
        months = List.copyOf(months);
        lines = List.copyOf(lines);
        unpriced = List.copyOf(unpriced);
        doubts = Map.copyOf(doubts);
        findings = List.copyOf(findings);
    }

    /** What came of holding two amounts against each other. */
    public enum Verdict {
        /** They differ by the tolerance at most. */
        WITHIN,
        OUTSIDE,
        /** Some tokens have no price, so that the computed amount is too low. */
        UNPRICED,
        /** There is usage, but no bill that names it. */
        NO_BILL,
        /** There is a bill, but no usage that it can be for. */
        NO_USAGE,
        /** The bill is in another currency than the prices. */
        OTHER_CURRENCY;

        /** In words. */
        public String title() {
            return TEXTS.name(this);
        }
    }

    /**
     * Two amounts.
     *
     * @param model reference of the priced model, or its name where it has no price; empty where the bill names none,
     *     and for a whole month
     * @param tokens used
     * @param computed tokens at list prices; null where nothing was used in this currency
     * @param agreed the same at the prices agreed with the vendor; null where list prices are paid
     * @param billed null where nothing was billed in this currency
     */
    public record Line(
            YearMonth month,
            String vendor,
            String model,
            Currency currency,
            long tokens,
            @Nullable ExactMoney computed,
            @Nullable ExactMoney agreed,
            @Nullable ExactMoney billed,
            Verdict verdict) {

        /** What is to be paid, which the bill is held against; null where nothing was used in this currency. */
        public @Nullable ExactMoney expected() {
            return agreed == null ? computed : agreed;
        }

        /** Expected less billed; null where one of them is missing. */
        public @Nullable ExactMoney variance() {
            ExactMoney expected = expected();
            return expected == null || billed == null ? null : expected.minus(billed);
        }

        /** The variance as a fraction of what was billed; NaN where there is none. */
        public double varianceShare() {
            ExactMoney variance = variance();
            return variance == null || billed == null || billed.value().signum() == 0
                    ? Double.NaN
                    : variance.value().doubleValue() / billed.value().doubleValue();
        }
    }

    /** Tokens without a price. */
    public record Unpriced(String vendor, String model, long tokens, TokenCost.Reason reason) {}

    /**
     * Holds them against each other.
     *
     * @param tolerance as a fraction of what was billed
     */
    public static Reconciliation of(LedgerView usage, PricedModels models, double tolerance) {
        return new Work(usage, models, tolerance).done();
    }

    /** Tokens that have a price, of all; 1 where there are none. */
    public double pricedShare() {
        long without = unpriced.stream().mapToLong(Unpriced::tokens).sum();
        return tokens == 0 ? 1 : (double) (tokens - without) / tokens;
    }

    /** Whether anything could be held against a bill. */
    public boolean compared() {
        return months.stream().anyMatch(m -> m.verdict() == Verdict.WITHIN || m.verdict() == Verdict.OUTSIDE);
    }

    /** Why what is built on this usage is a draft only; empty if it isn't. */
    public Optional<String> draft() {
        List<String> reasons = new ArrayList<>();
        if (!unpriced.isEmpty()) {
            reasons.add(TEXTS.get("draft.unpriced", Numbers.percent(1 - pricedShare())));
        }
        months.stream()
                .filter(m -> m.verdict() == Verdict.OUTSIDE)
                .max(Comparator.comparingDouble(m -> Math.abs(m.varianceShare())))
                .ifPresent(m -> reasons.add(TEXTS.get(
                        "draft.outside",
                        m.vendor(),
                        m.month().toString(),
                        Numbers.percent(m.varianceShare()),
                        Numbers.percent(tolerance))));
        return reasons.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", reasons));
    }

    /** A vendor's month. */
    private record Month(YearMonth month, String vendor) {}

    private record Key(Month month, Currency currency, String model) {}

    /** What adds up to a line. */
    private static final class Sum {
        private long tokens;
        private boolean unpriced;
        private @Nullable ExactMoney computed;
        private @Nullable ExactMoney expected;
        private @Nullable ExactMoney billed;

        /** @param paid the same at the prices that are paid */
        void use(TokenCost cost, TokenCost paid) {
            tokens += cost.tokens();
            if (cost instanceof TokenCost.Known known && paid instanceof TokenCost.Known agreed) {
                computed = plus(computed, known.amount());
                expected = plus(expected, agreed.amount());
            } else {
                unpriced = true;
            }
        }

        void add(Sum other) {
            tokens += other.tokens;
            unpriced |= other.unpriced;
            computed = other.computed == null ? computed : plus(computed, other.computed);
            expected = other.expected == null ? expected : plus(expected, other.expected);
            billed = other.billed == null ? billed : plus(billed, other.billed);
        }

        static ExactMoney plus(@Nullable ExactMoney sum, ExactMoney more) {
            return sum == null ? more : sum.plus(more);
        }
    }

    /** Collects the rows, and then makes the lines. */
    private static final class Work {
        private static final Comparator<Key> ORDER = Comparator.comparing((Key k) -> k.month.month)
                .thenComparing(k -> k.month.vendor)
                .thenComparing(Key::currency)
                .thenComparing(Key::model);

        private final PricedModels models;
        private final PricedModels paid;
        private final double tolerance;
        private final Map<Integer, Format.Kind> kinds;
        private final List<DailyUsage> rows;
        private final Set<Month> billedMonths =
                new TreeSet<>(Comparator.comparing(Month::month).thenComparing(Month::vendor));
        private final Map<Key, Sum> sums = new TreeMap<>(ORDER);
        private final Map<List<String>, Unpriced> unpriced = new LinkedHashMap<>();
        private final Map<TokenCost.Doubt, Long> doubts = new EnumMap<>(TokenCost.Doubt.class);
        private final Map<Month, Set<LocalDate>> usedDays = new HashMap<>();
        private final Map<Month, Set<LocalDate>> billedDays = new HashMap<>();
        private final List<UsageFinding> findings = new ArrayList<>();
        private long tokens;
        private long withoutCost;

        Work(LedgerView usage, PricedModels models, double tolerance) {
            this.models = models;
            PriceBook agreed = Agreed.paid(models.book());
            this.paid = agreed.equals(models.book()) ? models : new PricedModels(agreed, models.mapped());
            this.tolerance = tolerance;
            this.kinds = Kpis.kinds(usage);
            this.rows = usage.usage();
        }

        Reconciliation done() {
            rows.stream()
                    .filter(r -> Spend.isBill(r, kinds) && r.cost() != null && r.day() != null)
                    .forEach(r -> billedMonths.add(month(r)));
            rows.forEach(this::row);
            List<Line> lines = lines(sums);
            List<Line> months = months();
            find(months);
            List<Unpriced> without = unpriced.values().stream()
                    .sorted(Comparator.comparingLong((Unpriced u) -> -u.tokens())
                            .thenComparing(Unpriced::model))
                    .toList();
            return new Reconciliation(tolerance, months, lines, tokens, without, doubts, findings);
        }

        private static Month month(DailyUsage row) {
            return new Month(YearMonth.from(Objects.requireNonNull(row.day())), row.vendor());
        }

        private void row(DailyUsage row) {
            boolean bill = Spend.isBill(row, kinds);
            if (!bill && !row.totals().isEmpty()) {
                used(row);
            }
            ExactMoney cost = row.cost();
            if (cost == null || row.day() == null) {
                return;
            }
            Month month = month(row);
            if (bill || !billedMonths.contains(month)) {
                Sum sum = sum(month, cost.currency(), name(row));
                sum.billed = Sum.plus(sum.billed, cost);
                if (bill) {
                    billedDays.computeIfAbsent(month, m -> new TreeSet<>()).add(row.day());
                }
            }
        }

        private void used(DailyUsage row) {
            TokenCost cost = TokenCost.of(row, models);
            tokens += cost.tokens();
            Optional<Currency> currency = Optional.ofNullable(row.cost()).map(ExactMoney::currency);
            switch (cost) {
                case TokenCost.Known known -> {
                    known.doubts().forEach(d -> doubts.merge(d, known.tokens(), Long::sum));
                    currency = Optional.of(known.amount().currency());
                }
                case TokenCost.Unknown unknown -> {
                    if (unknown.tokens() > 0) {
                        String model = Objects.requireNonNullElse(row.model(), "");
                        unpriced.merge(
                                List.of(row.vendor(), model, unknown.reason().name()),
                                new Unpriced(row.vendor(), model, unknown.tokens(), unknown.reason()),
                                (a, b) -> new Unpriced(a.vendor, a.model, a.tokens + b.tokens, a.reason));
                    }
                }
            }
            if (row.day() == null) {
                return;
            }
            Month month = month(row);
            if (row.cost() == null && !billedMonths.contains(month)) {
                // Nothing says what it cost: it must not make up for what others cost.
                withoutCost += cost.tokens();
                return;
            }
            usedDays.computeIfAbsent(month, m -> new TreeSet<>()).add(row.day());
            sum(month, currency.orElseGet(() -> currency(month)), name(row)).use(cost, TokenCost.of(row, paid));
        }

        /** The currency in which a month is billed, for usage that has no price to tell one. */
        private Currency currency(Month month) {
            return rows.stream()
                    .filter(r -> r.day() != null && month(r).equals(month))
                    .flatMap(r -> Optional.ofNullable(r.cost()).stream())
                    .findFirst()
                    .orElseThrow()
                    .currency();
        }

        private String name(DailyUsage row) {
            return models.sale(row.vendor(), row.model())
                    .map(s -> s.ref().toString())
                    .orElse(Objects.requireNonNullElse(row.model(), ""));
        }

        private Sum sum(Month month, Currency currency, String model) {
            return sums.computeIfAbsent(new Key(month, currency, model), k -> new Sum());
        }

        private List<Line> lines(Map<Key, Sum> of) {
            return of.entrySet().stream()
                    .map(e -> line(e.getKey(), e.getValue()))
                    .toList();
        }

        private List<Line> months() {
            Map<Key, Sum> months = new TreeMap<>(ORDER);
            sums.forEach((key, sum) -> months.computeIfAbsent(new Key(key.month, key.currency, ""), k -> new Sum())
                    .add(sum));
            return lines(months);
        }

        private Line line(Key key, Sum sum) {
            return new Line(
                    key.month.month,
                    key.month.vendor,
                    key.model,
                    key.currency,
                    sum.tokens,
                    sum.computed,
                    Objects.equals(sum.computed, sum.expected) ? null : sum.expected,
                    sum.billed,
                    verdict(key, sum));
        }

        private Verdict verdict(Key key, Sum sum) {
            if (sum.unpriced) {
                return Verdict.UNPRICED;
            }
            ExactMoney expected = sum.expected;
            if (expected == null || sum.billed == null) {
                boolean other = sums.entrySet().stream()
                        .anyMatch(e -> e.getKey().month.equals(key.month)
                                && !e.getKey().currency.equals(key.currency)
                                && (sum.billed == null ? e.getValue().billed : e.getValue().expected) != null);
                return other ? Verdict.OTHER_CURRENCY : sum.billed == null ? Verdict.NO_BILL : Verdict.NO_USAGE;
            }
            BigDecimal allowed = sum.billed.value().abs().multiply(BigDecimal.valueOf(tolerance));
            return expected.minus(sum.billed).value().abs().compareTo(allowed) <= 0 ? Verdict.WITHIN : Verdict.OUTSIDE;
        }

        private void find(List<Line> months) {
            if (months.stream().noneMatch(m -> m.billed() != null)) {
                findings.add(UsageFinding.info(TEXTS.get("reconcile.noBill")));
            } else if (withoutCost > 0) {
                findings.add(UsageFinding.warning(TEXTS.get("reconcile.withoutCost", withoutCost)));
            }
            for (Verdict verdict : List.of(Verdict.OTHER_CURRENCY, Verdict.NO_USAGE)) {
                if (months.stream().anyMatch(m -> m.verdict() == verdict)) {
                    findings.add(UsageFinding.warning(TEXTS.get("reconcile." + verdict)));
                }
            }
            for (Month month : billedMonths) {
                Set<LocalDate> billed = billedDays.getOrDefault(month, Set.of());
                Set<LocalDate> used = usedDays.getOrDefault(month, Set.of());
                // A bill of one row a month says nothing of its days.
                if (billed.size() > 1 && !used.isEmpty() && !billed.equals(used)) {
                    Set<LocalDate> common = new TreeSet<>(billed);
                    common.retainAll(used);
                    findings.add(UsageFinding.warning(TEXTS.get(
                            "reconcile.days",
                            month.vendor,
                            month.month.toString(),
                            billed.size(),
                            used.size(),
                            common.size())));
                }
            }
            if (months.stream().anyMatch(m -> m.agreed() != null)) {
                findings.add(UsageFinding.info(TEXTS.get("reconcile.agreed")));
            }
            findings.addAll(PriceDoubts.told(doubts));
        }
    }
}
