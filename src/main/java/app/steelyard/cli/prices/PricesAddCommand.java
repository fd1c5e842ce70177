package app.steelyard.cli.prices;

import app.steelyard.app.plan.PlanSource;
import app.steelyard.app.prices.OwnPrices;
import app.steelyard.app.prices.PriceColumn;
import app.steelyard.app.prices.PriceEntry;
import app.steelyard.app.prices.PriceEntry.Added;
import app.steelyard.app.prices.PriceTable;
import app.steelyard.app.prices.PriceWords;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.ConsoleCommand;
import app.steelyard.cli.terminal.ExitCodes;
import app.steelyard.cli.terminal.TextTable;
import app.steelyard.document.PricesFolder;
import app.steelyard.pricing.RateCard;
import app.steelyard.pricing.Validity;
import app.steelyard.pricing.catalogue.KeptPrices;
import app.steelyard.pricing.catalogue.Resolution;
import app.steelyard.pricing.catalogue.Resolver;
import app.steelyard.text.Names;
import app.steelyard.text.NumberReader;
import app.steelyard.text.Problem;
import app.steelyard.text.Refusal;
import app.steelyard.text.Texts;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Adds prices of one's own: one by options, or a table of them. */
@Command(name = "add")
public final class PricesAddCommand extends ConsoleCommand {
    private static final Texts TEXTS = Console.TEXTS;
    private static final String STANDARD_INPUT = "-";

    private final OwnPrices own;
    private final InputStream in;

    @Parameters(arity = "0..1", paramLabel = "MODEL", descriptionKey = "MODEL")
    private @Nullable String model;

    @Option(names = "--table", paramLabel = "FILE")
    private @Nullable String table;

    @Option(names = "--vendor", paramLabel = "VENDOR")
    private String vendor = "";

    @Option(names = "--input", paramLabel = "PRICE")
    private String input = "";

    @Option(names = "--cached", paramLabel = "PRICE")
    private String cached = "";

    @Option(names = "--write", paramLabel = "PRICE")
    private String write = "";

    @Option(names = "--hour-write", paramLabel = "PRICE")
    private String hourWrite = "";

    @Option(names = "--output", paramLabel = "PRICE")
    private String output = "";

    @Option(names = "--per", paramLabel = "TOKENS", converter = Per.class)
    private BigDecimal per = BigDecimal.valueOf(1_000_000);

    @Option(names = "--tier", paramLabel = "TIER")
    private String tier = "";

    @Option(names = "--from", paramLabel = "DATE")
    private String from = "";

    @Option(names = "--until", paramLabel = "DATE")
    private String until = "";

    @Option(names = "--currency", paramLabel = "CODE")
    private String currency = "";

    @Option(names = "--cache-rules", paramLabel = "WORDS")
    private String cacheRules = "";

    @Option(names = "--source", paramLabel = "TEXT")
    private String source = "";

    @Option(names = "--remove")
    private boolean remove;

