package app.steelyard.app.chart;

import app.steelyard.app.whatif.DoubtAnswer;
import app.steelyard.app.whatif.DoubtQuestion;
import app.steelyard.chart.catalog.ChartMaterial;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.KnownErrors;
import app.steelyard.cost.engine.Batch;
import app.steelyard.plan.Plan;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.Refusal;
import app.steelyard.text.Texts;
import app.steelyard.usage.ledger.UsageFigures;
import app.steelyard.whatif.map.DecisionMap;
import app.steelyard.whatif.placement.Constraints;
import app.steelyard.whatif.placement.PlacementSearch;
import app.steelyard.whatif.placement.Placements;
import app.steelyard.whatif.story.Outlook;
import app.steelyard.whatif.story.ScenarioTable;
import app.steelyard.whatif.trials.TrialSettings;

/** What a plan gives to charts. */
public record PlanMaterial(Plan plan, PriceBook book) implements ChartMaterial {
    private static final Texts TEXTS = Texts.of(PlanMaterial.class);

    @Override
    public Comparison comparison() {
        return Comparison.of(plan, book);
    }

    @Override
    public Outlook outlook() {
        Plan doubted = KnownErrors.in(plan, book);
        if (doubted.whatIf().ranges().isEmpty()) {
            throw new Refusal(TEXTS.get("chart.noRanges", plan.name()));
        }
        return Outlook.of(Batch.of(doubted, book), TrialSettings.DEFAULT, () -> false);
    }

    @Override
    public DecisionMap map() {
        return DoubtAnswer.map(new DoubtQuestion(plan, book, TrialSettings.DEFAULT, null, null));
    }

    @Override
    public ScenarioTable scenarios() {
        if (plan.whatIf().scenarios().isEmpty()) {
            throw new Refusal(TEXTS.get("chart.noScenarios", plan.name()));
        }
        return ScenarioTable.of(plan, book);
    }

    @Override
    public PlacementSearch placements() {
        return Placements.of(plan, book, Constraints.of(plan));
    }

    @Override
    public UsageFigures usage() {
        throw new Refusal(TEXTS.get("chart.noUsage"));
    }
}
