package app.steelyard.usage.input;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds lines too long to be rows, which the database passes over in silence; it reads a small part of the file only. */
public final class LongLines {
    private static final int BLOCK = 1 << 16;

    private LongLines() {}

    /** The numbers, counted from 1, of the lines of more than {@code longest} bytes. */
    public static List<Long> in(Path path, long longest) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            List<Long> starts = starts(file, longest);
            return starts.isEmpty() ? List.of() : numbers(file, starts);
        }
    }

    /** From the start of a line it looks back from where the line must have ended: nearly always one block is enough. */
    private static List<Long> starts(RandomAccessFile file, long longest) throws IOException {
        List<Long> starts = new ArrayList<>();
        byte[] block = new byte[BLOCK];
        long start = 0;
        while (start + longest < file.length()) {
            long end = lastBreak(file, block, start, start + longest);
            if (end < 0) {
                starts.add(start);
                end = firstBreak(file, block, start + longest);
            }
            start = end + 1;
        }
        return starts;
    }

    /** The last line feed in a part of the file; negative where there is none. */
    private static long lastBreak(RandomAccessFile file, byte[] block, long from, long to) throws IOException {
        for (long end = to; end > from; end -= BLOCK) {
            long start = Math.max(from, end - BLOCK);
            int length = (int) (end - start);
            file.seek(start);
            file.readFully(block, 0, length);
            for (int i = length - 1; i >= 0; i--) {
                if (block[i] == '\n') {
                    return start + i;
                }
            }
        }
        return -1;
    }

    /** The first line feed from a place on; the file's length where there is none. */
    private static long firstBreak(RandomAccessFile file, byte[] block, long from) throws IOException {
        file.seek(from);
        long at = from;
        int got;
        while ((got = file.read(block)) > 0) {
            for (int i = 0; i < got; i++) {
                if (block[i] == '\n') {
                    return at + i;
                }
            }
            at += got;
        }
        return at;
    }

    private static List<Long> numbers(RandomAccessFile file, List<Long> starts) throws IOException {
        List<Long> numbers = new ArrayList<>();
        byte[] block = new byte[BLOCK];
        long line = 1;
        long at = 0;
        for (long start : starts) {
            file.seek(at);
            while (at < start) {
                int got = file.read(block, 0, (int) Math.min(BLOCK, start - at));
                for (int i = 0; i < got; i++) {
                    line += block[i] == '\n' ? 1 : 0;
                }
                at += got;
            }
            numbers.add(line);
        }
        return numbers;
    }
}
