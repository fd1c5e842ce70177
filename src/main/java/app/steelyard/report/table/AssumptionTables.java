package app.steelyard.report.table;

import app.steelyard.plan.Caching;
import app.steelyard.plan.ExchangeRate;
import app.steelyard.plan.Finance;
import app.steelyard.plan.ItemNumber;
import app.steelyard.plan.ModelNumber;
import app.steelyard.plan.NumberLabels;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Scope;
import app.steelyard.plan.session.Latency;
import app.steelyard.plan.session.Sessions;
import app.steelyard.plan.typed.SessionText;
import app.steelyard.report.ReportModel;
import app.steelyard.text.Currency;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.text.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every number and choice that the plan states, with its source. */
public final class AssumptionTables {
    private static final Texts TEXTS = Texts.of(AssumptionTables.class);

    private final ReportModel model;
    private final Plan plan;

    /**
     * One assumption.
     *
     * @param path in the plan file
     * @param value as shown
     * @param number the value where it is one, as the plan file holds it; else null
     */
    public record Entry(
            String group,
            String path,
            String name,
            String value,
            String unit,
            @Nullable BigDecimal number,
            String source) {}

    public AssumptionTables(ReportModel model) {
        this.model = model;
        this.plan = model.plan();
    }

    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        entries.add(choice(
                "inference.model", "field.model", model.name(plan.inference().model())));
        entries.add(
                choice("inference.tier", "field.tier", Names.of(plan.inference().tier())));
        entries.add(choice(
                "inference.pricesAsOf",
                "field.pricesAsOf",
                plan.inference().pricesAsOf().toString()));
        entries.add(choice("today", "field.today", Names.of(plan.today()), "inference"));
        fields("inference", entries);
        String region = plan.inference().served().region();
        if (region != null) {
            entries.add(choice("inference.served.region", "field.region", region, "inference"));
        }
        fields("traffic", entries);
        Sessions sessions = plan.traffic().sessions();
        if (!sessions.sizes().isEmpty()) {
            entries.add(choice("traffic.sessions.classes", "field.classes", SessionText.ofClasses(sessions.sizes())));
        }
        if (!sessions.measuredGaps().isEmpty()) {
            entries.add(choice("traffic.sessions.gaps", "field.gaps", SessionText.ofGaps(sessions.measuredGaps())));
        }
        for (ContextItem item : plan.items()) {
            items(item, entries);
        }
        String lifetime = plan.caching().lifetime();
        entries.add(choice(
                "caching.lifetime", "field.lifetime", lifetime == null ? TEXTS.get("field.lifetime.first") : lifetime));
        if (plan.caching().behaviour() == Caching.Behaviour.OBSERVED) {
            entries.add(choice(
                    "caching.behaviour",
                    "field.behaviour",
                    Names.of(plan.caching().behaviour())));
        }
        if (plan.caching().keyed()) {
            entries.add(choice("caching.keyed", "field.keyed", TEXTS.get("field.keyed.yes")));
        }
        if (plan.caching().secondBreakpoint()) {
            entries.add(choice("caching.secondBreakpoint", "field.secondBreakpoint", TEXTS.get("field.keyed.yes")));
        }
        if (plan.caching().prewarmed()) {
            entries.add(choice("caching.prewarmed", "field.prewarmed", TEXTS.get("field.keyed.yes")));
        }
        fields("caching", entries);
        fields("model", entries);
        entries.add(
                choice("tuning.model", "field.tuningModel", name(plan.tuning().model())));
        fields("tuning", entries);
        entries.add(choice(
                "retrieval.embedding", "field.embedding", name(plan.retrieval().embedding())));
        entries.add(choice(
                "retrieval.reranker", "field.reranker", name(plan.retrieval().reranker())));
        entries.add(
                choice("retrieval.store", "field.store", name(plan.retrieval().store())));
        fields("retrieval", entries);
        ModelNumber.of(plan).filter(n -> !Double.isNaN(n.get(plan))).forEach(n -> entries.add(field("models", n)));
        fields("latency", entries);
        Finance finance = plan.finance();
        entries.add(
                choice("finance.currency", "field.currency", finance.currency().code()));
        entries.add(choice("finance.timing", "field.timing", Names.of(finance.timing())));
        fields("finance", entries);
        return entries;
    }

    public ReportTable table() {
        ReportTable table = new ReportTable(TEXTS.get("assumption.caption"))
                .words(TEXTS.get("assumption.what"), 34)
                .numbers(TEXTS.get("assumption.value"), 18)
                .words(TEXTS.get("assumption.unit"), 12)
                .words(TEXTS.get("assumption.source"), 0);
        String group = "";
        for (Entry entry : entries()) {
            if (!entry.group().equals(group)) {
                group = entry.group();
                table.row(ReportTable.Style.GROUP, TEXTS.get("group." + group));
            }
            table.row(entry.name(), entry.value(), entry.unit(), entry.source());
        }
        return table;
    }

    private void fields(String group, List<Entry> entries) {
        Stream.of(PlanField.values())
                .filter(f -> f.path().startsWith(group + ".") && f.matters(plan))
                .forEach(f -> entries.add(field(group, f)));
    }

    private Entry field(String group, PlanNumber field) {
        double value = field.get(plan);
        BigDecimal number = Double.isNaN(value) ? null : decimal(value);
        String unit = Double.isNaN(value) ? "" : unit(field);
        String name = field instanceof PlanField known ? Names.of(known) : NumberLabels.of(plan, field);
        return new Entry(group, field.path(), name, shown(field, value), unit, number, source(field));
    }

    private String shown(PlanNumber field, double value) {
        if (Double.isNaN(value)) {
            return switch (field) {
                case PlanField.MEASURED_HIT_RATE -> TEXTS.get("assumption.derived");
                case PlanField.CACHE_MINIMUM_TOKENS -> TEXTS.get("assumption.vendors");
                default -> NumberLabels.value(plan, field, value);
            };
        }
        if (field == PlanField.RETRAIN_EVERY_MONTHS && value == 0) {
            return TEXTS.get("assumption.never");
        }
        return switch (field.unit()) {
            case FRACTION -> Numbers.percentExact(value).replace(" %", "");
            case MONEY -> plan.currency().of(value).digits();
            case TOKENS, REQUESTS, COUNT -> Numbers.count(value);
            default -> Numbers.value(value);
        };
    }

    private String unit(PlanNumber field) {
        Currency currency = plan.currency();
        if (field == PlanField.RETRAIN_EVERY_MONTHS && field.get(plan) == 0 || field.unit() == Unit.COUNT) {
            return "";
        }
        return switch (field.unit()) {
            case MONEY -> TEXTS.get(field == PlanField.ENGINEERING_WEEK_COST ? "unit.week" : "unit.once", currency);
            case RATE -> TEXTS.get("unit.rate", currency);
            case FRACTION -> TEXTS.get("unit.percent");
            default -> Names.of(field.unit());
        };
    }

    private String source(PlanNumber field) {
        boolean shape = field.path().startsWith("latency.") && plan.latency().equals(Latency.PUBLISHED_SHAPE);
        ExchangeRate rate = plan.finance().exchangeRate();
        if (field == PlanField.EXCHANGE_RATE && rate != null && !plan.sources().containsKey(field.path())) {
            return rate.origin();
        }
        return source(field.path(), shape ? "assumption.shape" : "assumption.stated");
    }

    private String source(String path, String otherwise) {
        String source = plan.sources().get(path);
        return source == null ? TEXTS.get(otherwise) : source;
    }

    private void items(ContextItem item, List<Entry> entries) {
        String path = "items." + item.id();
        String name = item.name();
        String scope = Names.of(item.scope()).toLowerCase(Locale.ROOT);
        String kind = Names.of(item.kind()).toLowerCase(Locale.ROOT);
        String of = item.scope() == Scope.SHARED
                ? TEXTS.get("field.kind.shared", name, kind)
                : TEXTS.get("field.kind", name, kind, scope);
        entries.add(new Entry(
                "items",
                path + ".tokens",
                of,
                Numbers.count(item.tokens()),
                Names.of(Unit.TOKENS),
                decimal(item.tokens()),
                source(path + ".tokens", "assumption.stated")));
        if (item.scope() != Scope.REQUEST) {
            entries.add(new Entry(
                    "items",
                    path + ".changesPerMonth",
                    TEXTS.get("field.changes", name),
                    Numbers.count(item.changesPerMonth()),
                    TEXTS.get("unit.changes"),
                    decimal(item.changesPerMonth()),
                    source(path + ".changesPerMonth", "assumption.stated")));
        }
        if (item.growth() != null) {
            ItemNumber.of(item)
                    .filter(n -> n.kind() != ItemNumber.Kind.TOKENS && n.kind() != ItemNumber.Kind.CHANGES)
                    .filter(n -> !Double.isNaN(n.get(item)))
                    .forEach(n -> entries.add(growth(n, n.get(item))));
        }
    }

    private Entry growth(ItemNumber number, double value) {
        return new Entry(
                "items",
                number.path(),
                NumberLabels.of(plan, number),
                number.unit() == Unit.FRACTION ? Numbers.percentExact(value).replace(" %", "") : Numbers.count(value),
                number.unit() == Unit.FRACTION ? TEXTS.get("unit.percent") : Names.of(number.unit()),
                decimal(value),
                source(number.path(), "assumption.stated"));
    }

    private Entry choice(String path, String key, String value) {
        return choice(path, key, value, path.substring(0, path.indexOf('.')));
    }

    private Entry choice(String path, String key, String value, String group) {
        return new Entry(group, path, TEXTS.get(key), value, "", null, source(path, "assumption.stated"));
    }

    private String name(@Nullable PriceRef ref) {
        return ref == null ? TEXTS.get("field.none") : model.name(ref);
    }

    private static BigDecimal decimal(double value) {
        return new BigDecimal(value, MathContext.DECIMAL64).stripTrailingZeros();
    }
}
