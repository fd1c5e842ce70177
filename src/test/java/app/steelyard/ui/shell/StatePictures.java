package app.steelyard.ui.shell;

import app.steelyard.app.plan.NewPlan;
import app.steelyard.document.PlanFile;
import app.steelyard.document.Samples;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.PriceBook;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * Pictures of Calculate in each state that it can be in, at three sizes of the window, and of all screens with a plan of many
 * items that costs more than ten millions. {@code -Dplan=FILE} takes all screens with the plan in that file instead.
 */
final class StatePictures {
    private static final @Nullable String PLAN = System.getProperty("plan");

    private static final List<Screen> SCREENS = List.of(
            Screen.DECIDE, Screen.CALCULATE, Screen.WHAT_IF, Screen.USAGE, Screen.PRICES, Screen.REPORT, Screen.CHECK);

    private final ScreenshotTool tool;
    private final PriceBook book;
    private final Clock clock;

    /** A window's size. */
    private record Size(int width, int height) {}

    private static final List<Size> SIZES = List.of(new Size(1440, 900), new Size(1280, 720), new Size(900, 615));

    StatePictures(ScreenshotTool tool, PriceBook book, Clock clock) {
        this.tool = tool;
        this.book = book;
        this.clock = clock;
    }

    void take(String theme, boolean dark) {
        if (PLAN != null) {
            screens("own", PlanFile.open(Path.of(PLAN)).plan(), theme, dark);
            return;
        }
        states().forEach((state, plan) -> {
            for (Size size : SIZES) {
                String name = "state-" + state + "-" + size.width() + "x" + size.height() + "-" + theme;
                tool.take(name, plan, dark, Screen.CALCULATE, size.width(), size.height(), scene -> {
                    if (state.equals("error")) {
                        mistype(scene);
                    }
                });
                tool.take(name + "-end", plan, dark, Screen.CALCULATE, size.width(), size.height(), StatePictures::end);
            }
            tool.take("state-" + state + "-tall-" + theme, plan, dark, Screen.CALCULATE, 1280, 2600);
        });
        screens("dear", dear(60), theme, dark);
    }

    private void screens(String name, Plan plan, String theme, boolean dark) {
        for (Screen screen : SCREENS) {
            for (Size size : SIZES) {
                tool.take(
                        name + "-" + screen + "-" + size.width() + "x" + size.height() + "-" + theme,
                        plan,
                        dark,
                        screen,
                        size.width(),
                        size.height());
            }
        }
    }

    private Map<String, Plan> states() {
        Plan banking = Samples.plan("banking-copilot").orElseThrow();
        Map<String, Plan> states = new LinkedHashMap<>();
        states.put("empty", banking.withItems(List.of()));
        states.put("new", NewPlan.of(book, LocalDate.now(clock)));
        states.put("full", ScreenshotTool.ranged(banking));
        states.put("models", Samples.plan("clinical-extractor").orElseThrow());
        states.put("success", ScreenshotTool.stated());
        states.put("unpriced", ScreenshotTool.unpriced(banking));
        states.put("partly", Samples.plan("caching").orElseThrow());
        states.put("infeasible", tooLong(banking));
        states.put("unfit", all(tooLong(banking)));
        states.put("error", banking);
        states.put("long", dear(60));
        states.put("today", tool.clockOnTop());
        return states;
    }

    /** One part of the prompt is larger than the model's window, so that it can only be retrieved. */
    private static Plan tooLong(Plan plan) {
        List<ContextItem> items = plan.items();
        return plan.withItems(IntStream.range(0, items.size())
                .mapToObj(i -> i == 2 ? items.get(i).withTokens(3_000_000) : items.get(i))
                .toList());
    }

    /** The same where it is needed whole. */
    private static Plan all(Plan plan) {
        List<ContextItem> items = plan.items();
        return plan.withItems(IntStream.range(0, items.size())
                .mapToObj(i -> i == 2 ? items.get(i).withNeededWhole(true) : items.get(i))
                .toList());
    }

    /** Of many items with long names, and more than ten millions a month. */
    private static Plan dear(int items) {
        Plan plan = Samples.plan("banking-copilot").orElseThrow();
        String name = "Compliance handbook of the retail bank with all of its appendices, version of November";
        return PlanField.REQUESTS_PER_MONTH.with(
                plan.withName("A plan whose name is much longer than any header has room for, and then some more")
                        .withItems(IntStream.range(0, items)
                                .mapToObj(i -> new ContextItem(
                                        "item-" + i,
                                        i % 3 == 0 ? name + " " + i : "Item " + i,
                                        1000 + i * 37,
                                        i % 4 == 0 ? Kind.BEHAVIOUR : Kind.INFORMATION,
                                        Scope.values()[i % 4],
                                        i % 5,
                                        Placement.values()[i % 4]))
                                .toList()),
                90_000_000);
    }

    private static void mistype(Scene scene) {
        ((MainWindow) scene.getRoot()).toInput(PlanField.OUTPUT_TOKENS);
        if (ScreenshotTool.node(scene.getRoot(), PlanField.OUTPUT_TOKENS.path()) instanceof TextField field) {
            field.setText("6OO tokens");
            field.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        }
    }

    private static void end(Scene scene) {
        if (ScreenshotTool.node(scene.getRoot(), "results") instanceof ScrollPane results) {
            results.setVvalue(0.5);
        }
    }
}
