package app.steelyard.cli.prices;

import app.steelyard.cli.terminal.Arguments;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.ConsoleCommand;
import app.steelyard.cli.terminal.TextTable;
import app.steelyard.json.JsonText;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.pricing.CacheWrite;
import app.steelyard.pricing.FeePrice;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.PriceMark;
import app.steelyard.pricing.Quote;
import app.steelyard.pricing.RateCard;
import app.steelyard.pricing.Service;
import app.steelyard.pricing.ServicePrice;
import app.steelyard.text.Names;
import app.steelyard.text.Refusal;
import app.steelyard.text.Texts;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** Lists the prices of a day: one row a model and service tier, or a service. */
@Command(name = "list")
public final class PricesListCommand extends ConsoleCommand {
    private static final Texts TEXTS = Console.TEXTS;
    private static final List<String> COLUMNS =
            List.of("ref", "kind", "tier", "input", "cachedRead", "cacheWrite", "output", "currency", "read", "marks");

    @Option(names = "--vendor", paramLabel = "VENDOR")
    private @Nullable String vendor;

    @Option(names = "--as-of", paramLabel = "DATE", converter = Arguments.Day.class)
    private @Nullable LocalDate asOf;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private Arguments.Format format = Arguments.Format.text;

    public PricesListCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        PriceBook book = console.book();
        if (vendor != null && book.profiles().stream().noneMatch(p -> p.vendor().equals(vendor))) {
            String vendors = book.profiles().stream()
                    .map(p -> p.vendor())
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining(", "));
            throw new Refusal(TEXTS.get("vendor.unknown", vendor, vendors));
        }
        LocalDate day = asOf == null ? LocalDate.now(ZoneId.systemDefault()) : asOf;
        List<List<String>> rows = rows(book, day);
        return print(
                switch (format) {
                    case text -> text(rows, day);
                    case json -> json(rows, day);
                    case csv -> csv(rows);
                });
    }

    private List<List<String>> rows(PriceBook book, LocalDate day) {
        List<List<String>> rows = new ArrayList<>();
        for (Model model : book.models()) {
            if (wanted(model.ref())) {
                for (ServiceTier tier : ServiceTier.values()) {
                    book.rates(model.ref(), tier, day).ifPresent(q -> rows.add(row(model.ref(), Names.word(tier), q)));
                }
                served(book, model.ref(), day).forEach(rows::add);
            }
        }
        for (Service service : book.services()) {
            if (wanted(service.ref())) {
                book.servicePrice(service.ref(), day).ifPresent(q -> rows.add(row(service, q)));
            }
        }
        book.profiles().stream()
                .flatMap(p -> p.fees().stream()
                        .filter(f -> f.validity().contains(day))
                        .map(f -> row(p.vendor(), f)))
                .filter(r -> vendor == null || r.getFirst().startsWith(vendor + "/"))
                .forEach(rows::add);
        return rows;
    }

    /** The standard prices as ways of serving make them. */
    private static List<List<String>> served(PriceBook book, PriceRef ref, LocalDate day) {
        return book.rates(ref, ServiceTier.STANDARD, day).stream()
                .flatMap(q -> book.surcharges(ref, day).stream()
                        .map(s -> row(
                                ref,
                                s.fact().place().isEmpty()
                                        ? Names.word(s.fact().modifier())
                                        : s.fact().place(),
                                new Quote<>(q.fact().times(s.fact().factor()), q.marks()))))
                .toList();
    }

    private static List<String> row(String vendor, FeePrice fee) {
        return List.of(
                vendor + "/" + Names.word(fee.fee())
                        + (fee.models().isEmpty() ? "" : " " + fee.models().getFirst() + "…"),
                "fee",
                Names.word(fee.per()),
                fee.price().value().toPlainString(),
                "",
                "",
                "",
                fee.price().currency().code(),
                fee.source().read().toString(),
                "");
    }

    private boolean wanted(PriceRef ref) {
        return vendor == null || ref.vendor().equals(vendor);
    }

    private static List<String> row(PriceRef ref, String tier, Quote<RateCard> quote) {
        RateCard card = quote.fact();
        return List.of(
                ref.toString(),
                "model",
                tier,
                card.prices().input().toPlainString(),
                plain(card.prices().cachedRead()),
                card.prices().cacheWrites().stream()
                        .map(CacheWrite::price)
                        .map(BigDecimal::toPlainString)
                        .collect(Collectors.joining(" / ")),
                plain(card.prices().output()),
                card.currency().code(),
                card.source().read().toString(),
                marks(quote.marks()));
    }

    private static List<String> row(Service service, Quote<ServicePrice> quote) {
        return List.of(
                service.ref().toString(),
                Names.word(service.type()),
                "",
                quote.fact().price().value().toPlainString(),
                "",
                "",
                "",
                quote.fact().price().currency().code(),
                quote.fact().source().read().toString(),
                marks(quote.marks()));
    }

    private static String plain(@Nullable BigDecimal value) {
        return value == null ? "" : value.toPlainString();
    }

    private static String marks(Set<PriceMark> marks) {
        return marks.stream().sorted().map(Names::word).collect(Collectors.joining(" "));
    }

    private static String text(List<List<String>> rows, LocalDate day) {
        TextTable table = new TextTable(3);
        table.row(COLUMNS.stream().map(c -> TEXTS.get("prices.column." + c)).toList());
        rows.forEach(table::row);
        return TEXTS.get("prices.asOf", day) + "\n\n" + table.text();
    }

    private static String json(List<List<String>> rows, LocalDate day) {
        ObjectNode root = JsonText.object();
        root.put("format", 1);
        root.put("asOf", day.toString());
        JsonText.each(root, "prices", rows, (node, row) -> {
            for (int i = 0; i < COLUMNS.size(); i++) {
                if (!row.get(i).isEmpty()) {
                    node.put(COLUMNS.get(i), row.get(i));
                }
            }
        });
        return JsonText.write(root);
    }

    private static String csv(List<List<String>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(COLUMNS);
            rows.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
