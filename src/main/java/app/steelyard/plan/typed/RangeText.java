package app.steelyard.plan.typed;

import app.steelyard.plan.Distribution;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.Range;
import app.steelyard.plan.check.PlanValidator;
import app.steelyard.text.NumberReader;
import app.steelyard.text.Texts;
import app.steelyard.text.Typing;
import app.steelyard.text.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers and ranges as people type them, each number as in {@link NumberReader}; a unit behind the last one is that of all:
 *
 * <ul>
 *   <li>{@code 90}: a number;
 *   <li>{@code 85 to 95}: 90 % of all cases lie between; normal, or lognormal where both ends are above 0 and more than a
 *       factor of 3 apart. The plan's number stays if it lies inside, else it becomes the median;
 *   <li>{@code 5..10}: never outside; PERT. The plan's number stays or becomes the middle alike;
 *   <li>{@code 5..7..10}: the same with the likeliest value, which becomes the plan's number;
 *   <li>{@code ±20 %}, {@code 90 ±5}: as {@code to}, around the plan's number or another. A per cent is one of the number,
 *       but where the number itself is a per cent, {@code 90 ±5 %}: there all are points;
 *   <li>{@code 88 (85 to 95)}: a range and a number apart from its middle.
 * </ul>
 *
 * A distribution may follow: {@code 5..10 uniform}, {@code 2 to 5 lognormal}.
 */
public final class RangeText {
    private static final Texts TEXTS = Texts.of(RangeText.class);
    /** The factor between the ends from which on "to" means a product rather than a sum of many influences. */
    private static final double WIDE = 3;

    private static final Pattern DISTRIBUTION =
            Pattern.compile("(?<rest>.*?)[\\s,]*\\b(?<name>uniform|triangular|triangle|pert|normal|log-?normal)");
    private static final Pattern NUMBER_AND_RANGE = Pattern.compile("(?<number>[^()]+)\\((?<range>[^()]+)\\)");
    private static final Pattern AROUND = Pattern.compile("(?<middle>.*?)(?:±|\\+/[-−]|\\+[-−])(?<spread>.+)");
    private static final String BOUNDS = "\\.{2,3}|…";
    private static final String TO = "\\s*\\bto\\b\\s*|\\s*–\\s*|\\s+-\\s+";

    private final PlanNumber number;
    private final double now;
    private final NumberReader reader;

    private RangeText(PlanNumber number, double now, NumberReader reader) {
        this.number = number;
        this.now = now;
        this.reader = reader;
    }

    /** What a text says. */
    public sealed interface Reading {}

    /** A number alone, in its unit. */
    public record Point(double value) implements Reading {}

    /**
     * A number and what it might be.
     *
     * @param value the plan's number, in its unit
     */
    public record Ranged(double value, double low, double high, Distribution distribution) implements Reading {}

    /** Neither; why, in a sentence. */
    public record Refused(String reason) implements Reading {}

    /** Ends the reading with a sentence. */
    private static final class NoReading extends Exception {
        private static final long serialVersionUID = 1;

        NoReading(String sentence) {
            super(sentence, null, false, false);
        }

