package app.steelyard.cli.usage;

import app.steelyard.cli.terminal.JsonNodes;
import app.steelyard.json.JsonText;
import app.steelyard.plan.item.HitRateTarget;
import app.steelyard.text.Names;
import app.steelyard.usage.figures.Invalidations;
import app.steelyard.usage.figures.Kpi;
import app.steelyard.usage.figures.Kpis;
import app.steelyard.usage.ledger.RequestGaps;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Indicators for a program. What is not known is absent, and {@code note} says why. */
final class KpisJson {
    private KpisJson() {}

    static String of(UsageKpisCommand.Told told, Kpis.@Nullable Part by) {
        ObjectNode root = JsonText.object();
        root.put("format", 1);
        kpis(root.putObject("all"), told.all());
        JsonText.each(
                root,
                "findings",
                told.findings(),
                (node, f) -> node.put("severity", Names.word(f.severity())).put("text", f.text()));
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
        JsonText.each(root, "anomalies", told.anomalies(), (node, a) -> {
            node.put("day", a.day().toString()).put("what", Names.word(a.what()));
            JsonNodes.put(node, "value", a.value().value());
            JsonNodes.put(node, "median", a.median());
            JsonNodes.put(node, "low", a.low());
            JsonNodes.put(node, "high", a.high());
            node.put("reason", a.reason());
        });
        arrivals(root.putObject("arrivals"), told.arrivals());
        if (by != null) {
            String word = Names.word(by);
            String key = "by" + word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
            JsonText.each(root, key, told.parts(), (node, k) -> kpis(node.put(word, k.name()), k));
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
            kpi.value().ifPresent(value -> JsonNodes.put(one, "value", value));
            if (kpi.value().isPresent() && kpi.numerator() != null && kpi.denominator() != null) {
                one.put("numerator", JsonText.plain(kpi.numerator()))
                        .put("denominator", JsonText.plain(kpi.denominator()));
            }
            if (kpi.currency() != null) {
                one.put("currency", kpi.currency().code());
            }
            if (!kpi.note().isEmpty()) {
                one.put("note", kpi.note());
            }
            if (!kpi.coverage().isWhole()) {
                JsonNodes.put(one, "coverage", kpi.coverage().share());
                JsonText.texts(one, "leftOut", kpi.coverage().leftOut());
            }
        }
        Invalidations found = kpis.invalidations();
        ObjectNode invalidations = node.putObject("invalidations");
        invalidations
                .put("known", found.known())
                .put("step", found.step().toString())
                .put("buckets", found.buckets());
        if (found.known()) {
            JsonNodes.put(invalidations, "perMonth", found.perMonth());
            JsonText.texts(
                    invalidations,
                    "starts",
                    found.starts().stream().map(Object::toString).toList());
        }
    }

    private static void arrivals(ObjectNode node, RequestGaps a) {
        node.put("requests", a.requests()).put("prefixes", a.prefixes());
        JsonNodes.put(node, "requestsPerHour", a.requestsPerHour());
        node.put("standIn", a.standIn());
        JsonNodes.put(node, "readShare", a.readShare());
        JsonText.each(node, "lifetimes", a.lifetimes(), (one, l) -> {
            one.put("seconds", l.seconds()).put("gapsWithin", l.within());
            JsonNodes.put(one, "shareOfGaps", l.shareOfGaps());
            JsonNodes.put(one, "hitRate", l.hitRate());
            JsonText.texts(one, "sold", l.sold());
        });
    }
}
