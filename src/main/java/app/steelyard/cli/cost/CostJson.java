package app.steelyard.cli.cost;

import static app.steelyard.cli.terminal.JsonNodes.put;

import app.steelyard.cost.Comparison;
import app.steelyard.cost.Handling;
import app.steelyard.cost.Improvement;
import app.steelyard.cost.Verdict;
import app.steelyard.cost.bill.Ways;
import app.steelyard.cost.explain.Repricing;
import app.steelyard.cost.result.Caches;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Line;
import app.steelyard.cost.result.Measure;
import app.steelyard.cost.result.Measures;
import app.steelyard.json.JsonText;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PriceRef;
import app.steelyard.text.Names;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** A weighed plan for a program, as {@code docs/cost.schema.json} describes it. */
final class CostJson {
    /** Digits that mean something: above the noise of floating-point sums. */
    private CostJson() {}

    static String of(Comparison comparison, List<Improvement> improvements, Optional<Repricing> listed) {
        ObjectNode root = JsonText.object();
        root.put("format", 1);
        root.put("plan", comparison.plan().name());
        comparison.plan().draft().ifPresent(reason -> root.put("draft", reason));
        fill(root, comparison);
        JsonText.each(root, "improvements", improvements, (each, i) -> {
            each.put("kind", Names.word(i.kind()));
            put(each, "savedPerMonth", i.perMonth().value());
            put(each, "savedOverHorizon", i.overHorizon().value());
            if (!i.order().isEmpty()) {
                JsonText.each(
                        each,
                        "order",
                        i.order(),
                        (node, p) -> node.put("item", p.item().id()).put("now", p.now()));
            }
            each.put("text", i.text());
        });
        listed.ifPresent(repricing -> {
            ObjectNode node = root.putObject("atListPrices");
            fill(node, repricing.comparison());
            JsonText.texts(node, "reasons", repricing.reasons());
        });
        return JsonText.write(root);
    }

    private static void fill(ObjectNode node, Comparison comparison) {
        Plan plan = comparison.plan();
        node.put("model", plan.inference().model().toString());
        node.put("tier", Names.word(plan.inference().tier()));
        Ways.stated(plan)
                .forEach(w -> put(
                        node.withObjectProperty("served"),
                        Names.word(w),
                        PlanField.served(w).get(plan)));
        node.put("pricesAsOf", plan.inference().pricesAsOf().toString());
        node.put("currency", plan.currency().code());
        node.put("horizonMonths", Math.round(plan.finance().horizonMonths()));
        node.put("rankedBy", Names.word(comparison.basis().perSuccess() ? Measure.COST_PER_SUCCESS : Measure.TCO));
        boolean example = comparison.verdict() instanceof Verdict.Example;
        comparison.cheapest().filter(e -> !example).ifPresent(e -> {
            node.put("cheapest", Names.word(e.architecture().design()));
            model(node, "cheapestModel", plan, e);
        });
        JsonText.each(node, "architectures", comparison.evaluations(), (each, evaluation) -> {
            each.put("design", Names.word(evaluation.architecture().design()));
            model(each, "model", plan, evaluation);
            each.put("today", evaluation.architecture().today());
            each.put("reordered", evaluation.architecture().reordered());
            ObjectNode placements = each.putObject("placements");
            for (int i = 0; i < plan.items().size(); i++) {
                placements.put(
                        plan.items().get(i).id(),
                        Names.word(evaluation.architecture().placements().get(i)));
            }
            JsonText.each(each, "keeping", Handling.of(plan, evaluation), CostJson::keeping);
            each.put("priced", evaluation instanceof Evaluation.Priced);
            switch (evaluation) {
                case Evaluation.Priced priced -> priced(each, priced);
                case Evaluation.Unpriced unpriced -> JsonText.texts(each, "reasons", unpriced.reasons());
            }
        });
    }

    private static void keeping(ObjectNode node, Handling kept) {
        node.put("kind", Names.word(kept.kind()));
        node.put("place", Names.word(kept.place()));
        node.put("updated", Names.word(kept.updated()));
        node.put("erased", Names.word(kept.erased()));
        if (kept.cacheSeconds() > 0) {
            put(node, "cacheSeconds", kept.cacheSeconds());
        }
        if (kept.retrainEveryMonths() > 0) {
            put(node, "retrainEveryMonths", kept.retrainEveryMonths());
        }
    }

    private static void model(ObjectNode node, String key, Plan plan, Evaluation evaluation) {
        PriceRef model = evaluation.architecture().model(plan);
        if (model != null) {
            node.put(key, model.toString());
        }
    }

    private static void priced(ObjectNode node, Evaluation.Priced priced) {
        node.put("feasible", priced.feasible());
        for (Measure measure : Measure.values()) {
            String property = measure.property();
            if (measure == Measure.IRR && priced.measures().irrBeyond()) {
                node.putNull("irrPerYear");
                put(node, "irrPerYearAbove", Measures.HIGHEST_IRR);
            } else if (property != null) {
                put(node, property, measure.told(priced) ? measure.of(priced) : Double.NaN);
            }
            if (measure == Measure.FIRST_MONTH) {
                put(
                        node,
                        "setUpAndFirstMonth",
                        priced.measures().setUp() + priced.measures().firstMonth());
            }
        }
        ObjectNode first = node.putObject("firstTokenSeconds");
        put(first, "uncached", priced.firstToken().uncached());
        put(first, "cached", priced.firstToken().cached());
        put(first, "expected", priced.firstToken().expected());
        if (!priced.turns().isEmpty()) {
            JsonText.each(first, "byTurn", priced.turns(), (each, turn) -> {
                each.put("turn", turn.turn());
                put(each, "promptTokens", turn.promptTokens());
                put(each, "cachedShare", turn.cachedShare());
                put(each, "seconds", turn.seconds());
            });
        }
        if (!priced.caches().parts().isEmpty()) {
            cache(node.putObject("cache"), priced.caches());
        }
        if (priced.capacity() != null) {
            CapacityJson.all(node.putObject("capacity"), priced.capacity());
        }
        JsonText.each(node, "lines", priced.statement(), (each, line) -> line(each, line));
        JsonText.each(
                node,
                "notices",
                priced.notices(),
                (said, notice) ->
                        said.put("severity", Names.word(notice.severity())).put("text", notice.text()));
    }

    private static void cache(ObjectNode node, Caches caches) {
        node.put("measured", caches.measured());
        put(node, "cachedTokens", caches.cachedTokens());
        put(node, "hitRate", caches.hitRate());
        put(node, "breakEvenHitRate", caches.breakEven());
        JsonText.each(node, "items", caches.parts(), (item, part) -> {
            item.put("item", part.item().id());
            put(item, "cachedTokens", part.cachedTokens());
            put(item, "hitRate", part.hitRate());
        });
    }

    private static void line(ObjectNode node, Line line) {
        node.put("kind", Names.word(line.kind()));
        node.put("driver", Names.word(line.kind().driver()));
        if (!line.subject().isEmpty()) {
            node.put("subject", line.subject());
        }
        node.put("timing", Names.word(line.timing()));
        node.put("longContext", line.longContext());
        if (line.way() != null) {
            node.put("served", Names.word(line.way()));
        }
        put(node, "quantity", line.quantity());
        node.put("priceUnit", Names.word(line.kind().unit()));
        put(node, "unitPrice", line.price().value());
        put(node, "amount", line.amount());
        put(node, "total", line.total());
        if (line.agreed()) {
            put(node, "unitPriceAtList", line.price().atList());
            put(node, "amountAtList", line.amountAtList());
            put(node, "totalAtList", line.totalAtList());
        }
    }
}
