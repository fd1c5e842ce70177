package app.steelyard.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.document.Samples;
import app.steelyard.plan.ModelNumber.StatedModel;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.PriceBook;
import app.steelyard.report.Orientation;
import app.steelyard.ui.FakeDialogs;
import app.steelyard.ui.work.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A person states what is known of a model, and chooses which way round the report lies. */
@ExtendWith(ApplicationExtension.class)
class KnownModelsTest {
    private static final String SUCCESS = "models.openai/gpt-5.4-mini.prompted";

    @TempDir
    private static Path folder;

    private static PriceBook book;

    private final FakeDialogs dialogs = new FakeDialogs();
    private Person person;
    private Workspace workspace;

    @BeforeAll
    static void loadPrices() {
        book = Person.packagedPrices(folder);
    }

    @Start
    void start(Stage stage) {
        Plan plan = Samples.plan("support-bot").orElseThrow();
        person = Person.before(stage, plan, book, folder, dialogs);
        workspace = person.workspace();
    }

    private List<StatedModel> stated() {
        return Person.onFx(() -> workspace.plan().models());
    }

    @Test
    void whatIsKnownOfAModelIsStatedRangedAndForgotten() {
        person.press("rail.WHAT_IF");
        person.press("whatif.part.SCENARIOS");
        person.pick("whatif.stated.add", "GPT-5.4 mini");
        person.until(() -> person.has(SUCCESS), "its fields");
        assertEquals(
                List.of(PriceRef.parse("openai/gpt-5.4-mini")),
                stated().stream().map(StatedModel::model).toList());
        person.type(SUCCESS, "80 to 90 %");
        person.until(() -> Optional.ofNullable(stated().get(0).prompted()).isPresent(), "the rate");
        assertTrue(Person.onFx(() -> workspace.plan().whatIf().range(SUCCESS).isPresent()));
        person.type("models.openai/gpt-5.4-mini.reasoningTokens", "120");
        assertNull(stated().get(0).reasoningTokens());
        person.type("models.openai/gpt-5.4-mini.outputTokens", "300");
        person.until(() -> stated().get(0).outputTokens() != null, "the answer");
        person.press("whatif.stated.remove.openai/gpt-5.4-mini");
        person.until(() -> !person.has(SUCCESS), "gone");
        assertTrue(Person.onFx(() -> workspace.plan().whatIf().range(SUCCESS).isEmpty()));
    }

    @Test
    void theReportLiesAsItIsAsked() throws Exception {
        person.press("rail.REPORT");
        person.press("report.paper.LETTER");
        person.press("report.edition.BOARD");
        // As it is usual there.
        assertEquals(Orientation.LANDSCAPE, side());
        person.press("report.paper.A4");
        assertEquals(Orientation.PORTRAIT, side());
        person.press("report.side.LANDSCAPE");
        person.until(this::wide, "its page lies on its side");
        // What was asked for stays.
        person.press("report.edition.WHOLE");
        person.press("report.edition.BOARD");
        assertEquals(Orientation.LANDSCAPE, side());
        Path pdf = folder.resolve("board.pdf");
        dialogs.toSave = Optional.of(pdf);
        person.press("report.pdf");
        person.until(() -> person.text("report.outcome").startsWith("Written to"), "written");
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            assertTrue(document.getPage(0).getMediaBox().getWidth()
                    > document.getPage(0).getMediaBox().getHeight());
        }
    }

    private Orientation side() {
        return Stream.of(Orientation.values())
                .filter(o -> person.<ToggleButton>find("report.side." + o).isSelected())
                .findFirst()
                .orElseThrow();
    }

    private boolean wide() {
        Pane pages = person.find("report.pages");
        return pages.getChildren().size() == 1
                && ((Pane) pages.getChildren().get(0)).getChildren().get(0) instanceof ImageView view
                && view.getImage().getWidth() > view.getImage().getHeight();
    }
}
