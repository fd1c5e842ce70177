package app.steelyard.pricing.catalogue;

import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.pricing.CacheWrite;
import app.steelyard.pricing.Confidence;
import app.steelyard.pricing.LongContext;
import app.steelyard.pricing.RateCard;
import app.steelyard.pricing.Source;
import app.steelyard.pricing.TokenPrices;
import app.steelyard.pricing.Validity;
import app.steelyard.pricing.kind.KindPrices;
import app.steelyard.pricing.kind.TokenKind;
import app.steelyard.text.Currency;
import app.steelyard.text.Names;
import app.steelyard.text.Problem;
import app.steelyard.text.Texts;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Prices as a table: one row a price, per million tokens. The catalogue's are in dollars and of public sets; those that a
 * person keeps say their currency and their source beside.
 */
final class CatalogueCsv {
    private static final List<String> COLUMNS = List.of(
            "set",
            "read",
            "vendor",
            "id",
            "name",
            "window",
            "tier",
            "from",
            "to",
            "input",
            "cached",
            "write",
            "writeHour",
            "output",
            "above",
            "longInput",
            "longCached",
            "longWrite",
            "longWriteHour",
            "longOutput",
            "kinds",
            "longKinds",
            "aliases");
    /** Of a price, either side of its point. */
    private static final int MOST_DIGITS = 40;

    private static final String CURRENCY = "currency";
    private static final String SOURCE = "source";
    private static final String CACHE = "cache";
    /** Of prices that a person states; nothing is ever read there. */
    private static final URI NOWHERE = URI.create("");
    /** No id has one. */
    private static final String BETWEEN_ALIASES = " ";

    private static final Texts TEXTS = Texts.of(CatalogueCsv.class);

    private CatalogueCsv() {}

    static String write(List<Listed> prices) {
        return write(COLUMNS, prices.stream().map(CatalogueCsv::row).toList());
    }

    /** The same with what only prices have that a person keeps. */
    static String writeKept(List<Listed> prices) {
        return write(
                Stream.concat(COLUMNS.stream(), Stream.of(CURRENCY, SOURCE, CACHE))
                        .toList(),
                prices.stream()
                        .map(l -> Stream.concat(
                                        row(l).stream(),
                                        Stream.of(
                                                l.card().currency().code(),
                                                DataSet.find(l.card().source()).isPresent()
                                                        ? ""
                                                        : l.card().source().title(),
                                                l.cache() == null ? "" : CacheWords.of(l.cache())))
                                .toList())
                        .toList());
    }

