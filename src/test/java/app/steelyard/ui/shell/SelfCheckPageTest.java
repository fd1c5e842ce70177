package app.steelyard.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.app.check.Bank;
import app.steelyard.app.check.WorkedNumber;
import app.steelyard.app.plan.NewPlan;
import app.steelyard.pricing.PriceBook;
import app.steelyard.ui.FakeDialogs;
import java.nio.file.Path;
import java.time.LocalDate;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A person who wants to know how far the numbers can be believed. */
@ExtendWith(ApplicationExtension.class)
class SelfCheckPageTest {
    @TempDir
    private static Path folder;

    private Person person;

    @Start
    void start(Stage stage) {
        PriceBook book = Person.packagedPrices(folder);
        person = Person.before(stage, NewPlan.of(book, LocalDate.now(Person.CLOCK)), book, folder, new FakeDialogs());
    }

    @Test
    void theTablesOfTheSelfCheckAreShown() {
        person.turnTo("CHECK");
        TableView<?> figures = person.find("check.figures");
        TableView<?> numbers = person.find("check.numbers");
        int stated = Bank.shipped().systems().stream()
                .mapToInt(s -> s.figures().size())
                .sum();
        assertEquals(stated, figures.getItems().size());
        assertEquals(WorkedNumber.shipped().size(), numbers.getItems().size());
        int all = numbers.getItems().size();
        assertEquals(all + " of " + all + " worked numbers come out.", person.text("check.worked.verdict"));
        assertTrue(person.text("check.bank.verdict").contains(" of 27 systems lie inside the 80 % interval"));
        assertEquals(
                "4 turns over a 187k-token book", figures.getColumns().get(0).getCellData(4));
    }
}
