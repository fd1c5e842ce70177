package app.steelyard.cost.explain;

import app.steelyard.cost.ExpectedPrices;
import app.steelyard.cost.bill.MediaLine;
import app.steelyard.cost.bill.Use;
import app.steelyard.cost.bill.Ways;
import app.steelyard.cost.column.Block;
import app.steelyard.cost.column.Column;
import app.steelyard.cost.column.Conversations;
import app.steelyard.cost.result.CachedPart;
import app.steelyard.cost.result.CapacityUse;
import app.steelyard.cost.result.Driver;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Line;
import app.steelyard.cost.result.LineKind;
import app.steelyard.cost.result.LineUnit;
import app.steelyard.cost.result.Timing;
import app.steelyard.cost.result.UnitPrice;
import app.steelyard.plan.Contract.Capacity;
import app.steelyard.plan.ExchangeRate;
import app.steelyard.plan.ModelNumber;
import app.steelyard.plan.NumberLabels;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.bill.Way;
import app.steelyard.plan.item.Placement;
import app.steelyard.pricing.Source;
import app.steelyard.pricing.contract.DiscountWords;
import app.steelyard.text.ExactMoney;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** How an amount of the statement came about: quantity times price. */
final class LineDerivation {
    private final Plan plan;
    private final Evaluation.Priced evaluation;
    private final Terms terms;

    LineDerivation(Plan plan, Evaluation.Priced evaluation) {
        this.plan = plan;
        this.evaluation = evaluation;
        this.terms = new Terms(plan);
    }

    Derivation line(Line line) {
        quantity(line);
        factor(line);
        compaction(line);
        price(line);
        String formula = Terms.TEXTS.get("formula." + line.kind())
                + " × "
                + Terms.TEXTS.get(line.longContext() ? "formula.longPrice" : "formula.price");
        String when = Terms.TEXTS.get("when." + line.timing(), terms.money(line.total()));
        String note =
                line.price().note().isEmpty() ? when : when + " " + line.price().note();
        return new Derivation(name(line), formula, terms.list(), terms.money(line.amount()), note);
    }

    /** A line's kind, how its requests are served, and what it is about. */
    static String name(Line line) {
        String way = line.way() == null ? "" : ", " + Names.of(line.way());
        return Names.of(line.kind()) + way + (line.subject().isEmpty() ? "" : " – " + line.subject());
    }

    /** The part of the prefix that {@code line} is about, its tokens told. */
    private Optional<CachedPart> cachedPart(Line line) {
        Optional<CachedPart> part = evaluation.caches().parts().stream()
                .filter(p -> p.item().name().equals(line.subject()))
                .findFirst();
        part.ifPresent(
                p -> terms.term("term.cachedTokens", Numbers.count(p.cachedTokens()), terms.itemSource(p.item())));
        return part;
    }

