package app.steelyard.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import app.steelyard.app.plan.NewPlan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.typed.RangeText;
import app.steelyard.pricing.PriceBook;
import app.steelyard.ui.FakeDialogs;
import app.steelyard.ui.work.Workspace;
import java.nio.file.Path;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A person who takes back by key what was typed: in a field while it is being typed, of the plan when it was taken over. */
@ExtendWith(ApplicationExtension.class)
class UndoKeysTest {
    private static final String FIELD = PlanField.REQUESTS_PER_MONTH.path();

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
        person.window().show(Screen.CALCULATE);
    }

    private String field(String id) {
        return person.<TextField>find(id).getText();
    }

    private void redo() {
        person.control(KeyCode.SHIFT, KeyCode.Z);
    }

    private double requests() {
        return PlanField.REQUESTS_PER_MONTH.get(workspace.plan());
    }

    @Test
    void afterEnterTheKeysAreThePlans() {
        double first = requests();
        String shown = field(FIELD);
        person.type(FIELD, "70k");
        assertEquals(70_000, requests());

        person.control(KeyCode.Z);
        assertEquals(first, requests());
        assertEquals(shown, field(FIELD));
        // Nothing is left to take back, in the field neither, which the plan would take over when it is left.
        person.control(KeyCode.Z);
        assertEquals(shown, field(FIELD));
        redo();
        assertEquals(70_000, requests());
        person.control(KeyCode.Z);
        person.control(KeyCode.Y);
        person.robot().type(KeyCode.TAB);
        assertEquals(70_000, requests());
    }

    @Test
    void whatIsBeingTypedIsTakenBackInItsFieldAlone() {
        person.type(FIELD, "70k");
        String shown = field(FIELD);
        person.robot().write("1", 0);
        assertNotEquals(shown, field(FIELD));
        person.control(KeyCode.Z);
        assertEquals(shown, field(FIELD), "not what was taken over before");
        assertEquals(70_000, requests());
        person.control(KeyCode.Z);
        assertNotEquals(70_000, requests());
    }

    @Test
    void besideAFieldTooTheKeysAreThePlans() {
        person.robot()
                .interact(() -> workspace.edit(
                        "range",
                        null,
                        p -> RangeText.apply(
                                p,
                                PlanField.REQUESTS_PER_MONTH,
                                RangeText.parse("50k to 90k", PlanField.REQUESTS_PER_MONTH, p))));
        person.press(FIELD + ".range");
        person.type("range.high", "95k");
        assertEquals(95_000, high());
        person.control(KeyCode.Z);
        assertEquals(90_000, high());
    }

    private double high() {
        return workspace.plan().whatIf().range(FIELD).orElseThrow().high();
    }
}
