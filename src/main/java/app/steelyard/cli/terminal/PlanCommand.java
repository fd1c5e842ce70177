package app.steelyard.cli.terminal;

import app.steelyard.app.plan.LastRate;
import app.steelyard.app.plan.PlanSource;
import app.steelyard.app.plan.UnlistedModel;
import app.steelyard.document.Settings;
import app.steelyard.plan.Plan;
import app.steelyard.text.Currency;
import java.time.LocalDate;
import java.time.ZoneId;
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

    /** Says which rate was used last where the plan states none, for a person to put into it. */
    private void offerRate(Plan of) {
        if (!of.currency().equals(Currency.USD) && of.finance().exchangeRate() == null) {
            LastRate.of(of, new Settings(Settings.standardFile()), LocalDate.now(ZoneId.systemDefault()))
                    .ifPresent(last -> console.err().println(Console.TEXTS.get("rate.last", last.text())));
        }
    }

    /** The plan, at the prices of the day asked for. */
    protected final Plan read() {
        Plan read = PlanSource.asOf(PlanSource.read(plan), asOf);
        UnlistedModel.refuseOthers(plan, read, console::book);
        offerRate(read);
        return read;
    }
}
