package app.steelyard.cli.whatif;

import app.steelyard.cli.terminal.Arguments;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.Fields;
import app.steelyard.cli.terminal.PlanCommand;
import app.steelyard.cost.Comparison;
import app.steelyard.json.JsonText;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanNumber;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.NumberReader;
import app.steelyard.whatif.search.Goal;
import app.steelyard.whatif.search.GoalAnswer;
import app.steelyard.whatif.search.GoalSeek;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Finds the value of a number for which a result comes to what is wanted. */
@Command(name = "solve")
public final class SolveCommand extends PlanCommand {
    @Option(names = "--for", paramLabel = "F", required = true)
    private String field = "";

    @Option(names = "--so-that", paramLabel = "AIM", required = true)
    private String goal = "";

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private Arguments.PlainFormat format = Arguments.PlainFormat.text;

    public SolveCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        Plan read = read();
        Goal wanted = wanted(read);
        PlanNumber number = Fields.of(read, field);
        PriceBook book = console.book(read);
        GoalAnswer answer = GoalSeek.solve(read, book, number, wanted, () -> false);
        Solved solved = new Solved(number, wanted, Comparison.of(read, book), answer);
        return print(format, () -> solved.text(), () -> JsonText.write(solved.json()));
    }

    /** Read once the plan is known, since a sum of money is one in its currency. */
    private Goal wanted(Plan read) {
        try {
            return Goal.parse(goal, NumberReader.plain(read.finance().currency()));
        } catch (IllegalArgumentException e) {
            throw wrong(Console.TEXTS.get("argument.goal", String.valueOf(e.getMessage())));
        }
    }
}
