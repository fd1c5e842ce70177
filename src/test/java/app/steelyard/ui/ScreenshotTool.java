package app.steelyard.ui;

import app.steelyard.document.Samples;
import app.steelyard.plan.ContextItem;
import app.steelyard.plan.ExchangeRate;
import app.steelyard.plan.Finance;
import app.steelyard.plan.Inference;
import app.steelyard.plan.Kind;
import app.steelyard.plan.Placement;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.Scope;
import app.steelyard.plan.ServiceTier;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.PriceBookLoader;
import app.steelyard.ui.kit.Look;
import app.steelyard.ui.work.NewPlan;
import app.steelyard.ui.work.Settings;
import app.steelyard.ui.work.Workspace;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/**
 * Takes pictures of the screens in both themes into {@code target/screenshots}, for people to look at. Wants the flags
 * of the headless platform that the tests run with; arguments pick pictures by a part of their name.
 */
public final class ScreenshotTool {
    private static final Path FOLDER = Path.of("target", "screenshots");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    private final PriceBook book =
            PriceBookLoader.load(FOLDER.resolve("no-profiles")).book();
    private final List<String> wanted;

    private ScreenshotTool(List<String> wanted) {
        this.wanted = wanted;
    }

    public static void main(String[] args) throws Exception {
        Files.createDirectories(FOLDER);
        CountDownLatch done = new CountDownLatch(1);
        Platform.startup(() -> {
            try {
                new ScreenshotTool(List.of(args)).run();
            } finally {
                done.countDown();
            }
        });
        done.await();
        Platform.exit();
    }

    private void run() {
        for (boolean dark : new boolean[] {false, true}) {
            String theme = dark ? "dark" : "light";
            Plan banking = Samples.plan("banking-copilot").orElseThrow();
            take("gallery-" + theme, NewPlan.of(book, LocalDate.now(CLOCK)), dark, Screen.GALLERY, 1440, 900, 0);
            take("calculate-" + theme, banking, dark, Screen.CALCULATE, 1440, 900, 0);
            take("calculate-tall-" + theme, banking, dark, Screen.CALCULATE, 1440, 2600, 0);
            take("published-" + theme, Samples.plan("caching").orElseThrow(), dark, Screen.CALCULATE, 1440, 2000, 0);
            take("narrow-" + theme, banking, dark, Screen.CALCULATE, 980, 760, 0);
            take("usage-" + theme, banking, dark, Screen.USAGE, 1440, 900, 0);
            take("report-" + theme, banking, dark, Screen.REPORT, 1440, 900, 0);
            take("empty-" + theme, banking.withItems(List.of()), dark, Screen.CALCULATE, 1440, 900, 0);
            take("many-" + theme, many(banking), dark, Screen.CALCULATE, 1440, 1400, 0);
            take("unpriced-" + theme, unpriced(banking), dark, Screen.CALCULATE, 1440, 900, 0);
            take("euro-" + theme, euro(banking), dark, Screen.CALCULATE, 1440, 1300, 0);
            take("new-" + theme, NewPlan.of(book, LocalDate.now(CLOCK)), dark, Screen.CALCULATE, 1440, 2200, 0);
        }
    }

    private static Plan many(Plan plan) {
        String name = "Compliance handbook of the retail bank with all of its appendices, version of November";
        return plan.withName("A plan whose name is much longer than any header has room for, and then some more")
                .withItems(IntStream.range(0, 30)
                        .mapToObj(i -> new ContextItem(
                                "item-" + i,
                                i % 3 == 0 ? name + " " + i : "Item " + i,
                                1000 + i * 137,
                                i % 4 == 0 ? Kind.BEHAVIOUR : Kind.INFORMATION,
                                Scope.values()[i % 4],
                                i % 5,
                                Placement.values()[i % 4]))
                        .toList());
    }

    private static Plan unpriced(Plan plan) {
        return plan.withInference(new Inference(
                new PriceRef("nobody", "unheard-of"),
                ServiceTier.STANDARD,
                plan.inference().pricesAsOf()));
    }

    private static Plan euro(Plan plan) {
        Finance f = plan.finance();
        return plan.withFinance(new Finance(
                f.horizonMonths(),
                f.discountRatePerYear(),
                f.timing(),
                "EUR",
                new ExchangeRate(0.86, LocalDate.now(CLOCK), "European Central Bank, reference rates"),
                f.engineeringWeekCost()));
    }

    private void take(String name, Plan plan, boolean dark, Screen screen, int width, int height, double scroll) {
        if (!wanted.isEmpty() && wanted.stream().noneMatch(name::contains)) {
            return;
        }
        Settings settings = new Settings(FOLDER.resolve("settings-" + dark + ".json"));
        settings.setTheme(dark ? Settings.Theme.DARK : Settings.Theme.LIGHT);
        Workspace workspace = new Workspace(plan, book);
        MainWindow window = new MainWindow(workspace, new FakeDialogs(), settings, new Look(settings), CLOCK);
        Scene scene = new Scene(window, width, height);
        Look.dress(scene);
        window.show(screen);
        // Layout settles after a few passes: wrapped texts change heights, heights change scroll bars.
        for (int i = 0; i < 4; i++) {
            window.applyCss();
            window.layout();
        }
        if (scroll > 0) {
            ((ScrollPane) window.lookup("#results")).setVvalue(scroll);
            window.layout();
        }
        WritableImage image = scene.snapshot(null);
        try {
            File file = FOLDER.resolve(name + ".png").toFile();
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
