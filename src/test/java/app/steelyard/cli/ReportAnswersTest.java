package app.steelyard.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.pricing.profile.PriceBookLoader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

/** Where Decide recommends another design than the one that costs least, the page says so as the record does. */
class ReportAnswersTest {
    private static final String DIFFERENCE =
            "Decide recommends Fine-tuning on GPT-4.1 mini for other reasons than cost";

    @TempDir
    Path folder;

    private String run(int exit, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(out, true, StandardCharsets.UTF_8);
        assertEquals(
                exit,
                Cli.run(both, both, Ansi.OFF, () -> PriceBookLoader.load(folder.resolve("no-profiles")), arguments),
                out::toString);
        return out.toString(StandardCharsets.UTF_8);
    }

    private String page(String... answers) throws IOException {
        Path pdf = folder.resolve("page.pdf");
        String[] all = new String[answers.length + 6];
        System.arraycopy(
                new String[] {"report", "sample:clinical-extractor", "--edition", "board", "--pdf", pdf.toString()},
                0,
                all,
                0,
                6);
        System.arraycopy(answers, 0, all, 6, answers.length);
        run(0, all);
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void thePageSaysWhatTheRecordSays() throws IOException {
        assertTrue(page("--answers", "answers:clinical-extractor").contains(DIFFERENCE));
        assertFalse(page().contains(DIFFERENCE));
        String record = run(0, "decide", "answers:clinical-extractor", "--format", "madr", "--date", "2026-11-30");
        assertTrue(record.contains(DIFFERENCE), record);
    }

    @Test
    void answersThatAreNoneAreRefused() {
        run(3, "report", "sample:clinical-extractor", "--answers", "answers:nobody", "--edition", "board");
    }
}
