package app.steelyard.cost;

import app.steelyard.cost.Derivation.Term;
import app.steelyard.plan.CashTiming;
import app.steelyard.plan.ContextItem;
import app.steelyard.plan.Finance;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.pricing.CacheLifetime;
import app.steelyard.pricing.Source;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Explains figures: every number on a screen or in a report can be opened down to formula, values and sources. */
public final class Derivations {
    private static final Texts TEXTS = Texts.of(Derivations.class);

    private final Plan plan;
    private final Evaluation.Priced evaluation;
    private final List<Term> terms = new ArrayList<>();

    private Derivations(Comparison comparison, Evaluation.Priced evaluation) {
        this.plan = comparison.plan();
        this.evaluation = evaluation;
    }

    /** How an amount of the statement came about. */
    public static Derivation line(Comparison comparison, Evaluation.Priced evaluation, Line line) {
        return new Derivations(comparison, evaluation).line(line);
    }

    /** How the hit rate of one cached item came about. */
    public static Derivation hitRate(Comparison comparison, Evaluation.Priced evaluation, CachedPart part) {
        return new Derivations(comparison, evaluation).hitRate(part);
    }

    /** How the hit rate over all cached items came about. */
    public static Derivation hitRate(Comparison comparison, Evaluation.Priced evaluation) {
        return new Derivations(comparison, evaluation).hitRate();
    }

    /** How the expected time to first token came about. */
    public static Derivation firstToken(Comparison comparison, Evaluation.Priced evaluation) {
        return new Derivations(comparison, evaluation).firstToken();
    }

    /** How a measure came about. */
    public static Derivation measure(Comparison comparison, Evaluation.Priced evaluation, Measure measure) {
        return new Derivations(comparison, evaluation).measure(comparison, measure);
    }

    private Derivation line(Line line) {
        quantity(line);
        price(line);
        String subject = line.subject().isEmpty() ? "" : " – " + line.subject();
        String formula = TEXTS.get("formula." + line.kind())
                + " × "
                + TEXTS.get(line.longContext() ? "formula.longPrice" : "formula.price");
        String when = TEXTS.get("when." + line.timing(), money(line.total()));
        String note =
                line.price().note().isEmpty() ? when : when + " " + line.price().note();
        return new Derivation(Names.of(line.kind()) + subject, formula, terms, money(line.amount()), note);
    }

    private void quantity(Line line) {
        double sent = plan.traffic().requestsPerMonth() * (1 + plan.traffic().retryRate());
        switch (line.kind()) {
            case PLAIN_INPUT, RETRIEVED_INPUT, OUTPUT -> {
                requests();
                term("term.tokens", Numbers.count(line.quantity() / sent), tokensSource(line));
            }
            case CACHE_READ, CACHE_WRITE, CACHE_MISS -> {
                requests();
                evaluation.caches().parts().stream()
                        .filter(p -> p.item().name().equals(line.subject()))
                        .findFirst()
                        .ifPresent(p -> {
                            term("term.cachedTokens", Numbers.count(p.cachedTokens()), itemSource(p.item()));
                            term("term.hitRate", Numbers.percentExact(p.hitRate()), hitSource());
                        });
            }
            case EMBED_QUERIES, RERANK -> {
                requests();
                if (line.kind() == LineKind.EMBED_QUERIES) {
                    term("term.tokens", Numbers.count(line.quantity() / sent), "");
                }
            }
            case TRAINING -> {
                field(PlanField.DATASET_TOKENS);
                field(PlanField.EPOCHS);
                field(PlanField.RUNS_PER_ROUND);
            }
            case TRAINING_HOURS -> {
                field(PlanField.HOURS_PER_RUN);
                field(PlanField.RUNS_PER_ROUND);
            }
            case TRAINING_MINIMUM -> field(PlanField.RUNS_PER_ROUND);
            case CACHE_STORAGE -> {
                field(PlanField.ACTIVE_HOURS_PER_DAY);
                term("term.tokenHours", Numbers.count(line.quantity()), "");
            }
            case ENGINEERING -> field(work(line));
            default -> term("term.quantity." + line.kind().unit(), Numbers.count(line.quantity()), "");
        }
    }

    private static PlanField work(Line line) {
        if (line.timing() == Timing.ROUND) {
            return PlanField.RETRAIN_WEEKS;
        }
        if (line.subject().equals(TEXTS.get("work.caching"))) {
            return PlanField.CACHING_WEEKS;
        }
        return line.subject().equals(TEXTS.get("work.retrieval"))
                ? PlanField.RETRIEVAL_WEEKS
                : PlanField.TUNING_WEEKS;
    }

    private void requests() {
        field(PlanField.REQUESTS_PER_MONTH);
        if (plan.traffic().retryRate() != 0) {
            field(PlanField.RETRY_RATE);
        }
    }

