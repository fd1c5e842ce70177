package app.steelyard.plan;

/**
 * How much is asked, when, and by how many.
 *
 * @param requestsPerMonth in the first month
 * @param outputTokens output tokens per request, reasoning included
 * @param growthPerMonth as a fraction: 0.05 is 5 % more requests each month
 * @param activeHoursPerDay length of the busy part of a day, above 0 to 24 hours
 * @param activeShare share of the requests that falls into the busy part, 0 to 1
 * @param tenants number of distinct tenants, 1 or more
 * @param users number of distinct users over all tenants, 1 or more
 * @param retryRate requests sent again as a fraction of requests: 0.02 is 2 %
 */
public record Traffic(
        double requestsPerMonth,
        double outputTokens,
        double growthPerMonth,
        double activeHoursPerDay,
        double activeShare,
        double tenants,
        double users,
        double retryRate) {}
