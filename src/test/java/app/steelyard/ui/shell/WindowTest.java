package app.steelyard.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.app.plan.NewPlan;
import app.steelyard.chart.catalog.cost.MonthlyCostChart;
import app.steelyard.document.Settings;
import app.steelyard.plan.Plan;
import app.steelyard.pricing.PriceBook;
import app.steelyard.ui.FakeDialogs;
import app.steelyard.ui.kit.Look;
import app.steelyard.ui.work.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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
    private Person person;
    private FxRobot robot;
    private Workspace workspace;
    private MainWindow window;
    private Look look;

    @BeforeAll
    static void loadPrices() {
        book = Person.packagedPrices(folder);
    }

    @Start
    void start(Stage stage) {
        person = Person.before(stage, NewPlan.of(book, LocalDate.now(Person.CLOCK)), book, folder, dialogs);
        robot = person.robot();
        workspace = person.workspace();
        window = person.window();
        look = person.look();
    }

    private String headline() {
        Label headline = person.find("headline");
        return headline.getText();
    }

    @Test
    void aSampleOpensFromTheGallery() {
        Node card = person.find("sample.caching");
        robot.clickOn(card);
        assertEquals(
                "Prompt caching is cheapest: $312.50 a month on average over 12 months, $2,813 less than today",
                headline());
        Label detail = person.find("headline.detail");
        assertTrue(
                detail.getText()
                        .contains("Not compared, as a price, a rate or an offer is missing: Retrieval, Fine-tuning"),
                detail.getText());
        assertFalse(workspace.editedProperty().get());
    }

    /** In no width of the window a line of the answer is cut: what there is no room for is counted. */
    @Test
    void noLineOfTheAnswerIsCut() {
        person.openSample("support-bot");
        Label detail = person.find("headline.detail");
        Button more = person.find("headline.more");
        for (double width = 1440; width >= 900; width -= 60) {
            double wide = width;
            robot.interact(() -> window.getScene().getWindow().setWidth(wide));
            person.settle();
            double high = ((Region) detail.getParent()).getHeight();
            for (Region part : List.of(detail, more)) {
                assertTrue(
                        !part.isVisible() || part.getLayoutY() + part.getHeight() <= high + 1,
                        () -> part.getId() + " is cut at " + wide);
            }
            assertTrue(!detail.isVisible() || detail.getHeight() >= detail.prefHeight(detail.getWidth()) - 1);
            int shown = detail.isVisible() ? detail.getText().split("\n", -1).length : 0;
            int rest = more.isVisible() ? Integer.parseInt(more.getText().replaceAll("\\D", "")) : 0;
            assertEquals(detail.getAccessibleText().split("\n", -1).length, shown + rest, () -> "at " + wide);
        }
    }

    @Test
    void tokensEditedInPlaceChangeTheHeadline() {
        person.openSample("caching");
        String before = headline();
        String id = workspace.plan().items().get(0).id();
        person.type("items." + id + ".tokens", "10k");
        assertEquals(10_000, workspace.plan().items().get(0).tokens());
        assertNotEquals(before, headline());
        assertTrue(headline().contains("$625.00"), headline());
    }

    @Test
    void aRefusedNumberStaysInItsFieldAndTheLastGoodResultStays() {
        person.openSample("caching");
        String before = headline();
        Plan plan = workspace.plan();
        person.type("caching.measuredHitRate", "120 %");
        TextField field = person.find("caching.measuredHitRate");
        Label refusal = person.find("caching.measuredHitRate.refusal");
        Label detail = person.find("headline.detail");
        assertEquals("120 %", field.getText());
        assertTrue(refusal.isVisible());
        assertTrue(refusal.getText().contains("120"), refusal.getText());
        assertTrue(detail.getText().startsWith("Showing the last good result"), detail.getText());
        assertEquals(before, headline());
        assertEquals(plan, workspace.plan());

        person.type("caching.measuredHitRate", "85 %");
        assertFalse(refusal.isVisible());
        assertEquals(0.85, workspace.plan().caching().measuredHitRate());
        assertFalse(detail.getText().startsWith("Showing the last good result"));
    }

    @Test
    void wordsAreRefusedToo() {
        person.openSample("caching");
        person.type("traffic.requestsPerMonth", "many");
        Label refusal = person.find("traffic.requestsPerMonth.refusal");
        assertTrue(refusal.getText().startsWith("“many” is not a number"), refusal.getText());
        robot.type(KeyCode.ESCAPE);
        TextField field = person.find("traffic.requestsPerMonth");
        assertEquals("1M (600k to 1.6M lognormal)", field.getText());
        assertTrue(workspace.refusals().isEmpty());
    }

    @Test
    void undoAndRedoReturnThePlanExactly() {
        person.openSample("banking-copilot");
        Plan before = workspace.plan();
        person.type("traffic.requestsPerMonth", "1.2M");
        Plan after = workspace.plan();
        assertEquals(1_200_000, after.traffic().requestsPerMonth());
        Button redo = person.find("redo");
        double place = redo.getLayoutX();
        String done = "“Requests a month: 600,000 (300,000 to 1,000,000) → 1,200,000”";
        assertEquals("Undo " + done, person.text("steps"));
        person.press("undo");
        assertEquals("Redo " + done, person.text("steps"));
        assertEquals("Redo " + done, redo.getAccessibleText());
        assertEquals(place, redo.getLayoutX());
        assertEquals(before, workspace.plan());
        TextField field = person.find("traffic.requestsPerMonth");
        assertEquals("300k..600k..1M", field.getText());
        person.press("redo");
        assertEquals(after, workspace.plan());
    }

    @Test
    void theHeaderStaysAsHighAsItIs() {
        person.openSample("banking-copilot");
        person.pulse();
        double before = ((Region) window.getTop()).getHeight();
        person.type("traffic.requestsPerMonth", "1.2M");
        person.pulse();
        assertTrue(person.text("steps").length() > 4);
        assertEquals(before, ((Region) window.getTop()).getHeight());
    }

    @Test
    void theGalleryWarnsOfNothing() {
        assertFalse(person.<Button>find("warnings").isVisible());
        person.openSample("clinical-extractor");
        assertTrue(person.<Button>find("warnings").isVisible());
        person.press("rail.GALLERY");
        assertFalse(person.<Button>find("warnings").isVisible());
    }

    @Test
    void dialogsLookLikeTheWindow() {
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
    void thePurposeIsEditedAndTakenBack() {
        person.openSample("caching");
        Plan before = workspace.plan();
        TitledPane section = person.find("section.plan");
        robot.interact(() -> section.setExpanded(true));
        TextArea purpose = person.find("plan.purpose");
        robot.interact(() -> {
            purpose.requestFocus();
            purpose.setText("For the board.\nWithout the pilot.");
            window.requestFocus();
        });
        assertEquals("For the board.\nWithout the pilot.", workspace.plan().purpose());
        person.press("undo");
        assertEquals(before, workspace.plan());
        assertEquals(before.purpose(), purpose.getText());
    }

    @Test
    void aTextThatIsNoDateStaysWithItsReason() {
        person.openSample("caching");
        Plan before = workspace.plan();
        DatePicker picker = person.find("pricesAsOf");
        robot.interact(() -> {
            picker.requestFocus();
            picker.getEditor().setText("soon");
        });
        robot.type(KeyCode.ENTER);
        person.pulse();
        Label refusal = person.find("pricesAsOf.refusal");
        assertTrue(refusal.isVisible());
        assertTrue(refusal.getText().startsWith("“soon” is not a date"), refusal.getText());
        assertEquals("soon", picker.getEditor().getText());
        assertEquals(before, workspace.plan());
        robot.interact(() -> picker.setValue(LocalDate.parse("2026-03-01")));
        assertFalse(refusal.isVisible());
        assertEquals(LocalDate.parse("2026-03-01"), workspace.plan().inference().pricesAsOf());
    }

    @Test
    void oneDragOfASliderIsOneStep() {
        person.openSample("caching");
        Plan before = workspace.plan();
        Slider slider = person.find("traffic.requestsPerMonth.slider");
        robot.interact(() -> {
            for (int i = 0; i < 20; i++) {
                slider.setValue(0.2 + i * 0.01);
            }
        });
        assertNotEquals(before, workspace.plan());
        person.press("undo");
        assertEquals(before, workspace.plan());
    }

    @Test
    void anotherModelIsFoundBySearching() {
        person.openSample("banking-copilot");
        String before = headline();
        person.press("model");
        TextField search = person.find("picker-search");
        robot.interact(() -> search.setText("gpt-5.1"));
        ListView<?> list = person.find("picker-list");
        assertFalse(list.getItems().isEmpty());
        robot.interact(() -> search.fireEvent(new javafx.event.ActionEvent()));
        assertEquals("openai/gpt-5.1", workspace.plan().inference().model().toString());
        assertNotEquals(before, headline());
    }

    @Test
    void theThemeToggleIsRemembered() {
        person.press("theme");
        assertTrue(look.dark());
        assertEquals(Settings.Theme.DARK, new Settings(folder.resolve("settings.json")).theme());
        person.press("theme");
        assertFalse(look.dark());
    }

    @Test
    void aFigureOpensItsDerivation() {
        person.openSample("caching");
        person.press("card.saving");
        Label formula = person.find("derivation-formula");
        assertFalse(formula.getText().isEmpty());
    }

    @Test
    void aChartIsCopiedAsCsv() {
        person.openSample("caching");
        MenuButton menu = person.find("chart.monthly.menu");
        robot.interact(() -> menu.getItems().get(1).fire());
        String[] copied = new String[1];
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertEquals(MonthlyCostChart.of(workspace.comparison()).table().csv(), copied[0]);
        assertTrue(copied[0].contains("3125"), copied[0]);
    }

    @Test
    void theDesignClickedIsTheOneShown() {
        person.openSample("caching");
        person.press("architecture.UNCACHED");
        Button figure = person.find("card.tco");
        assertEquals("$37,500", figure.getText());
    }

    @Test
    void theReportIsExported() throws Exception {
        person.openSample("caching");
        Path pdf = folder.resolve("report.pdf");
        dialogs.toSave = Optional.of(pdf);
        person.press("rail.REPORT");
        person.press("report.pdf");
        Label outcome = person.find("report.outcome");
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> outcome.getText().startsWith("Written to"));
        assertTrue(Files.size(pdf) > 10_000);

        Path csv = folder.resolve("report.csv");
        dialogs.toSave = Optional.of(csv);
        person.press("report.csv");
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> outcome.getText().contains("report.csv"));
        assertTrue(Files.readString(csv).contains("312.50"));
        assertEquals(List.of(), dialogs.errors);
    }

    @Test
    void aPlanIsSavedAndOpenedAgain() {
        person.openSample("support-bot");
        person.type("traffic.requestsPerMonth", "77k");
        Plan plan = workspace.plan();
        dialogs.toSave = Optional.of(folder.resolve("saved"));
        robot.press(KeyCode.CONTROL, KeyCode.S).release(KeyCode.S, KeyCode.CONTROL);
        assertFalse(workspace.editedProperty().get());
        robot.interact(() -> window.dropped(List.of(folder.resolve("saved.steelyard"))));
        assertEquals(plan, workspace.plan());
        assertEquals(List.of(), dialogs.errors);
    }

    @Test
    void whatCannotBeReadIsToldAndThePlanStays() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.steelyard"), "{\"format\": 1, \"name\": 3}");
        Plan before = workspace.plan();
        robot.interact(() -> window.dropped(List.of(broken)));
        assertEquals(before, workspace.plan());
        assertEquals(1, dialogs.errors.size());
    }

    @Test
    void unsavedChangesAreNotLostWithoutAQuestion() {
        person.openSample("caching");
        person.type("traffic.requestsPerMonth", "5");
        Plan edited = workspace.plan();
        dialogs.unsaved = app.steelyard.app.Dialogs.Unsaved.CANCEL;
        person.press("rail.GALLERY");
        person.openSample("hybrid");
        assertEquals(edited, workspace.plan());
    }

    @Test
    void whatIsStillBeingTypedIsPartOfWhatIsAskedAbout() {
        person.openSample("caching");
        dialogs.unsaved = app.steelyard.app.Dialogs.Unsaved.CANCEL;
        TextField field = person.find("traffic.requestsPerMonth");
        robot.interact(() -> {
            field.requestFocus();
            field.selectAll();
        });
        robot.write("5k", 0);
        robot.press(KeyCode.CONTROL, KeyCode.N).release(KeyCode.N, KeyCode.CONTROL);
        person.pulse();
        person.press("new.begin");
        assertEquals(List.of(workspace.plan().name()), dialogs.asked);
        assertEquals(5000, workspace.plan().traffic().requestsPerMonth());
    }

    @Test
    void everyControlHasANameForThoseWhoListen() {
        person.openSample("banking-copilot");
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
