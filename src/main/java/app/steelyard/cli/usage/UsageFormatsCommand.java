package app.steelyard.cli.usage;

import app.steelyard.cli.terminal.Arguments;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.ConsoleCommand;
import app.steelyard.cli.terminal.TextTable;
import app.steelyard.json.JsonText;
import app.steelyard.text.Names;
import app.steelyard.usage.format.Formats;
import app.steelyard.usage.log.ReadingChoice;
import app.steelyard.usage.row.Format;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** Lists what files an import understands. */
@Command(name = "formats")
public final class UsageFormatsCommand extends ConsoleCommand {
    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private Arguments.PlainFormat format = Arguments.PlainFormat.text;

    public UsageFormatsCommand(Console console) {
        super(console);
    }

    private record Known(String id, String kind, String name) {}

    @Override
    public Integer call() {
        List<Known> known = new ArrayList<>(Formats.all().stream()
                .sorted(Comparator.comparing(Format::id))
                .map(f -> new Known(f.id(), word(f.kind()), Formats.name(f)))
                .toList());
        known.add(new Known(ReadingChoice.LOG, word(Format.Kind.BOTH), Console.TEXTS.get("usage.formats.log")));
        return print(format, () -> text(known), () -> json(known));
    }

    private static String text(List<Known> known) {
        TextTable table = new TextTable(3);
        table.row(
                Console.TEXTS.get("usage.formats.id"),
                Console.TEXTS.get("usage.formats.kind"),
                Console.TEXTS.get("usage.formats.name"));
        known.forEach(k -> table.row(k.id, Console.TEXTS.get("usage.formats." + k.kind), k.name));
        return table.text();
    }

    private static String json(List<Known> known) {
        ObjectNode root = JsonText.object();
        root.put("format", 1);
        JsonText.each(
                root,
                "formats",
                known,
                (node, k) -> node.put("id", k.id).put("tells", k.kind).put("name", k.name));
        return JsonText.write(root);
    }

    private static String word(Format.Kind kind) {
        return Names.word(kind);
    }
}
