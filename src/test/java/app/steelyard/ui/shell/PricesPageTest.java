package app.steelyard.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.app.prices.PriceLine;
import app.steelyard.document.Samples;
import app.steelyard.plan.Contract;
import app.steelyard.plan.Contract.Discount;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.PriceMark;
import app.steelyard.ui.FakeDialogs;
import app.steelyard.ui.work.Workspace;
import app.steelyard.usage.figures.Imported;
import app.steelyard.usage.figures.LedgerView;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A person who looks for a price, states their own, and takes newer ones over. */
@ExtendWith(ApplicationExtension.class)
class PricesPageTest {
    private static final String DATA = """
        [{"id": "house", "name": "House", "models": [
          {"id": "alpha", "match": {"equals": "alpha"}, "prices": {"input_mtok": 2, "output_mtok": 6}}]}]
        """;

    @TempDir
    private Path folder;

    private final FakeDialogs dialogs = new FakeDialogs();
    private Person person;

    @Start
    void start(Stage stage) {
        PriceBook book = Person.packagedPrices(folder);
        person = Person.before(stage, Samples.plan("support-bot").orElseThrow(), book, folder, dialogs);
    }

    @BeforeEach
    void turnThere() {
        person.turnTo("PRICES");
        person.until(() -> !refs().isEmpty());
    }

    private List<String> refs() {
        TableView<PriceLine> table = person.find("prices.table");
        return Person.onFx(
                () -> table.getItems().stream().map(l -> l.ref().toString()).toList());
    }

    private void search(String words) {
        TextField field = person.find("prices.search");
        Person.onFx(() -> {
            field.setText(words);
            return 0;
        });
    }

    private void type(String id, String text) {
        TextField field = person.find(id);
        Person.onFx(() -> {
            field.setText(text);
            return 0;
        });
    }

    private BigDecimal input(String ref) {
        return Person.onFx(() -> person.workspace()
                .book()
                .rates(PriceRef.parse(ref), ServiceTier.STANDARD, Person.today())
                .orElseThrow()
                .fact()
                .prices()
                .input());
    }

    @Test
    void everyModelIsFoundByPartsOfItsNameAndWhatALogCallsIt() {
        assertTrue(refs().size() > 3000, "all models");
        search("sonnet 4-6 anth");
        assertEquals("anthropic/claude-sonnet-4-6", refs().getFirst());
        search("claude-4.5-opus-high-thinking");
        assertEquals(List.of("anthropic/claude-opus-4-5"), refs());
        search("claud-sonet-4-6");
        assertTrue(refs().isEmpty());
        assertTrue(person.sees("prices.nothing"));
        FlowPane nothing = person.find("prices.nothing");
        assertTrue(((Label) nothing.getChildren().getFirst()).getText().endsWith("Did you mean:"));
        assertTrue(nothing.getChildren().size() > 1);
        search("zzqq");
        assertEquals(1, nothing.getChildren().size());
        assertFalse(((Label) nothing.getChildren().getFirst()).getText().contains("Did you mean"));
    }

    @Test
    void aPriceOfOnesOwnIsTypedSeenAndTakenAway() {
        BigDecimal before = input("anthropic/claude-sonnet-4-6");
        person.press("prices.add");
        type("prices.entry.model", "claude-sonnet-4-6");
        type("prices.entry.input", "2.5");
        type("prices.entry.cached", "3");
        assertTrue(person.text("prices.entry.told").contains("more than the input price"));
        type("prices.entry.cached", "0.25");
        type("prices.entry.output", "12");
        type("prices.entry.from", "2026-11-01");
        person.press("prices.entry.keep");
        assertEquals(new BigDecimal("2.5"), input("anthropic/claude-sonnet-4-6"));
        assertTrue(Files.exists(folder.resolve("prices").resolve("own.csv")));
        person.until(() -> !refs().isEmpty());
        search("claude-sonnet-4-6 anthropic");
        TableView<PriceLine> table = person.find("prices.table");
        Person.onFx(() -> {
            table.getSelectionModel().clearAndSelect(0);
            return 0;
        });
        assertTrue(person.text("prices.model.month").contains("An average month of Support bot"));
        person.press("prices.model.remove");
        assertEquals(before, input("anthropic/claude-sonnet-4-6"));
    }

