package app.steelyard.ui.shell;

import app.steelyard.app.prices.PriceLine;
import app.steelyard.document.Samples;
import app.steelyard.plan.Contract;
import app.steelyard.plan.Contract.Discount;
import app.steelyard.plan.Plan;
import app.steelyard.ui.work.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.BorderPane;

/** Pictures of the Prices screen: all models, none found, one looked at, some compared, a table pasted, a conflict. */
final class PricesPictures {
    private static final String DATA = """
        [{"id": "anthropic", "name": "Anthropic", "models": [
          {"id": "claude-sonnet-4-6", "match": {"equals": "claude-sonnet-4-6"},
           "prices": {"input_mtok": 2.5, "cache_read_mtok": 0.25, "output_mtok": 12}},
          {"id": "claude-next", "match": {"equals": "claude-next"},
           "prices": {"input_mtok": 4, "cache_read_mtok": 0.4, "output_mtok": 20}}]},
         {"id": "openai", "name": "OpenAI", "models": [
          {"id": "gpt-4-turbo", "match": {"equals": "gpt-4-turbo"}, "prices": {"input_mtok": 9, "output_mtok": 28}},
          {"id": "gpt-4", "match": {"equals": "gpt-4"}, "prices": {"input_mtok": 300, "output_mtok": 60}}]}]
        """;

    /** A window's size. */
    private record Format(int width, int height) {}

    private static final List<Format> FORMATS =
            List.of(new Format(1440, 900), new Format(1280, 720), new Format(900, 615));

    private final ScreenshotTool tool;
    private final Path folder;

    PricesPictures(ScreenshotTool tool, Path folder) {
        this.tool = tool;
        this.folder = folder;
    }

    void take(String theme, boolean dark) {
        Plan plan = Samples.plan("support-bot").orElseThrow();
        Plan discounted = plan.withContract(Contract.NONE.with(new Discount("anthropic", 0.12)));
        for (Format f : FORMATS) {
            take("all", plan, theme, dark, f, scene -> {});
            take("nothing", plan, theme, dark, f, scene -> search(scene, "claud-sonet-4-6"));
            take("model", plan, theme, dark, f, scene -> {
                select(scene, "claude-sonnet", 0);
                down(scene);
            });
            take("compared", plan, theme, dark, f, scene -> {
                select(scene, "claude-sonnet", 0, 1, 2);
                press(scene, "prices.compare");
            });
            take("entry", plan, theme, dark, f, scene -> {
                press(scene, "prices.add");
                type(scene, "prices.entry.model", "gpt-5.1");
                type(scene, "prices.entry.input", "25");
                type(scene, "prices.entry.output", "10");
            });
            take("pasted", plan, theme, dark, f, scene -> {
                press(scene, "prices.paste");
                type(
                        scene,
                        "prices.paste.text",
                        "Model\tInput ($ / MTok)\tOutput\nnobody\t1\t2\n"
                                + IntStream.rangeClosed(1, 20)
                                        .mapToObj(i -> "house/m" + i + "\t$" + i + ".00\t$" + 3 * i + ".00")
                                        .collect(Collectors.joining("\n")));
            });
            take("refused", plan, theme, dark, f, scene -> {
                press(scene, "prices.paste");
                type(
                        scene,
                        "prices.paste.text",
                        "Model\tInput\tCached\tOutput\nnorthwind/large\t3\t0.3\t9\nnobody\t1\t0.1\t2\n"
                                + "northwind/small\tten\t0.1\ttwo");
            });
            take("agreed", discounted, theme, dark, f, scene -> {
                select(scene, "claude-sonnet-4-6", 0);
                down(scene);
            });
            take("agreed-compared", discounted, theme, dark, f, scene -> {
                select(scene, "claude-sonnet", 0, 1, 2);
                press(scene, "prices.compare");
            });
            take("unknown-cache", plan, theme, dark, f, scene -> {
                select(scene, "minimax/MiniMax-M2", 0);
                down(scene);
            });
            take("unknown-compared", plan, theme, dark, f, scene -> {
                select(scene, "minimax/minimax", 0, 1);
                press(scene, "prices.compare");
            });
            take("used", plan, theme, dark, f, scene -> {
                select(scene, "openai/gpt-5-mini", 0);
                press(scene, "prices.model.use");
            });
            take("long", plan, theme, dark, f, scene -> {
                try {
                    Path data = Files.writeString(folder.resolve("data.2026-11-21.json"), many());
                    ((Page) ScreenshotTool.node(scene.getRoot(), "prices")).read(List.of(data));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            take("conflict", plan, theme, dark, f, scene -> {
                try {
                    Path data = Files.writeString(folder.resolve("data.2026-11-20.json"), DATA);
                    ((Page) ScreenshotTool.node(scene.getRoot(), "prices")).read(List.of(data));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    /** Known models at other prices, most of them tenfold, and new ones. */
    private static String many() {
        String known = Stream.of(
                        "gpt-4", "gpt-4-turbo", "gpt-4o", "gpt-4o-mini", "gpt-5", "gpt-5-mini", "gpt-5-nano", "o3")
                .map(id -> model(id, 30))
                .collect(Collectors.joining(","));
        String fresh = IntStream.rangeClosed(1, 60)
                .mapToObj(i -> model("gpt-next-" + i, i))
                .collect(Collectors.joining(","));
        return "[{\"id\": \"openai\", \"name\": \"OpenAI\", \"models\": [" + known + "," + fresh + "]}]";
    }

    private static String model(String id, int price) {
        return """
            {"id": "%1$s", "match": {"equals": "%1$s"}, "prices": {"input_mtok": %2$d, "output_mtok": %3$d}}\
            """.formatted(id, price, 2 * price);
    }

    private void take(String what, Plan plan, String theme, boolean dark, Format f, Consumer<Scene> then) {
        tool.take(
                "prices-" + what + "-" + f.width() + "x" + f.height() + "-" + theme,
                plan,
                dark,
                Screen.PRICES,
                f.width(),
                f.height(),
                then);
    }

    /** Whether all that is worked out beside the window is there. */
    static boolean weighed(Scene scene) {
        Parent root = scene.getRoot();
        boolean importing = ScreenshotTool.node(root, "prices.importing") != null;
        boolean told = ScreenshotTool.node(root, "prices.effect") instanceof Labeled l
                && !l.getText().isEmpty();
        return (!importing || told)
                && ScreenshotTool.node(root, "prices.table") instanceof TableView<?> table
                && (!table.isVisible()
                        || !table.getItems().isEmpty()
                                && !"…".equals(table.getColumns().get(5).getCellData(0)));
    }

    private static void search(Scene scene, String words) {
        type(scene, "prices.search", words);
    }

    private static void type(Scene scene, String id, String text) {
        ((TextInputControl) ScreenshotTool.node(scene.getRoot(), id)).setText(text);
    }

    /** To what is below the list. */
    private static void down(Scene scene) {
        scene.getRoot().layout();
        ((ScrollPane) ((BorderPane) ScreenshotTool.node(scene.getRoot(), "prices")).getCenter()).setVvalue(1);
    }

    private static void press(Scene scene, String id) {
        ((ButtonBase) ScreenshotTool.node(scene.getRoot(), id)).fire();
    }

    @SuppressWarnings("unchecked") // The table has lines of prices.
    private static void select(Scene scene, String words, int first, int... others) {
        search(scene, words);
        ((TableView<PriceLine>) ScreenshotTool.node(scene.getRoot(), "prices.table"))
                .getSelectionModel()
                .selectIndices(first, others);
    }
}
