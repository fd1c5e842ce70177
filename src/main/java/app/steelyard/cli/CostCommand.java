package app.steelyard.cli;

import app.steelyard.cost.Comparison;
import app.steelyard.cost.Repricing;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.Unlisted;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Weighs a plan. */
@Command(name = "cost", resourceBundle = "app.steelyard.cli.messages", mixinStandardHelpOptions = true)
final class CostCommand implements Callable<Integer> {
    private static final int SHOWN = 8;

    private final Console console;

    @Parameters(paramLabel = "PLAN", descriptionKey = "PLAN")
    private String plan = "";

    @Option(names = "--as-of", paramLabel = "DATE", converter = Arguments.Day.class)
    private @Nullable LocalDate asOf;

    @Option(names = "--model", paramLabel = "VENDOR/ID", converter = Arguments.Reference.class)
    private @Nullable PriceRef model;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private Arguments.Format format = Arguments.Format.text;

    CostCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Plan read = Plans.withModel(Plans.asOf(Plans.read(plan), asOf), model);
        if (model != null && console.book().model(model).isEmpty()) {
            throw new BadInput(unknown(model, console.book()));
        }
        PriceBook book = console.book(read);
        Comparison comparison = Comparison.of(read, book);
        Optional<Repricing> listed = Repricing.atListPrices(comparison, book);
        console.out()
                .print(
                        switch (format) {
                            case text -> CostText.of(comparison, listed);
                            case json -> CostJson.of(comparison, listed);
                            case csv -> Reports.csv(comparison, book);
                        });
        return ExitCodes.DONE;
    }

    /** That a model is not listed, what may have been meant, and some of those that are, its vendor's first. */
    static String unknown(PriceRef model, PriceBook book) {
        List<PriceRef> alike = Unlisted.model(model, book).alike();
        String shown = book.models().stream()
                .map(Model::ref)
                .sorted(Comparator.comparing(r -> !r.vendor().equals(model.vendor())))
                .limit(SHOWN)
                .map(PriceRef::toString)
                .collect(Collectors.joining(", "));
        return Console.TEXTS.get(
                alike.isEmpty() ? "model.unknown" : "model.unknown.alike",
                model,
                alike.stream().map(PriceRef::toString).collect(Collectors.joining(", ")),
                shown,
                Math.max(0, book.models().size() - SHOWN));
    }
}
