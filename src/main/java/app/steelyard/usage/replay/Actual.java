package app.steelyard.usage.replay;

import app.steelyard.usage.figures.UsageTotals;
import app.steelyard.usage.row.Tokens;
import org.jspecify.annotations.Nullable;

/** What the same requests really read and wrote, as far as the log tells it. */
public final class Actual {
    private long requests;
    private long uncached;
    private long read;
    private long write5m;
    private long write1h;
    private long write;
    private long output;
    private long hits;
    private long readFirst;
    private double shares;
    private boolean readsStated;
    private boolean writesStated;

    Actual() {
        readsStated = true;
        writesStated = true;
    }

    /** @param first whether it is the first turn of its chain */
    void add(Tokens tokens, boolean first) {
        requests++;
        readFirst += first ? number(tokens.read()) : 0;
        uncached += number(tokens.uncached());
        read += number(tokens.read());
        write5m += number(tokens.write5m());
        write1h += number(tokens.write1h());
        write += number(tokens.write());
        output += number(tokens.output());
        readsStated &= tokens.read() != null;
        writesStated &= tokens.write() != null || tokens.write5m() != null;
        if (number(tokens.read()) > 0) {
            hits++;
            shares += (double) number(tokens.read()) / tokens.input();
        }
    }

    void add(Actual other) {
        requests += other.requests;
        uncached += other.uncached;
        read += other.read;
        write5m += other.write5m;
        write1h += other.write1h;
        write += other.write;
        output += other.output;
        hits += other.hits;
        readFirst += other.readFirst;
        shares += other.shares;
        readsStated &= other.readsStated;
        writesStated &= other.writesStated;
    }

    private static long number(@Nullable Long stated) {
        return stated == null ? 0 : stated;
    }

    /** Whether every request tells what it read. */
    public boolean readsStated() {
        return readsStated;
    }

    public UsageTotals totals() {
        return new UsageTotals(
                requests, uncached, read, write5m, write1h, write, output, true, readsStated, writesStated);
    }

    /** What first turns of chains read: others than the turns before had written it. */
    public long readFirst() {
        return readFirst;
    }

    public HitCounts counts() {
        UsageTotals all = totals();
        return new HitCounts(read, all.input(), 0, 0, hits, requests, shares);
    }
}
