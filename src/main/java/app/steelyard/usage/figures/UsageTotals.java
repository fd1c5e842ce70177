package app.steelyard.usage.figures;

import app.steelyard.pricing.kind.Extras;
import app.steelyard.pricing.kind.TokenKind.Flow;

/**
 * Requests and their tokens. The kinds of input are disjoint: each token is in one of them only.
 *
 * @param uncachedInput input neither read from the cache nor known to be written to it
 * @param cacheRead input read from the cache
 * @param cacheWrite5m input written to the cache for five minutes
 * @param cacheWrite1h input written to the cache for an hour
 * @param cacheWriteOther input written to the cache for a time that is not stated
 * @param output output, reasoning included
 * @param requestsStated whether it is known how many requests there were; else {@code requests} is too low
 * @param readsStated whether it is known how much was read from the cache; else {@code cacheRead} is too low
 * @param writesStated whether it is known how much was written; else that is counted in {@code uncachedInput}
 */
public record UsageTotals(
        long requests,
        long uncachedInput,
        long cacheRead,
        long cacheWrite5m,
        long cacheWrite1h,
        long cacheWriteOther,
        long output,
        boolean requestsStated,
        boolean readsStated,
        boolean writesStated) {

    public static final UsageTotals NONE = new UsageTotals(0, 0, 0, 0, 0, 0, 0, true, true, true);

    /** All input written to the cache, for whatever time. */
    public long cacheWrite() {
        return cacheWrite5m + cacheWrite1h + cacheWriteOther;
    }

    /** All input, each token once. */
    public long input() {
        return uncachedInput + cacheRead + cacheWrite();
    }

    /** Input and output. */
    public long tokens() {
        return input() + output;
    }

    public boolean isEmpty() {
        return requests == 0 && tokens() == 0;
    }

    /** Share of all input that was read from the cache; NaN without input. */
    public double cacheShare() {
        return ratio(cacheRead, input());
    }

    /** NaN without requests. */
    public double inputPerRequest() {
        return ratio(input(), requests);
    }

    /** NaN without requests. */
    public double outputPerRequest() {
        return ratio(output, requests);
    }

    /**
     * Both together; what one of them leaves unstated is unstated of the sum.
     *
     * @throws ArithmeticException if the sum is too large for a {@code long}
     */
    public UsageTotals plus(UsageTotals other) {
        UsageTotals sum = new UsageTotals(
                Math.addExact(requests, other.requests),
                Math.addExact(uncachedInput, other.uncachedInput),
                Math.addExact(cacheRead, other.cacheRead),
                Math.addExact(cacheWrite5m, other.cacheWrite5m),
                Math.addExact(cacheWrite1h, other.cacheWrite1h),
                Math.addExact(cacheWriteOther, other.cacheWriteOther),
                Math.addExact(output, other.output),
                requestsStated && other.requestsStated,
                readsStated && other.readsStated,
                writesStated && other.writesStated);
        Math.addExact(
                Math.addExact(sum.uncachedInput, sum.cacheRead),
                Math.addExact(
                        Math.addExact(sum.cacheWrite5m, sum.cacheWrite1h),
                        Math.addExact(sum.cacheWriteOther, sum.output)));
        return sum;
    }

    /**
     * The same without tokens that are no text. What of them was not read from the cache is first taken for not written to
     * it either.
     */
    public UsageTotals textBeside(Extras extras) {
        long other = extras.of(Flow.INPUT);
        long uncached = Math.min(other, uncachedInput);
        long unknown = Math.min(other - uncached, cacheWriteOther);
        long short5m = Math.min(other - uncached - unknown, cacheWrite5m);
        return new UsageTotals(
                requests,
                uncachedInput - uncached,
                cacheRead - extras.of(Flow.CACHED_INPUT),
                cacheWrite5m - short5m,
                cacheWrite1h - (other - uncached - unknown - short5m),
                cacheWriteOther - unknown,
                output - extras.of(Flow.OUTPUT),
                requestsStated,
                readsStated,
                writesStated);
    }

    private static double ratio(long part, long whole) {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }
}
