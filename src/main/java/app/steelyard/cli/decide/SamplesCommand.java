package app.steelyard.cli.decide;

import app.steelyard.app.decide.DecisionSource;
import app.steelyard.app.plan.PlanSource;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.ExitCodes;
import app.steelyard.cli.terminal.TextTable;
import app.steelyard.document.AnswersCodec;
import app.steelyard.document.PlanCodec;
import app.steelyard.document.SampleAnswers;
import app.steelyard.document.Samples;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists the sample plans, or prints one. */
@Command(name = "samples", resourceBundle = "app.steelyard.cli.messages", mixinStandardHelpOptions = true)
public final class SamplesCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(arity = "0..1", paramLabel = "NAME", descriptionKey = "NAME")
    private @Nullable String name;

    public SamplesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        String sample = name;
        if (sample != null) {
            console.out()
                    .print(DecisionSource.sampleNamed(sample)
                            .map(id -> AnswersCodec.write(DecisionSource.sampleAnswers(id)))
                            .orElseGet(() -> PlanCodec.write(PlanSource.sample(sample))));
            return ExitCodes.DONE;
        }
        TextTable table = new TextTable(2);
        for (String id : Samples.IDS) {
            table.row(id, PlanSource.sample(id).name());
        }
        for (String id : SampleAnswers.IDS) {
            table.row(DecisionSource.ofSample(id), Console.TEXTS.get("samples.answers", id));
        }
        console.out().print(table.text());
        return ExitCodes.DONE;
    }
}
