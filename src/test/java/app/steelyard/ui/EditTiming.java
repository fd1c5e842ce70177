package app.steelyard.ui;

import app.steelyard.cost.Comparison;
import app.steelyard.document.Samples;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.PriceBookLoader;
import app.steelyard.ui.kit.Look;
import app.steelyard.ui.work.Settings;
import app.steelyard.ui.work.Workspace;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;

/** Measures how long one edit keeps the JavaFX thread: weighing alone, all observers, and layout with drawing. */
public final class EditTiming {
    private EditTiming() {}

    public static void main(String[] args) throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        Platform.startup(() -> {
            measure();
            done.countDown();
        });
        done.await();
        Platform.exit();
    }

    private static void measure() {
        Path folder = Path.of("target", "screenshots");
        PriceBook book = PriceBookLoader.load(folder.resolve("no-profiles")).book();
        Plan plan = Samples.plan("banking-copilot").orElseThrow();
        Settings settings = new Settings(folder.resolve("settings-timing.json"));
        Workspace workspace = new Workspace(plan, book);
        MainWindow window =
                new MainWindow(workspace, new FakeDialogs(), settings, new Look(settings), Clock.systemUTC());
        Scene scene = new Scene(window, 1440, 900);
        Look.dress(scene);
        window.show(Screen.CALCULATE);
        scene.snapshot(null);
        int runs = 300;
        double[] weighing = new double[runs];
        double[] edits = new double[runs];
        double[] layouts = new double[runs];
        double[] frames = new double[runs];
        WritableImage image = new WritableImage(1440, 900);
        for (int i = 0; i < runs; i++) {
            double value = 600_000 + i * 1000;
            long start = System.nanoTime();
            Comparison.of(PlanField.REQUESTS_PER_MONTH.with(plan, value), book);
            long weighed = System.nanoTime();
            workspace.edit("timing", "timing", p -> PlanField.REQUESTS_PER_MONTH.with(p, value));
            long edited = System.nanoTime();
            window.applyCss();
            window.layout();
            long laidOut = System.nanoTime();
            scene.snapshot(image);
            long drawn = System.nanoTime();
            weighing[i] = (weighed - start) / 1e6;
            edits[i] = (edited - weighed) / 1e6;
            layouts[i] = (laidOut - edited) / 1e6;
            frames[i] = (drawn - laidOut) / 1e6;
        }
        print("weighing", weighing);
        print("edit with all observers", edits);
        print("css and layout, charts drawn", layouts);
        print("rendering in software", frames);
    }

    private static void print(String what, double[] all) {
        double[] warm = Arrays.copyOfRange(all, all.length / 3, all.length);
        Arrays.sort(warm);
        System.out.printf(
                "%-30s first %7.2f ms, median %6.2f ms, 95 %% %6.2f ms%n",
                what, all[0], warm[warm.length / 2], warm[(int) (warm.length * 0.95)]);
    }
}
