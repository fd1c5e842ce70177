package app.steelyard.report.csv;

import app.steelyard.chart.DataTable.Cell;
import app.steelyard.chart.DataTable.Figure;
import app.steelyard.chart.DataTable.Words;
import app.steelyard.cost.result.Evaluation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of the CSV report under construction; columns not set stay empty. */
final class CsvRow {
    /** The columns, in their order; the header is their name in small letters. */
    enum Column {
        SECTION,
        ARCHITECTURE,
        TODAY,
        FEASIBLE,
        MONTH,
        PERIOD_START,
        TIMING,
        DRIVER,
        LINE,
        ITEM,
        QUANTITY,
        UNIT,
        UNIT_PRICE,
        AMOUNT,
        TOTAL,
        CURRENCY,
        LIST_PRICE,
        LIST_CURRENCY,
        EXCHANGE_RATE,
        VALID_FROM,
        VALID_TO,
        READ,
        CONFIDENCE,
        MARKS,
        SOURCE,
        URL,
        NOTE
    }

    private final Map<Column, Cell> cells = new EnumMap<>(Column.class);

    CsvRow(String section) {
        set(Column.SECTION, section);
    }

    /** About an architecture. */
    static CsvRow of(String section, Evaluation evaluation) {
        CsvRow row = new CsvRow(section);
        if (evaluation instanceof Evaluation.Priced priced) {
            row.set(Column.FEASIBLE, Boolean.toString(priced.feasible()));
        }
        return row.set(Column.ARCHITECTURE, evaluation.architecture().name())
                .set(Column.TODAY, Boolean.toString(evaluation.architecture().today()));
    }

    CsvRow set(Column column, String words) {
        cells.put(column, new Words(words));
        return this;
    }

    CsvRow set(Column column, BigDecimal figure) {
        cells.put(column, new Figure(figure.toPlainString(), figure));
        return this;
    }

    List<Cell> cells() {
        List<Cell> row = new ArrayList<>();
        for (Column column : Column.values()) {
            row.add(cells.getOrDefault(column, new Words("")));
        }
        return row;
    }

    /** Null where there is no such value. */
    static @Nullable BigDecimal finite(double value, int decimals) {
        return Double.isFinite(value) ? new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP) : null;
    }

    /** Twelve significant digits: more than any quantity has. */
    static BigDecimal exact(double value) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(12)).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}
