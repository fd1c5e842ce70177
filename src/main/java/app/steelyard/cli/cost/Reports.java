package app.steelyard.cli.cost;

import app.steelyard.app.Program;
import app.steelyard.cost.Comparison;
import app.steelyard.pricing.PriceBook;
import app.steelyard.report.PaperSize;
import app.steelyard.report.ReportException;
import app.steelyard.report.ReportModel;
import app.steelyard.report.csv.CsvReport;
import app.steelyard.report.pdf.PdfReport;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;

/** What the report room writes, for the commands that ask for it. */
public final class Reports {
    private Reports() {}

    private static ReportModel model(Comparison comparison, PriceBook book) {
        return ReportModel.of(comparison, book, Program.version(), LocalDate.now(ZoneId.systemDefault()));
    }

    public static void pdf(Comparison comparison, PriceBook book, Path file, PaperSize paper) throws ReportException {
        PdfReport.write(model(comparison, book), file, paper);
    }

    public static void csv(Comparison comparison, PriceBook book, Path file) throws ReportException {
        CsvReport.write(model(comparison, book), file);
    }

    public static String csv(Comparison comparison, PriceBook book) throws IOException {
        StringWriter out = new StringWriter();
        CsvReport.write(model(comparison, book), out);
        return out.toString();
    }
}