    /** Of how many tokens a price is, such as 1M. */
    static final class Per implements ITypeConverter<BigDecimal> {
        @Override
        public BigDecimal convert(String value) {
            try {
                BigDecimal tokens = NumberReader.plain().exact(value);
                if (tokens.stripTrailingZeros().unscaledValue().equals(BigInteger.ONE)) {
                    return tokens;
                }
                throw new TypeConversionException(TEXTS.get("prices.add.per", value));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }

    /**
     * @param folder where a person's prices are kept
     * @param in what is pasted
     */
    public PricesAddCommand(Console console, PricesFolder folder, InputStream in) {
        super(console);
        this.own = new OwnPrices(folder);
        this.in = in;
    }

    @Override
    public Integer call() {
        if (model == null && table == null) {
            throw wrong(TEXTS.get("prices.add.what"));
        }
        if (model != null && table != null) {
            throw wrong(TEXTS.get("prices.add.one"));
        }
        if (remove) {
            return remove();
        }
        PriceEntry entry = new PriceEntry(console.book(), LocalDate.now(ZoneId.systemDefault()));
        PriceTable read = model == null ? table(entry) : single(model, entry);
        read.problems().forEach(console.err()::println);
        own.add(read.rows());
        if (read.rows().isEmpty()) {
            return ExitCodes.BAD_INPUT;
        }
        return print(added(read.rows()));
    }

    private PriceTable single(String named, PriceEntry entry) {
        Map<PriceColumn, String> cells = said();
        cells.put(PriceColumn.MODEL, named);
        cells.put(PriceColumn.INPUT, input);
        cells.put(PriceColumn.CACHED, cached);
        cells.put(PriceColumn.WRITE, write);
        cells.put(PriceColumn.HOUR_WRITE, hourWrite);
        cells.put(PriceColumn.OUTPUT, output);
        PriceEntry.Reading reading = entry.read(cells, per);
        return new PriceTable(reading.added().stream().toList(), reading.problems());
    }

    private PriceTable table(PriceEntry entry) {
        PriceTable read = PriceTable.of(text(), said(), per, entry);
        String name = STANDARD_INPUT.equals(table) ? "" : String.valueOf(table);
        return new PriceTable(
                read.rows(),
                read.problems().stream()
                        .map(p -> p.line() == 0
                                ? Problem.ofFile(name, p.reason())
                                : new Problem(
                                        name.isEmpty() ? TEXTS.get("prices.add.pasted") : name,
                                        p.line(),
                                        0,
                                        p.pointer(),
                                        p.reason()))
                        .toList());
    }

    /** What holds of all rows that do not say otherwise. */
    private Map<PriceColumn, String> said() {
        Map<PriceColumn, String> said = new EnumMap<>(PriceColumn.class);
        said.put(PriceColumn.VENDOR, vendor);
        said.put(PriceColumn.TIER, tier);
        said.put(PriceColumn.FROM, from);
        said.put(PriceColumn.UNTIL, until);
        said.put(PriceColumn.CURRENCY, currency);
        said.put(PriceColumn.SOURCE, source);
        said.put(PriceColumn.CACHE, cacheRules);
        return said;
    }

    private String text() {
        return STANDARD_INPUT.equals(table)
                ? PriceTable.text(in)
                : PriceTable.text(PlanSource.path(String.valueOf(table)));
    }

    private int remove() {
        String named = String.valueOf(model);
        Resolution found = new Resolver(console.book()).find(vendor.isEmpty() ? null : vendor, named);
        int removed = found instanceof Resolution.Found f ? own.remove(f.ref()) : 0;
        if (removed == 0) {
            throw new Refusal(TEXTS.get("prices.add.nothing", named));
        }
        return print(TEXTS.get("prices.add.removed", removed, named) + "\n");
    }

    private static String added(List<Added> rows) {
        TextTable text = new TextTable(3);
        text.row(
                TEXTS.get("prices.column.ref"),
                TEXTS.get("prices.column.tier"),
                TEXTS.get("prices.valid"),
                TEXTS.get("prices.add.prices"));
        rows.forEach(a -> text.row(
                a.listed().ref().toString(),
                Names.word(a.listed().card().tier()),
                valid(a.listed().card()),
                a.listed().card().currency().code() + " "
                        + PriceWords.all(a.listed().card())));
        StringBuilder all = new StringBuilder(text.text());
        rows.forEach(a -> a.unlikely()
                .forEach(u -> all.append(
                                TEXTS.get("prices.add.unlikely", a.listed().ref(), u))
                        .append('\n')));
        return all.append(TEXTS.get("prices.add.done", rows.size()))
                .append('\n')
                .toString();
    }

    /** On which days a price holds, in words. */
    static String valid(RateCard card) {
        Validity days = card.validity();
        boolean always = days.from().equals(KeptPrices.ALWAYS);
        if (days.to() == null) {
            return always ? TEXTS.get("prices.always") : TEXTS.get("prices.from", days.from());
        }
        return always ? TEXTS.get("prices.before", days.to()) : TEXTS.get("prices.fromTo", days.from(), days.to());
    }
}
