package app.steelyard.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.document.Samples;
import app.steelyard.plan.Plan;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.Names;
import app.steelyard.ui.FakeDialogs;
import app.steelyard.ui.work.Workspace;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A person who says which items are needed whole. */
@ExtendWith(ApplicationExtension.class)
class NeededWholeTest {
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
        Plan plan = Samples.plan("support-bot")
                .orElseThrow()
                .withItems(List.of(
                        item("handbook", Kind.INFORMATION, Scope.SHARED),
                        item("record", Kind.INFORMATION, Scope.SESSION),
                        item("tone", Kind.BEHAVIOUR, Scope.SHARED)));
        person = Person.before(stage, plan, book, folder, new FakeDialogs());
        workspace = person.workspace();
    }

    private static ContextItem item(String id, Kind kind, Scope scope) {
        return new ContextItem(id, id, 5000, kind, scope, 0, Placement.CACHED_PREFIX);
    }

    @BeforeEach
    void openTheItems() {
        person.robot().interact(() -> person.window().show(Screen.CALCULATE));
        person.settle();
    }

    private CheckBox box(String id) {
        return person.find("items." + id + ".neededWhole");
    }

    private void tick(String id) {
        person.robot().interact(() -> box(id).fire());
        person.settle();
    }

    private ContextItem of(String id) {
        return workspace.plan().item(id).orElseThrow();
    }

    @Test
    void whatIsOfOneSessionIsAndTheRestIsNot() {
        assertFalse(box("handbook").isSelected());
        assertTrue(box("record").isSelected());
        assertFalse(box("tone").isVisible());
    }

    @Test
    void itIsSaidAndTakenBack() {
        tick("handbook");
        assertEquals(true, of("handbook").neededWhole());
        tick("handbook");
        assertNull(of("handbook").neededWhole(), "as such items are");
        tick("record");
        assertEquals(false, of("record").neededWhole());
        person.robot().interact(workspace::undo);
        person.settle();
        assertNull(of("record").neededWhole());
        assertTrue(box("record").isSelected());
    }

    @Test
    void whatIsNeededWholeAndRetrievedIsRefusedWhereItIsChosen() {
        tick("handbook");
        MenuButton placement = person.find("items.handbook.placement");
        RadioMenuItem retrieved = placement.getItems().stream()
                .map(RadioMenuItem.class::cast)
                .filter(i -> i.getUserData() == Placement.RETRIEVED)
                .findFirst()
                .orElseThrow();
        person.robot().interact(() -> {
            retrieved.setSelected(true);
            retrieved.fire();
        });
        person.settle();
        Label refusal = person.find("items.handbook.refusal");
        assertTrue(refusal.isVisible());
        assertTrue(refusal.getText().contains("needed whole"), refusal.getText());
        assertEquals(Placement.CACHED_PREFIX, of("handbook").placement());
        assertEquals(Names.of(Placement.CACHED_PREFIX), placement.getText());
        assertFalse(retrieved.isSelected());
        tick("handbook");
        assertFalse(refusal.isVisible());
    }
}
