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
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
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

    private Workspace workspace;
    private MainWindow window;

    @BeforeAll
    static void loadPrices() {
        book = OpenWindow.packagedPrices(folder);
    }

    @Start
    void start(Stage stage) {
        Plan plan = Samples.plan("banking-copilot").orElseThrow().withWhatIf(WhatIf.NOTHING);
        OpenWindow open = OpenWindow.on(stage, plan, book, folder, new FakeDialogs());
        workspace = open.workspace();
        window = open.window();
        window.show(Screen.CALCULATE);
    }

    private <T extends Node> T find(String id, FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup((Predicate<Node>) n -> id.equals(n.getId())).query();
    }

    private void type(String id, String text, FxRobot robot) {
        TextField field = find(id, robot);
        robot.interact(() -> {
            field.requestFocus();
            field.selectAll();
        });
        robot.write(text, 0).type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void press(String id, FxRobot robot) {
        Button button = find(id, robot);
        robot.interact(button::fire);
    }

    private Optional<Range> range(String path) {
        return workspace.plan().whatIf().range(path);
    }

    private void give(PlanField field, String text, FxRobot robot) {
        robot.interact(() -> workspace.edit(
                "range", null, p -> RangeText.apply(p, field, RangeText.parse(text, field, field.get(p)))));
    }

    @Test
    void aRangeWiderThanItsFieldLetsTheWindowRest(FxRobot robot) {
        give(PlanField.REQUESTS_PER_MONTH, "123456..234567..3456789", robot);
        TextField field = find(REQUESTS, robot);
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
    void aTypedRangeSetsNumberAndRangeInOneStep(FxRobot robot) {
        Plan before = workspace.plan();
        type(REQUESTS, "400k to 2M", robot);
        assertEquals(894_000, workspace.plan().traffic().requestsPerMonth());
        assertEquals(Optional.of(new Range(REQUESTS, 400_000, 2e6, Distribution.LOGNORMAL, null)), range(REQUESTS));
        TextField field = find(REQUESTS, robot);
        assertEquals("400k to 2M", field.getText());
        Button mark = find(REQUESTS + ".range", robot);
        assertEquals(
                "How sure is “Requests a month”?. 400k to 2M (Lognormal). 400,000 to 2,000,000 is a 90 % interval: one"
                        + " case in twenty is below, one in twenty above.",
                mark.getAccessibleText());
        press("undo", robot);
        assertEquals(before, workspace.plan());
        assertEquals("600,000", field.getText());
        assertFalse(find(REQUESTS + ".point", robot).isVisible());
    }

    @Test
    void itemsHaveRangesToo(FxRobot robot) {
        String path = "items." + workspace.plan().items().get(2).id();
        type(path + ".tokens", "6k..20k", robot);
        assertEquals(
                Optional.of(new Range(path + ".tokens", 6000, 20_000, Distribution.PERT, null)),
                range(path + ".tokens"));
        assertEquals(13_000, workspace.plan().items().get(2).tokens());
        type(path + ".changesPerMonth", "±50 %", robot);
        assertEquals(
                Optional.of(new Range(path + ".changesPerMonth", 0.5, 1.5, Distribution.NORMAL, null)),
                range(path + ".changesPerMonth"));
    }

    @Test
    void nonsenseStaysInTheFieldWithItsReason(FxRobot robot) {
        Plan before = workspace.plan();
        type(REQUESTS, "10..5", robot);
        Label refusal = find(REQUESTS + ".refusal", robot);
        assertTrue(refusal.isVisible());
        assertEquals("The range begins at 10 and ends below, at 5. Write the smaller end first.", refusal.getText());
        type("caching.measuredHitRate", "85 to 105", robot);
        assertEquals(
                "105 % is outside what is allowed here, 0 % to 100 %.",
                this.<Label>find("caching.measuredHitRate.refusal", robot).getText());
        assertEquals(before, workspace.plan());
    }

    @Test
    void aNumberInsideKeepsTheRangeAndOneOutsideDropsIt(FxRobot robot) {
        type(REQUESTS, "400k..2M", robot);
        type(REQUESTS, "1M", robot);
        assertTrue(range(REQUESTS).isPresent());
        TextField field = find(REQUESTS, robot);
        assertEquals("400k..1M..2M", field.getText());
        type(REQUESTS, "5M", robot);
        assertTrue(range(REQUESTS).isEmpty());
        assertEquals("5,000,000", field.getText());
    }

    @Test
    void theSliderMovesTheNumberAndLeavesTheRange(FxRobot robot) {
        type(REQUESTS, "400k to 2M", robot);
        Slider slider = find(REQUESTS + ".slider", robot);
        robot.interact(() -> slider.setValue(1));
        assertEquals(1e9, workspace.plan().traffic().requestsPerMonth());
        assertEquals(2e6, range(REQUESTS).orElseThrow().high());
        assertEquals(
                "1,000M (400k to 2M)", this.<TextField>find(REQUESTS, robot).getText());
    }

    @Test
    void theCrossMakesAPointAgain(FxRobot robot) {
        type(REQUESTS, "400k..2M", robot);
        Button cross = find(REQUESTS + ".point", robot);
        assertTrue(cross.isVisible());
        robot.interact(cross::fire);
        assertTrue(range(REQUESTS).isEmpty());
        assertEquals(600_000, workspace.plan().traffic().requestsPerMonth());
        assertFalse(cross.isVisible());
    }

    @Test
    void thePopoverChangesEndsDistributionAndCorrelations(FxRobot robot) {
        give(PlanField.REQUESTS_PER_MONTH, "400k to 2M", robot);
        give(PlanField.USERS, "1k..8k", robot);
        press(REQUESTS + ".range", robot);
        MenuButton choice = find("range.distribution", robot);
        robot.interact(
                () -> choice.getItems().get(Distribution.TRIANGULAR.ordinal()).fire());
        assertEquals(Distribution.TRIANGULAR, range(REQUESTS).orElseThrow().distribution());
        assertEquals(
                "Never below 400,000 and never above 2,000,000.",
                this.<Label>find("range.meaning", robot).getText());
        type("range.high", "3M", robot);
        assertEquals(3e6, range(REQUESTS).orElseThrow().high());
        type("range.low", "4M", robot);
        assertEquals(400_000, range(REQUESTS).orElseThrow().low());
        assertTrue(find("range.low.refusal", robot).isVisible());
        type("range.low", "500k", robot);
        type("range.note", "as in March", robot);
        assertEquals(
                Optional.of(new Range(REQUESTS, 500_000, 3e6, Distribution.TRIANGULAR, "as in March")),
                range(REQUESTS));
        type("range.source", "Gateway logs", robot);
        assertEquals("Gateway logs", workspace.plan().sources().get(REQUESTS));

        MenuButton add = find("range.moves.add", robot);
        assertEquals(
                List.of("Users"), add.getItems().stream().map(i -> i.getText()).toList());
        robot.interact(() -> add.getItems().get(0).fire());
        type("range.move.0", "2", robot);
        assertTrue(find("range.move.0.refusal", robot).isVisible());
        type("range.move.0", "-0.8", robot);
        assertEquals(
                List.of(new Correlation(REQUESTS, "traffic.users", -0.8)),
                workspace.plan().whatIf().correlations());
        press("range.move.0.remove", robot);
        assertEquals(List.of(), workspace.plan().whatIf().correlations());
        press("range.point", robot);
        assertTrue(range(REQUESTS).isEmpty());
        assertTrue(find("range.suggestion", robot).isVisible());
    }

    @Test
    void theKeyboardAloneOpensChoosesAndCloses(FxRobot robot) {
        TextField field = find(REQUESTS, robot);
        robot.interact(field::requestFocus);
        robot.press(KeyCode.ALT).type(KeyCode.DOWN).release(KeyCode.ALT);
        WaitForAsyncUtils.waitForFxEvents();
        Node suggestion = find("range.suggestion", robot);
        assertTrue(suggestion.isFocused());
        robot.type(KeyCode.SPACE);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(Optional.of(new Range(REQUESTS, 540_000, 660_000, Distribution.NORMAL, null)), range(REQUESTS));
        assertTrue(find("range.distribution", robot).isFocused());
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
