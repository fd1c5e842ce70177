package app.steelyard.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is agreed with vendors. A bill stacks up as list price, region, service tier, discount, credit and commitment, tax.
 *
 * @param tax share that is added to what vendors bill; null for none
 */
public record Contract(
        List<Discount> discounts,
        List<Commitment> commitments,
        List<Credit> credits,
        @Nullable Double tax) {
    /** List prices, and nothing else. */
    public static final Contract NONE = new Contract(List.of(), List.of(), List.of(), null);

    public Contract {
        discounts = List.copyOf(discounts);
        commitments = List.copyOf(commitments);
        credits = List.copyOf(credits);
    }

    /** With {@code discount} in the place of one about the same prices, or behind all. */
    public Contract with(Discount discount) {
        List<Discount> changed = new ArrayList<>(discounts);
        changed.removeIf(discount::sameAs);
        changed.add(discount);
        return withDiscounts(changed);
    }

    /** With {@code commitment} in the place of what its vendor got before. */
    public Contract with(Commitment commitment) {
        List<Commitment> changed = new ArrayList<>(commitments);
        changed.removeIf(c -> c.vendor().equals(commitment.vendor()));
        changed.add(commitment);
        return new Contract(discounts, changed, credits, tax);
    }

    /** With {@code credit} in the place of what its vendor gave before. */
    public Contract with(Credit credit) {
        List<Credit> changed = new ArrayList<>(credits);
        changed.removeIf(c -> c.vendor().equals(credit.vendor()));
        changed.add(credit);
        return new Contract(discounts, commitments, changed, tax);
    }

    public Contract withTax(@Nullable Double value) {
        return new Contract(discounts, commitments, credits, value);
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
                tax);
    }

    public Contract withDiscounts(List<Discount> value) {
        return new Contract(value, commitments, credits, tax);
    }

    /** With what {@code house} says of vendors of which this says nothing. */
    public Contract over(Contract house) {
        Set<String> said = vendors();
        return said.isEmpty() && tax == null
                ? house
                : new Contract(
                        joined(
                                discounts,
                                house.discounts.stream()
                                        .filter(d -> !said.contains(d.vendor()))
                                        .toList()),
                        joined(
                                commitments,
                                house.commitments.stream()
                                        .filter(c -> !said.contains(c.vendor()))
                                        .toList()),
                        joined(
                                credits,
                                house.credits.stream()
                                        .filter(c -> !said.contains(c.vendor()))
                                        .toList()),
                        tax == null ? house.tax : tax);
    }

    private static <T> List<T> joined(List<T> first, List<T> then) {
        List<T> all = new ArrayList<>(first);
        all.addAll(then);
        return all;
    }

    /** Whose prices it is about. */
    public Set<String> vendors() {
        Set<String> vendors = new HashSet<>();
        discounts.forEach(d -> vendors.add(d.vendor()));
        commitments.forEach(c -> vendors.add(c.vendor()));
        credits.forEach(c -> vendors.add(c.vendor()));
        return vendors;
    }

    /** Whether only a month's whole bill tells what something in it comes to. */
    public boolean monthly() {
        return !commitments.isEmpty()
                || !credits.isEmpty()
                || tax != null && tax != 0
                || discounts.stream().anyMatch(Discount::tiered);
    }

    /** What of it holds on a day. */
    public Contract on(LocalDate day) {
        return equals(NONE)
                ? this
                : new Contract(
                        discounts.stream().filter(d -> d.holds(day)).toList(),
                        commitments.stream()
                                .filter(c -> holds(c.from(), c.until(), day))
                                .toList(),
                        credits.stream()
                                .filter(c -> holds(c.from(), c.until(), day))
                                .toList(),
                        tax);
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
        /** Embedding, reranking, a store. */
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

        /** Ends a model that stands for all that begin like it. */
        public static final String FAMILY = "*";

        /** Of two that are about one price, the one that says more closely what it is about, comes last. */
        public static final Comparator<Discount> CLOSENESS = Comparator.comparingInt(Discount::ofModel)
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
            return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
        }

        /** Whether it is about this price. */
        public boolean about(PriceRef ref, ServiceTier of, PriceKind kind) {
            return ref.vendor().equals(vendor)
                    && about(ref)
                    && (kinds == null || kinds.contains(kind))
                    && (tier == null || tier == of);
        }

        /** Whether it is about a model or service of its vendor. */
        public boolean about(PriceRef ref) {
            if (model == null || !ref.vendor().equals(vendor)) {
                return model == null && ref.vendor().equals(vendor);
            }
            return model.endsWith(FAMILY)
                    ? ref.id().startsWith(model.substring(0, model.length() - FAMILY.length()))
                    : ref.id().equals(model);
        }

        /** Whether both are about the same prices, so that one takes the other's place. */
        public boolean sameAs(Discount other) {
            return new Discount(vendor, 0, model, kinds, tier, aboveSpend, aboveTokens, from, until, null)
                    .equals(new Discount(
                            other.vendor,
                            0,
                            other.model,
                            other.kinds,
                            other.tier,
                            other.aboveSpend,
                            other.aboveTokens,
                            other.from,
                            other.until,
                            null));
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
}
