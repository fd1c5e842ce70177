package app.steelyard.report.table;

import app.steelyard.chart.Scale;
import app.steelyard.text.Numbers;

/** How figures stand in the report's tables. */
final class Figures {
    private Figures() {}

    /** Money without its sign; a dash where there is none. */
    static String amount(double value, String currency) {
        return Double.isFinite(value) ? signed(Numbers.amount(value, currency)) : ReportTable.NONE;
    }

    /** With a minus as wide as a figure. */
    static String signed(String number) {
        return number.replace('-', '−');
    }

    static String percent(double fraction) {
        return Scale.SHARE.exact(fraction);
    }
}
