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
 * The text of a file as a stream, in whichever {@link TextEncoding} it is and without a mark of it. Bytes that are not valid text become U+FFFD, so that one of them spoils one row rather than the
 * file.
 */
public final class Content extends BufferedReader {
    /** How many characters a format may look at to recognise its content. */
    public static final int HEAD = 1 << 16;

    /** What stands in the place of bytes that are not valid text. */
    public static final char INVALID = '\uFFFD';

    private final Watch watch;
    private final Supplier<Optional<String>> broken;

    private final Charset charset;
    /** More than it has; of many small files each would else take what a large one needs. */
    private final int enough;

    private Content(Watch watch, Supplier<Optional<String>> broken, Charset charset, int enough) {
        super(watch, Math.min(enough, HEAD));
        this.charset = charset;
        this.enough = enough;
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
            bytes.mark(HEAD);
            byte[] start = bytes.readNBytes(HEAD);
            bytes.reset();
            TextEncoding encoding = TextEncoding.of(start);
            bytes.skipNBytes(encoding.mark());
            Reader text = new InputStreamReader(bytes, encoding.charset());
            boolean events = EventStream.is(new String(start, encoding.charset()));
            // No encoding has more characters than bytes.
            int enough = start.length < HEAD && !events ? start.length + 2 : Integer.MAX_VALUE;
            return new Content(new Watch(events ? new EventStream(text) : text), broken, encoding.charset(), enough);
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    /** Whether its bytes are UTF-8, or were meant to be. */
    public boolean isUtf8() {
        return charset.equals(StandardCharsets.UTF_8);
    }

    /** Whether its bytes are in the signs of Western Europe, as spreadsheets write them. */
    public boolean isWestern() {
        return charset.equals(TextEncoding.WESTERN);
    }

    /** The first characters, which stay to be read. */
    public String head() throws IOException {
        return head(HEAD);
    }

    @Override
    public void mark(int most) throws IOException {
        super.mark(Math.min(most, enough));
    }

    /** The first {@code most} of them. */
    public String head(int most) throws IOException {
        mark(most);
        StringBuilder head = new StringBuilder();
        char[] part = new char[Math.min(enough, Math.min(most, HEAD))];
        int got;
        while (head.length() < most && (got = read(part, 0, Math.min(part.length, most - head.length()))) > 0) {
            head.append(part, 0, got);
        }
        reset();
        return head.toString();
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
