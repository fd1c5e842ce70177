package app.steelyard.cli.decide;

import app.steelyard.cli.terminal.Arguments;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.ConsoleCommand;
import app.steelyard.cli.terminal.TextTable;
import app.steelyard.document.Preset;
import app.steelyard.document.Presets;
import app.steelyard.json.JsonText;
import app.steelyard.plan.ItemNumber;
import app.steelyard.plan.PlanField;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists the presets. */
@Command(name = "presets")
public final class PresetsCommand extends ConsoleCommand {
    private static final Texts TEXTS = Console.TEXTS;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private Arguments.PlainFormat format = Arguments.PlainFormat.text;

    public PresetsCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        List<Preset> all = Presets.shipped();
        return print(format, () -> text(all), () -> json(all));
    }

    private static String text(List<Preset> all) {
        TextTable table = new TextTable(1);
        table.row(
                TEXTS.get("presets.name"),
                TEXTS.get("presets.turns"),
                TEXTS.get("presets.gap"),
                TEXTS.get("presets.growth"));
        StringBuilder about = new StringBuilder();
        for (Preset preset : all) {
            table.row(
                    preset.id(),
                    of(preset, PlanField.TURNS)
                            .map(v -> Numbers.value(v.value()))
                            .orElse(""),
                    gap(preset),
                    Optional.ofNullable(preset.conversation().get(ItemNumber.Kind.PER_TURN))
                            .map(v -> Numbers.count(v.value()))
                            .orElse(TEXTS.get("presets.none")));
            about.append(TEXTS.get("presets.about", preset.id(), preset.what(), preset.basis()))
                    .append('\n');
        }
        return table.text() + "\n" + about + "\n" + TEXTS.get("presets.more") + "\n";
    }

    /** Where a person comes between, and where a tool does. */
    private static String gap(Preset preset) {
        Optional<String> person = gap(preset, PlanField.GAP_MEDIAN, PlanField.GAP_P95);
        Optional<String> tool = gap(preset, PlanField.TOOL_GAP_MEDIAN, PlanField.TOOL_GAP_P95);
        if (person.isPresent() && tool.isPresent()) {
            return TEXTS.get("presets.gap.both", person.get(), tool.get());
        }
        return person.or(() -> tool).orElse(TEXTS.get("presets.none"));
    }

    private static Optional<String> gap(Preset preset, PlanField median, PlanField p95) {
        return of(preset, median)
                .flatMap(m -> of(preset, p95)
                        .map(p -> TEXTS.get("presets.gap.one", Numbers.count(m.value()), Numbers.count(p.value()))));
    }

    private static Optional<Preset.Value> of(Preset preset, PlanField field) {
        return Optional.ofNullable(preset.traffic().get(field));
    }

    static String json(List<Preset> all) {
        ObjectNode root = JsonText.object();
        root.put("format", 1);
        JsonText.each(root, "presets", all, (node, preset) -> {
            node.put("id", preset.id());
            node.put("name", preset.name());
            node.put("what", preset.what());
            node.put("basis", preset.basis());
            ArrayNode numbers = node.putArray("numbers");
            preset.traffic().forEach((field, value) -> number(numbers, field.path(), value));
            preset.conversation()
                    .forEach((kind, value) -> number(numbers, new ItemNumber("conversation", kind).path(), value));
        });
        return JsonText.write(root);
    }

    private static void number(ArrayNode into, String path, Preset.Value value) {
        ObjectNode node = into.addObject();
        node.put("path", path);
        node.set("value", JsonText.number(value.value()));
        Optional.ofNullable(value.low()).ifPresent(low -> node.set("low", JsonText.number(low)));
        Optional.ofNullable(value.high()).ifPresent(high -> node.set("high", JsonText.number(high)));
        node.put("source", value.source());
    }
}
