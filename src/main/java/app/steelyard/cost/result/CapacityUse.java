package app.steelyard.cost.result;

import app.steelyard.plan.Contract.Capacity;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What capacity is bought in the first month, what of it is used, and from which volume on it costs less than tokens.
 *
 * @param units bought
 * @param needed at the peak minute, before minimum and steps
 * @param peakTokens tokens of the peak minute, all counted as input
 * @param load tokens of the month, all counted as input
 * @param utilisation what the month takes of what its units could take, 0 to 1
 * @param idleHours hours of units that nothing uses
 * @param cost of the month
 * @param tokenCost what the same would cost by the token; NaN where that has no price
 * @param breakEvenTokens tokens a day, counted as input, from which on capacity costs less; NaN where a token has no price, infinite
 *     where it never does
 * @param breakEvenRequests requests a day with as many tokens
 * @param alone units that the adapters would take if each had units of its own
 */
public record CapacityUse(
        Capacity capacity,
        double units,
        double needed,
        double peakTokens,
        double load,
        double utilisation,
        double idleHours,
        double cost,
        double tokenCost,
        double breakEvenTokens,
        double breakEvenRequests,
        double alone) {

    /** By name, for tables that programs read. */
    public Map<String, Double> figures() {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("UNITS", units);
        figures.put("UNITS_NEEDED", needed);
        figures.put("PEAK_FACTOR", capacity.peak());
        figures.put("PEAK_TOKENS_PER_MINUTE", peakTokens);
        figures.put("TOKENS_PER_MONTH", load);
        figures.put("UTILISATION", utilisation);
        figures.put("IDLE_HOURS", idleHours);
        figures.put("COST_PER_MONTH", cost);
        figures.put("TOKEN_COST_PER_MONTH", tokenCost);
        figures.put("BREAK_EVEN_TOKENS_PER_DAY", breakEvenTokens);
        figures.put("BREAK_EVEN_REQUESTS_PER_DAY", breakEvenRequests);
        figures.put("UNITS_WITHOUT_SHARING", alone);
        return figures;
    }

    /** Of the first month. */
    public static CapacityUse of(
            Capacity capacity, double needed, double units, double load, double tokenCost, double requests) {
        double hourly = capacity.hourly(Hours.PER_MONTH);
        double room = units * capacity.throughput() * 60 * Hours.PER_MONTH;
        double used = room == 0 ? 0 : load / room;
        double token = tokenCost / load;
        // With twice the volume, twice the units: what a unit costs, and what it takes at this traffic's peaks, stay in
        // proportion.
        double perUnit = load / needed;
        boolean ever = token * perUnit >= hourly * Hours.PER_MONTH;
        double monthly = !ever ? Double.POSITIVE_INFINITY : capacity.minimum() * hourly * Hours.PER_MONTH / token;
        double tokens = Double.isNaN(token) ? Double.NaN : monthly / Hours.DAYS_PER_MONTH;
        return new CapacityUse(
                capacity,
                units,
                needed,
                needed * capacity.throughput(),
                load,
                used,
                units * Hours.PER_MONTH * (1 - used),
                units * Hours.PER_MONTH * hourly,
                tokenCost,
                tokens,
                tokens * requests / load,
                capacity.shared() * alone(capacity, needed));
    }

    /** Units of one adapter of many, without what sharing costs. */
    private static double alone(Capacity capacity, double needed) {
        double own = needed * capacity.throughput() / capacity.tokensPerMinute() / capacity.shared();
        double beyond = Math.max(0, own - capacity.minimum());
        return capacity.minimum() + Math.ceil(beyond / capacity.stepUnits() - 1e-9) * capacity.stepUnits();
    }
}
