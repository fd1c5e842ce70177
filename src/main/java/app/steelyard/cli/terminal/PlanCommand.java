package app.steelyard.cli.terminal;

import app.steelyard.app.plan.PlanSource;
import app.steelyard.plan.Plan;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command about one plan, at its own prices or at those of a day. */
public abstract class PlanCommand extends ConsoleCommand {
    @Parameters(index = "0", paramLabel = "PLAN", descriptionKey = "PLAN")
    private String plan = "";

    @Option(names = "--as-of", paramLabel = "DATE", converter = Arguments.Day.class)
    private @Nullable LocalDate asOf;

    protected PlanCommand(Console console) {
        super(console);
    }

    /** The plan as it was named. */
    protected final String named() {
        return plan;
    }

    /** The plan, at the prices of the day asked for. */
    protected final Plan read() {
        return PlanSource.asOf(PlanSource.read(plan), asOf);
    }
}
