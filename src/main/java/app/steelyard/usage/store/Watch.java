package app.steelyard.usage.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read, and tells it to the one who waits, some times a second. */
public final class Watch {
    private static final long EACH_NANOS = 100_000_000;

    private final Progress progress;
    private final long all;
    private String file = "";
    private long bytes;
    private long rows;
    private long told = System.nanoTime();

    public Watch(Progress progress, long all) {
        this.progress = progress;
        this.all = all;
    }

    public void file(String name) {
        file = name;
        tell();
    }

    /** Looks on while the database reads a file of that many bytes by itself. */
    public Watched.Look reading(long size) {
        long before = bytes;
        return share -> progress.at(file, before + (long) (share * size), all, rows);
    }

    /** What the database has read. */
    public void read(long size, long newRows) {
        bytes += size;
        rows += newRows;
        tell();
    }

    /** One row more. */
    public void row() {
        rows++;
        if ((rows & 1023) == 0) {
            tellInTime();
        }
    }

    /** Counts the bytes that pass through. */
    public InputStream count(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int one = super.read();
                passed(one < 0 ? 0 : 1);
                return one;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int got = super.read(target, offset, length);
                passed(Math.max(0, got));
                return got;
            }
        };
    }

    private void passed(long count) {
        bytes += count;
        tellInTime();
    }

    private void tellInTime() {
        if (System.nanoTime() - told > EACH_NANOS) {
            tell();
        }
    }

    private void tell() {
        told = System.nanoTime();
        if (!progress.at(file, bytes, all, rows)) {
            throw new Stopped();
        }
    }
}
