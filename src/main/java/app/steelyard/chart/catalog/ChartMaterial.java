package app.steelyard.chart.catalog;

import app.steelyard.cost.Comparison;
import app.steelyard.usage.ledger.UsageFigures;
import app.steelyard.whatif.map.DecisionMap;
import app.steelyard.whatif.placement.PlacementSearch;
import app.steelyard.whatif.story.Outlook;
import app.steelyard.whatif.story.ScenarioTable;

/**
 * The results that charts are made of. Each may take seconds to work out, so a chart asks for its own only.
 *
 * <p>What there is nothing of is refused with a {@link app.steelyard.text.Refusal}, such as an outlook of a plan without
 * ranges, or the usage of a plan.
 */
public interface ChartMaterial {
    Comparison comparison();

    Outlook outlook();

    DecisionMap map();

    ScenarioTable scenarios();

    PlacementSearch placements();

    UsageFigures usage();
}
