package app.steelyard.cli.cost;

import app.steelyard.cli.terminal.Arguments;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.PlanCommand;
import app.steelyard.plan.Plan;
import app.steelyard.report.ModelLine;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Weighs a plan on every model that has a price. */
@Command(name = "models")
public final class ModelsCommand extends PlanCommand {
    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private Arguments.Format format = Arguments.Format.text;

    public ModelsCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        Plan plan = read();
        List<ModelLine> models = ModelLine.all(plan, console.book(plan));
        return print(
                switch (format) {
                    case text -> ModelsTable.text(plan, models);
                    case json -> ModelsTable.json(plan, models);
                    case csv -> ModelsTable.csv(plan, models);
                });
    }
}
