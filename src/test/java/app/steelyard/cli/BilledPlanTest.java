package app.steelyard.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Schemas;
import app.steelyard.cli.terminal.ExitCodes;
import app.steelyard.document.PlanCodec;
import app.steelyard.document.Samples;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PriceRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A plan of which a third is served in other ways, with searches and tools: told in every output, and searched. */
class BilledPlanTest {
    @TempDir
    static Path folder;

    private static CliRun run(String... arguments) {
        return CliRun.in(folder, arguments);
    }

    private static Plan plan() {
        Plan plan = Samples.plan("support-bot").orElseThrow();
        plan = plan.withInference(plan.inference().withModel(PriceRef.parse("openai/gpt-6-sol")));
        return PlanField.HORIZON_MONTHS.with(plan, 1);
    }

    private static Plan billed() {
        Plan plan = PlanField.SERVED_REGIONAL.with(PlanField.SERVED_BATCH.with(plan(), 0.3), 0.1);
        plan = plan.withInference(
                plan.inference().withServed(plan.inference().served().withRegion("eu")));
        return PlanField.TOOL_CALL_PRICE.with(
                PlanField.TOOL_CALLS.with(PlanField.WEB_SEARCHES.with(plan, 0.1), 0.5), 4);
    }

    private static String written(String name, Plan plan) throws IOException {
        return Files.writeString(folder.resolve(name), PlanCodec.write(plan)).toString();
    }

    @Test
    void everyOutputTellsHowItIsServedAndWhatIsUsed() throws IOException {
        String file = written("billed.steelyard", billed());
        CliRun text = run("cost", file);
        assertEquals(ExitCodes.DONE, text.code(), text.err());
        assertTrue(text.out().contains("Standard (30 % batch, 10 % one region)"), text.out());
        String json = run("cost", file, "--format", "json").out();
        assertEquals(List.of(), Schemas.problems("cost.schema.json", json));
        JsonNode root = JsonMapper.shared().readTree(json);
        assertEquals(0.3, root.at("/served/batch").asDouble());
        JsonNode today = root.at("/architectures/0");
        double monthly = 0;
        double batch = 0;
        for (JsonNode line : today.path("lines")) {
            if (line.path("timing").asString().equals("monthly")) {
                monthly += line.path("amount").asDouble();
                batch += line.path("served").asString("").equals("batch")
                        ? line.path("amount").asDouble()
                        : 0;
            }
        }
        assertTrue(batch > 0, json);
        assertEquals(today.path("firstMonth").asDouble(), monthly, 1e-6 * monthly);
        String csv = run("cost", file, "--format", "csv").out();
        for (String said : List.of(
                "\"Uncached input, batch\"", "\"Output, one region\"", "Tool calls", "\"Searches, tools and fees\"")) {
            assertTrue(csv.contains(said), said);
        }
        Path report = folder.resolve("report.csv");
        assertEquals(
                ExitCodes.DONE, run("report", file, "--csv", report.toString()).code());
        String assumed = Files.readString(report);
        assertTrue(assumed.contains("inference.served.batch"), assumed);
        assertTrue(assumed.contains("traffic.fees.toolCallPrice"), assumed);
    }

    /** The plan says nothing of batch; what share of it saves a fifth is found all the same. */
    @Test
    void aShareThatThePlanLeavesOutIsSolvedFor() throws IOException {
        String file = written("plain.steelyard", plan());
        CliRun all = run("cost", file, "--format", "json");
        double usual = JsonMapper.shared()
                .readTree(all.out())
                .at("/architectures/0/firstMonth")
                .asDouble();
        CliRun solved =
                run("solve", file, "--for", PlanField.SERVED_BATCH.path(), "--so-that", "tco(today) = " + 0.8 * usual);
        assertEquals(ExitCodes.DONE, solved.code(), solved.err());
        // Batch costs half: 40 % of it saves a fifth.
        assertTrue(solved.out().contains("40 %"), solved.out());
    }
}
