package app.steelyard.cli.whatif;

import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.Fields;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanNumber;
import app.steelyard.text.NumberReader;
import app.steelyard.text.Numbers;
import app.steelyard.whatif.Axis;
import app.steelyard.whatif.SearchSpan;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A number to sweep and from where to where, as typed: {@code traffic.tenants=1..10k:20:log}. Its ends are read once the
 * plan is known, since their unit is that of the number.
 */
record SweepAxis(String field, String from, String to, OptionalInt count, boolean logarithmic) {
    static final int MOST = 1_000;

    private static final Pattern TEXT = Pattern.compile(
            "\\s*([^=\\s]+)\\s*=\\s*([^:]+?)\\s*(?:\\.\\.|\\bto\\b)\\s*([^:.][^:]*?|\\.[0-9][^:]*?)\\s*((?::[a-z0-9]+)*)\\s*");

    /** Reads what was typed. */
    static final class Reader implements ITypeConverter<SweepAxis> {
        @Override
        public SweepAxis convert(String value) {
            Matcher matcher = TEXT.matcher(value);
            if (!matcher.matches()) {
                throw refused(value);
            }
            OptionalInt count = OptionalInt.empty();
            boolean logarithmic = false;
            for (String option : matcher.group(4).split(":", -1)) {
                if (option.equals("log")) {
                    logarithmic = true;
                } else if (option.matches("[0-9]{1,4}") && cells(option) && count.isEmpty()) {
                    count = OptionalInt.of(Integer.parseInt(option));
                } else if (!option.isEmpty()) {
                    throw new TypeConversionException(
                            Console.TEXTS.get("argument.axis.count", option, value, Numbers.count(MOST)));
                }
            }
            return new SweepAxis(matcher.group(1), matcher.group(2), matcher.group(3), count, logarithmic);
        }

        private static boolean cells(String option) {
            int count = Integer.parseInt(option);
            return count >= 2 && count <= MOST;
        }

        private static TypeConversionException refused(String value) {
            return new TypeConversionException(Console.TEXTS.get("argument.axis", value));
        }
    }

    PlanNumber number(Plan plan) {
        return Fields.of(plan, field);
    }

    /** From end to end of what was typed, at equal ratios where that was asked for or it spans decades. */
    SearchSpan span(Plan plan) {
        PlanNumber number = number(plan);
        List<NumberReader.Reading> ends = NumberReader.plain(plan.currency()).readAll(List.of(from, to), number.unit());
        double low = ends.get(0).orThrow();
        double high = ends.get(1).orThrow();
        if (!(low < high) || low < number.min() || high > number.max() || logarithmic && low <= 0) {
            throw new IllegalArgumentException(Console.TEXTS.get(
                    "sweep.ends",
                    number.path(),
                    from,
                    to,
                    plan.currency().of(number.min(), number.unit()).show(),
                    plan.currency().of(number.max(), number.unit()).show()));
        }
        SearchSpan span = SearchSpan.between(number, low, high, true);
        return logarithmic ? new SearchSpan(low, high, true, number.whole(), true) : span;
    }

    /** The same in so many cells unless others were asked for. */
    Axis axis(Plan plan, int cells) {
        SearchSpan span = span(plan);
        return new Axis(number(plan), span.from(), span.to(), span.logarithmic(), count.orElse(cells));
    }
}
