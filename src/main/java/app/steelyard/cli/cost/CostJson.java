package app.steelyard.cli.cost;

import app.steelyard.cost.Comparison;
import app.steelyard.cost.Improvement;
import app.steelyard.cost.explain.Repricing;
import app.steelyard.cost.result.CachedPart;
import app.steelyard.cost.result.Caches;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Line;
import app.steelyard.cost.result.Measure;
import app.steelyard.json.JsonText;
import app.steelyard.plan.Plan;
import app.steelyard.text.Names;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A weighed plan for a program, as {@code docs/cost.schema.json} describes it. */
final class CostJson {
    /** Digits that mean something: above the noise of floating-point sums. */
    private static final MathContext PRECISION = new MathContext(12, RoundingMode.HALF_UP);

    private CostJson() {}

    static String of(Comparison comparison, List<Improvement> improvements, Optional<Repricing> listed) {
        ObjectNode root = JsonText.object();
        root.put("format", 1);
        root.put("plan", comparison.plan().name());
        comparison.plan().draft().ifPresent(reason -> root.put("draft", reason));
        fill(root, comparison);
        ArrayNode could = root.putArray("improvements");
        improvements.forEach(i -> {
            ObjectNode each = could.addObject();
            each.put("kind", Names.word(i.kind()));
            number(each, "savedPerMonth", i.perMonth().value());
            number(each, "savedOverHorizon", i.overHorizon().value());
            if (!i.order().isEmpty()) {
                ArrayNode order = each.putArray("order");
                i.order()
                        .forEach(p ->
                                order.addObject().put("item", p.item().id()).put("now", p.now()));
            }
            each.put("text", i.text());
        });
        listed.ifPresent(repricing -> {
            ObjectNode node = root.putObject("atListPrices");
            fill(node, repricing.comparison());
            texts(node.putArray("reasons"), repricing.reasons());
        });
        return JsonText.write(root);
    }

    private static void fill(ObjectNode node, Comparison comparison) {
        Plan plan = comparison.plan();
        node.put("model", plan.inference().model().toString());
        node.put("tier", Names.word(plan.inference().tier()));
        node.put("pricesAsOf", plan.inference().pricesAsOf().toString());
        node.put("currency", plan.currency().code());
        node.put("horizonMonths", Math.round(plan.finance().horizonMonths()));
        comparison
                .cheapest()
                .ifPresent(e -> node.put("cheapest", Names.word(e.architecture().design())));
        ArrayNode architectures = node.putArray("architectures");
        for (Evaluation evaluation : comparison.evaluations()) {
            ObjectNode each = architectures.addObject();
            each.put("design", Names.word(evaluation.architecture().design()));
            each.put("today", evaluation.architecture().today());
            ObjectNode placements = each.putObject("placements");
            for (int i = 0; i < plan.items().size(); i++) {
                placements.put(
                        plan.items().get(i).id(),
                        Names.word(evaluation.architecture().placements().get(i)));
            }
            each.put("priced", evaluation instanceof Evaluation.Priced);
            switch (evaluation) {
                case Evaluation.Priced priced -> priced(each, priced);
                case Evaluation.Unpriced unpriced -> texts(each.putArray("reasons"), unpriced.reasons());
            }
        }
    }

    private static void priced(ObjectNode node, Evaluation.Priced priced) {
        node.put("feasible", priced.feasible());
        for (Measure measure : Measure.values()) {
            String property = measure.property();
            if (property != null) {
                number(node, property, measure.of(priced));
            }
            if (measure == Measure.FIRST_MONTH) {
                number(
                        node,
                        "setUpAndFirstMonth",
                        priced.measures().setUp() + priced.measures().firstMonth());
            }
        }
        ObjectNode first = node.putObject("firstTokenSeconds");
        number(first, "uncached", priced.firstToken().uncached());
        number(first, "cached", priced.firstToken().cached());
        number(first, "expected", priced.firstToken().expected());
        if (!priced.caches().parts().isEmpty()) {
            cache(node.putObject("cache"), priced.caches());
        }
        ArrayNode lines = node.putArray("lines");
        priced.statement().forEach(line -> line(lines.addObject(), line));
        ArrayNode notices = node.putArray("notices");
        priced.notices()
                .forEach(notice -> notices.addObject()
                        .put("severity", Names.word(notice.severity()))
                        .put("text", notice.text()));
    }

    private static void cache(ObjectNode node, Caches caches) {
        node.put("measured", caches.measured());
        number(node, "cachedTokens", caches.cachedTokens());
        number(node, "hitRate", caches.hitRate());
        number(node, "breakEvenHitRate", caches.breakEven());
        ArrayNode items = node.putArray("items");
        for (CachedPart part : caches.parts()) {
            ObjectNode item = items.addObject().put("item", part.item().id());
            number(item, "cachedTokens", part.cachedTokens());
            number(item, "hitRate", part.hitRate());
        }
    }

    private static void line(ObjectNode node, Line line) {
        node.put("kind", Names.word(line.kind()));
        node.put("driver", Names.word(line.kind().driver()));
        if (!line.subject().isEmpty()) {
            node.put("subject", line.subject());
        }
        node.put("timing", Names.word(line.timing()));
        node.put("longContext", line.longContext());
        number(node, "quantity", line.quantity());
        node.put("priceUnit", Names.word(line.kind().unit()));
        number(node, "unitPrice", line.price().value());
        number(node, "amount", line.amount());
        number(node, "total", line.total());
    }

    private static void texts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }

    /** Leaves out what is not known or endless. */
    private static void number(ObjectNode node, String key, double value) {
        if (Double.isFinite(value)) {
            node.put(key, JsonText.plain(new BigDecimal(value, PRECISION)));
        }
    }
}
