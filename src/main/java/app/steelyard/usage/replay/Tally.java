package app.steelyard.usage.replay;

/** What requests came to with a cache of one lifetime: each token of their input is read, written or neither. */
public final class Tally {
    private long requests;
    private long hits;
    private long input;
    private long read;
    private long written;
    private long output;
    private long blocks;
    private long blocksRead;
    private double shares;

    void add(long inputTokens, long readTokens, long writtenTokens, long outputTokens) {
        requests++;
        input += inputTokens;
        read += readTokens;
        written += writtenTokens;
        output += outputTokens;
        if (readTokens > 0) {
            hits++;
            shares += (double) readTokens / inputTokens;
        }
    }

    void addBlocks(long all, long readBlocks) {
        blocks += all;
        blocksRead += readBlocks;
    }

    void add(Tally other) {
        requests += other.requests;
        hits += other.hits;
        input += other.input;
        read += other.read;
        written += other.written;
        output += other.output;
        blocks += other.blocks;
        blocksRead += other.blocksRead;
        shares += other.shares;
    }

    public long requests() {
        return requests;
    }

    /** All tokens of the input. */
    public long input() {
        return input;
    }

    public long read() {
        return read;
    }

    public long written() {
        return written;
    }

    /** Input that was neither read nor written. */
    public long plain() {
        return input - read - written;
    }

    public long output() {
        return output;
    }

    public HitCounts counts() {
        return new HitCounts(read, input, blocksRead, blocks, hits, requests, shares);
    }
}
