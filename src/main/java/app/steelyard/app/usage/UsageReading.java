package app.steelyard.app.usage;

import app.steelyard.usage.figures.FileReport;
import app.steelyard.usage.figures.LedgerView;
import app.steelyard.usage.ledger.Ledger;
import app.steelyard.usage.log.LogMapping;
import app.steelyard.usage.log.LogSample;
import app.steelyard.usage.log.ReadingChoice;
import app.steelyard.usage.row.UsageFinding;
import app.steelyard.usage.store.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads files into a ledger that is kept, so that what nobody recognised can be pointed at. */
public final class UsageReading {
    private UsageReading() {}

    /**
     * Reads them.
     *
     * @param instead sources that they take the place of; these stay if it is stopped
     * @param mappings what people said of the columns of tables
     * @return what became of them; empty where it was stopped, and the ledger then is as it was
     */
    public static Optional<ImportOutcome> read(
            Ledger ledger, List<Path> files, Set<Integer> instead, List<LogMapping> mappings, Progress progress) {
        LedgerView before = ledger.view();
        if (!ledger.replace(instead, files, new ReadingChoice(null, false, mappings), progress)) {
            return Optional.empty();
        }
        LedgerView added = ledger.since(before);
        List<FileReport> reports = added.files();
        Set<String> logs = names(reports, FileReport::isLog);
        Set<String> tables = names(reports, f -> f.kind() == null || f.isLog());
        // What was not recognised is told once; it is no source of anything.
        reports.stream().filter(f -> f.kind() == null).forEach(f -> ledger.remove(f.source()));
        List<LogSample> samples = tables.isEmpty()
                ? List.of()
                : LogSample.of(files, tables).stream()
                        .map(s -> logs.contains(s.name()) ? s.read() : s)
                        .toList();
        return Optional.of(new ImportOutcome(
                before.lastSource(),
                reports,
                unsaid(added.findings(), samples),
                added.rejected(),
                reports.stream().mapToLong(FileReport::unreadable).sum(),
                samples));
    }

    private static Set<String> names(List<FileReport> reports, Predicate<FileReport> which) {
        return reports.stream().filter(which).map(FileReport::file).collect(Collectors.toSet());
    }

    /** What is said where a table can be pointed at need not be said twice, and the guess is shown there. */
    private static List<UsageFinding> unsaid(List<UsageFinding> findings, List<LogSample> samples) {
        Set<String> offered = samples.stream()
                .filter(s -> !s.isRead())
                .flatMap(s -> Stream.concat(Stream.of(s.problem()), s.guess().sentence(s.name()).stream()))
                .collect(Collectors.toSet());
        return findings.stream().filter(f -> !offered.contains(f.text())).toList();
    }
}
