package app.steelyard.plan.check;

import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.Range;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which numbers of a plan nobody has stated yet: their source begins with a word that says so, until somebody changes the
 * number or says where it comes from.
 */
public final class Assumed {
    /** Begins the source of a number that was filled in. */
    public static final String MARK = "Assumed";

    /** Begins the source of a preset's number that nobody measured. */
    private static final String UNMEASURED = "Assumption";

    /** What is about the system itself; what money costs and time takes is known of none. */
    private static final List<String> ABOUT = List.of("traffic.", "items.");

    private Assumed() {}

    /** Whether {@code number} was filled in and is still as it was. */
    public static boolean is(Plan plan, PlanNumber number) {
        return marked(plan.sources().getOrDefault(by(plan, number).path(), ""));
    }

    /** What says of {@code number} whether it is stated: requests that follow from sessions are where those are. */
    private static PlanNumber by(Plan plan, PlanNumber number) {
        boolean follows =
                number == PlanField.REQUESTS_PER_MONTH && !Double.isNaN(PlanField.SESSIONS_PER_MONTH.get(plan));
        return follows ? PlanField.SESSIONS_PER_MONTH : number;
    }

    /** Whether {@code range} was filled in, whoever stated the number within, and is still as it was. */
    public static boolean is(Range range) {
        return range.note() != null && marked(range.note());
    }

    /**
     * The plan with the range of {@code number} marked.
     *
     * @param like whose range it is
     */
    public static Plan range(Plan plan, PlanNumber number, String like) {
        return range(plan, number)
                .map(r -> plan.withWhatIf(plan.whatIf().with(noted(r, MARK + " (" + like + ")"))))
                .orElse(plan);
    }

    private static Range noted(Range range, @Nullable String note) {
        return new Range(range.path(), range.low(), range.high(), range.distribution(), note);
    }

    /** Whether {@code source} says of its number that it was filled in. */
    public static boolean marked(String source) {
        return source.startsWith(MARK);
    }

    /**
     * The plan with all of its numbers marked; a source that one has is told behind.
     *
     * @param like whose numbers those with a source are, so that they are told from those of another system
     */
    public static Plan all(Plan plan, String like) {
        Map<String, String> sources = new TreeMap<>(plan.sources());
        for (PlanNumber number : PlanNumber.of(plan)) {
            if (!Double.isNaN(number.get(plan)) && by(plan, number).equals(number)) {
                sources.merge(number.path(), MARK, (source, mark) -> marked(source) ? source : behind(source, like));
            }
        }
        return plan.withSources(sources);
    }

    private static String behind(String source, String like) {
        String mark = MARK + " (" + like + ")";
        return source.startsWith(UNMEASURED) ? mark + source.substring(UNMEASURED.length()) : mark + ": " + source;
    }

    /** The plan with {@code number} stated by its owner. */
    public static Plan stated(Plan plan, PlanNumber number, double value) {
        Plan with = number.with(plan, value);
        boolean ranged = with.whatIf()
                .range(number.path())
                .filter(r -> value < r.low() || value > r.high())
                .isPresent();
        with = ranged ? with.withWhatIf(with.whatIf().withoutRange(number.path())) : with;
        return touched(plan, with.withSource(number.path(), ""));
    }

    /** What became of {@code before}, without the mark on numbers and ranges that are no longer what was assumed. */
    public static Plan touched(Plan before, Plan after) {
        return numbers(before, ranges(before, after));
    }

    private static Plan ranges(Plan before, Plan after) {
        Plan touched = after;
        for (Range range : after.whatIf().ranges()) {
            Range was = before.whatIf().range(range.path()).orElse(range);
            if (is(range) && !was.equals(range) && Objects.equals(was.note(), range.note())) {
                touched = touched.withWhatIf(touched.whatIf().with(noted(range, null)));
            }
        }
        return touched;
    }

    private static Plan numbers(Plan before, Plan after) {
        Map<String, String> sources = new TreeMap<>(after.sources());
        boolean any = sources.entrySet()
                .removeIf(s -> marked(s.getValue())
                        && s.getValue().equals(before.sources().get(s.getKey()))
                        && PlanNumber.at(after, s.getKey())
                                .filter(n -> changed(before, after, n))
                                .isPresent());
        return any ? after.withSources(sources) : after;
    }

    private static boolean changed(Plan before, Plan after, PlanNumber number) {
        PlanNumber by = by(after, number);
        return Double.compare(by.get(before), by.get(after)) != 0 || !Objects.equals(ends(before, by), ends(after, by));
    }

    private static Optional<Range> range(Plan plan, PlanNumber number) {
        return plan.whatIf().range(number.path());
    }

    private static Optional<Range> ends(Plan plan, PlanNumber number) {
        return range(plan, number).map(r -> noted(r, null));
    }

    /** Whether nobody has stated anything about the system: its traffic and its prompt are an example. */
    public static boolean throughout(Plan plan) {
        return plan.sources().values().stream().anyMatch(Assumed::marked)
                && PlanNumber.of(plan).stream()
                        .filter(n -> ABOUT.stream().anyMatch(n.path()::startsWith))
                        .allMatch(n -> Double.isNaN(n.get(plan)) || is(plan, n));
    }
}