    /** 3 million tokens of input of one day, at 3 dollars a million and at 2. */
    @Test
    void aPriceOfOnesOwnTellsWhatItComesToInTheUsageThatWasRead() throws Exception {
        LedgerView usage = Imported.of(Files.writeString(
                folder.resolve("log.csv"),
                "timestamp,model,prompt_tokens,cached_tokens,completion_tokens\n"
                        + "2026-11-02T10:00:00Z,claude-sonnet-4-6,3000000,0,0\n"));
        Person.onFx(() -> {
            person.workspace().readUsage(new Workspace.ReadUsage(usage, Map.of()));
            return 0;
        });
        person.press("prices.add");
        type("prices.entry.model", "claude-sonnet-4-6");
        type("prices.entry.input", "2");
        type("prices.entry.output", "15");
        type("prices.entry.from", "2026-11-01");
        person.until(() -> person.has("prices.effect.usage")
                && person.text("prices.effect.usage").contains("$9.00 → $6.00"));
        assertTrue(person.text("prices.effect").contains("Support bot"), person.text("prices.effect"));
    }

    @Test
    void twentyPricesArePasted() {
        person.press("prices.paste");
        TextArea area = person.find("prices.paste.text");
        String rows = IntStream.rangeClosed(1, 20)
                .mapToObj(i -> "house/m" + i + "\t$" + i + ".00\t$" + 3 * i + ".00")
                .collect(Collectors.joining("\n"));
        Person.onFx(() -> {
            area.setText("Model\tInput ($ / MTok)\tOutput\nnobody\t1\t2\n" + rows);
            return 0;
        });
        assertEquals("Keep 20 prices", person.text("prices.paste.keep"));
        person.robot().interact(() -> person.find("prices.paste.keep").requestFocus());
        person.press("prices.paste.keep");
        person.assertFocused("prices.search");
        assertEquals(new BigDecimal("20"), input("house/m20"));
        person.until(() -> refs().contains("house/m20"));
        assertEquals("20 prices kept", person.text("prices.told"));
        person.press("prices.told.undo");
        assertFalse(refsOfBook().contains("house/m20"));
        assertFalse(person.sees("prices.told"));
    }

    private List<String> refsOfBook() {
        return Person.onFx(() ->
                person.workspace().book().all().stream().map(PriceRef::toString).toList());
    }

    private void paste(String table) {
        TextArea area = person.find("prices.paste.text");
        Person.onFx(() -> {
            area.setText(table);
            return 0;
        });
    }

    private void look(String ref) {
        person.until(() -> refs().contains(ref) || !refs().isEmpty());
        search(ref);
        TableView<PriceLine> table = person.find("prices.table");
        Person.onFx(() -> {
            table.getSelectionModel().clearAndSelect(0);
            return 0;
        });
    }

    @Test
    void theVendorIsAskedOnceAndARefusedRowIsToldOnce() {
        person.press("prices.paste");
        person.assertFocused("prices.paste.text");
        paste("Model\tInput\tCached\tOutput\nalpha-x\t1\t0.1\t2\nbeta-x\t2\t0.2\t4\n\tx\t1\ty\n");
        assertTrue(person.text("prices.paste.asked").startsWith("Who sells 2 of the models is not known"));
        VBox problems = person.find("prices.paste.problems");
        assertEquals(1, problems.getChildren().size());
        String told = ((Label) problems.getChildren().getFirst()).getText();
        assertTrue(told.startsWith("Line 4, ") && told.contains("input: ") && told.contains("output: "), told);
        type("prices.paste.vendor", "northwind");
        assertFalse(person.sees("prices.paste.asked"));
        assertEquals("Keep 2 prices", person.text("prices.paste.keep"));
        TableView<?> rows = person.find("prices.paste.rows");
        assertEquals("$0.10", Person.onFx(() -> rows.getColumns().get(2).getCellData(0)));
        assertEquals("from any day", Person.onFx(() -> rows.getColumns().get(4).getCellData(0)));
    }

    @Test
    void howACacheWorksIsAskedWhereAPriceIsPasted() {
        person.press("prices.paste");
        paste("Model\tInput\tCached\tOutput\nnorthwind/a\t1\t0.1\t2");
        assertTrue(person.text("prices.paste.cache.told").startsWith("How northwind’s cache works is not known"));
        type("prices.paste.cache", "sometimes");
        assertEquals("Keep 1 price", person.text("prices.paste.keep"));
        assertFalse(person.text("prices.paste.cache.told").startsWith("How"));
        type("prices.paste.cache", "automatic 1024 5m");
        person.press("prices.paste.keep");
        assertTrue(hasRules("northwind/a"));
    }

