package app.steelyard.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.app.Dialogs;
import app.steelyard.app.plan.NewPlan;
import app.steelyard.document.PlanFile;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.pricing.PriceBook;
import app.steelyard.ui.Drops;
import app.steelyard.ui.FakeDialogs;
import app.steelyard.ui.UsageSamples;
import app.steelyard.ui.work.Workspace;
import app.steelyard.usage.figures.FileReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
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

@ExtendWith(ApplicationExtension.class)
class UsageTest {
    @TempDir
    private static Path noProfiles;

    private static PriceBook book;

    @TempDir
    private Path folder;

    private final FakeDialogs dialogs = new FakeDialogs();
    private Stage stage;
    private Person person;
    private FxRobot robot;
    private Workspace workspace;
    private MainWindow window;

    @BeforeAll
    static void loadPrices() {
        book = Person.packagedPrices(noProfiles);
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
        person = Person.in(stage, NewPlan.of(book, LocalDate.now(Person.CLOCK)), book, folder, dialogs);
        robot = person.robot();
        workspace = person.workspace();
        window = person.window();
    }

    @AfterEach
    void close() {
        robot.interact(() -> window.close());
    }

    private static Path fixture(String name) throws Exception {
        return Path.of(
                UsageTest.class.getResource("/app/steelyard/usage/" + name).toURI());
    }

    /** Reads a file on the Usage screen and waits for what comes of it. */
    private void read(Path... files) throws Exception {
        dialogs.toOpen.clear();
        dialogs.toOpen.addAll(List.of(files));
        person.press("rail.USAGE");
        person.until(() -> person.has("usage.choose"));
        person.press("usage.choose");
        person.until(() -> !person.sees("usage.progress")
                && (person.sees("usage.empty") || person.sees("usage.figures"))
                && person.sees("usage.outcome"));
    }

    private Path log() {
        return UsageSamples.log(folder, "requests.csv", 40, UsageSamples.FEW, List.of("support", "search"));
    }

    @Test
    void nothingThereSaysWhatToDo() throws Exception {
        person.press("rail.USAGE");
        person.until(() -> person.sees("usage.empty"));
        assertFalse(person.sees("usage.figures"));
    }

    @Test
    void aFileIsReadAndItsFiguresAreShown() throws Exception {
        read(log());
        assertTrue(person.text("usage.totals").startsWith("1,829 requests with "), person.text("usage.totals"));
        assertTrue(person.text("usage.totals").endsWith("1 Sep 2026 to 10 Oct 2026"), person.text("usage.totals"));
        TableView<?> files = person.find("usage.files");
        assertEquals("requests.csv", files.getColumns().get(0).getCellData(0));
        assertEquals("request log", files.getColumns().get(1).getCellData(0));
        assertTrue(person.text("usage.kpi.HIT_OF_INPUT").endsWith(" %"), person.text("usage.kpi.HIT_OF_INPUT"));
        assertTrue(person.sees("usage.anomalies"));
        assertTrue(person.text("usage.arrivals").startsWith("1,829 single requests on "));
    }

    @Test
    void filesAreDroppedOnAnyScreen() throws Exception {
        Path exports = Files.createDirectory(folder.resolve("exports"));
        Files.move(log(), exports.resolve("requests.csv"));
        assertFalse(Person.onFx(() -> Drops.drop(window, List.of())), "a text is no file");
        assertFalse(person.sees("usage"));
        assertTrue(Person.onFx(() -> Drops.drop(window, List.of(exports, fixture("openai/page.json")))));
        person.until(() -> person.sees("usage.figures") && person.sees("usage.outcome"));
        assertEquals(2, person.<TableView<?>>find("usage.files").getItems().size());
        // A part of the screen lets it through to the window.
        assertTrue(Person.onFx(() -> Drops.drop(person.find("usage.totals"), List.of(fixture("openai/costs.csv")))));
        person.until(() -> person.<TableView<?>>find("usage.sources").getItems().size() == 3);
    }

