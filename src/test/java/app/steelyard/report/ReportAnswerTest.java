package app.steelyard.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Fixtures;
import app.steelyard.VerdictCase;
import app.steelyard.report.csv.CsvReport;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportAnswerTest {
    private static ReportModel model(VerdictCase of) {
        return ReportModel.of(of.comparison(), null, Fixtures.book(Fixtures.model()), "test", Fixtures.DAY);
    }

    private static String of(VerdictCase of) {
        return new ReportAnswer(model(of)).answer();
    }

    @Test
    void theAnswerIsWordedByHowTodayStands() {
        String dear = of(VerdictCase.TODAY_UNFIT_AND_CHEAPER);
        assertTrue(
                dear.contains(" more than today’s Uncached at $60.00, which cannot do the job. Most of that is People:"
                        + " $12,000.00 more. Introducing it costs $12,000.00 once, before the first month. "),
                dear);
        assertFalse(dear.contains("net present value") || dear.contains("pay that back"), dear);
        String cheap = of(VerdictCase.TODAY_UNFIT_AND_DEARER);
        assertTrue(
                cheap.contains(
                        " less than today’s Uncached at $60.00, which cannot do the job. Most of that is Input:"),
                cheap);
        assertTrue(cheap.contains("Uncached cannot do the job: The prompt of 5,000 tokens"), cheap);
        assertTrue(of(VerdictCase.TIE).contains("Prompt caching costs as much."), of(VerdictCase.TIE));
        assertTrue(of(VerdictCase.TODAY_UNPRICED).contains("What it saves cannot be said"));
        assertTrue(of(VerdictCase.NONE_FIT).startsWith("None of the architectures that could be priced"));
        assertTrue(of(VerdictCase.UNPRICED).startsWith("Nothing could be priced"));
    }

    @ParameterizedTest
    @EnumSource
    void noDifferenceIsNegativeOrNothing(VerdictCase of) {
        assertFalse(of(of).matches("(?s).*(−\\$|\\$0\\.00 (less|more)).*"), of(of));
    }

    /** In the rows of figures, too, a difference to a design that cannot do the job is not called a saving. */
    @ParameterizedTest
    @EnumSource
    void theFiguresAgainstTodaySayWhatTheyAre(VerdictCase of) throws Exception {
        StringWriter csv = new StringWriter();
        CsvReport.write(model(of), csv);
        long marked = csv.toString()
                .lines()
                .filter(l -> l.startsWith("measure,") && l.contains("a difference, not a saving"))
                .count();
        assertEquals(
                of.name().startsWith("TODAY_UNFIT") || of == VerdictCase.NONE_FIT
                        ? 11 * of.comparison().priced().size()
                        : 0,
                marked);
    }
}
