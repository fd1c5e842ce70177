package app.steelyard.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.app.Settings;
import app.steelyard.chart.catalog.cost.MonthlyCostChart;
import app.steelyard.plan.Plan;
import app.steelyard.pricing.PriceBook;
import app.steelyard.ui.FakeDialogs;
import app.steelyard.ui.kit.Look;
import app.steelyard.ui.work.NewPlan;
import app.steelyard.ui.work.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.DatePicker;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class WindowTest {
    @TempDir
    private static Path folder;

    private static PriceBook book;

    private final FakeDialogs dialogs = new FakeDialogs();
    private Workspace workspace;
    private MainWindow window;
    private Look look;

    @BeforeAll
    static void loadPrices() {
        book = OpenWindow.packagedPrices(folder);
    }

    @Start
    void start(Stage stage) {
        OpenWindow open =
                OpenWindow.on(stage, NewPlan.of(book, LocalDate.now(OpenWindow.CLOCK)), book, folder, dialogs);
        workspace = open.workspace();
        window = open.window();
        look = open.look();
    }

    private <T extends Node> T find(String id, FxRobot robot) {
        pulse();
        return robot.lookup((Predicate<Node>) n -> id.equals(n.getId())).query();
    }

    /** Waits until results have followed the last edit: they do so once a pulse. */
    private void pulse() {
        CountDownLatch seen = new CountDownLatch(1);
        Platform.runLater(() -> {
            window.getScene().addPostLayoutPulseListener(seen::countDown);
            Platform.requestNextPulse();
        });
        try {
            assertTrue(seen.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String headline(FxRobot robot) {
        Label headline = find("headline", robot);
        return headline.getText();
    }

    private void type(String id, String text, FxRobot robot) {
        TextField field = find(id, robot);
        robot.interact(() -> {
            field.requestFocus();
            field.selectAll();
        });
        robot.write(text, 0).type(KeyCode.ENTER);
    }

    private void press(String id, FxRobot robot) {
        ButtonBase button = find(id, robot);
        robot.interact(button::fire);
    }

    private void openSample(String id, FxRobot robot) {
        press("sample." + id, robot);
    }

    @Test
    void aSampleOpensFromTheGallery(FxRobot robot) {
        Node card = find("sample.caching", robot);
        robot.clickOn(card);
        assertEquals(
                "Prompt caching is cheapest: $312.50 a month on average over 12 months, $2,813 less than today",
                headline(robot));
        Label detail = find("headline.detail", robot);
        assertTrue(
                detail.getText().endsWith("Not compared, as a price is missing: Retrieval, Fine-tuning"),
                detail.getText());
        assertFalse(workspace.editedProperty().get());
    }

    @Test
    void tokensEditedInPlaceChangeTheHeadline(FxRobot robot) {
        openSample("caching", robot);
        String before = headline(robot);
        String id = workspace.plan().items().get(0).id();
        type("items." + id + ".tokens", "10k", robot);
        assertEquals(10_000, workspace.plan().items().get(0).tokens());
        assertNotEquals(before, headline(robot));
        assertTrue(headline(robot).contains("$625.00"), headline(robot));
    }

    @Test
    void aRefusedNumberStaysInItsFieldAndTheLastGoodResultStays(FxRobot robot) {
        openSample("caching", robot);
        String before = headline(robot);
        Plan plan = workspace.plan();
        type("caching.measuredHitRate", "120 %", robot);
        TextField field = find("caching.measuredHitRate", robot);
        Label refusal = find("caching.measuredHitRate.refusal", robot);
        Label detail = find("headline.detail", robot);
        assertEquals("120 %", field.getText());
        assertTrue(refusal.isVisible());
        assertTrue(refusal.getText().contains("120"), refusal.getText());
        assertTrue(detail.getText().startsWith("Showing the last good result"), detail.getText());
        assertEquals(before, headline(robot));
        assertEquals(plan, workspace.plan());

        type("caching.measuredHitRate", "85", robot);
        assertFalse(refusal.isVisible());
        assertEquals(0.85, workspace.plan().caching().measuredHitRate());
        assertFalse(detail.getText().startsWith("Showing the last good result"));
    }

    @Test
    void wordsAreRefusedToo(FxRobot robot) {
        openSample("caching", robot);
        type("traffic.requestsPerMonth", "many", robot);
        Label refusal = find("traffic.requestsPerMonth.refusal", robot);
        assertTrue(refusal.getText().startsWith("“many” is not a number"), refusal.getText());
        robot.type(KeyCode.ESCAPE);
        TextField field = find("traffic.requestsPerMonth", robot);
        assertEquals("1M (600k to 1.6M lognormal)", field.getText());
        assertTrue(workspace.refusals().isEmpty());
    }

    @Test
    void undoAndRedoReturnThePlanExactly(FxRobot robot) {
        openSample("banking-copilot", robot);
        Plan before = workspace.plan();
        type("traffic.requestsPerMonth", "1.2M", robot);
        Plan after = workspace.plan();
        assertEquals(1_200_000, after.traffic().requestsPerMonth());
        Button undo = find("undo", robot);
        assertEquals("Undo “Requests a month”", undo.getText());
        press("undo", robot);
        assertEquals(before, workspace.plan());
        TextField field = find("traffic.requestsPerMonth", robot);
        assertEquals("300k..600k..1M", field.getText());
        press("redo", robot);
        assertEquals(after, workspace.plan());
    }

    @Test
    void theHeaderStaysAsHighAsItIs(FxRobot robot) {
        openSample("banking-copilot", robot);
        pulse();
        double before = ((Region) window.getTop()).getHeight();
        type("traffic.requestsPerMonth", "1.2M", robot);
        pulse();
        assertTrue(this.<Button>find("undo", robot).getText().length() > 4);
        assertEquals(before, ((Region) window.getTop()).getHeight());
    }

    @Test
    void theGalleryWarnsOfNothing(FxRobot robot) {
        assertFalse(this.<Button>find("warnings", robot).isVisible());
        press("rail.CALCULATE", robot);
        assertTrue(this.<Button>find("warnings", robot).isVisible());
        press("rail.GALLERY", robot);
        assertFalse(this.<Button>find("warnings", robot).isVisible());
    }

    @Test
    void dialogsLookLikeTheWindow(FxRobot robot) {
        List<Font> fonts = new ArrayList<>();
        List<Double> starts = new ArrayList<>();
        robot.interact(() -> {
            DialogPane pane = new DialogPane();
            Scene scene = new Scene(pane);
            FxDialogs.dress(pane, "Ctrl+N\tNew plan\nCtrl+Shift+S\tSave as\nAnd so on.");
            pane.applyCss();
            pane.layout();
            for (Node node : pane.lookupAll(".label")) {
                if (node instanceof Label label && !label.getText().isEmpty()) {
                    fonts.add(label.getFont());
                    starts.add(label.getLayoutX());
                }
            }
            assertEquals(scene, pane.getScene());
        });
        assertEquals(5, fonts.size());
        fonts.forEach(f -> assertTrue(f.getFamily().startsWith("IBM Plex Sans"), f.toString()));
        assertEquals(2, starts.stream().distinct().count(), starts.toString());
    }

    @Test
    void thePurposeIsEditedAndTakenBack(FxRobot robot) {
        openSample("caching", robot);
        Plan before = workspace.plan();
        TitledPane section = find("section.plan", robot);
        robot.interact(() -> section.setExpanded(true));
        TextArea purpose = find("plan.purpose", robot);
        robot.interact(() -> {
            purpose.requestFocus();
            purpose.setText("For the board.\nWithout the pilot.");
            window.requestFocus();
        });
        assertEquals("For the board.\nWithout the pilot.", workspace.plan().purpose());
        press("undo", robot);
        assertEquals(before, workspace.plan());
        assertEquals(before.purpose(), purpose.getText());
    }

    @Test
    void aTextThatIsNoDateStaysWithItsReason(FxRobot robot) {
        openSample("caching", robot);
        Plan before = workspace.plan();
        DatePicker picker = find("pricesAsOf", robot);
        robot.interact(() -> {
            picker.requestFocus();
            picker.getEditor().setText("soon");
        });
        robot.type(KeyCode.ENTER);
        pulse();
        Label refusal = find("pricesAsOf.refusal", robot);
        assertTrue(refusal.isVisible());
        assertTrue(refusal.getText().startsWith("“soon” is not a date"), refusal.getText());
        assertEquals("soon", picker.getEditor().getText());
        assertEquals(before, workspace.plan());
        robot.interact(() -> picker.setValue(LocalDate.parse("2026-03-01")));
        assertFalse(refusal.isVisible());
        assertEquals(LocalDate.parse("2026-03-01"), workspace.plan().inference().pricesAsOf());
    }

    @Test
    void oneDragOfASliderIsOneStep(FxRobot robot) {
        openSample("caching", robot);
        Plan before = workspace.plan();
        Slider slider = find("traffic.requestsPerMonth.slider", robot);
        robot.interact(() -> {
            for (int i = 0; i < 20; i++) {
                slider.setValue(0.2 + i * 0.01);
            }
        });
        assertNotEquals(before, workspace.plan());
        press("undo", robot);
        assertEquals(before, workspace.plan());
    }

    @Test
    void anotherModelIsFoundBySearching(FxRobot robot) {
        openSample("banking-copilot", robot);
        String before = headline(robot);
        press("model", robot);
        TextField search = find("picker-search", robot);
        robot.interact(() -> search.setText("gpt-5.1"));
        ListView<?> list = find("picker-list", robot);
        assertFalse(list.getItems().isEmpty());
        robot.interact(() -> search.fireEvent(new javafx.event.ActionEvent()));
        assertEquals("openai/gpt-5.1", workspace.plan().inference().model().toString());
        assertNotEquals(before, headline(robot));
    }

    @Test
    void theThemeToggleIsRemembered(FxRobot robot) {
        press("theme", robot);
        assertTrue(look.dark());
        assertEquals(Settings.Theme.DARK, new Settings(folder.resolve("settings.json")).theme());
        press("theme", robot);
        assertFalse(look.dark());
    }

    @Test
    void aFigureOpensItsDerivation(FxRobot robot) {
        openSample("caching", robot);
        press("card.saving", robot);
        Label formula = find("derivation-formula", robot);
        assertFalse(formula.getText().isEmpty());
    }

    @Test
    void aChartIsCopiedAsCsv(FxRobot robot) {
        openSample("caching", robot);
        MenuButton menu = find("chart.monthly.menu", robot);
        robot.interact(() -> menu.getItems().get(1).fire());
        String[] copied = new String[1];
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertEquals(MonthlyCostChart.of(workspace.comparison()).table().csv(), copied[0]);
        assertTrue(copied[0].contains("3125"), copied[0]);
    }

    @Test
    void theDesignClickedIsTheOneShown(FxRobot robot) {
        openSample("caching", robot);
        press("architecture.UNCACHED", robot);
        Button figure = find("card.tco", robot);
        assertEquals("$37,500", figure.getText());
    }

    @Test
    void theReportIsExported(FxRobot robot) throws Exception {
        openSample("caching", robot);
        Path pdf = folder.resolve("report.pdf");
        dialogs.toSave = Optional.of(pdf);
        press("rail.REPORT", robot);
        press("report.pdf", robot);
        Label outcome = find("report.outcome", robot);
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> outcome.getText().startsWith("Written to"));
        assertTrue(Files.size(pdf) > 10_000);

        Path csv = folder.resolve("report.csv");
        dialogs.toSave = Optional.of(csv);
        press("report.csv", robot);
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> outcome.getText().contains("report.csv"));
        assertTrue(Files.readString(csv).contains("312.50"));
        assertEquals(List.of(), dialogs.errors);
    }

    @Test
    void aPlanIsSavedAndOpenedAgain(FxRobot robot) {
        openSample("support-bot", robot);
        type("traffic.requestsPerMonth", "77k", robot);
        Plan plan = workspace.plan();
        dialogs.toSave = Optional.of(folder.resolve("saved"));
        robot.press(KeyCode.CONTROL, KeyCode.S).release(KeyCode.S, KeyCode.CONTROL);
        assertFalse(workspace.editedProperty().get());
        robot.interact(() -> window.dropped(List.of(folder.resolve("saved.steelyard"))));
        assertEquals(plan, workspace.plan());
        assertEquals(List.of(), dialogs.errors);
    }

    @Test
    void whatCannotBeReadIsToldAndThePlanStays(FxRobot robot) throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.steelyard"), "{\"format\": 1, \"name\": 3}");
        Plan before = workspace.plan();
        robot.interact(() -> window.dropped(List.of(broken)));
        assertEquals(before, workspace.plan());
        assertEquals(1, dialogs.errors.size());
    }

    @Test
    void unsavedChangesAreNotLostWithoutAQuestion(FxRobot robot) {
        openSample("caching", robot);
        type("traffic.requestsPerMonth", "5", robot);
        Plan edited = workspace.plan();
        dialogs.unsaved = app.steelyard.app.Dialogs.Unsaved.CANCEL;
        press("rail.GALLERY", robot);
        openSample("hybrid", robot);
        assertEquals(edited, workspace.plan());
    }

    @Test
    void whatIsStillBeingTypedIsPartOfWhatIsAskedAbout(FxRobot robot) {
        openSample("caching", robot);
        dialogs.unsaved = app.steelyard.app.Dialogs.Unsaved.CANCEL;
        TextField field = find("traffic.requestsPerMonth", robot);
        robot.interact(() -> {
            field.requestFocus();
            field.selectAll();
        });
        robot.write("5k", 0);
        robot.press(KeyCode.CONTROL, KeyCode.N).release(KeyCode.N, KeyCode.CONTROL);
        pulse();
        assertEquals(List.of(workspace.plan().name()), dialogs.asked);
        assertEquals(5000, workspace.plan().traffic().requestsPerMonth());
        assertTrue(field.isFocused());
    }

    @Test
    void everyControlHasANameForThoseWhoListen(FxRobot robot) {
        openSample("banking-copilot", robot);
        for (Screen screen : Screen.values()) {
            robot.interact(() -> window.show(screen));
            List<String> nameless = new ArrayList<>();
            robot.interact(() -> collectNameless(window, nameless));
            assertEquals(List.of(), nameless, screen.name());
        }
    }

    private static void collectNameless(Node node, List<String> nameless) {
        boolean control = node.isFocusTraversable()
                && (node instanceof ButtonBase
                        || node instanceof TextInputControl
                        || node instanceof Slider
                        || node instanceof javafx.scene.control.ComboBoxBase
                        || node instanceof javafx.scene.control.TableView);
        if (control) {
            String text = node instanceof Labeled labeled ? labeled.getText() : null;
            String spoken = node.getAccessibleText();
            if ((text == null || text.isBlank()) && (spoken == null || spoken.isBlank())) {
                nameless.add(node.getClass().getSimpleName() + "#" + node.getId());
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collectNameless(child, nameless));
        }
    }
}
