package app.steelyard.app.decide;

import app.steelyard.text.NumberReader;
import app.steelyard.text.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pasted list, an item a line: its name, a comma, semicolon or tab, and its tokens.
 *
 * @param rest the lines that are none
 */
public record PastedItems(List<Line> lines, List<String> rest) {
    private static final Pattern LINE = Pattern.compile(
            "(.+?)\\s*[,;\\t]\\s*((?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?\\s*[kKmM]?)(?:\\s*tokens?)?");

    /** One item. */
    public record Line(String name, double tokens) {}

    public PastedItems {
        lines = List.copyOf(lines);
        rest = List.copyOf(rest);
    }

    public static PastedItems of(String text) {
        List<Line> lines = new ArrayList<>();
        List<String> rest = new ArrayList<>();
        text.lines().map(String::strip).filter(l -> !l.isEmpty()).forEach(line -> {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()
                    && NumberReader.chosen().read(matcher.group(2), Unit.TOKENS)
                            instanceof NumberReader.Value(double tokens)) {
                lines.add(new Line(matcher.group(1), tokens));
            } else {
                rest.add(line);
            }
        });
        return new PastedItems(lines, rest);
    }
}
