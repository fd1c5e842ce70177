package app.steelyard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.cli.WithoutDisplay;
import app.steelyard.document.PlanCodec;
import app.steelyard.document.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartTest {
    @TempDir
    Path folder;

    private static boolean wantsWindow(String... arguments) {
        return Main.wantsWindow(arguments);
    }

    @Test
    void nothingOrAPlanOpensTheWindow() throws IOException {
        Path file = Files.writeString(folder.resolve("plan.json"), "{}");
        assertTrue(wantsWindow());
        assertTrue(wantsWindow("not-there-yet.steelyard"));
        assertTrue(wantsWindow(file.toString()));
        assertFalse(wantsWindow("cost"));
        assertFalse(wantsWindow("--help"));
        assertFalse(wantsWindow("bogus"));
        assertFalse(wantsWindow(folder.toString()));
        assertFalse(wantsWindow("cost", file.toString()));
        assertFalse(wantsWindow("\0"));
    }

    @Test
    void onlyLinuxMayHaveNoDisplay() {
        // Tests run on the headless platform, which needs none.
        assertTrue(Main.hasDisplay("Linux", Map.of()));
        String platform = System.clearProperty("glass.platform");
        try {
            assertFalse(Main.hasDisplay("Linux", Map.of("DISPLAY", " ")));
            assertTrue(Main.hasDisplay("Linux", Map.of("DISPLAY", ":0")));
            assertTrue(Main.hasDisplay("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0")));
            assertTrue(Main.hasDisplay("Windows 11", Map.of()));
            assertTrue(Main.hasDisplay("Mac OS X", Map.of()));
        } finally {
            System.setProperty("glass.platform", platform == null ? "" : platform);
        }
    }

    private String withoutDisplay(int code, String... arguments) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(text, true, StandardCharsets.UTF_8);
        assertEquals(code, WithoutDisplay.run(both, both, folder, arguments));
        return text.toString(StandardCharsets.UTF_8);
    }

    @Test
    void withoutADisplayThereIsAReport() throws IOException {
        List<String> lines = withoutDisplay(0).lines().toList();
        assertTrue(lines.get(0).startsWith("There is no display"), lines.get(0));
        for (String ending : List.of(".pdf", ".csv")) {
            Path file = folder.resolve("steelyard-sample-report" + ending);
            assertTrue(lines.contains(file.toString()), lines.toString());
            assertTrue(Files.size(file) > 0);
        }
    }

    @Test
    void inACheckoutItGoesWhereTheBuildPutsThings() throws IOException {
        Files.writeString(folder.resolve("pom.xml"), "<project/>");
        Files.createDirectories(folder.resolve("src/main/java/app/steelyard"));
        withoutDisplay(0);
        assertTrue(Files.exists(folder.resolve("target/steelyard-sample-report.pdf")));
    }

    @Test
    void withoutADisplayAPlanGetsItsOwnReport() throws IOException {
        Path plan = folder.resolve("bot.steelyard");
        Files.writeString(plan, PlanCodec.write(Samples.plan("caching").orElseThrow()));
        withoutDisplay(0, plan.toString());
        assertTrue(Files.exists(folder.resolve("bot.pdf")));
        String said = withoutDisplay(3, folder.resolve("none.steelyard").toString());
        assertTrue(said.contains("There is no such file"), said);
    }
}
