package app.steelyard.cli.whatif;

import app.steelyard.app.plan.PlanSource;
import app.steelyard.cli.terminal.Arguments;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.ExitCodes;
import app.steelyard.cli.terminal.Fields;
import app.steelyard.cost.Comparison;
import app.steelyard.json.JsonText;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanNumber;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.NumberReader;
import app.steelyard.whatif.search.Goal;
import app.steelyard.whatif.search.GoalAnswer;
import app.steelyard.whatif.search.GoalSeek;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds the value of a number for which a result comes to what is wanted. */
@Command(name = "solve", resourceBundle = "app.steelyard.cli.messages", mixinStandardHelpOptions = true)
public final class SolveCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "PLAN", descriptionKey = "PLAN")
    private String plan = "";

    @Option(names = "--for", paramLabel = "F", required = true)
    private String field = "";

    @Option(names = "--so-that", paramLabel = "AIM", required = true)
    private String goal = "";

    @Option(names = "--as-of", paramLabel = "DATE", converter = Arguments.Day.class)
    private @Nullable LocalDate asOf;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private Arguments.PlainFormat format = Arguments.PlainFormat.text;

    public SolveCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Plan read = PlanSource.asOf(PlanSource.read(plan), asOf);
        Goal wanted = wanted(read);
        PlanNumber number = Fields.of(read, field);
        PriceBook book = console.book(read);
        GoalAnswer answer = GoalSeek.solve(read, book, number, wanted, () -> false);
        Solved solved = new Solved(number, wanted, Comparison.of(read, book), answer);
        console.out()
                .print(
                        switch (format) {
                            case text -> solved.text();
                            case json -> JsonText.write(solved.json());
                        });
        return ExitCodes.DONE;
    }

    /** Read once the plan is known, since a sum of money is one in its currency. */
    private Goal wanted(Plan read) {
        try {
            return Goal.parse(goal, NumberReader.plain(read.finance().currency()));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(), Console.TEXTS.get("argument.goal", String.valueOf(e.getMessage())), e);
        }
    }
}
