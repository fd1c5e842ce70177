package app.steelyard.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.app.compare.DesignRow;
import app.steelyard.app.compare.DesignRows;
import app.steelyard.app.compare.WhatChanges;
import app.steelyard.app.whatif.HowSure;
import app.steelyard.chart.ColorRole;
import app.steelyard.document.Samples;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.pricing.PriceBook;
import app.steelyard.ui.FakeDialogs;
import app.steelyard.ui.work.Workspace;
import app.steelyard.whatif.story.SwitchingLines.Condition;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A person who reads the designs row by row, and what would change the answer. */
@ExtendWith(ApplicationExtension.class)
class DesignsTest {
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
    void openCalculate() {
        person.robot().interact(() -> person.window().show(Screen.CALCULATE));
        person.settle();
    }

    private void edit(PlanField field, double value) {
        person.robot().interact(() -> workspace.edit("x", null, p -> field.with(p, value)));
        person.settle();
    }

    private static String id(DesignRow row) {
        return "architecture." + ColorRole.of(row.design());
    }

    private List<DesignRow> rows() {
        return DesignRows.of(workspace.comparison(), book).rows();
    }

    /** What stands in the window is what the result says, in its order, and the best is the one looked at. */
    @Test
    void theRowsAreThoseOfTheResult() {
        double above = Double.NEGATIVE_INFINITY;
        for (DesignRow row : rows()) {
            ToggleButton whole = person.find(id(row));
            Button month = person.find(id(row) + ".average-month");
            assertEquals(row.month(), month.getText());
            assertTrue(whole.getAccessibleText().contains(row.model()), whole.getAccessibleText());
            assertEquals(row.equals(rows().get(0)), whole.isSelected());
            double top = whole.localToScene(0, 0).getY();
            assertTrue(top > above);
            above = top;
        }
        edit(PlanField.REQUESTS_PER_MONTH, 800_000);
        for (DesignRow row : rows()) {
            assertEquals(row.month(), this.<Button>find(row, "average-month").getText());
        }
    }

    private <T extends Node> T find(DesignRow row, String figure) {
        return person.find(id(row) + "." + figure);
    }

    /** No amount of a row is cut at this size of the window, also where a month costs more than ten millions. */
    @Test
    void noFigureIsCut() {
        for (double requests : List.of(400_000.0, 90_000_000.0, 3e9)) {
            edit(PlanField.REQUESTS_PER_MONTH, requests);
            for (DesignRow row : rows()) {
                for (String figure : List.of(
                        "average-month", "saved-by-model", "saved-by-design", "cost-per-request", "cost-per-success")) {
                    Button button = find(row, figure);
                    assertTrue(
                            !button.isVisible() || button.getWidth() >= Math.floor(button.prefWidth(-1)),
                            () -> button.getText() + " has " + button.getWidth() + " of " + button.prefWidth(-1));
                }
            }
        }
    }

    @Test
    void keysWalkTheFiguresAndOpenHowOneCameAbout() {
        DesignRow first = rows().get(0);
        DesignRow second = rows().get(1);
        person.robot().interact(() -> person.find(id(first)).requestFocus());
        person.robot().type(KeyCode.DOWN);
        assertEquals(id(second), person.focused());
        person.robot().type(KeyCode.RIGHT);
        assertEquals(id(second) + ".average-month", person.focused());
        person.robot().type(KeyCode.SPACE);
        person.until(() -> person.has("derivation-formula"), "derivation");
        person.robot().type(KeyCode.ESCAPE);
    }

    @Test
    void aRowShowsItsDesign() {
        DesignRow last = rows().getLast();
        person.press(id(last));
        assertEquals(last.design(), workspace.selectedProperty().get());
        assertTrue(this.person.<ToggleButton>find(id(last)).isSelected());
        assertFalse(this.person.<ToggleButton>find(id(rows().get(0))).isSelected());
    }

    /** The missing price is a link to where it is chosen. */
    @Test
    void whatHasNoPriceLeadsToWhatIsMissing() {
        person.robot().interact(() -> workspace.begin(Samples.plan("caching").orElseThrow()));
        person.settle();
        DesignRow tuned = rows().stream()
                .filter(r -> r.standing() == DesignRow.Standing.UNPRICED && r.choice() == DesignRow.Choice.TUNED_MODEL)
                .findFirst()
                .orElseThrow();
        assertTrue(person.sees(id(tuned) + ".missing"));
        person.press(id(tuned) + ".missing");
        assertTrue(person.sees("tunedModel"));
        Node picker = person.find("tunedModel");
        Bounds bounds = picker.localToScene(picker.getBoundsInLocal());
        assertTrue(bounds.getMinY() > 100 && bounds.getMaxY() < person.window().getHeight(), bounds::toString);
    }

