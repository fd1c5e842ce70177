package app.steelyard;

import app.steelyard.cost.Comparison;
import app.steelyard.plan.Caching;
import app.steelyard.plan.Design;
import app.steelyard.plan.ExchangeRate;
import app.steelyard.plan.Finance;
import app.steelyard.plan.Finance.CashTiming;
import app.steelyard.plan.Inference;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.Retrieval;
import app.steelyard.plan.ServiceTier;
import app.steelyard.plan.Traffic;
import app.steelyard.plan.Tuning;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.CacheLifetime;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.Currency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Plans and comparisons as a report or a chart meets them, with all architectures priced or not. */
public final class SampleComparisons {
    private SampleComparisons() {}

    /** A model with cache, write premium and tuning, an embedding service and a reranker. */
    public static PriceBook book() {
        return Fixtures.book(Fixtures.model()
                .write("5m", "3.75")
                .lifetime("5m", Duration.ofMinutes(5), CacheLifetime.Refresh.ON_HIT)
                .minimum(1024, 1)
                .prices("3", "0.30", "15")
                .tuning("25", null, "1.70", "4.5", "2.25", "18"));
    }

    /** A banking copilot: five items of both kinds, five different architectures, two years. */
    public static Plan copilot() {
        TreeMap<String, String> sources = new TreeMap<>();
        sources.put("traffic.requestsPerMonth", "Usage export of January 2026, 412,118 requests");
        sources.put("finance.discountRatePerYear", "Group treasury, hurdle rate 2026");
        sources.put("items.handbook.tokens", "Counted with the vendor's tokenizer");
        return Fixtures.plan(0, 400_000)
                .withName("Banking copilot")
                .withPurpose("Answers staff questions from the compliance handbook in strict XML. Leaves out the pilot"
                        + " in the branches.")
                .withItems(List.of(
                        item("handbook", "Compliance handbook", 8500, Kind.INFORMATION, Scope.SHARED, 2),
                        item("rates", "Daily rates", 1500, Kind.INFORMATION, Scope.SHARED, 22),
                        item("tone", "House tone", 1200, Kind.BEHAVIOUR, Scope.SHARED, 0),
                        item("xml", "Legacy XML format", 2300, Kind.BEHAVIOUR, Scope.SHARED, 0),
                        new ContextItem(
                                "question",
                                "Question",
                                600,
                                Kind.INFORMATION,
                                Scope.REQUEST,
                                0,
                                Placement.PLAIN_PROMPT)))
                .withTraffic(new Traffic(400_000, 350, 0.03, 10, 0.8, 1, 2500, 0.01))
                .withInference(new Inference(PriceRef.parse("test/base"), ServiceTier.STANDARD, Fixtures.DAY))
                .withCaching(new Caching(null, null, null, 0.4))
                .withTuning(new Tuning(PriceRef.parse("test/base"), 5e6, 2, 10, 0, 6, 8000, 1500, 4, 1))
                .withRetrieval(new Retrieval(
                        PriceRef.parse("test/embedding"), PriceRef.parse("test/rerank"), null, 2500, 0.1, 3))
                .withFinance(new Finance(
                        24,
                        0.08,
                        CashTiming.END_OF_MONTH,
                        Currency.USD,
                        new ExchangeRate(1, Fixtures.DAY, "same currency"),
                        4000))
                .withSources(sources);
    }

    /** The copilot with no model to tune chosen, so that two architectures have no price. */
    public static Plan withoutTuning() {
        return copilot().withTuning(new Tuning(null, 5e6, 2, 10, 0, 6, 8000, 1500, 4, 1));
    }

    /** The copilot on a model the price book does not list. */
    public static Plan unpriced() {
        return withoutTuning()
                .withInference(new Inference(PriceRef.parse("nowhere/model-9"), ServiceTier.STANDARD, Fixtures.DAY));
    }

    /** Twelve items with names that are long, German, Chinese or made of symbols; ten years, in euros. */
    public static Plan extreme() {
        List<ContextItem> items = new ArrayList<>();
        String[] names = {
            "Geschäftsbedingungen für Überweisungen, Lastschriften und Größenbeschränkungen im Zahlungsverkehr",
            "合规手册与每日汇率",
            "Tone 🎩 and manners",
            "=HYPERLINK(\"http://example.org\")",
            "Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrikantenverzeichnisverwaltungsvorschriftensammlung",
            "<b>Tables & \"quotes\"</b>",
            "-1+1 looks like a formula",
            "Per-tenant configuration of roles, rights, retention periods, regions and escalation paths",
            "User profile",
            "Zusammenfassung",
            "a",
            "Frage"
        };
        for (int i = 0; i < names.length; i++) {
            Scope scope = i == 11 ? Scope.REQUEST : i == 7 ? Scope.TENANT : i == 8 ? Scope.USER : Scope.SHARED;
            items.add(item(
                    "item-" + i,
                    names[i],
                    500 + 700 * i,
                    i % 3 == 2 ? Kind.BEHAVIOUR : Kind.INFORMATION,
                    scope,
                    i % 4 * 5));
        }
        items.set(0, items.get(0).withPlacement(Placement.WEIGHTS));
        return copilot()
                .withName("Kundenservice für Überweisungsrückfragen 合规 🎩 <Phase 2> & „Sonderfälle“ im gesamten"
                        + " deutschsprachigen Raum einschließlich Österreich und der Schweiz")
                .withPurpose("Ein sehr langer Zweck: ".repeat(12) + "Donaudampfschifffahrtsgesellschaft".repeat(5))
                .withItems(items)
                .withTraffic(new Traffic(5_000_000, 350, 0.01, 10, 0.8, 40, 2500, 0.01))
                .withFinance(new Finance(
                        120,
                        0.035,
                        CashTiming.MID_MONTH,
                        new Currency("EUR"),
                        new ExchangeRate(0.92, Fixtures.DAY, "European Central Bank, reference rate"),
                        4200))
                .withToday(Design.PROMPT_CACHING);
    }

    public static Comparison compare(Plan plan) {
        return Comparison.of(plan, book());
    }

    private static ContextItem item(String id, String name, double tokens, Kind kind, Scope scope, double changes) {
        return new ContextItem(
                id,
                name,
                tokens,
                kind,
                scope,
                changes,
                scope == Scope.REQUEST ? Placement.PLAIN_PROMPT : Placement.CACHED_PREFIX);
    }
}
