package app.steelyard.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.app.Dialogs;
import app.steelyard.decision.Decision;
import app.steelyard.decision.answers.Answers;
import app.steelyard.document.DocumentException;
import app.steelyard.document.Samples;
import app.steelyard.plan.Plan;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.PriceBook;
import app.steelyard.ui.FakeDialogs;
import app.steelyard.ui.work.NewPlan;
import app.steelyard.ui.work.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class DecideTest {
    private static final int MOST_TABS = 120;
    /** Pixels that a ring around the smallest control has. */
    private static final long LEAST_SEEN = 40;

    @TempDir
    private static Path folder;

    private static PriceBook book;

    private final FakeDialogs dialogs = new FakeDialogs();
    /** The program's own folder, new for each test. */
    @TempDir
    private Path own;

    private Workspace workspace;
    private MainWindow window;
    private Scene scene;
    private Stage stage;

    @BeforeAll
    static void loadPrices() {
        book = OpenWindow.packagedPrices(folder);
    }

    @Start
    void start(Stage given) {
        stage = given;
        OpenWindow open = OpenWindow.on(stage, NewPlan.of(book, LocalDate.now(OpenWindow.CLOCK)), book, own, dialogs);
        workspace = open.workspace();
        window = open.window();
        scene = open.scene();
    }

    private <T extends Node> T find(String id, FxRobot robot) {
        return robot.lookup((Predicate<Node>) n -> id.equals(n.getId())).query();
    }

    private boolean there(String id, FxRobot robot) {
        return robot.lookup((Predicate<Node>) n -> id.equals(n.getId()) && n.isVisible())
                .tryQuery()
                .isPresent();
    }

    private String text(String id, FxRobot robot) {
        Labeled label = find(id, robot);
        return label.getText();
    }

    private void press(String id, FxRobot robot) {
        ButtonBase button = find(id, robot);
        robot.interact(button::fire);
    }

    /** The focus may follow a page that is still being laid out. */
    private void assertFocused(String id) throws Exception {
        try {
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> focused().equals(id));
        } catch (TimeoutException e) {
            assertEquals(id, focused());
        }
    }

    private String focused() {
        Node owner = scene.getFocusOwner();
        return owner == null || owner.getId() == null ? "" : owner.getId();
    }

    /** Presses Tab until the control with this id has the focus. */
    private void tabTo(String id, FxRobot robot) {
        for (int i = 0; i < MOST_TABS && !focused().equals(id); i++) {
            robot.type(KeyCode.TAB);
        }
        assertEquals(id, focused());
    }

    /** The same the other way round. */
    private void backTo(String id, FxRobot robot) {
        for (int i = 0; i < MOST_TABS && !focused().equals(id); i++) {
            robot.press(KeyCode.SHIFT, KeyCode.TAB).release(KeyCode.TAB, KeyCode.SHIFT);
        }
        assertEquals(id, focused());
    }

    private static void alt(KeyCode key, FxRobot robot) {
        robot.press(KeyCode.ALT, key).release(key, KeyCode.ALT);
    }

    private void waitForDecision(FxRobot robot) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> there("decide.items", robot));
    }

    private void openSample(String id, FxRobot robot) {
        press("sample." + id, robot);
        press("rail.DECIDE", robot);
    }

    private void decided(String sample, FxRobot robot) throws Exception {
        openSample(sample, robot);
        press("decide.sample", robot);
        press("decide.step.RESULT", robot);
        waitForDecision(robot);
    }

    private void control(FxRobot robot, KeyCode... keys) {
        robot.press(KeyCode.CONTROL).press(keys);
        robot.release(keys).release(KeyCode.CONTROL);
    }

    @Test
    void theKeyboardAloneGetsFromASampleToARecord(FxRobot robot) throws Exception {
        Path file = folder.resolve("keyboard.md");
        dialogs.toSave = Optional.of(file);
        tabTo("sample.support-bot", robot);
        robot.type(KeyCode.SPACE);
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> workspace.plan().name().startsWith("Support bot"));
        WaitForAsyncUtils.waitForFxEvents();
        robot.press(KeyCode.CONTROL, KeyCode.D).release(KeyCode.D, KeyCode.CONTROL);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> there("decide.name", robot));
        assertFocused("decide.name");
        alt(KeyCode.N, robot);
        assertFocused("decide.add.name");
        robot.write("House style", 0).type(KeyCode.TAB).write("2k", 0).type(KeyCode.ENTER);
        assertEquals("house-style", workspace.plan().items().getLast().id());
        alt(KeyCode.N, robot);
        String item = workspace.plan().items().get(0).id();
        assertFocused("ask." + item + ".nature.facts");
        robot.type(KeyCode.SPACE);
        robot.type(KeyCode.RIGHT);
        RadioButton second = find("ask." + item + ".nature.policies", robot);
        assertTrue(second.isSelected());
        tabTo("ask." + item + ".erasable.dont-know", robot);
        robot.type(KeyCode.SPACE);
        robot.type(KeyCode.ENTER);
        assertTrue(text("decide.progress", robot).startsWith("Item 2 of"), text("decide.progress", robot));
        alt(KeyCode.LEFT, robot);
        assertFocused("ask." + item + ".nature.policies");
        backTo("decide.list.items", robot);
        robot.type(KeyCode.DOWN).type(KeyCode.DOWN);
        assertTrue(text("decide.progress", robot).startsWith("Item 3 of"), text("decide.progress", robot));
        robot.type(KeyCode.ENTER);
        assertFocused("ask." + workspace.plan().items().get(2).id() + ".nature.facts");
        alt(KeyCode.S, robot);
        tabTo("ask.latency.number", robot);
        robot.write("3", 0).type(KeyCode.ENTER);
        alt(KeyCode.N, robot);
        waitForDecision(robot);
        tabTo("decide.save", robot);
        robot.type(KeyCode.SPACE);
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> text("decide.told", robot).startsWith("Record saved"));
        String record = Files.readString(file);
        assertTrue(record.contains("## Decision Outcome"), record);
        assertTrue(record.contains("House style"), record);
        assertTrue(record.contains("What is it? Policies"), record);
        assertEquals(List.of(), dialogs.errors);
    }

    @Test
    void enterTakesOverWhatWasTypedAndThenGoesOn(FxRobot robot) throws Exception {
        openSample("support-bot", robot);
        press("decide.step.ITEMS", robot);
        assertFocused("decide.add.name");
        robot.type(KeyCode.ENTER);
        assertTrue(text("decide.progress", robot).startsWith("Item 1 of"), text("decide.progress", robot));

        press("decide.step.SYSTEM", robot);
        assertFocused("traffic.requestsPerMonth");
        robot.write("many", 0).type(KeyCode.ENTER);
        assertTrue(there("traffic.requestsPerMonth.refusal", robot), text("decide.progress", robot));
        robot.type(KeyCode.ESCAPE);
        tabTo("ask.latency.number", robot);
        robot.write("3", 0).type(KeyCode.ENTER);
        assertFocused("ask.latency.number");
        robot.type(KeyCode.ENTER);
        waitForDecision(robot);
        assertEquals(1, workspace.answers().given().size());
    }

    @Test
    void enterWithNothingTypedSaysWhatIsMissingWhileThereAreNoItems(FxRobot robot) throws Exception {
        openSample("support-bot", robot);
        robot.interact(() -> workspace.edit("None", null, p -> p.withItems(List.of())));
        press("decide.step.ITEMS", robot);
        assertFocused("decide.add.name");
        robot.type(KeyCode.ENTER);
        assertEquals("The item needs a name.", text("decide.items.refusal", robot));
    }

    @Test
    void afterPuttingIntoCalculateNoKeyOverwritesAnything(FxRobot robot) throws Exception {
        decided("support-bot", robot);
        Plan before = workspace.plan();
        tabTo("decide.apply", robot);
        robot.type(KeyCode.SPACE);
        assertFocused("rail.CALCULATE");
        Plan applied = workspace.plan();
        robot.write("x", 0).type(KeyCode.TAB);
        assertEquals(applied, workspace.plan());
        control(robot, KeyCode.Z);
        assertEquals(before, workspace.plan());
        TextInputControl name = find("name", robot);
        robot.interact(name::requestFocus);
        control(robot, KeyCode.SHIFT, KeyCode.Z);
        assertEquals(applied, workspace.plan());
        assertNotEquals(before, applied);
    }

    @Test
    void theOfferOfTheExamplesAnswersSaysWhetherTheyAreInUse(FxRobot robot) {
        openSample("support-bot", robot);
        assertTrue(there("decide.sample", robot));
        press("decide.sample", robot);
        assertFalse(there("decide.sample", robot));
        assertTrue(text("decide.sample.offer", robot).contains("in use"), text("decide.sample.offer", robot));
        press("undo", robot);
        assertTrue(there("decide.sample", robot));
        assertFalse(text("decide.sample.offer", robot).contains("in use"));
    }

    @Test
    void whatWasToldIsGoneWhenOneComesBack(FxRobot robot) throws Exception {
        decided("support-bot", robot);
        press("decide.copy", robot);
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> text("decide.told", robot).equals("Record copied"));
        press("rail.CALCULATE", robot);
        press("rail.DECIDE", robot);
        assertEquals("", text("decide.told", robot));
    }

    @Test
    void everyLineOfTheResultSaysWhyUntilItIsUnfolded(FxRobot robot) throws Exception {
        decided("support-bot", robot);
        List<String> lines = new ArrayList<>();
        workspace.plan().items().forEach(i -> lines.add("decide.item." + i.id()));
        Decision decision = Decision.of(workspace.plan(), workspace.answers(), book);
        lines.add("decide.alternative." + decision.approach());
        for (String line : lines) {
            String why = text(line + ".because", robot);
            assertTrue(why.startsWith("Why: ") && why.length() > 20, why);
            robot.interact(() -> this.<TitledPane>find(line, robot).setExpanded(true));
            assertFalse(there(line + ".because", robot), line);
        }
    }

    @Test
    void theFocusIsSeenOnEveryKindOfAnswerInBothThemes(FxRobot robot) {
        openSample("support-bot", robot);
        String nature = "ask." + workspace.plan().items().get(0).id() + ".nature.facts";
        for (int theme = 0; theme < 2; theme++) {
            press("decide.step.QUESTIONS", robot);
            assertFocusSeen(nature, robot);
            press("decide.step.SYSTEM", robot);
            assertFocusSeen("ask.accuracyNow.dont-know", robot);
            press("theme", robot);
        }
    }

    private void assertFocusSeen(String id, FxRobot robot) {
        Node node = find(id, robot);
        int[][] seen = new int[2][];
        robot.interact(() -> window.requestFocus());
        robot.interact(() -> seen[0] = pixels(node));
        robot.interact(node::requestFocus);
        robot.interact(() -> seen[1] = pixels(node));
        long changed = seen[0].length != seen[1].length
                ? seen[1].length
                : IntStream.range(0, seen[0].length)
                        .filter(i -> seen[0][i] != seen[1][i])
                        .count();
        assertTrue(changed >= LEAST_SEEN, id + " " + changed);
    }

    private static int[] pixels(Node node) {
        WritableImage image = node.snapshot(null, null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return pixels;
    }

    @Test
    void theResultLandsInCalculateWithOneEditAndOneUndoTakesItBack(FxRobot robot) throws Exception {
        Plan sample = Samples.plan("support-bot").orElseThrow();
        Plan before = sample.withItems(sample.items().stream()
                .map(i -> i.withPlacement(Placement.PLAIN_PROMPT))
                .toList());
        robot.interact(() -> {
            workspace.begin(before);
            window.planOpened();
        });
        press("rail.DECIDE", robot);
        press("decide.step.RESULT", robot);
        waitForDecision(robot);
        Decision decision = Decision.of(before, Answers.NONE, book);
        Plan expected = decision.applyTo(before);
        assertNotEquals(before, expected);
        List<Double> bars = decision.alternatives().stream()
                .map(a -> this.<ProgressBar>find("decide.bar." + a.approach(), robot)
                        .getProgress())
                .toList();
        assertEquals(1, Collections.max(bars));
        assertTrue(Collections.min(bars) < 1, bars.toString());
        press("decide.apply", robot);
        assertEquals(expected, workspace.plan());
        assertTrue(there("calculate", robot));
        press("undo", robot);
        assertEquals(before, workspace.plan());
        assertEquals("", workspace.undoNameProperty().get());
    }

    @Test
    void backSkipAndLeavingKeepTheAnswers(FxRobot robot) {
        openSample("support-bot", robot);
        List<ContextItem> items = workspace.plan().items();
        press("decide.step.QUESTIONS", robot);
        String first = "ask." + items.get(0).id() + ".nature.documentation";
        press(first, robot);
        press("decide.next", robot);
        press("decide.back", robot);
        assertTrue(this.<RadioButton>find(first, robot).isSelected());
        press("decide.skip", robot);
        CheckBox unknown = find("ask.accuracyNow.dont-know", robot);
        robot.interact(unknown::fire);
        press("decide.step.DESCRIBE", robot);
        press("decide.step.SYSTEM", robot);
        press("rail.CALCULATE", robot);
        press("rail.DECIDE", robot);
        assertTrue(this.<CheckBox>find("ask.accuracyNow.dont-know", robot).isSelected());
        press("decide.step.QUESTIONS", robot);
        assertTrue(this.<RadioButton>find(first, robot).isSelected());
        assertFalse(workspace.editedProperty().get());
        press("ask." + items.get(0).id() + ".nature.back", robot);
        assertFalse(this.<RadioButton>find(first, robot).isSelected());
    }

    @Test
    void undoTakesBackAnswersAndEditsInTheirOrderAndShowsWhere(FxRobot robot) throws Exception {
        openSample("support-bot", robot);
        List<ContextItem> items = workspace.plan().items();
        String nature = "ask." + items.get(0).id() + ".nature.documentation";
        press("decide.step.QUESTIONS", robot);
        press(nature, robot);
        robot.interact(() -> workspace.edit(
                "Tokens", null, p -> p.withItems(List.of(items.get(0).withTokens(77)))));
        press("decide.step.SYSTEM", robot);
        CheckBox unknown = find("ask.accuracyNow.dont-know", robot);
        robot.interact(unknown::fire);
        press("decide.step.RESULT", robot);
        control(robot, KeyCode.Z);
        assertFalse(this.<CheckBox>find("ask.accuracyNow.dont-know", robot).isSelected());
        assertFocused("ask.accuracyNow.number");
        control(robot, KeyCode.Z);
        assertEquals(items, workspace.plan().items());
        control(robot, KeyCode.Z);
        assertFalse(this.<RadioButton>find(nature, robot).isSelected());
        assertEquals("", workspace.undoNameProperty().get());
        control(robot, KeyCode.SHIFT, KeyCode.Z);
        assertTrue(this.<RadioButton>find(nature, robot).isSelected());
        assertFocused(nature);
        control(robot, KeyCode.SHIFT, KeyCode.Z);
        control(robot, KeyCode.SHIFT, KeyCode.Z);
        assertTrue(this.<CheckBox>find("ask.accuracyNow.dont-know", robot).isSelected());
        assertEquals(77, workspace.plan().items().get(0).tokens());
    }

    @Test
    void undoGoesToTheQuestionAlsoOnTheOpenPage(FxRobot robot) throws Exception {
        openSample("support-bot", robot);
        press("decide.step.SYSTEM", robot);
        for (String question : List.of("accuracyNow", "accuracyNeeded")) {
            TextInputControl field = find("ask." + question + ".number", robot);
            robot.interact(field::requestFocus);
            robot.write("90", 0).type(KeyCode.ENTER);
        }
        press("decide.step.QUESTIONS", robot);
        press("decide.step.SYSTEM", robot);
        assertFocused("traffic.requestsPerMonth");
        control(robot, KeyCode.Z);
        assertFocused("ask.accuracyNeeded.number");
        control(robot, KeyCode.Z);
        assertFocused("ask.accuracyNow.number");
        assertEquals(Answers.NONE, workspace.answers());
    }

    @Test
    void theItemsAreListedWithHowFarEachWasAskedAbout(FxRobot robot) {
        openSample("support-bot", robot);
        press("decide.step.QUESTIONS", robot);
        ListView<String> list = find("decide.list.items", robot);
        assertEquals(workspace.plan().items().stream().map(ContextItem::id).toList(), list.getItems());
        robot.interact(() -> list.getSelectionModel().select(1));
        assertTrue(text("decide.progress", robot).startsWith("Item 2 of"), text("decide.progress", robot));
        press("decide.next", robot);
        assertEquals(2, list.getSelectionModel().getSelectedIndex());
    }

    @Test
    void whatTheAnswersLeadToStandsBesideTheQuestions(FxRobot robot) throws Exception {
        openSample("support-bot", robot);
        press("decide.step.QUESTIONS", robot);
        String item = workspace.plan().items().get(0).id();
        press("ask." + item + ".nature.tone", robot);
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> soFar("Behaviour", robot));
        press("ask." + item + ".nature.facts", robot);
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> soFar("Information", robot));
    }

    private boolean soFar(String word, FxRobot robot) {
        return robot.from(this.<Node>find("decide.soFar", robot))
                .lookup((Predicate<Node>)
                        n -> n instanceof Label l && l.getText().equals(word))
                .tryQuery()
                .isPresent();
    }

    @Test
    void theRecordIsReadBeforeItIsSaved(FxRobot robot) throws Exception {
        decided("support-bot", robot);
        TitledPane record = find("decide.record", robot);
        robot.interact(() -> record.setExpanded(true));
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> there("decide.record.text", robot));
        assertTrue(this.<TextInputControl>find("decide.record.text", robot)
                .getText()
                .contains("## Decision Outcome"));
    }

    @Test
    void answersOpenThePlanThatTheyBelongTo(FxRobot robot) throws Exception {
        openSample("clinical-extractor", robot);
        press("decide.sample", robot);
        Path ofSample = folder.resolve("sample.answers.json");
        keep(ofSample, robot);
        robot.interact(() -> workspace.edit("Name", null, p -> p.withName("Ours")));
        Plan ours = workspace.plan();
        save("ours.steelyard", robot);
        Path ofFile = folder.resolve("ours.answers.json");
        keep(ofFile, robot);

        press("rail.GALLERY", robot);
        openSample("support-bot", robot);
        robot.interact(() -> workspace.edit("Name", null, p -> p.withName("Drawn")));
        press("decide.step.SYSTEM", robot);
        robot.interact(this.<CheckBox>find("ask.accuracyNow.dont-know", robot)::fire);
        Plan drawn = workspace.plan();
        Path ofSketch = folder.resolve("drawn.answers.json");
        keep(ofSketch, robot);

        reopen(ofFile, robot);
        assertEquals(ours, workspace.plan());
        assertTrue(there("decide", robot));
        reopen(ofSample, robot);
        assertEquals(Samples.plan("clinical-extractor").orElseThrow(), workspace.plan());
        assertFalse(workspace.answers().given().isEmpty());
        reopen(ofSketch, robot);
        assertEquals(drawn.name(), workspace.plan().name());
        assertEquals(
                drawn.items().stream().map(ContextItem::name).toList(),
                workspace.plan().items().stream().map(ContextItem::name).toList());
        press("decide.step.SYSTEM", robot);
        assertTrue(this.<CheckBox>find("ask.accuracyNow.dont-know", robot).isSelected());
        Plan kept = workspace.plan();
        robot.interact(() -> workspace.edit("Purpose", null, p -> p.withPurpose("edited")));
        reopen(ofSketch, robot);
        assertEquals("edited", workspace.plan().purpose(), "the same sketch keeps what it leaves out");
        dialogs.unsaved = Dialogs.Unsaved.CANCEL;
        reopen(ofFile, robot);
        assertEquals(kept.items(), workspace.plan().items(), "the edited plan was kept");
        assertEquals(List.of(), dialogs.errors);
    }

    private void keep(Path file, FxRobot robot) throws Exception {
        dialogs.toSave = Optional.of(file);
        robot.interact(this.<MenuButton>find("decide.answers", robot).getItems().get(0)::fire);
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> Files.exists(file));
    }

    private void reopen(Path file, FxRobot robot) {
        dialogs.toOpen.clear();
        dialogs.toOpen.add(file);
        robot.interact(this.<MenuButton>find("decide.answers", robot).getItems().get(1)::fire);
    }

    @Test
    void answersBringTheItemsOfTheirPromptFile(FxRobot robot) throws Exception {
        openSample("support-bot", robot);
        Path file = folder.resolve("prompt.answers.json");
        Files.writeString(folder.resolve("prompt.md"), "# Tone\nBe brief.\n\n# Price list\nHello world.\n");
        Files.writeString(file, """
            {"format": 1, "plan": "sample:support-bot", "prompt": "prompt.md",
             "answers": {"items": {"price-list": {"nature": "prices"}}}}
            """);
        Plan before = workspace.plan();
        reopen(file, robot);
        WaitForAsyncUtils.waitFor(
                30,
                TimeUnit.SECONDS,
                () -> workspace.plan().items().size() == before.items().size() + 2);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("Price list", workspace.plan().items().getLast().name());
        assertEquals(1, workspace.answers().given().size());
        press("undo", robot);
        assertEquals(before, workspace.plan());
        assertTrue(workspace.answers().given().isEmpty());
    }

    @Test
    void aPastedListIsOneEditAndWhatIsNoItemStays(FxRobot robot) {
        openSample("caching", robot);
        Plan before = workspace.plan();
        press("decide.step.ITEMS", robot);
        TextInputControl list = find("decide.list", robot);
        robot.interact(() -> list.setText("Rules, part 2, 1,500\nRates\t12k tokens\nnothing\n"));
        press("decide.list.add", robot);
        List<ContextItem> added = workspace.plan().items();
        assertEquals(before.items().size() + 2, added.size());
        assertEquals("Rules, part 2", added.get(added.size() - 2).name());
        assertEquals(1500, added.get(added.size() - 2).tokens());
        assertEquals(12_000, added.getLast().tokens());
        assertEquals("nothing", list.getText());
        press("undo", robot);
        assertEquals(before, workspace.plan());
    }

    @Test
    void aPromptFileBecomesItemsThatSayHowTheyWereCounted(FxRobot robot) throws Exception {
        openSample("support-bot", robot);
        Plan before = workspace.plan();
        press("decide.step.ITEMS", robot);
        Path prompts = Path.of("src/test/resources/app/steelyard/tokens");
        dialogs.toOpen.add(prompts.resolve("chat.json"));
        press("decide.prompt", robot);
        WaitForAsyncUtils.waitFor(
                30, TimeUnit.SECONDS, () -> text("decide.prompt.told", robot).contains("5 parts with 114 tokens"));
        List<ContextItem> added = workspace
                .plan()
                .items()
                .subList(before.items().size(), workspace.plan().items().size());
        assertEquals(
                List.of("Tools (1)", "Output format", "System", "Other messages (3)", "Question of the user"),
                added.stream().map(ContextItem::name).toList());
        assertEquals(30, added.get(0).tokens());
        assertEquals(Scope.SHARED, added.get(2).scope());
        assertEquals(Scope.REQUEST, added.getLast().scope());
        assertEquals(
                "Estimated in chat.json with o200k_base, which is not the tokenizer of anthropic/claude-sonnet-5-5",
                text("decide.counted.tools-1", robot));
        assertTrue(text("decide.prompt.told", robot).contains("image_url at /messages/4/content/1"));
        press("decide.ask.tools-1", robot);
        assertTrue(this.<RadioButton>find("ask.tools-1.nature.schemas", robot).isSelected());
        press("undo", robot);
        assertEquals(before, workspace.plan());

        press("decide.step.ITEMS", robot);
        dialogs.toOpen.set(0, prompts.resolve("nothing.md"));
        press("decide.prompt", robot);
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> there("decide.items.refusal", robot));
        assertTrue(text("decide.items.refusal", robot).startsWith("nothing.md: There is no such file"));
        assertFalse(this.<ButtonBase>find("decide.prompt", robot).isDisabled());
        assertEquals(before, workspace.plan());
    }

    @Test
    void aNumberOutOfRangeIsRefusedWhereItStands(FxRobot robot) {
        openSample("support-bot", robot);
        press("decide.step.SYSTEM", robot);
        TextInputControl field = find("ask.accuracyNeeded.number", robot);
        robot.interact(() -> {
            field.requestFocus();
            field.setText("140");
            field.fireEvent(new javafx.event.ActionEvent());
        });
        assertTrue(there("ask.accuracyNeeded.refusal", robot));
        robot.interact(() -> {
            field.setText("95");
            field.fireEvent(new javafx.event.ActionEvent());
        });
        assertFalse(there("ask.accuracyNeeded.refusal", robot));
    }

    @Test
    void answersAreSavedForgottenAndOpenedAgain(FxRobot robot) throws Exception {
        openSample("clinical-extractor", robot);
        press("decide.sample", robot);
        String answered = text("decide.progress", robot);
        Path file = folder.resolve("kept.answers.json");
        dialogs.toSave = Optional.of(file);
        dialogs.toOpen.add(file);
        MenuButton answers = find("decide.answers", robot);
        robot.interact(() -> answers.getItems().get(0).fire());
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> Files.exists(file));
        robot.interact(() -> answers.getItems().get(3).fire());
        assertNotEquals(answered, text("decide.progress", robot));
        robot.interact(() -> answers.getItems().get(1).fire());
        assertEquals(answered, text("decide.progress", robot));
        assertEquals(List.of(), dialogs.errors);
    }

    @Test
    void theRecordIsCopiedAndFlipsAreTold(FxRobot robot) throws Exception {
        decided("support-bot", robot);
        press("decide.copy", robot);
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> text("decide.told", robot).equals("Record copied"));
        String[] copied = new String[1];
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertTrue(copied[0].contains("# Use "), copied[0]);
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> {
            Parent flips = find("decide.flips", robot);
            return flips.getChildrenUnmodifiable().get(0) instanceof Label;
        });
    }

    private void startAgain(FxRobot robot) {
        robot.interact(() -> {
            stage.hide();
            start(stage);
        });
    }

    private Path save(String name, FxRobot robot) {
        Path file = folder.resolve(name);
        robot.interact(() -> {
            try {
                workspace.save(file, true);
            } catch (DocumentException e) {
                throw new IllegalStateException(e);
            }
        });
        return file;
    }

    @Test
    void theAnswersAndThePageComeBackWithTheirPlan(FxRobot robot) {
        openSample("support-bot", robot);
        press("decide.step.QUESTIONS", robot);
        String nature = "ask." + workspace.plan().items().get(0).id() + ".nature.documentation";
        press(nature, robot);
        press("decide.next", robot);
        String where = text("decide.progress", robot);
        assertTrue(where.startsWith("Item 2 of"), where);

        press("rail.GALLERY", robot);
        openSample("clinical-extractor", robot);
        assertEquals(Answers.NONE, workspace.answers());
        press("rail.GALLERY", robot);
        openSample("support-bot", robot);
        assertEquals(where, text("decide.progress", robot));

        startAgain(robot);
        assertEquals(Answers.NONE, workspace.answers());
        openSample("support-bot", robot);
        assertEquals(where, text("decide.progress", robot));
        assertTrue(text("decide.told", robot).startsWith("Your earlier answers are back"));
        press("decide.back", robot);
        assertTrue(this.<RadioButton>find(nature, robot).isSelected());
        assertEquals("", workspace.undoNameProperty().get());
        assertFalse(workspace.editedProperty().get());
    }

    @Test
    void theAnswersGoWithAPlanIntoItsFile(FxRobot robot) {
        press("rail.DECIDE", robot);
        press("decide.step.SYSTEM", robot);
        robot.interact(this.<CheckBox>find("ask.accuracyNow.dont-know", robot)::fire);
        startAgain(robot);
        press("rail.DECIDE", robot);
        assertTrue(this.<CheckBox>find("ask.accuracyNow.dont-know", robot).isSelected());

        Path file = save("resumed.steelyard", robot);
        robot.interact(this.<MenuButton>find("menu", robot).getItems().get(0)::fire);
        assertEquals(Answers.NONE, workspace.answers());
        startAgain(robot);
        assertEquals(Answers.NONE, workspace.answers());
        robot.interact(() -> window.open(file));
        press("rail.DECIDE", robot);
        assertTrue(this.<CheckBox>find("ask.accuracyNow.dont-know", robot).isSelected());
    }

    @Test
    void aNewPlanAsksForTheAnswersOfTheOneBeforeAndBeginsWithoutThem(FxRobot robot) {
        press("rail.DECIDE", robot);
        press("decide.step.SYSTEM", robot);
        robot.interact(this.<CheckBox>find("ask.accuracyNow.dont-know", robot)::fire);
        Answers given = workspace.answers();
        dialogs.unsaved = Dialogs.Unsaved.CANCEL;
        robot.interact(this.<MenuButton>find("menu", robot).getItems().get(0)::fire);
        assertEquals(List.of(workspace.plan().name()), dialogs.asked);
        assertEquals(given, workspace.answers());

        dialogs.unsaved = Dialogs.Unsaved.DISCARD;
        robot.interact(this.<MenuButton>find("menu", robot).getItems().get(0)::fire);
        press("rail.DECIDE", robot);
        assertEquals(Answers.NONE, workspace.answers());
        assertFalse(text("decide.told", robot).startsWith("Your earlier answers"));
    }

    @Test
    void answersAreKeptWithoutClosingAndForgottenOnDemand(FxRobot robot) throws Exception {
        openSample("support-bot", robot);
        press("decide.sample", robot);
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> kept().size() == 1);
        robot.interact(this.<MenuButton>find("decide.answers", robot).getItems().get(3)::fire);
        startAgain(robot);
        assertEquals(List.of(), kept());
    }

    @Test
    void keptAnswersThatAreDamagedAreSetAside(FxRobot robot) throws Exception {
        openSample("support-bot", robot);
        press("decide.sample", robot);
        startAgain(robot);
        Path file = kept().get(0);
        Files.writeString(file, "{\"stage\": \"ITEMS\", \"answers\": {");
        openSample("support-bot", robot);
        assertEquals(Answers.NONE, workspace.answers());
        Path aside = kept().get(0);
        assertEquals(file + ".damaged", aside.toString());
        assertTrue(text("decide.told", robot).contains(aside.toString()), text("decide.told", robot));
        press("decide.sample", robot);
        startAgain(robot);
        assertEquals(2, kept().size());
        assertEquals(List.of(), dialogs.errors);
    }

    private List<Path> kept() throws IOException {
        Path answers = own.resolve("answers");
        if (!Files.exists(answers)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(answers)) {
            return files.sorted().toList();
        }
    }

    @Test
    void everyControlHasANameForThoseWhoListen(FxRobot robot) throws Exception {
        decided("banking-copilot", robot);
        for (String step : List.of("DESCRIBE", "ITEMS", "QUESTIONS", "SYSTEM", "RESULT")) {
            press("decide.step." + step, robot);
            if (step.equals("RESULT")) {
                waitForDecision(robot);
            }
            List<String> nameless = new ArrayList<>();
            robot.interact(() -> collectNameless(window, nameless));
            assertEquals(List.of(), nameless, step);
        }
    }

    private static void collectNameless(Node node, List<String> nameless) {
        if (node.isFocusTraversable() && node instanceof Control) {
            String text = node instanceof Labeled labeled ? labeled.getText() : null;
            String spoken = node.getAccessibleText();
            if ((text == null || text.isBlank()) && (spoken == null || spoken.isBlank())) {
                nameless.add(node.getClass().getSimpleName() + "#" + node.getId());
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collectNameless(child, nameless));
        }
    }
}