    private void quantity(Line line) {
        double sent = plan.traffic().requestsPerMonth() * (1 + plan.traffic().retryRate()) * share(line);
        switch (line.kind()) {
            case AUDIO_INPUT,
                    AUDIO_READ,
                    AUDIO_OUTPUT,
                    IMAGE_INPUT,
                    IMAGE_READ,
                    IMAGE_OUTPUT,
                    VIDEO_INPUT,
                    VIDEO_READ,
                    VIDEO_OUTPUT -> {
                requests();
                MediaLine media = MediaLine.of(line.kind()).orElseThrow();
                terms.field(media.field());
                if (!media.output() && plan.traffic().media().cachedShare() != null) {
                    terms.field(PlanField.MEDIA_CACHED_SHARE);
                }
            }
            case WEB_SEARCH, GROUNDING, FILE_SEARCH, TOOL_CALL, CODE_SESSION, CONTAINER -> used(line);
            case PLAIN_INPUT, RETRIEVED_INPUT, OUTPUT -> {
                requests();
                terms.term("term.tokens", Numbers.count(line.quantity() / sent), tokensSource(line));
            }
            case CACHE_READ, CACHE_WRITE, CACHE_MISS -> {
                requests();
                cachedPart(line)
                        .ifPresent(p -> terms.term("term.hitRate", Numbers.percentExact(p.hitRate()), hitSource()));
            }
            case CACHE_KEEP_ALIVE -> {
                requests();
                terms.field(PlanField.KEEP_ALIVE_PINGS);
                cachedPart(line)
                        .ifPresent(p -> terms.term(
                                "term.pings",
                                Numbers.value(line.quantity() / (sent * p.cachedTokens())),
                                Terms.TEXTS.get("source.pings")));
            }
            case EMBED_QUERIES, RERANK -> {
                requests();
                if (line.kind() == LineKind.EMBED_QUERIES) {
                    terms.term("term.tokens", Numbers.count(line.quantity() / sent), "");
                }
            }
            case TRAINING -> {
                terms.field(PlanField.DATASET_TOKENS);
                terms.field(PlanField.EPOCHS);
                terms.field(PlanField.RUNS_PER_ROUND);
            }
            case TRAINING_HOURS -> {
                terms.field(PlanField.HOURS_PER_RUN);
                terms.field(PlanField.RUNS_PER_ROUND);
            }
            case TRAINING_MINIMUM -> terms.field(PlanField.RUNS_PER_ROUND);
            case CACHE_STORAGE -> {
                terms.field(PlanField.ACTIVE_HOURS_PER_DAY);
                terms.term("term.tokenHours", Numbers.count(line.quantity()), "");
            }
            case CAPACITY -> capacity();
            case ENGINEERING -> terms.field(work(line));
            case REPEATED_SESSION, FAILURE -> sessions();
            default -> terms.term("term.quantity." + line.kind().unit(), Numbers.count(line.quantity()), "");
        }
    }

    /** Of all requests, what the line is about; told where the plan has any served in another way. */
    private double share(Line line) {
        Way way = line.way();
        List<Way> ways = Ways.stated(plan);
        boolean ofTokens = line.kind().unit() == LineUnit.MILLION_TOKENS && line.timing() == Timing.MONTHLY;
        if (ways.isEmpty() || !ofTokens || line.kind().driver() == Driver.RETRIEVAL || evaluation.capacity() != null) {
            return 1;
        }
        if (way != null) {
            PlanField field = PlanField.served(way);
            terms.field(field);
            return field.get(plan);
        }
        double rest = 1
                - ways.stream().mapToDouble(w -> PlanField.served(w).get(plan)).sum();
        terms.term("term.share", Numbers.percentExact(rest), "");
        return rest;
    }

    /** From how often to what is paid. */
    private void used(Line line) {
        Use use = Use.of(line.kind()).orElseThrow();
        requests();
        if (use.perSession() && plan.traffic().sessions().turns() > 1) {
            terms.field(PlanField.TURNS);
        }
        terms.field(use.count());
        double sent = plan.traffic().requestsPerMonth() * (1 + plan.traffic().retryRate());
        double used = use.billed(Block.of(plan), Column.of(sent), 0).value();
        if (used > line.quantity() + 1e-9 * used) {
            terms.term("term.used", Numbers.count(used), "");
            terms.term("term.free", Numbers.count(used - line.quantity()), "");
        }
        terms.term("term.quantity." + line.kind().unit(), Numbers.count(line.quantity()), "");
    }

