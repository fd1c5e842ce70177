package app.steelyard.app.usage;

import app.steelyard.text.Problem;
import app.steelyard.usage.figures.FileReport;
import app.steelyard.usage.log.LogSample;
import app.steelyard.usage.row.UsageFinding;
import java.util.List;
import java.util.stream.Stream;

/**
 * What became of the files read last.
 *
 * @param after the last source that was there before
 * @param findings what this import brought up
 * @param rejected rows that could not be counted, the first of them
 * @param unreadable how many there are
 * @param tables that nobody knows or that were read by the names of their columns, for a person to point at them
 */
public record ImportOutcome(
        int after,
        List<FileReport> files,
        List<UsageFinding> findings,
        List<Problem> rejected,
        long unreadable,
        List<LogSample> tables) {
    /** The same with more findings, told first. */
    public ImportOutcome withFindings(List<UsageFinding> more) {
        return new ImportOutcome(
                after, files, Stream.concat(more.stream(), findings.stream()).toList(), rejected, unreadable, tables);
    }

    public ImportOutcome {
        files = List.copyOf(files);
        findings = List.copyOf(findings);
        rejected = List.copyOf(rejected);
        tables = List.copyOf(tables);
    }
}
