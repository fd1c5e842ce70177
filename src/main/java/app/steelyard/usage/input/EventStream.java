package app.steelyard.usage.input;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Server-sent events, as vendors stream their answers, as JSON Lines: the data of each event stays on its line, all else is
 * an empty one, so that line numbers stay true.
 */
final class EventStream extends Reader {
    private static final Pattern START =
            Pattern.compile("\\s*(?:(?:(?:event|id|retry):|:)[^\\n]{0,500}\\n){0,5}data:\\s*\\{[\\s\\S]*");

    private static final String DATA = "data:";
    private static final String END = "[DONE]";

    private final BufferedReader lines;
    private @Nullable String line = "";
    private int at;

    EventStream(Reader in) {
        this.lines = new BufferedReader(in);
    }

    /** Whether a text that begins so is one. */
    static boolean is(String beginning) {
        return START.matcher(beginning).matches();
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        String rest = line;
        while (rest != null && at == rest.length()) {
            String next = lines.readLine();
            rest = next == null ? null : data(next) + "\n";
            line = rest;
            at = 0;
        }
        if (rest == null) {
            return -1;
        }
        int got = Math.min(length, rest.length() - at);
        rest.getChars(at, at + got, target, offset);
        at += got;
        return got;
    }

    private static String data(String sent) {
        String value = sent.startsWith(DATA) ? sent.substring(DATA.length()).strip() : "";
        return value.equals(END) ? "" : value;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
