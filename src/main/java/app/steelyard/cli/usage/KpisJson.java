package app.steelyard.cli.usage;

import app.steelyard.json.JsonText;
import app.steelyard.plan.item.HitRateTarget;
import app.steelyard.text.Names;
import app.steelyard.usage.figures.Anomaly;
import app.steelyard.usage.figures.Invalidations;
import app.steelyard.usage.figures.Kpi;
import app.steelyard.usage.figures.Kpis;
import app.steelyard.usage.ledger.RequestGaps;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Indicators for a program. What is not known is absent, and {@code note} says why. */
final class KpisJson {
    private static final MathContext PRECISION = new MathContext(12);

    private KpisJson() {}

    static String of(UsageKpisCommand.Told told, Kpis.@Nullable Part by) {
        ObjectNode root = JsonText.object();
        root.put("format", 1);
        kpis(root.putObject("all"), told.all());
        Kpi rate = told.all().hitRate();
        ArrayNode targets = root.putArray("targets");
        rate.value().ifPresent(value -> {
            for (HitRateTarget target : HitRateTarget.values()) {
                targets.addObject()
                        .put("target", Names.word(target))
                        .put("low", target.low())
                        .put("high", target.high())
                        .put("of", Names.word(rate.indicator()))
                        .put("standing", Names.word(target.standing(value)));
            }
        });
        ArrayNode anomalies = root.putArray("anomalies");
        for (Anomaly a : told.anomalies()) {
            ObjectNode node =
                    anomalies.addObject().put("day", a.day().toString()).put("what", Names.word(a.what()));
            number(node, "value", a.value().value());
            number(node, "median", a.median());
            number(node, "low", a.low());
            number(node, "high", a.high());
            node.put("reason", a.reason());
        }
        arrivals(root.putObject("arrivals"), told.arrivals());
        if (by != null) {
            ArrayNode parts =
                    root.putArray("by" + Names.word(by).substring(0, 1).toUpperCase(Locale.ROOT)
                            + Names.word(by).substring(1));
            told.parts().forEach(k -> kpis(parts.addObject().put(Names.word(by), k.name()), k));
        }
        return JsonText.write(root);
    }

    private static void kpis(ObjectNode node, Kpis kpis) {
        if (kpis.totals().requestsStated()) {
            node.put("requests", kpis.totals().requests());
        }
        ObjectNode indicators = node.putObject("indicators");
        for (Kpi kpi : kpis.indicators()) {
            ObjectNode one = indicators.putObject(Names.word(kpi.indicator()));
            kpi.value().ifPresent(value -> number(one, "value", value));
            if (kpi.value().isPresent() && kpi.numerator() != null && kpi.denominator() != null) {
                one.put("numerator", plain(kpi.numerator())).put("denominator", plain(kpi.denominator()));
            }
            if (kpi.currency() != null) {
                one.put("currency", kpi.currency().code());
            }
            if (!kpi.note().isEmpty()) {
                one.put("note", kpi.note());
            }
            if (!kpi.coverage().isWhole()) {
                number(one, "coverage", kpi.coverage().share());
                ArrayNode without = one.putArray("leftOut");
                kpi.coverage().leftOut().forEach(without::add);
            }
        }
        Invalidations found = kpis.invalidations();
        ObjectNode invalidations = node.putObject("invalidations");
        invalidations
                .put("known", found.known())
                .put("step", found.step().toString())
                .put("buckets", found.buckets());
        if (found.known()) {
            number(invalidations, "perMonth", found.perMonth());
            ArrayNode starts = invalidations.putArray("starts");
            found.starts().forEach(s -> starts.add(s.toString()));
        }
    }

    private static void arrivals(ObjectNode node, RequestGaps a) {
        node.put("requests", a.requests()).put("prefixes", a.prefixes());
        number(node, "requestsPerHour", a.requestsPerHour());
        node.put("standIn", a.standIn());
        number(node, "readShare", a.readShare());
        ArrayNode lifetimes = node.putArray("lifetimes");
        for (RequestGaps.Lifetime l : a.lifetimes()) {
            ObjectNode one = lifetimes.addObject().put("seconds", l.seconds()).put("gapsWithin", l.within());
            number(one, "shareOfGaps", l.shareOfGaps());
            number(one, "hitRate", l.hitRate());
            ArrayNode sold = one.putArray("sold");
            l.sold().forEach(sold::add);
        }
    }

    static void number(ObjectNode node, String key, double value) {
        if (Double.isFinite(value)) {
            node.put(key, plain(new BigDecimal(value).round(PRECISION)));
        }
    }

    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
