package app.steelyard.app.report;

import app.steelyard.app.Program;
import app.steelyard.cost.Comparison;
import app.steelyard.decision.Agreement;
import app.steelyard.decision.Decision;
import app.steelyard.decision.answers.Answers;
import app.steelyard.document.PlanCodec;
import app.steelyard.document.PlanFile;
import app.steelyard.pricing.PriceBook;
import app.steelyard.report.Edition;
import app.steelyard.report.ReportModel;
import app.steelyard.report.Sheet;
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
    private final PriceBook book;
    private final Answers answers;

    private PlanReport(ReportModel model, PriceBook book, Answers answers) {
        this.model = model;
        this.book = book;
        this.answers = answers;
    }

    /** @param day the day that is printed on it */
    public static PlanReport of(Comparison comparison, PriceBook book, LocalDate day) {
        return of(comparison, book, day, Answers.NONE);
    }

    /** The same where the wizard's questions are answered, so that the report says where it recommends another design. */
    public static PlanReport of(Comparison comparison, PriceBook book, LocalDate day, Answers answers) {
        return new PlanReport(ReportModel.of(comparison, book, Program.version(), day), book, answers);
    }

    public void pdf(Path file, Sheet sheet, Edition edition) {
        PdfReport.write(said(), file, sheet, edition);
    }

    public void pdf(OutputStream out, Sheet sheet, Edition edition) throws IOException {
        PdfReport.write(said(), out, sheet, edition);
    }

    private ReportModel said() {
        String difference = answers.equals(Answers.NONE)
                ? null
                : Agreement.difference(
                                Decision.of(model.plan(), answers, book),
                                model.comparison().verdict())
                        .orElse(null);
        return model.saying(PlanFile.digest(PlanCodec.write(model.plan())), difference);
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
