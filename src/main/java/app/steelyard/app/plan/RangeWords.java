package app.steelyard.app.plan;

import app.steelyard.plan.Range;
import app.steelyard.plan.check.Assumed;
import app.steelyard.text.Texts;
import java.util.function.DoubleFunction;

/** A number with the range it may lie in, and whether anybody said so. */
final class RangeWords {
    private static final Texts TEXTS = Texts.of(RangeWords.class);

    private RangeWords() {}

    /** @param end of the range, as people read it */
    static String of(String value, Range range, DoubleFunction<String> end) {
        return TEXTS.get(
                Assumed.is(range) ? "ranged.assumed" : "ranged",
                value,
                end.apply(range.low()),
                end.apply(range.high()));
    }
}
