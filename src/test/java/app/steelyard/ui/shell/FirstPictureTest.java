package app.steelyard.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.app.check.MeasuredTruth;
import app.steelyard.app.plan.Example;
import app.steelyard.app.plan.NewPlan;
import app.steelyard.document.Samples;
import app.steelyard.document.Settings;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.profile.PriceBookLoader;
import app.steelyard.ui.FakeDialogs;
import app.steelyard.ui.kit.Look;
import app.steelyard.ui.work.Workspace;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The window as it first shows, before prices and examples were read. */
@ExtendWith(ApplicationExtension.class)
class FirstPictureTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private final AtomicInteger asked = new AtomicInteger();
    private final CompletableFuture<List<Example>> examples = new CompletableFuture<>();
    private PriceBook book;
    private int askedAtFirst;

    @Start
    void start(Stage stage) {
        book = PriceBookLoader.load(folder.resolve("none")).book();
        Settings settings = new Settings(folder.resolve("settings.json"));
        Workspace workspace = new Workspace(NewPlan.of(NewPlan.USUAL_MODEL, LocalDate.now(CLOCK)), () -> {
            asked.incrementAndGet();
            return book;
        });
        MainWindow window = new MainWindow(workspace, new FakeDialogs(), settings, new Look(settings), CLOCK, examples);
        Scene scene = new Scene(window, 980, 760);
        Look.dress(scene);
        window.attach(stage, scene);
        stage.setScene(scene);
        stage.show();
        window.applyCss();
        window.layout();
        askedAtFirst = asked.get();
    }

    @Test
    void needsNoPrices() {
        assertEquals(0, askedAtFirst);
    }

    @Test
    void keepsPlacesForTheExamplesAndFillsThem(FxRobot robot) {
        int all = Samples.IDS.size();
        assertEquals(all, robot.lookup(".sample-place").queryAll().size());
        double before = height(robot);
        examples.complete(Example.all(book));
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(robot.lookup(".sample-place").queryAll().isEmpty());
        assertEquals(all, robot.lookup(".sample-card").queryAll().size());
        assertEquals(before, height(robot), "what is below does not move");
        Button card =
                robot.lookup((Node n) -> "sample.caching".equals(n.getId())).query();
        robot.interact(card::fire);
        assertTrue(robot.lookup("#headline").tryQuery().isPresent());
        assertTrue(asked.get() > 0);
    }

    @Test
    void tellsOnItsCardWhatWasMeasuredOfASystem(FxRobot robot) throws Exception {
        examples.complete(Example.all(book));
        MeasuredTruth.all();
        WaitForAsyncUtils.waitForFxEvents();
        double before = height(robot);
        WaitForAsyncUtils.waitFor(
                10,
                TimeUnit.SECONDS,
                () -> robot.lookup(".sample-measured").queryAllAs(Label.class).stream()
                                .filter(l -> l.getText().startsWith("Measured there: "))
                                .count()
                        == Samples.MEASURED.size());
        assertEquals(before, height(robot), "what is below does not move");
    }

    private static double height(FxRobot robot) {
        return robot.lookup("#samples").query().getLayoutBounds().getHeight()
                + robot.lookup("#systems").query().getLayoutBounds().getHeight();
    }

    @Test
    void theModelOfANewPlanIsAmongTheShippedPrices() {
        assertEquals(NewPlan.of(book, LocalDate.now(CLOCK)), NewPlan.of(NewPlan.USUAL_MODEL, LocalDate.now(CLOCK)));
    }
}
