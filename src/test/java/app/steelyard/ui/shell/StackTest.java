package app.steelyard.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.app.plan.NewPlan;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.PriceBook;
import app.steelyard.ui.FakeDialogs;
import app.steelyard.ui.work.Workspace;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A person who reads the prompt layer by layer, puts it in another order, and says the traffic as a sentence. */
@ExtendWith(ApplicationExtension.class)
class StackTest {
    @TempDir
    private static Path folder;

    private static PriceBook book;

    private Person person;
    private Workspace workspace;

    @BeforeAll
    static void loadPrices() {
        book = Person.packagedPrices(folder);
    }

    @Start
    void start(Stage stage) {
        Plan plan = NewPlan.of(book, LocalDate.now(Person.CLOCK))
                .withItems(List.of(
                        item("stamp", "Date and time", 30, Scope.REQUEST, Placement.PLAIN_PROMPT),
                        item("rules", "Rules", 6_000, Scope.SHARED, Placement.CACHED_PREFIX),
                        item("record", "Record", 2_000, Scope.USER, Placement.CACHED_PREFIX)));
        person = Person.before(stage, plan, book, folder, new FakeDialogs());
        workspace = person.workspace();
    }

    @BeforeEach
    void openCalculate() {
        person.robot().interact(() -> person.window().show(Screen.CALCULATE));
        person.settle();
    }

    private static ContextItem item(String id, String name, double tokens, Scope scope, Placement placement) {
        return new ContextItem(id, name, tokens, Kind.INFORMATION, scope, 0, placement);
    }

    private List<String> order() {
        return workspace.plan().items().stream().map(ContextItem::id).toList();
    }

    private List<String> shown() {
        VBox layers = person.find("stack.layers");
        return layers.getChildren().stream()
                .map(Node::getId)
                .filter(id -> id != null)
                .map(id -> id.substring("stack.".length()))
                .toList();
    }

    private void press(KeyCode... keys) {
        person.robot().press(keys).release(keys);
        person.settle();
    }

    private void focus(String id) {
        person.robot().interact(() -> person.find(id).requestFocus());
        person.settle();
    }

    @Test
    void theProposalStandsInItsOwnOrderAndTodayInThatOfThePlan() {
        assertEquals(List.of("rules", "record", "stamp"), shown());
        person.press("stack.which.TODAY");
        person.settle();
        assertEquals(List.of("stamp", "rules", "record"), shown());
    }

    /** The cheapest order is worked out, so it says where an order can be chosen. */
    @Test
    void theProposedOrderIsNotMovedAndSaysSo() {
        focus("stack.record");
        press(KeyCode.ALT, KeyCode.UP);
        assertEquals(List.of("stamp", "rules", "record"), order());
        assertTrue(person.robot().lookup(".label").queryAllAs(javafx.scene.control.Label.class).stream()
                .anyMatch(l -> l.getText() != null && l.getText().contains("Choose “Today” above")));
    }

    @Test
    void aLayerIsMovedByKeysAloneAndUndoTakesItBack() {
        person.press("stack.which.TODAY");
        focus("stack.stamp");
        press(KeyCode.ALT, KeyCode.DOWN);
        assertEquals(List.of("rules", "stamp", "record"), order());
        assertEquals("stack.stamp", person.focused());
        press(KeyCode.ALT, KeyCode.DOWN);
        press(KeyCode.ALT, KeyCode.DOWN);
        assertEquals(List.of("rules", "record", "stamp"), order());
        assertEquals(order(), shown());
        person.robot().interact(workspace::undo);
        assertEquals(List.of("rules", "stamp", "record"), order());
    }

    @Test
    void aLayerIsDraggedPastAnother() {
        person.press("stack.which.TODAY");
        person.until(() -> !person.find("changes.working").isVisible(), "what would change the answer");
        scrollTo("stack.stamp");
        untilItRests("stack.record");
        Point2D from = middle("stack.record");
        Point2D to = middle("stack.stamp");
        person.robot().drag(from).dropTo(to);
        person.settle();
        assertEquals(List.of("record", "stamp", "rules"), order());
    }

