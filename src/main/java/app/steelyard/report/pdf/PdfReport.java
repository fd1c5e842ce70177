package app.steelyard.report.pdf;

import app.steelyard.chart.ChartSpec;
import app.steelyard.chart.draw.ChartPainter;
import app.steelyard.chart.draw.Fonts;
import app.steelyard.chart.draw.Graphics2DSurface;
import app.steelyard.chart.draw.Palette;
import app.steelyard.report.Edition;
import app.steelyard.report.ReportFile;
import app.steelyard.report.ReportModel;
import app.steelyard.report.Sheet;
import app.steelyard.text.Refusal;
import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** A report as PDF: tagged for screen readers (PDF/UA), fonts embedded, charts as vectors, nothing fetched. */
public final class PdfReport {
    private static final int REGULAR = 400;
    private static final int SEMI_BOLD = 600;
    private static final double CHART_FONT = 8.5;

    private PdfReport() {}

    /** @throws Refusal if the file cannot be written; what stood there before is then still there */
    public static void write(ReportModel model, Path file, Sheet sheet, Edition edition) {
        ReportFile.write(file, out -> write(model, out, sheet, edition));
    }

    /** The stream stays open. */
    public static void write(ReportModel model, OutputStream out, Sheet sheet, Edition edition) throws IOException {
        int tight = 0;
        byte[] board = pdf(HtmlReport.of(model, sheet, Edition.BOARD, tight), model.version());
        while (tight < BoardPage.TIGHTEST && pages(board) > 1) {
            tight++;
            board = pdf(HtmlReport.of(model, sheet, Edition.BOARD, tight), model.version());
        }
        out.write(edition == Edition.BOARD ? board : pdf(HtmlReport.of(model, sheet, edition, tight), model.version()));
    }

    private static int pages(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }

    static byte[] pdf(HtmlReport.Page page, String version) throws IOException {
        XRLog.setLoggingEnabled(false);
        DefaultObjectDrawerFactory drawers = new DefaultObjectDrawerFactory();
        drawers.registerDrawer(HtmlReport.CHART_TYPE, drawer(page.charts()));
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.useFont(Fonts::regular, Fonts.FAMILY, REGULAR, FontStyle.NORMAL, true);
        builder.useFont(Fonts::bold, Fonts.FAMILY, SEMI_BOLD, FontStyle.NORMAL, true);
        builder.useObjectDrawerFactory(drawers);
        // Nothing in the page refers outside; should a text ever do, it is not followed.
        builder.useUriResolver((base, uri) -> uri.startsWith("#") ? uri : null);
        builder.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useUnicodeLineBreaker(new WordBreaks(Locale.ENGLISH));
        builder.withHtmlContent(page.html(), null);
        builder.withProducer("Steelyard " + version);
        builder.toStream(pdf);
        builder.run();
        return pdf.toByteArray();
    }

    /** Of all charts in a report; their titles stand above them as headings. */
    static ChartPainter painter() {
        return new ChartPainter(Palette.PRINT, CHART_FONT, false);
    }

    private static FSObjectDrawer drawer(List<ChartSpec> charts) {
        ChartPainter painter = painter();
        return (element, x, y, width, height, device, context, dotsPerPixel) -> {
            ChartSpec spec = charts.get(Integer.parseInt(element.getAttribute("data-chart")));
            // The drawing is in CSS pixels of 1/96 inch; the chart is laid out in points.
            double pixel = 96.0 / 72;
            device.drawWithGraphics(
                    (float) x, (float) y, (float) (width / dotsPerPixel), (float) (height / dotsPerPixel), graphics -> {
                        graphics.scale(pixel, pixel);
                        painter.paint(
                                spec,
                                new Graphics2DSurface(graphics),
                                width / dotsPerPixel / pixel,
                                height / dotsPerPixel / pixel);
                    });
            return Map.of();
        };
    }
}
