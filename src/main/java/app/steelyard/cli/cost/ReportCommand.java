package app.steelyard.cli.cost;

import app.steelyard.app.plan.PlanSource;
import app.steelyard.app.report.PlanReport;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.ExitCodes;
import app.steelyard.cli.terminal.PlanCommand;
import app.steelyard.cli.terminal.Roles;
import app.steelyard.cost.Comparison;
import app.steelyard.plan.Plan;
import app.steelyard.report.Edition;
import app.steelyard.report.PaperSize;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes a plan's report. */
@Command(name = "report")
public final class ReportCommand extends PlanCommand {
    @Option(names = "--pdf", paramLabel = "FILE")
    private @Nullable Path pdf;

    @Option(names = "--csv", paramLabel = "FILE")
    private @Nullable Path csv;

    @Option(names = "--paper", paramLabel = "SIZE", defaultValue = "a4")
    private PaperSize paper = PaperSize.A4;

    @Option(names = "--edition", paramLabel = "EDITION", defaultValue = "whole")
    private Edition edition = Edition.WHOLE;

    public ReportCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        Plan read = read();
        Comparison comparison = Comparison.of(read, console.book(read));
        PlanReport report = PlanReport.of(comparison, console.book(), LocalDate.now(ZoneId.systemDefault()));
        boolean board = edition == Edition.BOARD;
        boolean both = pdf == null && csv == null;
        Path toPdf = both ? Path.of(PlanSource.shortName(named()) + ".pdf") : pdf;
        Path toCsv = both && !board ? Path.of(PlanSource.shortName(named()) + ".csv") : csv;
        Roles.apart(Collections.singletonList(PlanSource.file(named())), Arrays.asList(toPdf, toCsv));
        if (toPdf != null) {
            report.pdf(toPdf, paper, edition);
            console.out().println(toPdf);
        }
        if (toCsv != null) {
            report.csv(toCsv);
            console.out().println(toCsv);
        }
        return ExitCodes.DONE;
    }
}