    private String tokensSource(Line line) {
        return switch (line.kind()) {
            case OUTPUT -> stated(PlanField.OUTPUT_TOKENS.path());
            case RETRIEVED_INPUT -> stated(PlanField.RETRIEVED_TOKENS.path());
            default ->
                plan.items().stream()
                        .filter(i -> i.name().equals(line.subject()))
                        .findFirst()
                        .map(this::itemSource)
                        .orElse("");
        };
    }

    private void price(Line line) {
        UnitPrice price = line.price();
        String per = TEXTS.get("per." + line.kind().unit());
        Source source = price.source();
        if (price.listPrice() == null || source == null) {
            PlanField field =
                    switch (line.kind()) {
                        case LABELLING -> PlanField.LABELLING_COST;
                        case EVALUATION -> PlanField.EVALUATION_COST;
                        default -> PlanField.ENGINEERING_WEEK_COST;
                    };
            term("term.price", Numbers.unitPrice(price.value(), currency()) + " " + per, stated(field.path()));
            return;
        }
        String owner = price.owner().isEmpty() ? "" : price.owner() + ": ";
        term(
                "term.price",
                Numbers.unitPrice(price.listPrice().doubleValue(), price.listCurrency()) + " " + per,
                owner + describe(source));
        if (price.exchangeRate() != 1) {
            var rate = plan.finance().exchangeRate();
            term(
                    "term.exchange",
                    Numbers.value(price.exchangeRate()) + " " + currency() + "/" + price.listCurrency(),
                    TEXTS.get("source.exchange", rate.source(), rate.date()));
        }
    }

    /** A price's source as one line: what was read, when, how far to trust it, and where to check. */
    public static String describe(Source source) {
        return TEXTS.get("source.price", source.title(), source.read(), TEXTS.name(source.confidence()), source.url());
    }

    private Derivation hitRate(CachedPart part) {
        Caches caches = evaluation.caches();
        CacheLifetime lifetime = caches.lifetime();
        String title = TEXTS.get("title.hitRate.item", part.item().name());
        String result = Numbers.percentExact(part.hitRate());
        if (caches.measured()) {
            field(PlanField.MEASURED_HIT_RATE);
            return new Derivation(title, TEXTS.get("formula.measured"), terms, result, "");
        }
        if (lifetime == null || part.cachedTokens() == 0) {
            return new Derivation(title, TEXTS.get("formula.notCached"), terms, result, "");
        }
        double hours = lifetime.duration().toMillis() / 3_600_000.0;
        term("term.arrivals", Numbers.value(part.arrivals()), TEXTS.get("source.arrivals", Numbers.count(part.keys())));
        if (part.quietArrivals() != part.arrivals() && plan.traffic().activeHoursPerDay() < 24) {
            term("term.quiet", Numbers.value(part.quietArrivals()), "");
            field(PlanField.ACTIVE_SHARE);
        }
        term("term.changes", Numbers.value(part.changes()), TEXTS.get("source.changes"));
        String policySource =
                caches.policy() == null ? "" : describe(caches.policy().fact().source());
        term("term.lifetime", Numbers.value(hours) + " (" + lifetime.name() + ")", policySource);
        String formula = TEXTS.get("formula.hit." + lifetime.refresh());
        return new Derivation(title, formula, terms, result, TEXTS.get("note.hitRate"));
    }

    private Derivation hitRate() {
        Caches caches = evaluation.caches();
        for (CachedPart part : caches.parts()) {
            terms.add(new Term(
                    part.item().name(),
                    TEXTS.get("value.part", Numbers.count(part.cachedTokens()), Numbers.percentExact(part.hitRate())),
                    itemSource(part.item())));
        }
        term("term.breakEven", Numbers.percentExact(caches.breakEven()), TEXTS.get("source.breakEven"));
        return new Derivation(
                TEXTS.get("title.hitRate"),
                TEXTS.get("formula.hitRate"),
                terms,
                Double.isNaN(caches.hitRate()) ? "–" : Numbers.percentExact(caches.hitRate()),
                TEXTS.get("note.hitRate.meaning"));
    }

    private Derivation firstToken() {
        FirstToken time = evaluation.firstToken();
        field(PlanField.LATENCY_BASE);
        field(PlanField.LATENCY_UNCACHED);
        field(PlanField.LATENCY_LOOKUP);
        field(PlanField.LATENCY_CACHED);
        field(PlanField.LATENCY_RETRIEVAL);
        term("term.uncachedTime", Numbers.seconds(time.uncached()), "");
        term("term.cachedTime", Numbers.seconds(time.cached()), "");
        double hit = evaluation.caches().hitRate();
        term("term.hitRate", Double.isNaN(hit) ? "–" : Numbers.percentExact(hit), "");
        return new Derivation(
                TEXTS.get("title.firstToken"),
                TEXTS.get("formula.firstToken"),
                terms,
                Numbers.seconds(time.expected()),
                TEXTS.get("note.firstToken"));
    }

