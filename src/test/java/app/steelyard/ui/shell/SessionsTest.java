package app.steelyard.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.app.plan.NewPlan;
import app.steelyard.plan.Caching;
import app.steelyard.plan.Plan;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Growth;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.PriceBook;
import app.steelyard.ui.FakeDialogs;
import app.steelyard.ui.calculate.input.Section;
import app.steelyard.ui.work.Workspace;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A person who says that requests are turns of sessions, what grows in them, and in which order the prompt stands. */
@ExtendWith(ApplicationExtension.class)
class SessionsTest {
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
        Plan plan = NewPlan.of(book, LocalDate.now(Person.CLOCK));
        person = Person.before(stage, plan, book, folder, new FakeDialogs());
        workspace = person.workspace();
    }

    @BeforeEach
    void openTheSessions() {
        person.robot().interact(() -> person.window().show(Screen.CALCULATE));
        unfold("section.sessions");
    }

    private void unfold(String id) {
        Section section = person.find(id);
        person.robot().interact(() -> section.setExpanded(true));
        person.settle();
    }

    private void choose(String menu, String words) {
        MenuButton button = person.find(menu);
        MenuItem item = button.getItems().stream()
                .filter(i -> words.equals(i.getText()))
                .findFirst()
                .orElseThrow();
        person.robot().interact(item::fire);
        person.settle();
    }

    private void empty(String id) {
        TextField field = person.find(id);
        person.robot().interact(() -> {
            field.requestFocus();
            field.clear();
        });
        person.robot().type(KeyCode.ENTER);
        person.settle();
    }

    private String field(String id) {
        TextField field = person.find(id);
        return field.getText();
    }

    private String refusal(String id) {
        Label label = person.find(id + ".refusal");
        return label.isVisible() ? label.getText() : "";
    }

    private ContextItem question() {
        return workspace.plan().items().stream()
                .filter(i -> i.id().equals("question"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPresetIsTakenInOneStepAndTakenBackInOne() {
        Plan before = workspace.plan();
        choose("traffic.sessions.preset", "Coding agent");
        Plan after = workspace.plan();
        assertEquals(61, after.traffic().sessions().turns());
        assertEquals(before.traffic().requestsPerMonth(), after.traffic().requestsPerMonth());
        ContextItem conversation = after.items().stream()
                .filter(i -> i.scope() == Scope.SESSION)
                .findFirst()
                .orElseThrow();
        assertEquals(new Growth(2000, 0, 100_000.0, 0.016), conversation.growth());
        assertEquals(
                "61",
                ((TextField) person.find("traffic.sessions.turns")).getText().split("\\.\\.")[1]);
        assertTrue(person.text("traffic.sessions.preset.taken").contains("“Coding agent”"));
        assertEquals("Take from “Coding agent”", workspace.undoNameProperty().get());

        person.robot().interact(workspace::undo);
        person.settle();
        assertEquals(before, workspace.plan());
    }

    @Test
    void requestsFollowFromSessionsUntilTheyAreStated() {
        person.type("traffic.sessions.perMonth", "2000");
        person.type("traffic.sessions.turns", "8");
        assertEquals(16_000, workspace.plan().traffic().requestsPerMonth());
        assertEquals("16,000", field("traffic.requestsPerMonth"));
        assertEquals("Undo “Turns a session: 1 → 8”", person.text("steps"));

        person.type("traffic.sessions.turns", "5 to 20");
        assertEquals(8, workspace.plan().traffic().sessions().turns());
        assertEquals(16_000, workspace.plan().traffic().requestsPerMonth());

        person.type("traffic.requestsPerMonth", "50k");
        assertNull(workspace.plan().traffic().sessions().perMonth());
        assertEquals("", field("traffic.sessions.perMonth"));
        person.press("undo");
        assertEquals("2,000", field("traffic.sessions.perMonth"));
    }

    @Test
    void aGapSaysWhyItCannotBe() {
        person.type("traffic.sessions.gapP95Seconds", "30 s");
        assertTrue(refusal("traffic.sessions.gapP95Seconds").contains("above the median of 60 s"));
        person.type("traffic.sessions.gapP95Seconds", "5 min");
        assertEquals("", refusal("traffic.sessions.gapP95Seconds"));
        assertEquals(300, workspace.plan().traffic().sessions().gapP95Seconds());
        person.type("traffic.sessions.gapMedianSeconds", "10 min");
        assertTrue(refusal("traffic.sessions.gapMedianSeconds").startsWith("Gap between turns, 95 of 100 below: "));
    }

    @Test
    void anItemOfASessionGrows() {
        assertFalse(person.sees("items.question.growth.perTurn"));
        choose("items.question.scope", "Session");
        assertTrue(person.sees("items.question.growth.perTurn"));
        person.type("items.question.growth.perTurn", "300 to 500");
        person.type("items.question.growth.keptAnswer", "100 %");
        person.type("items.question.growth.end", "20k");
        person.type("items.question.growth.rewritten", "2 %");
        assertEquals(new Growth(400, 1, 20_000.0, 0.02), question().growth());
        assertTrue(
                workspace.plan().whatIf().range("items.question.growth.perTurn").isPresent());
        assertEquals("Undo “Question: rewritten between turns: 0 % → 2 %”", person.text("steps"));
        person.type("items.question.growth.end", "100");
        assertTrue(refusal("items.question.growth.end").contains("below the 500 of its first turn"));
        empty("items.question.growth.end");
        assertNull(question().growing().end());

        choose("items.documents.scope", "Session");
        person.type("items.documents.growth.perTurn", "10");
        assertTrue(refusal("items.documents.growth.perTurn").contains("a session has one conversation"));

        choose("items.question.scope", "Request");
        assertEquals(Scope.REQUEST, question().scope());
        assertNull(question().growth());
        assertFalse(person.sees("items.question.growth.perTurn"));
    }

    @Test
    void itemsMoveInTodaysPrompt() {
        person.press("items.question.up");
        assertEquals(
                List.of("instructions", "question", "documents"),
                workspace.plan().items().stream().map(ContextItem::id).toList());
        person.assertFocused("items.question.up");
        assertEquals("Undo “Move “" + question().name() + "” up”", person.text("steps"));
        person.press("items.question.up");
        person.assertFocused("items.question.down");
        Button up = person.find("items.question.up");
        assertTrue(up.isDisabled());
        person.press("undo");
        person.press("undo");
        assertEquals("question", workspace.plan().items().get(2).id());
    }

    @Test
    void theCacheIsTakenAsItBehavesOrAsItIsDescribed() {
        assertEquals(Caching.Behaviour.OBSERVED, workspace.plan().caching().behaviour());
        choose("behaviour", "As described");
        assertEquals(Caching.Behaviour.IDEAL, workspace.plan().caching().behaviour());
        person.press("keyed");
        assertTrue(workspace.plan().caching().keyed());
        person.type("caching.effectiveness", "60 to 90 %");
        assertEquals(0.75, workspace.plan().caching().effectiveness());
        person.type("caching.firstTurnHitRate", "60 %");
        assertEquals(0.6, workspace.plan().caching().firstTurnHitRate());
        person.type("model.hitRateError", "0 %");
        assertEquals(0.0, workspace.plan().model().hitRateError());
        person.press("undo");
        assertNull(workspace.plan().model().hitRateError());
    }
}
