package app.steelyard.report;

import app.steelyard.cost.CachedPart;
import app.steelyard.cost.Caches;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.Evaluation;
import app.steelyard.cost.FirstToken;
import app.steelyard.cost.Line;
import app.steelyard.cost.LineUnit;
import app.steelyard.cost.Measure;
import app.steelyard.cost.Measures;
import app.steelyard.cost.Timing;
import app.steelyard.plan.ContextItem;
import app.steelyard.plan.Latency;
import app.steelyard.plan.Placement;
import app.steelyard.pricing.CacheLifetime;
import app.steelyard.pricing.CachePolicy;
import app.steelyard.pricing.Quote;
import app.steelyard.report.ReportTable.Cell;
import app.steelyard.report.ReportTable.Style;
import app.steelyard.report.chart.Charts;
import app.steelyard.report.chart.Scale;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The tables of results. */
final class Tables {
    private static final Texts TEXTS = Texts.of(Tables.class);
    private static final int MOST_MONTHS_SHOWN = 24;
    /** A share beyond it says no more than that it is large. */
    private static final double MOST_SHARE = 10;

    private static final String NONE = TEXTS.get("none");

    private final ReportModel model;
    private final String currency;
    private final String horizon;

    Tables(ReportModel model) {
        this.model = model;
        this.currency = model.currency();
        this.horizon = TEXTS.get("cover.months", model.months());
    }

    // Options

    ReportTable options() {
        ReportTable table = new ReportTable(TEXTS.get("options.caption"))
                .words(TEXTS.get("option"), 0)
                .numbers(TEXTS.get("options.setUp"), 15)
                .numbers(TEXTS.get("options.month"), 15)
                .numbers(TEXTS.get("options.tco"), 17)
                .numbers(TEXTS.get("options.npv"), 17)
                .numbers(TEXTS.get("options.payback"), 13)
                .note(TEXTS.get("options.note", horizon, currency));
        for (Evaluation evaluation : model.comparison().evaluations()) {
            switch (evaluation) {
                case Evaluation.Priced priced -> option(table, ledger(priced));
                case Evaluation.Unpriced unpriced ->
                    table.row(
                            Style.PLAIN, Charts.name(unpriced), TEXTS.get("options.unpriced"), NONE, NONE, NONE, NONE);
            }
        }
        return table;
    }

    private void option(ReportTable table, Ledger ledger) {
        Measures measures = ledger.evaluation().measures();
        boolean best = model.cheapest().filter(l -> l == ledger).isPresent();
        boolean today = ledger.evaluation().architecture().today();
        table.row(
                best ? Style.SUBTOTAL : Style.PLAIN,
                Charts.name(ledger.evaluation()),
                amount(ledger.amount(0)),
                amount(measures.averageMonth()),
                amount(ledger.total()),
                today ? NONE : amount(measures.npv()),
                today ? NONE : payback(measures.payback(), measures));
    }

    /** Where every item is placed, an architecture a column. */
    ReportTable placements() {
        List<Evaluation> evaluations = model.comparison().evaluations();
        ReportTable table = new ReportTable(TEXTS.get("placement.caption")).words(TEXTS.get("item"), 0);
        evaluations.forEach(e -> table.words(Charts.name(e), 13));
        List<ContextItem> items = model.plan().items();
        for (int i = 0; i < items.size(); i++) {
            List<String> row = new ArrayList<>();
            row.add(items.get(i).name());
            for (Evaluation evaluation : evaluations) {
                Placement placement = evaluation.architecture().placements().get(i);
                row.add(Names.of(placement));
            }
            table.row(row.toArray(String[]::new));
        }
        return table.note(TEXTS.get("placement.note"));
    }

    // Measures

    ReportTable costs() {
        ReportTable table = new ReportTable(TEXTS.get("measures.costs"))
                .words(TEXTS.get("option"), 0)
                .numbers(Names.of(Measure.TCO), 17)
                .numbers(Names.of(Measure.FIRST_MONTH), 16)
                .numbers(Names.of(Measure.AVERAGE_MONTH), 16)
                .numbers(TEXTS.get("measures.presentValue"), 17)
                .numbers(Names.of(Measure.COST_PER_REQUEST), 14);
        double requests = 0;
        for (Ledger ledger : model.ledgers()) {
            Measures measures = ledger.evaluation().measures();
            requests = Arrays.stream(ledger.evaluation().cashFlow().requests()).sum();
            table.row(
                    Charts.name(ledger.evaluation()),
                    amount(ledger.total()),
                    amount(ledger.amount(1)),
                    amount(measures.averageMonth()),
                    amount(measures.presentValue()),
                    Double.isNaN(measures.costPerRequest()) ? NONE : Numbers.value(measures.costPerRequest()));
        }
        return table.note(TEXTS.get(
                "measures.note.costs",
                Numbers.percent(model.plan().finance().discountRatePerYear()),
                TEXTS.get("timing." + model.plan().finance().timing()),
                Numbers.count(Math.rint(requests)),
                currency));
    }

