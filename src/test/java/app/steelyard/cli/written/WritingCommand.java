package app.steelyard.cli.written;

import app.steelyard.document.PlanFile;
import app.steelyard.document.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A command that writes, as it is typed in a folder that has all it needs.
 *
 * @param name by which it is told of
 * @param before commands that make what is there before it
 * @param arguments of the command
 */
record WritingCommand(String name, List<List<String>> before, List<String> arguments) {
    private static final String PRICES = """
            [{"id": "house", "name": "House", "models": [
              {"id": "alpha", "match": {"equals": "alpha"},
               "prices": {"input_mtok": 2, "cache_read_mtok": 0.5, "output_mtok": 6}}]}]
            """;

    /** All that write into files or into what is kept between two runs. */
    static final List<WritingCommand> ALL = List.of(
            of("import-ledger", "import second.csv --ledger usage.ledger --into plan.steelyard --rejects refused.csv")
                    .after("import first.csv --ledger usage.ledger --into plan.steelyard --rejects refused.csv"),
            of("import-first", "import first.csv --ledger usage.ledger --out measured.steelyard"),
            of("report", "report plan.steelyard --pdf report.pdf --csv report.csv")
                    .after("report sample:caching --pdf report.pdf --csv report.csv"),
            of("charts", "charts --draw monthly-cost --plan plan.steelyard --svg chart.svg --csv chart.csv")
                    .after("charts --draw monthly-cost --plan sample:caching --svg chart.svg --csv chart.csv"),
            of("preset", "preset support-chat --into plan.steelyard"),
            of("new", "new fresh.steelyard --for support-chat --sessions 50k --turns 8"),
            of("prices-add", "prices add house/zeta --input 4 --output 20 --source contract")
                    .after("prices add house/eta --input 3 --output 9 --source contract"),
            of("prices-import", "prices import data.2026-09-01.json --accept all"),
            of("prices-undo", "prices import --undo").after("prices import data.2026-09-01.json --accept all"),
            of("discount", "prices discount anthropic 12%").after("prices discount openai 5%"),
            of("discount-plan", "prices discount --plan plan.steelyard anthropic 12%"),
            of("priced-as", "prices find house-model --as openai/gpt-4.1"));

    private static WritingCommand of(String name, String typed) {
        return new WritingCommand(name, List.of(), List.of(typed.split(" ")));
    }

    private WritingCommand after(String typed) {
        return new WritingCommand(name, List.of(List.of(typed.split(" "))), arguments);
    }

    /** Puts the files that commands read into {@code folder}. */
    static void inputs(Path folder) throws IOException {
        Files.createDirectories(folder);
        PlanFile.save(
                folder.resolve("plan.steelyard"), Samples.plan("support-bot").orElseThrow(), null);
        Files.writeString(folder.resolve("first.csv"), log("2026-08", 40));
        Files.writeString(folder.resolve("second.csv"), log("2026-09", 60) + "x,y,z,w,v\n");
        Files.writeString(folder.resolve("data.2026-09-01.json"), PRICES);
    }

    private static String log(String month, int requests) {
        StringBuilder rows = new StringBuilder("timestamp,model,prompt_tokens,cached_tokens,completion_tokens\n");
        for (int i = 0; i < requests; i++) {
            rows.append(month)
                    .append(i % 28 < 9 ? "-0" : "-")
                    .append(i % 28 + 1)
                    .append("T00:00:00Z,gpt-4.1,1000,400,")
                    .append(100 + i)
                    .append('\n');
        }
        return rows.toString();
    }
}
