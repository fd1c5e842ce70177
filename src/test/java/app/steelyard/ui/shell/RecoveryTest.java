package app.steelyard.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.app.plan.NewPlan;
import app.steelyard.decision.answers.Answers;
import app.steelyard.document.PlanFile;
import app.steelyard.document.SampleAnswers;
import app.steelyard.document.Samples;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.pricing.PriceBook;
import app.steelyard.ui.FakeDialogs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Windows that end without being closed, and those that open after them. */
@ExtendWith(ApplicationExtension.class)
class RecoveryTest {
    private static PriceBook book;

    @TempDir
    private Path home;

    private final FakeDialogs dialogs = new FakeDialogs();
    private int starts;
    private Stage stage;
    private Person person;

    @BeforeAll
    static void loadPrices(@TempDir Path none) {
        book = Person.packagedPrices(none);
    }

    @Start
    void start(Stage first) {
        stage = first;
        person = open(first);
    }

    private Path settings() {
        return home.resolve("start-" + starts);
    }

    private Path journals() {
        return settings().resolve("journal");
    }

    private Person open(Stage on) {
        Person opened = Person.before(on, NewPlan.of(book, Person.today()), book, settings(), dialogs);
        opened.window().recover();
        return opened;
    }

    /**
     * The window ends as by a kill, and another is opened: it finds the files as they are, and no locks. What was typed
     * last is given the time to reach the disk.
     */
    private void crash() {
        Path before = journals();
        Plan last = person.workspace().plan();
        person.until(() -> read(before).contains("\"name\": \"" + last.name() + "\"")
                && read(before).contains(requests(last)));
        starts++;
        try {
            Files.createDirectories(journals());
            try (Stream<Path> files = Files.list(before)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".journal")).toList()) {
                    Files.copy(file, journals().resolve(file.getFileName()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Stage old = stage;
        Person.onFx(() -> {
            stage = new Stage();
            person = open(stage);
            old.hide();
            return true;
        });
    }

    private static String requests(Plan plan) {
        return "\"requestsPerMonth\": " + (long) plan.traffic().requestsPerMonth();
    }

    private static String read(Path journals) {
        if (!Files.isDirectory(journals)) {
            return "";
        }
        try (Stream<Path> files = Files.list(journals)) {
            Optional<Path> kept =
                    files.filter(f -> f.toString().endsWith(".journal")).findFirst();
            return kept.isPresent() ? Files.readString(kept.get()) : "";
        } catch (IOException e) {
            return "";
        }
    }

    private List<Path> left() {
        try (Stream<Path> files = Files.isDirectory(journals()) ? Files.list(journals()) : Stream.<Path>of()) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void close() {
        Person.onFx(() -> {
            stage.hide();
            return true;
        });
    }

    @Test
    void aNewPlanComesBackExactlyWithItsAnswers() {
        Answers answers = SampleAnswers.of("banking-copilot").orElseThrow().answers();
        person.beginNew();
        person.type("name", "Kept");
        person.type("traffic.requestsPerMonth", "1,234,567");
        person.robot().interact(() -> person.workspace().answer("Answers", answers));
        Plan plan = person.workspace().plan();
        crash();
        person.find("recovery.restore");
        assertEquals("Not in a file", person.text("saved"));
        person.press("recovery.restore");
        assertEquals(plan, person.workspace().plan());
        assertEquals(answers, person.workspace().answers());
        assertNull(person.workspace().fileProperty().get());
        assertTrue(person.workspace().editedProperty().get());
        assertFalse(person.sees("recovery"));
        assertEquals(List.of(), dialogs.errors);
        // It is kept throughout, without another edit.
        crash();
        person.press("recovery.restore");
        assertEquals(plan, person.workspace().plan());
        assertEquals(answers, person.workspace().answers());
    }

    @Test
    void aPlanInAFileComesBackUnsavedAndIsSavedThere() {
        Path file = save("plan.steelyard");
        person.open(file);
        person.type("traffic.requestsPerMonth", "1,234,567");
        crash();
        person.find("recovery.restore");
        assertTrue(person.has("recovery.discard") && person.has("recovery.later"));
        assertEquals(
                "Last edited 22 Nov 2026, 12:00. Requests a month: 1,000,000 → 1,234,567",
                person.text("recovery.what"));
        assertEquals(file.toString(), person.text("recovery.where"));
        person.press("recovery.restore");
        assertEquals(file, person.workspace().fileProperty().get().path());
        assertEquals("Edited", person.text("saved"));
        person.robot().interact(() -> person.window().save());
        assertEquals(1_234_567, PlanFile.open(file).plan().traffic().requestsPerMonth());
        person.until(() -> read(journals()).isEmpty());
        starts++;
        person.robot().interact(() -> person = open(stage));
        person.settle();
        assertFalse(person.sees("recovery"));
    }

    @Test
    void aFileThatWasChangedMeanwhileIsNotOverwritten() throws Exception {
        Path file = save("plan.steelyard");
        person.open(file);
        person.type("traffic.requestsPerMonth", "1,234,567");
        Plan other = PlanField.REQUESTS_PER_MONTH.with(person.workspace().plan(), 77);
        PlanFile.save(file, other, null);
        crash();
        assertTrue(person.text("recovery.where").startsWith(file + " was changed since by someone else."));
        person.press("recovery.restore");
        Path elsewhere = home.resolve("elsewhere.steelyard");
        dialogs.toSave = Optional.of(elsewhere);
        person.robot().interact(() -> person.window().save());
        assertEquals(1, dialogs.told.size(), dialogs.told::toString);
        assertEquals(77, PlanFile.open(file).plan().traffic().requestsPerMonth());
        assertEquals(1_234_567, PlanFile.open(elsewhere).plan().traffic().requestsPerMonth());
    }

    @Test
    void whatIsDiscardedGoesWithTheWindowAndWhatIsLeftStays() {
        person.beginNew();
        person.type("name", "Kept");
        crash();
        person.press("recovery.discard");
        assertFalse(person.has("recovery.restore"));
        assertFalse(read(journals()).isEmpty());
        person.press("recovery.takeBack");
        person.press("recovery.later");
        assertFalse(person.sees("recovery"));
        Stage old = stage;
        Person.onFx(() -> {
            stage = new Stage();
            person = open(stage);
            return true;
        });
        person.press("recovery.discard");
        close();
        Person.onFx(() -> {
            old.hide();
            return true;
        });
        assertEquals(List.of(), left());
    }

    @Test
    void nothingIsKeptOfWhatIsSavedGivenUpOrNotWanted() {
        person.beginNew();
        person.type("name", "Kept");
        person.until(() -> read(journals()).contains("Kept"));
        person.robot().interact(() -> person.workspace().undo());
        person.until(() -> read(journals()).isEmpty(), "sweeping what was undone");
        person.type("name", "Kept");
        person.until(() -> read(journals()).contains("Kept"));
        dialogs.toSave = Optional.of(home.resolve("kept.steelyard"));
        person.robot().interact(() -> person.window().save());
        person.until(() -> read(journals()).isEmpty(), "sweeping what was saved");
        person.type("name", "Again");
        person.until(() -> read(journals()).contains("Again"));
        dialogs.unsaved = FakeDialogs.Unsaved.DISCARD;
        person.beginNew();
        person.until(() -> read(journals()).isEmpty(), "sweeping what was given up");
        person.type("name", "Third");
        person.until(() -> read(journals()).contains("Third"));
        MenuButton menu = person.find("menu");
        CheckMenuItem keeps = (CheckMenuItem) menu.getItems().stream()
                .filter(i -> "menu.keepUnsaved".equals(i.getId()))
                .findFirst()
                .orElseThrow();
        assertTrue(keeps.isSelected());
        person.robot().interact(() -> keeps.setSelected(false));
        person.until(() -> read(journals()).isEmpty(), "sweeping what is not wanted");
        person.robot().interact(() -> keeps.setSelected(true));
        person.until(() -> read(journals()).contains("Third"), "keeping again");
        close();
        assertEquals(List.of(), left());
    }

    @Test
    void aFolderThatTakesNothingIsToldOnceAndWorkGoesOn() throws Exception {
        Files.createFile(journals());
        person.beginNew();
        person.type("name", "One");
        person.until(() -> !dialogs.told.isEmpty());
        person.type("name", "Two");
        person.type("name", "Three");
        person.settle();
        close();
        assertEquals(1, dialogs.told.size(), dialogs.told::toString);
        assertEquals("Three", person.workspace().plan().name());
        Files.delete(journals());
    }

    private Path save(String name) {
        return PlanFile.save(home.resolve(name), Samples.plan("caching").orElseThrow(), null)
                .path();
    }
}
