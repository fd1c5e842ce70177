package app.steelyard.cli.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.VerdictCase;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CostTextTest {
    private static String of(VerdictCase of) {
        return CostText.of(of.comparison(), java.util.List.of(), Optional.empty());
    }

    /** What stands below the last blank line. */
    private static List<String> verdict(VerdictCase of) {
        String text = of(of);
        return text.substring(text.lastIndexOf("\n\n") + 2).lines().toList();
    }

    @Test
    void theAnswerIsWordedByHowTodayStands() {
        assertTrue(
                verdict(VerdictCase.TODAY_UNFIT_AND_CHEAPER)
                        .get(0)
                        .endsWith(" more than Uncached (today), which cannot do the job. Most of that is People:"
                                + " $12,000.00 more. Against it stands Input: $30.00 less."),
                of(VerdictCase.TODAY_UNFIT_AND_CHEAPER));
        assertTrue(verdict(VerdictCase.TODAY_UNFIT_AND_DEARER)
                .get(0)
                .contains(" less than Uncached (today), which cannot do the job. Most of that is Input: $30.00 less."));
        assertTrue(verdict(VerdictCase.SAVES).get(0).contains(" less than Uncached (today). Most of that is Input: "));
        assertTrue(
                verdict(VerdictCase.TODAY_UNFIT_AND_EQUAL)
                        .get(0)
                        .endsWith(": Retrieval with $0.00, as much as Uncached (today), which cannot do the job."),
                of(VerdictCase.TODAY_UNFIT_AND_EQUAL));
        assertEquals(
                "Cheapest over 12 months: Uncached (today) with $60.00, as much as Prompt caching.",
                verdict(VerdictCase.TIE).get(0));
        assertTrue(verdict(VerdictCase.TODAY_UNPRICED).get(0).endsWith("What today costs is not known."));
        assertEquals(
                "None of the designs that could be priced can do the job.",
                verdict(VerdictCase.NONE_FIT).get(0));
        assertEquals(
                "Nothing could be priced, so nothing can be compared.",
                verdict(VerdictCase.UNPRICED).get(0));
    }

    @Test
    void whyTodayCannotDoTheJobIsToldWhicheverCostsMore() {
        for (VerdictCase of : List.of(VerdictCase.TODAY_UNFIT_AND_CHEAPER, VerdictCase.TODAY_UNFIT_AND_DEARER)) {
            assertEquals(
                    1,
                    verdict(of).stream()
                            .filter(l ->
                                    l.startsWith("Uncached (today)") && l.contains("cannot do the job. The prompt of"))
                            .count(),
                    of(of));
        }
    }

    @Test
    void theTableMarksWhatCannotDoTheJob() {
        assertTrue(of(VerdictCase.TODAY_UNFIT_AND_CHEAPER).matches("(?s).*\\(not feasible\\) +\\(not feasible\\).*"));
        assertTrue(
                of(VerdictCase.TODAY_UNFIT_AND_CHEAPER).contains("against today’s design, which cannot do the job."));
        assertFalse(of(VerdictCase.SAVES).contains("(not feasible)"));
        assertFalse(of(VerdictCase.SAVES).contains("cannot do the job"));
    }

    @Test
    void aModelWithoutPricesIsNotCalledPriced() {
        assertTrue(of(VerdictCase.UNPRICED)
                .contains("\ntest/base has no price here; Standard service, as of 2026-02-01;"));
        assertTrue(of(VerdictCase.SAVES).contains("\nPrices of test/base, Standard service, as of 2026-02-01;"));
    }

    @ParameterizedTest
    @EnumSource
    void noDifferenceIsNegativeOrNothing(VerdictCase of) {
        assertFalse(String.join("\n", verdict(of)).matches("(?s).*(−\\$|\\$0\\.00 (less|more)).*"), of(of));
    }
}
