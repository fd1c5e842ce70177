package app.steelyard.plan;

import app.steelyard.plan.bill.Fees;
import app.steelyard.plan.bill.Media;
import app.steelyard.plan.session.Sessions;
import java.math.BigDecimal;
import java.math.MathContext;

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
 * @param activeDaysPerWeek length of the busy part of a week, 1 to 7 days
 * @param activeDaysShare share of the requests that falls into the busy days, 0 to 1; without effect at 7 days
 * @param tenantSkew how unlike the tenants are: the exponent of Zipf's law, by which the tenant of rank r has a share of the
 *     requests that goes with r^−skew; 0 for all alike
 * @param userSkew the same of the users
 * @param media tokens that are not text
 * @param fees what is paid by its use
 */
public record Traffic(
        double requestsPerMonth,
        double outputTokens,
        double growthPerMonth,
        double activeHoursPerDay,
        double activeShare,
        double tenants,
        double users,
        double retryRate,
        double activeDaysPerWeek,
        double activeDaysShare,
        double tenantSkew,
        double userSkew,
        Sessions sessions,
        Media media,
        Fees fees) {

    /** What a product of two typed numbers has beyond these digits is noise. */
    private static final MathContext DIGITS = new MathContext(13);

    /** Where sessions are stated, requests follow from them. */
    public Traffic {
        Double perMonth = sessions.perMonth();
        requestsPerMonth = perMonth == null ? requestsPerMonth : withoutNoise(perMonth * sessions.turns());
    }

    private static double withoutNoise(double product) {
        return Double.isFinite(product) ? new BigDecimal(product).round(DIGITS).doubleValue() : product;
    }

    /** Requests that have nothing to do with each other, on all days alike, of tenants and users alike. */
    public Traffic(
            double requestsPerMonth,
            double outputTokens,
            double growthPerMonth,
            double activeHoursPerDay,
            double activeShare,
            double tenants,
            double users,
            double retryRate) {
        this(
                requestsPerMonth,
                outputTokens,
                growthPerMonth,
                activeHoursPerDay,
                activeShare,
                tenants,
                users,
                retryRate,
                7,
                1,
                0,
                0,
                Sessions.SINGLE,
                Media.NONE,
                Fees.NONE);
    }

    public Traffic withMedia(Media value) {
        return RecordPath.with(this, "media", value);
    }

    public Traffic withSessions(Sessions value) {
        return RecordPath.with(this, "sessions", value);
    }
}
