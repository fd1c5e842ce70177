package app.steelyard.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.document.Samples;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.Range;
import app.steelyard.plan.Scenario;
import app.steelyard.plan.WhatIf;
import app.steelyard.pricing.PriceBook;
import app.steelyard.ui.FakeDialogs;
import app.steelyard.ui.work.Workspace;
import java.nio.file.Path;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Scenarios of prices, and what is taken of a trend. */
@ExtendWith(ApplicationExtension.class)
class PriceScenarioTest {
    private static final String OFF = "contract.discounts.openai.off";
    private static final String HALVED = "finance.priceChanges.all.by.2027-01-01";

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
        person = Person.before(stage, plan(), book, folder, new FakeDialogs());
        workspace = person.workspace();
    }

    private static Plan plan() {
        return Samples.plan("banking-copilot").orElseThrow().withWhatIf(WhatIf.NOTHING);
    }

    @Test
    void aTenthOffAndHalvedPricesAreScenariosLikeNumbers() {
        person.robot().interact(() -> workspace.begin(plan()));
        person.press("rail.WHAT_IF");
        person.press("whatif.part.SCENARIOS");
        person.press("whatif.scenario.add");
        person.pick("whatif.scenario.row", "off openai lists");
        person.type("whatif.cell.0." + OFF, "10 %");
        person.until(() -> person.has("whatif.reset.0." + OFF), "overridden");
        person.pick("whatif.scenario.row", "change every vendor 2027-01-01");
        person.type("whatif.cell.0." + HALVED, "-50 %");
        person.until(() -> person.has("whatif.reset.0." + HALVED), "halved");
        Scenario scenario = workspace.plan().whatIf().scenarios().get(0);
        assertEquals(List.of(new Scenario.Value(OFF, 0.1), new Scenario.Value(HALVED, -0.5)), scenario.values());
        assertTrue(workspace.plan().contract().discounts().isEmpty(), "the plan stays");
    }

    @Test
    void whatWasSeenOfPricesIsTakenWithItsRangeAndSource() {
        person.robot().interact(() -> workspace.begin(plan()));
        person.press("rail.CALCULATE");
        assertEquals(Double.NaN, PlanField.PRICE_TREND.get(workspace.plan()), "off until somebody asks");
        person.press("trend.take");
        Plan taken = workspace.plan();
        assertEquals(-0.25, PlanField.PRICE_TREND.get(taken));
        Range range = taken.whatIf().range(PlanField.PRICE_TREND.path()).orElseThrow();
        assertEquals(-0.55, range.low());
        assertEquals(0, range.high());
        assertTrue(String.valueOf(taken.sources().get(PlanField.PRICE_TREND.path()))
                .contains("arXiv"));
    }
}
