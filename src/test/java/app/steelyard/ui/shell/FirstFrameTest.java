package app.steelyard.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.document.PlanCodec;
import app.steelyard.document.Samples;
import app.steelyard.document.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** The program as it is started: a frame at once, and what belongs into it after that. */
@ExtendWith(ApplicationExtension.class)
class FirstFrameTest {
    @TempDir
    private Path folder;

    private Stage stage;
    private Scene scene;
    private Node first;
    private Dimension2D size;
    private CompletableFuture<MainWindow> made;
    private Thread.UncaughtExceptionHandler handler;

    @BeforeEach
    void remember(FxRobot robot) {
        handler = Thread.getDefaultUncaughtExceptionHandler();
        robot.interact(() -> stage = new Stage());
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(stage::close);
        Thread.setDefaultUncaughtExceptionHandler(handler);
    }

    private Path settings() {
        return folder.resolve("settings.json");
    }

    /** Without waiting for anything. */
    private void open(FxRobot robot, Optional<Path> plan) {
        robot.interact(() -> {
            made = SteelyardApp.open(stage, plan, settings());
            scene = stage.getScene();
            first = scene.getRoot();
            size = new Dimension2D(stage.getWidth(), stage.getHeight());
        });
    }

    private MainWindow filled() throws Exception {
        MainWindow window = made.get(1, TimeUnit.MINUTES);
        WaitForAsyncUtils.waitForFxEvents();
        return window;
    }

    private ToggleButton rail(Screen screen, FxRobot robot) {
        return robot.from(scene.getRoot())
                .lookup((Node n) -> ("rail." + screen).equals(n.getId()))
                .query();
    }

    @Test
    void isShownBeforeThereIsAnythingInIt(FxRobot robot) throws Exception {
        open(robot, Optional.empty());
        assertInstanceOf(FirstFrame.class, first);
        assertFalse(size.getWidth() == 0 || Double.isNaN(size.getWidth()), "it is on the screen");
        MainWindow window = filled();
        assertSame(scene, stage.getScene());
        assertSame(window, scene.getRoot());
        assertEquals(size, new Dimension2D(stage.getWidth(), stage.getHeight()), "the window does not jump");
        assertTrue(rail(Screen.GALLERY, robot).isSelected());
        assertSame(rail(Screen.GALLERY, robot), scene.getFocusOwner());
        assertEquals("New plan – Steelyard", stage.getTitle());
    }

    @Test
    void aPlanGivenAtTheStartOpens(FxRobot robot) throws Exception {
        Path plan = Files.writeString(
                folder.resolve("bot.steelyard"),
                PlanCodec.write(Samples.plan("banking-copilot").orElseThrow()));
        open(robot, Optional.of(plan));
        assertInstanceOf(FirstFrame.class, first);
        filled();
        assertTrue(rail(Screen.CALCULATE, robot).isSelected());
        assertEquals("Banking copilot – Steelyard", stage.getTitle());
        assertEquals(List.of(plan), new Settings(settings()).recent());
    }

    @Test
    void keysPressedTooEarlyHarmNothing(FxRobot robot) throws Exception {
        robot.interact(() -> {
            made = SteelyardApp.open(stage, Optional.empty(), settings());
            scene = stage.getScene();
            for (KeyCode key : List.of(KeyCode.TAB, KeyCode.ENTER, KeyCode.Z)) {
                scene.getRoot()
                        .fireEvent(
                                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, key == KeyCode.Z, false, false));
            }
        });
        filled();
        assertSame(rail(Screen.GALLERY, robot), scene.getFocusOwner());
    }

    @Test
    void aWindowClosedAtOnceStaysClosed(FxRobot robot) {
        robot.interact(() -> {
            made = SteelyardApp.open(stage, Optional.empty(), settings());
            stage.close();
        });
        WaitForAsyncUtils.sleep(200, TimeUnit.MILLISECONDS);
        WaitForAsyncUtils.waitForFxEvents();
        assertInstanceOf(FirstFrame.class, stage.getScene().getRoot());
        assertFalse(made.isDone());
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void hasTheColoursAndPlacesOfTheFinishedWindow(Settings.Theme theme, FxRobot robot) throws Exception {
        new Settings(settings()).setTheme(theme);
        open(robot, Optional.empty());
        List<Integer> before = colors(robot);
        filled();
        assertEquals(colors(robot), before);
        assertEquals(theme == Settings.Theme.DARK ? 0xff0d1117 : 0xffffffff, before.getLast());
    }

    /** In free places of header, rail and the rest, and of the lines between them. */
    private List<Integer> colors(FxRobot robot) {
        List<Integer> colors = new ArrayList<>();
        robot.interact(() -> {
            WritableImage picture = scene.snapshot(null);
            int bottom = (int) picture.getHeight() - 4;
            for (int y : List.of(1, 50, 51, 52, 53, 54)) {
                colors.add(picture.getPixelReader().getArgb(700, y));
            }
            for (int x : List.of(3, 157, 158, 159, 160, 161)) {
                colors.add(picture.getPixelReader().getArgb(x, bottom));
            }
        });
        return colors;
    }

    @Test
    void theThemeIsKnownAtAGlance() throws Exception {
        assertEquals(Settings.Theme.SYSTEM, Settings.glance(settings()));
        Settings settings = new Settings(settings());
        settings.addRecent(folder.resolve("theme\": \"LIGHT.steelyard"));
        for (Settings.Theme theme : Settings.Theme.values()) {
            settings.setTheme(theme);
            assertEquals(theme, Settings.glance(settings()));
        }
        Files.writeString(settings(), "{ \"recent\": [],\n  \"theme\" : \"DARK\" }");
        assertEquals(Settings.Theme.DARK, Settings.glance(settings()));
        Files.writeString(settings(), "{ \"theme\": \"PINK\" }");
        assertEquals(Settings.Theme.SYSTEM, Settings.glance(settings()));
        Files.write(settings(), new byte[] {(byte) 0xff, (byte) 0xc0});
        assertEquals(Settings.Theme.SYSTEM, Settings.glance(settings()));
    }
}