    /** From the tokens of a month to the units that its peak minute needs. */
    private void capacity() {
        CapacityUse use = evaluation.capacity();
        if (use == null) {
            return;
        }
        Capacity of = use.capacity();
        String assumed = Terms.TEXTS.get("source.assumed");
        requests();
        terms.term("term.capacity.load", Numbers.count(Math.rint(use.load())), Terms.TEXTS.get("source.capacity.load"));
        terms.term("term.capacity.peak", Numbers.value(of.peak()), of.peakFactor() == null ? assumed : "");
        terms.term("term.capacity.peakTokens", Numbers.count(Math.rint(use.peakTokens())), "");
        terms.term("term.capacity.throughput", Numbers.count(Math.rint(of.throughput())), "");
        terms.term("term.capacity.needed", Numbers.value(use.needed()), "");
        terms.term(
                "term.capacity.units",
                Numbers.count(use.units()),
                Terms.TEXTS.get(
                        "source.capacity.units",
                        Numbers.count(of.minimum()),
                        Numbers.value(of.stepUnits()),
                        of.term()));
        terms.term("term.capacity.used", Numbers.percentExact(use.utilisation()), "");
        terms.term("term.capacity.idle", Numbers.count(Math.rint(use.idleHours())), "");
    }

    /** Calls that sum a conversation up read all of the prompt and write the summary: they are in all of these quantities. */
    private void compaction(Line line) {
        boolean ofPrompt = switch (line.kind()) {
            case PLAIN_INPUT, CACHE_READ, CACHE_WRITE, CACHE_MISS, OUTPUT -> true;
            default -> false;
        };
        Conversations talks =
                Block.of(plan).on(plan, evaluation.architecture().model(plan)).conversations();
        for (int i = 0; ofPrompt && i < plan.items().size(); i++) {
            double calls = talks.compactions(i).value();
            if (calls > 0) {
                terms.term(
                        "term.compactions",
                        Numbers.value(calls),
                        Terms.TEXTS.get(
                                "source.compactions", plan.items().get(i).name()));
            }
        }
    }

    /** How many there are, and how many of them fail. */
    private void sessions() {
        terms.field(PlanField.REQUESTS_PER_MONTH);
        if (plan.traffic().sessions().turns() > 1) {
            terms.field(PlanField.TURNS);
        }
        terms.success(evaluation.architecture());
    }

    private static PlanField work(Line line) {
        if (line.timing() == Timing.ROUND) {
            return PlanField.RETRAIN_WEEKS;
        }
        if (line.subject().equals(Terms.TEXTS.get("work.caching"))) {
            return PlanField.CACHING_WEEKS;
        }
        return line.subject().equals(Terms.TEXTS.get("work.retrieval"))
                ? PlanField.RETRIEVAL_WEEKS
                : PlanField.TUNING_WEEKS;
    }

    private void requests() {
        terms.field(PlanField.REQUESTS_PER_MONTH);
        if (plan.traffic().retryRate() != 0) {
            terms.field(PlanField.RETRY_RATE);
        }
    }

    private String tokensSource(Line line) {
        return switch (line.kind()) {
            case OUTPUT -> terms.stated(outputPath());
            case RETRIEVED_INPUT -> terms.stated(PlanField.RETRIEVED_TOKENS.path());
            default ->
                plan.items().stream()
                        .filter(i -> i.name().equals(line.subject()))
                        .findFirst()
                        .map(terms::itemSource)
                        .orElse("");
        };
    }

    /** Where the plan says how long an answer is. */
    private String outputPath() {
        boolean tuned = evaluation.architecture().places(Placement.WEIGHTS)
                && plan.tuning().outputTokens() != null;
        return tuned
                ? PlanField.TUNED_OUTPUT_TOKENS.path()
                : ofModel(ModelNumber.Kind.OUTPUT_TOKENS).map(ModelNumber::path).orElse(PlanField.OUTPUT_TOKENS.path());
    }

    /** What the plan states of the model that answers; empty where it leaves it out. */
    private Optional<ModelNumber> ofModel(ModelNumber.Kind kind) {
        return Optional.ofNullable(evaluation.architecture().model(plan))
                .map(m -> new ModelNumber(m, kind))
                .filter(n -> !Double.isNaN(n.get(plan)));
    }

