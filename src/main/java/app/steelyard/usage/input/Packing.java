package app.steelyard.usage.input;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.HexFormat;

/** What the first bytes of a file say of how it is packed; its name says nothing. */
enum Packing {
    GZIP("1f8b"),
    ZSTD("28b52ffd"),
    ZIP("504b0304"),
    /** A zip without members. */
    EMPTY_ZIP("504b0506"),
    PARQUET("50415231"),
    SQLITE("53514c697465"),
    BZIP2("425a68"),
    XZ("fd377a585a"),
    SEVEN_ZIP("377abcaf271c"),
    RAR("526172211a07"),
    NONE("");

    private static final int LONGEST = 8;

    private final String magic;

    Packing(String magic) {
        this.magic = magic;
    }

    /** How {@code content} is packed, which stays to be read. */
    static Packing of(BufferedInputStream content) throws IOException {
        content.mark(LONGEST);
        String start = HexFormat.of().formatHex(content.readNBytes(LONGEST));
        content.reset();
        for (Packing packing : values()) {
            if (start.startsWith(packing.magic)) {
                return packing;
            }
        }
        return NONE;
    }
}
