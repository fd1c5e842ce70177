package app.steelyard.usage.figures;

import app.steelyard.text.ExactMoney;
import app.steelyard.text.Texts;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * What is told of usage in one number: the one list that commands, cards and JSON go through. A new one is a row here, with
 * its formula, and its texts. The first four are the meanings in which people say "cache hit rate".
 */
public enum Indicator {
    /** Tokens read from the cache, of all input tokens. */
    HIT_OF_INPUT(Unit.SHARE, Indicator::hitOfInput),
    /** Tokens read from the cache, of those that were read or written: what the plan calls the measured hit rate. */
    HIT_OF_CACHED(Unit.SHARE, Indicator::hitOfCached),
    /** Requests that read anything from the cache, of all requests. */
    HIT_REQUESTS(Unit.SHARE, Indicator::hitRequests),
    /** The mean of each request's own share, so that a short request weighs as much as a long one. */
    HIT_MEAN(Unit.SHARE, Indicator::hitMean),
    /** What the cache saved, of what the same input would cost without one. May be negative. */
    SAVED(Unit.SHARE, Indicator::saved),
    COST_PER_REQUEST(Unit.MONEY, Indicator::costPerRequest),
    OUTPUT_TO_INPUT(
            Unit.RATIO,
            (self, b) -> self.ratio(b.totals().output(), b.totals().input(), Coverage.WHOLE, "kpi.noInput")),
    /** How long the answers are; they are billed dearest. */
    OUTPUT_PER_REQUEST(
            Unit.COUNT,
            (self, b) -> b.hasRequests()
                    ? Kpi.of(self, b.totals().output(), b.totals().requests(), Coverage.WHOLE)
                    : self.unknown("kpi.noRequests")),
    WRITE_TO_READ(Unit.RATIO, Indicator::writeToRead);

    /** How a value is to be shown. */
    public enum Unit {
        /** A fraction of a whole. */
        SHARE,
        /** One amount to another. */
        RATIO,
        /** So many per request. */
        COUNT,
        /** Currency per request. */
        MONEY
    }

    private static final Texts TEXTS = Texts.of(Indicator.class);

    private final Unit unit;
    private final BiFunction<Indicator, KpiBasis, Kpi> formula;

    Indicator(Unit unit, BiFunction<Indicator, KpiBasis, Kpi> formula) {
        this.unit = unit;
        this.formula = formula;
    }

    Kpi of(KpiBasis basis) {
        return formula.apply(this, basis);
    }

    public Unit unit() {
        return unit;
    }

    /** Its name, as shown. */
    public String title() {
        return TEXTS.name(this);
    }

    /** Its name at the head of a narrow column. */
    public String column() {
        return text("column");
    }

    /** What it means, in a sentence. */
    public String definition() {
        return text("definition");
    }

    /** What the numerator counts. */
    public String numerator() {
        return text("numerator");
    }

    /** What the denominator counts. */
    public String denominator() {
        return text("denominator");
    }

    private String text(String part) {
        return TEXTS.get("Indicator." + name() + "." + part);
    }

    private Kpi hitOfInput(KpiBasis b) {
        UsageTotals t = b.reads().totals();
        return b.readsUnknown()
                ? unknown("kpi.noReads")
                : ratio(t.cacheRead(), t.input(), b.reads().coverage(), "kpi.noInput");
    }

    private Kpi hitOfCached(KpiBasis b) {
        UsageTotals t = b.writes().totals();
        return b.writes().hasInput()
                ? ratio(
                        t.cacheRead(),
                        t.cacheRead() + t.cacheWrite(),
                        b.writes().coverage(),
                        "kpi.noCache")
                : unknown(b.reads().hasInput() ? "kpi.noWrites" : "kpi.noReads");
    }

    private Kpi hitRequests(KpiBasis b) {
        KnownPart single = b.single();
        return single.totals().requests() == 0
                ? Kpi.unknown(this, whyNotSingle(b))
                : Kpi.of(this, single.hits().hits(), single.totals().requests(), single.coverage());
    }