    @Test
    void thePartLookedAtIsPutIntoThePlan() throws Exception {
        read(log());
        Plan before = workspace.plan();
        ComboBox<String> models = person.find("usage.model");
        robot.interact(() -> models.getSelectionModel().select("gpt-5-mini"));
        person.until(() -> !person.text("usage.totals").startsWith("1,829"));
        DatePicker last = person.find("usage.last");
        String month = person.text("usage.totals");
        robot.interact(() -> last.setValue(LocalDate.parse("2026-09-30")));
        person.until(() -> !person.text("usage.totals").equals(month));
        assertEquals("2026-09-30", Person.onFx(() -> last.getEditor().getText()), "as dates are written everywhere");
        robot.interact(() -> {
            last.getEditor().setText("soon");
            last.getEditor().fireEvent(new javafx.event.ActionEvent());
        });
        assertEquals(LocalDate.parse("2026-09-30"), last.getValue());
        person.press("usage.put");
        person.until(() -> person.sees("usage.said"));
        Plan after = workspace.plan();
        String source = after.sources().get(PlanField.REQUESTS_PER_MONTH.path());
        assertTrue(source.contains("1–30 Sep 2026"), source);
        assertEquals(400, PlanField.OUTPUT_TOKENS.get(before));
        assertEquals(360, PlanField.OUTPUT_TOKENS.get(after), 1);
        person.press("undo");
        assertEquals(before, workspace.plan());
    }

    @Test
    void measuredUsageMakesAPlan() throws Exception {
        read(fixture("openai/page.json"));
        person.press("usage.make");
        person.until(() -> workspace.plan().sources().containsKey(PlanField.REQUESTS_PER_MONTH.path()));
        assertFalse(person.sees("usage"), "the plan is shown");
    }

    @Test
    void aPlanMadeFromUsageIsNotLostWithoutAQuestion() throws Exception {
        read(fixture("openai/page.json"));
        person.press("usage.make");
        person.until(() -> workspace.plan().sources().containsKey(PlanField.REQUESTS_PER_MONTH.path()));
        assertEquals(List.of(), dialogs.asked, "the plan to begin with is worth no question");
        Plan made = workspace.plan();
        assertEquals("Not saved", person.text("saved"));

        dialogs.unsaved = Dialogs.Unsaved.CANCEL;
        person.press("rail.GALLERY");
        person.press("gallery.new");
        person.press("new.begin");
        person.press("new.back");
        person.press("sample.hybrid");
        menu("new");
        person.press("new.begin");
        person.press("new.back");
        Path other = folder.resolve("other.steelyard");
        PlanFile.save(other, NewPlan.of(book, LocalDate.now(Person.CLOCK)), null);
        dialogs.toOpen.add(other);
        person.press("gallery.open");
        menu("open");
        robot.interact(() -> window.dropped(List.of(other)));
        robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        assertEquals(Collections.nCopies(7, made.name()), dialogs.asked);
        assertEquals(made, workspace.plan());
        assertTrue(stage.isShowing());

        dialogs.unsaved = Dialogs.Unsaved.SAVE;
        menu("new");
        person.press("new.begin");
        assertEquals(made, workspace.plan(), "no file was chosen to save it to");
        Path kept = folder.resolve("kept.steelyard");
        dialogs.toSave = Optional.of(kept);
        menu("new");
        person.press("new.begin");
        assertEquals(made, PlanFile.open(kept).plan());
        assertNotEquals(made, workspace.plan());
        dialogs.asked.clear();
        menu("new");
        person.press("new.begin");
        assertEquals(List.of(), dialogs.asked, "nothing was done to the new plan");
        assertEquals(List.of(), dialogs.errors);
    }

