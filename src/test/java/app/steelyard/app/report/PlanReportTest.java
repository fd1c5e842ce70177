package app.steelyard.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.SampleComparisons;
import app.steelyard.report.Edition;
import app.steelyard.report.PaperSize;
import app.steelyard.report.Sheet;
import app.steelyard.text.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanReportTest {
    @TempDir
    Path folder;

    private final PlanReport report = PlanReport.of(
            SampleComparisons.compare(SampleComparisons.copilot()), SampleComparisons.book(), LocalDate.of(2026, 2, 3));

    @Test
    void theFileSaysWhatIsPrinted() throws Exception {
        Path file = folder.resolve("r.csv");
        report.csv(file);
        assertEquals(report.csv(), Files.readString(file));
    }

    @Test
    void whereItCannotBeWrittenAPersonIsTold() {
        Exception e = assertThrows(
                Exception.class,
                () -> report.pdf(folder.resolve("no/r.pdf"), Sheet.of(PaperSize.A4, Edition.WHOLE), Edition.WHOLE));
        assertTrue(e instanceof Refusal);
    }
}
