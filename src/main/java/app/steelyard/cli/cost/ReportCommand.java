package app.steelyard.cli.cost;

import app.steelyard.app.plan.PlanSource;
import app.steelyard.app.report.PlanReport;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.ExitCodes;
import app.steelyard.cli.terminal.PlanCommand;
import app.steelyard.cost.Comparison;
import app.steelyard.plan.Plan;
import app.steelyard.report.Edition;
import app.steelyard.report.PaperSize;
import app.steelyard.text.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
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
        Path input = PlanSource.sampleNamed(named()).isPresent() ? null : PlanSource.path(named());
        refuseSame(toPdf, toCsv);
        refuseSame(input, toPdf);
        refuseSame(input, toCsv);
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

    /** One file cannot be two things: a report must not take the place of the plan, nor of its other half. */
    private static void refuseSame(@Nullable Path one, @Nullable Path other) throws IOException {
        if (one == null || other == null) {
            return;
        }
        boolean same =
                one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize())
                        || Files.isRegularFile(one) && Files.isRegularFile(other) && Files.isSameFile(one, other);
        if (same) {
            throw new Refusal(Console.TEXTS.get("report.same", one, other));
        }
    }
}
