package app.steelyard.app.check;

import app.steelyard.app.plan.PlanSource;
import app.steelyard.json.JsonReader;
import app.steelyard.json.JsonValue;
import app.steelyard.plan.Design;
import app.steelyard.plan.Plan;
import app.steelyard.plan.session.Outcome;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.profile.PriceBookLoader;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.whatif.trials.TrialSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What somebody measured of the system that a sample is made after, beside what follows from the sample.
 *
 * @param truth as it was published, 0 to 1
 * @param derived from the sample's plan and its ranges
 * @param source who published it
 */
public record MeasuredTruth(Bank.Kind kind, double truth, Interval derived, String source) {
    /** Enough for percentiles that stand still to a point. */
    private static final int TRIALS = 500;

    private static final Texts TEXTS = Texts.of(MeasuredTruth.class);

    /** A figure of the system that the sample with this id is made after. */
    private record Published(String sample, Bank.Kind kind, double truth, String source) {}

    /** Worked out once: neither the samples nor the shipped prices change. */
    private static final class Once {
        static final Map<String, MeasuredTruth> ALL = work();
    }

    /**
     * Of each sample of whose system something was published, by its id. With the shipped prices; the user's own do not
     * count. The first time it takes a second.
     */
    public static Map<String, MeasuredTruth> all() {
        return Once.ALL;
    }

    private static Map<String, MeasuredTruth> work() {
        Trials trials = new Trials(
                new PriceBook(PriceBookLoader.shipped(), List.of()), TrialSettings.DEFAULT.withTrials(TRIALS));
        return published().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Published::sample,
                        p -> new MeasuredTruth(
                                p.kind(), p.truth(), trials.now(plan(p.sample()), p.kind()), p.source())));
    }

    /** As the bank has its systems: in the order that a proposal has, and without what failures cost. */
    private static Plan plan(String sample) {
        return PlanSource.sample(sample).withToday(Design.UNCACHED).withOutcome(Outcome.UNKNOWN);
    }

    private static List<Published> published() {
        Map<String, Bank.Entry> bank =
                Bank.shipped().systems().stream().collect(Collectors.toMap(Bank.Entry::id, Function.identity()));
        return JsonReader.packaged(MeasuredTruth.class, "measured.json", root -> {
                    List<Published> all = root.objects("samples", json -> published(json, bank));
                    root.done();
                    return all;
                })
                .packaged();
    }

    /** A system of the bank, or what was told of one that is no part of it. */
    private static Published published(JsonValue json, Map<String, Bank.Entry> bank) {
        String sample = json.filled("sample");
        Optional<Bank.Entry> entry = json.optional("system")
                .map(s ->
                        Optional.ofNullable(bank.get(s.filled())).orElseThrow(() -> new IllegalStateException(sample)));
        return entry.map(e -> {
                    Bank.Figure figure = e.figures().getFirst();
                    return new Published(sample, figure.kind(), figure.truth(), e.source());
                })
                .orElseGet(() -> new Published(sample, Bank.Kind.SAVING, json.number("saving"), json.filled("source")));
    }

    /** As was published, and where. */
    public String there() {
        return TEXTS.get("measured." + kind.word(), Numbers.percent(truth), place());
    }

    /** As follows from the sample, and by how much that misses what was published. */
    public String here() {
        double miss = derived.holds(truth) ? 0 : Math.max(derived.low() - truth, truth - derived.high());
        return miss == 0
                ? TEXTS.get("measured.derived", derived.label())
                : TEXTS.get("measured.missed", derived.label(), Interval.points(miss));
    }

    /** The first place of its source. */
    private String place() {
        return source.replace("https://", "").split("[:;]? ", 2)[0];
    }
}