    private boolean hasRules(String ref) {
        return Person.onFx(() -> person.workspace()
                .book()
                .cachePolicy(PriceRef.parse(ref), Person.today())
                .isPresent());
    }

    @Test
    void howACacheWorksIsSaidInTheDetails() {
        person.press("prices.paste");
        paste("Model\tInput\tCached\tOutput\nnorthwind/a\t1\t0.1\t2");
        person.press("prices.paste.keep");
        assertFalse(hasRules("northwind/a"));
        person.until(() -> refs().contains("northwind/a"));
        look("northwind/a");
        assertTrue(person.text("prices.model.cache.told").contains("not counted as cached"));
        TableView<?> periods = person.find("prices.periods");
        assertTrue(Person.onFx(() -> String.valueOf(periods.getColumns().get(5).getCellData(0)))
                .startsWith("own price: pasted table; read "));
        type("prices.model.cache", "automatic 1024 5m");
        person.press("prices.model.cache.keep");
        assertTrue(hasRules("northwind/a"));
        assertFalse(person.has("prices.model.cache.told"));
    }

    @Test
    void aModelIsUsedInThePlanAndTakenBack() {
        PriceRef before =
                Person.onFx(() -> person.workspace().plan().inference().model());
        look("openai/gpt-5-mini");
        person.press("prices.model.use");
        assertEquals(
                PriceRef.parse("openai/gpt-5-mini"),
                Person.onFx(() -> person.workspace().plan().inference().model()));
        assertTrue(person.text("prices.told").contains("uses openai/gpt-5-mini now: $"), person.text("prices.told"));
        assertEquals("In use in this plan", person.text("prices.model.use"));
        person.press("prices.told.undo");
        assertEquals(
                before, Person.onFx(() -> person.workspace().plan().inference().model()));
    }

    /** 3 dollars less 12 per cent. */
    @Test
    void anAgreedPriceStandsBesideTheListPrice() {
        Person.onFx(() -> person.workspace()
                .edit("discount", null, p -> p.withContract(Contract.NONE.with(new Discount("anthropic", 0.12)))));
        person.until(() -> !refs().isEmpty());
        look("anthropic/claude-sonnet-4-6");
        assertTrue(
                person.text("prices.model.agreed").contains("input $3.00, $2.64 at 12 % off"),
                person.text("prices.model.agreed"));
        search("claude-sonnet");
        TableView<PriceLine> table = person.find("prices.table");
        Person.onFx(() -> {
            table.getSelectionModel().selectIndices(0, 1);
            return 0;
        });
        person.press("prices.compare");
        assertTrue(person.text("prices.compared.agreed").contains("months are at what is agreed with anthropic"));
        search("zzqq");
        assertFalse(person.has("prices.compared.table"));
    }

    @Test
    void newerDataIsTakenOverAndBack() throws Exception {
        dialogs.toOpen.add(Files.writeString(folder.resolve("data.2026-11-01.json"), DATA));
        person.press("prices.import");
        person.until(() -> person.has("prices.foots"));
        assertTrue(person.text("prices.foots").startsWith("1 new + 0 changed + 0 the same = 1"));
        assertFalse(Files.exists(folder.resolve("prices")), "nothing is kept yet");
        person.press("prices.accept");
        PriceRef alpha = PriceRef.parse("house/alpha");
        assertTrue(Person.onFx(() -> person.workspace()
                .book()
                .rates(alpha, ServiceTier.STANDARD, Person.today())
                .orElseThrow()
                .marks()
                .contains(PriceMark.CATALOGUE)));
        person.press("prices.undo");
        assertTrue(Person.onFx(() -> person.workspace().book().model(alpha).isEmpty()));
    }

    @Test
    void modelsStandSideBySide() {
        search("claude-sonnet");
        TableView<PriceLine> table = person.find("prices.table");
        Person.onFx(() -> {
            table.getSelectionModel().selectIndices(0, 1, 2);
            return 0;
        });
        person.press("prices.compare");
        TableView<?> compared = person.find("prices.compared.table");
        assertEquals(3, Person.onFx(() -> compared.getItems().size()));
        assertTrue(person.find("prices.compared") instanceof Parent);
    }
}
