package app.steelyard.report.csv;

import app.steelyard.cost.result.CapacityUse;
import app.steelyard.report.ReportModel;
import app.steelyard.report.RoundedMoney;
import app.steelyard.report.csv.CsvRow.Column;
import java.util.ArrayList;
import java.util.List;

/** The rows of what is bought in place of tokens. */
final class CapacityCsv {
    private CapacityCsv() {}

    /** One a figure of the first month; what does not exist has none. */
    static List<CsvRow> rows(ReportModel model) {
        List<CsvRow> rows = new ArrayList<>();
        for (RoundedMoney ledger : model.ledgers()) {
            CapacityUse use = ledger.evaluation().capacity();
            if (use != null) {
                use.figures().forEach((name, value) -> {
                    if (Double.isFinite(value)) {
                        rows.add(CsvRow.of("capacity", ledger.evaluation())
                                .set(Column.LINE, name)
                                .set(Column.TOTAL, CsvRow.exact(value)));
                    }
                });
            }
        }
        return rows;
    }
}
