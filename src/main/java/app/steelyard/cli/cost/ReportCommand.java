package app.steelyard.cli.cost;

import app.steelyard.cli.terminal.Arguments;
import app.steelyard.cli.terminal.BadInput;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.ExitCodes;
import app.steelyard.cli.terminal.Plans;
import app.steelyard.cost.Comparison;
import app.steelyard.document.PlanFile;
import app.steelyard.plan.Plan;
import app.steelyard.report.PaperSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a plan's report. */
@Command(name = "report", resourceBundle = "app.steelyard.cli.messages", mixinStandardHelpOptions = true)
public final class ReportCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "PLAN", descriptionKey = "PLAN")
    private String plan = "";

    @Option(names = "--pdf", paramLabel = "FILE")
    private @Nullable Path pdf;

    @Option(names = "--csv", paramLabel = "FILE")
    private @Nullable Path csv;

    @Option(names = "--paper", paramLabel = "SIZE", defaultValue = "a4")
    private PaperSize paper = PaperSize.A4;

    @Option(names = "--as-of", paramLabel = "DATE", converter = Arguments.Day.class)
    private @Nullable LocalDate asOf;

    public ReportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Plan read = Plans.asOf(Plans.read(plan), asOf);
        Comparison comparison = Comparison.of(read, console.book(read));
        boolean both = pdf == null && csv == null;
        Path toPdf = both ? Path.of(name(plan) + ".pdf") : pdf;
        Path toCsv = both ? Path.of(name(plan) + ".csv") : csv;
        Path input = plan.startsWith(Plans.SAMPLE) ? null : Plans.path(plan);
        refuseSame(toPdf, toCsv);
        refuseSame(input, toPdf);
        refuseSame(input, toCsv);
        if (toPdf != null) {
            Reports.pdf(comparison, console.book(), toPdf, paper);
            console.out().println(toPdf);
        }
        if (toCsv != null) {
            Reports.csv(comparison, console.book(), toCsv);
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
            throw new BadInput(Console.TEXTS.get("report.same", one, other));
        }
    }

    /** The plan's file name without its ending, or the sample's. */
    public static String name(String plan) {
        if (plan.startsWith(Plans.SAMPLE)) {
            return plan.substring(Plans.SAMPLE.length());
        }
        String file = Objects.requireNonNullElse(Plans.path(plan).getFileName(), "plan")
                .toString();
        return file.endsWith(PlanFile.ENDING) ? file.substring(0, file.length() - PlanFile.ENDING.length()) : file;
    }
}
