package app.steelyard.report;

import app.steelyard.chart.draw.Fonts;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/** Writes well-formed XHTML: every text is escaped, and every element that was opened is closed. */
public final class Html {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** @param attributes name, value, name, value… */
    public Html open(String element, String... attributes) {
        start(element, attributes);
        out.append('>');
        open.push(element);
        return this;
    }

    public Html close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Closes and starts a new line, so that the file can be read and compared by line. */
    public Html end() {
        close();
        out.append('\n');
        return this;
    }

    /** Running text, in which dates and per cents stay on one line. */
    public Html text(String text) {
        out.append(DATE.matcher(escaped(text).replace(" %", "\u00a0%")).replaceAll("<span class=\"date\">$0</span>"));
        return this;
    }

    /** Text where no elements may stand, such as in a title. */
    public Html plain(String element, String text) {
        open(element);
        out.append(escaped(text));
        return end();
    }

    public Html element(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close();
    }

    public Html line(String element, String text, String... attributes) {
        return open(element, attributes).text(text).end();
    }

    public Html empty(String element, String... attributes) {
        start(element, attributes);
        out.append("/>");
        return this;
    }

    /** A style sheet; it holds nothing from outside. */
    public Html style(String css) {
        out.append("<style>\n").append(css).append("</style>\n");
        return this;
    }

    private void start(String element, String... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escaped(attributes[i + 1]))
                    .append('"');
        }
    }

    /** The text as it is, or its beginning, at the end of a word where one is near, with more characters than {@code most}. */
    public static String shortened(String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        String cut = text.substring(0, text.offsetByCodePoints(0, most)).strip();
        int space = cut.lastIndexOf(' ');
        return (space > most / 2 ? cut.substring(0, space) : cut) + "…";
    }

    private static String escaped(String text) {
        return Fonts.printable(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("still open: " + open);
        }
        return out.toString();
    }
}