    private Kpi hitMean(KpiBasis b) {
        KnownPart single = b.single();
        return single.totals().requests() == 0
                ? Kpi.unknown(this, whyNotSingle(b))
                : new Kpi(
                        this,
                        BigDecimal.valueOf(single.hits().shares()),
                        BigDecimal.valueOf(single.totals().requests()),
                        null,
                        "",
                        single.coverage());
    }

    /** Why no requests can be looked at one by one. */
    private static String whyNotSingle(KpiBasis b) {
        if (b.totals().requests() == 0) {
            return TEXTS.get("kpi.noRequests");
        }
        return b.reads().totals().requests() == 0
                ? TEXTS.get("kpi.noReads")
                : TEXTS.get(
                        "kpi.sums",
                        b.reads().hits().judged(),
                        b.reads().totals().requests());
    }

    private Kpi saved(KpiBasis b) {
        if (b.readsUnknown()) {
            return unknown("kpi.noReads");
        }
        ExactMoney plain = null;
        ExactMoney paid = null;
        Set<String> unpriced = new LinkedHashSet<>();
        Kpi why = null;
        double known = 0;
        double all = 0;
        for (DailyUsage row : b.reads().rows()) {
            if (row.totals().isEmpty()) {
                continue;
            }
            all += row.totals().input();
            switch (TokenCost.of(row, b.models())) {
                case TokenCost.Known cost -> {
                    ExactMoney more = cost.plainInput();
                    if (plain != null && !plain.currency().equals(more.currency())) {
                        return unknown("spend.currencies", plain.currency() + ", " + more.currency());
                    }
                    known += row.totals().input();
                    plain = plain == null ? more : plain.plus(more);
                    paid = paid == null ? cost.input() : paid.plus(cost.input());
                }
                case TokenCost.Unknown unknown -> {
                    String model = Measured.shown(Objects.requireNonNullElse(row.model(), ""));
                    unpriced.add(model);
                    why = why == null
                            ? unknown("spend.unpriced", model, unknown.reason().title())
                            : why;
                }
            }
        }
        if (plain == null || paid == null || plain.value().signum() == 0) {
            return why == null ? unknown("kpi.noInput") : why;
        }
        return new Kpi(
                this,
                plain.minus(paid).value(),
                plain.value(),
                plain.currency(),
                TEXTS.get("spend.listed"),
                unpriced.isEmpty()
                        ? b.reads().coverage()
                        : new Coverage(
                                b.reads().coverage().share() * known / all,
                                Stream.concat(b.reads().coverage().leftOut().stream(), unpriced.stream())
                                        .toList(),
                                Coverage.Lack.NOT_PRICED));
    }

    private Kpi costPerRequest(KpiBasis b) {
        ExactMoney amount = b.spend().amount();
        if (!b.hasRequests()) {
            return unknown("kpi.noRequests");
        }
        if (amount != null) {
            return new Kpi(
                    this,
                    amount.value(),
                    BigDecimal.valueOf(b.totals().requests()),
                    amount.currency(),
                    b.spend().note(),
                    Coverage.WHOLE);
        }
        // What has no price must not take the others' figure.
        Spend.Part part = b.spend().part();
        return part == null || part.totals().requests() == 0
                ? Kpi.unknown(this, b.spend().note())
                : new Kpi(
                        this,
                        part.amount().value(),
                        BigDecimal.valueOf(part.totals().requests()),
                        part.amount().currency(),
                        part.note(),
                        part.coverage());
    }

    private Kpi writeToRead(KpiBasis b) {
        UsageTotals t = b.writes().totals();
        return b.writes().hasInput()
                ? ratio(t.cacheWrite(), t.cacheRead(), b.writes().coverage(), "kpi.nothingRead")
                : unknown(b.reads().hasInput() ? "kpi.noWrites" : "kpi.noReads");
    }

    private Kpi ratio(long part, long whole, Coverage coverage, String without) {
        return whole == 0 ? unknown(without) : Kpi.of(this, part, whole, coverage);
    }

    private Kpi unknown(String key, Object... arguments) {
        return Kpi.unknown(this, TEXTS.get(key, arguments));
    }
}
