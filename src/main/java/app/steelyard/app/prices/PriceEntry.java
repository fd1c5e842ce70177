package app.steelyard.app.prices;

import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.pricing.CachePolicy;
import app.steelyard.pricing.CacheWrite;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.RateCard;
import app.steelyard.pricing.TokenPrices;
import app.steelyard.pricing.Validity;
import app.steelyard.pricing.catalogue.CacheWords;
import app.steelyard.pricing.catalogue.KeptPrices;
import app.steelyard.pricing.catalogue.Listed;
import app.steelyard.pricing.catalogue.Resolution;
import app.steelyard.pricing.catalogue.Resolution.IdRule;
import app.steelyard.pricing.catalogue.Resolver;
import app.steelyard.pricing.catalogue.Unlikely;
import app.steelyard.text.Currency;
import app.steelyard.text.Names;
import app.steelyard.text.NumberReader;
import app.steelyard.text.Problem;
import app.steelyard.text.Texts;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a price of what a person typed or pasted: the words of one row, or of a form.
 *
 * @param book to know a model by whatever it is called
 * @param today from when a price holds of a model that had another, where nothing else is said
 */
public record PriceEntry(PriceBook book, LocalDate today) {
    private static final Texts TEXTS = Texts.of(PriceEntry.class);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal MOST = BigDecimal.valueOf(10_000);
    private static final Set<String> NOTHING = Set.of("", "-", "–", "—", "n/a", "na", "none", "null", "tbd");
    private static final Pattern PER = Pattern.compile(
            "(.*?)\\s*(?:/|\\bper\\b)\\s*(?:1(?:[,.]000[,.]000|[,.]000|000000|000)?)?\\s*"
                    + "(m|k|mtoks?|ktoks?|m ?tokens?|k ?tokens?|million(?: tokens?)?|thousand(?: tokens?)?|tokens?)?",
            Pattern.CASE_INSENSITIVE);
    /** Read as thousands it would be beyond any price of a token. */
    private static final Pattern THREE_DECIMALS = Pattern.compile("(\\D*[1-9]\\d{0,2}\\.\\d{3})");

    private static final Set<IdRule> SAME_MODEL = Set.of(IdRule.EXACT, IdRule.ALIAS, IdRule.NAME, IdRule.MAKER);

    /**
     * A price to be added.
     *
     * @param unlikely what is unlikely of it, as sentences
     */
    public record Added(Listed listed, List<String> unlikely) {
        public Added {
            unlikely = List.copyOf(unlikely);
        }
    }

    /**
     * What became of it.
     *
     * @param added empty where something is wrong
     * @param problems each with the name of its column
     * @param sellerless whether nobody is known to sell it and no vendor is named
     */
    public record Reading(Optional<Added> added, List<Problem> problems, boolean sellerless) {
        public Reading {
            problems = List.copyOf(problems);
        }
    }

    /** Collects what is wrong with one row. */
    private static final class Faults {
        private final List<Problem> all = new ArrayList<>();
        private boolean sellerless;

        void add(PriceColumn column, String reason) {
            all.add(Problem.at(column.title(), reason));
        }
    }