    ReportTable againstToday() {
        ReportTable table = new ReportTable(TEXTS.get("measures.against"))
                .words(TEXTS.get("option"), 0)
                .numbers(Names.of(Measure.SAVING), 16)
                .numbers(TEXTS.get("measures.share"), 9)
                .numbers(Names.of(Measure.NPV), 16)
                .numbers(Names.of(Measure.PAYBACK), 11)
                .numbers(Names.of(Measure.DISCOUNTED_PAYBACK), 11)
                .numbers(Names.of(Measure.ROI), 11)
                .numbers(Names.of(Measure.IRR), 11);
        Ledger today = model.baseline().orElse(null);
        for (Ledger ledger : model.ledgers()) {
            Measures measures = ledger.evaluation().measures();
            if (ledger == today) {
                continue;
            }
            String unknown = TEXTS.get("measures.unknown");
            table.row(
                    Charts.name(ledger.evaluation()),
                    today == null ? unknown : amount(ledger.rounded(today.total() - ledger.total())),
                    Double.isNaN(measures.savingShare()) ? NONE : signed(Numbers.percent(measures.savingShare())),
                    today == null ? unknown : amount(measures.npv()),
                    today == null ? unknown : payback(measures.payback(), measures),
                    today == null ? unknown : payback(measures.discountedPayback(), measures),
                    share(measures.roi()),
                    share(measures.irr()));
        }
        return table.note(TEXTS.get("measures.note.against"));
    }

    private String payback(OptionalDouble months, Measures measures) {
        return Double.isNaN(measures.saving()) ? TEXTS.get("measures.unknown") : months(months);
    }

    /** A span of months as people read it. */
    static String months(OptionalDouble months) {
        if (months.isEmpty()) {
            return TEXTS.get("months.none");
        }
        return months.getAsDouble() == 0
                ? TEXTS.get("months.now")
                : TEXTS.get("months.value", Numbers.axis(Math.round(months.getAsDouble() * 10) / 10.0));
    }

    private static String share(OptionalDouble value) {
        if (value.isEmpty() || !Double.isFinite(value.getAsDouble())) {
            return NONE;
        }
        double share = value.getAsDouble();
        return share > MOST_SHARE ? "> " + Numbers.percent(MOST_SHARE) : signed(Numbers.percent(share));
    }

    // Statement

    ReportTable statement(Ledger ledger) {
        ReportTable table = new ReportTable(TEXTS.get("statement.caption", Charts.name(ledger.evaluation())))
                .words(TEXTS.get("statement.line"), 0)
                .numbers(TEXTS.get("statement.quantity"), 17)
                .numbers(TEXTS.get("statement.unitPrice"), 19)
                .numbers(TEXTS.get("statement.amount"), 15)
                .numbers(TEXTS.get("statement.total", horizon), 17);
        for (Timing timing : Timing.values()) {
            List<Ledger.Entry> entries = ledger.lines().stream()
                    .filter(e -> e.line().timing() == timing)
                    .toList();
            if (entries.isEmpty()) {
                continue;
            }
            table.row(Style.GROUP, TEXTS.get("statement.group." + timing));
            double amounts = 0;
            double totals = 0;
            for (Ledger.Entry entry : entries) {
                Line line = entry.line();
                table.row(
                        lineName(line),
                        quantity(line),
                        unitPrice(line),
                        amount(entry.amount()),
                        amount(entry.total()));
                amounts += entry.amount();
                totals += entry.total();
            }
            table.row(
                    Style.SUBTOTAL,
                    TEXTS.get("statement.subtotal"),
                    "",
                    "",
                    amount(ledger.rounded(amounts)),
                    amount(ledger.rounded(totals)));
        }
        return table.row(Style.TOTAL, TEXTS.get("statement.sum"), "", "", "", amount(ledger.total()));
    }

    /** A line's kind and what it is about. */
    static String lineName(Line line) {
        String kind = Names.of(line.kind());
        String name = line.longContext() ? TEXTS.get("statement.long", kind) : kind;
        return line.subject().isEmpty() ? name : TEXTS.get("statement.subject", name, line.subject());
    }