    /** Beside a value that turns the answer stands what it is worth to know the number, once the trials have told. */
    @Test
    void whatTurnsTheAnswerSaysWhatItIsWorthToKnow() {
        person.robot()
                .interact(() -> workspace.begin(Samples.plan("banking-copilot").orElseThrow()));
        person.settle();
        person.until(() -> !person.sees("changes.working"), "changes");
        WhatChanges changes = WhatChanges.of(workspace.plan(), book, () -> false);
        assertFalse(changes.ranged().isEmpty());
        HowSure sure = HowSure.of(workspace.plan(), book, () -> false).orElseThrow();
        person.robot().interact(() -> workspace.certain(new Workspace.Certainty(workspace.plan(), sure)));
        VBox ranged = person.find("changes.ranged");
        for (int i = 0; i < changes.ranged().size(); i++) {
            Condition condition = changes.ranged().get(i);
            Label now =
                    (Label) ((VBox) ranged.getChildren().get(i)).getChildren().get(1);
            String worth = sure.worth(condition.number())
                    .map(w -> "; to know it is worth "
                            + workspace.plan().currency().of(w.value()).inShort())
                    .orElse("");
            assertEquals(condition.now() + worth, now.getText().replace('\u00a0', ' '));
        }
        assertTrue(
                changes.ranged().stream().anyMatch(c -> sure.worth(c.number()).isPresent()));
    }

    @Test
    void whatWouldChangeTheAnswerFollowsTheEdits() {
        person.until(() -> !person.sees("changes.working"), "changes");
        WhatChanges changes = WhatChanges.of(workspace.plan(), book, () -> false);
        assertEquals(changes.nothingElse(), person.text("changes.nothingElse"));
        Region others = person.find("changes.others");
        assertEquals(changes.others().size(), others.getChildrenUnmodifiable().size());
        person.robot().interact(() -> workspace.edit("x", null, p -> PlanField.CACHING_WEEKS.with(p, 13)));
        person.until(() -> person.sees("changes.working"), "another search");
        person.until(() -> !person.sees("changes.working"), "changes again");
        assertEquals(
                WhatChanges.of(workspace.plan(), book, () -> false).nothingElse(), person.text("changes.nothingElse"));
    }

    /** An edit that gives the answer more or less to say moves nothing of the form. */
    @Test
    void anEditMovesNothingUnderTheMouse() {
        Region answer = (Region) person.<Label>find("headline").getParent();
        Node field = person.find("traffic.requestsPerMonth");
        double high = answer.getHeight();
        double top = field.localToScene(0, 0).getY();
        for (double weeks : List.of(0.0, 20.0, 60.0)) {
            edit(PlanField.CACHING_WEEKS, weeks);
            assertEquals(high, answer.getHeight());
            assertEquals(top, field.localToScene(0, 0).getY(), 0.5);
        }
        person.robot()
                .interact(() -> workspace.edit(
                        "x",
                        null,
                        p -> p.withItems(List.of(
                                p.items().get(0).withTokens(3_000_000),
                                p.items().get(1)))));
        person.settle();
        assertEquals(high, answer.getHeight());
    }

    /** What the mouse is on stays there when what stands above it on the page grows. */
    @Test
    void thePageHoldsWhatTheMouseIsOn() {
        ScrollPane results = person.find("results");
        Node stack = person.find("stack");
        person.robot()
                .interact(() -> results.setVvalue(300
                        / (results.getContent().getLayoutBounds().getHeight()
                                - results.getViewportBounds().getHeight())));
        person.settle();
        person.robot().moveTo(stack);
        person.settle();
        double before = stack.localToScene(0, 0).getY();
        Region above = person.find("designs");
        double high = above.getHeight();
        person.robot().interact(() -> above.setMinHeight(high + 130));
        person.until(() -> above.getHeight() > high, "another height");
        person.settle();
        assertEquals(before, stack.localToScene(0, 0).getY(), 2);
    }

    /** While a field is refused, what is shown is of the last good plan, and looks like it. */
    @Test
    void theLastGoodResultIsPaleWhileAFieldIsRefused() {
        ScrollPane results = person.find("results");
        person.type("traffic.tenants", "0");
        assertTrue(results.getContent().getOpacity() < 1);
        person.type("traffic.tenants", "2");
        assertEquals(1, results.getContent().getOpacity());
    }
}
