package app.steelyard.usage.input;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Lines of a text, of which one that is too long is read over and not held. */
final class Lines {
    private final Reader reader;
    private final int longest;
    private final char[] buffer = new char[1 << 16];
    private final StringBuilder line = new StringBuilder();
    private int at;
    private int filled;
    private long number;
    private boolean tooLong;
    private boolean broken;

    Lines(Reader reader, int longest) {
        this.reader = reader;
        this.longest = longest;
    }

    /** Goes to the next line; false at the end. */
    boolean next() throws IOException {
        line.setLength(0);
        tooLong = false;
        broken = false;
        boolean any = false;
        while (true) {
            if (at == filled) {
                filled = Math.max(0, reader.read(buffer, 0, buffer.length));
                at = 0;
                if (filled == 0) {
                    number += any ? 1 : 0;
                    return any;
                }
            }
            any = true;
            int end = at;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            append(end - at);
            at = end;
            if (at < filled) {
                at++;
                number++;
                broken = true;
                return true;
            }
        }
    }

    private void append(int length) {
        if (line.length() + length > longest) {
            tooLong = true;
            line.setLength(0);
        } else if (!tooLong) {
            line.append(buffer, at, length);
        }
    }

    /** Its text without the line feed; null where it is too long. */
    @Nullable
    String text() {
        return tooLong ? null : line.toString();
    }

    long number() {
        return number;
    }

    /** Whether a line feed ended it; only the last line can lack one. */
    boolean endedWithLineBreak() {
        return broken;
    }
}
