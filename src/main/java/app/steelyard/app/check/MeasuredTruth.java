package app.steelyard.app.check;

import app.steelyard.json.JsonReader;
import app.steelyard.json.JsonValue;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.util.HashMap;
import java.util.Map;

/**
 * What somebody measured of the system that a sample is made after, beside what follows from the sample. Neither the samples
 * nor the shipped prices change, and the trials take a while: they are kept beside the program, and a test runs them anew.
 *
 * @param truth as it was published, 0 to 1
 * @param derived from the sample's plan and its ranges at the shipped prices; the user's own do not count
 * @param source who published it
 */
public record MeasuredTruth(Bank.Kind kind, double truth, Interval derived, String source) {
    private static final Texts TEXTS = Texts.of(MeasuredTruth.class);

    /** Of each sample of whose system something was published, by its id. */
    public static Map<String, MeasuredTruth> all() {
        return JsonReader.packaged(MeasuredTruth.class, "measured.json", root -> {
                    Map<String, MeasuredTruth> all = new HashMap<>();
                    root.objects("samples", json -> all.put(json.filled("sample"), of(json)));
                    root.done();
                    return all;
                })
                .packaged();
    }

    private static MeasuredTruth of(JsonValue json) {
        return new MeasuredTruth(
                json.choice("kind", Bank.Kind.class),
                json.number("truth"),
                new Interval(json.number("low"), json.number("median"), json.number("high")),
                json.filled("source"));
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
