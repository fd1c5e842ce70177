package app.steelyard.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import app.steelyard.text.Numbers;
import app.steelyard.ui.FakeDialogs;
import app.steelyard.ui.Readable;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.Look;
import app.steelyard.ui.work.NewPlan;
import app.steelyard.ui.work.Workspace;
import app.steelyard.whatif.search.Goal;
import app.steelyard.whatif.search.GoalSeek;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
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

    private Workspace workspace;
    private MainWindow window;
    private Look look;

    @BeforeAll
    static void loadPrices() {
        book = OpenWindow.packagedPrices(folder);
    }

    @Start
    void start(Stage stage) {
        OpenWindow open = OpenWindow.on(stage, banking(), book, folder, new FakeDialogs());
        workspace = open.workspace();
        window = open.window();
        look = open.look();
    }

    private static Plan banking() {
        return Samples.plan("banking-copilot").orElseThrow();
    }

    private static boolean has(FxRobot robot, String id) {
        return robot.lookup((Predicate<Node>) n -> id.equals(n.getId()))
                .tryQuery()
                .isPresent();
    }

    private static <T extends Node> T find(FxRobot robot, String id) {
        until(() -> has(robot, id), id);
        return robot.lookup((Predicate<Node>) n -> id.equals(n.getId())).query();
    }

    private static void until(BooleanSupplier there, String what) {
        try {
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, there::getAsBoolean);
        } catch (TimeoutException e) {
            throw new AssertionError("never came: " + what, e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void press(FxRobot robot, String id) {
        ButtonBase button = find(robot, id);
        robot.interact(button::fire);
    }

    private static void type(FxRobot robot, String id, String text) {
        TextField field = find(robot, id);
        robot.interact(() -> {
            field.requestFocus();
            field.selectAll();
        });
        robot.write(text, 0).type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static String text(FxRobot robot, String id) {
        Labeled label = find(robot, id);
        return label.getText();
    }

    private void open(FxRobot robot, Plan plan) {
        robot.interact(() -> workspace.begin(plan));
        press(robot, "rail.WHAT_IF");
    }

    private void settled(FxRobot robot, String run) {
        until(() -> has(robot, "whatif.run") && text(robot, "whatif.run").equals(run), run);
    }

    private void turnTo(FxRobot robot, String part) {
        press(robot, "whatif.part." + part);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Picks from the list that a picker opens, by typing. */
    private static void pick(FxRobot robot, String picker, String words) {
        press(robot, picker);
        TextField search = find(robot, "picker-search");
        robot.interact(() -> search.setText(words));
        robot.interact(() -> search.getOnAction().handle(new javafx.event.ActionEvent()));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void withoutRangesTheScreenSaysWhatToDoAndOneButtonBeginsUndoably(FxRobot robot) {
        Plan certain = banking().withWhatIf(WhatIf.NOTHING);
        open(robot, certain);
        until(() -> text(robot, "whatif.headline").equals("No number has a range yet"), "empty");
        assertTrue(find(robot, "whatif.empty").isVisible());
        find(robot, "whatif.map");
        assertFalse(has(robot, "whatif.moves"));
        press(robot, "whatif.first");
        settled(robot, "10,000 trials · seed 42");
        assertFalse(workspace.plan().whatIf().ranges().isEmpty());
        assertFalse(find(robot, "whatif.empty").isVisible());
        for (String card : List.of("map", "moves", "likely", "worth", "saving")) {
            find(robot, "whatif." + card);
            assertFalse(text(robot, "whatif." + card + ".sentence").isBlank(), card);
        }
        assertTrue(text(robot, "whatif.percent").endsWith("%"));
        robot.interact(workspace::undo);
        assertEquals(certain, workspace.plan());
        until(() -> text(robot, "whatif.headline").equals("No number has a range yet"), "empty again");
        assertFalse(has(robot, "whatif.moves"));
    }

    @Test
    void whereRangesAreTypedIsOneClickAway(FxRobot robot) {
        open(robot, banking().withWhatIf(WhatIf.NOTHING));
        press(robot, "whatif.toInputs");
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(
                PlanField.REQUESTS_PER_MONTH.path(),
                window.getScene().getFocusOwner().getId());
    }

    @Test
    void trialsAndSeedAreTypedAndNonsenseIsRefused(FxRobot robot) {
        open(robot, banking());
        settled(robot, "10,000 trials · seed 42");
        String before = text(robot, "whatif.contingency");
        type(robot, "whatif.seed", "7");
        settled(robot, "10,000 trials · seed 7");
        assertNotEquals(before, text(robot, "whatif.contingency"));
        type(robot, "whatif.seed", "42");
        settled(robot, "10,000 trials · seed 42");
        assertEquals(before, text(robot, "whatif.contingency"), "the same seed brings the same numbers");
        type(robot, "whatif.trials", "2000");
        settled(robot, "2,000 trials · seed 42");
        type(robot, "whatif.trials", "many");
        assertEquals("Write a whole number from 1 to 1,000,000.", text(robot, "whatif.trials.refusal"));
        type(robot, "whatif.trials", "0");
        assertTrue(find(robot, "whatif.trials.refusal").isVisible());
        assertEquals("2,000 trials · seed 42", text(robot, "whatif.run"));
    }

    @Test
    void theMapGoesOverTheNumbersChosen(FxRobot robot) {
        open(robot, banking());
        settled(robot, "10,000 trials · seed 42");
        pick(robot, "whatif.axis.x", "Tenants");
        until(() -> find(robot, "whatif.axis.x").getAccessibleText().equals("Across: Tenants"), "axis");
        String y = find(robot, "whatif.axis.y").getAccessibleText();
        pick(robot, "whatif.axis.y", "Tenants");
        until(() -> find(robot, "whatif.axis.y").getAccessibleText().equals("Up: Tenants"), "axes change places");
        assertEquals(y.replace("Up: ", "Across: "), find(robot, "whatif.axis.x").getAccessibleText());
    }

    @Test
    void aSliderMovesThePlansNumberAsOneStep(FxRobot robot) {
        open(robot, banking());
        settled(robot, "10,000 trials · seed 42");
        press(robot, "whatif.showSliders");
        Plan before = workspace.plan();
        PlanNumber number = new ItemNumber(before.items().get(1).id(), ItemNumber.Kind.TOKENS);
        Slider slider = find(robot, "whatif.slider." + number.path());
        String moves = text(robot, "whatif.moves.sentence");
        robot.interact(() -> slider.setValue(0.1));
        robot.interact(() -> slider.setValue(0.05));
        robot.interact(() -> slider.setValue(0));
        assertEquals(before.whatIf().range(number.path()).orElseThrow().low(), number.get(workspace.plan()));
        until(() -> !text(robot, "whatif.moves.sentence").equals(moves), "other charts");
        robot.interact(workspace::undo);
        assertEquals(before, workspace.plan());
    }

    @Test
    void nothingIsWorkedOutForAScreenThatNobodySees(FxRobot robot) {
        open(robot, banking());
        settled(robot, "10,000 trials · seed 42");
        String headline = text(robot, "whatif.headline");
        Label label = find(robot, "whatif.headline");
        press(robot, "rail.CALCULATE");
        robot.interact(() -> workspace.begin(banking().withWhatIf(WhatIf.NOTHING)));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(headline, label.getText());
        press(robot, "rail.WHAT_IF");
        until(() -> text(robot, "whatif.headline").equals("No number has a range yet"), "caught up");
    }

    @Test
    void aGoalIsFoundAndTakenOver(FxRobot robot) {
        open(robot, banking());
        turnTo(robot, "SEARCH");
        Plan before = workspace.plan();
        type(robot, "whatif.goal.target", "500000");
        press(robot, "whatif.goal.take.0");
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
    void aGoalThatCannotBeReachedSaysWhy(FxRobot robot) {
        open(robot, banking());
        turnTo(robot, "SEARCH");
        pick(robot, "whatif.goal.number", "Tenants");
        type(robot, "whatif.goal.target", "1e15");
        until(() -> said(robot, "whatif.goal.outcome", "never"), "a reason");
        assertFalse(has(robot, "whatif.goal.take.0"));
        type(robot, "whatif.goal.target", "much");
        assertTrue(text(robot, "whatif.goal.target.refusal").contains("much"));
    }

    @Test
    void theGoalThatIsShownIsSoughtByTheButton(FxRobot robot) {
        open(robot, banking());
        turnTo(robot, "SEARCH");
        press(robot, "whatif.goal.seek");
        until(
                () -> !said(robot, "whatif.goal.outcome", "Seeking")
                        && (has(robot, "whatif.goal.take.0") || said(robot, "whatif.goal.outcome", "never")),
                "an answer");
    }

    @Test
    void aDesignThatIsToBeTheCheapestIsSoughtAndTakenOver(FxRobot robot) {
        open(robot, banking());
        turnTo(robot, "SEARCH");
        Plan before = workspace.plan();
        assertEquals(Design.HYBRID, cheapest());
        press(robot, "whatif.goal.kind.CHEAPEST");
        settled(robot, "10,000 trials · seed 42");
        double below = bottom(robot, "whatif.goal.outcome");
        assertFalse(find(robot, "whatif.goal.target").getParent().getParent().isVisible());
        press(robot, "whatif.goal.seek");
        until(
                () -> has(robot, "whatif.goal.line.0")
                        && text(robot, "whatif.goal.line.0").contains("own value"),
                "a stretch");
        assertFalse(has(robot, "whatif.goal.take.0"), "it is the cheapest as planned");

        pick(robot, "whatif.goal.winner", "Prompt caching");
        assertFalse(has(robot, "whatif.goal.line.0"), "that was another question");
        press(robot, "whatif.goal.seek");
        until(() -> has(robot, "whatif.goal.take.0"), "a value");
        assertEquals(below, bottom(robot, "whatif.goal.outcome"), "what stands below stays");
        ButtonBase take = find(robot, "whatif.goal.take.0");
        assertEquals("Take over 190,000", take.getText());
        robot.interact(take::fire);
        assertEquals(Design.PROMPT_CACHING, cheapest());
        GoalSeek.Found found = (GoalSeek.Found) GoalSeek.solve(
                before, book, PlanField.REQUESTS_PER_MONTH, Goal.parse("cheapest = prompt-caching"), () -> false);
        assertTrue(found.solutions().getFirst().holds(workspace.plan().traffic().requestsPerMonth()));
        robot.interact(workspace::undo);
        assertEquals(before, workspace.plan());
    }

    @Test
    void aNumberForWhichTwoDesignsComeToTheSameIsSought(FxRobot robot) {
        open(robot, banking());
        turnTo(robot, "SEARCH");
        press(robot, "whatif.goal.kind.SAME");
        pick(robot, "whatif.goal.figure", "Total cost of ownership");
        pick(robot, "whatif.goal.other", "Hybrid");
        press(robot, "whatif.goal.seek");
        press(robot, "whatif.goal.take.0");
        assertEquals(tco(Design.PROMPT_CACHING), tco(Design.HYBRID), 0.01);
    }

    private Design cheapest() {
        return workspace.comparison().cheapest().orElseThrow().architecture().design();
    }

    private double tco(Design design) {
        return workspace.comparison().priced(design).orElseThrow().measures().tco();
    }

    private static double bottom(FxRobot robot, String id) {
        Node node = find(robot, id);
        return node.localToScene(node.getBoundsInLocal()).getMaxY();
    }

    private static boolean said(FxRobot robot, String id, String words) {
        Parent parent = find(robot, id);
        return parent.getChildrenUnmodifiable().stream()
                .anyMatch(n -> n instanceof Labeled l && l.getText().contains(words));
    }

    @Test
    void theCheapestPlacementIsSearchedAndTakenOver(FxRobot robot) {
        open(
                robot,
                banking()
                        .withItems(banking().items().stream()
                                .map(i -> i.withPlacement(Placement.PLAIN_PROMPT))
                                .toList()));
        turnTo(robot, "SEARCH");
        Plan before = workspace.plan();
        type(robot, "whatif.placement.limit", "0.0001");
        press(robot, "whatif.placement.run");
        until(() -> text(robot, "whatif.placement.outcome").startsWith("Nothing keeps"), "no placement");
        assertTrue(said(robot, "whatif.placement.lines", "fastest placement"));
        TextField limit = find(robot, "whatif.placement.limit");
        robot.interact(() -> {
            limit.requestFocus();
            limit.clear();
        });
        robot.type(KeyCode.ENTER);
        press(robot, "whatif.placement.run");
        until(() -> text(robot, "whatif.placement.outcome").startsWith("The cheapest costs"), "a placement");
        find(robot, "whatif.frontier");
        press(robot, "whatif.placement.take.0");
        List<Placement> taken =
                workspace.plan().items().stream().map(i -> i.placement()).toList();
        assertNotEquals(before.items().stream().map(i -> i.placement()).toList(), taken);
        robot.interact(workspace::undo);
        assertEquals(before, workspace.plan());
    }

    @Test
    void aLongSearchTellsHowFarItIsAndCanBeCancelledWithTheKeyboard(FxRobot robot) {
        open(robot, banking().withItems(items(80)));
        turnTo(robot, "SEARCH");
        ButtonBase run = find(robot, "whatif.placement.run");
        robot.interact(() -> run.requestFocus());
        robot.type(KeyCode.SPACE);
        ProgressBar bar = find(robot, "whatif.placement.bar");
        until(() -> !text(robot, "whatif.placement.running").startsWith("0 "), "progress");
        assertTrue(text(robot, "whatif.placement.running").matches("[\\d,]+ placements weighed, [\\d.]+ % done"));
        assertTrue(bar.getProgress() >= 0 && bar.getProgress() < 1, "a known share");
        assertEquals(text(robot, "whatif.placement.running"), bar.getAccessibleText());
        assertEquals(
                "whatif.placement.cancel", window.getScene().getFocusOwner().getId());
        robot.type(KeyCode.SPACE);
        until(() -> text(robot, "whatif.placement.outcome").equals("The search was cancelled."), "cancelled");
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
    void whatWasShownGoesWithTheItems(FxRobot robot) {
        open(robot, banking());
        settled(robot, "10,000 trials · seed 42");
        robot.interact(() -> workspace.edit("none", null, p -> p.withItems(List.of())));
        until(() -> text(robot, "whatif.headline").equals("Nothing to ask yet"), "nothing");
        assertFalse(has(robot, "whatif.map"));
        assertFalse(find(robot, "whatif.showSliders").isVisible());
        robot.interact(workspace::undo);
        until(() -> has(robot, "whatif.map"), "the charts again");
    }

    @Test
    void theNamesOfRowsStayInSightWhenManyScenariosAreScrolled(FxRobot robot) {
        Plan plan = banking();
        open(
                robot,
                plan.withWhatIf(plan.whatIf()
                        .withScenarios(IntStream.range(0, 10)
                                .mapToObj(i -> new Scenario(
                                        "Scenario with quite a long name " + i,
                                        List.of(new Scenario.Value(
                                                PlanField.REQUESTS_PER_MONTH.path(), 1e5 * (i + 1)))))
                                .toList())));
        turnTo(robot, "SCENARIOS");
        ScrollPane scroll = (ScrollPane) ancestor(find(robot, "whatif.scenario.grid"), ScrollPane.class);
        Node first = find(robot, "whatif.scenario.name.0");
        Node last = find(robot, "whatif.scenario.delete.9");
        Node frozen = scroll.lookup(".frozen");
        robot.interact(() -> last.requestFocus());
        until(() -> scroll.getHvalue() > 0.9, "scrolled to what has the focus");
        assertTrue(inside(scroll, last) && inside(scroll, frozen));
        robot.interact(() -> first.requestFocus());
        until(() -> scroll.getHvalue() < 0.1, "back again");
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
    void scenariosSayWhatIsDerivedAndWhatCannotBeDone(FxRobot robot) {
        Plan plan = NewPlan.of(book, LocalDate.now(OpenWindow.CLOCK));
        double rate = Comparison.of(plan, book)
                .priced(Design.PROMPT_CACHING)
                .orElseThrow()
                .caches()
                .hitRate();
        String derived = Numbers.share(rate) + " derived";
        String question = plan.items().getLast().id();
        open(
                robot,
                plan.withWhatIf(plan.whatIf()
                        .withScenarios(List.of(
                                new Scenario("Measured", List.of(new Scenario.Value("caching.measuredHitRate", 0.7))),
                                new Scenario(
                                        "A question longer than every model's window",
                                        List.of(new Scenario.Value("items." + question + ".tokens", 1e8))),
                                new Scenario("As it is", List.of())))));
        turnTo(robot, "SCENARIOS");
        until(() -> has(robot, "whatif.cell.2.caching.measuredHitRate"), "scenarios");
        TextField left = find(robot, "whatif.cell.2.caching.measuredHitRate");
        assertEquals(derived, left.getPromptText());
        assertEquals(
                "70 %",
                WhatIfTest.<TextField>find(robot, "whatif.cell.0.caching.measuredHitRate")
                        .getText());
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
        String chart = text(robot, "whatif.scenarios.chart.sentence");
        assertTrue(chart.contains("Uncached cannot do the job in A question longer"), chart);

        ScrollPane scroll = (ScrollPane) ancestor(find(robot, "whatif.scenario.grid"), ScrollPane.class);
        Region grid = find(robot, "whatif.scenario.grid");
        assertTrue(grid.getWidth() <= scroll.getViewportBounds().getWidth(), "three scenarios fit: " + grid.getWidth());
    }

    @Test
    void scenariosAreAddedChangedResetAndDeleted(FxRobot robot) {
        open(robot, banking().withWhatIf(WhatIf.NOTHING));
        turnTo(robot, "SCENARIOS");
        until(() -> text(robot, "whatif.scenario.sentence").startsWith("No scenario yet"), "none");
        press(robot, "whatif.scenario.add");
        String cell = "whatif.cell.0." + PlanField.REQUESTS_PER_MONTH.path();
        type(robot, cell, "10M");
        until(() -> has(robot, "whatif.reset.0." + PlanField.REQUESTS_PER_MONTH.path()), "overridden");
        assertTrue(find(robot, cell).getStyleClass().contains("overridden"));
        Scenario scenario = workspace.plan().whatIf().scenarios().get(0);
        assertEquals(List.of(new Scenario.Value(PlanField.REQUESTS_PER_MONTH.path(), 1e7)), scenario.values());
        type(robot, "whatif.scenario.name.0", "Busy");
        until(() -> workspace.plan().whatIf().scenarios().get(0).name().equals("Busy"), "renamed");
        press(robot, "whatif.scenario.duplicate.0");
        assertEquals(
                List.of("Busy", "Busy 2"),
                workspace.plan().whatIf().scenarios().stream()
                        .map(Scenario::name)
                        .toList());
        type(robot, "whatif.scenario.name.1", "Busy");
        assertTrue(find(robot, "whatif.scenario.name.1.refusal").isVisible());
        press(robot, "whatif.reset.0." + PlanField.REQUESTS_PER_MONTH.path());
        assertEquals(List.of(), workspace.plan().whatIf().scenarios().get(0).values());
        robot.interact(workspace::undo);
        assertEquals(
                scenario.values(), workspace.plan().whatIf().scenarios().get(0).values());
        type(robot, cell, "lots");
        assertTrue(text(robot, cell + ".refusal").contains("lots"));
        press(robot, "whatif.scenario.delete.1");
        press(robot, "whatif.scenario.delete.0");
        assertEquals(List.of(), workspace.plan().whatIf().scenarios());
    }

    @Test
    void aDifferenceFoots(FxRobot robot) {
        open(robot, banking());
        turnTo(robot, "SCENARIOS");
        javafx.scene.layout.GridPane lines = find(robot, "whatif.difference");
        until(() -> lines.getChildren().size() > 8, "lines");
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
    void aClaimIsPutToTheTest(FxRobot robot) {
        open(robot, banking());
        turnTo(robot, "CLAIMS");
        until(() -> has(robot, "whatif.verdict.3"), "published claims");
        type(robot, "whatif.claim", "caching is great");
        assertTrue(text(robot, "whatif.claim.refusal").contains("caching is great"));
        type(robot, "whatif.claim", "cheapest = hybrid");
        until(
                () -> has(robot, "whatif.claim.remove.0")
                        && text(robot, "whatif.verdict.0").equals("holds here"),
                "own claim");
        type(robot, "whatif.claim", "tco(hybrid) > 1B");
        until(() -> has(robot, "whatif.claim.remove.1"), "another");
        assertEquals("fails here", text(robot, "whatif.verdict.0"));
        press(robot, "whatif.claim.remove.0");
        until(() -> !has(robot, "whatif.claim.remove.1"), "taken away");
        assertEquals("holds here", text(robot, "whatif.verdict.0"));
        type(robot, "whatif.claim", "payback(fine-tuning) <= 12");
        until(() -> has(robot, "whatif.claim.remove.1"), "another");
        assertTrue(
                robot.lookup((Predicate<Node>)
                                n -> n instanceof Label l && l.getText().equals("payback(fine-tuning) <= 12 months"))
                        .tryQuery()
                        .isPresent(),
                "with its unit");
    }

    @Test
    void ownClaimsStayUntilTheProgramEnds(FxRobot robot) {
        open(robot, banking());
        turnTo(robot, "CLAIMS");
        type(robot, "whatif.claim", "cheapest = hybrid");
        until(() -> has(robot, "whatif.claim.remove.0"), "own claim");
        turnTo(robot, "DOUBT");
        robot.interact(() -> workspace.begin(Samples.plan("support-bot").orElseThrow()));
        turnTo(robot, "CLAIMS");
        until(() -> has(robot, "whatif.claim.remove.0"), "still there");
        until(() -> text(robot, "whatif.verdict.0").equals("fails here"), "put to the test with the other plan");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DOUBT", "SEARCH", "SCENARIOS", "CLAIMS"})
    void everyControlIsReachedByTabAndHasAName(String part, FxRobot robot) {
        open(robot, banking());
        settled(robot, "10,000 trials · seed 42");
        turnTo(robot, part);
        until(() -> !part.equals("SCENARIOS") || has(robot, "whatif.scenario.name.1"), "scenarios");
        press(robot, "whatif.showSliders");
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
                Node drawing = find(robot, "whatif." + chart).lookup(".drawing");
                assertTrue(drawing.getAccessibleText().endsWith(text(robot, "whatif." + chart + ".sentence")), chart);
                assertTrue(wanted.contains(drawing), chart);
            }
        }
        Set<Node> left = new HashSet<>(wanted);
        robot.interact(() -> find(window, "whatif.part." + part).requestFocus());
        for (int i = 0; i < 2 * wanted.size() && !left.isEmpty(); i++) {
            left.remove(window.getScene().getFocusOwner());
            robot.type(KeyCode.TAB);
            WaitForAsyncUtils.waitForFxEvents();
        }
        // Of tabs side by side one is reached, and the arrow keys go on from there.
        left.removeIf(n -> n instanceof ToggleButton);
        assertEquals(Set.of(), left);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DOUBT", "SEARCH", "SCENARIOS", "CLAIMS"})
    void everyTextIsReadOnItsGroundInBothThemes(String part, FxRobot robot) {
        open(robot, banking());
        settled(robot, "10,000 trials · seed 42");
        press(robot, "whatif.showSliders");
        turnTo(robot, part);
        until(() -> !part.equals("CLAIMS") || has(robot, "whatif.verdict.0"), "claims");
        for (boolean dark : new boolean[] {false, true}) {
            robot.interact(() -> {
                if (look.dark() != dark) {
                    look.toggle();
                }
                window.getScene().getRoot().applyCss();
            });
            List<String> faint = new ArrayList<>();
            int[] seen = new int[1];
            robot.interact(() -> everyNode(find(window, "whatif"), n -> {
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
            }));
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
    void theScreenIsWalkedWithTheKeyboardAlone(FxRobot robot) {
        open(robot, banking());
        settled(robot, "10,000 trials · seed 42");
        robot.interact(() -> find(robot, "whatif.part.DOUBT").requestFocus());
        robot.type(KeyCode.RIGHT);
        until(() -> has(robot, "whatif.goal.number"), "search by key");
        robot.type(KeyCode.RIGHT);
        until(() -> has(robot, "whatif.scenario.add"), "scenarios by key");
        robot.type(KeyCode.RIGHT);
        until(() -> has(robot, "whatif.claim"), "claims by key");
        String focused = "";
        for (int i = 0; i < 12 && !focused.equals("whatif.claim"); i++) {
            robot.type(KeyCode.TAB);
            WaitForAsyncUtils.waitForFxEvents();
            focused = String.valueOf(window.getScene().getFocusOwner().getId());
        }
        assertEquals("whatif.claim", focused);
        robot.write("cheapest = hybrid", 0).type(KeyCode.ENTER);
        until(() -> has(robot, "whatif.claim.remove.0"), "claim by key");
    }

    @Test
    void theWindowSaysHowSureItIsUntilThePlanChanges(FxRobot robot) {
        open(robot, banking());
        settled(robot, "10,000 trials · seed 42");
        press(robot, "rail.CALCULATE");
        assertTrue(find(robot, "headline.certain").isVisible());
        assertTrue(text(robot, "headline.certain").contains("%, "));
        robot.interact(() -> workspace.edit("x", null, p -> PlanField.REQUESTS_PER_MONTH.with(p, 1e6)));
        assertFalse(find(robot, "headline.certain").isVisible());
    }
}
