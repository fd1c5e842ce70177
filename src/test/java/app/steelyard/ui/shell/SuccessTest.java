package app.steelyard.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.cost.result.Evaluation;
import app.steelyard.document.Samples;
import app.steelyard.plan.Plan;
import app.steelyard.pricing.PriceBook;
import app.steelyard.ui.FakeDialogs;
import app.steelyard.ui.calculate.input.Section;
import app.steelyard.ui.work.Workspace;
import java.nio.file.Path;
import javafx.scene.control.MenuButton;
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

/** A person who says how often designs succeed and what a failure costs. */
@ExtendWith(ApplicationExtension.class)
class SuccessTest {
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
        Plan plan = Samples.plan("clinical-extractor").orElseThrow();
        person = Person.before(stage, plan, book, folder, new FakeDialogs());
        workspace = person.workspace();
    }

    @BeforeEach
    void openTheOutcome() {
        person.robot().interact(() -> person.window().show(Screen.CALCULATE));
        Section section = person.find("section.outcome");
        person.robot().interact(() -> section.setExpanded(true));
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

    private Evaluation.Priced best() {
        return workspace.comparison().cheapest().orElseThrow();
    }

    @Test
    void ratesAndALossAreTypedAndTheAnswerSaysByWhatItRanks() {
        assertTrue(Double.isNaN(best().measures().costPerSuccess()));
        person.type("outcome.prompted", "82 %");
        person.type("outcome.tuned", "80 to 92 %");
        person.type("outcome.failureCost", "4");
        assertEquals(0.82, workspace.plan().outcome().prompted());
        assertEquals(0.86, workspace.plan().outcome().tuned(), 1e-12);
        assertTrue(best().measures().costPerSuccess() > 0);
        assertTrue(workspace.comparison().basis().perSuccess());
        empty("outcome.tuned");
        assertNull(workspace.plan().outcome().tuned());
        assertTrue(Double.isNaN(best().measures().costPerSuccess()));
    }

    @Test
    void aPresetIsTakenInOneStep() {
        Plan before = workspace.plan();
        MenuButton menu = person.find("outcome.preset");
        person.robot()
                .interact(() -> menu.getItems().stream()
                        .filter(i -> i.getText().equals("Classification into many classes"))
                        .forEach(i -> i.fire()));
        person.settle();
        assertEquals(0.81, workspace.plan().outcome().prompted());
        assertTrue(workspace.plan().sources().get("outcome.tuned").contains("LoRA Land"));
        assertTrue(person.text("outcome.preset.taken").contains("“Classification into many classes”"));
        person.robot().interact(workspace::undo);
        person.settle();
        assertEquals(before, workspace.plan());
    }
}
