package app.steelyard.app.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.cost.Comparison;
import app.steelyard.cost.Verdict;
import app.steelyard.document.Samples;
import app.steelyard.plan.check.PlanValidator;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.profile.PriceBookLoader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExampleTest {
    @Test
    void everySampleIsSoundHasAnAnswerAndTeachesSomething(@TempDir Path none) {
        PriceBook book = PriceBookLoader.load(none).book();
        List<Example> all = Example.all(book);
        assertEquals(Samples.IDS, all.stream().map(Example::id).toList());
        for (Example example : all) {
            assertEquals(List.of(), PlanValidator.validate(example.plan()), example.id());
            assertTrue(
                    Comparison.of(example.plan(), book).verdict() instanceof Verdict.Cheapest,
                    example.id() + ": " + example.answer());
            assertTrue(
                    example.answer().sentence().contains("$"), example.answer().sentence());
            assertFalse(Example.teaches(example.id()).isBlank());
        }
    }
}
