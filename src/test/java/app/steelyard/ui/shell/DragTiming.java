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
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Slider;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Measures what a drag of a slider asks of the JavaFX thread: the processor time from one frame to the next, with one move a
 * frame, the edit, styles, layout, painting and showing of results counted; and the time that goes by from the move to the
 * end of layout, which is longer on a machine that does something else as well.
 */
public final class DragTiming {
    private static final int FRAMES = 600;
    /** By this frame all is there. */
    private static final int SHOWN = -40;

    private static final String LAYER = "LAYER";

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final double[] processor = new double[FRAMES];
    private final double[] elapsed = new double[FRAMES];
    private final CountDownLatch done = new CountDownLatch(1);
    private final double turns;
    private final Screen screen;
    private final boolean layer;
    private @Nullable Slider slider;
    private @Nullable String moving;
    private long before;
    private long began;
    private int frame = -60;

    private DragTiming(double turns, Screen screen, boolean layer) {
        this.turns = turns;
        this.screen = screen;
        this.layer = layer;
    }

    /**
     * @param args turns a session, 1 unless named; then {@code CALCULATE} or {@code WHAT_IF}, on which a slider is dragged,
     *     which is the latter unless named, or {@code LAYER}, of the prompt on Calculate, past another one with every frame
     */
    public static void main(String[] args) throws Exception {
        DragTiming timing = new DragTiming(
                args.length == 0 ? 1 : Double.parseDouble(args[0]),
                args.length < 2 ? Screen.WHAT_IF : args[1].equals(LAYER) ? Screen.CALCULATE : Screen.valueOf(args[1]),
                args.length > 1 && args[1].equals(LAYER));
        Platform.startup(timing::open);
        timing.done.await();
        System.out.printf(
                "a frame of a drag: %s of processor time, %s elapsed%n", told(timing.processor), told(timing.elapsed));
        Platform.exit();
    }

    /** Of the warm frames. */
    private static String told(double[] all) {
        double[] warm = Arrays.copyOfRange(all, FRAMES / 2, FRAMES);
        Arrays.sort(warm);
        return String.format(
                "median %.2f ms, 95 %% %.2f ms, most %.2f ms",
                warm[warm.length / 2], warm[(int) (warm.length * 0.95)], warm[warm.length - 1]);
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
        window.show(screen);
        if (!layer && screen == Screen.CALCULATE) {
            window.toInput(PlanField.REQUESTS_PER_MONTH);
        }
        scene.addPostLayoutPulseListener(this::laidOut);
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
            processor[frame] = (used - before) / 1e6;
        }
        before = used;
        began = System.nanoTime();
        frame++;
        if (frame >= FRAMES) {
            done.countDown();
            return;
        }
        if (layer) {
            if (frame == SHOWN) {
                ((ButtonBase) Fx.find(scene.getRoot(), "stack.which.TODAY").orElseThrow()).fire();
            } else if (frame > SHOWN + 1) {
                dragLayer(scene);
            }
            return;
        }
        Slider dragged = slider;
        if (dragged == null) {
            dragged = (Slider) Fx.find(scene.getRoot(), id()).orElseThrow();
            dragged.setValueChanging(true);
            slider = dragged;
        }
        dragged.setValue(0.5 + 0.45 * Math.sin(frame / 40.0));
    }

    /** To and fro between the first and the last place, a place a frame. */
    private void dragLayer(Scene scene) {
        VBox layers = (VBox) Fx.find(scene.getRoot(), "stack.layers").orElseThrow();
        List<Node> rows = layers.getChildren().stream()
                .filter(n -> n.getId() != null && n.getId().startsWith("stack."))
                .toList();
        int round = 2 * rows.size() - 2;
        int at = Math.floorMod(frame, round);
        Node to = rows.get(at < rows.size() ? at : round - at);
        Node moved = moving == null ? rows.getFirst() : Fx.find(layers, moving).orElseThrow();
        moving = moved.getId();
        Point2D point = to.localToScene(
                to.getBoundsInLocal().getCenterX(), to.getBoundsInLocal().getCenterY());
        moved.fireEvent(new MouseEvent(
                MouseEvent.MOUSE_DRAGGED,
                point.getX(),
                point.getY(),
                point.getX(),
                point.getY(),
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                false,
                null));
    }

    private String id() {
        String path = PlanField.REQUESTS_PER_MONTH.path();
        return screen == Screen.WHAT_IF ? "whatif.slider." + path : path + ".slider";
    }

    private void laidOut() {
        if (frame >= 0 && frame < FRAMES) {
            elapsed[frame] = (System.nanoTime() - began) / 1e6;
        }
    }
}
