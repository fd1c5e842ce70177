package app.steelyard.cli.prices;

import app.steelyard.app.plan.UnlistedModel;
import app.steelyard.cli.terminal.Arguments;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.ConsoleCommand;
import app.steelyard.cli.terminal.TextTable;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.pricing.CacheLifetime;
import app.steelyard.pricing.CachePolicy;
import app.steelyard.pricing.CacheWrite;
import app.steelyard.pricing.Dated;
import app.steelyard.pricing.LongContext;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.Quote;
import app.steelyard.pricing.RateCard;
import app.steelyard.pricing.Service;
import app.steelyard.pricing.ServicePrice;
import app.steelyard.pricing.Source;
import app.steelyard.pricing.TokenPrices;
import app.steelyard.pricing.TuningOffer;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows everything that is known of one model or service on a day. */
@Command(name = "show")
public final class PricesShowCommand extends ConsoleCommand {
    private static final Texts TEXTS = Console.TEXTS;

    private final TextTable table = new TextTable(2);

    @Parameters(paramLabel = "VENDOR/ID", descriptionKey = "REF", converter = Arguments.Reference.class)
    private PriceRef ref = PriceRef.parse("a/b");

    @Option(names = "--as-of", paramLabel = "DATE", converter = Arguments.Day.class)
    private @Nullable LocalDate asOf;

    public PricesShowCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        PriceBook book = console.book();
        LocalDate day = asOf == null ? LocalDate.now(ZoneId.systemDefault()) : asOf;
        Optional<Model> model = book.model(ref);
        Optional<Service> service = book.service(ref);
        if (model.isEmpty() && service.isEmpty()) {
            throw UnlistedModel.refused(ref, book);
        }
        model.ifPresent(m -> model(m, book, day));
        service.ifPresent(s -> service(s, book, day));
        console.out().println(TEXTS.get("prices.asOf", day));
        return print(table.text());
    }

    private void model(Model model, PriceBook book, LocalDate day) {
        title(model.name() + " (" + model.ref() + ")");
        row("contextWindow", model.contextWindow() == null ? null : count(model.contextWindow()));
        row("retires", model.retires());
        row("standsFor", model.standsFor());
        row("note", model.note());
        for (ServiceTier tier : ServiceTier.values()) {
            book.rates(ref, tier, day).ifPresent(q -> rates(TEXTS.get("prices.rates", word(tier)), q));
        }
        book.cachePolicy(ref, day).ifPresent(this::policy);
        book.tuning(ref, day).ifPresent(q -> {
            tuning(q);
            for (ServiceTier tier : ServiceTier.values()) {
                book.tunedRates(ref, tier, day).ifPresent(t -> rates(TEXTS.get("prices.tunedRates", word(tier)), t));
            }
        });
    }

    private void service(Service service, PriceBook book, LocalDate day) {
        title(service.name() + " (" + service.ref() + ")");
        row("type", word(service.type()));
        book.servicePrice(ref, day).ifPresent(q -> {
            ServicePrice price = q.fact();
            row("price", price.price().currency() + " " + price.price().value().toPlainString());
            row("promotional", price.promotional());
            row("note", price.note());
            dated(q);
        });
    }

    private void rates(String title, Quote<RateCard> quote) {
        title(title);
        RateCard card = quote.fact();
        row("currency", card.currency());
        tokens(card.prices());
        LongContext longer = card.longContext();
        if (longer != null) {
            row("longContext", TEXTS.get("prices.above", count(longer.above()), word(longer.rule())));
            tokens(longer.prices());
        }
        row("promotional", card.promotional());
        row("note", card.note());
        dated(quote);
    }

    private void tokens(TokenPrices prices) {
        row("input", prices.input().toPlainString());
        row(
                "cachedRead",
                prices.cachedRead() == null ? null : prices.cachedRead().toPlainString());
        for (CacheWrite write : prices.cacheWrites()) {
            row("cacheWrite", write.price().toPlainString() + " (" + write.lifetime() + ")");
        }
        row("output", prices.output() == null ? null : prices.output().toPlainString());
    }

    private void policy(Quote<CachePolicy> quote) {
        title(TEXTS.get("prices.cache"));
        CachePolicy policy = quote.fact();
        row("mode", word(policy.mode()));
        row("minimumTokens", count(policy.minimumTokens()));
        row("stepTokens", count(policy.stepTokens()));
        row("maxBreakpoints", policy.maxBreakpoints());
        row("lookBackBlocks", policy.lookBackBlocks());
        row(
                "lifetimes",
                policy.lifetimes().stream().map(PricesShowCommand::lifetime).collect(Collectors.joining(", ")));
        row("storage", policy.storagePerMillionTokenHour());
        row("keyLimit", policy.requestsPerMinutePerKey());
        row("inBatch", policy.inBatch());
        row("onTunedModels", policy.onTunedModels());
        row("note", policy.note());
        dated(quote);
    }

    private static String lifetime(CacheLifetime lifetime) {
        return lifetime.name() + " (" + word(lifetime.refresh()) + ")";
    }

    private void tuning(Quote<TuningOffer> quote) {
        title(TEXTS.get("prices.tuning"));
        TuningOffer offer = quote.fact();
        row("currency", offer.currency());
        row("training", offer.trainingPerMillionTokens());
        row("trainingHour", offer.trainingPerHour());
        row("minimumJob", offer.minimumPerJob());
        row("hosting", offer.hostingPerHour());
        row("modelStorage", offer.storagePerMonth());
        row("soldUntil", offer.soldUntil());
        row("jobsUntil", offer.jobsUntil());
        row("inferenceUntil", offer.inferenceUntil());
        row("note", offer.note());
        dated(quote);
    }

    private void dated(Quote<? extends Dated> quote) {
        Dated fact = quote.fact();
        row(
                "valid",
                fact.validity().to() == null
                        ? TEXTS.get("prices.from", fact.validity().from())
                        : TEXTS.get(
                                "prices.fromTo",
                                fact.validity().from(),
                                fact.validity().to()));
        Source source = fact.source();
        row("source", TEXTS.get("prices.read", source.title(), source.read(), word(source.confidence())));
        row("url", source.url());
        row(
                "marks",
                quote.marks().stream().sorted().map(PricesShowCommand::word).collect(Collectors.joining(", ")));
    }

    private static String count(long value) {
        return Numbers.count((double) value);
    }

    private static String word(Enum<?> constant) {
        return Names.word(constant);
    }

    private void title(String title) {
        table.row("");
        table.row(title);
    }

    /** Leaves out what is not stated. */
    private void row(String key, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty() && !value.equals(false)) {
            table.row(
                    "  " + TEXTS.get("prices." + key), value.equals(true) ? TEXTS.get("prices.yes") : value.toString());
        }
    }
}
