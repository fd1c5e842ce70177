package app.steelyard.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.document.Samples;
import app.steelyard.plan.Correlation;
import app.steelyard.plan.Distribution;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.Range;
import app.steelyard.plan.WhatIf;
import app.steelyard.plan.typed.RangeText;
import app.steelyard.pricing.PriceBook;
import app.steelyard.ui.FakeDialogs;
import app.steelyard.ui.work.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.controlsfx.control.RangeSlider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** How a number becomes a range and a point again, by hand. */
@ExtendWith(ApplicationExtension.class)
class RangesTest {
    private static final String REQUESTS = "traffic.requestsPerMonth";

    @TempDir
    private static Path folder;

    private static PriceBook book;

    private Person person;
    private FxRobot robot;
    private Workspace workspace;
    private MainWindow window;

    @BeforeAll
    static void loadPrices() {
        book = Person.packagedPrices(folder);
    }

    @Start
    void start(Stage stage) {
        Plan plan = Samples.plan("banking-copilot").orElseThrow().withWhatIf(WhatIf.NOTHING);
        person = Person.before(stage, plan, book, folder, new FakeDialogs());
        robot = person.robot();
        workspace = person.workspace();
        window = person.window();
        window.show(Screen.CALCULATE);
    }

    private Optional<Range> range(String path) {
        return workspace.plan().whatIf().range(path);
    }

    private void give(PlanField field, String text) {
        robot.interact(() ->
                workspace.edit("range", null, p -> RangeText.apply(p, field, RangeText.parse(text, field, p))));
    }

    @Test
    void aRangeWiderThanItsFieldLetsTheWindowRest() {
        give(PlanField.REQUESTS_PER_MONTH, "123456..234567..3456789");
        TextField field = person.find(REQUESTS);
        robot.interact(() -> {
            // Now and after each layout, or the window would be painted anew with every pulse.
            for (int i = 0; i < 3; i++) {
                field.requestLayout();
                field.getScene().getRoot().layout();
                assertFalse(field.isNeedsLayout());
            }
        });
    }

    @Test
    void aTypedRangeKeepsANumberInside() {
        Plan before = workspace.plan();
        person.type(REQUESTS, "400k to 2M");
        assertEquals(600_000, workspace.plan().traffic().requestsPerMonth());
        assertEquals(Optional.of(new Range(REQUESTS, 400_000, 2e6, Distribution.LOGNORMAL, null)), range(REQUESTS));
        TextField field = person.find(REQUESTS);
        assertEquals("600k (400k to 2M)", field.getText());
        Button mark = person.find(REQUESTS + ".range");
        assertEquals(
                "How sure is “Requests a month”?. 600k (400k to 2M) (Lognormal). 400,000 to 2,000,000 is a 90 %"
                        + " interval: one case in twenty is below, one in twenty above.",
                mark.getAccessibleText());
        person.press("undo");
        assertEquals(before, workspace.plan());
        assertEquals("600,000", field.getText());
        assertFalse(person.find(REQUESTS + ".point").isVisible());
    }

    @Test
    void itemsHaveRangesToo() {
        String path = "items." + workspace.plan().items().get(2).id();
        person.type(path + ".tokens", "6k..20k");
        assertEquals(
                Optional.of(new Range(path + ".tokens", 6000, 20_000, Distribution.PERT, null)),
                range(path + ".tokens"));
        assertEquals(13_000, workspace.plan().items().get(2).tokens());
        person.type(path + ".changesPerMonth", "±50 %");
        assertEquals(
                Optional.of(new Range(path + ".changesPerMonth", 0.5, 1.5, Distribution.NORMAL, null)),
                range(path + ".changesPerMonth"));
    }

    @Test
    void nonsenseStaysInTheFieldWithItsReason() {
        Plan before = workspace.plan();
        person.type(REQUESTS, "10..5");
        Label refusal = person.find(REQUESTS + ".refusal");
        assertTrue(refusal.isVisible());
        assertEquals("The range begins at 10 and ends below, at 5. Write the smaller end first.", refusal.getText());
        person.type("caching.measuredHitRate", "85 to 105 %");
        assertEquals(
                "105 % is outside what is allowed here, 0 % to 100 %.",
                person.<Label>find("caching.measuredHitRate.refusal").getText());
        assertEquals(before, workspace.plan());
    }

    @Test
    void aNumberInsideKeepsTheRangeAndOneOutsideDropsIt() {
        person.type(REQUESTS, "400k..2M");
        person.type(REQUESTS, "1M");
        assertTrue(range(REQUESTS).isPresent());
        TextField field = person.find(REQUESTS);
        assertEquals("400k..1M..2M", field.getText());
        person.type(REQUESTS, "5M");
        assertTrue(range(REQUESTS).isEmpty());
        assertEquals("5,000,000", field.getText());
    }

    @Test
    void theSliderMovesTheNumberAndLeavesTheRange() {
        person.type(REQUESTS, "400k to 2M");
        Slider slider = person.find(REQUESTS + ".slider");
        robot.interact(() -> slider.setValue(1));
        assertEquals(1e9, workspace.plan().traffic().requestsPerMonth());
        assertEquals(2e6, range(REQUESTS).orElseThrow().high());
        assertEquals("1,000M (400k to 2M)", person.<TextField>find(REQUESTS).getText());
    }