    /** A robot can press only where the window is. */
    private void scrollTo(String id) {
        person.robot().interact(() -> {
            ScrollPane results = person.find("results");
            Node content = results.getContent();
            Node node = person.find(id);
            double top = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()))
                    .getMinY();
            double hidden = content.getLayoutBounds().getHeight()
                    - results.getViewportBounds().getHeight();
            results.setVvalue(Math.clamp((top - 100) / hidden, 0, 1));
        });
    }

    /** What is worked out once the plan rests may move what stands below it. */
    private void untilItRests(String id) {
        Point2D last = middle(id);
        for (int still = 0; still < 20; still++) {
            person.pulse();
            Point2D now = middle(id);
            still = now.equals(last) ? still : 0;
            last = now;
        }
    }

    private Point2D middle(String id) {
        return Person.onFx(() -> {
            Node node = person.find(id);
            Bounds bounds = node.localToScreen(node.getBoundsInLocal());
            return new Point2D(bounds.getCenterX(), bounds.getCenterY());
        });
    }

    @Test
    void aProposedOrderIsNotThePlansToChange() {
        focus("stack.stamp");
        press(KeyCode.ALT, KeyCode.UP);
        assertEquals(List.of("stamp", "rules", "record"), order());
    }

    @Test
    void keysPlaceALayerElsewhereAndEnterEditsIt() {
        focus("stack.rules");
        press(KeyCode.ALT, KeyCode.RIGHT);
        assertEquals(
                Placement.PLAIN_PROMPT,
                workspace.plan().item("rules").orElseThrow().placement());
        focus("stack.rules");
        press(KeyCode.ENTER);
        person.assertFocused("items.rules.name");
    }

    @Test
    void arrowsWalkTheLayers() {
        focus("stack.rules");
        press(KeyCode.DOWN);
        person.assertFocused("stack.record");
        press(KeyCode.UP);
        person.assertFocused("stack.rules");
    }

    @Test
    void aLongPromptIsFoldedAndUnfolds() {
        person.robot()
                .interact(() -> workspace.edit(
                        "many",
                        null,
                        p -> p.withItems(IntStream.range(0, 60)
                                .mapToObj(i -> item("i" + i, "Part " + i, 200, Scope.SHARED, Placement.CACHED_PREFIX))
                                .toList())));
        person.settle();
        assertEquals(List.of("i0+"), shown());
        focus("stack.i0+");
        press(KeyCode.ENTER);
        assertEquals(60, shown().size());
    }

    @Test
    void aWordOfTheSentenceOpensItsNumber() {
        person.press("sentence.traffic.requestsPerMonth");
        person.settle();
        person.assertFocused("traffic.requestsPerMonth");
        person.robot().press(KeyCode.CONTROL, KeyCode.A).release(KeyCode.A, KeyCode.CONTROL);
        person.robot().write("1.2 million");
        press(KeyCode.ENTER);
        assertEquals(1_200_000, workspace.plan().traffic().requestsPerMonth());
        ToggleButton word = person.find("sentence.traffic.requestsPerMonth");
        assertEquals("1,200,000", word.getText());
        assertTrue(word.isSelected());
        person.press("sentence.traffic.requestsPerMonth");
        assertFalse(word.isSelected());
    }

    @Test
    void arrowsChangeAWordByAStepAndMoreWithShift() {
        double before = workspace.plan().traffic().requestsPerMonth();
        focus("sentence.traffic.requestsPerMonth");
        press(KeyCode.UP);
        double step = workspace.plan().traffic().requestsPerMonth();
        assertTrue(step > before, "was " + before + ", is " + step);
        press(KeyCode.SHIFT, KeyCode.UP);
        assertTrue(workspace.plan().traffic().requestsPerMonth() > step * (step / before) * 1.5);
        press(KeyCode.SHIFT, KeyCode.DOWN);
        press(KeyCode.DOWN);
        assertEquals(before, workspace.plan().traffic().requestsPerMonth(), before * 0.06);
    }

    @Test
    void turnsMakeItASentenceOfConversations() {
        person.robot().interact(() -> workspace.edit("turns", null, p -> PlanField.TURNS.with(p, 8)));
        person.settle();
        ToggleButton word = person.find("sentence.traffic.sessions.turns");
        assertEquals("8", word.getText());
    }
}
