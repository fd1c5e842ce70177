package app.steelyard.app.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.cost.Comparison;
import app.steelyard.document.Samples;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.WhatIf;
import app.steelyard.plan.typed.RangeText;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.profile.PriceBookLoader;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhatChangesTest {
    @TempDir
    private static Path folder;

    private static PriceBook book() {
        return PriceBookLoader.load(folder).book();
    }

    private static Plan ranged(Plan plan, String path, String text) {
        PlanNumber number = PlanNumber.at(plan, path).orElseThrow();
        return RangeText.apply(plan, number, RangeText.parse(text, number, plan));
    }

    private static Plan certain(String sample) {
        return Samples.plan(sample).orElseThrow().withWhatIf(WhatIf.NOTHING);
    }

    private static String best(Plan plan) {
        return Comparison.of(plan, book())
                .cheapest()
                .orElseThrow()
                .architecture()
                .name();
    }

    /** The value that is told is the one at which the result is another. */
    @Test
    void theValueToldIsWhereTheAnswerChanges() {
        Plan plan = certain("banking-copilot");
        String compliance = plan.items().get(2).id();
        Plan asked = ranged(plan, "items." + compliance + ".tokens", "24,000 (12k to 60k)");
        WhatChanges changes = WhatChanges.of(asked, book(), () -> false);
        assertEquals(1, changes.ranged().size(), changes::toString);
        String text = changes.ranged().get(0).text();
        assertTrue(text.matches("Above [0-9.]+k tokens of “Compliance PDFs”, Retrieval costs least"), text);
        double at = 1000 * Double.parseDouble(text.replaceAll("Above ([0-9.]+)k.*", "$1"));
        PlanNumber tokens =
                PlanNumber.at(plan, "items." + compliance + ".tokens").orElseThrow();
        assertEquals("Retrieval", best(tokens.with(plan, at * 1.01)));
        assertNotEquals("Retrieval", best(tokens.with(plan, at * 0.99)));
        assertEquals("Nothing else in the ranges changes it.", changes.nothingElse());
        assertTrue(changes.others().size() <= 3);
    }

    @Test
    void rangesThatChangeNothingAreOneSentence() {
        Plan plan = ranged(certain("banking-copilot"), PlanField.OUTPUT_TOKENS.path(), "590 to 610");
        WhatChanges changes = WhatChanges.of(plan, book(), () -> false);
        assertTrue(changes.ranged().isEmpty());
        assertEquals("Nothing in the ranges changes the answer.", changes.nothingElse());
    }

    /** A derived rate whose known error reaches to where another design is the answer is to be measured. */
    @Test
    void aDerivedRateInDoubtIsToBeMeasured() {
        Plan derived = PlanField.MEASURED_HIT_RATE.with(certain("support-bot"), Double.NaN);
        boolean told = false;
        for (double weeks = 0; weeks <= 40 && !told; weeks += 0.5) {
            Plan plan = PlanField.CACHING_WEEKS.with(derived, weeks);
            WhatChanges changes = WhatChanges.of(plan, book(), () -> false);
            told = !changes.measure().isEmpty();
            if (told) {
                assertTrue(changes.measure().endsWith(": measure it first."), changes.measure());
                Plan measured = PlanField.MEASURED_HIT_RATE.with(plan, 0.9);
                assertEquals("", WhatChanges.of(measured, book(), () -> false).measure());
            }
        }
        assertTrue(told, "no plan in which the known error of the derived rate turns the answer");
    }

    @Test
    void itStopsWhenNobodyWaits() {
        Plan plan = certain("banking-copilot");
        assertThrows(CancellationException.class, () -> WhatChanges.of(plan, book(), () -> true));
        assertFalse(WhatChanges.of(plan, book(), () -> false).withRanges());
    }
}
