package app.steelyard.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Seeded;
import app.steelyard.document.Samples;
import app.steelyard.plan.PlanField;
import app.steelyard.ui.FakeDialogs;
import app.steelyard.ui.edit.FieldRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A step of a drag on Calculate neither lays out nor makes anew the inputs that stay as they are; nothing of it stays behind. */
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

    /** All that can be read of the plan's inputs, answer and results, from the top. */
    private static List<String> read(Person before) {
        return Person.onFx(() -> {
            List<String> texts = new ArrayList<>();
            for (String id : List.of("warnings", "headline", "headline.detail", "inputs", "results")) {
                read(before.find(id), texts);
            }
            return texts;
        });
    }

    private static void read(Node node, List<String> texts) {
        if (!node.isVisible()) {
            return;
        }
        String text = node instanceof Labeled labeled
                ? labeled.getText()
                : node instanceof TextInputControl field
                        ? field.getText()
                        : node instanceof Text words ? words.getText() : node.getAccessibleText();
        if (text != null && !text.isEmpty()) {
            texts.add(node.getId() + ": " + text);
        }
        if (node instanceof Parent parent && !(node instanceof Labeled)) {
            parent.getChildrenUnmodifiable().forEach(child -> read(child, texts));
        }
    }

    /** The layer goes to where another one stands, as under a hand that goes there. */
    private void drag(Node layer, Node to) {
        Point2D point = to.localToScene(
                to.getBoundsInLocal().getCenterX(), to.getBoundsInLocal().getCenterY());
        fire(layer, MouseEvent.MOUSE_DRAGGED, point);
    }

    private static void fire(Node node, EventType<MouseEvent> type, Point2D at) {
        node.fireEvent(new MouseEvent(
                type,
                at.getX(),
                at.getY(),
                at.getX(),
                at.getY(),
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                !type.equals(MouseEvent.MOUSE_RELEASED),
                false,
                false,
                false,
                false,
                false,
                null));
    }

    private void assertAsOpenedAnew() {
        Stage stage = Person.onFx(Stage::new);
        Person anew = Person.onFx(() -> Person.before(
                stage,
                person.workspace().plan(),
                Person.packagedPrices(folder),
                folder.resolve("anew"),
                new FakeDialogs()));
        person.robot().interact(() -> anew.window().show(Screen.CALCULATE));
        anew.robot().interact(() -> anew.window().toInput(PlanField.REQUESTS_PER_MONTH));
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> read(anew).equals(read(person)));
        } catch (TimeoutException e) {
            assertEquals(String.join("\n", read(anew)), String.join("\n", read(person)));
        } finally {
            person.robot().interact(anew.window()::close);
            person.robot().interact(stage::hide);
        }
    }

    @Test
    void afterADragAllIsAsInAWindowThatIsOpenedThen() {
        person.robot().interact(() -> person.window().toInput(PlanField.REQUESTS_PER_MONTH));
        Slider slider = person.find(PATH + ".slider");
        Seeded.forAll(3, random -> {
            for (int i = 0; i < 12; i++) {
                double position = random.between(0.05, 0.95);
                person.robot().interact(() -> to(slider, position));
                for (int pulses = random.whole(0, 2); pulses > 0; pulses--) {
                    person.pulse();
                }
            }
            person.robot().interact(() -> slider.setValueChanging(false));
            assertAsOpenedAnew();
        });
    }

    @Test
    void afterALayerWasDraggedAllIsAsInAWindowThatIsOpenedThen() {
        person.robot().interact(() -> person.window().toInput(PlanField.REQUESTS_PER_MONTH));
        person.press("stack.which.TODAY");
        VBox layers = person.find("stack.layers");
        Seeded.forAll(2, random -> {
            Node layer = Person.onFx(() -> layers.getChildren().getFirst());
            for (int i = 0; i < 8; i++) {
                Node to = random.oneOf(Person.onFx(() -> layers.getChildren().stream()
                        .filter(n -> n.getId() != null)
                        .toList()));
                person.robot().interact(() -> drag(layer, to));
                for (int pulses = random.whole(0, 2); pulses > 0; pulses--) {
                    person.pulse();
                }
            }
            assertTrue(Person.onFx(() -> person.workspace().frames().dragging()));
            person.robot().interact(() -> fire(layer, MouseEvent.MOUSE_RELEASED, Point2D.ZERO));
            person.press("stack.which.SHOWN");
            assertAsOpenedAnew();
            person.press("stack.which.TODAY");
        });
    }
}
