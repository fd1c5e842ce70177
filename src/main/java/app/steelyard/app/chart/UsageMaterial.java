package app.steelyard.app.chart;

import app.steelyard.chart.catalog.ChartMaterial;
import app.steelyard.cost.Comparison;
import app.steelyard.text.Refusal;
import app.steelyard.text.Texts;
import app.steelyard.usage.ledger.UsageFigures;
import app.steelyard.whatif.map.DecisionMap;
import app.steelyard.whatif.placement.PlacementSearch;
import app.steelyard.whatif.story.Outlook;
import app.steelyard.whatif.story.ScenarioTable;

/** What was used, for charts; of plans it knows nothing. */
public record UsageMaterial(UsageFigures usage) implements ChartMaterial {
    private static final Texts TEXTS = Texts.of(UsageMaterial.class);

    private static Refusal noPlan() {
        return new Refusal(TEXTS.get("chart.noPlan"));
    }

    @Override
    public Comparison comparison() {
        throw noPlan();
    }

    @Override
    public Outlook outlook() {
        throw noPlan();
    }

    @Override
    public DecisionMap map() {
        throw noPlan();
    }

    @Override
    public ScenarioTable scenarios() {
        throw noPlan();
    }

    @Override
    public PlacementSearch placements() {
        throw noPlan();
    }
}
