package app.steelyard.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.app.plan.NewPlan;
import app.steelyard.app.usage.LogSays;
import app.steelyard.plan.Distribution;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.Range;
import app.steelyard.plan.session.GapStep;
import app.steelyard.pricing.PriceBook;
import app.steelyard.ui.FakeDialogs;
import app.steelyard.ui.calculate.input.Section;
import app.steelyard.ui.work.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A person who says the model, the outcome and the money as sentences, and finds all else by its name. */
@ExtendWith(ApplicationExtension.class)
class FormTest {
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
        Plan plan = NewPlan.of(book, Person.today());
        person = Person.before(stage, plan, book, folder, new FakeDialogs());
        workspace = person.workspace();
    }

    @BeforeEach
    void openCalculate() {
        person.robot().interact(() -> person.window().show(Screen.CALCULATE));
        person.settle();
    }

    private String word(String id) {
        ToggleButton word = person.find("sentence." + id);
        return Person.onFx(word::getText);
    }

    private void search(String words) {
        person.control(KeyCode.F);
        person.assertFocused("inputs.search");
        person.robot().write(words, 0);
        person.settle();
    }

    private boolean unfolded(String section) {
        Section pane = person.find(section);
        return Person.onFx(pane::isExpanded);
    }

    @Test
    void whatIsFoldedAwayIsNotThereUntilItIsUnfolded() {
        assertFalse(person.has("tuning.epochs"));
        Section tuning = person.find("section.tuning");
        person.robot().interact(() -> tuning.setExpanded(true));
        assertTrue(person.sees("tuning.epochs"));
        person.type("tuning.epochs", "4");
        person.robot().interact(() -> tuning.setExpanded(false));
        assertFalse(person.has("tuning.epochs"));
        person.robot().interact(() -> workspace.edit("epochs", null, p -> PlanField.EPOCHS.with(p, 2)));
        person.robot().interact(() -> tuning.setExpanded(true));
        assertEquals(
                "2", Person.onFx(() -> person.<TextField>find("tuning.epochs").getText()));
    }

    @Test
    void theModelIsAWordThatIsChosen() {
        person.press("sentence.model");
        person.pick("model", "GPT-5.4 mini");
        assertEquals("openai/gpt-5.4-mini", workspace.plan().inference().model().toString());
        assertEquals("GPT-5.4 mini", word("model"));
        person.press("undo");
        assertFalse(word("model").equals("GPT-5.4 mini"));
    }

    @Test
    void whatIsAgreedIsOneNumberBehindASearch() {
        person.robot().interact(() -> workspace.edit("model", null, FormTest::onGpt41));
        search("discount");
        person.type("contract.off", "12 %");
        assertEquals(0.12, workspace.plan().contract().discounts().getFirst().off());
        assertEquals(
                "openai", workspace.plan().contract().discounts().getFirst().vendor());
        person.press("undo");
        assertEquals(List.of(), workspace.plan().contract().discounts());
    }

    /** A click and what is typed. */
    @Test
    void theDiscountIsAWordOfTheModelsSentence() {
        person.robot().interact(() -> workspace.edit("model", null, FormTest::onGpt41));
        assertEquals("nothing", word("contract.off"));
        person.press("sentence.contract.off");
        person.type("contract.off", "12 %");
        assertEquals(0.12, workspace.plan().contract().discounts().getFirst().off());
        assertEquals("12 %", word("contract.off"));
        person.press("undo");
        assertEquals("nothing", word("contract.off"));
    }

    @Test
    void theClosestNameIsFoundFirst() {
        person.press("sentence.model");
        person.pick("model", "gpt-5");
        assertEquals("openai/gpt-5", workspace.plan().inference().model().toString());
    }

    @Test
    void commitmentCreditAndTaxAreTypedWhereTheDiscountIs() {
        person.robot().interact(() -> workspace.edit("model", null, FormTest::onGpt41));
        search("commitment");
        assertFalse(person.sees("contract.other-spend"));
        person.type("contract.commitment", "10k");
        assertEquals(
                10_000, workspace.plan().contract().commitments().getFirst().perMonth());
        person.type("contract.other-spend", "2k");
        assertEquals(2000, workspace.plan().contract().commitments().getFirst().others());
        search("credit");
        person.type("contract.credit", "5000");
        search("VAT");
        person.type("contract.tax", "19 %");
        assertEquals(List.of("openai"), List.copyOf(workspace.plan().contract().vendors()));
        assertEquals(0.19, workspace.plan().contract().tax());
        person.press("undo");
        assertNull(workspace.plan().contract().tax());
    }

    @Test
    void anOfferOfCapacityIsTakenInOneEdit() {
        person.robot().interact(() -> workspace.edit("model", null, FormTest::onGpt41));
        search("capacity");
        MenuButton offers = person.find("contract.offer");
        Menu global = (Menu) offers.getItems().getFirst();
        assertEquals("Azure, Provisioned throughput, global", global.getText());
        MenuItem month = global.getItems().get(1);
        assertEquals("$260.00 a PTU a month, for a month", month.getText());
        person.robot().interact(month::fire);
        assertEquals(260, workspace.plan().contract().capacity().getFirst().perMonth());
        assertTrue(person.text("contract.offer.from").contains("Microsoft"));
        person.press("undo");
        assertEquals(List.of(), workspace.plan().contract().capacity());
    }

    private static Plan onGpt41(Plan plan) {
        return plan.withInference(plan.inference().withModel(PriceRef.parse("openai/gpt-4.1")));
    }

    @Test
    void theOutcomeIsToldAsFarAsItIsStated() {
        assertEquals("not stated", word("outcome.prompted"));
        assertFalse(person.has("sentence.outcome.tuned"));
        person.press("sentence.outcome.prompted");
        person.type("outcome.prompted", "82 %");
        assertEquals("82 %", word("outcome.prompted"));
        person.press("sentence.outcome.tuned");
        person.type("outcome.tuned", "88 to 92 %");
        assertEquals("90 % (88 % to 92 %)", word("outcome.tuned"));
        assertTrue(workspace.plan().whatIf().range("outcome.tuned").isPresent());
        assertEquals("no second try", word("outcome.retrySuccess"));
        person.press("sentence.outcome.failureCost");
        person.type("outcome.failureCost", "4");
        assertEquals("$4", word("outcome.failureCost"));
    }

    /** While its input holds what is refused, the word stands for what was there before, and says so. */
    @Test
    void aWordSaysThatItsInputIsRefused() {
        String tokens = PlanField.OUTPUT_TOKENS.path();
        ToggleButton word = person.find("sentence." + tokens);
        person.press("sentence." + tokens);
        String before = word.getText();
        person.type(tokens, "3OO");
        assertTrue(word.getStyleClass().contains("refused"));
        assertEquals(before, word.getText());
        person.robot().type(KeyCode.ESCAPE);
        person.settle();
        assertFalse(word.getStyleClass().contains("refused"));
        person.type(tokens, "300");
        assertFalse(word.getStyleClass().contains("refused"));
    }

    /** Ranges of both numbers of an item are longer than the numbers: its row stays as wide as the others all the same. */
    @Test
    void rowsWithRangesStayInsideTheForm() {
        String id = workspace.plan().items().getFirst().id();
        person.robot()
                .interact(() -> workspace.edit(
                        "ranges",
                        null,
                        p -> p.withWhatIf(p.whatIf()
                                .with(new Range("items." + id + ".tokens", 1000, 20_000, Distribution.TRIANGULAR, null))
                                .with(new Range(
                                        "items." + id + ".changesPerMonth", 0, 0.22, Distribution.TRIANGULAR, null)))));
        person.settle();
        Region form = person.find("inputs");
        double right =
                Person.onFx(() -> form.localToScene(form.getLayoutBounds()).getMaxX());
        for (String button : List.of("remove", "duplicate")) {
            Region node = person.find("items." + id + "." + button);
            assertTrue(
                    Person.onFx(() -> node.localToScene(node.getLayoutBounds()).getMaxX()) < right, button);
        }
        Region field = person.find("items." + id + ".tokens");
        assertTrue(Person.onFx(() -> field.localToScene(field.getLayoutBounds()).getMaxX()) < right);
        person.press("items." + id + ".duplicate");
        assertEquals(4, workspace.plan().items().size());
    }

    /** What a log says stands under the word that is open, and is taken with its source. */
    @Test
    void whatTheLogSaysIsUsed() {
        String log = PlanField.OUTPUT_TOKENS.path() + ".log";
        person.press("sentence." + PlanField.OUTPUT_TOKENS.path());
        assertFalse(person.sees(log));
        String source = "Measured in October 2026";
        Plan measured =
                PlanField.OUTPUT_TOKENS.with(workspace.plan(), 321).withSource(PlanField.OUTPUT_TOKENS.path(), source);
        person.robot().interact(() -> workspace.logged(new LogSays(Optional.of(measured))));
        person.settle();
        assertTrue(person.sees(log));
        person.press(log);
        assertEquals(321, PlanField.OUTPUT_TOKENS.get(workspace.plan()));
        assertEquals(source, workspace.plan().sources().get(PlanField.OUTPUT_TOKENS.path()));
        assertFalse(person.sees(log));
        person.press("undo");
        assertTrue(person.sees(log));
    }

    /** Gaps of a log take the place of the typed ones, and the sentence says so; they can be opened again. */
    @Test
    void gapsOfTheLogTakeThePlaceOfTypedOnes() {
        person.robot().interact(() -> workspace.edit("turns", null, p -> PlanField.TURNS.with(p, 8)));
        person.settle();
        List<GapStep> gaps = List.of(new GapStep(60, 0.6), new GapStep(300, 0.97));
        Plan plan = workspace.plan();
        Plan measured = plan.withTraffic(
                        plan.traffic().withSessions(plan.traffic().sessions().withGaps(gaps)))
                .withSource("traffic.sessions.gaps", "Measured in October 2026");
        person.robot().interact(() -> workspace.logged(new LogSays(Optional.of(measured))));
        person.press("sentence." + PlanField.GAP_MEDIAN.path());
        person.press(PlanField.GAP_MEDIAN.path() + ".log");
        assertEquals(gaps, workspace.plan().traffic().sessions().measuredGaps());
        assertFalse(person.sees("sentence." + PlanField.GAP_MEDIAN.path()));
        assertEquals("60 % within 1 min, 97 % within 5 min", word("gaps"));
        person.press("sentence.gaps");
        assertFalse(person.sees("gaps.log"), "the plan says so already");
        person.press("undo");
        assertTrue(workspace.plan().traffic().sessions().measuredGaps().isEmpty());
    }

    @Test
    void arrowsChangeTheHorizonAndAnotherCurrencyAsksForItsRate() {
        double before = workspace.plan().finance().horizonMonths();
        person.robot()
                .interact(() -> person.find("sentence.finance.horizonMonths").requestFocus());
        person.robot().type(KeyCode.UP);
        person.settle();
        assertEquals(before + 1, workspace.plan().finance().horizonMonths());
        person.press("sentence.currency");
        person.pick("currency", "EUR");
        person.assertFocused("finance.exchangeRate.perUsd");
        person.type("finance.exchangeRate.perUsd", "0.9");
        assertEquals("EUR", word("currency"));
        assertEquals(0.9, PlanField.EXCHANGE_RATE.get(workspace.plan()));
    }

    /** A share that is served otherwise is found by its word, changes the amount, and is told in the sentence. */
    @Test
    void aShareOfBatchChangesTheAmount() {
        String share = PlanField.SERVED_BATCH.path();
        person.robot()
                .interact(() ->
                        workspace.edit("yours", null, p -> p.withSource(PlanField.OUTPUT_TOKENS.path(), "a test")));
        person.settle();
        String before = person.text("headline");
        assertTrue(before.contains("$"), before);
        assertFalse(person.has(share));
        search("batch");
        person.type(share, "40 %");
        person.until(() -> !person.text("headline").equals(before), "another amount");
        assertEquals(0.4, workspace.plan().inference().served().batch());
        assertEquals("40 %", word(share));
        person.type(share, "140 %");
        assertEquals(0.4, workspace.plan().inference().served().batch());
        person.press("undo");
        person.until(() -> person.text("headline").equals(before), "the amount before");
        assertFalse(person.has("sentence." + share));
    }

    @Test
    void aRegionIsChosenFromThoseThatHaveAPrice() {
        person.robot()
                .interact(() -> workspace.edit(
                        "model",
                        null,
                        p -> p.withInference(p.inference().withModel(PriceRef.parse("openai/gpt-6-sol")))));
        search("region");
        person.type(PlanField.SERVED_REGIONAL.path(), "25 %");
        person.pick("inference.served.region", "eu");
        assertEquals("eu", workspace.plan().inference().served().region());
        assertEquals("25 %", word(PlanField.SERVED_REGIONAL.path()));
        person.pick("inference.served.region", "none");
        assertNull(workspace.plan().inference().served().region());
    }

    @Test
    void aFieldIsFoundByItsWordsAndEscShowsAllAgain() {
        assertFalse(unfolded("section.tuning"));
        search("retrain");
        assertTrue(person.sees("tuning.retrainEveryMonths"));
        assertFalse(person.has("tuning.epochs"));
        assertFalse(person.sees("section.latency"));
        person.robot().type(KeyCode.ESCAPE);
        person.settle();
        person.assertFocused("inputs.search");
        assertTrue(person.sees("section.latency"));
        assertFalse(unfolded("section.tuning"), "it is folded as it was");
    }

    @Test
    void enterGoesToTheFirstThatIsFound() {
        search("lookup");
        person.robot().type(KeyCode.ENTER);
        person.assertFocused("latency.cacheLookupSeconds");
        search("zzz");
        assertTrue(person.text("inputs.search.none").contains("zzz"));
    }

    @Test
    void aFieldThatSomethingAsksForIsShownThoughAnotherIsLookedFor() {
        search("lookup");
        person.robot().interact(() -> person.window().toInput(PlanField.EPOCHS));
        person.assertFocused("tuning.epochs");
        assertTrue(person.sees("section.latency"));
    }
}