    /**
     * Reads one.
     *
     * @param per of how many tokens prices are that do not say so themselves
     */
    public Reading read(Map<PriceColumn, String> cells, BigDecimal per) {
        Faults faults = new Faults();
        Optional<PriceRef> ref = ref(cells, faults);
        Currency currency = currency(cells, faults);
        NumberReader reader = NumberReader.plain(currency);
        BigDecimal input = price(PriceColumn.INPUT, cells, per, reader, faults);
        BigDecimal cached = price(PriceColumn.CACHED, cells, per, reader, faults);
        BigDecimal output = price(PriceColumn.OUTPUT, cells, per, reader, faults);
        List<CacheWrite> writes = new ArrayList<>();
        BigDecimal usual = price(PriceColumn.WRITE, cells, per, reader, faults);
        if (usual != null) {
            writes.add(new CacheWrite(CacheWrite.USUAL, usual));
        }
        BigDecimal hour = price(PriceColumn.HOUR_WRITE, cells, per, reader, faults);
        if (hour != null) {
            writes.add(new CacheWrite("1h", hour));
        }
        if (input == null && faults.all.stream().noneMatch(p -> p.pointer().equals(PriceColumn.INPUT.title()))) {
            faults.add(PriceColumn.INPUT, TEXTS.get("entry.input"));
        }
        if (input != null && cached != null && cached.compareTo(input) > 0) {
            faults.add(PriceColumn.CACHED, TEXTS.get("entry.cached", cached.toPlainString(), input.toPlainString()));
        }
        ServiceTier tier = tier(cells, faults);
        LocalDate from = day(PriceColumn.FROM, cells, faults);
        LocalDate until = day(PriceColumn.UNTIL, cells, faults);
        if (from != null && until != null && !until.isAfter(from)) {
            faults.add(PriceColumn.UNTIL, TEXTS.get("entry.until", until, from));
        }
        CachePolicy cache = cache(cells, faults);
        if (!faults.all.isEmpty() || input == null || ref.isEmpty()) {
            return new Reading(Optional.empty(), faults.all, faults.sellerless);
        }
        LocalDate begins = from == null ? usualStart(ref.get(), tier, until) : from;
        RateCard card = new RateCard(
                tier,
                new Validity(begins, until),
                currency,
                new TokenPrices(input, cached, writes, output),
                null,
                false,
                KeptPrices.own(text(cells, PriceColumn.SOURCE), today),
                "");
        String name = book.model(ref.get()).map(Model::name).orElse(name(cells, ref.get()));
        return new Reading(
                Optional.of(new Added(
                        new Listed(ref.get(), name, null, card, List.of(), cache), unlikely(ref.get(), card))),
                List.of(),
                false);
    }

    /** What is unlikely by itself, and beside what was known. */
    private List<String> unlikely(PriceRef ref, RateCard card) {
        return Stream.concat(
                        Unlikely.in(card.prices()).stream(),
                        book.rates(ref, card.tier(), card.validity().from()).stream()
                                .filter(q -> q.fact().currency().equals(card.currency()))
                                .flatMap(q -> Stream.concat(
                                        Unlikely.moved(
                                                q.fact().prices().input(),
                                                card.prices().input())
                                                .stream(),
                                        Optional.ofNullable(card.prices().output()).stream()
                                                .flatMap(o -> Unlikely.moved(
                                                        q.fact().prices().output(), o)
                                                        .stream()))))
                .toList();
    }

    /** A model that had no price has it since ever, so that older usage has one too; of another its history stays. */
    private LocalDate usualStart(PriceRef ref, ServiceTier tier, @Nullable LocalDate until) {
        boolean known = book.rates(ref, tier, today).isPresent();
        return known && (until == null || until.isAfter(today)) ? today : KeptPrices.ALWAYS;
    }

    private Optional<PriceRef> ref(Map<PriceColumn, String> cells, Faults faults) {
        String vendor = text(cells, PriceColumn.VENDOR).toLowerCase(Locale.ROOT);
        String model = text(cells, PriceColumn.MODEL);
        if (model.isEmpty()) {
            faults.add(PriceColumn.MODEL, TEXTS.get("entry.model"));
            return Optional.empty();
        }
        if (vendor.contains("/") || vendor.contains(" ")) {
            faults.add(PriceColumn.VENDOR, TEXTS.get("entry.vendor", vendor));
            return Optional.empty();
        }
        Resolution found = new Resolver(book).find(vendor.isEmpty() ? null : vendor, model);
        if (found instanceof Resolution.Found f && !f.tuned() && SAME_MODEL.containsAll(f.rules())) {
            return Optional.of(f.ref());
        }
        if (!vendor.isEmpty()) {
            return Optional.of(new PriceRef(vendor, model.replaceAll("\\s+", "-")));
        }
        int slash = model.indexOf('/');
        if (slash > 0 && slash < model.length() - 1 && model.indexOf(' ') < 0) {
            return Optional.of(PriceRef.parse(model));
        }
        if (found instanceof Resolution.Sold sold) {
            faults.add(
                    PriceColumn.MODEL,
                    TEXTS.get(
                            "entry.sold",
                            model,
                            sold.by().stream().map(PriceRef::toString).collect(Collectors.joining(", "))));
            return Optional.empty();
        }
        Optional<PriceRef> made = Resolver.maker(model).map(m -> new PriceRef(m, model.replaceAll("\\s+", "-")));
        if (made.isEmpty()) {
            faults.sellerless = true;
            faults.add(PriceColumn.MODEL, TEXTS.get("entry.noVendor", model));
        }
        return made;
    }

