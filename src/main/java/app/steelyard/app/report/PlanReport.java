package app.steelyard.app.report;

import app.steelyard.app.Program;
import app.steelyard.cost.Comparison;
import app.steelyard.document.PlanCodec;
import app.steelyard.document.PlanFile;
import app.steelyard.pricing.PriceBook;
import app.steelyard.report.Edition;
import app.steelyard.report.PaperSize;
import app.steelyard.report.ReportModel;
import app.steelyard.report.csv.CsvReport;
import app.steelyard.report.pdf.PdfReport;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;

/** A plan’s report, to be written as often as is wanted. */
public final class PlanReport {
    private final ReportModel model;

    private PlanReport(ReportModel model) {
        this.model = model;
    }

    /** @param day the day that is printed on it */
    public static PlanReport of(Comparison comparison, PriceBook book, LocalDate day) {
        String digest = PlanFile.digest(PlanCodec.write(comparison.plan()));
        return new PlanReport(
                ReportModel.of(comparison, book, Program.version(), day).saying(digest, null));
    }

    public void pdf(Path file, PaperSize paper, Edition edition) {
        PdfReport.write(model, file, paper, edition);
    }

    public void pdf(OutputStream out, PaperSize paper, Edition edition) throws IOException {
        PdfReport.write(model, out, paper, edition);
    }

    public void csv(Path file) {
        CsvReport.write(model, file);
    }

    public String csv() throws IOException {
        StringWriter out = new StringWriter();
        CsvReport.write(model, out);
        return out.toString();
    }
}
