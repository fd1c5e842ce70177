package app.steelyard.cli.chart;

import app.steelyard.app.chart.ChartFile;
import app.steelyard.app.chart.PlanMaterial;
import app.steelyard.app.chart.UsageMaterial;
import app.steelyard.app.plan.PlanSource;
import app.steelyard.chart.ChartSpec;
import app.steelyard.chart.catalog.CatalogueChart;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.ConsoleCommand;
import app.steelyard.cli.terminal.ExitCodes;
import app.steelyard.cli.terminal.Roles;
import app.steelyard.cli.terminal.TextTable;
import app.steelyard.cli.usage.UsageFiles;
import app.steelyard.plan.Plan;
import app.steelyard.text.Refusal;
import app.steelyard.usage.figures.Reconciliation;
import app.steelyard.usage.ledger.LookedAt;
import app.steelyard.usage.ledger.UsageFigures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the charts there are, or draws one of a plan or of usage. */
@Command(name = "charts")
public final class ChartsCommand extends ConsoleCommand {
    @Mixin
    private UsageFiles usage = new UsageFiles();

    @Option(names = "--draw", paramLabel = "CHART")
    private @Nullable String draw;

    @Option(names = "--plan", paramLabel = "PLAN")
    private @Nullable String plan;

    @Option(names = "--svg", paramLabel = "SVG")
    private @Nullable Path svg;

    @Option(names = "--csv", paramLabel = "CSV")
    private @Nullable Path csv;

    public ChartsCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        if (draw == null) {
            TextTable table = new TextTable(3);
            for (CatalogueChart chart : CatalogueChart.values()) {
                table.row(chart.id(), chart.needs().title(), chart.title());
            }
            return print(table.text());
        }
        List<@Nullable Path> inputs = new ArrayList<>(usage.files());
        inputs.addAll(Arrays.asList(usage.ledger(), usage.mapping(), plan == null ? null : PlanSource.file(plan)));
        Roles.apart(inputs, Arrays.asList(svg, csv));
        String id = draw;
        write(made(CatalogueChart.byId(id)
                .orElseThrow(() -> new Refusal(Console.TEXTS.get(
                        "charts.unknown",
                        id,
                        Stream.of(CatalogueChart.values())
                                .map(CatalogueChart::id)
                                .collect(Collectors.joining(", ")))))));
        return ExitCodes.DONE;
    }

    private ChartSpec made(CatalogueChart chart) throws Exception {
        if (plan != null) {
            Plan read = PlanSource.read(plan);
            return chart.of(new PlanMaterial(read, console.book(read)));
        }
        if (usage.files().isEmpty() && usage.ledger() == null) {
            throw new Refusal(Console.TEXTS.get(
                    "charts.ofNothing", chart.id(), chart.needs().title()));
        }
        return usage.with(
                console,
                ledger -> chart.of(new UsageMaterial(UsageFigures.of(
                        ledger, ledger.view(), LookedAt.ALL, Reconciliation.TOLERANCE, console.book()))));
    }

    /** Files that are asked for; without any, the answer and the numbers drawn are printed. */
    private void write(ChartSpec chart) {
        if (svg == null && csv == null) {
            console.out().println(chart.summary());
            console.out().println();
            console.out().print(chart.table().csv());
        }
        if (svg != null) {
            ChartFile.write(svg, ChartFile.svg(chart));
            console.out().println(svg);
        }
        if (csv != null) {
            ChartFile.write(csv, chart.table().csv());
            console.out().println(csv);
        }
    }
}
