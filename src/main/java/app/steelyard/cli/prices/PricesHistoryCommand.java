package app.steelyard.cli.prices;

import app.steelyard.app.prices.PriceHistory;
import app.steelyard.app.prices.PriceWords;
import app.steelyard.cli.terminal.Arguments;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.ConsoleCommand;
import app.steelyard.cli.terminal.TextTable;
import app.steelyard.json.JsonText;
import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.Quote;
import app.steelyard.pricing.RateCard;
import app.steelyard.pricing.catalogue.KeptPrices;
import app.steelyard.text.Names;
import app.steelyard.text.Texts;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** Tells what a model cost over time, and where each price is known from. */
@Command(name = "history")
public final class PricesHistoryCommand extends ConsoleCommand {
    private static final Texts TEXTS = Console.TEXTS;

    @Parameters(paramLabel = "MODEL", descriptionKey = "MODEL")
    private String model = "";

    @Option(names = "--vendor", paramLabel = "VENDOR")
    private @Nullable String vendor;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private Arguments.PlainFormat format = Arguments.PlainFormat.text;

    public PricesHistoryCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        PriceBook book = console.book();
        PriceRef ref = NamedModel.of(vendor, model, book);
        List<PriceHistory> tiers = PriceHistory.of(ref, book);
        return print(format, () -> text(ref, tiers), () -> json(ref, tiers));
    }

    private static String text(PriceRef ref, List<PriceHistory> tiers) {
        TextTable table = new TextTable(2);
        table.row(
                TEXTS.get("prices.column.tier"),
                TEXTS.get("prices.valid"),
                TEXTS.get("prices.column.input"),
                TEXTS.get("prices.column.cachedRead"),
                TEXTS.get("prices.column.output"),
                TEXTS.get("prices.column.currency"),
                TEXTS.get("prices.source"));
        for (PriceHistory tier : tiers) {
            for (Quote<RateCard> quote : tier.periods()) {
                RateCard card = quote.fact();
                List<String> prices = PriceWords.each(card);
                table.row(
                        Names.word(tier.tier()),
                        PricesAddCommand.valid(card),
                        prices.get(0),
                        prices.get(1),
                        prices.get(2),
                        card.currency().code(),
                        origin(quote));
            }
        }
        return TEXTS.get("prices.history.title", ref) + "\n\n" + table.text();
    }

    private static String origin(Quote<RateCard> quote) {
        String source = DifferenceText.source(quote.fact());
        return quote.marks().isEmpty()
                ? source
                : source + " ("
                        + quote.marks().stream().sorted().map(Names::word).collect(Collectors.joining(", ")) + ")";
    }

    private static String json(PriceRef ref, List<PriceHistory> tiers) {
        ObjectNode root = JsonText.object();
        root.put("format", 1);
        root.put("model", ref.toString());
        JsonText.each(
                root,
                "prices",
                tiers.stream().flatMap(t -> t.periods().stream()).toList(),
                (node, quote) -> {
                    RateCard card = quote.fact();
                    node.put("tier", Names.word(card.tier()));
                    if (!card.validity().from().equals(KeptPrices.ALWAYS)) {
                        node.put("from", card.validity().from().toString());
                    }
                    if (card.validity().to() != null) {
                        node.put("to", String.valueOf(card.validity().to()));
                    }
                    DifferenceJson.card(node, card);
                    JsonText.texts(
                            node,
                            "marks",
                            quote.marks().stream().sorted().map(Names::word).toList());
                });
        return JsonText.write(root);
    }
}