    /** What the model that answers makes of the same text, where a plan says so, is in the tokens. */
    private void factor(Line line) {
        boolean ofText = switch (line.kind()) {
            case PLAIN_INPUT, RETRIEVED_INPUT, CACHE_READ, CACHE_WRITE, CACHE_MISS, CACHE_KEEP_ALIVE -> true;
            case OUTPUT -> outputPath().equals(PlanField.OUTPUT_TOKENS.path());
            default -> false;
        };
        if (ofText) {
            ofModel(ModelNumber.Kind.TOKEN_FACTOR)
                    .ifPresent(n -> terms.add(
                            Terms.TEXTS.get("term.factor", NumberLabels.of(plan, n)),
                            Numbers.value(n.get(plan)),
                            terms.stated(n.path())));
        }
    }

    private String hitSource() {
        return Terms.TEXTS.get(evaluation.caches().measured() ? "source.measured" : "source.derived");
    }

    private void price(Line line) {
        UnitPrice price = line.price();
        String per = Terms.TEXTS.get("per." + line.kind().unit());
        Source source = price.source();
        ExactMoney listed = price.listPrice();
        if (line.kind() == LineKind.REPEATED_SESSION) {
            terms.field(PlanField.RETRY_COST);
            terms.term(
                    "term.price",
                    terms.currency().of(price.value()).price() + " " + per,
                    Terms.TEXTS.get("source.session"));
            return;
        }
        if (line.kind().driver() == Driver.AGREED) {
            DiscountWords.of(plan.contract()).forEach(w -> terms.term("term.contract", w, ""));
            return;
        }
        if (line.kind() == LineKind.CAPACITY || line.kind() == LineKind.TRAINING_HOURS && listed == null) {
            terms.term(
                    "term.price",
                    terms.currency().of(price.value()).price() + " " + per,
                    plan.contract()
                            .capacity(evaluation.architecture().model(plan))
                            .map(c -> Objects.requireNonNullElse(c.source(), ""))
                            .orElse(""));
            return;
        }
        if (line.kind() == LineKind.FAILURE && plan.outcome().failureCost() == null) {
            terms.field(PlanField.FAILURE_MINUTES);
            terms.field(PlanField.FAILURE_HOURLY_RATE);
            return;
        }
        if (listed == null || source == null) {
            PlanField field = switch (line.kind()) {
                case LABELLING -> PlanField.LABELLING_COST;
                case EVALUATION -> PlanField.EVALUATION_COST;
                case FAILURE -> PlanField.FAILURE_COST;
                case WEB_SEARCH, GROUNDING, FILE_SEARCH, TOOL_CALL, CODE_SESSION, CONTAINER ->
                    Use.of(line.kind()).orElseThrow().price();
                default -> PlanField.ENGINEERING_WEEK_COST;
            };
            terms.term(
                    "term.price", terms.currency().of(price.value()).price() + " " + per, terms.stated(field.path()));
            return;
        }
        String owner = price.owner().isEmpty() ? "" : price.owner() + ": ";
        boolean discounted = price.agreed() != null;
        terms.term(
                discounted ? "term.listPrice" : "term.price",
                listed.asMoney().price() + " " + per,
                owner + Derivations.describe(source));
        if (discounted && price.atList() > 0) {
            terms.term(
                    "term.agreed",
                    Numbers.percentExact(1 - price.value() / price.atList()),
                    Terms.TEXTS.get("source.agreed"));
        }
        List<String> expected = ExpectedPrices.words(plan);
        if (!expected.isEmpty()) {
            terms.term(
                    "term.expected",
                    Numbers.percentExact(price.expected()),
                    Terms.TEXTS.get("source.expected", String.join("; ", expected)));
        }
        ExchangeRate rate = plan.finance().exchangeRate();
        if (rate != null && price.exchangeRate() != 1) {
            terms.term(
                    "term.exchange",
                    Numbers.value(price.exchangeRate()) + " " + terms.currency() + "/" + listed.currency(),
                    rate.origin());
        }
    }
}
