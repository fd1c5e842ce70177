package app.steelyard.usage.figures;

/** Tokens read from the cache and written to it in a stretch of time. */
public record CacheTraffic(long read, long written) {

    CacheTraffic plus(CacheTraffic other) {
        return new CacheTraffic(Math.addExact(read, other.read), Math.addExact(written, other.written));
    }

    /** The part of them that was written; NaN without any. */
    double writtenShare() {
        return read + written == 0 ? Double.NaN : (double) written / (read + written);
    }
}
