package app.steelyard.cli.prices;

import app.steelyard.app.plan.UnlistedModel;
import app.steelyard.cli.terminal.Arguments;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.ConsoleCommand;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.pricing.CacheLifetime;
import app.steelyard.pricing.CachePolicy;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.Quote;
import app.steelyard.pricing.Service;
import app.steelyard.pricing.TuningOffer;
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

    private final PriceRows rows = new PriceRows();

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
        Optional<Service> service = book.service(ref);
        // What a profile has as a service the catalogue may have as a model.
        Optional<Model> model = book.model(ref).filter(m -> service.isEmpty() || book.isChecked(ref));
        if (model.isEmpty() && service.isEmpty()) {
            throw UnlistedModel.refused(ref, book);
        }
        model.ifPresent(m -> model(m, book, day));
        service.ifPresent(s -> rows.service(s, book, day));
        console.out().println(TEXTS.get("prices.asOf", day));
        return print(rows.text());
    }

    private void model(Model model, PriceBook book, LocalDate day) {
        rows.title(model.name() + " (" + model.ref() + ")");
        rows.row("contextWindow", model.contextWindow() == null ? null : PriceRows.count(model.contextWindow()));
        rows.row("retires", model.retires());
        rows.row("standsFor", model.standsFor());
        rows.row("note", model.note());
        for (ServiceTier tier : ServiceTier.values()) {
            book.rates(ref, tier, day).ifPresent(q -> rows.rates(TEXTS.get("prices.rates", PriceRows.word(tier)), q));
        }
        rows.beside(book, ref, day);
        book.cachePolicy(ref, day).ifPresent(this::policy);
        book.tuning(ref, day).ifPresent(q -> {
            tuning(q);
            for (ServiceTier tier : ServiceTier.values()) {
                book.tunedRates(ref, tier, day)
                        .ifPresent(t -> rows.rates(TEXTS.get("prices.tunedRates", PriceRows.word(tier)), t));
            }
        });
    }

    private void policy(Quote<CachePolicy> quote) {
        rows.title(TEXTS.get("prices.cache"));
        CachePolicy policy = quote.fact();
        rows.row("mode", PriceRows.word(policy.mode()));
        rows.row("minimumTokens", PriceRows.count(policy.minimumTokens()));
        rows.row("stepTokens", PriceRows.count(policy.stepTokens()));
        rows.row("maxBreakpoints", policy.maxBreakpoints());
        rows.row("lookBackBlocks", policy.lookBackBlocks());
        rows.row(
                "lifetimes",
                policy.lifetimes().stream().map(PricesShowCommand::lifetime).collect(Collectors.joining(", ")));
        rows.row("storage", policy.storagePerMillionTokenHour());
        rows.row("keyLimit", policy.requestsPerMinutePerKey());
        rows.row("inBatch", policy.inBatch());
        rows.row("onTunedModels", policy.onTunedModels());
        rows.row("note", policy.note());
        rows.dated(quote);
    }

    private static String lifetime(CacheLifetime lifetime) {
        return lifetime.name() + " (" + PriceRows.word(lifetime.refresh()) + ")";
    }

    private void tuning(Quote<TuningOffer> quote) {
        rows.title(TEXTS.get("prices.tuning"));
        TuningOffer offer = quote.fact();
        rows.row("currency", offer.currency());
        rows.row("training", offer.trainingPerMillionTokens());
        rows.row("trainingHour", offer.trainingPerHour());
        rows.row("minimumJob", offer.minimumPerJob());
        rows.row("hosting", offer.hostingPerHour());
        rows.row("modelStorage", offer.storagePerMonth());
        rows.row("soldUntil", offer.soldUntil());
        rows.row("jobsUntil", offer.jobsUntil());
        rows.row("inferenceUntil", offer.inferenceUntil());
        rows.row("note", offer.note());
        rows.dated(quote);
    }
}
