package app.steelyard.ui.shell;

import app.steelyard.document.Samples;
import app.steelyard.document.Settings;
import app.steelyard.plan.PlanField;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.profile.PriceBookLoader;
import app.steelyard.ui.FakeDialogs;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.Look;
import app.steelyard.ui.work.Workspace;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Slider;
import javafx.stage.Stage;

/**
 * Measures what a drag of a slider on the What if screen asks of the JavaFX thread: the processor time from one frame to
 * the next, with one move a frame, the edit, styles, layout, painting and showing of results counted. Of conversations, where
 * their turns are named.
 */
public final class DragTiming {
    private static final int FRAMES = 600;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final double[] times = new double[FRAMES];
    private final CountDownLatch done = new CountDownLatch(1);
    private final double turns;
    private long before;
    private int frame = -60;

    private DragTiming(double turns) {
        this.turns = turns;
    }

    /** @param args turns a session; none for single requests */
    public static void main(String[] args) throws Exception {
        DragTiming timing = new DragTiming(args.length == 0 ? 1 : Double.parseDouble(args[0]));
        Platform.startup(timing::open);
        timing.done.await();
        double[] warm = Arrays.copyOfRange(timing.times, FRAMES / 2, FRAMES);
        Arrays.sort(warm);
        System.out.printf(
                "a frame of a drag: median %.2f ms, 95 %% %.2f ms, most %.2f ms of processor time%n",
                warm[warm.length / 2], warm[(int) (warm.length * 0.95)], warm[warm.length - 1]);
        Platform.exit();
    }

    private void open() {
        PriceBook book = PriceBookLoader.load(Path.of("target", "screenshots", "no-profiles"))
                .book();
        Workspace workspace = new Workspace(
                PlanField.TURNS.with(Samples.plan("banking-copilot").orElseThrow(), turns), () -> book);
        Settings settings = new Settings(Path.of("target", "screenshots", "settings-timing.json"));
        Scene scene = new Scene(new Group(), 1440, 900);
        MainWindow window =
                Person.window(workspace, new FakeDialogs(), settings, new Look(settings), Clock.systemUTC());
        scene.setRoot(window);
        Look.dress(scene);
        window.show(Screen.WHAT_IF);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                step(scene);
            }
        }.start();
    }

    private void step(Scene scene) {
        long used = threads.getCurrentThreadCpuTime();
        if (frame >= 0 && frame < FRAMES) {
            times[frame] = (used - before) / 1e6;
        }
        before = used;
        frame++;
        if (frame >= FRAMES) {
            done.countDown();
            return;
        }
        Node found = Fx.find(scene.getRoot(), "whatif.slider." + PlanField.REQUESTS_PER_MONTH.path())
                .orElse(null);
        if (found instanceof Slider slider) {
            slider.setValue(0.5 + 0.45 * Math.sin(frame / 40.0));
        }
    }
}
