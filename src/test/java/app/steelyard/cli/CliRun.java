package app.steelyard.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.steelyard.cli.terminal.ExitCodes;
import app.steelyard.pricing.profile.PriceBookLoader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Supplier;
import picocli.CommandLine.Help.Ansi;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a run of the command line came to. */
public record CliRun(int code, String out, String err) {
    /** At the packaged prices. */
    public static CliRun in(Path folder, String... arguments) {
        return with(() -> PriceBookLoader.load(folder.resolve("no-profiles")), arguments);
    }

    public static CliRun with(Supplier<PriceBookLoader.Loaded> prices, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Cli.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Ansi.OFF,
                prices,
                arguments);
        return new CliRun(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** What a run printed that went well. */
    public JsonNode json() {
        assertEquals(ExitCodes.DONE, code, err);
        return JsonMapper.shared().readTree(out);
    }
}
