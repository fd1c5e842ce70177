package app.steelyard.usage.input;

import app.steelyard.text.Texts;
import com.github.luben.zstd.ZstdInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * What a packed stream holds. Where that breaks off or is damaged this one just ends, and remembers why, so that all
 * before is read.
 */
final class Unpacked extends InputStream {
    private static final int BUFFER = 1 << 16;
    private static final Texts TEXTS = Texts.of(Unpacked.class);

    private final Document.Opener opener;
    private final Gauge gauge;
    private @Nullable InputStream in;
    private @Nullable String broken;

    private Unpacked(Document.Opener opener, Gauge gauge) {
        this.opener = opener;
        this.gauge = gauge;
    }

    /** Unpacks {@code packed}, which is packed with gzip or zstd. */
    static Unpacked of(Packing packing, InputStream packed, Gauge gauge) {
        InputStream counted = gauge.packed(packed);
        return new Unpacked(
                () -> packing == Packing.ZSTD ? new ZstdInputStream(counted) : new GZIPInputStream(counted, BUFFER),
                gauge);
    }

    /** What {@code in} unpacks already. */
    static Unpacked by(InputStream in, Gauge gauge) {
        return new Unpacked(() -> in, gauge);
    }

    /** Why it ended before its end, as a sentence without a name. */
    Optional<String> broken() {
        return Optional.ofNullable(broken);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (broken != null) {
            return -1;
        }
        int got;
        try {
            if (in == null) {
                in = opener.open();
            }
            got = in.read(target, offset, length);
        } catch (Refused e) {
            throw e;
        } catch (IOException e) {
            // Decompressors tell a broken stream so; zstd-jni has no exception of its own for one that is cut off.
            boolean cut =
                    e instanceof EOFException || String.valueOf(e.getMessage()).contains("Truncated");
            broken = TEXTS.get(cut ? "packed.cut" : "packed.damaged");
            return -1;
        }
        gauge.unpacked(Math.max(0, got));
        return got;
    }

    @Override
    public void close() throws IOException {
        if (in != null) {
            in.close();
        }
    }
}
