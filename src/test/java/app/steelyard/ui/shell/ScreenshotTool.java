package app.steelyard.ui.shell;

import app.steelyard.app.check.MeasuredTruth;
import app.steelyard.app.journal.Journal;
import app.steelyard.app.plan.ContractNumber;
import app.steelyard.app.plan.FirstAnswers;
import app.steelyard.app.plan.NewPlan;
import app.steelyard.app.plan.OfferedCapacity;
import app.steelyard.app.plan.TakenPreset;
import app.steelyard.app.plan.TrendOffer;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.explain.Derivations;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Measure;
import app.steelyard.decision.answers.Answers;
import app.steelyard.document.JournalEntry;
import app.steelyard.document.PlanFile;
import app.steelyard.document.Presets;
import app.steelyard.document.Samples;
import app.steelyard.document.Settings;
import app.steelyard.plan.Correlation;
import app.steelyard.plan.Design;
import app.steelyard.plan.Distribution;
import app.steelyard.plan.ExchangeRate;
import app.steelyard.plan.Finance;
import app.steelyard.plan.Inference;
import app.steelyard.plan.ModelNumber.StatedModel;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.Range;
import app.steelyard.plan.Scenario;
import app.steelyard.plan.ServiceTier;
import app.steelyard.plan.Tuning;
import app.steelyard.plan.WhatIf;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Growth;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.plan.session.Sessions;
import app.steelyard.plan.typed.RangeText;
import app.steelyard.plan.typed.SessionText;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.profile.PriceBookLoader;
import app.steelyard.text.Currency;
import app.steelyard.text.Texts;
import app.steelyard.ui.FakeDialogs;
import app.steelyard.ui.UsageSamples;
import app.steelyard.ui.kit.Explanation;
import app.steelyard.ui.kit.Look;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.controlsfx.control.CheckComboBox;
import org.jspecify.annotations.Nullable;

/**
 * Takes pictures of the screens in both themes into {@code target/screenshots}, for people to look at. Wants the flags
 * of the headless platform that the tests run with; arguments pick pictures by a part of their name. With
 * {@code -Dpictures=folder} it takes those of the README instead, into that folder.
 */
public final class ScreenshotTool {
    private static final Path FOLDER = Path.of("target", "screenshots");
    private static final @Nullable String PICTURES = System.getProperty("pictures");
    private static final List<String> README = List.of(
            "calculate-light",
            "calculate-dark",
            "decide-wide-QUESTIONS-light",
            "decide-wide-RESULT-light",
            "gallery-light",
            "whatif-light",
            "usage-light",
            "report-light");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    private final PriceBook book =
            PriceBookLoader.load(FOLDER.resolve("no-profiles")).book();
    private final List<String> wanted;

    private ScreenshotTool(List<String> wanted) {
        this.wanted = wanted;
    }

    public static void main(String[] args) throws Exception {
        Files.createDirectories(FOLDER);
        Platform.startup(() -> Platform.setImplicitExit(false));
        try {
            new ScreenshotTool(PICTURES == null ? List.of(args) : README).run();
        } finally {
            Platform.exit();
        }
    }