        static NoReading of(String key, Object... arguments) {
            return new NoReading(TEXTS.get(key, arguments));
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    /**
     * Reads {@code text}. Of a range, all is checked; of a number alone, only that it is one.
     *
     * @param number what it is about
     * @param plan what its value is until now
     */
    public static Reading parse(String text, PlanNumber number, Plan plan) {
        try {
            RangeText reader = new RangeText(number, number.get(plan), NumberReader.chosen(plan.currency()));
            if (text.length() > NumberReader.LONGEST) {
                throw reader.none(NumberReader.beginning(text));
            }
            return reader.read(text.strip().toLowerCase(Locale.ROOT), text.strip());
        } catch (NoReading e) {
            return new Refused(e.reason());
        }
    }

    /** What stands behind an example of a range, so that it can be typed for {@code number}; empty for most. */
    public static String sign(PlanNumber number) {
        return number.unit() == Unit.FRACTION ? " %" : "";
    }

    private NoReading none(String typed) {
        return NoReading.of(number.unit() == Unit.FRACTION ? "text.none.share" : "text.none", typed);
    }

    private Reading read(String text, String typed) throws NoReading {
        Distribution named = null;
        String rest = text;
        Matcher distribution = DISTRIBUTION.matcher(text);
        if (distribution.matches()) {
            named = distribution(distribution.group("name"));
            rest = distribution.group("rest");
        }
        Matcher both = NUMBER_AND_RANGE.matcher(rest);
        if (both.matches()) {
            String inside = both.group("range");
            double apart = values(typed, both.group("number"))[0];
            if (!(read(inside + (named == null ? "" : " " + name(named)), typed) instanceof Ranged ranged)) {
                throw none(typed);
            }
            return checked(new Ranged(apart, ranged.low, ranged.high, ranged.distribution));
        }
        Matcher around = AROUND.matcher(rest);
        if (around.matches()) {
            return checked(around(around.group("middle"), around.group("spread"), named, typed));
        }
        String[] bounds = rest.split(BOUNDS, -1);
        if (bounds.length > 1) {
            return checked(bounds(bounds, named, typed));
        }
        String[] ends = rest.split(TO, -1);
        if (ends.length == 2 && !ends[0].isBlank()) {
            double[] read = values(typed, ends);
            return checked(of(read[0], read[1], named == null ? usual(read[0], read[1]) : named));
        }
        if (named != null) {
            throw NoReading.of("text.distributionAlone", typed, sign(number));
        }
        return new Point(values(typed, rest)[0]);
    }

    private static Distribution distribution(String name) {
        return switch (name) {
            case "uniform" -> Distribution.UNIFORM;
            case "triangular", "triangle" -> Distribution.TRIANGULAR;
            case "pert" -> Distribution.PERT;
            case "normal" -> Distribution.NORMAL;
            default -> Distribution.LOGNORMAL;
        };
    }

    private Ranged around(String left, String right, @Nullable Distribution named, String typed) throws NoReading {
        boolean share = right.strip().endsWith("%") && number.unit() != Unit.FRACTION;
        double spread;
        double middle;
        if (left.isBlank() || share) {
            middle = left.isBlank() ? now : values(typed, left)[0];
            spread = share ? Math.abs(middle) * values(typed, Unit.FRACTION, right)[0] : values(typed, right)[0];
        } else {
            double[] read = values(typed, left, right);
            middle = read[0];
            spread = read[1];
        }
        if (Double.isNaN(middle)) {
            throw NoReading.of("text.noMiddle", sign(number));
        }
        if (!(spread > 0)) {
            throw NoReading.of(middle == 0 ? "text.noSpreadOfZero" : "text.noSpread", sign(number));
        }
        return new Ranged(
                middle,
                rounded(middle - spread, 12),
                rounded(middle + spread, 12),
                named == null ? Distribution.NORMAL : named);
    }

    private Ranged bounds(String[] parts, @Nullable Distribution named, String typed) throws NoReading {
        if (parts.length > 3) {
            throw none(typed);
        }
        double[] read = values(typed, parts);
        double low = read[0];
        double high = read[parts.length - 1];
        Distribution distribution = named == null ? Distribution.PERT : named;
        if (parts.length == 2) {
            return of(low, high, distribution);
        }
        double likeliest = read[1];
        if (low < high && (likeliest < low || likeliest > high)) {
            throw NoReading.of("text.likeliest", shown(likeliest), shown(low), shown(high));
        }
        return new Ranged(likeliest, low, high, distribution);
    }

    /** Ends alone leave the plan's number where it lies between them: nobody said another. */
    private Ranged of(double low, double high, Distribution distribution) {
        boolean stays = now >= low && now <= high;
        return new Ranged(stays ? now : middle(number, low, high, distribution), low, high, distribution);
    }

    private Ranged checked(Ranged range) throws NoReading {
        if (number == PlanField.HORIZON_MONTHS) {
            throw NoReading.of("range.horizon");
        }
        if (range.low >= range.high) {
            throw NoReading.of(
                    range.low == range.high ? "text.same" : "text.order", shown(range.low), shown(range.high));
        }
        for (double value : new double[] {range.low, range.high, range.value}) {
            if (!PlanValidator.inside(number, value)) {
                throw NoReading.of("text.outside", shown(value), shown(number.min()), shown(number.max()));
            }
        }
        if (range.distribution == Distribution.LOGNORMAL && range.low <= 0) {
            throw NoReading.of("range.lognormal");
        }
        return range;
    }

    private double[] values(String typed, String... texts) throws NoReading {
        return values(typed, number.unit(), texts);
    }

    private double[] values(String typed, Unit unit, String... texts) throws NoReading {
        List<NumberReader.Reading> readings = reader.readAll(List.of(texts), unit);
        double[] values = new double[texts.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (readings.get(i)) {
                case NumberReader.Value(double value) -> value;
                case NumberReader.Problem(NumberReader.Fault fault, String sentence) ->
                    throw fault == NumberReader.Fault.NOT_A_NUMBER ? none(typed) : new NoReading(sentence);
            };
        }
        return values;
    }

    private String shown(double value) {
        return Typing.of(value, number.unit());
    }

    /** Why {@code range} cannot be that of {@code number}, if so. */
    public static Optional<String> refusal(Ranged range, PlanNumber number) {
        try {
            new RangeText(number, range.value(), NumberReader.chosen()).checked(range);
            return Optional.empty();
        } catch (NoReading e) {
            return Optional.of(e.reason());
        }
    }

    /** The distribution that "to" means where none is named. */
    public static Distribution usual(double low, double high) {
        return low > 0 && high > WIDE * low ? Distribution.LOGNORMAL : Distribution.NORMAL;
    }

    /** The number that a range means by itself: its median, or of bounds the middle; rounded to what a plan would say. */
    public static double middle(PlanNumber number, double low, double high, Distribution distribution) {
        double middle = distribution == Distribution.LOGNORMAL
                ? rounded(Math.sqrt(low * high), 3)
                : rounded(low + (high - low) / 2, 12);
        return Math.clamp(number.whole() ? Math.rint(middle) : middle, Math.min(low, high), Math.max(low, high));
    }

    private static double rounded(double value, int digits) {
        return Double.isFinite(value)
                ? new BigDecimal(value)
                        .round(new MathContext(digits, RoundingMode.HALF_EVEN))
                        .doubleValue()
                : value;
    }

    /**
     * The shortest text that {@link #parse} reads as this number and range, in a field with {@code value} in it. No unit
     * but the per cent.
     */
    public static String format(double value, Range range, PlanNumber number) {
        Unit unit = number.unit();
        String low = bare(range.low(), unit);
        String high = brief(range.high(), unit);
        boolean inside = value >= range.low() && value <= range.high();
        boolean central = value == middle(number, range.low(), range.high(), range.distribution());
        String text;
        Distribution usual;
        if (range.distribution().bounded()) {
            text = inside && !central ? low + ".." + bare(value, unit) + ".." + high : low + ".." + high;
            usual = Distribution.PERT;
        } else {
            text = low + " to " + high;
            usual = usual(range.low(), range.high());
        }
        String name = range.distribution() == usual ? "" : " " + name(range.distribution());
        return central || inside && range.distribution().bounded()
                ? text + name
                : brief(value, unit) + " (" + text + name + ")";
    }

    private static String name(Distribution distribution) {
        return distribution.name().toLowerCase(Locale.ROOT);
    }

    /** The number exactly, with k or M where that is shorter. */
    private static String brief(double value, Unit unit) {
        String full = Typing.of(value, unit);
        if (unit == Unit.FRACTION || Math.abs(value) < 10_000) {
            return full;
        }
        boolean millions = Math.abs(value) >= 1e6;
        double scaled =
                BigDecimal.valueOf(value).movePointLeft(millions ? 6 : 3).doubleValue();
        String shorter = Typing.of(scaled, Unit.COUNT) + (millions ? "M" : "k");
        // As it is read within a range, where M behind a time is no million.
        boolean same = NumberReader.chosen()
                .read(shorter.toLowerCase(Locale.ROOT), unit)
                .equals(new NumberReader.Value(value));
        return same && shorter.length() < full.length() ? shorter : full;
    }

    /** The same without the per cent that follows behind the last number. */
    private static String bare(double value, Unit unit) {
        return unit == Unit.FRACTION ? Typing.bare(value, unit) : brief(value, unit);
    }

    /**
     * The plan with what was read. A number alone keeps a range that it lies in; outside of it, the range was said of
     * another number and goes.
     *
     * @throws IllegalArgumentException for a refused text
     */
    public static Plan apply(Plan plan, PlanNumber number, Reading reading) {
        return switch (reading) {
            case Point point -> {
                Plan changed = number.with(plan, point.value());
                yield plan.whatIf()
                                .range(number.path())
                                .filter(r -> !(point.value() >= r.low() && point.value() <= r.high()))
                                .isPresent()
                        ? point(changed, number)
                        : changed;
            }
            case Ranged r -> {
                String note =
                        plan.whatIf().range(number.path()).map(Range::note).orElse(null);
                yield number.with(plan, r.value())
                        .withWhatIf(plan.whatIf()
                                .with(new Range(number.path(), r.low(), r.high(), r.distribution(), note)));
            }
            case Refused refused -> throw new IllegalArgumentException(refused.reason());
        };
    }

    /** The plan with the number a point. */
    public static Plan point(Plan plan, PlanNumber number) {
        return plan.withWhatIf(plan.whatIf().withoutRange(number.path()));
    }
}
