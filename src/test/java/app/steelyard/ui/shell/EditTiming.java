package app.steelyard.ui.shell;

import app.steelyard.cost.Comparison;
import app.steelyard.document.Samples;
import app.steelyard.document.Settings;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.profile.PriceBookLoader;
import app.steelyard.ui.FakeDialogs;
import app.steelyard.ui.kit.Look;
import app.steelyard.ui.work.Workspace;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * Measures how long one edit keeps the JavaFX thread: weighing alone, the edit with all its observers, and the pulse
 * that follows up to rendering: refreshing, styles, layout, and the drawing of charts. One edit a pulse, as in a drag.
 * Processor time is given beside elapsed time, for machines that do something else as well.
 */
public final class EditTiming {
    private static final int RUNS = 400;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final CountDownLatch done = new CountDownLatch(1);
    private final double[][] elapsed = new double[4][RUNS];
    private final double[][] processor = new double[4][RUNS];
    private final PriceBook book = PriceBookLoader.load(Path.of("target", "screenshots", "no-profiles"))
            .book();
    private final Plan plan = Samples.plan("banking-copilot").orElseThrow();
    private final Workspace workspace = new Workspace(plan, () -> book);
    private Span pulse = new Span();
    private int run = -1;

    /** From its making on. */
    private final class Span {
        private final long start = System.nanoTime();
        private final long startProcessor = threads.getCurrentThreadCpuTime();

        void end(int what) {
            elapsed[what][run] = (System.nanoTime() - start) / 1e6;
            processor[what][run] = (threads.getCurrentThreadCpuTime() - startProcessor) / 1e6;
        }
    }

    public static void main(String[] args) throws Exception {
        EditTiming timing = new EditTiming();
        Platform.startup(timing::open);
        timing.done.await();
        timing.print("weighing alone", 0);
        timing.print("edit with its observers", 1);
        timing.print("pulse: styles, layout, charts", 2);
        timing.print("edit and pulse", 3);
        Platform.exit();
    }

    private void open() {
        Settings settings = new Settings(Path.of("target", "screenshots", "settings-timing.json"));
        Scene scene = new Scene(new Group(), 1440, 900);
        // Before all other listeners, and after layout.
        scene.addPreLayoutPulseListener(() -> pulse = new Span());
        scene.addPostLayoutPulseListener(this::laidOut);
        MainWindow window =
                Person.window(workspace, new FakeDialogs(), settings, new Look(settings), Clock.systemUTC());
        scene.setRoot(window);
        Look.dress(scene);
        window.show(Screen.CALCULATE);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
    }

    private void laidOut() {
        if (run >= 0 && run < RUNS) {
            pulse.end(2);
            elapsed[3][run] = elapsed[1][run] + elapsed[2][run];
            processor[3][run] = processor[1][run] + processor[2][run];
        }
        run++;
        if (run < RUNS) {
            Platform.runLater(this::edit);
        } else {
            done.countDown();
        }
    }

    private void edit() {
        double value = 600_000 + run * 1000;
        Span weighing = new Span();
        Comparison.of(PlanField.REQUESTS_PER_MONTH.with(plan, value), book);
        weighing.end(0);
        Span edit = new Span();
        workspace.edit("timing", "timing", p -> PlanField.REQUESTS_PER_MONTH.with(p, value));
        edit.end(1);
        Platform.requestNextPulse();
    }

    private void print(String what, int index) {
        System.out.printf(
                "%-30s first %7.2f ms, median %6.2f ms, 95 %% %6.2f ms; processor: median %6.2f ms, 95 %% %6.2f ms%n",
                what,
                elapsed[index][1],
                part(elapsed[index], 0.5),
                part(elapsed[index], 0.95),
                part(processor[index], 0.5),
                part(processor[index], 0.95));
    }

    /** Of the warm runs. */
    private static double part(double[] all, double part) {
        double[] warm = Arrays.copyOfRange(all, all.length / 2, all.length);
        Arrays.sort(warm);
        return warm[(int) (warm.length * part)];
    }
}
