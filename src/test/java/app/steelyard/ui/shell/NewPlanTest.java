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
import javafx.scene.input.KeyCode;
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