    private static <T> T onFx(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        try {
            return task.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run() {
        // So that the cards of the gallery have it when their picture is taken.
        MeasuredTruth.all();
        for (boolean dark : List.of(false, true)) {
            String theme = dark ? "dark" : "light";
            Plan banking = Samples.plan("banking-copilot").orElseThrow();
            take("gallery-" + theme, NewPlan.of(book, LocalDate.now(CLOCK)), dark, Screen.GALLERY, 1440, 900);
            for (String step : List.of("DESCRIBE", "ITEMS", "QUESTIONS", "SYSTEM", "RESULT")) {
                decide("decide-" + step + "-" + theme, banking, dark, step, 980, 760);
                decide("decide-wide-" + step + "-" + theme, banking, dark, step, 1440, 900);
                decide("decide-small-" + step + "-" + theme, banking, dark, step, 1280, 720);
                decide("decide-least-" + step + "-" + theme, banking, dark, step, 900, 615);
                decide("decide-many-least-" + step + "-" + theme, many(banking), dark, step, 900, 615);
                decide("decide-tall-" + step + "-" + theme, banking, dark, step, 1440, 2600);
                for (int width : List.of(980, 1440)) {
                    int height = width == 980 ? 760 : 900;
                    String end = width + "-" + step + "-" + theme;
                    decide("decide-empty-" + end, NewPlan.of(book, LocalDate.now(CLOCK)), dark, step, width, height);
                    decide("decide-many-" + end, many(banking), dark, step, width, height);
                }
            }
            prompt("decide-prompt-" + theme, banking.withItems(List.of()), dark);
            prompt(
                    "decide-prompt-estimate-" + theme,
                    Samples.plan("support-bot").orElseThrow(),
                    dark);
            take("calculate-" + theme, banking, dark, Screen.CALCULATE, 1440, 900);
            take("calculate-tall-" + theme, banking, dark, Screen.CALCULATE, 1440, 2600);
            take("published-" + theme, Samples.plan("caching").orElseThrow(), dark, Screen.CALCULATE, 1440, 2000);
            take("narrow-" + theme, banking, dark, Screen.CALCULATE, 980, 760);
            usage(theme, dark);
            take("report-" + theme, banking, dark, Screen.REPORT, 1440, 900);
            take("report-small-" + theme, banking, dark, Screen.REPORT, 1280, 720);
            take("report-least-" + theme, banking, dark, Screen.REPORT, 900, 615);
            Plan noRate = banking.withFinance(banking.finance().in(new Currency("EUR"), null));
            take("calculate-noRate-" + theme, noRate, dark, Screen.CALCULATE, 1440, 900);
            take("calculate-noRate-small-" + theme, noRate, dark, Screen.CALCULATE, 1280, 720);
            take("calculate-noRate-tall-" + theme, noRate, dark, Screen.CALCULATE, 1440, 2600);
            take(
                    "calculate-noSource-tall-" + theme,
                    PlanField.EXCHANGE_RATE.with(noRate, 0.86),
                    dark,
                    Screen.CALCULATE,
                    1440,
                    2600);
            take("check-" + theme, banking, dark, Screen.CHECK, 1440, 2200);
            take("check-small-" + theme, banking, dark, Screen.CHECK, 1280, 720);
            take("check-narrow-" + theme, banking, dark, Screen.CHECK, 980, 760);
            Plan extractor = Samples.plan("clinical-extractor").orElseThrow();
            take("models-" + theme, extractor, dark, Screen.CALCULATE, 1440, 900);
            take("models-small-" + theme, extractor, dark, Screen.CALCULATE, 1280, 720);
            take("empty-" + theme, banking.withItems(List.of()), dark, Screen.CALCULATE, 1440, 900);
            take("many-" + theme, many(banking), dark, Screen.CALCULATE, 1440, 1400);
            take("unpriced-" + theme, unpriced(banking), dark, Screen.CALCULATE, 1440, 900);
            take("euro-" + theme, euro(banking), dark, Screen.CALCULATE, 1440, 1300);
            onFx(() -> {
                explain("derivation-" + theme, banking, dark);
                return true;
            });
            dialog("dialog-" + theme, dark);
            new StatePictures(this, book, CLOCK).take(theme, dark);
            new PricesPictures(this, FOLDER).take(theme, dark);
            recovery("recovery-" + theme, dark, 1440, 900);
            recovery("recovery-narrow-" + theme, dark, 980, 760);
            whatIf(theme, dark);
            ranged("ranges-" + theme, ranged(banking), dark);
            Plan falls = Samples.plan("banking-copilot").orElseThrow();
            form("form-trend-" + theme, falls, dark, 1440, 900, w -> lookFor(w, "trend"));
            form("form-trend-taken-" + theme, TrendOffer.prices(falls), dark, 1280, 720, w -> lookFor(w, "trend"));
            form("form-search-" + theme, ranged(banking), dark, 1280, 720, w -> lookFor(w, "tra"));
            form("form-discount-" + theme, banking, dark, 1280, 720, w -> lookFor(w, "discount"));
            form("form-served-" + theme, billed(banking), dark, 1440, 900, w -> lookFor(w, "served"));
            form("form-beside-" + theme, billed(banking), dark, 1280, 720, w -> lookFor(w, "searches"));
            form("form-small-" + theme, billed(banking), dark, 900, 615, w -> lookFor(w, "served"));
            take("billed-" + theme, billed(banking), dark, Screen.CALCULATE, 1440, 3200);
            form(
                    "form-capacity-" + theme,
                    ContractNumber.byCapacity(ContractNumber.OFF.with(banking, 0.12), true),
                    dark,
                    1440,
                    900,
                    w -> lookFor(w, "capacity"));
            form("form-offer-" + theme, offered(banking), dark, 1280, 720, w -> lookFor(w, "capacity"));
            form("form-words-" + theme, ranged(banking), dark, 900, 615, w -> {
                w.toInput(PlanField.REQUESTS_PER_MONTH);
                w.toInput(PlanField.SUCCESS_PROMPTED);
            });
            take("outcome-" + theme, stated(), dark, Screen.CALCULATE, 1440, 900);
            take("outcome-tall-" + theme, stated(), dark, Screen.CALCULATE, 1440, 3200);
            take("sessions-" + theme, conversation(), dark, Screen.CALCULATE, 1440, 900);
            take("sessions-small-" + theme, conversation(), dark, Screen.CALCULATE, 1280, 720);
            take("sessions-clock-" + theme, clockOnTop(), dark, Screen.CALCULATE, 1280, 3000);
            take("sessions-tall-" + theme, conversation(), dark, Screen.CALCULATE, 1280, 2600);
            take("sessions-narrow-" + theme, conversation(), dark, Screen.CALCULATE, 980, 1900);
            newPlan(theme, dark);
            take("new-" + theme, NewPlan.of(book, LocalDate.now(CLOCK)), dark, Screen.CALCULATE, 1440, 2200);
        }
    }

    /** The five questions, unanswered and answered, and what follows where nothing was said. */
    private void newPlan(String theme, boolean dark) {
        Plan example = FirstAnswers.NONE.plan(book, LocalDate.now(CLOCK));
        for (int[] size : new int[][] {{1440, 900}, {1280, 720}, {900, 615}}) {
            String end = "-" + size[0] + "-" + theme;
            questions("questions" + end, dark, size[0], size[1], scene -> {});
            questions("questions-answered" + end, dark, size[0], size[1], scene -> {
                fire(scene, "new.shared.TENANT");
                type(scene, "new.traffic.tenants", "200");
                type(scene, "new.traffic.sessions.perMonth", "40.000");
                TextArea items = (TextArea) node(scene.getRoot(), "new.items");
                items.setText("Price list, 6000, weekly\nTone guide, 1500, behaviour\nReturns, many");
            });
            take("example" + end, example, dark, Screen.CALCULATE, size[0], size[1]);
            take("gallery" + end, example, dark, Screen.GALLERY, size[0], size[1]);
            take("gallery-tall" + end, example, dark, Screen.GALLERY, size[0], 1900);
        }
    }

    private static void type(Scene scene, String id, String text) {
        TextField field = (TextField) node(scene.getRoot(), id);
        field.setText(text);
        field.fireEvent(new ActionEvent());
    }

    private void questions(String name, boolean dark, int width, int height, Consumer<Scene> then) {
        if (!wanted.isEmpty() && wanted.stream().noneMatch(name::contains)) {
            return;
        }
        Stage stage = onFx(() -> open(NewPlan.of(book, LocalDate.now(CLOCK)), dark, Screen.GALLERY, width, height));
        Scene scene = stage.getScene();
        onFx(() -> {
            fire(scene, "gallery.new");
            return true;
        });
        pulses(scene, 10);
        onFx(() -> {
            then.accept(scene);
            return true;
        });
        pulses(scene, 20);
        onFx(() -> {
            settle(scene);
            write(name, scene);
            stage.hide();
            return true;
        });
    }

    /** Of which it is stated how often each design succeeds, and what a failure costs. */
    static Plan stated() {
        return TakenPreset.of(Samples.plan("clinical-extractor").orElseThrow(), Presets.named("classification"), null)
                .plan();
    }

    /** The What if screen: its parts, with nothing, with too much of everything, and narrow. */
    private void whatIf(String theme, boolean dark) {
        Plan support = Samples.plan("support-bot").orElseThrow();
        Plan banking = ranged(Samples.plan("banking-copilot").orElseThrow());
        whatIf("whatif-" + theme, banking, dark, "DOUBT", 1440, 900);
        whatIf("whatif-small-" + theme, banking, dark, "DOUBT", 1280, 720);
        whatIf("whatif-support-" + theme, support, dark, "DOUBT", 1440, 1500);
        whatIf("whatif-tall-" + theme, banking, dark, "DOUBT", 1440, 1800);
        whatIf("whatif-narrow-" + theme, banking, dark, "DOUBT", 980, 760);
        whatIf("whatif-narrow-tall-" + theme, banking, dark, "DOUBT", 980, 3600);
        Plan certain = Samples.plan("caching").orElseThrow();
        certain = certain.withWhatIf(WhatIf.NOTHING);
        whatIf("whatif-empty-" + theme, certain, dark, "DOUBT", 1440, 900);
        Plan many = many(Samples.plan("banking-copilot").orElseThrow());
        for (int i = 0; i < 30; i++) {
            many = ranged(many, "items.item-" + i + ".tokens", "±" + (10 + i) + " %");
        }
        whatIf("whatif-many-" + theme, many, dark, "DOUBT", 1440, 2600);
        Plan ten = banking.withWhatIf(banking.whatIf()
                .withScenarios(IntStream.range(0, 10)
                        .mapToObj(i -> new Scenario(
                                i % 3 == 0 ? "A scenario with a name longer than its column " + i : "Scenario " + i,
                                List.of(
                                        new Scenario.Value("traffic.requestsPerMonth", 1e5 * (i + 1)),
                                        new Scenario.Value("traffic.tenants", i + 1))))
                        .toList()));
        whatIf("whatif-ten-" + theme, ten, dark, "SCENARIOS", 1440, 1800);
        whatIf(
                "whatif-ten-end-" + theme,
                ten,
                dark,
                "SCENARIOS",
                980,
                760,
                scene -> node(scene.getRoot(), "whatif.scenario.duplicate.9").requestFocus());
        Plan three = Samples.plan("support-bot").orElseThrow();
        three = three.withWhatIf(three.whatIf()
                .withScenarios(List.of(
                        new Scenario(
                                "Twice the requests", List.of(new Scenario.Value("traffic.requestsPerMonth", 4e5))),
                        new Scenario(
                                "Hit rate as measured", List.of(new Scenario.Value("caching.measuredHitRate", 0.7))),
                        new Scenario(
                                "A third one with a long name", List.of(new Scenario.Value("traffic.tenants", 30))))));
        whatIf("whatif-three-SCENARIOS-" + theme, three, dark, "SCENARIOS", 1440, 1300);
        for (int[] size : new int[][] {{1440, 2400}, {1280, 2400}, {900, 2800}}) {
            whatIf(
                    "whatif-stated-SCENARIOS-" + size[0] + "-" + theme,
                    known(three),
                    dark,
                    "SCENARIOS",
                    size[0],
                    size[1]);
        }
        whatIf("whatif-ten-small-" + theme, ten, dark, "SCENARIOS", 1280, 1000);
        whatIf("whatif-three-small-SCENARIOS-" + theme, three, dark, "SCENARIOS", 1280, 1000);
        Plan moved = Samples.plan("clinical-extractor").orElseThrow();
        moved = moved.withWhatIf(moved.whatIf()
                .withScenarios(List.of(new Scenario(
                        "On GPT-5 mini",
                        new Scenario.Models(new PriceRef("openai", "gpt-5-mini"), null),
                        List.of(new Scenario.Value("traffic.requestsPerMonth", 6e5))))));
        whatIf("whatif-moved-SCENARIOS-" + theme, moved, dark, "SCENARIOS", 1280, 1300);
        Plan priced = banking.withWhatIf(banking.whatIf()
                .withScenarios(List.of(
                        new Scenario("A tenth off", List.of(new Scenario.Value("contract.discounts.openai.off", 0.1))),
                        new Scenario(
                                "Half price in 2027",
                                List.of(new Scenario.Value("finance.priceChanges.all.by.2027-01-01", -0.5))),
                        new Scenario("Falling", List.of(new Scenario.Value("finance.priceTrendPerYear", -0.25))))));
        for (int[] size : new int[][] {{1440, 900}, {1280, 720}, {900, 615}}) {
            whatIf("whatif-prices-SCENARIOS-" + size[0] + "-" + theme, priced, dark, "SCENARIOS", size[0], size[1]);
        }
        whatIf("whatif-none-SCENARIOS-" + theme, certain, dark, "SCENARIOS", 1440, 900);
        whatIf("whatif-nothing-" + theme, banking.withItems(List.of()), dark, "DOUBT", 1440, 900);
        whatIf("whatif-ranks-" + theme, banking, dark, "DOUBT", 980, 1500, scene -> fire(scene, "whatif.way.BY_RANK"));
        whatIf(
                "whatif-many-narrow-" + theme,
                many,
                dark,
                "DOUBT",
                980,
                1500,
                scene -> fire(scene, "whatif.showSliders"));
        whatIf("whatif-many-SEARCH-" + theme, many, dark, "SEARCH", 1440, 1300);
        whatIf(
                "whatif-running-" + theme,
                many,
                dark,
                "SEARCH",
                980,
                1100,
                scene -> fire(scene, "whatif.placement.run"));
        whatIf("whatif-own-CLAIMS-" + theme, banking, dark, "CLAIMS", 980, 900, scene -> {
            TextField field = (TextField) node(scene.getRoot(), "whatif.claim");
            field.setText("tco(hybrid) < 50 % of tco(uncached)");
            field.fireEvent(new ActionEvent());
        });
        whatIf("whatif-cheapest-SEARCH-" + theme, banking, dark, "SEARCH", 980, 900, scene -> {
            fire(scene, "whatif.goal.kind.CHEAPEST");
            fire(scene, "whatif.goal.seek");
            fire(scene, "whatif.placement.run");
        });
        Plan extractor = Samples.plan("clinical-extractor").orElseThrow();
        for (int[] size : new int[][] {{1440, 900}, {1280, 720}, {900, 615}}) {
            whatIf(
                    "whatif-models-SEARCH-" + size[0] + "-" + theme,
                    extractor,
                    dark,
                    "SEARCH",
                    size[0],
                    size[1],
                    scene -> {
                        ((CheckComboBox<?>) node(scene.getRoot(), "whatif.placement.vendors"))
                                .getCheckModel()
                                .checkAll();
                        fire(scene, "whatif.goal.seek");
                        fire(scene, "whatif.placement.run");
                        node(scene.getRoot(), "whatif.placement.run").requestFocus();
                    });
        }
        for (String part : List.of("SEARCH", "SCENARIOS", "CLAIMS")) {
            whatIf("whatif-" + part + "-" + theme, banking, dark, part, 1440, 1300);
            whatIf("whatif-narrow-" + part + "-" + theme, banking, dark, part, 980, 1300);
        }
    }

    /** Of whose models something is known. */
    private static Plan known(Plan plan) {
        PriceRef mini = PriceRef.parse("openai/gpt-4.1-mini");
        Plan known = plan.withModels(List.of(
                new StatedModel(mini, 0.85, null, null, null, 300.0, 120.0, 1.1),
                new StatedModel(PriceRef.parse("anthropic/claude-haiku-4-5"))));
        return ranged(known, "models.openai/gpt-4.1-mini.prompted", "80..90 %")
                .withSource("models.openai/gpt-4.1-mini.prompted", "200 tickets, judged");
    }

    private void whatIf(String name, Plan plan, boolean dark, String part, int width, int height) {
        whatIf(name, plan, dark, part, width, height, scene -> {
            if (part.equals("SEARCH")) {
                fire(scene, "whatif.goal.seek");
                fire(scene, "whatif.placement.run");
            }
        });
    }

    private void whatIf(
            String name, Plan plan, boolean dark, String part, int width, int height, Consumer<Scene> then) {
        if (!wanted.isEmpty() && wanted.stream().noneMatch(name::contains)) {
            return;
        }
        Stage stage = onFx(() -> open(plan, dark, Screen.WHAT_IF, width, height));
        Scene scene = stage.getScene();
        onFx(() -> {
            fire(scene, "whatif.part." + part);
            return true;
        });
        waitFor(() -> doubted(scene, plan));
        pulses(scene, 10);
        onFx(() -> {
            then.accept(scene);
            return true;
        });
        if (part.equals("SEARCH") && !name.contains("running")) {
            waitFor(() -> node(scene.getRoot(), "whatif.placement.outcome") instanceof Label outcome
                    && !outcome.getText().isEmpty());
            waitFor(() -> node(scene.getRoot(), "whatif.goal.outcome") instanceof Pane outcome
                    && !outcome.getChildren().isEmpty()
                    && !(outcome.getChildren().getFirst() instanceof Label seeking
                            && seeking.getText().startsWith("Seeking")));
        }
        pulses(scene, 30);
        onFx(() -> {
            settle(scene);
            write(name, scene);
            stage.hide();
            return true;
        });
    }

    /** The list of keys, as F1 shows it. */
    private void dialog(String name, boolean dark) {
        if (!wanted.isEmpty() && wanted.stream().noneMatch(name::contains)) {
            return;
        }
        onFx(() -> {
            Look look = new Look(settings(dark));
            Texts texts = Texts.of(MainWindow.class);
            DialogPane pane = new DialogPane();
            pane.setHeaderText(texts.get("shortcuts"));
            pane.getButtonTypes().add(ButtonType.OK);
            FxDialogs.dress(pane, texts.get("shortcuts.text"));
            Scene scene = new Scene(pane);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            settle(scene);
            if (look.dark() == dark) {
                write(name, scene);
            }
            stage.hide();
            return true;
        });
    }

    /** Inputs with ranges, and what opens beside one of them and beside a point. */
    private void ranged(String name, Plan plan, boolean dark) {
        take(name, plan, dark, Screen.CALCULATE, 1440, 2000);
        for (String path :
                List.of("traffic.requestsPerMonth", "traffic.activeHoursPerDay", "caching.measuredHitRate")) {
            String picture = name + "-" + path;
            if (!wanted.isEmpty() && wanted.stream().noneMatch(picture::contains)) {
                continue;
            }
            Stage stage = onFx(() -> open(plan, dark, Screen.CALCULATE, 1440, 900));
            pulses(stage.getScene(), 10);
            onFx(() -> {
                MainWindow window = (MainWindow) stage.getScene().getRoot();
                window.toInput(PlanField.at(path).orElseThrow());
                ((ButtonBase) node(window, path + ".range")).fire();
                return true;
            });
            pulses(stage.getScene(), 10);
            onFx(() -> {
                for (Window window : List.copyOf(Window.getWindows())) {
                    if (window instanceof PopupWindow popup) {
                        write(picture, popup.getScene());
                        popup.hide();
                    }
                }
                stage.hide();
                return true;
            });
        }
    }

    /** Of which a third is served in other ways, with sound, pictures and searches. */
    private static Plan billed(Plan plan) {
        Plan with = plan.withInference(plan.inference().withModel(PriceRef.parse("google/gemini-3-flash-preview")));
        with = PlanField.SERVED_BATCH.with(with, 0.3);
        with = PlanField.SERVED_PRIORITY.with(with, 0.05);
        with = PlanField.GROUNDINGS.with(PlanField.AUDIO_INPUT.with(with, 900), 0.2);
        with = PlanField.TOOL_CALL_PRICE.with(PlanField.TOOL_CALLS.with(with, 0.5), 4);
        return with.withWhatIf(
                with.whatIf().with(new Range(PlanField.SERVED_BATCH.path(), 0.1, 0.5, Distribution.PERT, null)));
    }

    /** The form with a field looked for, and with words of sentences opened. */
    private static Plan offered(Plan plan) {
        return OfferedCapacity.of(plan).get(1).take(plan);
    }

    private void form(String name, Plan plan, boolean dark, int width, int height, Consumer<MainWindow> then) {
        if (!wanted.isEmpty() && wanted.stream().noneMatch(name::contains)) {
            return;
        }
        Stage stage = onFx(() -> open(plan, dark, Screen.CALCULATE, width, height));
        pulses(stage.getScene(), 20);
        onFx(() -> {
            then.accept((MainWindow) stage.getScene().getRoot());
            return true;
        });
        pulses(stage.getScene(), 10);
        onFx(() -> {
            settle(stage.getScene());
            write(name, stage.getScene());
            stage.hide();
            return true;
        });
    }

    private static void lookFor(MainWindow window, String words) {
        TextField search = (TextField) node(window, "inputs.search");
        search.setText(words);
        search.requestFocus();
        ((ScrollPane) node(window, "inputs")).setVvalue(1);
    }

    static Plan ranged(Plan plan) {
        Plan changed = plan;
        changed = ranged(changed, "traffic.requestsPerMonth", "400k to 2M");
        changed = ranged(changed, "traffic.outputTokens", "150..300..600");
        changed = ranged(changed, "traffic.growthPerMonth", "±2 %");
        changed = ranged(changed, "traffic.tenants", "1..3 uniform");
        changed = ranged(changed, "caching.measuredHitRate", "88 % (85 % to 95 %)");
        changed = ranged(changed, "tuning.labellingCost", "2,000..4,000..12,345.50 triangular");
        String item = "items." + plan.items().get(0).id();
        changed = ranged(changed, item + ".tokens", "6k to 20k normal");
        changed = ranged(changed, item + ".changesPerMonth", "2..40");
        return changed.withWhatIf(changed.whatIf()
                        .withCorrelations(List.of(
                                new Correlation("traffic.requestsPerMonth", "traffic.tenants", 0.7),
                                new Correlation(item + ".tokens", "traffic.requestsPerMonth", -0.25))))
                .withSource("traffic.requestsPerMonth", "Gateway logs, September to November");
    }

    private static Plan ranged(Plan plan, String path, String text) {
        PlanNumber number = PlanNumber.at(plan, path).orElseThrow();
        return RangeText.apply(plan, number, RangeText.parse(text, number, plan));
    }

    private void explain(String name, Plan plan, boolean dark) {
        if (!wanted.isEmpty() && wanted.stream().noneMatch(name::contains)) {
            return;
        }
        Settings settings = settings(dark);
        Look look = new Look(settings);
        Comparison comparison = Comparison.of(plan, book);
        Evaluation.Priced best = comparison.cheapest().orElseThrow();
        VBox all = new VBox(
                24,
                Explanation.content(Derivations.measure(comparison, best, Measure.NPV)),
                Explanation.content(Derivations.hitRate(comparison, best)),
                Explanation.content(
                        Derivations.line(comparison, best, best.statement().get(0))));
        all.setStyle("-fx-background-color: -color-bg-default; -fx-padding: 16;");
        Scene scene = new Scene(all);
        Look.dress(scene);
        if (look.dark() == dark) {
            write(name, scene);
        }
    }

    /** A conversation that grows, with ranges. */
    private Plan conversation() {
        Plan plan = NewPlan.of(book, LocalDate.now(CLOCK));
        Plan stated = plan.withItems(plan.items().stream()
                .map(i -> i.id().equals("question")
                        ? i.withScope(Scope.SESSION)
                                .withPlacement(Placement.CACHED_PREFIX)
                                .withGrowth(new Growth(400, 1, 20_000.0, 0.02))
                        : i)
                .toList());
        return ranged(
                ranged(
                        ranged(PlanField.SESSIONS_PER_MONTH.with(stated, 12_500), "traffic.sessions.turns", "4 to 20"),
                        "items.question.growth.perTurn",
                        "200..400..900"),
                "traffic.sessions.gapMedianSeconds",
                "20 to 200");
    }

    /** Sessions of unlike size with measured gaps, and today a clock on top of what is cached. */
    Plan clockOnTop() {
        Plan plan = conversation();
        List<ContextItem> items = new ArrayList<>(plan.items());
        items.addFirst(new ContextItem(
                "clock", "Date and time", 20, Kind.INFORMATION, Scope.REQUEST, 0, Placement.CACHED_PREFIX));
        Sessions sessions = plan.traffic().sessions();
        return plan.withToday(Design.AS_IS)
                .withItems(items.stream()
                        .map(i -> i.withToday(Placement.CACHED_PREFIX))
                        .toList())
                .withTraffic(plan.traffic()
                        .withSessions(sessions.withClasses(
                                        SessionText.classes("62 % × 1.3 turns × 0.05 size; 38 % × 20 turns × 2.5 size")
                                                .rows())
                                .withGaps(SessionText.gaps("30 s 40 %, 5 min 92 %, 1 h 99 %")
                                        .rows())));
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

    static Plan unpriced(Plan plan) {
        PriceRef model = new PriceRef("nobody", "unheard-of");
        Tuning t = plan.tuning();
        return plan.withInference(new Inference(
                        model, ServiceTier.STANDARD, plan.inference().pricesAsOf()))
                .withTuning(new Tuning(
                        model,
                        t.datasetTokens(),
                        t.epochs(),
                        t.runsPerRound(),
                        t.hoursPerRun(),
                        t.retrainEveryMonths(),
                        t.labellingCost(),
                        t.evaluationCostPerRound(),
                        t.engineeringWeeks(),
                        t.engineeringWeeksPerRetrain()));
    }

    static Plan euro(Plan plan) {
        Finance f = plan.finance();
        return plan.withFinance(new Finance(
                f.horizonMonths(),
                f.discountRatePerYear(),
                f.timing(),
                new Currency("EUR"),
                new ExchangeRate(0.86, LocalDate.now(CLOCK), "European Central Bank, reference rates"),
                f.engineeringWeekCost()));
    }

    void take(String name, Plan plan, boolean dark, Screen screen, int width, int height) {
        take(name, plan, dark, screen, width, height, scene -> {});
    }

    /** @param then what a person does before the picture is taken */
    void take(String name, Plan plan, boolean dark, Screen screen, int width, int height, Consumer<Scene> then) {
        if (!wanted.isEmpty() && wanted.stream().noneMatch(name::contains)) {
            return;
        }
        Stage stage = onFx(() -> open(plan, dark, screen, width, height));
        Scene scene = stage.getScene();
        pulses(scene, 30);
        switch (screen) {
            case CHECK -> waitFor(() -> node(scene.getRoot(), "check.figures") != null);
            case REPORT -> waitFor(() -> filled(scene.getRoot()));
            case WHAT_IF -> waitFor(() -> doubted(scene, plan));
            case USAGE -> waitFor(() -> visible(scene, "usage.empty") || visible(scene, "usage.figures"));
            default -> {}
        }
        if (screen == Screen.PRICES) {
            waitFor(() -> PricesPictures.weighed(scene));
        }
        waitFor(() -> !(node(scene.getRoot(), "changes.working") instanceof Label working && working.isVisible())
                || !visible(scene, "changes"));
        onFx(() -> {
            then.accept(scene);
            return true;
        });
        if (screen == Screen.PRICES) {
            pulses(scene, 10);
            waitFor(() -> PricesPictures.weighed(scene));
        }
        pulses(scene, 5);
        onFx(() -> {
            settle(scene);
            write(name, scene);
            stage.hide();
            return true;
        });
    }

    /** A page of the wizard; the answers of the example are used where there are some, and the first item is unfolded. */
    private void decide(String name, Plan plan, boolean dark, String step, int width, int height) {
        if (!wanted.isEmpty() && wanted.stream().noneMatch(name::contains)) {
            return;
        }
        Scene scene = onFx(() -> {
            Scene opened = open(plan, dark, Screen.DECIDE, width, height).getScene();
            ((MainWindow) opened.getRoot()).toOpenedPlan();
            ((MainWindow) opened.getRoot()).show(Screen.DECIDE);
            settle(opened);
            if (node(opened.getRoot(), "decide.sample") instanceof Button use) {
                use.fire();
            }
            if (node(opened.getRoot(), "decide.step." + step) instanceof ToggleButton button) {
                button.fire();
            }
            settle(opened);
            return opened;
        });
        if (step.equals("RESULT")) {
            waitFor(() -> node(scene.getRoot(), "decide.flips") instanceof Pane flips
                    && !flips.getChildren().isEmpty()
                    && flips.getChildren().get(0) instanceof Label);
            onFx(() -> {
                settle(scene);
                if (node(scene.getRoot(), "decide.items") instanceof Pane items
                        && height > 900
                        && node(items, "decide.item." + plan.items().get(0).id()) instanceof TitledPane first) {
                    first.setExpanded(true);
                }
                return true;
            });
        } else {
            pulses(scene, 5);
            waitFor(() -> !(node(scene.getRoot(), "decide.soFar") instanceof Pane soFar)
                    || soFar.getChildren().size() > 1);
        }
        onFx(() -> {
            settle(scene);
            write(name, scene);
            if (node(scene.getRoot(), "decide.scroll") instanceof ScrollPane scroll
                    && step.equals("RESULT")
                    && PICTURES == null) {
                scroll.setVvalue(1);
                settle(scene);
                write(name + "-end", scene);
            }
            return true;
        });
        if (step.equals("RESULT") && PICTURES == null) {
            record(name + "-record", scene);
        }
    }

    private void record(String name, Scene scene) {
        onFx(() -> {
            if (node(scene.getRoot(), "decide.record") instanceof TitledPane record) {
                record.setExpanded(true);
            }
            return true;
        });
        waitFor(() -> node(scene.getRoot(), "decide.record.text") != null);
        onFx(() -> {
            settle(scene);
            if (node(scene.getRoot(), "decide.scroll") instanceof ScrollPane scroll) {
                scroll.setVvalue(1);
            }
            settle(scene);
            write(name, scene);
            return true;
        });
    }

    /** The Usage screen with nothing, with two months of requests, with too much of everything, and with what is wrong. */
    private void usage(String theme, boolean dark) {
        Path data = FOLDER.resolve("usage-data");
        Path exports = Path.of("src/test/resources/app/steelyard/usage");
        List<String> long40 = IntStream.range(0, 40)
                .mapToObj(i ->
                        i % 3 == 0 ? "an-internal-model-with-a-name-that-is-longer-than-any-column-" + i : "model-" + i)
                .toList();
        List<String> projects = List.of("support", "search", "a project of the whole of the retail bank's back office");
        Path log = UsageSamples.log(data, "requests-autumn.csv", 61, UsageSamples.FEW, List.of("support", "search"));
        usage("usage-empty-" + theme, dark, List.of(), 900, scene -> {});
        usage("usage-" + theme, dark, List.of(log), 900, scene -> fire(scene, "usage.outcome.away"));
        usage("usage-tall-" + theme, dark, List.of(log), 2500, scene -> {});
        usage("usage-narrow-" + theme, dark, List.of(log), 2900, 980, scene -> {});
        usage("usage-cost-" + theme, dark, List.of(log), 2500, scene -> {
            fire(scene, "usage.measure.COST");
            fire(scene, "usage.side.PROJECT");
        });
        usage(
                "usage-many-" + theme,
                dark,
                List.of(UsageSamples.log(data, "many.csv", 300, long40, projects)),
                3200,
                scene -> fire(scene, "usage.outcome.away"));
        usage(
                "usage-errors-" + theme,
                dark,
                List.of(
                        exports.resolve("openai/bad-rows.json"),
                        exports.resolve("openai/truncated.json"),
                        exports.resolve("openai-cost-csv/2026-09.csv"),
                        exports.resolve("no-such-file.csv"),
                        UsageSamples.unusual(data)),
                2500,
                scene -> {});
        List<Path> several =
                new ArrayList<>(List.of(log, exports.resolve("openai/page.json"), UsageSamples.renamed(data, exports)));
        IntStream.range(0, 12).forEach(i -> several.add(UsageSamples.unusual(data.resolve("export-of-team-" + i))));
        usage("usage-sources-" + theme, dark, several, 3200, 900, scene -> {
            if (node(scene.getRoot(), "usage.include.2") instanceof CheckBox box) {
                box.fire();
            }
        });
        usage(
                "usage-mapping-" + theme,
                dark,
                List.of(UsageSamples.unusual(data)),
                900,
                scene -> fire(scene, "usage.point"));
        for (int width : List.of(1440, 1280, 900)) {
            usage(
                    "usage-mapping-json-" + width + "-" + theme,
                    dark,
                    List.of(UsageSamples.ownJson(data)),
                    width == 1440 ? 900 : width == 1280 ? 720 : 615,
                    width,
                    scene -> fire(scene, "usage.point"));
        }
        usage("usage-plan-" + theme, dark, List.of(log), 1200, scene -> {
            fire(scene, "usage.outcome.away");
            fire(scene, "usage.put");
        });
    }

    private void usage(String name, boolean dark, List<Path> files, int height, Consumer<Scene> then) {
        usage(name, dark, files, height, 1440, then);
    }

    private void usage(String name, boolean dark, List<Path> files, int height, int width, Consumer<Scene> then) {
        if (!wanted.isEmpty() && wanted.stream().noneMatch(name::contains)) {
            return;
        }
        Stage stage =
                onFx(() -> open(Samples.plan("banking-copilot").orElseThrow(), dark, Screen.USAGE, width, height));
        Scene scene = stage.getScene();
        if (!files.isEmpty()) {
            onFx(() -> {
                ((MainWindow) scene.getRoot()).dropped(files);
                return true;
            });
            waitFor(() -> visible(scene, "usage.outcome"));
        }
        waitFor(() -> visible(scene, "usage.empty") || visible(scene, "usage.figures"));
        pulses(scene, 5);
        onFx(() -> {
            then.accept(scene);
            return true;
        });
        pulses(scene, 30);
        onFx(() -> {
            settle(scene);
            write(name, scene);
            stage.hide();
            return true;
        });
    }

    private static boolean visible(Scene scene, String id) {
        Node node = node(scene.getRoot(), id);
        return node != null && node.isVisible();
    }

    private static void fire(Scene scene, String id) {
        if (node(scene.getRoot(), id) instanceof ButtonBase button) {
            button.fire();
        }
    }

    /** Whether all of the trials are there, where there is something to try. */
    private static boolean doubted(Scene scene, Plan plan) {
        return node(scene.getRoot(), "whatif.run") instanceof Label run
                && (run.getText().startsWith("10,000")
                        || plan.whatIf().ranges().isEmpty()
                        || plan.items().isEmpty());
    }

    private static void waitFor(Callable<Boolean> there) {
        long end = System.nanoTime() + 60_000_000_000L;
        while (!onFx(there) && System.nanoTime() < end) {
            LockSupport.parkNanos(20_000_000);
        }
    }

    /** The items with the parts of a prompt file among them. */
    private void prompt(String name, Plan plan, boolean dark) {
        if (!wanted.isEmpty() && wanted.stream().noneMatch(name::contains)) {
            return;
        }
        Scene scene = onFx(() -> {
            Scene opened = open(plan, dark, Screen.DECIDE, 980, 1300).getScene();
            ((ToggleButton) node(opened.getRoot(), "decide.step.ITEMS")).fire();
            settle(opened);
            ((Button) node(opened.getRoot(), "decide.prompt")).fire();
            return opened;
        });
        long end = System.nanoTime() + 60_000_000_000L;
        while (!onFx(() -> !((Button) node(scene.getRoot(), "decide.prompt")).isDisabled())
                && System.nanoTime() < end) {
            LockSupport.parkNanos(20_000_000);
        }
        onFx(() -> {
            settle(scene);
            write(name, scene);
            return true;
        });
    }

    /** Results follow the plan from pulse to pulse, and what is out of view a little later. */
    private static void pulses(Scene scene, int count) {
        CountDownLatch seen = new CountDownLatch(count);
        onFx(() -> {
            scene.addPostLayoutPulseListener(() -> {
                seen.countDown();
                Platform.requestNextPulse();
            });
            Platform.requestNextPulse();
            return true;
        });
        try {
            seen.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In a folder of their own, so that no picture remembers what another was taken of. */
    private static Settings settings(boolean dark) {
        try {
            Path own = Files.createTempDirectory(Files.createDirectories(FOLDER.resolve("settings")), "");
            Settings settings = new Settings(own.resolve("settings.json"));
            settings.setTheme(dark ? Settings.Theme.DARK : Settings.Theme.LIGHT);
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was not saved when the program ended: in no file, in one that is as it was, and in one that is not. */
    private void recovery(String name, boolean dark, int width, int height) {
        if (!wanted.isEmpty() && wanted.stream().noneMatch(name::contains)) {
            return;
        }
        Settings settings = settings(dark);
        Plan banking = Samples.plan("banking-copilot").orElseThrow();
        Plan support = Samples.plan("support-bot").orElseThrow();
        PlanFile as = PlanFile.save(settings.folder().resolve("banking.steelyard"), banking, null);
        PlanFile other = PlanFile.save(settings.folder().resolve("support.steelyard"), support, null);
        Plan edited = PlanField.TENANTS.with(PlanField.REQUESTS_PER_MONTH.with(banking, 750_000), 40);
        unfinished(settings, 1, "Tenants", edited.withName("Banking, with a longer name than most"), as);
        unfinished(settings, 2, "Price list: tokens", support.withName("Support bot of the spring"), other);
        PlanFile.save(other.path(), support.withName("By someone else"), null);
        unfinished(settings, 3, "", NewPlan.of(book, LocalDate.now(CLOCK)), null);
        Scene scene = onFx(() -> {
            Scene opened =
                    open(banking, settings, Screen.GALLERY, width, height).getScene();
            ((MainWindow) opened.getRoot()).recover();
            return opened;
        });
        waitFor(() -> node(scene.getRoot(), "recovery.restore") != null);
        onFx(() -> {
            if (node(scene.getRoot(), "recovery.discard") instanceof Button discard && width < 1000) {
                discard.fire();
            }
            settle(scene);
            write(name, scene);
            scene.getWindow().hide();
            return true;
        });
    }

    private static void unfinished(Settings settings, int number, String edit, Plan plan, @Nullable PlanFile file) {
        JournalEntry entry = new JournalEntry(
                CLOCK.instant().minusSeconds(7_000L * number),
                edit,
                plan,
                Answers.NONE,
                file == null ? null : new JournalEntry.SavedAs(file.path(), file.content()));
        try {
            Path folder = Files.createDirectories(Journal.folder(settings.folder()));
            Files.write(folder.resolve(new UUID(number, number) + ".journal"), entry.write());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stage open(Plan plan, boolean dark, Screen screen, int width, int height) {
        return open(plan, settings(dark), screen, width, height);
    }

    private Stage open(Plan plan, Settings settings, Screen screen, int width, int height) {
        FakeDialogs dialogs = new FakeDialogs();
        dialogs.toOpen.add(Path.of("src/test/resources/app/steelyard/tokens/support.md"));
        MainWindow window =
                Person.window(new Workspace(plan, () -> book), dialogs, settings, new Look(settings), CLOCK);
        Scene scene = new Scene(window, width, height);
        Look.dress(scene);
        window.show(screen);
        Stage stage = new Stage();
        window.attach(stage, scene);
        stage.setScene(scene);
        stage.show();
        return stage;
    }

    /** Wrapped texts change heights, and heights change scroll bars: a few passes. */
    private static void settle(Scene scene) {
        for (int i = 0; i < 4; i++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
    }

    private static boolean filled(Parent root) {
        return node(root, "report.pages") instanceof Pane pane
                && !pane.getChildren().isEmpty();
    }

    private static void write(String name, Scene scene) {
        WritableImage image = scene.snapshot(null);
        try {
            Path folder = PICTURES == null ? FOLDER : Path.of(PICTURES);
            File file = Files.createDirectories(folder).resolve(name + ".png").toFile();
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static @Nullable Node node(Parent parent, String id) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (id.equals(child.getId())) {
                return child;
            }
            Node inside = child instanceof Parent p ? node(p, id) : null;
            if (inside != null) {
                return inside;
            }
        }
        return null;
    }
}
