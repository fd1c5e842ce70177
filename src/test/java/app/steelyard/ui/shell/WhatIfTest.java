package app.steelyard.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.app.plan.NewPlan;
import app.steelyard.cost.Comparison;
import app.steelyard.document.Samples;
import app.steelyard.plan.Design;
import app.steelyard.plan.ItemNumber;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.Scenario;
import app.steelyard.plan.WhatIf;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.Currency;
import app.steelyard.text.NumberReader;
import app.steelyard.text.Numbers;
import app.steelyard.ui.FakeDialogs;
import app.steelyard.ui.Readable;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.Look;
import app.steelyard.ui.work.Workspace;
import app.steelyard.whatif.search.Goal;
import app.steelyard.whatif.search.GoalAnswer;
import app.steelyard.whatif.search.GoalSeek;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What a person does on the What if screen. */
@ExtendWith(ApplicationExtension.class)
class WhatIfTest {
    @TempDir
    private static Path folder;

    private static PriceBook book;

    private Person person;
    private FxRobot robot;
    private Workspace workspace;
    private MainWindow window;
    private Look look;

    @BeforeAll
    static void loadPrices() {
        book = Person.packagedPrices(folder);
    }

    @Start
    void start(Stage stage) {
        person = Person.before(stage, banking(), book, folder, new FakeDialogs());
        robot = person.robot();
        workspace = person.workspace();
        window = person.window();
        look = person.look();
    }

    private static Plan banking() {
        return Samples.plan("banking-copilot").orElseThrow();
    }

    /** A plan with no number in doubt: a hit rate that is derived is. */
    private static Plan measured() {
        return PlanField.MEASURED_HIT_RATE.with(banking().withWhatIf(WhatIf.NOTHING), 0.9);
    }

    private void open(Plan plan) {
        robot.interact(() -> workspace.begin(plan));
        person.press("rail.WHAT_IF");
    }

    private void settled(String run) {
        person.until(() -> person.has("whatif.run") && person.text("whatif.run").equals(run), run);
    }