    private void menu(String action) {
        MenuButton menu = person.find("menu");
        robot.interact(() -> menu.getItems().stream()
                .filter(i -> ("menu." + action).equals(i.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
    }

    @Test
    void rowsThatMakeNoSenseAreSaved() throws Exception {
        Path saved = folder.resolve("rows.csv");
        dialogs.toSave = Optional.of(saved);
        read(fixture("openai/bad-rows.json"));
        person.press("usage.rejected.save");
        person.until(() -> Files.exists(saved));
        person.until(() -> lines(saved).size() == 10);
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
    void cancellingLeavesTheLedgerAsItWas() throws Exception {
        read(fixture("openai/page.json"));
        String before = person.text("usage.totals");
        dialogs.toOpen.set(0, UsageSamples.log(folder, "long.csv", 4000, UsageSamples.FEW, List.of("a")));
        robot.interact(() -> {
            ((ButtonBase) person.find("usage.choose")).fire();
            ((ButtonBase) person.find("usage.cancel")).fire();
        });
        assertFalse(person.sees("usage.progress"));
        read(fixture("openai/costs.csv"));
        assertEquals(before, person.text("usage.totals"));
        TableView<?> sources = person.find("usage.sources");
        assertEquals(2, sources.getItems().size());
    }

    @Test
    void aFileIsTakenOutAgain() throws Exception {
        read(log());
        person.press("usage.remove.1");
        person.until(() -> person.sees("usage.empty"));
        assertFalse(person.sees("usage.figures"));
    }

    @Test
    void aSourceIsLeftOutAndPutBackByMouseAndKeyboard() throws Exception {
        read(log(), UsageSamples.log(folder, "trial.csv", 50, List.of("gpt-4.1-nano"), List.of("trial")));
        person.press("usage.outcome.away");
        String all = person.text("usage.totals");
        assertFalse(person.sees("usage.leftOut"));
        TableView<FileReport> sources = person.find("usage.sources");
        reveal(sources);

        robot.clickOn(person.<Node>find("usage.include.2"));
        person.until(() -> person.sees("usage.leftOut"));
        assertEquals("1 of 2 sources is left out of all figures: trial.csv.", person.text("usage.leftOut.text"));
        assertTrue(person.text("usage.totals").startsWith("1,829 requests"), person.text("usage.totals"));
        ComboBox<String> projects = person.find("usage.project");
        assertFalse(projects.getItems().contains("trial"));
        person.press("usage.put");
        person.until(() -> person.sees("usage.said"));
        String source = workspace.plan().sources().get(PlanField.REQUESTS_PER_MONTH.path());
        assertTrue(source.endsWith(" requests (requests.csv)"), source);

        reveal(sources);
        robot.interact(() -> {
            sources.requestFocus();
            sources.getSelectionModel().select(1);
        });
        robot.type(KeyCode.SPACE);
        person.until(() -> !person.sees("usage.leftOut"));
        assertEquals(all, person.text("usage.totals"));
        assertTrue(projects.getItems().contains("trial"));
        assertEquals(1, sources.getSelectionModel().getSelectedIndex(), "the keyboard stays where it was");
    }

    @Test
    void everythingLeftOutIsNotTakenForAnEmptyLedger() throws Exception {
        read(log());
        TableView<FileReport> sources = person.find("usage.sources");
        reveal(sources);
        robot.clickOn(person.<Node>find("usage.include.1"));
        person.until(() -> person.sees("usage.leftOut") && !person.sees("usage.figures"));
        assertFalse(person.sees("usage.empty"));
        person.press("usage.includeAll");
        person.until(() -> person.sees("usage.figures"));
        assertTrue(person.text("usage.totals").startsWith("1,829 requests"));
    }

    /** Scrolls the page to a part of it. */
    private void reveal(Node part) {
        ScrollPane scroll = person.find("usage");
        robot.interact(() -> {
            Bounds inPage = scroll.getContent().sceneToLocal(part.localToScene(part.getBoundsInLocal()));
            double rest = scroll.getContent().getBoundsInLocal().getHeight()
                    - scroll.getViewportBounds().getHeight();
            scroll.setVvalue((inPage.getMinY() - 60) / rest);
            scroll.layout();
        });
    }

    @Test
    void theLedgerIsKept() throws Exception {
        read(log());
        String before = person.text("usage.totals");
        robot.interact(() -> {
            window.close();
            open();
        });
        person.press("rail.USAGE");
        person.until(() -> person.sees("usage.figures"));
        assertEquals(before, person.text("usage.totals"));
    }

    @Test
    void aClosedWindowLetsItsLedgerGo() throws Exception {
        read(log());
        assertTrue(holdsLedger());
        robot.interact(() -> stage.hide());
        person.until(() -> !holdsLedger());
    }

    private static boolean holdsLedger() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(t -> t.getName().equals("steelyard-usage"));
    }

    @Test
    void aLedgerThatCannotBeOpenedIsReplacedForNow() throws Exception {
        Files.writeString(folder.resolve("usage.duckdb"), "this is no ledger");
        read(log());
        assertTrue(person.sees("usage.temporary"));
        assertTrue(person.sees("usage.figures"));
        assertEquals("this is no ledger", Files.readString(folder.resolve("usage.duckdb")));
    }

    @Test
    void unusualColumnsArePointedAtOnce() throws Exception {
        Path log = UsageSamples.unusual(folder);
        read(log);
        assertTrue(person.sees("usage.empty"), "nothing was understood");
        person.press("usage.point");
        assertTrue(person.sees("usage.mapping"));
        ButtonBase readIt = person.find("usage.mapping.read");
        assertTrue(readIt.isDisabled());
        point("TIME", "wann");
        point("INPUT", "herein");
        point("OUTPUT", "heraus");
        assertFalse(readIt.isDisabled());
        point("MODEL", "welches");
        point("READ", "davon_alt");
        point("PREFIX", "sitzung");
        robot.interact(readIt::fire);
        person.until(() -> person.sees("usage.figures"));
        assertTrue(
                person.text("usage.totals").startsWith("12 requests with 25.2k tokens"), person.text("usage.totals"));
        // Next time nobody has to point.
        person.until(() -> person.sees("usage.remove.3"));
        person.press("usage.remove.3");
        person.until(() -> person.sees("usage.empty"));
        read(log);
        assertTrue(person.sees("usage.figures"));
    }

    @Test
    void pathsOfJsonArePointedAtOnceAndShowWhatTheyHold() throws Exception {
        Path log = UsageSamples.ownJson(folder);
        read(log);
        assertTrue(person.sees("usage.empty"), "nothing was understood");
        person.press("usage.point");
        TableView<List<String>> sample = person.find("usage.mapping.sample");
        assertTrue(
                sample.getItems().contains(List.of("zahlen.davon_alt", "1500", "1500", "1500", "1500")),
                () -> sample.getItems().toString());
        point("INPUT", "zahlen.herein");
        point("OUTPUT", "zahlen.heraus");
        point("READ", "zahlen.davon_alt");
        person.press("usage.mapping.read");
        person.until(() -> person.sees("usage.figures"));
        assertTrue(
                person.text("usage.totals").startsWith("12 requests with 25.2k tokens"), person.text("usage.totals"));
        // Next time nobody has to point, whichever paths the first records have.
        Path next = Files.writeString(
                folder.resolve("next.json"),
                Files.readString(log).replace("\"davon_alt\": 1500, ", "").replace("178", "179"));
        read(next);
        assertTrue(
                person.text("usage.totals").startsWith("24 requests with 50.4k tokens"), person.text("usage.totals"));
    }

    @Test
    void columnsAreGuessedAndTheGuessIsSaidToBeOne() throws Exception {
        StringBuilder log = new StringBuilder("ts,engine,in_tok,cached,out_tok,note\n");
        for (int i = 0; i < 12; i++) {
            log.append(1_788_249_600_000L + i * 60_000L).append(",gpt-5.1,2000,1500,100,x\n");
        }
        read(Files.writeString(folder.resolve("own.csv"), log));
        assertTrue(person.sees("usage.empty"), "nothing is read by a guess");
        person.press("usage.point");
        assertTrue(person.sees("usage.mapping.guessed"));
        assertEquals("Input tokens (needed) · a guess", person.text("usage.column.INPUT.name"));
        assertEquals(
                "in_tok", person.<ComboBox<String>>find("usage.column.INPUT").getValue());
        assertEquals(
                "cached", person.<ComboBox<String>>find("usage.column.READ").getValue());
        assertEquals("Tenant or user", person.text("usage.column.TENANT.name"));
        assertTrue(person.<ToggleButton>find("usage.times.MILLISECONDS").isSelected());
        point("MODEL", "engine");
        point("PROJECT", "note");
        assertEquals("Project", person.text("usage.column.PROJECT.name"));
        point("READ", "–");
        assertEquals("Tokens read from the cache", person.text("usage.column.READ.name"), "it was chosen");
        point("READ", "cached");
        person.press("usage.mapping.read");
        person.until(() -> person.sees("usage.figures"));
        assertTrue(
                person.text("usage.totals").startsWith("12 requests with 25.2k tokens"), person.text("usage.totals"));
    }

    @Test
    void aRenamedColumnIsNamed() throws Exception {
        read(UsageSamples.renamed(folder, fixture("anthropic-console-tokens").getParent()));
        assertTrue(person.text("usage.point.text").contains("usage_date_utc"), person.text("usage.point.text"));
        person.press("usage.point");
        assertTrue(person.text("usage.mapping.problem").contains("usage_date_utc"));
        // It is said where something can be done about it, and only there.
        assertFalse(labels("usage.outcome").stream()
                        .filter(t -> t.contains("usage_date_utc"))
                        .count()
                > 1);
    }

    @Test
    void manyTablesToPointAtAreOneNotice() throws Exception {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Path unusual = UsageSamples.unusual(folder.resolve("many"));
            files.add(Files.move(unusual, unusual.resolveSibling("unusual-" + i + ".csv")));
        }
        files.add(log());
        read(files.toArray(Path[]::new));
        assertTrue(person.sees("usage.figures"));
        assertTrue(labels("usage.outcome").stream().anyMatch(t -> t.startsWith("20 tables were not read")));
        assertFalse(person.sees("usage.point") && pointers() > 1);
        person.press("usage.point.more");
        assertEquals(21, pointers(), "one for each, and one for the log that was read by its names");
        person.press("usage.point.more");
        assertEquals(1, pointers());
    }

    private int pointers() {
        return Person.onFx(() -> robot.lookup((Predicate<Node>) n -> "usage.point".equals(n.getId()))
                .queryAll()
                .size());
    }

    private List<String> labels(String within) {
        Node part = person.find(within);
        return Person.onFx(() -> robot.from(part).lookup((Predicate<Node>) n -> n instanceof Label).queryAll().stream()
                .map(n -> ((Label) n).getText())
                .toList());
    }

    @Test
    void theUnusualDayWithTheMostAtStakeComesFirst() throws Exception {
        StringBuilder log = new StringBuilder("timestamp,model,prompt_tokens,cached_tokens,completion_tokens\n");
        for (int day = 1; day <= 28; day++) {
            int requests = day == 20 ? 90 : day % 5 == 0 ? 2 : 20;
            for (int i = 0; i < requests; i++) {
                log.append("2026-09-%02dT08:%02d:%02dZ,gpt-5.1,1000,0,100%n".formatted(day, i / 60, i % 60));
            }
        }
        read(Files.writeString(folder.resolve("days.csv"), log));
        List<String> days = labels("usage.anomalies");
        assertEquals(3, days.size());
        assertTrue(days.getFirst().startsWith("20 Sep 2026: "), days.getFirst());
        assertEquals("Show 2 more", person.text("usage.anomalies.more"));
        person.press("usage.anomalies.more");
        assertEquals(5, labels("usage.anomalies").size());
        person.press("usage.anomalies.more");
        assertEquals(3, labels("usage.anomalies").size());
    }

    private void point(String meaning, String column) {
        ComboBox<String> box = person.find("usage.column." + meaning);
        robot.interact(() -> box.setValue(column));
    }

    @Test
    void aModelWithoutAPriceIsGivenOne() throws Exception {
        read(UsageSamples.log(folder, "requests.csv", 10, List.of("gpt-5.1", "our-own-model"), List.of("support")));
        assertTrue(person.text("usage.priced").startsWith("72.3 %"), person.text("usage.priced"));
        Node picker = person.find("usage.price.our-own-model");
        reveal(picker);
        person.press("usage.price.our-own-model");
        TextField search = person.find("picker-search");
        robot.interact(() -> search.setText("gpt-5.1"));
        ListView<?> list = person.find("picker-list");
        assertFalse(list.getItems().isEmpty());
        robot.interact(() -> search.fireEvent(new javafx.event.ActionEvent()));
        person.until(() -> person.text("usage.priced").startsWith("100 %"));
    }
}
