package app.steelyard.cli.decide;

import app.steelyard.app.check.MeasuredTruth;
import app.steelyard.app.decide.DecisionSource;
import app.steelyard.app.plan.Example;
import app.steelyard.app.plan.PlanSource;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.ConsoleCommand;
import app.steelyard.cli.terminal.TextTable;
import app.steelyard.document.AnswersCodec;
import app.steelyard.document.PlanCodec;
import app.steelyard.document.SampleAnswers;
import app.steelyard.document.Samples;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists the sample plans with what they teach and what was measured of their systems, or prints one. */
@Command(name = "samples")
public final class SamplesCommand extends ConsoleCommand {
    @Parameters(arity = "0..1", paramLabel = "NAME", descriptionKey = "NAME")
    private @Nullable String name;

    public SamplesCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        String sample = name;
        if (sample != null) {
            return print(DecisionSource.sampleNamed(sample)
                    .map(id -> AnswersCodec.write(DecisionSource.sampleAnswers(id)))
                    .orElseGet(() -> PlanCodec.write(PlanSource.sample(sample))));
        }
        TextTable table = new TextTable(2);
        Map<String, MeasuredTruth> published = MeasuredTruth.all();
        for (String id : Samples.IDS) {
            table.row(id, PlanSource.sample(id).name());
            table.row("", Example.teaches(id));
            MeasuredTruth measured = published.get(id);
            if (measured != null) {
                table.row("", measured.there());
                table.row("", measured.here());
            }
        }
        for (String id : SampleAnswers.IDS) {
            table.row(DecisionSource.ofSample(id), Console.TEXTS.get("samples.answers", id));
        }
        return print(table.text());
    }
}
