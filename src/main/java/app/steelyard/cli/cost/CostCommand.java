package app.steelyard.cli.cost;

import app.steelyard.app.plan.PlanSource;
import app.steelyard.app.plan.UnlistedModel;
import app.steelyard.app.report.PlanReport;
import app.steelyard.cli.terminal.Arguments;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.PlanCommand;
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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Weighs a plan. */
@Command(name = "cost")
public final class CostCommand extends PlanCommand {
    @Option(names = "--model", paramLabel = "VENDOR/ID", converter = Arguments.Reference.class)
    private @Nullable PriceRef model;

    @Option(names = "--adopt")
    private boolean adopt;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private Arguments.Format format = Arguments.Format.text;

    public CostCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        Plan stated = PlanSource.withModel(read(), model);
        Plan read = adopt ? stated.withCaching(stated.caching().withBehaviour(Caching.Behaviour.OBSERVED)) : stated;
        if (model != null && console.book().model(model).isEmpty()) {
            throw UnlistedModel.refused(model, console.book());
        }
        PriceBook book = console.book(read);
        Comparison comparison = Comparison.of(read, book);
        Optional<Repricing> listed = Repricing.atListPrices(comparison, book);
        return print(
                switch (format) {
                    case text -> CostText.of(comparison, Improvement.of(comparison, book), listed);
                    case json -> CostJson.of(comparison, Improvement.of(comparison, book), listed);
                    case csv ->
                        PlanReport.of(comparison, book, LocalDate.now(ZoneId.systemDefault()))
                                .csv();
                });
    }
}
