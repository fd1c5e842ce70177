package app.steelyard.usage.input;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The text of a file as a stream: UTF-8, or UTF-16 where a byte order mark or the zero bytes of plain letters say so,
 * without the mark. Bytes that are not valid text become U+FFFD, so that one of them spoils one row rather than the
 * file.
 */
public final class Content extends BufferedReader {
    /** How many characters a format may look at to recognise its content. */
    public static final int HEAD = 1 << 16;

    /** What stands in the place of bytes that are not valid text. */
    public static final char INVALID = '\uFFFD';

    private final Watch watch;
    private final Supplier<Optional<String>> broken;

    private final boolean utf8;

    private Content(Watch watch, Supplier<Optional<String>> broken, boolean utf8) {
        super(watch, HEAD);
        this.utf8 = utf8;
        this.watch = watch;
        this.broken = broken;
    }

    /** The text of {@code document}, which is closed with it. */
    public static Content open(Document document) throws IOException {
        return open(document.open(), document::broken);
    }

    /** Takes {@code in} over, and closes it when it is closed itself. */
    public static Content open(InputStream in) throws IOException {
        return open(in, Optional::empty);
    }

    private static Content open(InputStream in, Supplier<Optional<String>> broken) throws IOException {
        InputStream bytes = new BufferedInputStream(in);
        try {
            Charset charset = StandardCharsets.UTF_8;
            bytes.mark(4);
            byte[] start = bytes.readNBytes(4);
            bytes.reset();
            if (starts(start, 0xEF, 0xBB, 0xBF)) {
                bytes.skipNBytes(3);
            } else if (starts(start, 0xFF, 0xFE)) {
                charset = StandardCharsets.UTF_16LE;
                bytes.skipNBytes(2);
            } else if (starts(start, 0xFE, 0xFF)) {
                charset = StandardCharsets.UTF_16BE;
                bytes.skipNBytes(2);
            } else if (start.length == 4 && start[1] == 0 && start[3] == 0 && start[0] != 0 && start[2] != 0) {
                charset = StandardCharsets.UTF_16LE;
            } else if (start.length == 4 && start[0] == 0 && start[2] == 0 && start[1] != 0 && start[3] != 0) {
                charset = StandardCharsets.UTF_16BE;
            }
            return new Content(
                    new Watch(new InputStreamReader(bytes, charset)), broken, charset.equals(StandardCharsets.UTF_8));
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    /** Whether its bytes are UTF-8, or were meant to be. */
    public boolean isUtf8() {
        return utf8;
    }

    /** The first characters, which stay to be read. */
    public String head() throws IOException {
        mark(HEAD);
        char[] head = new char[HEAD];
        int length = 0;
        int got;
        while (length < HEAD && (got = read(head, length, HEAD - length)) > 0) {
            length += got;
        }
        reset();
        return new String(head, 0, length);
    }

    /** How many places read so far were not valid text. */
    public long invalid() {
        return watch.invalid;
    }

    /** Why the text, read to its end, is not all there is; a sentence without the document's name. */
    public Optional<String> broken() {
        return broken.get();
    }

    /** Whether the text, read to its end, ended with a line break. */
    public boolean endedWithLineBreak() {
        return watch.last == '\n' || watch.last == '\r';
    }

    private static boolean starts(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** Notes what passes through. */
    private static final class Watch extends FilterReader {
        private long invalid;
        private char last;

        Watch(Reader in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            char[] one = new char[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(char[] target, int offset, int length) throws IOException {
            int got = super.read(target, offset, length);
            for (int i = offset; i < offset + got; i++) {
                if (target[i] == INVALID) {
                    invalid++;
                }
            }
            if (got > 0) {
                last = target[offset + got - 1];
            }
            return got;
        }
    }
}
