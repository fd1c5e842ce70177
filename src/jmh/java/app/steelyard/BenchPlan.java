package app.steelyard;

import app.steelyard.plan.Caching;
import app.steelyard.plan.Contract;
import app.steelyard.plan.Design;
import app.steelyard.plan.Distribution;
import app.steelyard.plan.ExchangeRate;
import app.steelyard.plan.Finance;
import app.steelyard.plan.Finance.CashTiming;
import app.steelyard.plan.Inference;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.Range;
import app.steelyard.plan.Retrieval;
import app.steelyard.plan.ServiceTier;
import app.steelyard.plan.Traffic;
import app.steelyard.plan.Tuning;
import app.steelyard.plan.WhatIf;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.plan.session.Latency;
import app.steelyard.plan.session.Outcome;
import app.steelyard.pricing.CacheLifetime;
import app.steelyard.pricing.CachePolicy;
import app.steelyard.pricing.CacheWrite;
import app.steelyard.pricing.Confidence;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.Profile;
import app.steelyard.pricing.RateCard;
import app.steelyard.pricing.Service;
import app.steelyard.pricing.ServicePrice;
import app.steelyard.pricing.Source;
import app.steelyard.pricing.TokenPrices;
import app.steelyard.pricing.TuningOffer;
import app.steelyard.pricing.Validity;
import app.steelyard.text.Currency;
import app.steelyard.text.ExactMoney;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/** Five architectures over 36 months with twelve numbers in doubt, growth among them, at prices made up for it. */
public final class BenchPlan {
    private static final List<Range> RANGES = List.of(
            range("traffic.requestsPerMonth", 6e5, 1.6e6),
            range("traffic.growthPerMonth", 0, 0.06),
            range("items.information.tokens", 6e3, 2e4),
            range("items.behaviour.tokens", 2e3, 5e3),
            range("items.question.tokens", 300, 1200),
            range("traffic.outputTokens", 150, 600),
            range("traffic.tenants", 1, 200),
            range("items.information.changesPerMonth", 2, 40),
            range("tuning.runsPerRound", 5, 10),
            range("tuning.engineeringWeeks", 2, 6),
            range("tuning.engineeringWeeksPerRetrain", 0.2, 0.6),
            range("retrieval.retrievedTokens", 1500, 4000));

    private BenchPlan() {}

    private static Range range(String path, double low, double high) {
        return new Range(path, low, high, Distribution.TRIANGULAR, null);
    }

    /** The numbers in doubt have ranges, from the least to the greatest value. */
    public static Plan plan() {
        LocalDate day = LocalDate.of(2026, 2, 1);
        PriceRef model = PriceRef.parse("bench/model");
        return new Plan(
                "Benchmark",
                "",
                List.of(
                        item("information", 1e4, Kind.INFORMATION, Scope.TENANT, 22),
                        item("behaviour", 3500, Kind.BEHAVIOUR, Scope.SHARED, 0),
                        item("question", 600, Kind.INFORMATION, Scope.REQUEST, 0)),
                new Traffic(1e6, 350, 0.03, 300 / (365.25 / 12), 1, 20, 1000, 0),
                new Inference(model, ServiceTier.STANDARD, day),
                new Caching(null, null, null, 0.2),
                new Tuning(model, 5e6, 1, 7, 0, 3, 0, 0, 4, 0.4),
                new Retrieval(PriceRef.parse("bench/embedding"), null, null, 2500, 0.1, 2),
                Outcome.UNKNOWN,
                List.of(),
                Contract.NONE,
                Latency.PUBLISHED_SHAPE,
                new Finance(
                        36,
                        0.08,
                        CashTiming.END_OF_MONTH,
                        Currency.USD,
                        new ExchangeRate(1, day, "same currency"),
                        4000),
                Design.UNCACHED,
                Plan.ModelError.KNOWN,
                new WhatIf(RANGES, List.of(), List.of()),
                new TreeMap<>());
    }

    /** The same in chats of eight turns. */
    public static Plan sessions() {
        return PlanField.TURNS.with(plan(), 8);
    }

    private static ContextItem item(String id, double tokens, Kind kind, Scope scope, double changes) {
        return new ContextItem(id, id, tokens, kind, scope, changes, Placement.PLAIN_PROMPT);
    }

    public static PriceBook book() {
        Source source = new Source(
                "a benchmark", URI.create("https://example.org/"), LocalDate.of(2026, 1, 31), Confidence.HIGH);
        Validity always = new Validity(LocalDate.of(2020, 1, 1), null);
        CachePolicy policy = new CachePolicy(
                CachePolicy.Mode.EXPLICIT,
                always,
                1024,
                1,
                4,
                List.of(new CacheLifetime("5m", Duration.ofMinutes(5), CacheLifetime.Refresh.ON_HIT)),
                null,
                null,
                true,
                true,
                source,
                "");
        TuningOffer offer = new TuningOffer(
                always,
                Currency.USD,
                new BigDecimal("25"),
                null,
                null,
                null,
                null,
                List.of(card(always, source, "3", "0.75", "3", "12")),
                null,
                null,
                null,
                source,
                "");
        Model model = new Model(
                PriceRef.parse("bench/model"),
                "Model",
                200_000L,
                List.of(card(always, source, "1.25", "0.125", "1.5625", "10")),
                List.of(policy),
                List.of(offer),
                null,
                null,
                "");
        Service embedding = new Service(
                PriceRef.parse("bench/embedding"),
                "Embedding",
                Service.Type.EMBEDDING,
                List.of(new ServicePrice(
                        always, new ExactMoney(new BigDecimal("0.02"), Currency.USD), false, source, "")));
        return new PriceBook(
                List.of(new Profile("bench", "Bench", false, List.of(model), List.of(embedding), "")), List.of());
    }

    private static RateCard card(
            Validity always, Source source, String input, String read, String write, String output) {
        return new RateCard(
                ServiceTier.STANDARD,
                always,
                Currency.USD,
                new TokenPrices(
                        new BigDecimal(input),
                        new BigDecimal(read),
                        List.of(new CacheWrite("5m", new BigDecimal(write))),
                        new BigDecimal(output)),
                null,
                false,
                source,
                "");
    }
}
