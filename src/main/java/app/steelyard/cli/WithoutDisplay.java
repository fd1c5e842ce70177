package app.steelyard.cli;

import app.steelyard.app.plan.PlanSource;
import app.steelyard.app.report.PlanReport;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.ExitCodes;
import app.steelyard.cost.Comparison;
import app.steelyard.document.PlanFile;
import app.steelyard.plan.Plan;
import app.steelyard.pricing.profile.PriceBookLoader;
import app.steelyard.report.Edition;
import app.steelyard.report.PaperSize;
import app.steelyard.report.Sheet;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;

/** What there is to see without a window: a report of the plan that was to be opened, or of a sample. */
public final class WithoutDisplay {
    private static final String SAMPLE = "banking-copilot";

    private WithoutDisplay() {}

    /**
     * Says that there is no display and writes a report into the folder.
     *
     * @param arguments the plan to be opened, or nothing
     * @return the exit code
     */
    public static int run(PrintStream out, PrintStream err, Path current, String... arguments) {
        String help = Console.TEXTS.get(isCheckout(current) ? "display.help.checkout" : "display.help");
        out.println(Console.TEXTS.get("display.none", help));
        return Cli.guarded(err, () -> false, () -> {
            boolean sample = arguments.length == 0;
            Plan plan = sample
                    ? PlanSource.sample(SAMPLE)
                    : PlanFile.open(PlanSource.path(arguments[0])).plan();
            String name = sample ? "steelyard-sample-report" : PlanSource.shortName(arguments[0]);
            Console console = new Console(out, err, PriceBookLoader::load, false);
            Comparison comparison = Comparison.of(plan, console.book(plan));
            Path folder = sample ? folder(current) : current;
            PlanReport report = PlanReport.of(comparison, console.book(), LocalDate.now(ZoneId.systemDefault()));
            Path pdf = folder.resolve(name + ".pdf");
            Path csv = folder.resolve(name + ".csv");
            report.pdf(pdf, Sheet.of(PaperSize.A4, Edition.WHOLE), Edition.WHOLE);
            report.csv(csv);
            out.println(pdf);
            out.println(csv);
            return ExitCodes.DONE;
        });
    }

    /** A checkout keeps what is made apart from what is written. */
    private static Path folder(Path current) throws IOException {
        return isCheckout(current) ? Files.createDirectories(current.resolve("target")) : current;
    }

    /** Where the command is not installed but built. */
    private static boolean isCheckout(Path current) {
        return Files.exists(current.resolve("pom.xml"))
                && Files.isDirectory(current.resolve("src/main/java/app/steelyard"));
    }
}
