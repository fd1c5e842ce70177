package app.steelyard.report.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Fixtures;
import app.steelyard.SampleComparisons;
import app.steelyard.chart.DataTable.Figure;
import app.steelyard.cost.result.Measure;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.session.Outcome;
import app.steelyard.report.ReportModel;
import app.steelyard.report.csv.CsvRow.Column;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CsvMeasuresTest {
    /** What one request or one success costs is below a cent, and designs are ranked by it. */
    @ParameterizedTest
    @EnumSource(names = {"COST_PER_REQUEST", "COST_PER_SUCCESS"})
    void whatOneOfManyCostsIsNotRoundedToCents(Measure measure) {
        Plan plan = PlanField.REQUESTS_PER_MONTH
                .with(SampleComparisons.copilot(), 50_000_000)
                .withOutcome(new Outcome(0.8, 0.81, 0.8, 0.81, null, null, null, null, 1));
        ReportModel model =
                ReportModel.of(SampleComparisons.compare(plan), null, SampleComparisons.book(), "1", Fixtures.DAY);
        List<Double> exact =
                model.ledgers().stream().map(l -> measure.of(l.evaluation())).toList();
        assertTrue(exact.stream().anyMatch(e -> Math.rint(100 * e) != 100 * e));
        List<Double> written = CsvReport.table(model).rows().stream()
                .filter(r -> r.get(Column.LINE.ordinal()).shown().equals(measure.row()))
                .map(r -> r.get(Column.TOTAL.ordinal()) instanceof Figure f
                        ? f.value().doubleValue()
                        : Double.NaN)
                .toList();
        assertEquals(exact.size(), written.size());
        for (int i = 0; i < exact.size(); i++) {
            assertEquals(exact.get(i), written.get(i), 1e-11 * exact.get(i));
        }
    }
}