    private Derivation measure(Comparison comparison, Measure measure) {
        Measures m = evaluation.measures();
        CashFlow flow = evaluation.cashFlow();
        Finance finance = plan.finance();
        switch (measure) {
            case SET_UP -> lines(Timing.SET_UP);
            case FIRST_MONTH -> lines(Timing.MONTHLY);
            case TCO, AVERAGE_MONTH -> {
                term("term.setUp", money(m.setUp()), "");
                for (Driver driver : Driver.values()) {
                    double total = flow.total(driver) - flow.amount(0, driver);
                    if (total != 0) {
                        terms.add(
                                new Term(TEXTS.get("term.months", Names.of(driver), flow.months()), money(total), ""));
                    }
                }
                if (measure == Measure.AVERAGE_MONTH) {
                    field(PlanField.HORIZON_MONTHS);
                }
            }
            case COST_PER_REQUEST -> {
                term("term.tco", money(m.tco()), "");
                double requests = 0;
                for (double month : flow.requests()) {
                    requests += month;
                }
                term("term.requests", Numbers.count(requests), "");
            }
            default -> {
                baseline(comparison, measure, flow);
                if (measure == Measure.NPV || measure == Measure.DISCOUNTED_PAYBACK || measure == Measure.IRR) {
                    field(PlanField.DISCOUNT_RATE);
                    term("term.timing", Names.of(finance.timing()), "");
                }
            }
        }
        String note =
                measure == Measure.NPV && finance.timing() == CashTiming.END_OF_MONTH ? TEXTS.get("note.npv") : "";
        return new Derivation(
                Names.of(measure), TEXTS.get("formula.measure." + measure), terms, value(m, measure), note);
    }

    private void baseline(Comparison comparison, Measure measure, CashFlow flow) {
        CashFlow today = comparison.baseline() instanceof Evaluation.Priced priced ? priced.cashFlow() : null;
        if (today == null) {
            term("term.baseline", TEXTS.get("value.unpriced"), "");
            return;
        }
        int last = switch (measure) {
            case SAVING_FIRST_MONTH -> 1;
            case SAVING_FIRST_YEAR -> Math.min(12, flow.months());
            default -> flow.months();
        };
        double setUp = measure == Measure.SAVING_FIRST_MONTH
                ? 0
                : evaluation.measures().setUp();
        term("term.setUp", money(setUp), "");
        terms.add(new Term(TEXTS.get("term.today", last), money(today.cumulative(last) - today.amount(0)), ""));
        terms.add(new Term(TEXTS.get("term.this", last), money(flow.cumulative(last) - flow.amount(0)), ""));
    }

    private void lines(Timing timing) {
        for (Line line : evaluation.statement()) {
            if (line.timing() == timing) {
                String subject = line.subject().isEmpty() ? "" : " – " + line.subject();
                terms.add(new Term(Names.of(line.kind()) + subject, money(line.amount()), ""));
            }
        }
    }

    private String value(Measures m, Measure measure) {
        return switch (measure) {
            case TCO -> money(m.tco());
            case AVERAGE_MONTH -> money(m.averageMonth());
            case FIRST_MONTH -> money(m.firstMonth());
            case SET_UP -> money(m.setUp());
            case SAVING -> money(m.saving());
            case SAVING_FIRST_MONTH -> money(m.savingFirstMonth());
            case SAVING_FIRST_YEAR -> money(m.savingFirstYear());
            case NPV -> money(m.npv());
            case PAYBACK -> months(m.payback());
            case DISCOUNTED_PAYBACK -> months(m.discountedPayback());
            case ROI -> m.roi().isPresent() ? Numbers.percent(m.roi().getAsDouble()) : "–";
            case IRR -> m.irr().isPresent() ? Numbers.percent(m.irr().getAsDouble()) : "–";
            case COST_PER_REQUEST ->
                Double.isNaN(m.costPerRequest()) ? "–" : Numbers.unitPrice(m.costPerRequest(), currency());
        };
    }

    private static String months(OptionalDouble months) {
        return months.isPresent()
                ? TEXTS.get("value.months", Numbers.count(months.getAsDouble()))
                : TEXTS.get("value.never");
    }

    private void field(PlanField field) {
        double value = field.get(plan);
        String text = switch (field.unit()) {
            case FRACTION -> Numbers.percentExact(value);
            case MONEY -> money(value);
            case SECONDS -> Numbers.value(value) + " s";
            default -> Numbers.count(value);
        };
        terms.add(new Term(Names.of(field), text, stated(field.path())));
    }

    private String itemSource(ContextItem item) {
        return stated("items." + item.id() + ".tokens");
    }

    private String hitSource() {
        return TEXTS.get(evaluation.caches().measured() ? "source.measured" : "source.derived");
    }

    private String stated(String path) {
        return plan.sources().getOrDefault(path, TEXTS.get("source.stated"));
    }

    private void term(String key, String value, String source) {
        terms.add(new Term(TEXTS.get(key), value, source));
    }

    private String money(double value) {
        return Double.isNaN(value) ? "–" : Numbers.money(value, currency());
    }

    private String currency() {
        return plan.finance().currency();
    }
}
