package app.steelyard.usage.format.vendor;

import app.steelyard.usage.input.TableRow;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.TimeSpan;
import java.util.Set;

/**
 * The usage CSV that OpenAI's dashboard exports: the fields of the Usage API with counts as floats, cached tokens inside
 * the input. A bucket without usage is a row with times only, and an export without any usage has no other columns.
 * Source: exports seen; OpenAI publishes no description.
 */
public final class OpenAiUsageCsv {
    private static final Set<String> TIMES =
            Set.of(OpenAiRow.START, OpenAiRow.END, OpenAiRow.START + "_iso", OpenAiRow.END + "_iso");

    public static final Format FORMAT = new Format.OfTable(
            "openai-usage-csv",
            Format.Kind.USAGE,
            head -> {
                if (head.columns().equals(TIMES)) {
                    return "openai-usage-csv.empty";
                }
                return head.has(OpenAiRow.REQUESTS) && (head.has(OpenAiRow.START) || head.has(OpenAiRow.INPUT))
                        ? "openai-usage-csv"
                        : null;
            },
            OpenAiUsageCsv::read);

    private OpenAiUsageCsv() {}

    private static void read(TableRow row, RowSink rows) throws RowProblem {
        TimeSpan bucket = OpenAiRow.bucket(row::get);
        if (TIMES.containsAll(row.filled())) {
            rows.empty(bucket);
        } else if (row.has(OpenAiRow.OUTPUT)) {
            rows.accept(OpenAiRow.read(row::get, bucket, rows));
        } else {
            // Embeddings and the like are exported with the same columns, but for this one.
            rows.leaveOut("usage without " + OpenAiRow.OUTPUT);
        }
    }
}
