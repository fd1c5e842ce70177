package app.steelyard.usage.figures;

/**
 * Requests looked at one by one: which of them read anything from the cache. Rows that add several requests up tell it
 * only where nothing was read.
 *
 * @param judged requests of which it is known
 * @param hits those of them that read from the cache
 * @param shares the shares of their input that they read, added up; a request that read nothing adds 0
 */
public record Hits(long judged, long hits, double shares) {
    public static final Hits NONE = new Hits(0, 0, 0);

    public Hits plus(Hits other) {
        return new Hits(Math.addExact(judged, other.judged), Math.addExact(hits, other.hits), shares + other.shares);
    }
}
