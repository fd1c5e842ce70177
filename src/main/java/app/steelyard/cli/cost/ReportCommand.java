package app.steelyard.cli.cost;

import app.steelyard.app.decide.AnsweredPlan;
import app.steelyard.app.decide.DecisionSource;
import app.steelyard.app.plan.PlanSource;
import app.steelyard.app.report.PlanReport;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.ExitCodes;
import app.steelyard.cli.terminal.PlanCommand;
import app.steelyard.cli.terminal.Roles;
import app.steelyard.cost.Comparison;
import app.steelyard.decision.answers.Answers;
import app.steelyard.plan.Plan;
import app.steelyard.pricing.PriceBook;
import app.steelyard.report.Edition;
import app.steelyard.report.Orientation;
import app.steelyard.report.PaperSize;
import app.steelyard.report.Sheet;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
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

    @Option(names = "--orientation", paramLabel = "SIDE")
    private @Nullable Orientation orientation;

    @Option(names = "--answers", paramLabel = "ANSWERS")
    private @Nullable String answers;

    public ReportCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        Plan stated = read();
        PriceBook book = console.book(stated);
        Answers answered = answers == null ? Answers.NONE : answersOn(stated, answers, book);
        Plan read = AnsweredPlan.in(stated, answered);
        PlanReport report =
                PlanReport.of(Comparison.of(read, book), book, LocalDate.now(ZoneId.systemDefault()), answered);
        boolean board = edition == Edition.BOARD;
        boolean both = pdf == null && csv == null;
        Path toPdf = both ? Path.of(edition.named(PlanSource.shortName(named())) + ".pdf") : pdf;
        Path toCsv = both && !board ? Path.of(PlanSource.shortName(named()) + ".csv") : csv;
        Roles.apart(
                Arrays.asList(PlanSource.file(named()), answers == null ? null : DecisionSource.answersFile(answers)),
                Arrays.asList(toPdf, toCsv));
        if (toPdf != null) {
            Sheet usual = Sheet.of(paper, edition);
            report.pdf(toPdf, orientation == null ? usual : new Sheet(paper, orientation), edition);
            console.out().println(toPdf);
        }
        if (toCsv != null) {
            report.csv(toCsv);
            console.out().println(toCsv);
        }
        return ExitCodes.DONE;
    }

    /** Tells what does not fit, and goes on with the rest. */
    private Answers answersOn(Plan plan, String argument, PriceBook book) {
        DecisionSource.AnsweredOn answered = DecisionSource.answersOn(plan, named(), argument, book);
        answered.misfits().forEach(console.err()::println);
        return answered.answers();
    }
}