    private static String name(Map<PriceColumn, String> cells, PriceRef ref) {
        String model = text(cells, PriceColumn.MODEL);
        return model.contains(" ") ? model : ref.id();
    }

    private static Currency currency(Map<PriceColumn, String> cells, Faults faults) {
        String code = text(cells, PriceColumn.CURRENCY).toUpperCase(Locale.ROOT);
        if (code.isEmpty()) {
            return Currency.USD;
        }
        if (!Currency.isCode(code)) {
            faults.add(PriceColumn.CURRENCY, TEXTS.get("entry.currency", code));
            return Currency.USD;
        }
        return new Currency(code);
    }

    private static ServiceTier tier(Map<PriceColumn, String> cells, Faults faults) {
        String word = text(cells, PriceColumn.TIER).toLowerCase(Locale.ROOT);
        return Stream.of(ServiceTier.values())
                .filter(t -> word.isEmpty()
                        ? t == ServiceTier.STANDARD
                        : Names.word(t).equals(word))
                .findFirst()
                .orElseGet(() -> {
                    faults.add(
                            PriceColumn.TIER,
                            TEXTS.get(
                                    "entry.tier",
                                    word,
                                    Stream.of(ServiceTier.values())
                                            .map(Names::word)
                                            .collect(Collectors.joining(", "))));
                    return ServiceTier.STANDARD;
                });
    }

    private @Nullable CachePolicy cache(Map<PriceColumn, String> cells, Faults faults) {
        String text = text(cells, PriceColumn.CACHE);
        try {
            return NOTHING.contains(text)
                    ? null
                    : CacheWords.read(text, KeptPrices.own(text(cells, PriceColumn.SOURCE), today));
        } catch (IllegalArgumentException e) {
            faults.add(PriceColumn.CACHE, String.valueOf(e.getMessage()));
            return null;
        }
    }

    private static @Nullable LocalDate day(PriceColumn column, Map<PriceColumn, String> cells, Faults faults) {
        String text = text(cells, column);
        try {
            return NOTHING.contains(text) ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            faults.add(column, TEXTS.get("entry.day", text));
            return null;
        }
    }

    /** In currency per million tokens; null where none is stated or it is wrong. */
    private static @Nullable BigDecimal price(
            PriceColumn column, Map<PriceColumn, String> cells, BigDecimal per, NumberReader reader, Faults faults) {
        String text = text(cells, column);
        if (NOTHING.contains(text.toLowerCase(Locale.ROOT))) {
            return null;
        }
        if (text.equalsIgnoreCase("free")) {
            return BigDecimal.ZERO;
        }
        Matcher unit = PER.matcher(text);
        String number = unit.matches() ? unit.group(1) : text;
        BigDecimal tokens = unit.matches() ? tokens(text.substring(number.length()), per) : per;
        try {
            BigDecimal typed = reader.exactMoney(THREE_DECIMALS.matcher(number).replaceFirst("$10"));
            BigDecimal price = typed.multiply(MILLION).divide(tokens).stripTrailingZeros();
            if (price.signum() < 0 || price.compareTo(MOST) > 0) {
                faults.add(column, TEXTS.get("entry.range", price.toPlainString()));
                return null;
            }
            return price.scale() < 0 ? price.setScale(0) : price;
        } catch (IllegalArgumentException e) {
            faults.add(column, String.valueOf(e.getMessage()));
            return null;
        }
    }

    /** Of how many tokens a price is that says {@code text} behind it; {@code otherwise} where that says nothing of it. */
    static BigDecimal tokens(String text, BigDecimal otherwise) {
        String words = text.toLowerCase(Locale.ROOT).replaceAll("[,.\\s]", "");
        if (words.matches(".*(1m|million|mtok|/m|perm|1000000).*")) {
            return MILLION;
        }
        if (words.matches(".*(1k|thousand|ktok|/k|perk|1000).*")) {
            return BigDecimal.valueOf(1000);
        }
        return words.matches(".*(/token|pertoken).*") ? BigDecimal.ONE : otherwise;
    }

    private static String text(Map<PriceColumn, String> cells, PriceColumn column) {
        return cells.getOrDefault(column, "").strip();
    }
}
