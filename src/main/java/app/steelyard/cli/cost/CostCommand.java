package app.steelyard.cli.cost;

import app.steelyard.app.plan.PlanSource;
import app.steelyard.app.plan.UnlistedModel;
import app.steelyard.app.report.PlanReport;
import app.steelyard.cli.terminal.Arguments;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.ExitCodes;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.Improvement;
import app.steelyard.cost.explain.Repricing;
import app.steelyard.plan.Caching;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.PriceBook;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Weighs a plan. */
@Command(name = "cost", resourceBundle = "app.steelyard.cli.messages", mixinStandardHelpOptions = true)
public final class CostCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "PLAN", descriptionKey = "PLAN")
    private String plan = "";

    @Option(names = "--as-of", paramLabel = "DATE", converter = Arguments.Day.class)
    private @Nullable LocalDate asOf;

    @Option(names = "--model", paramLabel = "VENDOR/ID", converter = Arguments.Reference.class)
    private @Nullable PriceRef model;

    @Option(names = "--adopt")
    private boolean adopt;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private Arguments.Format format = Arguments.Format.text;

    public CostCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Plan stated = PlanSource.withModel(PlanSource.asOf(PlanSource.read(plan), asOf), model);
        Plan read = adopt ? stated.withCaching(stated.caching().withBehaviour(Caching.Behaviour.OBSERVED)) : stated;
        if (model != null && console.book().model(model).isEmpty()) {
            throw UnlistedModel.refused(model, console.book());
        }
        PriceBook book = console.book(read);
        Comparison comparison = Comparison.of(read, book);
        Optional<Repricing> listed = Repricing.atListPrices(comparison, book);
        console.out()
                .print(
                        switch (format) {
                            case text -> CostText.of(comparison, Improvement.of(comparison, book), listed);
                            case json -> CostJson.of(comparison, Improvement.of(comparison, book), listed);
                            case csv ->
                                PlanReport.of(comparison, book, LocalDate.now(ZoneId.systemDefault()))
                                        .csv();
                        });
        return ExitCodes.DONE;
    }
}
