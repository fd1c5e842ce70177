package app.steelyard.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.VerdictCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HeadlineTest {
    private static Headline of(VerdictCase of) {
        return Headline.of(of.comparison());
    }

    @Test
    void itSaysHowTheCheapestStandsBesideToday() {
        assertEquals(
                "Retrieval is cheapest: $1,003 a month on average over 12 months, $997.50 more than today, which"
                        + " cannot do the job",
                of(VerdictCase.TODAY_UNFIT_AND_CHEAPER).sentence());
        assertEquals(
                "Retrieval is cheapest: $2.50 a month on average over 12 months, $2.50 less than today, which cannot"
                        + " do the job",
                of(VerdictCase.TODAY_UNFIT_AND_DEARER).sentence());
        assertTrue(of(VerdictCase.SAVES).sentence().endsWith(" less than today"));
        assertTrue(of(VerdictCase.HARDLY).sentence().endsWith(", hardly less than today"));
        assertTrue(of(VerdictCase.TIE).sentence().startsWith("Nothing beats what you have: Uncached costs $5.00"));
        assertTrue(of(VerdictCase.TODAY_UNPRICED).sentence().endsWith("Today’s design has no price"));
        assertEquals(
                "Nothing that has a price can do the job",
                of(VerdictCase.NONE_FIT).sentence());
        assertEquals(
                "No architecture can be priced yet", of(VerdictCase.UNPRICED).sentence());
    }

    @Test
    void itSaysWhyTodayIsNoMeasureAndWhatTheDifferenceIsFor() {
        Headline dear = of(VerdictCase.TODAY_UNFIT_AND_CHEAPER);
        assertTrue(dear.warning());
        assertTrue(
                dear.detail().startsWith("Most of the difference is People: $12,000 over the horizon.\n"),
                dear.detail());
        assertTrue(dear.detail().contains("Uncached, in use today, cannot do the job. The prompt of 5,000 tokens"));
        assertTrue(of(VerdictCase.TODAY_UNFIT_AND_DEARER).detail().contains("in use today, cannot do the job."));
        assertTrue(of(VerdictCase.NONE_FIT).detail().contains("is longer than the 100 that"));
    }

    @Test
    void whatCostsTheSameIsSaidToDoSo() {
        assertTrue(
                of(VerdictCase.TIE).detail().contains("Prompt caching costs as much."),
                of(VerdictCase.TIE).detail());
        assertTrue(of(VerdictCase.HARDLY).sentence().contains("hardly less than today"));
        assertTrue(of(VerdictCase.HARDLY).detail().contains("Next best is today’s design."));
    }

    @ParameterizedTest
    @EnumSource
    void noDifferenceIsNegativeOrNothing(VerdictCase of) {
        Headline headline = of(of);
        assertFalse(
                (headline.sentence() + headline.detail()).matches("(?s).*(−\\$|\\$0\\.00 (less|more|a month more)).*"),
                headline.toString());
    }
}
