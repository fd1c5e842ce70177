package app.steelyard.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is agreed with vendors. A bill stacks up as list price, region, service tier, discount, credit and commitment, tax.
 *
 * @param tax share that is added to what vendors bill; null for none
 * @param capacity models that are paid by the hour in place of by the token, each named once
 */
public record Contract(
        List<Discount> discounts,
        List<Commitment> commitments,
        List<Credit> credits,
        @Nullable Double tax,
        List<Capacity> capacity) {
    /** List prices, and nothing else. */
    public static final Contract NONE = new Contract(List.of(), List.of(), List.of(), null, List.of());

    public Contract {
        discounts = List.copyOf(discounts);
        commitments = List.copyOf(commitments);
        credits = List.copyOf(credits);
        capacity = List.copyOf(capacity);
    }

    /** Without capacity. */
    public Contract(
            List<Discount> discounts, List<Commitment> commitments, List<Credit> credits, @Nullable Double tax) {
        this(discounts, commitments, credits, tax, List.of());
    }

    /** With {@code discount} in the place of one about the same prices, or behind all. */
    public Contract with(Discount discount) {
        return withDiscounts(replaced(discounts, discount::sameAs, discount));
    }

    /** With {@code commitment} in the place of what its vendor got before. */
    public Contract with(Commitment commitment) {
        return withCommitments(replaced(commitments, c -> c.vendor().equals(commitment.vendor()), commitment));
    }

    /** With {@code credit} in the place of what its vendor gave before. */
    public Contract with(Credit credit) {
        return withCredits(replaced(credits, c -> c.vendor().equals(credit.vendor()), credit));
    }

    private static <T> List<T> replaced(List<T> all, Predicate<T> gone, T by) {
        List<T> changed = new ArrayList<>(all);
        changed.removeIf(gone);
        changed.add(by);
        return changed;
    }

    public Contract withTax(@Nullable Double value) {
        return new Contract(discounts, commitments, credits, value, capacity);
    }

    /**
     * Without what is about that.
     *
     * @param about a vendor, or its model or family as {@code VENDOR/MODEL}
     */
    public Contract without(String about) {
        return new Contract(
                discounts.stream()
                        .filter(d -> !about.equals(d.vendor()) && !about.equals(d.vendor() + "/" + d.model()))
                        .toList(),
                commitments.stream().filter(c -> !about.equals(c.vendor())).toList(),
                credits.stream().filter(c -> !about.equals(c.vendor())).toList(),
                tax,
                capacity);
    }

    public Contract withDiscounts(List<Discount> value) {
        return new Contract(value, commitments, credits, tax, capacity);
    }

    public Contract withCommitments(List<Commitment> value) {
        return new Contract(discounts, value, credits, tax, capacity);
    }

    public Contract withCredits(List<Credit> value) {
        return new Contract(discounts, commitments, value, tax, capacity);
    }

    /** With what {@code house} says of vendors of which this says nothing. */
    public Contract over(Contract house) {
        Set<String> said = vendors();
        return said.isEmpty() && tax == null && capacity.isEmpty()
                ? house
                : new Contract(
                        joined(discounts, house.discounts, d -> !said.contains(d.vendor())),
                        joined(commitments, house.commitments, c -> !said.contains(c.vendor())),
                        joined(credits, house.credits, c -> !said.contains(c.vendor())),
                        tax == null ? house.tax : tax,
                        capacity);
    }

    private static <T> List<T> joined(List<T> first, List<T> then, Predicate<T> which) {
        return Stream.concat(first.stream(), then.stream().filter(which)).toList();
    }

    /** Whose prices it is about. */
    public Set<String> vendors() {
        return Stream.of(
                        discounts.stream().map(Discount::vendor),
                        commitments.stream().map(Commitment::vendor),
                        credits.stream().map(Credit::vendor))
                .flatMap(v -> v)
                .collect(Collectors.toSet());
    }

    /** Whether only a month's whole bill tells what something in it comes to. */
    public boolean monthly() {
        return !commitments.isEmpty()
                || !credits.isEmpty()
                || tax != null && tax != 0
                || discounts.stream().anyMatch(Discount::tiered);
    }

    public Contract withCapacity(List<Capacity> value) {
        return new Contract(discounts, commitments, credits, tax, value);
    }

    /** The capacity that is paid for in place of a model's tokens; empty where these are paid. */
    public Optional<Capacity> capacity(@Nullable PriceRef of) {
        return capacity.stream().filter(c -> c.model().equals(of)).findFirst();
    }

    /** What of it holds on a day. */
    public Contract on(LocalDate day) {
        return equals(NONE)
                ? this
                : new Contract(
                        joined(List.of(), discounts, d -> d.holds(day)),
                        joined(List.of(), commitments, c -> holds(c.from(), c.until(), day)),
                        joined(List.of(), credits, c -> holds(c.from(), c.until(), day)),
                        tax,
                        capacity);
    }

    private static boolean holds(@Nullable LocalDate from, @Nullable LocalDate until, LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
    }

    /** What a price is for, as far as discounts tell prices apart. */
    public enum PriceKind {
        /** Input that is not read from a cache, retrieved tokens and cache misses counted. */
        INPUT,
        CACHED,
        WRITE,
        OUTPUT,
        /** What is kept in a cache or as a tuned model. */
        STORAGE,
        /** Training a model. */
        TUNING,
        /** A tuned model's hours. */
        HOSTING,
        /** Embedding, reranking, a store; searches, and code that the vendor runs. */
        SERVICE
    }

    /**
     * A share off one vendor's list prices. Where several are about the same price, the closest holds and not their sum.
     *
     * @param vendor id, as in price references
     * @param off share of the list price that is not paid, 0 to 1
     * @param model its id; one that ends in {@code *} means all that begin so, null all of the vendor
     * @param kinds which prices; null for all
     * @param tier null for every service tier
     * @param aboveSpend money a month at list prices, beyond which it holds; what is below is as without it. Null for none
     * @param aboveTokens the same in tokens a month
     * @param from first day; null for always
     * @param until first day on which it no longer holds; null while no end is known
     * @param source where that is agreed; null where nobody said
     */
    public record Discount(
            String vendor,
            double off,
            @Nullable String model,
            @Nullable List<PriceKind> kinds,
            @Nullable ServiceTier tier,
            @Nullable Double aboveSpend,
            @Nullable Double aboveTokens,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String source) {

        /** Stands for every vendor; what is agreed with one goes before it. */
        public static final String EVERY = "all";

        /** Ends a model that stands for all that begin like it. */
        public static final String FAMILY = "*";

        /** Of two that are about one price, the one that says more closely what it is about, comes last. */
        public static final Comparator<Discount> CLOSENESS = Comparator.<Discount, Boolean>comparing(
                        d -> !d.vendor.equals(EVERY))
                .thenComparingInt(Discount::ofModel)
                .thenComparing(d -> d.kinds != null)
                .thenComparing(d -> d.tier != null);

        public Discount {
            kinds = kinds == null ? null : List.copyOf(kinds);
        }

        /** A share off everything of one vendor, from now on. */
        public Discount(String vendor, double off) {
            this(vendor, off, null, null, null, null, null, null, null, null);
        }

        private int ofModel() {
            if (model == null) {
                return -1;
            }
            return model.endsWith(FAMILY) ? model.length() : Integer.MAX_VALUE;
        }

        /** Whether it waits for some spend or volume, so that only a month's bill tells what it comes to. */
        public boolean tiered() {
            return aboveSpend != null || aboveTokens != null;
        }

        /** Whether it holds on that day. */
        public boolean holds(LocalDate day) {
            return Contract.holds(from, until, day);
        }

        /** Whether it is about this price. */
        public boolean about(PriceRef ref, ServiceTier of, PriceKind kind) {
            return about(ref) && (kinds == null || kinds.contains(kind)) && (tier == null || tier == of);
        }

        /** Whether it is about a model or service of its vendor. */
        public boolean about(PriceRef ref) {
            boolean ofVendor = vendor.equals(EVERY) || ref.vendor().equals(vendor);
            if (model == null || !ofVendor) {
                return ofVendor;
            }
            return model.endsWith(FAMILY)
                    ? ref.id().startsWith(model.substring(0, model.length() - FAMILY.length()))
                    : ref.id().equals(model);
        }

        /** Whether both are tiers of one scale. */
        public boolean sameButThreshold(Discount other) {
            return (aboveSpend == null) == (other.aboveSpend == null)
                    && vendor.equals(other.vendor)
                    && Objects.equals(model, other.model)
                    && Objects.equals(kinds, other.kinds)
                    && tier == other.tier;
        }

        /** Whether both are about the same prices, so that one takes the other's place. */
        public boolean sameAs(Discount other) {
            return subject().equals(other.subject());
        }

        private Discount subject() {
            return new Discount(vendor, 0, model, kinds, tier, aboveSpend, aboveTokens, from, until, null);
        }
    }

    /**
     * Money that one vendor gets in any case: what is not used of it is lost.
     *
     * @param vendor id, as in price references
     * @param perMonth the least of each month, after discounts, in the plan's currency
     * @param otherSpend what others use of it each month
     * @param from first day; null for always
     * @param until first day on which it no longer holds; null while no end is known
     * @param source where that is agreed; null where nobody said
     */
    public record Commitment(
            String vendor,
            double perMonth,
            @Nullable Double otherSpend,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String source) {

        public double others() {
            return otherSpend == null ? 0 : otherSpend;
        }
    }

    /**
     * Money that one vendor gives; what is not used by its end is gone.
     *
     * @param vendor id, as in price references
     * @param amount in the plan's currency
     * @param from first day; null for always
     * @param until first day on which it no longer counts; null while no end is known
     * @param source where that is agreed; null where nobody said
     */
    public record Credit(
            String vendor,
            double amount,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String source) {}

    /**
     * A model that is paid by the hours of units that are kept for it, not by its tokens: provisioned throughput, or servers of
     * one's own. Numbers that are left out are as their accessors say.
     *
     * @param model whose tokens, as base and tuned
     * @param unit what one unit is called, such as PTU
     * @param perHour money an hour a unit, in the plan's currency; null where {@code perMonth} is stated
     * @param perMonth the same a month; null where {@code perHour} is stated
     * @param tokensPerMinute tokens a minute that one unit takes in, all counted as input
     * @param outputWeight how many tokens of input one of output counts as
     * @param cachedWeight the same of one read from the cache
     * @param writeWeight the same of one written to it
     * @param minimumUnits the fewest
     * @param step units beyond these are bought in whole steps
     * @param termMonths for which units are bought at once
     * @param peakFactor requests of the peak minute by those of a mean minute of the busiest hours
     * @param adapters tuned models that share the units, all traffic of the plan together; null for none
     * @param adapterOverhead share of the throughput that is lost where adapters share it
     * @param cacheMinutes how long a prefix stays in the cache of one's own servers; null for the vendor's rules
     * @param source where that is from; null where nobody said
     */
    public record Capacity(
            PriceRef model,
            @Nullable String unit,
            @Nullable Double perHour,
            @Nullable Double perMonth,
            double tokensPerMinute,
            double outputWeight,
            @Nullable Double cachedWeight,
            @Nullable Double writeWeight,
            @Nullable Double minimumUnits,
            @Nullable Double step,
            @Nullable Double termMonths,
            @Nullable Double peakFactor,
            @Nullable Double adapters,
            @Nullable Double adapterOverhead,
            @Nullable Double cacheMinutes,
            @Nullable String source) {
        /** Taken where nobody says by how much the peak minute stands above its hour. */
        public static final double PEAK = 2;

        /** Taken where nobody says what adapters cost: 5 to 20 % were seen. */
        public static final double OVERHEAD = 0.1;

        private static double or(@Nullable Double stated, double usual) {
            return stated == null ? usual : stated;
        }

        public double cached() {
            return or(cachedWeight, 1);
        }

        public double written() {
            return or(writeWeight, 1);
        }

        public double minimum() {
            return or(minimumUnits, 1);
        }

        public double stepUnits() {
            return or(step, 1);
        }

        public int term() {
            return (int) Math.round(or(termMonths, 1));
        }

        public double peak() {
            return or(peakFactor, PEAK);
        }

        public double shared() {
            return or(adapters, 1);
        }

        /** What a unit takes in a minute, all adapters loaded. */
        public double throughput() {
            return shared() > 1 ? tokensPerMinute * (1 - or(adapterOverhead, OVERHEAD)) : tokensPerMinute;
        }

        /** Money an hour a unit. */
        public double hourly(double hoursPerMonth) {
            return perHour == null ? or(perMonth, 0) / hoursPerMonth : perHour;
        }
    }
}
