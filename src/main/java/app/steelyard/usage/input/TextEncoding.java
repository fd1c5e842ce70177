package app.steelyard.usage.input;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * In which signs a text is written, told by its first bytes: a mark, the zero bytes between plain letters, or the first
 * byte that is no plain letter, which is UTF-8 or else one of a spreadsheet's.
 *
 * @param mark how many bytes of a mark stand before the text
 */
record TextEncoding(Charset charset, int mark) {
    /** What spreadsheets write in Western Europe and America. */
    static final Charset WESTERN = Charset.forName("windows-1252");

    /** Bytes that stand for nothing in {@link #WESTERN}. */
    private static final String NOTHING = "\u0081\u008D\u008F\u0090\u009D";

    private static final int PLAIN = 0x80;

    /** One in so many bytes is beyond plain letters at most; more is no text of a log. */
    private static final int RARE = 5;

    static TextEncoding of(byte[] start) {
        if (starts(start, 0xEF, 0xBB, 0xBF)) {
            return new TextEncoding(StandardCharsets.UTF_8, 3);
        }
        if (starts(start, 0xFF, 0xFE)) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 2);
        }
        if (starts(start, 0xFE, 0xFF)) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 2);
        }
        if (start.length >= 4 && start[1] == 0 && start[3] == 0 && start[0] != 0 && start[2] != 0) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 0);
        }
        if (start.length >= 4 && start[0] == 0 && start[2] == 0 && start[1] != 0 && start[3] != 0) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 0);
        }
        return new TextEncoding(isWestern(start) ? WESTERN : StandardCharsets.UTF_8, 0);
    }

    private static boolean starts(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWestern(byte[] bytes) {
        int beyond = 0;
        for (int i = 0; i < bytes.length; i++) {
            int b = bytes[i] & 0xFF;
            if (b >= PLAIN) {
                if (isUtf8(bytes, i) || NOTHING.indexOf(b) >= 0) {
                    return false;
                }
                beyond++;
            } else if (b < ' ' && b != '\t' && b != '\n' && b != '\r') {
                return false;
            }
        }
        return beyond > 0 && beyond * RARE <= bytes.length;
    }

    /** Whether a sign of several bytes begins there, or may, as the end is not seen. */
    private static boolean isUtf8(byte[] bytes, int at) {
        int b = bytes[at] & 0xFF;
        int length = b >= 0xC2 && b <= 0xDF ? 2 : b >= 0xE0 && b <= 0xEF ? 3 : b >= 0xF0 && b <= 0xF4 ? 4 : 0;
        for (int i = 1; i < length; i++) {
            if (at + i < bytes.length && (bytes[at + i] & 0xC0) != PLAIN) {
                return false;
            }
        }
        return length > 0;
    }
}
