package app.steelyard.usage.replay;

import java.util.ArrayList;
import java.util.List;

/** Ids one after the other, each as its distance from the one before: blocks are mostly numbered on, and then take a byte. */
final class PackedIds {
    private static final int PART = 1 << 20;
    private static final int MORE = 0x80;
    private static final int BITS = 7;

    private final List<byte[]> parts = new ArrayList<>();
    private byte[] last = new byte[0];
    private int filled;

    /** Where the next one goes. */
    long end() {
        return (long) parts.size() * PART - (last.length - filled);
    }

    /** @param before the one before it; 0 for the first of a list */
    void add(long id, long before) {
        long distance = id - before;
        long rest = distance << 1 ^ distance >> 63;
        while ((rest & -MORE) != 0) {
            add((byte) (rest | MORE));
            rest >>>= BITS;
        }
        add((byte) rest);
    }

    private void add(byte value) {
        if (filled == last.length) {
            last = new byte[PART];
            parts.add(last);
            filled = 0;
        }
        last[filled++] = value;
    }

    /** Reads {@code count} of them from {@code start} on into {@code ids}. */
    void read(long start, int count, long[] ids) {
        int part = (int) (start / PART);
        int place = (int) (start % PART);
        byte[] bytes = count == 0 ? last : parts.get(part);
        long before = 0;
        for (int i = 0; i < count; i++) {
            long rest = 0;
            int shift = 0;
            byte value;
            do {
                if (place == PART) {
                    bytes = parts.get(++part);
                    place = 0;
                }
                value = bytes[place++];
                rest |= (long) (value & MORE - 1) << shift;
                shift += BITS;
            } while (value < 0);
            before += rest >>> 1 ^ -(rest & 1);
            ids[i] = before;
        }
    }
}
