package app.steelyard.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.steelyard.app.Dialogs;
import app.steelyard.app.plan.Example;
import app.steelyard.document.Settings;
import app.steelyard.plan.Plan;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.profile.PriceBookLoader;
import app.steelyard.ui.FakeDialogs;
import app.steelyard.ui.calculate.CalculateScreen;
import app.steelyard.ui.kit.Look;
import app.steelyard.ui.work.Workspace;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A person before the program's window, who presses, types and reads by the ids of things: a fixed day, the packaged
 * prices, light, and as large as a small screen.
 */
public record Person(Workspace workspace, MainWindow window, Look look, Scene scene, FxRobot robot) {
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final double WIDTH = 980;
    private static final double HEIGHT = 760;
    private static final int PATIENCE_SECONDS = 60;
    private static final int MOST_TABS = 120;

    /** The day that it is. */
    public static LocalDate today() {
        return LocalDate.now(CLOCK);
    }

    /** The prices that come with the program. */
    public static PriceBook packagedPrices(Path folder) {
        return PriceBookLoader.load(folder.resolve("none")).book();
    }

    /** @param folder for the settings */
    public static Person before(Stage stage, Plan plan, PriceBook book, Path folder, FakeDialogs dialogs) {
        Person person = in(stage, plan, book, folder, dialogs);
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(WIDTH);
        stage.setHeight(HEIGHT);
        stage.show();
        return person;
    }

    /** As {@link #before}, with the stage left as it is. */
    public static Person in(Stage stage, Plan plan, PriceBook book, Path folder, FakeDialogs dialogs) {
        Settings settings = new Settings(folder.resolve("settings.json"));
        settings.setTheme(Settings.Theme.LIGHT);
        Look look = new Look(settings);
        Workspace workspace = new Workspace(plan, () -> book);
        MainWindow window = Person.window(workspace, dialogs, settings, look, CLOCK);
        Scene scene = new Scene(window, WIDTH, HEIGHT);
        Look.dress(scene);
        window.attach(stage, scene);
        stage.setScene(scene);
        return new Person(workspace, window, look, scene, new FxRobot());
    }

    // What is there

    /** The parts of the window change on its thread only; looked for elsewhere, one may be missed. */
    public static <T> T onFx(Callable<T> look) {
        try {
            return Platform.isFxApplicationThread()
                    ? look.call()
                    : WaitForAsyncUtils.waitForAsyncFx(PATIENCE_SECONDS * 1000, look);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Predicate<Node> named(String id) {
        return n -> id.equals(n.getId());
    }

    /** Whether there is one, in sight or not. */
    public boolean has(String id) {
        return onFx(() -> robot.lookup(named(id)).tryQuery().isPresent());
    }

    /** Whether there is one, and it and all around it are visible. */
    public boolean sees(String id) {
        return onFx(() -> robot.lookup(named(id)).queryAll().stream().anyMatch(Person::shown));
    }

    private static boolean shown(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** The one with this id; one that is still being made is waited for, and an input that is folded away is unfolded. */
    public <T extends Node> T find(String id) {
        if (!Platform.isFxApplicationThread()) {
            settle();
            if (!has(id)) {
                unfold(id);
            }
            until(() -> has(id), id);
        }
        return onFx(() -> robot.lookup(named(id)).query());
    }

    /** Has the inputs of Calculate, if they are what is seen, show the one that a control is of. */
    private void unfold(String id) {
        robot.interact(() -> robot.lookup(named("calculate"))
                .<CalculateScreen>tryQuery()
                .ifPresent(c -> c.focus(id.replaceFirst("\\.(slider|refusal|range|point|source)$", ""))));
    }

    public String text(String id) {
        Labeled label = find(id);
        return onFx(label::getText);
    }

    /** The id of what has the focus; empty if it has none. */
    public String focused() {
        Node owner = scene.getFocusOwner();
        return owner == null || owner.getId() == null ? "" : owner.getId();
    }

    // What a person does

    /** Presses a button. */
    public void press(String id) {
        ButtonBase button = find(id);
        robot.interact(button::fire);
        settle();
    }

    /** Turns to a screen by the rail. */
    public void turnTo(String screen) {
        press("rail." + screen);
    }

    /** Begins a plan of which nothing is said. */
    public void beginNew() {
        robot.interact(window::begin);
        press("new.skip");
    }

    /** Opens an example of the gallery. */
    public void openSample(String id) {
        press("sample." + id);
    }

    /** Overwrites what a field says, and presses Enter. */
    public void type(String id, String text) {
        TextField field = find(id);
        robot.interact(() -> {
            field.requestFocus();
            field.selectAll();
        });
        robot.write(text, 0).type(KeyCode.ENTER);
        settle();
    }

    /** Picks from the list that a picker opens, by typing. */
    public void pick(String picker, String words) {
        press(picker);
        TextField search = find("picker-search");
        robot.interact(() -> search.setText(words));
        robot.interact(() -> search.getOnAction().handle(new ActionEvent()));
        settle();
    }

    /** Presses Tab until the control with this id has the focus. */
    public void tabTo(String id) {
        for (int i = 0; i < MOST_TABS && !focused().equals(id); i++) {
            robot.type(KeyCode.TAB);
        }
        assertEquals(id, focused());
    }

    /** The same the other way round. */
    public void backTo(String id) {
        for (int i = 0; i < MOST_TABS && !focused().equals(id); i++) {
            robot.press(KeyCode.SHIFT, KeyCode.TAB).release(KeyCode.TAB, KeyCode.SHIFT);
        }
        assertEquals(id, focused());
    }

    public void alt(KeyCode key) {
        robot.press(KeyCode.ALT, key).release(key, KeyCode.ALT);
    }

    public void control(KeyCode... keys) {
        robot.press(KeyCode.CONTROL).press(keys);
        robot.release(keys).release(KeyCode.CONTROL);
    }

    /** Drops files on the window. */
    public void drop(Path... files) {
        robot.interact(() -> window.dropped(List.of(files)));
    }

    /** Opens a plan file, as a double click on it does. */
    public void open(Path file) {
        robot.interact(() -> window.open(file));
    }

    public void close() {
        robot.interact(window::close);
    }

    // Time

    /** Lets the window do what is waiting to be done. */
    public void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Waits until results have followed the last edit: they do so once a pulse. */
    public void pulse() {
        CountDownLatch seen = new CountDownLatch(1);
        Platform.runLater(() -> {
            scene.addPostLayoutPulseListener(seen::countDown);
            Platform.requestNextPulse();
        });
        try {
            if (!seen.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("no pulse");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public void until(BooleanSupplier there) {
        until(there, "what was waited for");
    }

    /** @param what is waited for, to be told if it never comes */
    public void until(BooleanSupplier there, String what) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, there::getAsBoolean);
        } catch (TimeoutException e) {
            throw new AssertionError("never came: " + what, e);
        }
        settle();
    }

    /** The focus may follow a page that is still being laid out. */
    public void assertFocused(String id) {
        try {
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> focused().equals(id));
        } catch (TimeoutException e) {
            assertEquals(id, focused());
        }
    }

    /** A window whose examples are there at once. */
    static MainWindow window(Workspace workspace, Dialogs dialogs, Settings settings, Look look, Clock clock) {
        return new MainWindow(
                workspace,
                dialogs,
                settings,
                look,
                clock,
                CompletableFuture.completedFuture(Example.all(workspace.book())));
    }
}
