package app.steelyard.app.plan;

import app.steelyard.app.Headline;
import app.steelyard.cost.Comparison;
import app.steelyard.document.Samples;
import app.steelyard.plan.Plan;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.Texts;
import java.util.List;

/**
 * A sample plan with its answer.
 *
 * @param id one of {@link Samples#IDS}
 */
public record Example(String id, Plan plan, Headline answer) {
    private static final Texts TEXTS = Texts.of(Example.class);

    /** All of them, in the order shown. Reading and pricing them takes longer than a frame, so it is done side by side. */
    public static List<Example> all(PriceBook book) {
        return Samples.IDS.parallelStream()
                .flatMap(id ->
                        Samples.plan(id).stream().map(p -> new Example(id, p, Headline.of(Comparison.of(p, book)))))
                .toList();
    }

    /** What there is to learn from the sample with this id. */
    public static String teaches(String id) {
        return TEXTS.get("sample.teaches." + id);
    }
}
