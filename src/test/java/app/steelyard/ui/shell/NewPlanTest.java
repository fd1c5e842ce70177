package app.steelyard.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.app.plan.NewPlan;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.check.Assumed;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.pricing.PriceBook;
import app.steelyard.ui.FakeDialogs;
import app.steelyard.ui.work.Workspace;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A person who begins a plan and reads its answer without touching a mouse. */
@ExtendWith(ApplicationExtension.class)
class NewPlanTest {
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
        person = Person.before(stage, NewPlan.of(book, Person.today()), book, folder, new FakeDialogs());
        workspace = person.workspace();
    }

    private List<String> order() {
        return workspace.plan().items().stream().map(ContextItem::id).toList();
    }

    private void ask() {
        person.tabTo("gallery.new");
        press(KeyCode.SPACE);
        person.assertFocused("new.kind.support-chat");
    }

    private void focus(String id) {
        person.robot().interact(() -> person.find(id).requestFocus());
        person.settle();
    }

    private void write(String text) {
        person.robot().write(text, 0);
        person.settle();
    }

    private void press(KeyCode... keys) {
        person.robot().press(keys).release(keys);
        person.settle();
    }

    /** A number that is refused is not passed over: the page stays and says why. */
    @Test
    void nothingBeginsWhileANumberIsRefused() {
        ask();
        Plan before = workspace.plan();
        focus("new.traffic.sessions.turns");
        write("abc");
        person.press("new.begin");
        assertTrue(person.sees("new.begin"));
        assertEquals(before, workspace.plan());
        assertTrue(person.text("new.refused").contains("“abc” is not a number"), person.text("new.refused"));
        person.assertFocused("new.traffic.sessions.turns");
        press(KeyCode.CONTROL, KeyCode.A);
        write("9");
        person.press("new.begin");
        assertEquals(9, PlanField.TURNS.get(workspace.plan()));
        // What was not said is told apart from what was, also to those who do not see it.
        assertFalse(
                person.find("sentence.traffic.sessions.turns").getStyleClass().contains("assumed"));
        assertTrue(person.find("sentence.traffic.sessions.gapMedianSeconds")
                .getStyleClass()
                .contains("assumed"));
        person.press("sentence.traffic.sessions.gapMedianSeconds");
        press(KeyCode.CONTROL, KeyCode.A);
        write("45");
        press(KeyCode.ENTER);
        assertFalse(person.find("sentence.traffic.sessions.gapMedianSeconds")
                .getStyleClass()
                .contains("assumed"));
    }

    /** An example costs nothing that could be taken for an answer, in no card. */
    @Test
    void anExampleHasNoAmounts() {
        ask();
        person.press("new.skip");
        assertTrue(person.sees("stack"));
        for (Node layer : person.<VBox>find("stack.layers").getChildren()) {
            assertFalse(String.valueOf(layer.getAccessibleText()).contains("$"), layer.getAccessibleText());
        }
        person.press("sentence.traffic.sessions.turns");
        press(KeyCode.CONTROL, KeyCode.A);
        write("9");
        press(KeyCode.ENTER);
        assertTrue(person.<VBox>find("stack.layers")
                .getChildren()
                .getFirst()
                .getAccessibleText()
                .contains("$"));
    }

    /** From the questions to the answer, its order, its ranges and back. */
    @Test
    void fromNothingToTheAnswerByKeysAlone() {
        ask();
        person.tabTo("new.traffic.sessions.perMonth");
        write("50k");
        person.tabTo("new.traffic.sessions.turns");
        write("8");
        person.tabTo("new.traffic.sessions.gapMedianSeconds");
        write("70 s");
        person.tabTo("new.items");
        write("Date and time, 30, per request\nPrice list, 6000, weekly");
        person.control(KeyCode.ENTER);
        person.settle();
        assertEquals(400_000, workspace.plan().traffic().requestsPerMonth());
        assertEquals(List.of("price-list", "conversation", "date-and-time"), order());
        assertTrue(person.text("headline").contains("$"), person.text("headline"));

        person.tabTo("sentence.traffic.sessions.turns");
        assertEquals("8 (4 to 27, assumed)", person.text("sentence.traffic.sessions.turns"));
        press(KeyCode.SPACE);
        person.assertFocused("traffic.sessions.turns");
        press(KeyCode.ESCAPE);
        assertEquals("sentence.traffic.sessions.turns", person.focused());
        assertFalse(person.has("traffic.sessions.turns.slider"));
        press(KeyCode.SPACE);
        person.assertFocused("traffic.sessions.turns");
        press(KeyCode.TAB);
        assertEquals("sentence.traffic.sessions.turnsSpread", person.focused());
        press(KeyCode.SHIFT, KeyCode.TAB);
        press(KeyCode.TAB);
        person.tabTo("sentence.traffic.sessions.gapMedianSeconds");
        press(KeyCode.SPACE);
        person.assertFocused("traffic.sessions.gapMedianSeconds");
        press(KeyCode.CONTROL, KeyCode.A);
        write("60 to 90");
        press(KeyCode.ENTER);
        assertTrue(workspace.plan().whatIf().range(PlanField.GAP_MEDIAN.path()).isPresent());
        assertFalse(Assumed.is(workspace.plan(), PlanField.GAP_MEDIAN));
        assertEquals(70, PlanField.GAP_MEDIAN.get(workspace.plan()), "lies between, and stays");
        person.until(() -> person.text("headline.percent").endsWith("%"), "how sure it is");

        press(KeyCode.F6);
        assertTrue(Person.onFx(() -> person.find("results").isFocusWithin()), person.focused());
        // Tab would come there past every figure of the designs.
        focus("stack.which.TODAY");
        press(KeyCode.SPACE);
        focus("stack.conversation");
        press(KeyCode.ALT, KeyCode.UP);
        assertEquals(List.of("conversation", "price-list", "date-and-time"), order());
        assertTrue(person.text("headline").contains("$"), person.text("headline"));

        person.control(KeyCode.Z);
        person.settle();
        assertEquals(List.of("price-list", "conversation", "date-and-time"), order());
        person.control(KeyCode.Z);
        person.settle();
        assertTrue(
                workspace.plan().whatIf().range(PlanField.GAP_MEDIAN.path()).isEmpty(), "the range goes in one step");
        person.control(KeyCode.Z);
        person.settle();
        assertTrue(Assumed.throughout(workspace.plan()), "the five answers go in one step");
        assertFalse(person.text("headline").contains("$"), person.text("headline"));
    }

    @Test
    void theQuestionsCanBeSkippedAndLeft() {
        Plan before = workspace.plan();
        ask();
        press(KeyCode.ESCAPE);
        assertEquals(before, workspace.plan());
        assertTrue(person.sees("gallery.new"));
        ask();
        person.tabTo("new.skip");
        press(KeyCode.SPACE);
        assertTrue(Assumed.throughout(workspace.plan()));
        assertTrue(person.sees("example"));
        assertEquals("These are example numbers: no answer in money before one is yours", person.text("headline"));
        assertFalse(person.sees("card.tco"));
        person.press("example.coding-agent");
        assertTrue(Assumed.throughout(workspace.plan()), "another system's numbers are not one's own");
        person.press("sentence.traffic.requestsPerMonth");
        person.type("traffic.requestsPerMonth", "1.2 million");
        assertFalse(person.sees("example"));
        assertTrue(person.text("headline").contains("$"), person.text("headline"));
    }
}
