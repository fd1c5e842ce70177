package app.steelyard.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.document.Samples;
import app.steelyard.plan.PlanField;
import app.steelyard.ui.FakeDialogs;
import app.steelyard.ui.edit.FieldRow;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A step of a drag on Calculate neither lays out nor makes anew the inputs that stay as they are. */
@ExtendWith(ApplicationExtension.class)
class DragTest {
    private static final String PATH = PlanField.REQUESTS_PER_MONTH.path();

    @TempDir
    private static Path folder;

    private Person person;

    @Start
    void start(Stage stage) {
        person = Person.before(
                stage,
                Samples.plan("banking-copilot").orElseThrow(),
                Person.packagedPrices(folder),
                folder,
                new FakeDialogs());
    }

    /** The rows of inputs that the next layout will arrange anew. */
    private static long rowsToBeLaidOut(Set<Node> nodes) {
        return nodes.stream()
                .filter(n -> n instanceof FieldRow row && row.isNeedsLayout())
                .count();
    }

    private static void all(Node node, Set<Node> nodes) {
        nodes.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> all(child, nodes));
        }
    }

    private Set<Node> nodes(String id) {
        Set<Node> nodes = Collections.newSetFromMap(new IdentityHashMap<>());
        all(person.find(id), nodes);
        return nodes;
    }

    private static void to(Slider slider, double position) {
        slider.setValueChanging(true);
        slider.setValue(position);
    }

    @Test
    void aStepLaysOutTheNumberAndItsSliderAlone() {
        person.robot().interact(() -> person.window().show(Screen.CALCULATE));
        person.settle();
        Slider slider = person.find(PATH + ".slider");
        Labeled total = person.find("card.tco");
        // What was made for the first step stays for the next.
        for (double position : new double[] {0.62, 0.6}) {
            person.robot().interact(() -> to(slider, position));
            person.pulse();
        }
        person.robot().interact(() -> {
            person.scene().getRoot().applyCss();
            person.scene().getRoot().layout();
        });
        Set<Node> inputs = nodes("inputs");
        String before = Person.onFx(total::getText);
        assertEquals(0, Person.onFx(() -> rowsToBeLaidOut(inputs)));
        long rows = Person.onFx(() -> {
            to(slider, 0.61);
            assertTrue(slider.isNeedsLayout());
            return rowsToBeLaidOut(inputs);
        });
        assertEquals(0, rows, "the number and its slider are laid out, and not the row around them");
        person.until(() -> !before.equals(total.getText()), "the total");
        assertEquals(inputs, nodes("inputs"), "no input is made anew");
    }
}
