package app.steelyard.usage.format.vendor;

import app.steelyard.usage.input.TableRow;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.TimeSpan;

/**
 * The cost CSV that OpenAI's dashboard exports: an amount a bucket, line item and project. Since 2026 there are columns
 * of quantities and keys as well. A day without cost is a row without an amount. Source: exports seen; OpenAI publishes
 * no description.
 */
public final class OpenAiCostCsv {
    private static final String AMOUNT = "amount_value";

    public static final Format FORMAT = new Format.OfTable(
            "openai-cost-csv",
            Format.Kind.BILL,
            head -> {
                if (!head.has(AMOUNT, "amount_currency") || !head.has("start_time") && !head.has("start_time_iso")) {
                    return null;
                }
                return head.has("quantity") ? "openai-cost-csv" : "openai-cost-csv.2025";
            },
            OpenAiCostCsv::read);

    private OpenAiCostCsv() {}

    private static void read(TableRow row, RowSink rows) throws RowProblem {
        TimeSpan bucket = OpenAiRow.bucket(row::get);
        if (row.get(AMOUNT) == null && row.get("line_item") == null) {
            rows.empty(bucket);
        } else {
            rows.accept(OpenAiLineItem.entry(row::get, bucket));
        }
    }
}
