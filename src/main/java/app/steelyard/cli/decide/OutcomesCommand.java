package app.steelyard.cli.decide;

import app.steelyard.cli.terminal.Arguments;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.ConsoleCommand;
import app.steelyard.cli.terminal.TextTable;
import app.steelyard.document.Preset;
import app.steelyard.document.Presets;
import app.steelyard.plan.PlanField;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the presets of success and failures. */
@Command(name = "outcomes")
public final class OutcomesCommand extends ConsoleCommand {
    private static final Texts TEXTS = Console.TEXTS;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private Arguments.PlainFormat format = Arguments.PlainFormat.text;

    public OutcomesCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        List<Preset> all = Presets.outcomes();
        return print(format, () -> text(all), () -> PresetsCommand.json(all));
    }

    private static String text(List<Preset> all) {
        TextTable table = new TextTable(1);
        table.row(
                TEXTS.get("presets.name"),
                TEXTS.get("outcomes.prompted"),
                TEXTS.get("outcomes.tuned"),
                TEXTS.get("outcomes.retrieved"),
                TEXTS.get("outcomes.weights"),
                TEXTS.get("outcomes.retry"),
                TEXTS.get("outcomes.failure"));
        StringBuilder about = new StringBuilder();
        for (Preset preset : all) {
            table.row(
                    preset.id(),
                    rate(preset, PlanField.SUCCESS_PROMPTED),
                    rate(preset, PlanField.SUCCESS_TUNED),
                    rate(preset, PlanField.SUCCESS_RETRIEVED),
                    rate(preset, PlanField.SUCCESS_IN_WEIGHTS),
                    rate(preset, PlanField.RETRY_SUCCESS),
                    of(preset, PlanField.FAILURE_COST, v -> TEXTS.get("outcomes.money", Numbers.value(v)))
                            .or(() -> of(
                                    preset,
                                    PlanField.FAILURE_MINUTES,
                                    v -> TEXTS.get("outcomes.work", Numbers.value(v))))
                            .orElse(TEXTS.get("presets.none")));
            about.append(TEXTS.get("presets.about", preset.id(), preset.what(), preset.basis()))
                    .append('\n');
        }
        return table.text() + "\n" + about + "\n" + TEXTS.get("presets.more") + "\n";
    }

    private static String rate(Preset preset, PlanField field) {
        return of(preset, field, Numbers::percent).orElse(TEXTS.get("presets.none"));
    }

    private static Optional<String> of(Preset preset, PlanField field, Function<Double, String> shown) {
        return Optional.ofNullable(preset.traffic().get(field)).map(v -> shown.apply(v.value()));
    }
}
