package app.steelyard.whatif;

import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.text.NumberReader;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.text.Unit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One direction of a map: a number cut into cells of equal width, or of equal ratio where it is logarithmic.
 *
 * @param from where the first cell begins, in the number's unit
 * @param to where the last cell ends, above {@code from}
 * @param logarithmic {@code from} is then above 0
 * @param cells at least 1
 */
public record Axis(PlanNumber number, double from, double to, boolean logarithmic, int cells) {
    /** The cells of an axis unless somebody asks for others. */
    public static final int CELLS = 256;

    /** The factor by which a map goes beyond a range at least. */
    private static final double LEAST_ROOM = 3;

    private static final Texts TEXTS = Texts.of(Axis.class);
    private static final Pattern TEXT =
            Pattern.compile("\\s*([^=\\s]+)\\s*=\\s*(.+?)\\s*(?:\\.\\.|\\bto\\b)\\s*(.+?)\\s*");

    /** @throws IllegalArgumentException for ends that are none, and for the horizon, which cannot vary inside a batch */
    public Axis {
        if (number == PlanField.HORIZON_MONTHS) {
            throw new IllegalArgumentException(TEXTS.get("axis.horizon", number.path()));
        }
        if (!(from < to) || from < number.min() || to > number.max() || logarithmic && from <= 0 || cells < 1) {
            throw new IllegalArgumentException(TEXTS.get(
                    "axis.ends", number.path(), number(from), number(to), number(number.min()), number(number.max())));
        }
    }

    private static String number(double value) {
        return Numbers.value(value);
    }

    /** Over the number's range in the plan, or as far as anybody would expect it. */
    public static Axis of(Plan plan, PlanNumber number, int cells) {
        SearchSpan span = SearchSpan.of(plan, number);
        return new Axis(number, span.from(), span.to(), span.logarithmic(), cells);
    }

    /** As {@link #of}, with room beside a range that the plan states, so that what lies around it shows as well. */
    public static Axis around(Plan plan, PlanNumber number, int cells) {
        SearchSpan span = SearchSpan.of(plan, number);
        if (!span.stated()) {
            return of(plan, number, cells);
        }
        double now = number.get(plan);
        double low = Math.min(now, span.from());
        double high = Math.max(now, span.to());
        boolean ratio = low > 0 && number.unit() != Unit.FRACTION;
        double factor = Math.max(LEAST_ROOM, high / low);
        double from = ratio ? low / factor : low - (high - low);
        double to = ratio ? high * factor : high + (high - low);
        return between(number, Math.max(number.min(), from), Math.min(number.max(), to), cells);
    }

    /** From one end to the other, logarithmic where it spans decades. */
    public static Axis between(PlanNumber number, double from, double to, int cells) {
        return new Axis(
                number,
                from,
                to,
                from < to && SearchSpan.between(number, from, to, true).logarithmic(),
                cells);
    }

    /**
     * Reads {@code traffic.tenants=1..10000}.
     *
     * @throws IllegalArgumentException if it is none of {@code plan}, saying why
     */
    public static Axis parse(Plan plan, String text, int cells) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(TEXTS.get("axis.none", text.strip()));
        }
        PlanNumber number = PlanNumber.at(plan, matcher.group(1)).orElseThrow(() -> unknown(plan, matcher.group(1)));
        List<NumberReader.Reading> ends =
                NumberReader.plain(plan.currency()).readAll(List.of(matcher.group(2), matcher.group(3)), number.unit());
        return between(number, ends.get(0).orThrow(), ends.get(1).orThrow(), cells);
    }

    private static IllegalArgumentException unknown(Plan plan, String path) {
        List<String> alike = PlanNumber.alike(plan, path);
        return new IllegalArgumentException(
                alike.isEmpty()
                        ? TEXTS.get("number.unknown", path)
                        : TEXTS.get("number.unknown.alike", path, String.join(", ", alike)));
    }

    /** The value that stands for cell {@code index}: its centre, by difference or by ratio. */
    public double centre(int index) {
        return at(index + 0.5);
    }

    /** The value at {@code position}, counted in cells from the start. */
    public double at(double position) {
        return span().at(position / cells);
    }

    /** Where {@code value} stands, counted in cells from the start; below 0 or above {@link #cells} outside. */
    public double position(double value) {
        return span().share(value) * cells;
    }

    /** Whether {@code value} lies on the axis. */
    public boolean holds(double value) {
        return value >= from && value <= to;
    }

    private SearchSpan span() {
        return new SearchSpan(from, to, logarithmic, number.whole(), true);
    }
}
