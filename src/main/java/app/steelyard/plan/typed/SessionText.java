package app.steelyard.plan.typed;

import app.steelyard.plan.check.SessionTables;
import app.steelyard.plan.session.GapStep;
import app.steelyard.plan.session.SizeClass;
import app.steelyard.text.NumberReader;
import app.steelyard.text.Problem;
import app.steelyard.text.Texts;
import app.steelyard.text.Typing;
import app.steelyard.text.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tables of sessions as people type or paste them, each number as in {@link NumberReader}. Rows are separated by
 * semicolons, commas before a blank, or lines:
 *
 * <ul>
 *   <li>{@code 62 % × 1.3 turns × 0.05 size; 38 % × 2.6 turns × 2.5 size × 2 growth}: classes of sessions;
 *   <li>{@code 30 s 40 %, 5 min 92 %, 1 h 99 %}: gaps, and the share that is at most so long.
 * </ul>
 */
public final class SessionText {
    private static final Texts TEXTS = Texts.of(SessionText.class);
    private static final Pattern ROWS = Pattern.compile("[;\\n]|,(?=\\s)");
    private static final Pattern TERMS = Pattern.compile("×|\\*|(?<=\\s)x(?=\\s)");
    private static final Pattern TERM = Pattern.compile("(?<number>.*?[\\d%])\\s*(?<word>\\p{L}*)");
    private static final Pattern GAP = Pattern.compile("(?<gap>.*\\S)\\s+(?<share>[\\d.,]+\\s*%?)");

    private SessionText() {}

    /**
     * What a text says.
     *
     * @param rows none where the text is empty or refused
     * @param refusal why it says nothing, in a sentence; empty where it does
     */
    public record Reading<T>(List<T> rows, String refusal) {}

    public static Reading<SizeClass> classes(String text) {
        return read(text, "text.class.none", SessionText::sizeClass, SessionTables::classes);
    }

    public static Reading<GapStep> gaps(String text) {
        return read(text, "text.gap.none", SessionText::gap, SessionTables::gaps);
    }

    public static String ofClasses(List<SizeClass> classes) {
        return classes.stream()
                .map(c -> TEXTS.get("text.class", Typing.of(c.share(), Unit.FRACTION), typed(c.turns()))
                        + (c.size() == 1 ? "" : TEXTS.get("text.class.size", typed(c.size())))
                        + (c.growth() == 1 ? "" : TEXTS.get("text.class.growth", typed(c.growth()))))
                .collect(Collectors.joining("; "));
    }

    public static String ofGaps(List<GapStep> gaps) {
        return gaps.stream()
                .map(g -> TEXTS.get("text.gap", time(g.seconds()), Typing.of(g.share(), Unit.FRACTION)))
                .collect(Collectors.joining(", "));
    }

    private static String typed(double value) {
        return Typing.bare(value, Unit.COUNT);
    }

    /** A gap as it is typed, in the largest unit of which it is a whole number. */
    public static String time(double seconds) {
        return seconds >= 3600 && seconds % 3600 == 0
                ? TEXTS.get("text.gap.hours", typed(seconds / 3600))
                : seconds >= 60 && seconds % 60 == 0
                        ? TEXTS.get("text.gap.minutes", typed(seconds / 60))
                        : TEXTS.get("text.gap.seconds", typed(seconds));
    }

    private static <T> Reading<T> read(
            String text, String none, Function<String, T> reader, Function<List<T>, List<Problem>> check) {
        List<T> rows = new ArrayList<>();
        for (String part : ROWS.split(text)) {
            String row = part.strip();
            if (row.length() > NumberReader.LONGEST) {
                return new Reading<>(List.of(), TEXTS.get(none, NumberReader.beginning(row)));
            }
            if (!row.isEmpty()) {
                try {
                    rows.add(reader.apply(row));
                } catch (IllegalArgumentException e) {
                    String why = e.getMessage() == null ? "" : " " + e.getMessage();
                    return new Reading<>(List.of(), TEXTS.get(none, row) + why);
                }
            }
        }
        return check.apply(rows).stream()
                .findFirst()
                .map(p -> new Reading<T>(List.of(), p.reason()))
                .orElseGet(() -> new Reading<>(rows, ""));
    }

    private static SizeClass sizeClass(String text) {
        List<String> terms = Stream.of(TERMS.split(text)).map(String::strip).toList();
        double[] numbers = {Double.NaN, 1, 1};
        for (String term : terms.subList(1, terms.size())) {
            Matcher matcher = TERM.matcher(term);
            if (!matcher.matches()) {
                throw new IllegalArgumentException();
            }
            int at = List.of("turns", "size", "growth")
                    .indexOf(matcher.group("word").replaceFirst("^turn$", "turns"));
            if (at < 0) {
                throw new IllegalArgumentException();
            }
            numbers[at] = number(matcher.group("number"), Unit.COUNT);
        }
        if (Double.isNaN(numbers[0])) {
            throw new IllegalArgumentException();
        }
        return new SizeClass(number(terms.get(0), Unit.FRACTION), numbers[0], numbers[1], numbers[2]);
    }

    private static GapStep gap(String text) {
        Matcher matcher = GAP.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException();
        }
        return new GapStep(number(matcher.group("gap"), Unit.SECONDS), number(matcher.group("share"), Unit.FRACTION));
    }

    private static double number(String text, Unit unit) {
        return NumberReader.chosen().read(text, unit).orThrow();
    }
}
