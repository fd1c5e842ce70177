package app.steelyard.cli.prices;

import app.steelyard.app.prices.OwnPrices;
import app.steelyard.cli.terminal.Arguments;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.ConsoleCommand;
import app.steelyard.cli.terminal.ExitCodes;
import app.steelyard.document.PricesFolder;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.Quote;
import app.steelyard.pricing.RateCard;
import app.steelyard.pricing.catalogue.Resolution;
import app.steelyard.pricing.catalogue.Resolver;
import app.steelyard.text.Names;
import app.steelyard.text.Problem;
import app.steelyard.text.Refusal;
import app.steelyard.text.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
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

    private final OwnPrices own;

    @Parameters(arity = "1..*", paramLabel = "ID", descriptionKey = "ID")
    private List<String> ids = new ArrayList<>();

    @Option(names = "--vendor", paramLabel = "VENDOR")
    private @Nullable String vendor;

    @Option(
            names = {"--day", "--as-of"},
            paramLabel = "DATE",
            descriptionKey = "day",
            converter = Arguments.Day.class)
    private @Nullable LocalDate asOf;

    @Option(names = "--as", paramLabel = "MODEL")
    private @Nullable String as;

    @Option(names = "--forget")
    private boolean forget;

    /** @param folder where it is kept as what a name is priced */
    public PricesFindCommand(Console console, PricesFolder folder) {
        super(console);
        this.own = new OwnPrices(folder);
    }

    @Override
    public Integer call() {
        PriceBook book = console.book();
        LocalDate day = asOf == null ? LocalDate.now(ZoneId.systemDefault()) : asOf;
        if (ids.stream().anyMatch(String::isBlank)) {
            throw new Refusal(TEXTS.get("prices.find.blank"));
        }
        if (as != null) {
            PriceRef model = NamedModel.of(vendor, as, book);
            own.price(ids, model);
            return print(TEXTS.get("prices.find.kept", String.join(", ", ids), model) + "\n");
        }
        if (forget) {
            if (own.forget(ids) == 0) {
                throw new Refusal(TEXTS.get("prices.find.nothing", String.join(", ", ids)));
            }
            return print(TEXTS.get("prices.find.forgotten", String.join(", ", ids)) + "\n");
        }
        List<Problem> unpriced = new ArrayList<>();
        for (String id : ids) {
            try {
                find(id, book, day);
            } catch (Refusal e) {
                unpriced.addAll(e.problems());
            }
        }
        if (unpriced.size() < ids.size()) {
            console.out().println(TEXTS.get("prices.asOf", day));
            console.out().print(rows.text());
        }
        if (!unpriced.isEmpty()) {
            throw new Refusal(unpriced);
        }
        return ExitCodes.DONE;
    }

    private void find(String id, PriceBook book, LocalDate day) {
        switch (new Resolver(book).find(vendor, id)) {
            case Resolution.Found found -> found(id, found, book, day);
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
            case Resolution.Unknown unknown ->
                rows.service(
                        book.services().stream()
                                .filter(s -> s.ref().toString().equalsIgnoreCase(id)
                                        || s.ref().id().equalsIgnoreCase(id)
                                                && (vendor == null
                                                        || s.ref().vendor().equals(vendor)))
                                .findFirst()
                                .orElseThrow(() -> new Refusal(NamedModel.unknown(id, book))),
                        book,
                        day);
        }
    }

    private void found(String id, Resolution.Found found, PriceBook book, LocalDate day) {
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
