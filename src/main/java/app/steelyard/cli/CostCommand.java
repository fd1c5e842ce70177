package app.steelyard.cli;

import app.steelyard.cost.Comparison;
import app.steelyard.cost.Repricing;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import java.time.LocalDate;
import java.util.Locale;
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
    private static final int SIMILAR = 8;

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
        PriceBook book = console.book();
        if (model != null && book.model(model).isEmpty()) {
            throw new BadInput(unknown(model, book));
        }
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

    static String unknown(PriceRef model, PriceBook book) {
        String wanted = model.id().toLowerCase(Locale.ROOT);
        String similar = book.models().stream()
                .map(Model::ref)
                .filter(r -> r.id().contains(wanted)
                        || wanted.contains(r.id())
                        || r.vendor().equals(model.vendor()))
                .limit(SIMILAR)
                .map(PriceRef::toString)
                .collect(Collectors.joining(", "));
        return similar.isEmpty()
                ? Console.TEXTS.get("model.unknown", model)
                : Console.TEXTS.get("model.unknown.similar", model, similar);
    }
}
