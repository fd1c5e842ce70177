package app.steelyard.usage.input;

import app.steelyard.text.Texts;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Holds what a packed file unpacks to against its size, so that no small file keeps the program busy for hours. */
final class Gauge {
    private static final Texts TEXTS = Texts.of(Gauge.class);

    private final Limits limits;
    private long packed;
    private long unpacked;

    Gauge(Limits limits) {
        this.limits = limits;
    }

    /**
     * Where a bomb begins.
     *
     * @param bytes unpacked, at most
     * @param ratio of unpacked to packed bytes, at most
     * @param freely unpacked bytes of which no ratio is asked
     * @param members of an archive, at most
     */
    record Limits(long bytes, long ratio, long freely, int members) {
        /** Logs that repeat a long prompt in every line shrink to a hundredth and less; zeros to a thousandth. */
        static final Limits USUAL = new Limits(1L << 37, 500, 100_000_000, 50_000);
    }

    Limits limits() {
        return limits;
    }

    /** The packed bytes, counted. */
    InputStream packed(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int one = super.read();
                packed += one < 0 ? 0 : 1;
                return one;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int got = super.read(target, offset, length);
                packed += Math.max(0, got);
                return got;
            }
        };
    }

    /** @throws Refused if it has become too much */
    void unpacked(int bytes) throws Refused {
        unpacked += bytes;
        if (unpacked > limits.bytes) {
            throw new Refused(TEXTS.get("packed.large", limits.bytes >> 30));
        }
        if (unpacked > limits.freely && unpacked / Math.max(1, packed) > limits.ratio) {
            throw new Refused(TEXTS.get("packed.bomb", limits.ratio));
        }
    }
}
