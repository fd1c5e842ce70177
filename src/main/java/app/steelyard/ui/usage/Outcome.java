package app.steelyard.ui.usage;

import app.steelyard.usage.FileReport;
import app.steelyard.usage.LogSample;
import app.steelyard.usage.RejectedRow;
import app.steelyard.usage.format.Finding;
import java.util.List;

/**
 * What became of the files read last.
 *
 * @param findings what this import brought up
 * @param rejected rows that could not be counted, the first of them
 * @param unreadable how many there are
 * @param tables that nobody knows or that were read by the names of their columns, for a person to point at them
 */
record Outcome(
        List<FileReport> files,
        List<Finding> findings,
        List<RejectedRow> rejected,
        long unreadable,
        List<LogSample> tables) {
    Outcome {
        files = List.copyOf(files);
        findings = List.copyOf(findings);
        rejected = List.copyOf(rejected);
        tables = List.copyOf(tables);
    }
}
