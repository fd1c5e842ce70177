package app.steelyard.pricing.contract;

import app.steelyard.plan.Contract.Capacity;
import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.Source;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Capacity that is sold in place of tokens, as it was read: what a unit costs for which term, and what it takes of which
 * model. Prices are in US dollars.
 *
 * @param minimum units
 * @param reached the share of the throughput below that is reached at worst, 1 where the seller promises it
 */
public record CapacityOffer(
        String id,
        String seller,
        String name,
        String unit,
        long minimum,
        long step,
        List<Term> terms,
        List<Throughput> models,
        BigDecimal reached,
        Source source,
        String note) {

    /** Who made the model and from where it is served, then what tells its snapshot. */
    private static final Pattern BEFORE = Pattern.compile("^(?:.*/)?(?:[a-z-]+\\.)*(?=[a-z])");

    private static final Pattern BEHIND =
            Pattern.compile("(?:[-@](?:\\d{8}|\\d{4}-\\d{2}-\\d{2}|default|latest))?(?:-v\\d+)?(?::.*)?$");

    /**
     * For how long a unit is bought, and at which price; either by the hour or by the month.
     *
     * @param months a whole term; 0 where units are bought by the hour
     */
    public record Term(
            String id,
            @Nullable BigDecimal perHour,
            @Nullable BigDecimal perMonth,
            int months) {}

    /**
     * What a unit takes of some models.
     *
     * @param ids without vendor and date
     * @param minimum units, where these models need more than the offer says
     */
    public record Throughput(
            List<String> ids,
            long tokensPerMinute,
            BigDecimal outputWeight,
            @Nullable BigDecimal cachedWeight,
            @Nullable BigDecimal writeWeight,
            @Nullable Long minimum,
            @Nullable Long step) {
        public Throughput {
            ids = List.copyOf(ids);
        }
    }

    public CapacityOffer {
        terms = List.copyOf(terms);
        models = List.copyOf(models);
    }

    /** Whether what it takes is a range. */
    public boolean isRange() {
        return reached.compareTo(BigDecimal.ONE) < 0;
    }

    /** What a unit takes of that model, whoever sells it by the token; empty where it is not offered. */
    public Optional<Throughput> of(PriceRef model) {
        String id = BEHIND.matcher(
                        BEFORE.matcher(model.id().toLowerCase(Locale.ROOT)).replaceFirst(""))
                .replaceFirst("");
        return models.stream().filter(t -> t.ids.contains(id)).findFirst();
    }

    /**
     * As a plan states it.
     *
     * @param share of the throughput that is reached
     * @param perDollar what a dollar costs in the plan's currency
     */
    public Capacity capacity(PriceRef model, Throughput takes, Term term, double share, double perDollar, String from) {
        return new Capacity(
                model,
                unit,
                times(term.perHour, perDollar),
                times(term.perMonth, perDollar),
                takes.tokensPerMinute * share,
                takes.outputWeight.doubleValue(),
                times(takes.cachedWeight, 1),
                times(takes.writeWeight, 1),
                (double) (takes.minimum == null ? minimum : takes.minimum),
                (double) (takes.step == null ? step : takes.step),
                term.months > 0 ? Double.valueOf(term.months) : null,
                null,
                null,
                null,
                null,
                from);
    }

    private static @Nullable Double times(@Nullable BigDecimal exact, double factor) {
        return exact == null ? null : Double.valueOf(exact.doubleValue() * factor);
    }
}
