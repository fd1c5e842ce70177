package app.steelyard.cli.prices;

import app.steelyard.cli.terminal.Arguments;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.ConsoleCommand;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.Quote;
import app.steelyard.pricing.RateCard;
import app.steelyard.pricing.catalogue.Catalogue;
import app.steelyard.pricing.catalogue.Resolution;
import app.steelyard.pricing.catalogue.Resolver;
import app.steelyard.text.Names;
import app.steelyard.text.Refusal;
import app.steelyard.text.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds the price of whatever a model is called, and says by which rule. */
@Command(name = "find")
public final class PricesFindCommand extends ConsoleCommand {
    private static final Texts TEXTS = Console.TEXTS;

    private final PriceRows rows = new PriceRows();

    @Parameters(paramLabel = "ID", descriptionKey = "ID")
    private String id = "";

    @Option(names = "--vendor", paramLabel = "VENDOR")
    private @Nullable String vendor;

    @Option(
            names = {"--day", "--as-of"},
            paramLabel = "DATE",
            descriptionKey = "day",
            converter = Arguments.Day.class)
    private @Nullable LocalDate asOf;

    public PricesFindCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        PriceBook book = console.book();
        LocalDate day = asOf == null ? LocalDate.now(ZoneId.systemDefault()) : asOf;
        if (id.isBlank()) {
            throw new Refusal(TEXTS.get("prices.find.blank"));
        }
        switch (new Resolver(book, Catalogue.shipped()).find(vendor, id)) {
            case Resolution.Found found -> found(found, book, day);
            case Resolution.Free free -> {
                rows.title(TEXTS.get("prices.find.free", id));
                rows.row("input", "0");
                rows.row("output", "0");
            }
            case Resolution.Sold sold -> {
                rows.title(TEXTS.get("prices.find.sold", id, sold.by().size()));
                sold.by().forEach(r -> rates(r, BigDecimal.ONE, false, book, day));
            }
            case Resolution.Ask ask ->
                throw new Refusal(TEXTS.get("prices.find.ask." + ask.reason().name(), id));
            case Resolution.Unknown unknown -> throw new Refusal(TEXTS.get("prices.find.unknown", id));
        }
        console.out().println(TEXTS.get("prices.asOf", day));
        return print(rows.text());
    }

    private void found(Resolution.Found found, PriceBook book, LocalDate day) {
        rows.title(TEXTS.get("prices.find.as", id, found.ref()));
        rows.row("rule", found.rules().stream().map(Names::of).collect(Collectors.joining(", ")));
        if (found.factor().compareTo(BigDecimal.ONE) != 0) {
            rows.row("factor", found.factor().stripTrailingZeros().toPlainString());
        }
        rates(found.ref(), found.factor(), found.tuned(), book, day);
    }

    private void rates(PriceRef ref, BigDecimal factor, boolean tuned, PriceBook book, LocalDate day) {
        for (ServiceTier tier : ServiceTier.values()) {
            Optional<Quote<RateCard>> quote = tuned ? book.tunedRates(ref, tier, day) : book.rates(ref, tier, day);
            quote.map(q -> new Quote<>(q.fact().times(factor), q.marks()))
                    .ifPresent(q -> rows.rates(
                            TEXTS.get(tuned ? "prices.find.tuned" : "prices.find.rates", ref, PriceRows.word(tier)),
                            q));
        }
    }
}
