package app.steelyard.cli.terminal;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Bars and counts drawn with block characters, all of one width. */
public final class TextBars {
    private static final String FULL = "█";
    private static final String EMPTY = "·";
    private static final String LINE = "│";
    private static final String LEVELS = " ▁▂▃▄▅▆▇█";

    private TextBars() {}

    /**
     * A bar from one value to another on a scale, with a line at {@code middle}.
     *
     * @param low where the scale begins
     * @param high where it ends
     * @param width in characters
     */
    public static String of(double from, double to, double middle, double low, double high, int width) {
        int first = cell(Math.min(from, to), low, high, width);
        int last = cell(Math.max(from, to), low, high, width);
        int line = cell(middle, low, high, width);
        StringBuilder bar = new StringBuilder();
        for (int i = 0; i < width; i++) {
            boolean inside = i >= first && i <= last && from != to;
            bar.append(i == line ? LINE : inside ? FULL : EMPTY);
        }
        return bar.toString();
    }

    private static int cell(double value, double low, double high, int width) {
        return high > low ? (int) Math.round((value - low) / (high - low) * (width - 1)) : 0;
    }

    /** One column a count, the tallest of them full; what is not 0 is seen. */
    public static String columns(List<Integer> counts) {
        int most = Math.max(1, Collections.max(counts));
        int top = LEVELS.length() - 1;
        return counts.stream()
                .map(c -> String.valueOf(LEVELS.charAt((int) Math.ceil((double) c * top / most))))
                .collect(Collectors.joining());
    }
}