    private static String write(List<String> columns, List<List<String>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(columns);
            rows.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<String> row(Listed l) {
        RateCard card = l.card();
        LongContext longer = card.longContext();
        List<String> row = new ArrayList<>(List.of(
                DataSet.find(card.source())
                        .map(s -> s.name().toLowerCase(Locale.ROOT))
                        .orElse(""),
                card.source().read().toString(),
                l.ref().vendor(),
                l.ref().id(),
                l.name().equals(l.ref().id()) ? "" : l.name(),
                text(l.contextWindow()),
                card.tier().name().toLowerCase(Locale.ROOT),
                card.validity().from().equals(Catalogue.ALWAYS)
                        ? ""
                        : text(card.validity().from()),
                text(card.validity().to())));
        prices(row, card.prices());
        row.add(longer == null ? "" : text(longer.above()));
        if (longer == null) {
            row.addAll(List.of("", "", "", "", ""));
        } else {
            prices(row, longer.prices());
        }
        row.add(kinds(card.prices()));
        row.add(longer == null ? "" : kinds(longer.prices()));
        row.add(String.join(BETWEEN_ALIASES, l.aliases()));
        return row;
    }

    private static void prices(List<String> row, TokenPrices prices) {
        row.add(text(prices.input()));
        row.add(text(prices.cachedRead()));
        row.add(text(prices.write(CacheWrite.USUAL).orElse(null)));
        row.add(text(prices.write(Catalogue.HOUR_WRITE).orElse(null)));
        row.add(text(prices.output()));
    }

    /** {@code audio-input=1}, one after the other. */
    private static String kinds(TokenPrices prices) {
        return prices.kinds().own().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(k -> Names.word(k.getKey()) + "=" + k.getValue().toPlainString())
                .collect(Collectors.joining(" "));
    }

    private static KindPrices kinds(String text) {
        Map<TokenKind, BigDecimal> own = new EnumMap<>(TokenKind.class);
        for (String kind : text.isEmpty() ? List.<String>of() : List.of(text.split(" ", -1))) {
            String[] sides = kind.split("=", 2);
            own.put(
                    TokenKind.valueOf(sides[0].replace('-', '_').toUpperCase(Locale.ROOT)),
                    number(sides.length < 2 ? "" : sides[1]));
        }
        return own.isEmpty() ? KindPrices.NONE : new KindPrices(own, Set.of());
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value instanceof BigDecimal d ? d.toPlainString() : value.toString();
    }

    /** Reads what {@link #write} wrote. */
    static List<Listed> read(Reader text) {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
            return csv.stream().map(CatalogueCsv::listed).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads what {@link #writeKept} wrote and a person may have changed since.
     *
     * @param file as it is named in problems
     */
    static KeptPrices readKept(String file, String text) {
        List<Listed> prices = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (NamedCsvRecord row : csv) {
                try {
                    prices.add(listed(row));
                } catch (IllegalArgumentException | NoSuchElementException | DateTimeParseException e) {
                    problems.add(new Problem(
                            file, row.getStartingLineNumber(), 0, "", TEXTS.get("kept.row", row.getFields())));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CsvParseException e) {
            problems.add(Problem.ofFile(file, TEXTS.get("kept.csv")));
        }
        return new KeptPrices(prices, problems);
    }

    private static Listed listed(NamedCsvRecord row) {
        String id = row.getField("id");
        String from = row.getField("from");
        String to = row.getField("to");
        String name = row.getField("name");
        String above = row.getField("above");
        RateCard card = new RateCard(
                ServiceTier.valueOf(row.getField("tier").toUpperCase(Locale.ROOT)),
                new Validity(
                        from.isEmpty() ? Catalogue.ALWAYS : LocalDate.parse(from),
                        to.isEmpty() ? null : LocalDate.parse(to)),
                new Currency(row.findField(CURRENCY).orElse(Currency.USD.code())),
                prices(row, "input", "cached", "write", "writeHour", "output", "kinds"),
                above.isEmpty()
                        ? null
                        : new LongContext(
                                Long.parseLong(above),
                                LongContext.Rule.WHOLE_REQUEST,
                                prices(
                                        row,
                                        "longInput",
                                        "longCached",
                                        "longWrite",
                                        "longWriteHour",
                                        "longOutput",
                                        "longKinds")),
                false,
                source(row),
                "");
        String aliases = row.getField("aliases");
        return new Listed(
                new PriceRef(row.getField("vendor"), id),
                name.isEmpty() ? id : name,
                row.getField("window").isEmpty() ? null : Long.valueOf(row.getField("window")),
                card,
                aliases.isEmpty() ? List.of() : List.of(aliases.split(BETWEEN_ALIASES, -1)),
                row.findField(CACHE)
                        .filter(c -> !c.isEmpty())
                        .map(c -> CacheWords.read(c, card.source()))
                        .orElse(null));
    }

    private static Source source(NamedCsvRecord row) {
        String set = row.getField("set");
        LocalDate day = LocalDate.parse(row.getField("read"));
        return set.isEmpty()
                ? own(row.getField(SOURCE), day)
                : DataSet.valueOf(set.toUpperCase(Locale.ROOT)).source(day);
    }

    /** What a person says, and where they have it from. */
    static Source own(String title, LocalDate day) {
        return new Source(title, NOWHERE, day, Confidence.HIGH);
    }

    private static TokenPrices prices(
            NamedCsvRecord row, String input, String cached, String write, String hour, String output, String kinds) {
        List<CacheWrite> writes = Stream.of(
                        decimal(row, write).map(p -> new CacheWrite(CacheWrite.USUAL, p)),
                        decimal(row, hour).map(p -> new CacheWrite(Catalogue.HOUR_WRITE, p)))
                .flatMap(Optional::stream)
                .toList();
        return new TokenPrices(
                decimal(row, input).orElseThrow(),
                decimal(row, cached).orElse(null),
                writes,
                decimal(row, output).orElse(null),
                kinds(row.getField(kinds)));
    }

    private static Optional<BigDecimal> decimal(NamedCsvRecord row, String column) {
        return Optional.of(row.getField(column)).filter(t -> !t.isEmpty()).map(CatalogueCsv::number);
    }

    /** An exact 1e999999999 would fill the memory when it is written. */
    private static BigDecimal number(String text) {
        BigDecimal value = new BigDecimal(text);
        if (Math.abs((long) value.scale()) > MOST_DIGITS || value.precision() > MOST_DIGITS) {
            throw new NumberFormatException(text);
        }
        return value;
    }
}
