package app.steelyard.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Seeded.Draw;
import app.steelyard.app.Dialogs;
import app.steelyard.app.decide.AnsweredPlan;
import app.steelyard.app.plan.NewPlan;
import app.steelyard.decision.Decision;
import app.steelyard.decision.Flip;
import app.steelyard.decision.Flips;
import app.steelyard.decision.LargePlans;
import app.steelyard.decision.answers.Answers;
import app.steelyard.document.Samples;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.Refusal;
import app.steelyard.ui.FakeDialogs;
import app.steelyard.ui.work.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
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

    private Person person;
    private FxRobot robot;
    private Workspace workspace;
    private MainWindow window;
    private Scene scene;
    private Stage stage;

    @BeforeAll
    static void loadPrices() {
        book = Person.packagedPrices(folder);
    }

    @Start
    void start(Stage given) {
        stage = given;
        person = Person.before(stage, NewPlan.of(book, LocalDate.now(Person.CLOCK)), book, own, dialogs);
        robot = person.robot();
        workspace = person.workspace();
        window = person.window();
        scene = person.scene();
    }

    private void waitForDecision() throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> person.sees("decide.items"));
    }

    private void openSample(String id) {
        person.press("sample." + id);
        person.press("rail.DECIDE");
    }

    private void decided(String sample) throws Exception {
        openSample(sample);
        person.press("decide.sample");
        person.press("decide.step.RESULT");
        waitForDecision();
    }

    @Test
    void theKeyboardAloneGetsFromASampleToARecord() throws Exception {
        Path file = folder.resolve("keyboard.md");
        dialogs.toSave = Optional.of(file);
        person.tabTo("sample.support-bot");
        robot.type(KeyCode.SPACE);
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> workspace.plan().name().startsWith("Support bot"));
        WaitForAsyncUtils.waitForFxEvents();
        robot.press(KeyCode.CONTROL, KeyCode.D).release(KeyCode.D, KeyCode.CONTROL);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> person.sees("decide.name"));
        person.assertFocused("decide.name");
        person.alt(KeyCode.N);
        person.assertFocused("decide.add.name");
        robot.write("House style", 0).type(KeyCode.TAB).write("2k", 0).type(KeyCode.ENTER);
        assertEquals("house-style", workspace.plan().items().getLast().id());
        person.alt(KeyCode.N);
        String item = workspace.plan().items().get(0).id();
        person.assertFocused("ask." + item + ".nature.facts");
        robot.type(KeyCode.SPACE);
        robot.type(KeyCode.RIGHT);
        RadioButton second = person.find("ask." + item + ".nature.policies");
        assertTrue(second.isSelected());
        person.tabTo("ask." + item + ".erasable.dont-know");
        robot.type(KeyCode.SPACE);
        robot.type(KeyCode.ENTER);
        assertTrue(person.text("decide.progress").startsWith("Item 2 of"), person.text("decide.progress"));
        person.alt(KeyCode.LEFT);
        person.assertFocused("ask." + item + ".nature.policies");
        person.backTo("decide.list.items");
        robot.type(KeyCode.DOWN).type(KeyCode.DOWN);
        assertTrue(person.text("decide.progress").startsWith("Item 3 of"), person.text("decide.progress"));
        robot.type(KeyCode.ENTER);
        person.assertFocused("ask." + workspace.plan().items().get(2).id() + ".nature.facts");
        person.alt(KeyCode.S);
        person.tabTo("ask.latency.number");
        robot.write("3", 0).type(KeyCode.ENTER);
        person.alt(KeyCode.N);
        waitForDecision();
        person.tabTo("decide.save");
        robot.type(KeyCode.SPACE);
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> person.text("decide.told").startsWith("Record saved"));
        String record = Files.readString(file);
        assertTrue(record.contains("## Decision Outcome"), record);
        assertTrue(record.contains("House style"), record);
        assertTrue(record.contains("What is it? Policies"), record);
        assertEquals(List.of(), dialogs.errors);
    }

    @Test
    void enterTakesOverWhatWasTypedAndThenGoesOn() throws Exception {
        openSample("support-bot");
        person.press("decide.step.ITEMS");
        person.assertFocused("decide.add.name");
        robot.type(KeyCode.ENTER);
        assertTrue(person.text("decide.progress").startsWith("Item 1 of"), person.text("decide.progress"));

        person.press("decide.step.SYSTEM");
        person.assertFocused("traffic.requestsPerMonth");
        robot.write("many", 0).type(KeyCode.ENTER);
        assertTrue(person.sees("traffic.requestsPerMonth.refusal"), person.text("decide.progress"));
        robot.type(KeyCode.ESCAPE);
        person.tabTo("ask.latency.number");
        robot.write("3", 0).type(KeyCode.ENTER);
        person.assertFocused("ask.latency.number");
        robot.type(KeyCode.ENTER);
        waitForDecision();
        assertEquals(1, workspace.answers().given().size());
    }

    @Test
    void enterWithNothingTypedSaysWhatIsMissingWhileThereAreNoItems() throws Exception {
        openSample("support-bot");
        robot.interact(() -> workspace.edit("None", null, p -> p.withItems(List.of())));
        person.press("decide.step.ITEMS");
        person.assertFocused("decide.add.name");
        robot.type(KeyCode.ENTER);
        assertEquals("The item needs a name.", person.text("decide.items.refusal"));
    }

    @Test
    void afterPuttingIntoCalculateNoKeyOverwritesAnything() throws Exception {
        decided("support-bot");
        Plan before = workspace.plan();
        person.tabTo("decide.apply");
        robot.type(KeyCode.SPACE);
        person.assertFocused("rail.CALCULATE");
        Plan applied = workspace.plan();
        robot.write("x", 0).type(KeyCode.TAB);
        assertEquals(applied, workspace.plan());
        person.control(KeyCode.Z);
        assertEquals(before, workspace.plan());
        TextInputControl name = person.find("name");
        robot.interact(name::requestFocus);
        person.control(KeyCode.SHIFT, KeyCode.Z);
        assertEquals(applied, workspace.plan());
        assertNotEquals(before, applied);
    }

    @Test
    void theOfferOfTheExamplesAnswersSaysWhetherTheyAreInUse() {
        openSample("support-bot");
        assertTrue(person.sees("decide.sample"));
        person.press("decide.sample");
        assertFalse(person.sees("decide.sample"));
        assertTrue(person.text("decide.sample.offer").contains("in use"), person.text("decide.sample.offer"));
        person.press("undo");
        assertTrue(person.sees("decide.sample"));
        assertFalse(person.text("decide.sample.offer").contains("in use"));
    }

    @Test
    void whatWasToldIsGoneWhenOneComesBack() throws Exception {
        decided("support-bot");
        person.press("decide.copy");
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> person.text("decide.told").equals("Record copied"));
        person.press("rail.CALCULATE");
        person.press("rail.DECIDE");
        assertEquals("", person.text("decide.told"));
    }

    @Test
    void everyLineOfTheResultSaysWhyUntilItIsUnfolded() throws Exception {
        decided("support-bot");
        List<String> lines = new ArrayList<>();
        workspace.plan().items().forEach(i -> lines.add("decide.item." + i.id()));
        Decision decision = Decision.of(workspace.plan(), workspace.answers(), book);
        lines.add("decide.alternative." + decision.approach());
        for (String line : lines) {
            String why = person.text(line + ".because");
            assertTrue(why.startsWith("Why: ") && why.length() > 20, why);
            robot.interact(() -> person.<TitledPane>find(line).setExpanded(true));
            assertFalse(person.sees(line + ".because"), line);
            TitledPane details = person.find(line + ".details");
            assertFalse(details.isExpanded(), line);
            robot.interact(() -> details.setExpanded(true));
            List<String> told = details.getContent().lookupAll(".label").stream()
                    .map(n -> ((Label) n).getText())
                    .toList();
            assertTrue(told.stream().anyMatch(t -> t.startsWith("Rule ")), told::toString);
        }
    }

    @Test
    void theFocusIsSeenOnEveryKindOfAnswerInBothThemes() {
        openSample("support-bot");
        String nature = "ask." + workspace.plan().items().get(0).id() + ".nature.facts";
        for (int theme = 0; theme < 2; theme++) {
            person.press("decide.step.QUESTIONS");
            assertFocusSeen(nature);
            person.press("decide.step.SYSTEM");
            assertFocusSeen("ask.accuracyNow.dont-know");
            person.press("theme");
        }
    }

    private void assertFocusSeen(String id) {
        Node node = person.find(id);
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
    void theResultLandsInCalculateWithOneEditAndOneUndoTakesItBack() throws Exception {
        Plan sample = Samples.plan("support-bot").orElseThrow();
        Plan before = sample.withItems(sample.items().stream()
                .map(i -> i.withPlacement(Placement.PLAIN_PROMPT))
                .toList());
        robot.interact(() -> {
            workspace.begin(before);
            window.toOpenedPlan();
        });
        person.press("rail.DECIDE");
        person.press("decide.step.RESULT");
        waitForDecision();
        Decision decision = Decision.of(before, Answers.NONE, book);
        Plan expected = decision.applyTo(before);
        assertNotEquals(before, expected);
        List<Double> bars = decision.alternatives().stream()
                .map(a -> person.<ProgressBar>find("decide.bar." + a.approach()).getProgress())
                .toList();
        assertEquals(1, Collections.max(bars));
        assertTrue(Collections.min(bars) < 1, bars.toString());
        person.press("decide.apply");
        assertEquals(expected, workspace.plan());
        assertTrue(person.sees("calculate"));
        person.press("undo");
        assertEquals(before, workspace.plan());
        assertEquals("", workspace.undoNameProperty().get());
    }

    @Test
    void backSkipAndLeavingKeepTheAnswers() {
        openSample("support-bot");
        List<ContextItem> items = workspace.plan().items();
        person.press("decide.step.QUESTIONS");
        String first = "ask." + items.get(0).id() + ".nature.documentation";
        person.press(first);
        person.press("decide.next");
        person.press("decide.back");
        assertTrue(person.<RadioButton>find(first).isSelected());
        person.press("decide.skip");
        CheckBox unknown = person.find("ask.accuracyNow.dont-know");
        robot.interact(unknown::fire);
        person.press("decide.step.DESCRIBE");
        person.press("decide.step.SYSTEM");
        person.press("rail.CALCULATE");
        person.press("rail.DECIDE");
        assertTrue(person.<CheckBox>find("ask.accuracyNow.dont-know").isSelected());
        person.press("decide.step.QUESTIONS");
        assertTrue(person.<RadioButton>find(first).isSelected());
        assertFalse(workspace.editedProperty().get());
        person.press("ask." + items.get(0).id() + ".nature.back");
        assertFalse(person.<RadioButton>find(first).isSelected());
    }

    @Test
    void undoTakesBackAnswersAndEditsInTheirOrderAndShowsWhere() throws Exception {
        openSample("support-bot");
        List<ContextItem> items = workspace.plan().items();
        String nature = "ask." + items.get(0).id() + ".nature.documentation";
        person.press("decide.step.QUESTIONS");
        person.press(nature);
        robot.interact(() -> workspace.edit(
                "Tokens", null, p -> p.withItems(List.of(items.get(0).withTokens(77)))));
        person.press("decide.step.SYSTEM");
        CheckBox unknown = person.find("ask.accuracyNow.dont-know");
        robot.interact(unknown::fire);
        person.press("decide.step.RESULT");
        person.control(KeyCode.Z);
        assertFalse(person.<CheckBox>find("ask.accuracyNow.dont-know").isSelected());
        person.assertFocused("ask.accuracyNow.number");
        person.control(KeyCode.Z);
        assertEquals(items, workspace.plan().items());
        person.control(KeyCode.Z);
        assertFalse(person.<RadioButton>find(nature).isSelected());
        assertEquals("", workspace.undoNameProperty().get());
        person.control(KeyCode.SHIFT, KeyCode.Z);
        assertTrue(person.<RadioButton>find(nature).isSelected());
        person.assertFocused(nature);
        person.control(KeyCode.SHIFT, KeyCode.Z);
        person.control(KeyCode.SHIFT, KeyCode.Z);
        assertTrue(person.<CheckBox>find("ask.accuracyNow.dont-know").isSelected());
        assertEquals(77, workspace.plan().items().get(0).tokens());
    }

    @Test
    void undoGoesToTheQuestionAlsoOnTheOpenPage() throws Exception {
        openSample("support-bot");
        person.press("decide.step.SYSTEM");
        for (String question : List.of("accuracyNow", "accuracyNeeded")) {
            TextInputControl field = person.find("ask." + question + ".number");
            robot.interact(field::requestFocus);
            robot.write("90 %", 0).type(KeyCode.ENTER);
        }
        person.press("decide.step.QUESTIONS");
        person.press("decide.step.SYSTEM");
        person.assertFocused("traffic.requestsPerMonth");
        person.control(KeyCode.Z);
        person.assertFocused("ask.accuracyNeeded.number");
        person.control(KeyCode.Z);
        person.assertFocused("ask.accuracyNow.number");
        assertEquals(Answers.NONE, workspace.answers());
    }

    @Test
    void theItemsAreListedWithHowFarEachWasAskedAbout() {
        openSample("support-bot");
        person.press("decide.step.QUESTIONS");
        ListView<String> list = person.find("decide.list.items");
        assertEquals(workspace.plan().items().stream().map(ContextItem::id).toList(), list.getItems());
        robot.interact(() -> list.getSelectionModel().select(1));
        assertTrue(person.text("decide.progress").startsWith("Item 2 of"), person.text("decide.progress"));
        person.press("decide.next");
        assertEquals(2, list.getSelectionModel().getSelectedIndex());
    }

    @Test
    void whatTheAnswersLeadToStandsBesideTheQuestions() throws Exception {
        openSample("support-bot");
        person.press("decide.step.QUESTIONS");
        String item = workspace.plan().items().get(0).id();
        person.press("ask." + item + ".nature.tone");
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> soFar("Behaviour"));
        person.press("ask." + item + ".nature.facts");
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> soFar("Information"));
    }

    private boolean soFar(String word) {
        return robot.from(person.<Node>find("decide.soFar"))
                .lookup((Predicate<Node>)
                        n -> n instanceof Label l && l.getText().equals(word))
                .tryQuery()
                .isPresent();
    }

    @Test
    void theRecordIsReadBeforeItIsSaved() throws Exception {
        decided("support-bot");
        TitledPane record = person.find("decide.record");
        robot.interact(() -> record.setExpanded(true));
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> person.sees("decide.record.text"));
        assertTrue(person.<TextInputControl>find("decide.record.text").getText().contains("## Decision Outcome"));
    }

    @Test
    void answersOpenThePlanThatTheyBelongTo() throws Exception {
        openSample("clinical-extractor");
        person.press("decide.sample");
        Path ofSample = folder.resolve("sample.answers.json");
        keep(ofSample);
        robot.interact(() -> workspace.edit("Name", null, p -> p.withName("Ours")));
        Plan ours = workspace.plan();
        save("ours.steelyard");
        Path ofFile = folder.resolve("ours.answers.json");
        keep(ofFile);

        person.press("rail.GALLERY");
        openSample("support-bot");
        robot.interact(() -> workspace.edit("Name", null, p -> p.withName("Drawn")));
        person.press("decide.step.SYSTEM");
        robot.interact(person.<CheckBox>find("ask.accuracyNow.dont-know")::fire);
        Plan drawn = workspace.plan();
        Path ofSketch = folder.resolve("drawn.answers.json");
        keep(ofSketch);

        reopen(ofFile);
        assertEquals(ours, workspace.plan());
        assertTrue(person.sees("decide"));
        reopen(ofSample);
        Plan sample = Samples.plan("clinical-extractor").orElseThrow();
        assertEquals(AnsweredPlan.in(sample, workspace.answers()), workspace.plan());
        assertFalse(workspace.answers().given().isEmpty());
        reopen(ofSketch);
        assertEquals(drawn.name(), workspace.plan().name());
        assertEquals(
                drawn.items().stream().map(ContextItem::name).toList(),
                workspace.plan().items().stream().map(ContextItem::name).toList());
        person.press("decide.step.SYSTEM");
        assertTrue(person.<CheckBox>find("ask.accuracyNow.dont-know").isSelected());
        Plan kept = workspace.plan();
        robot.interact(() -> workspace.edit("Purpose", null, p -> p.withPurpose("edited")));
        reopen(ofSketch);
        assertEquals("edited", workspace.plan().purpose(), "the same sketch keeps what it leaves out");
        dialogs.unsaved = Dialogs.Unsaved.CANCEL;
        reopen(ofFile);
        assertEquals(kept.items(), workspace.plan().items(), "the edited plan was kept");
        assertEquals(List.of(), dialogs.errors);
    }

    private void keep(Path file) throws Exception {
        dialogs.toSave = Optional.of(file);
        robot.interact(person.<MenuButton>find("decide.answers").getItems().get(0)::fire);
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> Files.exists(file));
    }

    private void reopen(Path file) {
        dialogs.toOpen.clear();
        dialogs.toOpen.add(file);
        robot.interact(person.<MenuButton>find("decide.answers").getItems().get(1)::fire);
    }

    @Test
    void answersBringTheItemsOfTheirPromptFile() throws Exception {
        openSample("support-bot");
        Path file = folder.resolve("prompt.answers.json");
        Files.writeString(folder.resolve("prompt.md"), "# Tone\nBe brief.\n\n# Price list\nHello world.\n");
        Files.writeString(file, """
            {"format": 1, "plan": "sample:support-bot", "prompt": "prompt.md",
             "answers": {"items": {"price-list": {"nature": "prices"}}}}
            """);
        Plan before = workspace.plan();
        reopen(file);
        WaitForAsyncUtils.waitFor(
                30,
                TimeUnit.SECONDS,
                () -> workspace.plan().items().size() == before.items().size() + 2);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("Price list", workspace.plan().items().getLast().name());
        assertEquals(1, workspace.answers().given().size());
        person.press("undo");
        assertEquals(before, workspace.plan());
        assertTrue(workspace.answers().given().isEmpty());
    }

    @Test
    void aPastedListIsOneEditAndWhatIsNoItemStays() {
        openSample("caching");
        Plan before = workspace.plan();
        person.press("decide.step.ITEMS");
        TextInputControl list = person.find("decide.list");
        robot.interact(() -> list.setText("\"Rules, part 2\", 1,500, behaviour\nRates, 12k, weekly\nnothing\n"));
        person.press("decide.list.add");
        List<ContextItem> added = workspace.plan().items();
        assertEquals(before.items().size() + 2, added.size());
        assertEquals("Rules, part 2", added.get(added.size() - 2).name());
        assertEquals(1500, added.get(added.size() - 2).tokens());
        assertEquals(12_000, added.getLast().tokens());
        assertEquals(Kind.BEHAVIOUR, added.get(added.size() - 2).kind());
        assertEquals(4.35, added.getLast().changesPerMonth());
        assertEquals("nothing", list.getText());
        assertTrue(person.<Label>find("decide.items.refusal").getText().startsWith("Line 1, tokens: "));
        person.press("undo");
        assertEquals(before, workspace.plan());
    }

    @Test
    void aPromptFileBecomesItemsThatSayHowTheyWereCounted() throws Exception {
        openSample("support-bot");
        Plan before = workspace.plan();
        person.press("decide.step.ITEMS");
        Path prompts = Path.of("src/test/resources/app/steelyard/tokens");
        dialogs.toOpen.add(prompts.resolve("chat.json"));
        person.press("decide.prompt");
        WaitForAsyncUtils.waitFor(
                30, TimeUnit.SECONDS, () -> person.text("decide.prompt.told").contains("5 parts with 114 tokens"));
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
                person.text("decide.counted.tools-1"));
        assertTrue(person.text("decide.prompt.told").contains("image_url at /messages/4/content/1"));
        person.press("decide.ask.tools-1");
        assertTrue(person.<RadioButton>find("ask.tools-1.nature.schemas").isSelected());
        person.press("undo");
        assertEquals(before, workspace.plan());

        person.press("decide.step.ITEMS");
        dialogs.toOpen.set(0, prompts.resolve("nothing.md"));
        person.press("decide.prompt");
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> person.sees("decide.items.refusal"));
        assertTrue(person.text("decide.items.refusal").startsWith("nothing.md: There is no such file"));
        assertFalse(person.<ButtonBase>find("decide.prompt").isDisabled());
        assertEquals(before, workspace.plan());
    }

    /** What is said of success and failures goes into the plan, and out of it again. */
    @Test
    void whatAWrongAnswerCostsGoesIntoThePlanAndBack() {
        openSample("support-bot");
        Plan before = workspace.plan();
        person.press("decide.step.SYSTEM");
        type("ask.failureCost.number", "$12");
        assertEquals(12, workspace.plan().outcome().failureCost());
        assertEquals(
                "12", person.<TextInputControl>find("ask.failureCost.number").getText());
        type("ask.accuracyNow.number", "90 %");
        assertEquals(0.9, workspace.plan().outcome().prompted());
        person.control(KeyCode.Z);
        assertNull(workspace.plan().outcome().prompted());
        assertEquals(12, workspace.plan().outcome().failureCost());
        person.press("ask.failureCost.back");
        assertEquals(before, workspace.plan());
        type("ask.failureCost.number", "-3");
        assertTrue(person.sees("ask.failureCost.number.refusal"));
    }

    private void type(String id, String text) {
        TextInputControl field = person.find(id);
        robot.interact(() -> {
            field.requestFocus();
            field.setText(text);
            field.fireEvent(new javafx.event.ActionEvent());
        });
    }

    /** With the keyboard alone: a clock stands first, then the instructions, and undo has the plan as it was. */
    @Test
    void whatStandsFirstTodayIsSaidOfThePlan() {
        openSample("support-bot");
        Plan before = workspace.plan();
        person.press("decide.step.SYSTEM");
        RadioButton first = person.find("ask.order.stable");
        robot.interact(first::requestFocus);
        robot.type(KeyCode.RIGHT);
        assertTrue(person.<RadioButton>find("ask.order.changing").isSelected());
        assertEquals("Clock or id", workspace.plan().items().getFirst().name());
        assertEquals(before.items().size() + 1, workspace.plan().items().size());
        robot.type(KeyCode.RIGHT);
        assertTrue(person.<RadioButton>find("ask.order.documents").isSelected());
        assertEquals(before.items().size(), workspace.plan().items().size());
        person.control(KeyCode.Z);
        assertEquals("Clock or id", workspace.plan().items().getFirst().name());
        person.control(KeyCode.Z);
        assertEquals(before, workspace.plan());
    }

    @Test
    void whatThePlanStatesStandsBesideTheQuestion() {
        openSample("support-bot");
        person.press("decide.step.SYSTEM");
        assertFalse(person.sees("ask.accuracyNow.stated"));
        robot.interact(() -> workspace.edit("Success", null, p -> PlanField.SUCCESS_PROMPTED.with(p, 0.8)));
        assertEquals("The plan says 80 %.", person.text("ask.accuracyNow.stated"));
    }

    @Test
    void aNumberOutOfRangeIsRefusedWhereItStands() {
        openSample("support-bot");
        person.press("decide.step.SYSTEM");
        TextInputControl field = person.find("ask.accuracyNeeded.number");
        robot.interact(() -> {
            field.requestFocus();
            field.setText("140 %");
            field.fireEvent(new javafx.event.ActionEvent());
        });
        assertTrue(person.sees("ask.accuracyNeeded.number.refusal"));
        robot.interact(() -> {
            field.setText("95 %");
            field.fireEvent(new javafx.event.ActionEvent());
        });
        assertFalse(person.sees("ask.accuracyNeeded.number.refusal"));
    }

    @Test
    void answersAreSavedForgottenAndOpenedAgain() throws Exception {
        openSample("clinical-extractor");
        person.press("decide.sample");
        String answered = person.text("decide.progress");
        Path file = folder.resolve("kept.answers.json");
        dialogs.toSave = Optional.of(file);
        dialogs.toOpen.add(file);
        MenuButton answers = person.find("decide.answers");
        robot.interact(() -> answers.getItems().get(0).fire());
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> Files.exists(file));
        robot.interact(() -> answers.getItems().get(3).fire());
        assertNotEquals(answered, person.text("decide.progress"));
        robot.interact(() -> answers.getItems().get(1).fire());
        assertEquals(answered, person.text("decide.progress"));
        assertEquals(List.of(), dialogs.errors);
    }

    @Test
    void theRecordIsCopiedAndFlipsAreTold() throws Exception {
        decided("support-bot");
        person.press("decide.copy");
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> person.text("decide.told").equals("Record copied"));
        String[] copied = new String[1];
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertTrue(copied[0].contains("# Use "), copied[0]);
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> {
            Parent flips = person.find("decide.flips");
            return flips.getChildrenUnmodifiable().get(0) instanceof Label;
        });
    }

    /** Of many items too, all of them are told once they are found, and nothing says any more that it is being looked. */
    @Test
    void whatFlipsALargePlanArrives() throws Exception {
        Plan plan = LargePlans.of(40, new Draw(new Random(3)));
        robot.interact(() -> workspace.begin(plan));
        person.press("rail.DECIDE");
        person.press("decide.step.RESULT");
        waitForDecision();
        Parent flips = person.find("decide.flips");
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> flips.getChildrenUnmodifiable().get(0) instanceof Label);
        WaitForAsyncUtils.waitForFxEvents();
        List<Flip> expected = Flips.of(Decision.of(plan, workspace.answers(), book), book);
        List<String> told = flips.getChildrenUnmodifiable().stream()
                .filter(n -> n.getStyleClass().contains("flip"))
                .map(n -> ((Label) n).getText().replace('\u00a0', ' '))
                .toList();
        assertTrue(expected.size() > told.size(), expected.toString());
        assertEquals(
                expected.stream()
                        .limit(told.size())
                        .map(f -> f.text().replace('\u00a0', ' '))
                        .toList(),
                told);
        assertFalse(told.isEmpty());
        assertTrue(flips.lookupAll(".progress-indicator").isEmpty());
    }

    private void startAgain() {
        robot.interact(() -> {
            stage.hide();
            start(stage);
        });
    }

    private Path save(String name) {
        Path file = folder.resolve(name);
        robot.interact(() -> {
            try {
                workspace.save(file, true);
            } catch (Refusal e) {
                throw new IllegalStateException(e);
            }
        });
        return file;
    }

    @Test
    void theAnswersAndThePageComeBackWithTheirPlan() {
        openSample("support-bot");
        person.press("decide.step.QUESTIONS");
        String nature = "ask." + workspace.plan().items().get(0).id() + ".nature.documentation";
        person.press(nature);
        person.press("decide.next");
        String where = person.text("decide.progress");
        assertTrue(where.startsWith("Item 2 of"), where);

        person.press("rail.GALLERY");
        openSample("clinical-extractor");
        assertEquals(Answers.NONE, workspace.answers());
        person.press("rail.GALLERY");
        openSample("support-bot");
        assertEquals(where, person.text("decide.progress"));

        startAgain();
        assertEquals(Answers.NONE, workspace.answers());
        openSample("support-bot");
        assertEquals(where, person.text("decide.progress"));
        assertTrue(person.text("decide.told").startsWith("Your earlier answers are back"));
        person.press("decide.back");
        assertTrue(person.<RadioButton>find(nature).isSelected());
        assertEquals("", workspace.undoNameProperty().get());
        assertFalse(workspace.editedProperty().get());
    }

    @Test
    void theAnswersGoWithAPlanIntoItsFile() {
        person.press("rail.DECIDE");
        person.press("decide.step.SYSTEM");
        robot.interact(person.<CheckBox>find("ask.accuracyNow.dont-know")::fire);
        startAgain();
        person.press("rail.DECIDE");
        assertTrue(person.<CheckBox>find("ask.accuracyNow.dont-know").isSelected());

        Path file = save("resumed.steelyard");
        robot.interact(person.<MenuButton>find("menu").getItems().get(0)::fire);
        person.press("new.begin");
        assertEquals(Answers.NONE, workspace.answers());
        startAgain();
        assertEquals(Answers.NONE, workspace.answers());
        robot.interact(() -> window.open(file));
        person.press("rail.DECIDE");
        assertTrue(person.<CheckBox>find("ask.accuracyNow.dont-know").isSelected());
    }

    @Test
    void aNewPlanAsksForTheAnswersOfTheOneBeforeAndBeginsWithoutThem() {
        person.press("rail.DECIDE");
        person.press("decide.step.SYSTEM");
        robot.interact(person.<CheckBox>find("ask.accuracyNow.dont-know")::fire);
        Answers given = workspace.answers();
        dialogs.unsaved = Dialogs.Unsaved.CANCEL;
        robot.interact(person.<MenuButton>find("menu").getItems().get(0)::fire);
        person.press("new.begin");
        assertEquals(List.of(workspace.plan().name()), dialogs.asked);
        assertEquals(given, workspace.answers());

        dialogs.unsaved = Dialogs.Unsaved.DISCARD;
        robot.interact(person.<MenuButton>find("menu").getItems().get(0)::fire);
        person.press("new.begin");
        person.press("rail.DECIDE");
        assertEquals(Answers.NONE, workspace.answers());
        assertFalse(person.text("decide.told").startsWith("Your earlier answers"));
    }

    @Test
    void answersAreKeptWithoutClosingAndForgottenOnDemand() throws Exception {
        openSample("support-bot");
        person.press("decide.sample");
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> kept().size() == 1);
        robot.interact(person.<MenuButton>find("decide.answers").getItems().get(3)::fire);
        startAgain();
        assertEquals(List.of(), kept());
    }

    @Test
    void keptAnswersThatAreDamagedAreSetAside() throws Exception {
        openSample("support-bot");
        person.press("decide.sample");
        startAgain();
        Path file = kept().get(0);
        Files.writeString(file, "{\"stage\": \"ITEMS\", \"answers\": {");
        openSample("support-bot");
        assertEquals(Answers.NONE, workspace.answers());
        Path aside = kept().get(0);
        assertEquals(file + ".damaged", aside.toString());
        assertTrue(person.text("decide.told").contains(aside.toString()), person.text("decide.told"));
        person.press("decide.sample");
        startAgain();
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
    void everyControlHasANameForThoseWhoListen() throws Exception {
        decided("banking-copilot");
        for (String step : List.of("DESCRIBE", "ITEMS", "QUESTIONS", "SYSTEM", "RESULT")) {
            person.press("decide.step." + step);
            if (step.equals("RESULT")) {
                waitForDecision();
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
