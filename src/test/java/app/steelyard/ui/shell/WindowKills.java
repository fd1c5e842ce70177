package app.steelyard.ui.shell;

import app.steelyard.app.journal.JournalKills;
import app.steelyard.app.journal.Unfinished;
import app.steelyard.app.plan.NewPlan;
import app.steelyard.pricing.PriceBook;
import app.steelyard.ui.FakeDialogs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.stage.Stage;

/**
 * Kills windows that edit and save, as {@link JournalKills} kills processes without one; each that follows restores by the
 * button what it is offered, and goes on. By hand: {@code java … app.steelyard.ui.shell.WindowKills 20}.
 */
public final class WindowKills {
    private static final int LEAST_PAUSE = 20;
    private static final int MOST_PAUSE = 300;
    /** One edit in so many is followed by saving. */
    private static final int SAVES = 4;

    private static final int LONGEST = 3_000;

    private WindowKills() {}

    /** A window of this kind in this home, or so many kills. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 2) {
            Application.launch(Editing.class, arguments);
            return;
        }
        JournalKills.Outcome outcome = new JournalKills(
                        Files.createTempDirectory("window-kills"),
                        WindowKills.class,
                        List.of(
                                "-Dglass.platform=Headless",
                                "-Dprism.order=sw",
                                "-XX:+UseSerialGC",
                                "--enable-native-access=ALL-UNNAMED"),
                        LONGEST,
                        1)
                .run(Integer.parseInt(arguments[0]));
        System.out.printf(
                Locale.ROOT,
                "the last edit back %d times, the one before %d times; from the journal %d times%n",
                outcome.last(),
                outcome.before(),
                outcome.restored());
        outcome.lost().forEach(System.out::println);
    }

    /** The window that is killed; one that Java itself starts cannot be on the class path. */
    public static final class Editing extends Application {
        /** Made by the JavaFX launcher. */
        public Editing() {}

        @Override
        public void start(Stage stage) throws Exception {
            Path home = Path.of(getParameters().getRaw().get(0));
            String kind = getParameters().getRaw().get(1);
            boolean offered = false;
            for (Unfinished found : Unfinished.in(JournalKills.journals(home)).plans()) {
                offered |= found.entry().plan().name().equals(kind);
                found.leave();
            }
            PriceBook book = Person.packagedPrices(home);
            Person person = Person.before(stage, NewPlan.of(book, Person.today()), book, home, new FakeDialogs());
            boolean restores = offered;
            person.window().recover();
            Thread.ofPlatform().daemon().start(() -> {
                try {
                    work(person, home, kind, restores);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }

    private static void work(Person person, Path home, String kind, boolean restores) throws Exception {
        if (restores) {
            String name = "Restore: " + kind;
            while (!onFx(() -> press(person.window(), name))) {
                Thread.sleep(5);
            }
        } else if (kind.equals("file")) {
            onFx(() -> {
                person.window().open(JournalKills.file(home));
                return true;
            });
        }
        int first = restores || kind.equals("file")
                ? JournalKills.number(person.workspace().plan())
                : 0;
        JournalKills.ready(System.out);
        Random random = new Random();
        for (int n = first + 1; ; n++) {
            Thread.sleep(random.nextInt(LEAST_PAUSE, MOST_PAUSE));
            int edit = n;
            onFx(() -> {
                person.workspace().edit("Edit " + edit, null, plan -> JournalKills.edited(kind, edit));
                JournalKills.tell(System.out, edit);
                if (kind.equals("file") && random.nextInt(SAVES) == 0) {
                    person.window().save();
                }
                return true;
            });
        }
    }

    private static boolean onFx(Callable<Boolean> work) throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        boolean[] outcome = new boolean[1];
        Platform.runLater(() -> {
            try {
                outcome[0] = work.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            } finally {
                done.countDown();
            }
        });
        done.await();
        return outcome[0];
    }

    private static boolean press(Parent parent, String name) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (child instanceof Button button && name.equals(button.getAccessibleText())) {
                button.fire();
                return true;
            }
            if (child instanceof Parent inside && press(inside, name)) {
                return true;
            }
        }
        return false;
    }
}