    private static String quantity(Line line) {
        LineUnit unit = line.kind().unit();
        double units = line.quantity() / unit.scale();
        return (Math.abs(units) < 1 ? small(units) : Numbers.count(units)) + " × " + Names.of(unit);
    }

    private static String small(double value) {
        return new BigDecimal(value)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }

    private String unitPrice(Line line) {
        return Numbers.unitPrice(significant(line.price().value()), currency);
    }

    /** Exchanged prices have endless decimals; eight digits tell them apart. */
    private static double significant(double value) {
        return value == 0 ? 0 : new BigDecimal(value).round(new MathContext(8)).doubleValue();
    }

    // Cash flow

    ReportTable cashFlow() {
        ReportTable table = periods(TEXTS.get(yearly() ? "cash.caption.year" : "cash.caption.month"));
        cashRow(table, Style.PLAIN, TEXTS.get("cash.setUp"), "", l -> amount(l.amount(0)));
        for (int[] span : spans()) {
            cashRow(table, Style.PLAIN, period(span), from(span), l -> amount(l.amount(span[0], span[1])));
        }
        cashRow(table, Style.TOTAL, TEXTS.get("cash.total"), "", l -> amount(l.total()));
        return table.note(TEXTS.get(
                "cash.note", TEXTS.get("timing." + model.plan().finance().timing()), currency));
    }

    ReportTable cumulative() {
        ReportTable table = periods(TEXTS.get("cash.caption.cumulative"));
        cashRow(table, Style.PLAIN, TEXTS.get("cash.setUp"), "", l -> amount(l.amount(0)));
        for (int[] span : spans()) {
            cashRow(table, Style.PLAIN, period(span), from(span), l -> amount(l.amount(0, span[1])));
        }
        return table;
    }

    private ReportTable periods(String caption) {
        ReportTable table = new ReportTable(caption)
                .words(TEXTS.get(yearly() ? "cash.period.year" : "cash.period"), 8)
                .words(TEXTS.get("cash.period.from"), 11);
        model.ledgers().forEach(l -> table.numbers(Charts.name(l.evaluation()), 0));
        return table;
    }

    private void cashRow(ReportTable table, Style style, String period, String from, Function<Ledger, String> cell) {
        table.row(
                style,
                Stream.concat(Stream.of(period, from), model.ledgers().stream().map(cell))
                        .toArray(String[]::new));
    }

    private boolean yearly() {
        return model.months() > MOST_MONTHS_SHOWN;
    }

    private List<int[]> spans() {
        int step = yearly() ? 12 : 1;
        return IntStream.iterate(1, m -> m <= model.months(), m -> m + step)
                .mapToObj(m -> new int[] {m, Math.min(m + step - 1, model.months())})
                .toList();
    }

    private String period(int[] span) {
        return Integer.toString(yearly() ? (span[0] - 1) / 12 + 1 : span[0]);
    }

    private String from(int[] span) {
        return model.plan().inference().pricesAsOf().plusMonths(span[0] - 1).toString();
    }

    // Hit rate and latency

    /** One table for each priced architecture that caches something. */
    List<ReportTable> hitRates() {
        return model.ledgers().stream()
                .map(Ledger::evaluation)
                .filter(e -> !e.caches().parts().isEmpty())
                .map(this::hitRate)
                .toList();
    }

    private ReportTable hitRate(Evaluation.Priced evaluation) {
        Caches caches = evaluation.caches();
        String rate = Double.isNaN(caches.hitRate()) ? Numbers.percent(0) : percent(caches.hitRate());
        ReportTable table = new ReportTable(TEXTS.get("hit.caption", Charts.name(evaluation), rate))
                .words(TEXTS.get("hit.item"), 0)
                .numbers(TEXTS.get("hit.tokens"), 11)
                .numbers(TEXTS.get("hit.arrivals"), 13)
                .numbers(TEXTS.get("hit.quiet"), 13)
                .numbers(TEXTS.get("hit.changes"), 12)
                .numbers(TEXTS.get("hit.keys"), 8)
                .numbers(TEXTS.get("hit.rate"), 11);
        for (CachedPart part : caches.parts()) {
            table.row(
                    part.item().name(),
                    Numbers.count(part.cachedTokens()),
                    Numbers.value(part.arrivals()),
                    Numbers.value(part.quietArrivals()),
                    Numbers.value(part.changes()),
                    Numbers.count(Math.ceil(part.keys())),
                    percent(part.hitRate()));
        }
        return table.note(cacheNote(caches));
    }

