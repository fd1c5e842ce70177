package app.steelyard.usage.replay;

import java.util.Arrays;

/**
 * Numbers ids from 0 in the order in which they first come, so that what is known of each can stand in an array. A table of the
 * library would make an object for each.
 */
final class LongNumbers {
    /** Neighbours stay side by side, for the blocks of a prompt are mostly numbered on. */
    private static final int NEIGHBOURS = 3;

    private static final long SCATTER = 0x9E3779B97F4A7C15L;

    private long[] ids = new long[1 << 10];
    /** The number of each and 1; 0 for a free place. */
    private int[] numbers = new int[1 << 10];

    private int size;

    /** How many there are. */
    int size() {
        return size;
    }

    /** That of {@code id}, which may be new. */
    int of(long id) {
        int mask = ids.length - 1;
        int place = place(id, mask);
        while (numbers[place] != 0) {
            if (ids[place] == id) {
                return numbers[place] - 1;
            }
            place = (place + 1) & mask;
        }
        ids[place] = id;
        numbers[place] = ++size;
        if (size > ids.length / 2) {
            grow();
        }
        return size - 1;
    }

    private static int place(long id, int mask) {
        long scattered = (id >> NEIGHBOURS) * SCATTER;
        return (int) ((scattered >>> 32 ^ scattered) << NEIGHBOURS | id & (1 << NEIGHBOURS) - 1) & mask;
    }

    private void grow() {
        long[] oldIds = ids;
        int[] oldNumbers = numbers;
        ids = new long[2 * oldIds.length];
        numbers = new int[ids.length];
        int mask = ids.length - 1;
        for (int i = 0; i < oldIds.length; i++) {
            if (oldNumbers[i] != 0) {
                int place = place(oldIds[i], mask);
                while (numbers[place] != 0) {
                    place = (place + 1) & mask;
                }
                ids[place] = oldIds[i];
                numbers[place] = oldNumbers[i];
            }
        }
    }

    /** {@code values} with a place for each number, new ones being {@code absent}. */
    long[] fitted(long[] values, long absent) {
        if (values.length >= size) {
            return values;
        }
        long[] longer = Arrays.copyOf(values, Math.max(size, 2 * values.length));
        Arrays.fill(longer, values.length, longer.length, absent);
        return longer;
    }
}
