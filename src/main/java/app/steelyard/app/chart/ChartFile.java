package app.steelyard.app.chart;

import app.steelyard.chart.ChartSpec;
import app.steelyard.chart.draw.ChartPainter;
import app.steelyard.chart.draw.Palette;
import app.steelyard.chart.draw.SvgSurface;
import app.steelyard.files.AtomicFile;
import app.steelyard.text.Refusal;
import app.steelyard.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A chart as a file of its own. */
public final class ChartFile {
    private static final Texts TEXTS = Texts.of(ChartFile.class);
    private static final double FONT_SIZE = 12;
    private static final double WIDTH = 900;

    private ChartFile() {}

    /** Its picture, with its title, in the colours of paper. */
    public static String svg(ChartSpec chart) {
        ChartPainter painter = new ChartPainter(Palette.PRINT, FONT_SIZE, true);
        double height = Math.ceil(painter.preferredHeight(chart, new SvgSurface(), WIDTH));
        return SvgSurface.document(chart, painter, WIDTH, height);
    }

    /** @throws Refusal if the file cannot be written */
    public static void write(Path file, String content) {
        try {
            AtomicFile.write(file, content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new Refusal(TEXTS.get("chart.unwritten", file, AtomicFile.why(e)));
        }
    }
}
