package app.steelyard.plan.typed;

import app.steelyard.plan.Distribution;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.Range;
import app.steelyard.plan.Unit;
import app.steelyard.plan.check.PlanValidator;
import app.steelyard.text.Texts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers and ranges as people type them, each number as in {@link NumberText}:
 *
 * <ul>
 *   <li>{@code 90}: a number;
 *   <li>{@code 85 to 95}: 90 % of all cases lie between; normal, or lognormal where both ends are above 0 and more than a
 *       factor of 3 apart. The plan's number becomes the median;
 *   <li>{@code 5..10}: never outside; PERT. The plan's number stays if it lies inside, else it becomes the middle;
 *   <li>{@code 5..7..10}: the same with the likeliest value, which becomes the plan's number;
 *   <li>{@code ±20 %}, {@code 90 ±5}: as {@code to}, around the plan's number or another. A per cent is one of the number,
 *       but where the number itself is a per cent: there all are points;
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

    private RangeText(PlanNumber number, double now) {
        this.number = number;
        this.now = now;
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
    private static final class Refusal extends Exception {
        private static final long serialVersionUID = 1;

        Refusal(String key, Object... arguments) {
            super(TEXTS.get(key, arguments), null, false, false);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    /**
     * Reads {@code text}. Of a range, all is checked; of a number alone, only that it is one.
     *
     * @param number what it is about
     * @param now its value until now; NaN if it has none
     */
    public static Reading parse(String text, PlanNumber number, double now) {
        try {
            return new RangeText(number, now).read(text.strip().toLowerCase(Locale.ROOT), text.strip());
        } catch (Refusal e) {
            return new Refused(e.reason());
        }
    }

    private Reading read(String text, String typed) throws Refusal {
        Distribution named = null;
        String rest = text;
        Matcher distribution = DISTRIBUTION.matcher(text);
        if (distribution.matches()) {
            named = distribution(distribution.group("name"));
            rest = distribution.group("rest");
        }
        Optional<Double> apart = Optional.empty();
        Matcher both = NUMBER_AND_RANGE.matcher(rest);
        if (both.matches()) {
            apart = Optional.of(value(both.group("number"), typed));
            Reading inner = read(both.group("range") + (named == null ? "" : " " + name(named)), typed);
            if (!(inner instanceof Ranged ranged)) {
                throw new Refusal("text.none", typed);
            }
            return checked(new Ranged(apart.get(), ranged.low, ranged.high, ranged.distribution));
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
            double low = value(ends[0], typed);
            double high = value(ends[1], typed);
            return checked(of(low, high, named == null ? usual(low, high) : named));
        }
        if (named != null) {
            throw new Refusal("text.distributionAlone", typed);
        }
        return new Point(value(rest, typed));
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

    private Ranged around(String left, String right, @Nullable Distribution named, String typed) throws Refusal {
        double middle = left.isBlank() ? now : value(left, typed);
        if (Double.isNaN(middle)) {
            throw new Refusal("text.noMiddle");
        }
        boolean share = right.strip().endsWith("%") && number.unit() != Unit.FRACTION;
        double spread = share
                ? Math.abs(middle)
                        * NumberText.parse(right, Unit.FRACTION).orElseThrow(() -> new Refusal("text.none", typed))
                : value(right, typed);
        if (!(spread > 0)) {
            throw new Refusal(middle == 0 ? "text.noSpreadOfZero" : "text.noSpread");
        }
        return new Ranged(
                middle,
                rounded(middle - spread, 12),
                rounded(middle + spread, 12),
                named == null ? Distribution.NORMAL : named);
    }

    private Ranged bounds(String[] parts, @Nullable Distribution named, String typed) throws Refusal {
        if (parts.length > 3) {
            throw new Refusal("text.none", typed);
        }
        double low = value(parts[0], typed);
        double high = value(parts[parts.length - 1], typed);
        Distribution distribution = named == null ? Distribution.PERT : named;
        if (parts.length == 2) {
            return of(low, high, distribution);
        }
        double likeliest = value(parts[1], typed);
        if (low < high && (likeliest < low || likeliest > high)) {
            throw new Refusal("text.likeliest", shown(likeliest), shown(low), shown(high));
        }
        return new Ranged(likeliest, low, high, distribution);
    }

    /** Ends alone: bounds leave the plan's number if they can, "to" says what its median is. */
    private Ranged of(double low, double high, Distribution distribution) {
        boolean stays = distribution.bounded() && now >= low && now <= high;
        return new Ranged(stays ? now : middle(number, low, high, distribution), low, high, distribution);
    }

    private Ranged checked(Ranged range) throws Refusal {
        if (number == PlanField.HORIZON_MONTHS) {
            throw new Refusal("range.horizon");
        }
        if (range.low >= range.high) {
            throw new Refusal(
                    range.low == range.high ? "text.same" : "text.order", shown(range.low), shown(range.high));
        }
        for (double value : new double[] {range.low, range.high, range.value}) {
            if (!PlanValidator.inside(number, value)) {
                throw new Refusal("text.outside", shown(value), shown(number.min()), shown(number.max()));
            }
        }
        if (range.distribution == Distribution.LOGNORMAL && range.low <= 0) {
            throw new Refusal("range.lognormal");
        }
        return range;
    }

    private double value(String text, String typed) throws Refusal {
        OptionalDouble value = NumberText.parse(text, number.unit());
        return value.orElseThrow(() -> new Refusal("text.none", typed));
    }

    private String shown(double value) {
        return shown(value, number);
    }

    /** A number alone, with no unit but the per cent. */
    public static String shown(double value, PlanNumber number) {
        return NumberText.format(value, number.unit()) + (number.unit() == Unit.FRACTION ? " %" : "");
    }

    /** Why {@code range} cannot be that of {@code number}, if so. */
    public static Optional<String> refusal(Ranged range, PlanNumber number) {
        try {
            new RangeText(number, range.value()).checked(range);
            return Optional.empty();
        } catch (Refusal e) {
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
        String low = brief(range.low(), unit);
        String high = brief(range.high(), unit);
        boolean inside = value >= range.low() && value <= range.high();
        boolean central = value == middle(number, range.low(), range.high(), range.distribution());
        String text;
        Distribution usual;
        if (range.distribution().bounded()) {
            text = inside && !central ? low + ".." + brief(value, unit) + ".." + high : low + ".." + high;
            usual = Distribution.PERT;
        } else {
            text = low + " to " + high;
            usual = usual(range.low(), range.high());
        }
        String name = range.distribution() == usual ? "" : " " + name(range.distribution());
        String percent = unit == Unit.FRACTION ? " %" : "";
        return central || inside && range.distribution().bounded()
                ? text + percent + name
                : brief(value, unit) + " (" + text + percent + name + ")";
    }

    private static String name(Distribution distribution) {
        return distribution.name().toLowerCase(Locale.ROOT);
    }

    /** The number exactly, with k or M where that is shorter. */
    private static String brief(double value, Unit unit) {
        String full = NumberText.format(value, unit);
        if (unit == Unit.FRACTION || Math.abs(value) < 10_000) {
            return full;
        }
        boolean millions = Math.abs(value) >= 1e6;
        String scaled = NumberText.format(
                        BigDecimal.valueOf(value)
                                .movePointLeft(millions ? 6 : 3)
                                .doubleValue(),
                        Unit.COUNT)
                + (millions ? "M" : "k");
        OptionalDouble back = NumberText.parse(scaled, unit);
        return scaled.length() < full.length() && back.isPresent() && back.getAsDouble() == value ? scaled : full;
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
