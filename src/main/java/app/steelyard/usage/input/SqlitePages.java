package app.steelyard.usage.input;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a SQLite database, as they are after the last change that was finished: from the file, or from the log of
 * changes beside it, which a program that has the database open keeps. Nothing is written, and no lock is taken. Source:
 * SQLite's description of both formats.
 */
final class SqlitePages implements AutoCloseable {
    private static final int HEADER = 100;
    private static final int LOG_HEADER = 32;
    private static final int FRAME_HEADER = 24;
    private static final int MAGIC = 0x377f0682;

    private final FileChannel file;
    private final @Nullable FileChannel log;
    private final ByteBuffer header;
    private final int size;
    /** Where the newest finished state of a page begins in the log. */
    private final Map<Integer, Long> newer = new HashMap<>();

    private SqlitePages(FileChannel file, @Nullable FileChannel log) throws IOException {
        this.file = file;
        this.log = log;
        header = read(file, 0, HEADER);
        int stated = header.getShort(16) & 0xFFFF;
        size = stated == 1 ? 1 << 16 : stated;
        if (size < 512 || Integer.bitCount(size) != 1) {
            throw new IOException();
        }
        if (log != null && log.size() > LOG_HEADER) {
            index(log);
        }
    }

    /** @throws IOException if it is no database, or cannot be read */
    static SqlitePages open(Path path) throws IOException {
        Path beside = path.resolveSibling(path.getFileName() + "-wal");
        FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
        FileChannel log = null;
        try {
            log = Files.isRegularFile(beside) ? FileChannel.open(beside, StandardOpenOption.READ) : null;
            return new SqlitePages(file, log);
        } catch (IOException e) {
            file.close();
            if (log != null) {
                log.close();
            }
            throw e;
        }
    }

    /** Bytes of a page that hold something. */
    int usable() {
        return size - (header.get(20) & 0xFF);
    }

    /** 1 for UTF-8, 2 and 3 for UTF-16. */
    int encoding() {
        return header.getInt(56);
    }

    /** A page by its number, which begins at 1. */
    ByteBuffer page(int number) throws IOException {
        Long place = newer.get(number);
        return place == null || log == null ? read(file, (long) (number - 1) * size, size) : read(log, place, size);
    }

    /** No page has a higher number than as many as fit into the file and the log. */
    long most() throws IOException {
        return bytes() / size;
    }

    /** Of all that is there. */
    long bytes() throws IOException {
        return file.size() + (log == null ? 0 : log.size());
    }

    /** What changes when another program writes into the database. */
    long state() throws IOException {
        return 31L * read(file, 0, HEADER).getInt(24) + (log == null ? 0 : log.size());
    }

    /** Of the frames, those count up to the last that ends a change, as long as their checksums hold. */
    private void index(FileChannel frames) throws IOException {
        ByteBuffer start = read(frames, 0, LOG_HEADER);
        int magic = start.getInt(0);
        if ((magic & ~1) != MAGIC || start.getInt(8) != size) {
            return;
        }
        Checksum sum = new Checksum((magic & 1) == 1 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        sum.add(start, 0, 24);
        if (!sum.is(start.getInt(24), start.getInt(28))) {
            return;
        }
        Map<Integer, Long> unfinished = new HashMap<>();
        long end = frames.size();
        for (long at = LOG_HEADER; at + FRAME_HEADER + size <= end; at += FRAME_HEADER + size) {
            ByteBuffer frame = read(frames, at, FRAME_HEADER + size);
            if (frame.getLong(8) != start.getLong(16)) {
                return;
            }
            sum.add(frame, 0, 8);
            sum.add(frame, FRAME_HEADER, size);
            if (!sum.is(frame.getInt(16), frame.getInt(20))) {
                return;
            }
            unfinished.put(frame.getInt(0), at + FRAME_HEADER);
            if (frame.getInt(4) != 0) {
                newer.putAll(unfinished);
                unfinished.clear();
            }
        }
    }

    /** The sum over all that was written to the log so far. */
    private static final class Checksum {
        private final ByteOrder order;
        private int one;
        private int two;

        Checksum(ByteOrder order) {
            this.order = order;
        }

        void add(ByteBuffer bytes, int from, int length) {
            ByteBuffer words = bytes.duplicate().order(order);
            for (int at = from; at < from + length; at += 8) {
                one += words.getInt(at) + two;
                two += words.getInt(at + 4) + one;
            }
        }

        boolean is(int first, int second) {
            return one == first && two == second;
        }
    }

    private static ByteBuffer read(FileChannel from, long place, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (from.read(bytes, place + bytes.position()) < 0) {
                throw new IOException();
            }
        }
        return bytes.flip();
    }

    @Override
    public void close() throws IOException {
        file.close();
        if (log != null) {
            log.close();
        }
    }
}
