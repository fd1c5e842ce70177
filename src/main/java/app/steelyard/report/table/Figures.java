package app.steelyard.report.table;

import app.steelyard.text.Money;

/** How figures stand in the report's tables. */
final class Figures {
    private Figures() {}

    /** Money without the sign of its currency, which the table names; a dash where there is none. */
    static String amount(Money money) {
        return Double.isFinite(money.value()) ? money.digits() : ReportTable.NONE;
    }
}