    private void turnTo(String part) {
        person.press("whatif.part." + part);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void withoutRangesTheScreenSaysWhatToDoAndOneButtonBeginsUndoably() {
        Plan certain = measured();
        open(certain);
        person.until(() -> person.text("whatif.headline").equals("No number has a range yet"), "empty");
        assertTrue(person.find("whatif.empty").isVisible());
        person.find("whatif.map");
        assertFalse(person.has("whatif.moves"));
        person.press("whatif.first");
        settled("10,000 trials · seed 42");
        assertFalse(workspace.plan().whatIf().ranges().isEmpty());
        assertFalse(person.find("whatif.empty").isVisible());
        for (String card : List.of("map", "moves", "likely", "worth", "saving")) {
            person.find("whatif." + card);
            assertFalse(person.text("whatif." + card + ".sentence").isBlank(), card);
        }
        assertTrue(person.text("whatif.percent").endsWith("%"));
        robot.interact(workspace::undo);
        assertEquals(certain, workspace.plan());
        person.until(() -> person.text("whatif.headline").equals("No number has a range yet"), "empty again");
        assertFalse(person.has("whatif.moves"));
    }

    @Test
    void whereRangesAreTypedIsOneClickAway() {
        open(banking().withWhatIf(WhatIf.NOTHING));
        person.press("whatif.toInputs");
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(
                PlanField.REQUESTS_PER_MONTH.path(),
                window.getScene().getFocusOwner().getId());
    }

    @Test
    void trialsAndSeedAreTypedAndNonsenseIsRefused() {
        open(banking());
        settled("10,000 trials · seed 42");
        String before = person.text("whatif.contingency");
        person.type("whatif.seed", "7");
        settled("10,000 trials · seed 7");
        assertNotEquals(before, person.text("whatif.contingency"));
        person.type("whatif.seed", "42");
        settled("10,000 trials · seed 42");
        assertEquals(before, person.text("whatif.contingency"), "the same seed brings the same numbers");
        person.type("whatif.trials", "2000");
        settled("2,000 trials · seed 42");
        person.type("whatif.trials", "many");
        assertEquals("Write a whole number from 1 to 1,000,000.", person.text("whatif.trials.refusal"));
        person.type("whatif.trials", "0");
        assertTrue(person.find("whatif.trials.refusal").isVisible());
        assertEquals("2,000 trials · seed 42", person.text("whatif.run"));
    }

    @Test
    void theMapGoesOverTheNumbersChosen() {
        open(banking());
        settled("10,000 trials · seed 42");
        person.pick("whatif.axis.x", "Tenants");
        person.until(() -> person.find("whatif.axis.x").getAccessibleText().equals("Across: Tenants"), "axis");
        String y = person.find("whatif.axis.y").getAccessibleText();
        person.pick("whatif.axis.y", "Tenants");
        person.until(
                () -> person.find("whatif.axis.y").getAccessibleText().equals("Up: Tenants"), "axes change places");
        assertEquals(y.replace("Up: ", "Across: "), person.find("whatif.axis.x").getAccessibleText());
    }

    @Test
    void aSliderMovesThePlansNumberAsOneStep() {
        open(banking());
        settled("10,000 trials · seed 42");
        person.press("whatif.showSliders");
        Plan before = workspace.plan();
        PlanNumber number = new ItemNumber(before.items().get(1).id(), ItemNumber.Kind.TOKENS);
        Slider slider = person.find("whatif.slider." + number.path());
        String moves = person.text("whatif.moves.sentence");
        robot.interact(() -> slider.setValue(0.1));
        robot.interact(() -> slider.setValue(0.05));
        robot.interact(() -> slider.setValue(0));
        assertEquals(before.whatIf().range(number.path()).orElseThrow().low(), number.get(workspace.plan()));
        person.until(() -> !person.text("whatif.moves.sentence").equals(moves), "other charts");
        robot.interact(workspace::undo);
        assertEquals(before, workspace.plan());
    }

    @Test
    void aHitRateThatIsDerivedIsInDoubtWithoutAnyRange() {
        open(banking().withWhatIf(WhatIf.NOTHING));
        settled("10,000 trials · seed 42");
        assertTrue(person.find("whatif.empty").isVisible());
        assertTrue(person.text("whatif.moves.sentence").contains("Hit rate, as derived"));
    }

    @Test
    void nothingIsWorkedOutForAScreenThatNobodySees() {
        open(banking());
        settled("10,000 trials · seed 42");
        String headline = person.text("whatif.headline");
        Label label = person.find("whatif.headline");
        person.press("rail.CALCULATE");
        robot.interact(() -> workspace.begin(measured()));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(headline, label.getText());
        person.press("rail.WHAT_IF");
        person.until(() -> person.text("whatif.headline").equals("No number has a range yet"), "caught up");
    }

    @Test
    void aGoalIsFoundAndTakenOver() {
        open(banking());
        turnTo("SEARCH");
        Plan before = workspace.plan();
        person.type("whatif.goal.target", "500000");
        person.press("whatif.goal.take.0");
        assertNotEquals(
                before.traffic().requestsPerMonth(), workspace.plan().traffic().requestsPerMonth());
        assertEquals(
                500_000,
                workspace
                        .comparison()
                        .priced(Design.PROMPT_CACHING)
                        .orElseThrow()
                        .measures()
                        .saving(),
                1e-3);
        robot.interact(workspace::undo);
        assertEquals(before, workspace.plan());
    }

    @Test
    void aGoalThatCannotBeReachedSaysWhy() {
        open(banking());
        turnTo("SEARCH");
        person.pick("whatif.goal.number", "Tenants");
        person.type("whatif.goal.target", "1e15");
        person.until(() -> said("whatif.goal.outcome", "never"), "a reason");
        assertFalse(person.has("whatif.goal.take.0"));
        person.type("whatif.goal.target", "much");
        assertTrue(person.text("whatif.goal.target.refusal").contains("much"));
    }

    @Test
    void theGoalThatIsShownIsSoughtByTheButton() {
        open(banking());
        turnTo("SEARCH");
        person.press("whatif.goal.seek");
        person.until(
                () -> !said("whatif.goal.outcome", "Seeking")
                        && (person.has("whatif.goal.take.0") || said("whatif.goal.outcome", "never")),
                "an answer");
    }

    @Test
    void aDesignThatIsToBeTheCheapestIsSoughtAndTakenOver() {
        open(banking());
        turnTo("SEARCH");
        Plan before = workspace.plan();
        assertEquals(Design.HYBRID, cheapest());
        person.press("whatif.goal.kind.CHEAPEST");
        settled("10,000 trials · seed 42");
        double below = bottom("whatif.goal.outcome");
        assertFalse(person.find("whatif.goal.target").getParent().getParent().isVisible());
        person.press("whatif.goal.seek");
        person.until(
                () -> person.has("whatif.goal.line.0")
                        && person.text("whatif.goal.line.0").contains("own value"),
                "a stretch");
        assertFalse(person.has("whatif.goal.take.0"), "it is the cheapest as planned");

        person.pick("whatif.goal.winner", "Prompt caching");
        assertFalse(person.has("whatif.goal.line.0"), "that was another question");
        person.press("whatif.goal.seek");
        person.until(() -> person.has("whatif.goal.take.0"), "a value");
        assertEquals(below, bottom("whatif.goal.outcome"), "what stands below stays");
        ButtonBase take = person.find("whatif.goal.take.0");
        assertEquals("Take over 190,000", take.getText());
        robot.interact(take::fire);
        assertEquals(Design.PROMPT_CACHING, cheapest());
        GoalAnswer.Found found = (GoalAnswer.Found) GoalSeek.solve(
                before,
                book,
                PlanField.REQUESTS_PER_MONTH,
                Goal.parse("cheapest = prompt-caching", NumberReader.plain(Currency.USD)),
                () -> false);
        assertTrue(found.solutions().getFirst().holds(workspace.plan().traffic().requestsPerMonth()));
        robot.interact(workspace::undo);
        assertEquals(before, workspace.plan());
    }

    @Test
    void aNumberForWhichTwoDesignsComeToTheSameIsSought() {
        open(banking());
        turnTo("SEARCH");
        person.press("whatif.goal.kind.SAME");
        person.pick("whatif.goal.figure", "Total cost of ownership");
        person.pick("whatif.goal.other", "Hybrid");
        person.press("whatif.goal.seek");
        person.press("whatif.goal.take.0");
        assertEquals(tco(Design.PROMPT_CACHING), tco(Design.HYBRID), 0.01);
    }

    private Design cheapest() {
        return workspace.comparison().cheapest().orElseThrow().architecture().design();
    }

    private double tco(Design design) {
        return workspace.comparison().priced(design).orElseThrow().measures().tco();
    }

    private double bottom(String id) {
        Node node = person.find(id);
        return node.localToScene(node.getBoundsInLocal()).getMaxY();
    }

    private boolean said(String id, String words) {
        Parent parent = person.find(id);
        return parent.getChildrenUnmodifiable().stream()
                .anyMatch(n -> n instanceof Labeled l && l.getText().contains(words));
    }

    @Test
    void theCheapestPlacementIsSearchedAndTakenOver() {
        open(banking()
                .withItems(banking().items().stream()
                        .map(i -> i.withPlacement(Placement.PLAIN_PROMPT))
                        .toList()));
        turnTo("SEARCH");
        Plan before = workspace.plan();
        person.type("whatif.placement.limit", "0.0001");
        person.press("whatif.placement.run");
        person.until(() -> person.text("whatif.placement.outcome").startsWith("Nothing keeps"), "no placement");
        assertTrue(said("whatif.placement.lines", "fastest placement"));
        TextField limit = person.find("whatif.placement.limit");
        robot.interact(() -> {
            limit.requestFocus();
            limit.clear();
        });
        robot.type(KeyCode.ENTER);
        person.press("whatif.placement.run");
        person.until(() -> person.text("whatif.placement.outcome").startsWith("The cheapest costs"), "a placement");
        person.find("whatif.frontier");
        person.press("whatif.placement.take.0");
        List<Placement> taken =
                workspace.plan().items().stream().map(i -> i.placement()).toList();
        assertNotEquals(before.items().stream().map(i -> i.placement()).toList(), taken);
        robot.interact(workspace::undo);
        assertEquals(before, workspace.plan());
    }

    @Test
    void aLongSearchTellsHowFarItIsAndCanBeCancelledWithTheKeyboard() {
        open(banking().withItems(items(80)));
        turnTo("SEARCH");
        ButtonBase run = person.find("whatif.placement.run");
        robot.interact(() -> run.requestFocus());
        robot.type(KeyCode.SPACE);
        ProgressBar bar = person.find("whatif.placement.bar");
        person.until(() -> !person.text("whatif.placement.running").startsWith("0 "), "progress");
        assertTrue(person.text("whatif.placement.running").matches("[\\d,]+ placements weighed, [\\d.]+ % done"));
        assertTrue(bar.getProgress() >= 0 && bar.getProgress() < 1, "a known share");
        // Both of the same moment: the search goes on meanwhile.
        boolean[] told = new boolean[1];
        robot.interact(() -> told[0] = person.text("whatif.placement.running").equals(bar.getAccessibleText()));
        assertTrue(told[0], "the bar says what the text says");
        assertEquals(
                "whatif.placement.cancel", window.getScene().getFocusOwner().getId());
        robot.type(KeyCode.SPACE);
        person.until(() -> person.text("whatif.placement.outcome").equals("The search was cancelled."), "cancelled");
        assertFalse(bar.getParent().isVisible());
        assertEquals(run, window.getScene().getFocusOwner());
    }

    private static List<ContextItem> items(int count) {
        ContextItem like = banking().items().get(0);
        return IntStream.range(0, count)
                .mapToObj(i -> new ContextItem(
                        "item-" + i,
                        "A handbook with a name that is longer than any column " + i,
                        1000 + i,
                        i % 2 == 0 ? Kind.BEHAVIOUR : Kind.INFORMATION,
                        like.scope(),
                        i % 5,
                        like.placement()))
                .toList();
    }

    @Test
    void whatWasShownGoesWithTheItems() {
        open(banking());
        settled("10,000 trials · seed 42");
        robot.interact(() -> workspace.edit("none", null, p -> p.withItems(List.of())));
        person.until(() -> person.text("whatif.headline").equals("Nothing to ask yet"), "nothing");
        assertFalse(person.has("whatif.map"));
        assertFalse(person.find("whatif.showSliders").isVisible());
        robot.interact(workspace::undo);
        person.until(() -> person.has("whatif.map"), "the charts again");
    }

    @Test
    void theNamesOfRowsStayInSightWhenManyScenariosAreScrolled() {
        Plan plan = banking();
        open(plan.withWhatIf(plan.whatIf()
                .withScenarios(IntStream.range(0, 10)
                        .mapToObj(i -> new Scenario(
                                "Scenario with quite a long name " + i,
                                List.of(new Scenario.Value(PlanField.REQUESTS_PER_MONTH.path(), 1e5 * (i + 1)))))
                        .toList())));
        turnTo("SCENARIOS");
        ScrollPane scroll = (ScrollPane) ancestor(person.find("whatif.scenario.grid"), ScrollPane.class);
        Node first = person.find("whatif.scenario.name.0");
        Node last = person.find("whatif.scenario.delete.9");
        Node frozen = scroll.lookup(".frozen");
        robot.interact(() -> last.requestFocus());
        person.until(() -> scroll.getHvalue() > 0.9, "scrolled to what has the focus");
        assertTrue(inside(scroll, last) && inside(scroll, frozen));
        robot.interact(() -> first.requestFocus());
        person.until(() -> scroll.getHvalue() < 0.1, "back again");
        assertTrue(
                left(first) >= left(frozen) + frozen.getBoundsInLocal().getWidth(), "not under the names of the rows");
    }

    private static double left(Node node) {
        return node.localToScene(node.getBoundsInLocal()).getMinX();
    }

    private static boolean inside(Node place, Node node) {
        return place.localToScene(place.getBoundsInLocal())
                .contains(
                        node.localToScene(node.getBoundsInLocal()).getCenterX(),
                        node.localToScene(node.getBoundsInLocal()).getCenterY());
    }

    private static Node ancestor(Node node, Class<? extends Node> kind) {
        Node n = node;
        while (!kind.isInstance(n)) {
            n = n.getParent();
        }
        return n;
    }

    @Test
    void scenariosSayWhatIsDerivedAndWhatCannotBeDone() {
        Plan plan = NewPlan.of(book, LocalDate.now(Person.CLOCK));
        double rate = Comparison.of(plan, book)
                .priced(Design.PROMPT_CACHING)
                .orElseThrow()
                .caches()
                .hitRate();
        String derived = Numbers.percent(rate) + " derived";
        String question = plan.items().getLast().id();
        open(plan.withWhatIf(plan.whatIf()
                .withScenarios(List.of(
                        new Scenario("Measured", List.of(new Scenario.Value("caching.measuredHitRate", 0.7))),
                        new Scenario(
                                "A question longer than every model's window",
                                List.of(new Scenario.Value("items." + question + ".tokens", 1e8))),
                        new Scenario("As it is", List.of())))));
        turnTo("SCENARIOS");
        person.until(() -> person.has("whatif.cell.2.caching.measuredHitRate"), "scenarios");
        TextField left = person.find("whatif.cell.2.caching.measuredHitRate");
        assertEquals(derived, left.getPromptText());
        assertEquals(
                "70 %",
                person.<TextField>find("whatif.cell.0.caching.measuredHitRate").getText());
        List<String> planned = robot
                .lookup((Predicate<Node>) n -> n.getId() != null && n.getId().startsWith("whatif.scenario.planned."))
                .queryAll()
                .stream()
                .map(n -> ((Label) n).getText())
                .toList();
        assertTrue(planned.contains(derived), planned.toString());

        Label none = robot.lookup((Predicate<Node>)
                        n -> n instanceof Label l && l.getText().equals("nothing can do the job"))
                .query();
        assertTrue(
                none.getTooltip().getText().contains("Prompt caching: "),
                none.getTooltip().getText());
        assertTrue(none.getAccessibleText().endsWith(none.getTooltip().getText()));
        String chart = person.text("whatif.scenarios.chart.sentence");
        assertTrue(chart.contains("Uncached cannot do the job in A question longer"), chart);

        ScrollPane scroll = (ScrollPane) ancestor(person.find("whatif.scenario.grid"), ScrollPane.class);
        Region grid = person.find("whatif.scenario.grid");
        assertTrue(grid.getWidth() <= scroll.getViewportBounds().getWidth(), "three scenarios fit: " + grid.getWidth());
    }

    @Test
    void scenariosAreAddedChangedResetAndDeleted() {
        open(banking().withWhatIf(WhatIf.NOTHING));
        turnTo("SCENARIOS");
        person.until(() -> person.text("whatif.scenario.sentence").startsWith("No scenario yet"), "none");
        person.press("whatif.scenario.add");
        String cell = "whatif.cell.0." + PlanField.REQUESTS_PER_MONTH.path();
        person.type(cell, "10M");
        person.until(() -> person.has("whatif.reset.0." + PlanField.REQUESTS_PER_MONTH.path()), "overridden");
        assertTrue(person.find(cell).getStyleClass().contains("overridden"));
        Scenario scenario = workspace.plan().whatIf().scenarios().get(0);
        assertEquals(List.of(new Scenario.Value(PlanField.REQUESTS_PER_MONTH.path(), 1e7)), scenario.values());
        person.type("whatif.scenario.name.0", "Busy");
        person.until(() -> workspace.plan().whatIf().scenarios().get(0).name().equals("Busy"), "renamed");
        person.press("whatif.scenario.duplicate.0");
        assertEquals(
                List.of("Busy", "Busy 2"),
                workspace.plan().whatIf().scenarios().stream()
                        .map(Scenario::name)
                        .toList());
        person.type("whatif.scenario.name.1", "Busy");
        assertTrue(person.find("whatif.scenario.name.1.refusal").isVisible());
        person.press("whatif.reset.0." + PlanField.REQUESTS_PER_MONTH.path());
        assertEquals(List.of(), workspace.plan().whatIf().scenarios().get(0).values());
        robot.interact(workspace::undo);
        assertEquals(
                scenario.values(), workspace.plan().whatIf().scenarios().get(0).values());
        person.type(cell, "lots");
        assertTrue(person.text(cell + ".refusal").contains("lots"));
        person.press("whatif.scenario.delete.1");
        person.press("whatif.scenario.delete.0");
        assertEquals(List.of(), workspace.plan().whatIf().scenarios());
    }

    @Test
    void aDifferenceFoots() {
        open(banking());
        turnTo("SCENARIOS");
        javafx.scene.layout.GridPane lines = person.find("whatif.difference");
        person.until(() -> lines.getChildren().size() > 8, "lines");
        int rows = lines.getRowCount();
        long sum = 0;
        for (int row = 1; row < rows - 1; row++) {
            sum += cents(lines, row);
        }
        assertEquals(cents(lines, rows - 1), sum);
    }

    private static long cents(javafx.scene.layout.GridPane lines, int row) {
        String text = lines.getChildren().stream()
                .filter(n -> javafx.scene.layout.GridPane.getRowIndex(n) == row
                        && javafx.scene.layout.GridPane.getColumnIndex(n) == 3)
                .map(n -> ((Label) n).getText())
                .findFirst()
                .orElseThrow();
        return Long.parseLong(text.replaceAll("[$,.]", "").replace('−', '-'));
    }

    @Test
    void aClaimIsPutToTheTest() {
        open(banking());
        turnTo("CLAIMS");
        person.until(() -> person.has("whatif.verdict.3"), "published claims");
        person.type("whatif.claim", "caching is great");
        assertTrue(person.text("whatif.claim.refusal").contains("caching is great"));
        person.type("whatif.claim", "cheapest = hybrid");
        person.until(
                () -> person.has("whatif.claim.remove.0")
                        && person.text("whatif.verdict.0").equals("holds here"),
                "own claim");
        person.type("whatif.claim", "tco(hybrid) > 1B");
        person.until(() -> person.has("whatif.claim.remove.1"), "another");
        assertEquals("fails here", person.text("whatif.verdict.0"));
        person.press("whatif.claim.remove.0");
        person.until(() -> !person.has("whatif.claim.remove.1"), "taken away");
        assertEquals("holds here", person.text("whatif.verdict.0"));
        person.type("whatif.claim", "payback(fine-tuning) <= 12");
        person.until(() -> person.has("whatif.claim.remove.1"), "another");
        assertTrue(
                robot.lookup((Predicate<Node>)
                                n -> n instanceof Label l && l.getText().equals("payback(fine-tuning) <= 12 months"))
                        .tryQuery()
                        .isPresent(),
                "with its unit");
    }

    @Test
    void ownClaimsStayUntilTheProgramEnds() {
        open(banking());
        turnTo("CLAIMS");
        person.type("whatif.claim", "cheapest = hybrid");
        person.until(() -> person.has("whatif.claim.remove.0"), "own claim");
        turnTo("DOUBT");
        robot.interact(() -> workspace.begin(Samples.plan("support-bot").orElseThrow()));
        turnTo("CLAIMS");
        person.until(() -> person.has("whatif.claim.remove.0"), "still there");
        person.until(() -> person.text("whatif.verdict.0").equals("fails here"), "put to the test with the other plan");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DOUBT", "SEARCH", "SCENARIOS", "CLAIMS"})
    void everyControlIsReachedByTabAndHasAName(String part) {
        open(banking());
        settled("10,000 trials · seed 42");
        turnTo(part);
        person.until(() -> !part.equals("SCENARIOS") || person.has("whatif.scenario.name.1"), "scenarios");
        person.press("whatif.showSliders");
        WaitForAsyncUtils.waitForFxEvents();
        Set<Node> wanted = new HashSet<>();
        robot.interact(() -> everyNode(find(window, "whatif"), n -> {
            if (n.isFocusTraversable() && !n.isDisabled() && shown(n)) {
                wanted.add(n);
            }
        }));
        assertTrue(wanted.size() > 10, "controls: " + wanted.size());
        for (Node node : wanted) {
            assertFalse(name(node).isBlank(), "no name: " + node);
        }
        if (part.equals("DOUBT")) {
            for (String chart : List.of("map", "moves", "likely", "worth", "saving")) {
                Node drawing = person.find("whatif." + chart).lookup(".drawing");
                assertTrue(drawing.getAccessibleText().endsWith(person.text("whatif." + chart + ".sentence")), chart);
                assertTrue(wanted.contains(drawing), chart);
            }
        }
        Set<Node> left = new HashSet<>(wanted);
        robot.interact(() -> {
            find(window, "whatif.part." + part).requestFocus();
            for (int i = 0; i < 2 * wanted.size() && !left.isEmpty(); i++) {
                Node owner = window.getScene().getFocusOwner();
                left.remove(owner);
                Event.fireEvent(
                        owner, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, false, false, false, false));
            }
        });
        // Of tabs side by side one is reached, and the arrow keys go on from there.
        left.removeIf(n -> n instanceof ToggleButton);
        assertEquals(Set.of(), left);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DOUBT", "SEARCH", "SCENARIOS", "CLAIMS"})
    void everyTextIsReadOnItsGroundInBothThemes(String part) {
        open(banking());
        settled("10,000 trials · seed 42");
        person.press("whatif.showSliders");
        turnTo(part);
        person.until(() -> !part.equals("CLAIMS") || person.has("whatif.verdict.0"), "claims");
        for (boolean dark : new boolean[] {false, true}) {
            List<String> faint = new ArrayList<>();
            int[] seen = new int[1];
            // In one go: what comes in between two would not be styled yet.
            robot.interact(() -> {
                if (look.dark() != dark) {
                    look.toggle();
                }
                window.getScene().getRoot().applyCss();
                everyNode(find(window, "whatif"), n -> {
                    if (n instanceof Labeled l
                            && shown(l)
                            && !l.isDisabled()
                            && l.getText() != null
                            && !l.getText().isBlank()) {
                        seen[0]++;
                        double contrast = Readable.contrast(l);
                        if (contrast < 4.5) {
                            faint.add("%s: %.2f".formatted(l.getText(), contrast));
                        }
                    }
                });
            });
            assertTrue(seen[0] > 10);
            assertEquals(List.of(), faint, dark ? "dark" : "light");
        }
    }

    private static Node find(Parent parent, String id) {
        return Fx.find(parent, id).orElseThrow();
    }

    private static void everyNode(Node node, Consumer<Node> visit) {
        visit.accept(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(n -> everyNode(n, visit));
        }
    }

    private static boolean shown(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static String name(Node node) {
        if (node.getAccessibleText() != null) {
            return node.getAccessibleText();
        }
        return node instanceof Labeled l && l.getText() != null ? l.getText() : "";
    }

    @Test
    void theScreenIsWalkedWithTheKeyboardAlone() {
        open(banking());
        settled("10,000 trials · seed 42");
        robot.interact(() -> person.find("whatif.part.DOUBT").requestFocus());
        robot.type(KeyCode.RIGHT);
        person.until(() -> person.has("whatif.goal.number"), "search by key");
        robot.type(KeyCode.RIGHT);
        person.until(() -> person.has("whatif.scenario.add"), "scenarios by key");
        robot.type(KeyCode.RIGHT);
        person.until(() -> person.has("whatif.claim"), "claims by key");
        String focused = "";
        for (int i = 0; i < 12 && !focused.equals("whatif.claim"); i++) {
            robot.type(KeyCode.TAB);
            WaitForAsyncUtils.waitForFxEvents();
            focused = String.valueOf(window.getScene().getFocusOwner().getId());
        }
        assertEquals("whatif.claim", focused);
        robot.write("cheapest = hybrid", 0).type(KeyCode.ENTER);
        person.until(() -> person.has("whatif.claim.remove.0"), "claim by key");
    }

    @Test
    void theWindowSaysHowSureItIsOfThePlanAsItIs() {
        open(banking());
        settled("10,000 trials · seed 42");
        person.press("rail.CALCULATE");
        assertTrue(person.find("headline.certain").isVisible());
        assertTrue(person.text("headline.percent").endsWith(" %"));
        robot.interact(() -> workspace.edit("x", null, p -> PlanField.REQUESTS_PER_MONTH.with(p, 1e6)));
        person.until(
                () -> person.find("headline.certain").isVisible()
                        && workspace.certaintyProperty().get().plan().equals(workspace.plan()),
                "how sure it is after the edit");
        robot.interact(() -> workspace.edit("x", null, ScreenshotTool::unpriced));
        person.until(
                () -> !person.find("headline.certain").isVisible(), "without an answer there is none to be sure of");
        robot.interact(() -> workspace.edit("x", null, p -> banking()));
        person.until(() -> person.find("headline.certain").isVisible(), "how sure it is of a priced plan");
        robot.interact(() -> workspace.edit("x", null, p -> p.withItems(List.of())));
        person.until(
                () -> !person.find("headline.certain").isVisible(), "without a prompt there is nothing to be sure of");
    }
}
