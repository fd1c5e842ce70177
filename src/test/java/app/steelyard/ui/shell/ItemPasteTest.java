package app.steelyard.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.app.plan.NewPlan;
import app.steelyard.plan.Plan;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.pricing.PriceBook;
import app.steelyard.ui.FakeDialogs;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.work.Workspace;
import java.nio.file.Path;
import java.util.List;
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

/** A person who pastes a table of items. */
@ExtendWith(ApplicationExtension.class)
class ItemPasteTest {
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
        Plan plan = NewPlan.of(book, Person.today());
        person = Person.before(stage, plan, book, folder, new FakeDialogs());
        workspace = person.workspace();
    }

    @BeforeEach
    void openCalculate() {
        person.robot().interact(() -> person.window().show(Screen.CALCULATE));
        person.settle();
    }

    private void copied(String text) {
        person.robot().interact(() -> Fx.copy(text));
    }

    private List<String> names() {
        return workspace.plan().items().stream().map(ContextItem::name).toList();
    }

    private void focus(String id) {
        person.robot().interact(() -> person.find(id).requestFocus());
        person.settle();
    }

    @Test
    void theButtonAddsTheItemsOfTheClipboardInOneStep() {
        List<String> before = names();
        copied("Price list, 6000, weekly\nTone, 800, behaviour");
        person.press("items.paste");
        assertEquals(before.size() + 2, names().size());
        assertTrue(names().containsAll(List.of("Price list", "Tone")), names().toString());
        assertTrue(
                workspace.plan().items().stream().anyMatch(i -> i.name().equals("Price list") && i.tokens() == 6_000));
        assertFalse(person.sees("items.unread"));
        person.press("undo");
        assertEquals(before, names());
    }

    @Test
    void theKeyPastesItemsWhereNoFieldIsTypedIn() {
        int before = names().size();
        copied("Price list, 6000, weekly");
        focus("items.add");
        person.control(KeyCode.V);
        person.settle();
        assertEquals(before + 1, names().size());
        assertTrue(names().contains("Price list"), names().toString());
    }

    @Test
    void inAFieldTheKeyPastesWords() {
        int before = names().size();
        String id = workspace.plan().items().getFirst().id();
        copied("Price list, 6000, weekly");
        TextField name = person.find("items." + id + ".name");
        person.robot().interact(() -> {
            name.requestFocus();
            name.selectAll();
        });
        person.control(KeyCode.V);
        person.settle();
        assertEquals("Price list, 6000, weekly", Person.onFx(name::getText));
        assertEquals(before, names().size());
    }

    @Test
    void whatCouldNotBeReadIsToldUntilTheItemsChange() {
        copied("Price list, 6000, weekly\nTone, lots");
        person.press("items.paste");
        assertTrue(person.sees("items.unread"));
        assertTrue(person.text("items.unread").contains("lots"), person.text("items.unread"));
        person.press("undo");
        assertFalse(person.sees("items.unread"), "the items are as they were");

        person.press("items.paste");
        assertTrue(person.sees("items.unread"));
        person.press("items.add");
        assertFalse(person.sees("items.unread"), "the items are others");
    }

    @Test
    void anEmptyClipboardSaysHowItIsDone() {
        copied("");
        person.press("items.paste");
        assertTrue(person.text("items.unread").contains("Price list, 6000, weekly"));
        person.press("items.add");
        assertFalse(person.sees("items.unread"));
    }
}
