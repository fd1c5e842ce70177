package app.steelyard.app.usage;

import app.steelyard.usage.figures.FileReport;
import app.steelyard.usage.figures.RejectedRow;
import app.steelyard.usage.log.LogSample;
import app.steelyard.usage.row.UsageFinding;
import java.util.List;

/**
 * What became of the files read last.
 *
 * @param findings what this import brought up
 * @param rejected rows that could not be counted, the first of them
 * @param unreadable how many there are
 * @param tables that nobody knows or that were read by the names of their columns, for a person to point at them
 */
public record ImportOutcome(
        List<FileReport> files,
        List<UsageFinding> findings,
        List<RejectedRow> rejected,
        long unreadable,
        List<LogSample> tables) {
    public ImportOutcome {
        files = List.copyOf(files);
        findings = List.copyOf(findings);
        rejected = List.copyOf(rejected);
        tables = List.copyOf(tables);
    }
}
