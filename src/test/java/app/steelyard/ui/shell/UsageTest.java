package app.steelyard.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.app.Dialogs;
import app.steelyard.document.PlanFile;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.pricing.PriceBook;
import app.steelyard.ui.Drops;
import app.steelyard.ui.FakeDialogs;
import app.steelyard.ui.UsageSamples;
import app.steelyard.ui.work.NewPlan;
import app.steelyard.ui.work.Workspace;
import app.steelyard.usage.figures.FileReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class UsageTest {
    @TempDir
    private static Path noProfiles;

    private static PriceBook book;

    @TempDir
    private Path folder;

    private final FakeDialogs dialogs = new FakeDialogs();
    private Stage stage;
    private Workspace workspace;
    private MainWindow window;

    @BeforeAll
    static void loadPrices() {
        book = OpenWindow.packagedPrices(noProfiles);
    }

    @Start
    void start(Stage opened) {
        stage = opened;
        open();
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(980);
        stage.setHeight(760);
        stage.show();
    }

    private void open() {
        OpenWindow open =
                OpenWindow.in(stage, NewPlan.of(book, LocalDate.now(OpenWindow.CLOCK)), book, folder, dialogs);
        workspace = open.workspace();
        window = open.window();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> window.close());
    }

    private static Path fixture(String name) throws Exception {
        return Path.of(
                UsageTest.class.getResource("/app/steelyard/usage/" + name).toURI());
    }

    private <T extends Node> T find(String id, FxRobot robot) {
        return onFx(
                () -> robot.lookup((Predicate<Node>) n -> id.equals(n.getId())).query());
    }

    private boolean there(String id, FxRobot robot) {
        return onFx(() -> !robot.lookup((Predicate<Node>) n -> id.equals(n.getId()))
                .queryAll()
                .isEmpty());
    }

    private boolean seen(String id, FxRobot robot) {
        return onFx(() -> robot.lookup((Predicate<Node>) n -> id.equals(n.getId())).queryAll().stream()
                .anyMatch(UsageTest::shown));
    }

    /** The parts of the window change on its thread only; looked for elsewhere, one may be missed. */
    private static <T> T onFx(Callable<T> look) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, look);
    }

    private static boolean shown(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private String text(String id, FxRobot robot) {
        Labeled label = find(id, robot);
        return label.getText();
    }

    private void press(String id, FxRobot robot) {
        ButtonBase button = find(id, robot);
        robot.interact(button::fire);
    }

    private static void until(BooleanSupplier there) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, there::getAsBoolean);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Reads a file on the Usage screen and waits for what comes of it. */
    private void read(FxRobot robot, Path... files) throws Exception {
        dialogs.toOpen.clear();
        dialogs.toOpen.addAll(List.of(files));
        press("rail.USAGE", robot);
        until(() -> there("usage.choose", robot));
        press("usage.choose", robot);
        until(() -> !seen("usage.progress", robot)
                && (seen("usage.empty", robot) || seen("usage.figures", robot))
                && seen("usage.outcome", robot));
    }

    private Path log() {
        return UsageSamples.log(folder, "requests.csv", 40, UsageSamples.FEW, List.of("support", "search"));
    }

    @Test
    void nothingThereSaysWhatToDo(FxRobot robot) throws Exception {
        press("rail.USAGE", robot);
        until(() -> seen("usage.empty", robot));
        assertFalse(seen("usage.figures", robot));
    }

    @Test
    void aFileIsReadAndItsFiguresAreShown(FxRobot robot) throws Exception {
        read(robot, log());
        assertTrue(text("usage.totals", robot).startsWith("1,829 requests with "), text("usage.totals", robot));
        assertTrue(text("usage.totals", robot).endsWith("1 Sep 2026 to 10 Oct 2026"), text("usage.totals", robot));
        TableView<?> files = find("usage.files", robot);
        assertEquals("requests.csv", files.getColumns().get(0).getCellData(0));
        assertEquals("request log", files.getColumns().get(1).getCellData(0));
        assertTrue(text("usage.kpi.HIT_OF_INPUT", robot).endsWith(" %"), text("usage.kpi.HIT_OF_INPUT", robot));
        assertTrue(seen("usage.anomalies", robot));
        assertTrue(text("usage.arrivals", robot).startsWith("1,829 single requests on "));
    }

    @Test
    void filesAreDroppedOnAnyScreen(FxRobot robot) throws Exception {
        Path exports = Files.createDirectory(folder.resolve("exports"));
        Files.move(log(), exports.resolve("requests.csv"));
        assertFalse(onFx(() -> Drops.drop(window, List.of())), "a text is no file");
        assertFalse(seen("usage", robot));
        assertTrue(onFx(() -> Drops.drop(window, List.of(exports, fixture("openai/page.json")))));
        until(() -> seen("usage.figures", robot) && seen("usage.outcome", robot));
        assertEquals(2, this.<TableView<?>>find("usage.files", robot).getItems().size());
        // A part of the screen lets it through to the window.
        assertTrue(onFx(() -> Drops.drop(find("usage.totals", robot), List.of(fixture("openai/costs.csv")))));
        until(() -> this.<TableView<?>>find("usage.sources", robot).getItems().size() == 3);
    }

    @Test
    void thePartLookedAtIsPutIntoThePlan(FxRobot robot) throws Exception {
        read(robot, log());
        Plan before = workspace.plan();
        ComboBox<String> models = find("usage.model", robot);
        robot.interact(() -> models.getSelectionModel().select("gpt-5-mini"));
        until(() -> !text("usage.totals", robot).startsWith("1,829"));
        DatePicker last = find("usage.last", robot);
        String month = text("usage.totals", robot);
        robot.interact(() -> last.setValue(LocalDate.parse("2026-09-30")));
        until(() -> !text("usage.totals", robot).equals(month));
        assertEquals("2026-09-30", onFx(() -> last.getEditor().getText()), "as dates are written everywhere");
        robot.interact(() -> {
            last.getEditor().setText("soon");
            last.getEditor().fireEvent(new javafx.event.ActionEvent());
        });
        assertEquals(LocalDate.parse("2026-09-30"), last.getValue());
        press("usage.put", robot);
        until(() -> seen("usage.said", robot));
        Plan after = workspace.plan();
        String source = after.sources().get(PlanField.REQUESTS_PER_MONTH.path());
        assertTrue(source.contains("1–30 Sep 2026"), source);
        assertEquals(400, PlanField.OUTPUT_TOKENS.get(before));
        assertEquals(360, PlanField.OUTPUT_TOKENS.get(after), 1);
        press("undo", robot);
        assertEquals(before, workspace.plan());
    }

    @Test
    void measuredUsageMakesAPlan(FxRobot robot) throws Exception {
        read(robot, fixture("openai/page.json"));
        press("usage.make", robot);
        until(() -> workspace.plan().sources().containsKey(PlanField.REQUESTS_PER_MONTH.path()));
        assertFalse(seen("usage", robot), "the plan is shown");
    }

    @Test
    void aPlanMadeFromUsageIsNotLostWithoutAQuestion(FxRobot robot) throws Exception {
        read(robot, fixture("openai/page.json"));
        press("usage.make", robot);
        until(() -> workspace.plan().sources().containsKey(PlanField.REQUESTS_PER_MONTH.path()));
        assertEquals(List.of(), dialogs.asked, "the plan to begin with is worth no question");
        Plan made = workspace.plan();
        assertEquals("Not saved", text("saved", robot));

        dialogs.unsaved = Dialogs.Unsaved.CANCEL;
        press("rail.GALLERY", robot);
        press("gallery.new", robot);
        press("sample.hybrid", robot);
        menu("new", robot);
        Path other = folder.resolve("other.steelyard");
        PlanFile.save(other, NewPlan.of(book, LocalDate.now(OpenWindow.CLOCK)), null);
        dialogs.toOpen.add(other);
        press("gallery.open", robot);
        menu("open", robot);
        robot.interact(() -> window.dropped(List.of(other)));
        robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        assertEquals(Collections.nCopies(7, made.name()), dialogs.asked);
        assertEquals(made, workspace.plan());
        assertTrue(stage.isShowing());

        dialogs.unsaved = Dialogs.Unsaved.SAVE;
        menu("new", robot);
        assertEquals(made, workspace.plan(), "no file was chosen to save it to");
        Path kept = folder.resolve("kept.steelyard");
        dialogs.toSave = Optional.of(kept);
        menu("new", robot);
        assertEquals(made, PlanFile.open(kept).plan());
        assertNotEquals(made, workspace.plan());
        dialogs.asked.clear();
        menu("new", robot);
        assertEquals(List.of(), dialogs.asked, "nothing was done to the new plan");
        assertEquals(List.of(), dialogs.errors);
    }

    private void menu(String action, FxRobot robot) {
        MenuButton menu = find("menu", robot);
        robot.interact(() -> menu.getItems().stream()
                .filter(i -> ("menu." + action).equals(i.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
    }

    @Test
    void rowsThatMakeNoSenseAreSaved(FxRobot robot) throws Exception {
        Path saved = folder.resolve("rows.csv");
        dialogs.toSave = Optional.of(saved);
        read(robot, fixture("openai/bad-rows.json"));
        press("usage.rejected.save", robot);
        until(() -> Files.exists(saved));
        until(() -> lines(saved).size() == 10);
        assertEquals("file,line,field,reason", lines(saved).get(0));
        assertTrue(
                lines(saved).get(1).matches("bad-rows\\.json,\\d+,.*,.+"),
                lines(saved).get(1));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void cancellingLeavesTheLedgerAsItWas(FxRobot robot) throws Exception {
        read(robot, fixture("openai/page.json"));
        String before = text("usage.totals", robot);
        dialogs.toOpen.set(0, UsageSamples.log(folder, "long.csv", 4000, UsageSamples.FEW, List.of("a")));
        robot.interact(() -> {
            ((ButtonBase) find("usage.choose", robot)).fire();
            ((ButtonBase) find("usage.cancel", robot)).fire();
        });
        assertFalse(seen("usage.progress", robot));
        read(robot, fixture("openai/costs.csv"));
        assertEquals(before, text("usage.totals", robot));
        TableView<?> sources = find("usage.sources", robot);
        assertEquals(2, sources.getItems().size());
    }

    @Test
    void aFileIsTakenOutAgain(FxRobot robot) throws Exception {
        read(robot, log());
        press("usage.remove.1", robot);
        until(() -> seen("usage.empty", robot));
        assertFalse(seen("usage.figures", robot));
    }

    @Test
    void aSourceIsLeftOutAndPutBackByMouseAndKeyboard(FxRobot robot) throws Exception {
        read(robot, log(), UsageSamples.log(folder, "trial.csv", 50, List.of("gpt-4.1-nano"), List.of("trial")));
        press("usage.outcome.away", robot);
        String all = text("usage.totals", robot);
        assertFalse(seen("usage.leftOut", robot));
        TableView<FileReport> sources = find("usage.sources", robot);
        reveal(sources, robot);

        robot.clickOn(this.<Node>find("usage.include.2", robot));
        until(() -> seen("usage.leftOut", robot));
        assertEquals("1 of 2 sources is left out of all figures: trial.csv.", text("usage.leftOut.text", robot));
        assertTrue(text("usage.totals", robot).startsWith("1,829 requests"), text("usage.totals", robot));
        ComboBox<String> projects = find("usage.project", robot);
        assertFalse(projects.getItems().contains("trial"));
        press("usage.put", robot);
        until(() -> seen("usage.said", robot));
        String source = workspace.plan().sources().get(PlanField.REQUESTS_PER_MONTH.path());
        assertTrue(source.endsWith(" requests (requests.csv)"), source);

        reveal(sources, robot);
        robot.interact(() -> {
            sources.requestFocus();
            sources.getSelectionModel().select(1);
        });
        robot.type(KeyCode.SPACE);
        until(() -> !seen("usage.leftOut", robot));
        assertEquals(all, text("usage.totals", robot));
        assertTrue(projects.getItems().contains("trial"));
        assertEquals(1, sources.getSelectionModel().getSelectedIndex(), "the keyboard stays where it was");
    }

    @Test
    void everythingLeftOutIsNotTakenForAnEmptyLedger(FxRobot robot) throws Exception {
        read(robot, log());
        TableView<FileReport> sources = find("usage.sources", robot);
        reveal(sources, robot);
        robot.clickOn(this.<Node>find("usage.include.1", robot));
        until(() -> seen("usage.leftOut", robot) && !seen("usage.figures", robot));
        assertFalse(seen("usage.empty", robot));
        press("usage.includeAll", robot);
        until(() -> seen("usage.figures", robot));
        assertTrue(text("usage.totals", robot).startsWith("1,829 requests"));
    }

    /** Scrolls the page to a part of it. */
    private void reveal(Node part, FxRobot robot) {
        ScrollPane scroll = find("usage", robot);
        robot.interact(() -> {
            Bounds inPage = scroll.getContent().sceneToLocal(part.localToScene(part.getBoundsInLocal()));
            double rest = scroll.getContent().getBoundsInLocal().getHeight()
                    - scroll.getViewportBounds().getHeight();
            scroll.setVvalue((inPage.getMinY() - 60) / rest);
            scroll.layout();
        });
    }

    @Test
    void theLedgerIsKept(FxRobot robot) throws Exception {
        read(robot, log());
        String before = text("usage.totals", robot);
        robot.interact(() -> {
            window.close();
            open();
        });
        press("rail.USAGE", robot);
        until(() -> seen("usage.figures", robot));
        assertEquals(before, text("usage.totals", robot));
    }

    @Test
    void aClosedWindowLetsItsLedgerGo(FxRobot robot) throws Exception {
        read(robot, log());
        assertTrue(holdsLedger());
        robot.interact(() -> stage.hide());
        until(() -> !holdsLedger());
    }

    private static boolean holdsLedger() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(t -> t.getName().equals("steelyard-usage"));
    }

    @Test
    void aLedgerThatCannotBeOpenedIsReplacedForNow(FxRobot robot) throws Exception {
        Files.writeString(folder.resolve("usage.duckdb"), "this is no ledger");
        read(robot, log());
        assertTrue(seen("usage.temporary", robot));
        assertTrue(seen("usage.figures", robot));
        assertEquals("this is no ledger", Files.readString(folder.resolve("usage.duckdb")));
    }

    @Test
    void unusualColumnsArePointedAtOnce(FxRobot robot) throws Exception {
        Path log = UsageSamples.unusual(folder);
        read(robot, log);
        assertTrue(seen("usage.empty", robot), "nothing was understood");
        press("usage.point", robot);
        assertTrue(seen("usage.mapping", robot));
        ButtonBase readIt = find("usage.mapping.read", robot);
        assertTrue(readIt.isDisabled());
        point(robot, "TIME", "wann");
        point(robot, "INPUT", "herein");
        point(robot, "OUTPUT", "heraus");
        assertFalse(readIt.isDisabled());
        point(robot, "MODEL", "welches");
        point(robot, "READ", "davon_alt");
        point(robot, "PREFIX", "sitzung");
        robot.interact(readIt::fire);
        until(() -> seen("usage.figures", robot));
        assertTrue(
                text("usage.totals", robot).startsWith("12 requests with 25.2k tokens"), text("usage.totals", robot));
        // Next time nobody has to point.
        until(() -> seen("usage.remove.2", robot));
        press("usage.remove.2", robot);
        until(() -> seen("usage.empty", robot));
        read(robot, log);
        assertTrue(seen("usage.figures", robot));
    }

    @Test
    void columnsAreGuessedAndTheGuessIsSaidToBeOne(FxRobot robot) throws Exception {
        StringBuilder log = new StringBuilder("ts,engine,in_tok,cached,out_tok,note\n");
        for (int i = 0; i < 12; i++) {
            log.append(1_788_249_600_000L + i * 60_000L).append(",gpt-5.1,2000,1500,100,x\n");
        }
        read(robot, Files.writeString(folder.resolve("own.csv"), log));
        assertTrue(seen("usage.empty", robot), "nothing is read by a guess");
        press("usage.point", robot);
        assertTrue(seen("usage.mapping.guessed", robot));
        assertEquals("Input tokens (needed) · a guess", text("usage.column.INPUT.name", robot));
        assertEquals(
                "in_tok",
                this.<ComboBox<String>>find("usage.column.INPUT", robot).getValue());
        assertEquals(
                "cached",
                this.<ComboBox<String>>find("usage.column.READ", robot).getValue());
        assertEquals("Tenant or user", text("usage.column.TENANT.name", robot));
        assertTrue(this.<ToggleButton>find("usage.times.MILLISECONDS", robot).isSelected());
        point(robot, "MODEL", "engine");
        point(robot, "PROJECT", "note");
        assertEquals("Project", text("usage.column.PROJECT.name", robot));
        point(robot, "READ", "–");
        assertEquals("Tokens read from the cache", text("usage.column.READ.name", robot), "it was chosen");
        point(robot, "READ", "cached");
        press("usage.mapping.read", robot);
        until(() -> seen("usage.figures", robot));
        assertTrue(
                text("usage.totals", robot).startsWith("12 requests with 25.2k tokens"), text("usage.totals", robot));
    }

    @Test
    void aRenamedColumnIsNamed(FxRobot robot) throws Exception {
        read(
                robot,
                UsageSamples.renamed(folder, fixture("anthropic-console-tokens").getParent()));
        assertTrue(text("usage.point.text", robot).contains("usage_date_utc"), text("usage.point.text", robot));
        press("usage.point", robot);
        assertTrue(text("usage.mapping.problem", robot).contains("usage_date_utc"));
        // It is said where something can be done about it, and only there.
        assertFalse(labels(robot, "usage.outcome").stream()
                        .filter(t -> t.contains("usage_date_utc"))
                        .count()
                > 1);
    }

    @Test
    void manyTablesToPointAtAreOneNotice(FxRobot robot) throws Exception {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Path unusual = UsageSamples.unusual(folder.resolve("many"));
            files.add(Files.move(unusual, unusual.resolveSibling("unusual-" + i + ".csv")));
        }
        files.add(log());
        read(robot, files.toArray(Path[]::new));
        assertTrue(seen("usage.figures", robot));
        assertTrue(labels(robot, "usage.outcome").stream().anyMatch(t -> t.startsWith("20 tables were not read")));
        assertFalse(seen("usage.point", robot) && pointers(robot) > 1);
        press("usage.point.more", robot);
        assertEquals(21, pointers(robot), "one for each, and one for the log that was read by its names");
        press("usage.point.more", robot);
        assertEquals(1, pointers(robot));
    }

    private int pointers(FxRobot robot) {
        return onFx(() -> robot.lookup((Predicate<Node>) n -> "usage.point".equals(n.getId()))
                .queryAll()
                .size());
    }

    private List<String> labels(FxRobot robot, String within) {
        Node part = find(within, robot);
        return onFx(() -> robot.from(part).lookup((Predicate<Node>) n -> n instanceof Label).queryAll().stream()
                .map(n -> ((Label) n).getText())
                .toList());
    }

    @Test
    void theUnusualDayWithTheMostAtStakeComesFirst(FxRobot robot) throws Exception {
        StringBuilder log = new StringBuilder("timestamp,model,prompt_tokens,cached_tokens,completion_tokens\n");
        for (int day = 1; day <= 28; day++) {
            int requests = day == 20 ? 90 : day % 5 == 0 ? 2 : 20;
            for (int i = 0; i < requests; i++) {
                log.append("2026-09-%02dT08:%02d:%02dZ,gpt-5.1,1000,0,100%n".formatted(day, i / 60, i % 60));
            }
        }
        read(robot, Files.writeString(folder.resolve("days.csv"), log));
        List<String> days = labels(robot, "usage.anomalies");
        assertEquals(3, days.size());
        assertTrue(days.getFirst().startsWith("20 Sep 2026: "), days.getFirst());
        assertEquals("Show 2 more", text("usage.anomalies.more", robot));
        press("usage.anomalies.more", robot);
        assertEquals(5, labels(robot, "usage.anomalies").size());
        press("usage.anomalies.more", robot);
        assertEquals(3, labels(robot, "usage.anomalies").size());
    }

    private void point(FxRobot robot, String meaning, String column) {
        ComboBox<String> box = find("usage.column." + meaning, robot);
        robot.interact(() -> box.setValue(column));
    }

    @Test
    void aModelWithoutAPriceIsGivenOne(FxRobot robot) throws Exception {
        read(
                robot,
                UsageSamples.log(folder, "requests.csv", 10, List.of("gpt-5.1", "our-own-model"), List.of("support")));
        assertTrue(text("usage.priced", robot).startsWith("72.3 %"), text("usage.priced", robot));
        Node picker = find("usage.price.our-own-model", robot);
        reveal(picker, robot);
        press("usage.price.our-own-model", robot);
        TextField search = find("picker-search", robot);
        robot.interact(() -> search.setText("gpt-5.1"));
        ListView<?> list = find("picker-list", robot);
        assertFalse(list.getItems().isEmpty());
        robot.interact(() -> search.fireEvent(new javafx.event.ActionEvent()));
        until(() -> text("usage.priced", robot).startsWith("100 %"));
    }
}