    private static String cacheNote(Caches caches) {
        List<String> notes = new ArrayList<>();
        CacheLifetime lifetime = caches.lifetime();
        if (caches.measured()) {
            notes.add(TEXTS.get("hit.measured"));
        } else if (lifetime != null) {
            String minutes = TEXTS.get("hit.minutes", Numbers.count(lifetime.duration().toSeconds() / 60.0));
            String refresh = Names.of(lifetime.refresh());
            notes.add(
                    Double.isNaN(caches.breakEven())
                            ? TEXTS.get("hit.derived.noBreakEven", minutes, refresh)
                            : TEXTS.get("hit.derived", minutes, refresh, Numbers.percent(caches.breakEven())));
        }
        Quote<CachePolicy> policy = caches.policy();
        if (policy != null) {
            notes.add(TEXTS.get(
                    "hit.rules",
                    policy.fact().source().title(),
                    policy.fact().source().url(),
                    policy.fact().source().read()));
        }
        return String.join(" ", notes);
    }

    ReportTable latency() {
        Latency shape = model.plan().latency();
        ReportTable table = new ReportTable(TEXTS.get("latency.caption"))
                .words(TEXTS.get("option"), 0)
                .numbers(TEXTS.get("latency.expected"), 18)
                .numbers(TEXTS.get("latency.hit"), 18)
                .numbers(TEXTS.get("latency.miss"), 18);
        for (Ledger ledger : model.ledgers()) {
            FirstToken token = ledger.evaluation().firstToken();
            table.row(
                    Charts.name(ledger.evaluation()),
                    Numbers.seconds(token.expected()),
                    Numbers.seconds(token.cached()),
                    Numbers.seconds(token.uncached()));
        }
        return table.note(TEXTS.get(
                "latency.note",
                Numbers.value(shape.baseSeconds()),
                Numbers.value(shape.secondsPer1kUncached()),
                Numbers.value(shape.secondsPer1kCached())));
    }

    // At list prices

    ReportTable listPrices(Comparison listed) {
        ReportTable table = new ReportTable(TEXTS.get("list.caption"))
                .words(TEXTS.get("option"), 0)
                .numbers(TEXTS.get("list.published"), 22)
                .numbers(TEXTS.get("list.list"), 22)
                .numbers(TEXTS.get("list.difference"), 22);
        for (Evaluation evaluation : listed.evaluations()) {
            Ledger before = model.ledgers().stream()
                    .filter(l -> l.evaluation().architecture().design()
                            == evaluation.architecture().design())
                    .findFirst()
                    .orElse(null);
            Ledger after = evaluation instanceof Evaluation.Priced priced ? new Ledger(priced, currency) : null;
            String unpriced = TEXTS.get("options.unpriced");
            table.row(
                    Charts.name(evaluation),
                    before == null ? unpriced : amount(before.total()),
                    after == null ? unpriced : amount(after.total()),
                    before == null || after == null ? NONE : amount(after.rounded(after.total() - before.total())));
        }
        return table;
    }

    // Prices

    ReportTable prices() {
        ReportTable table = new ReportTable(TEXTS.get("price.caption"))
                .words(TEXTS.get("price.what"), 0)
                .numbers(TEXTS.get("price.list"), 15)
                .words(TEXTS.get("price.unit"), 14)
                .words(TEXTS.get("price.valid"), 15)
                .words(TEXTS.get("price.read"), 12)
                .words(TEXTS.get("price.trust"), 13)
                .note(TEXTS.get("price.note"));
        for (PriceUse use : PriceUse.of(model)) {
            table.row(
                    Style.PLAIN,
                    List.of(
                            new Cell(use.owner() + ": " + use.what(), use.title() + ", " + use.url()),
                            new Cell(use.listPrice(), use.inPlanCurrency(currency)),
                            new Cell(use.unit(), ""),
                            new Cell(use.validity(), ""),
                            new Cell(use.source().read().toString(), ""),
                            new Cell(Names.of(use.source().confidence()), use.marks())));
        }
        return table;
    }

    private Ledger ledger(Evaluation.Priced evaluation) {
        return model.ledgers().stream()
                .filter(l -> l.evaluation().architecture().equals(evaluation.architecture()))
                .findFirst()
                .orElseThrow();
    }

    private String amount(double value) {
        return Double.isFinite(value) ? signed(Numbers.amount(value, currency)) : NONE;
    }

    /** With a minus as wide as a figure. */
    private static String signed(String number) {
        return number.replace('-', '−');
    }

    private static String percent(double fraction) {
        return Scale.SHARE.exact(fraction);
    }
}