    @Test
    void theCrossMakesAPointAgain() {
        person.type(REQUESTS, "400k..2M");
        Button cross = person.find(REQUESTS + ".point");
        assertTrue(cross.isVisible());
        robot.interact(cross::fire);
        assertTrue(range(REQUESTS).isEmpty());
        assertEquals(600_000, workspace.plan().traffic().requestsPerMonth());
        assertFalse(cross.isVisible());
    }

    @Test
    void thePopoverChangesEndsDistributionAndCorrelations() {
        give(PlanField.REQUESTS_PER_MONTH, "400k to 2M");
        give(PlanField.USERS, "1k..8k");
        person.press(REQUESTS + ".range");
        MenuButton choice = person.find("range.distribution");
        robot.interact(
                () -> choice.getItems().get(Distribution.TRIANGULAR.ordinal()).fire());
        assertEquals(Distribution.TRIANGULAR, range(REQUESTS).orElseThrow().distribution());
        assertEquals(
                "Never below 400,000 and never above 2,000,000.",
                person.<Label>find("range.meaning").getText());
        person.type("range.high", "3M");
        assertEquals(3e6, range(REQUESTS).orElseThrow().high());
        person.type("range.low", "4M");
        assertEquals(400_000, range(REQUESTS).orElseThrow().low());
        assertTrue(person.find("range.low.refusal").isVisible());
        person.type("range.low", "500k");
        person.type("range.note", "as in March");
        assertEquals(
                Optional.of(new Range(REQUESTS, 500_000, 3e6, Distribution.TRIANGULAR, "as in March")),
                range(REQUESTS));
        person.type("range.source", "Gateway logs");
        assertEquals("Gateway logs", workspace.plan().sources().get(REQUESTS));

        MenuButton add = person.find("range.moves.add");
        assertEquals(
                List.of("Users"), add.getItems().stream().map(i -> i.getText()).toList());
        robot.interact(() -> add.getItems().get(0).fire());
        person.type("range.move.0", "2");
        assertTrue(person.find("range.move.0.refusal").isVisible());
        person.type("range.move.0", "-0.8");
        assertEquals(
                List.of(new Correlation(REQUESTS, "traffic.users", -0.8)),
                workspace.plan().whatIf().correlations());
        person.press("range.move.0.remove");
        assertEquals(List.of(), workspace.plan().whatIf().correlations());
        person.press("range.point");
        assertTrue(range(REQUESTS).isEmpty());
        assertTrue(person.find("range.suggestion").isVisible());
    }

    @Test
    void theEndsAreMovedByKeysAsOneStep() {
        give(PlanField.REQUESTS_PER_MONTH, "200k ±50 %");
        double number = PlanField.REQUESTS_PER_MONTH.get(workspace.plan());
        person.press(REQUESTS + ".range");
        RangeSlider ends = person.find("range.ends");
        robot.interact(ends::requestFocus);
        robot.type(KeyCode.RIGHT).type(KeyCode.RIGHT);
        person.settle();
        Range moved = range(REQUESTS).orElseThrow();
        assertTrue(moved.low() > 100_000, moved.toString());
        assertEquals(300_000, moved.high());
        assertEquals(ends.getLowValue(), moved.low(), 1000);
        robot.interact(() -> ends.setLowValue(number + 1));
        assertTrue(range(REQUESTS).orElseThrow().low() <= number, "an end stays on its side of the plan's number");
        robot.interact(() -> ends.setHighValue(320_000));
        assertEquals(320_000, range(REQUESTS).orElseThrow().high());
        robot.interact(workspace::undo);
        assertEquals(
                new Range(REQUESTS, 100_000, 300_000, moved.distribution(), null),
                range(REQUESTS).orElseThrow());
    }

    @Test
    void theKeyboardAloneOpensChoosesAndCloses() {
        TextField field = person.find(REQUESTS);
        robot.interact(field::requestFocus);
        robot.press(KeyCode.ALT).type(KeyCode.DOWN).release(KeyCode.ALT);
        WaitForAsyncUtils.waitForFxEvents();
        Node suggestion = person.find("range.suggestion");
        assertTrue(suggestion.isFocused());
        robot.type(KeyCode.SPACE);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(Optional.of(new Range(REQUESTS, 540_000, 660_000, Distribution.NORMAL, null)), range(REQUESTS));
        Node choice = person.find("range.distribution");
        assertEquals(choice, choice.getScene().getFocusOwner());
        robot.type(KeyCode.TAB);
        robot.write("500k", 0).type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(500_000, range(REQUESTS).orElseThrow().low());
        robot.type(KeyCode.ESCAPE);
        // It fades away.
        try {
            WaitForAsyncUtils.waitFor(
                    30,
                    TimeUnit.SECONDS,
                    () -> robot.lookup("#range").tryQuery().isEmpty());
        } catch (TimeoutException e) {
            throw new AssertionError("the popover stays", e);
        }
    }
}
