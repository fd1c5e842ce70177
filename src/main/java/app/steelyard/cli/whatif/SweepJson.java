package app.steelyard.cli.whatif;

import static app.steelyard.cli.terminal.JsonNodes.number;
import static app.steelyard.cli.terminal.JsonNodes.put;
import static app.steelyard.text.Names.word;

import app.steelyard.cli.terminal.JsonNodes;
import app.steelyard.cost.result.Architecture;
import app.steelyard.json.JsonText;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.whatif.Axis;
import app.steelyard.whatif.map.DecisionMap;
import app.steelyard.whatif.search.Sweep;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A sweep for a program, as {@code docs/sweep.schema.json} describes it. */
final class SweepJson {
    private SweepJson() {}

    static String line(Plan plan, Sweep sweep) {
        ObjectNode root = JsonNodes.begin(plan);
        root.put("result", sweep.figure().key());
        root.put("unit", word(sweep.figure().unit()));
        ObjectNode x = root.putObject("x");
        number(x, plan, sweep.number());
        put(x, "planValue", sweep.number().get(plan));
        designs(root, sweep.architectures(), plan);
        JsonText.each(root, "points", sweep.points(), (node, point) -> {
            put(node, "x", point.value());
            point.cheapest().ifPresent(a -> cheapest(node, a, plan));
            ArrayNode values = node.putArray("values");
            point.values().forEach(v -> JsonNodes.add(values, v));
            ArrayNode feasible = node.putArray("feasible");
            point.feasible().forEach(f -> feasible.add((boolean) f));
        });
        return JsonText.write(root);
    }

    static String map(DecisionMap map) {
        ObjectNode root = JsonNodes.begin(map.plan());
        axis(root.putObject("x"), map.plan(), map.x());
        axis(root.putObject("y"), map.plan(), map.y());
        designs(root, map.architectures(), map.plan());
        if (map.winnerOfPlan() >= 0) {
            cheapest(root, map.architectures().get(map.winnerOfPlan()), map.plan());
        }
        JsonText.texts(root, "sentences", map.sentences());
        ArrayNode shares = root.putArray("shares");
        for (int i = 0; i < map.architectures().size(); i++) {
            ObjectNode share = shares.addObject();
            share.put("design", word(map.architectures().get(i).design()));
            model(share, "model", map.architectures().get(i), map.plan());
            put(share, "cheapest", map.share(i));
            map.dearer(i).ifPresent(d -> {
                ObjectNode dearer = share.putObject("dearerThanToday");
                put(dearer, "share", d.share());
                put(dearer, "most", d.most());
                put(dearer, "x", d.x());
                put(dearer, "y", d.y());
            });
        }
        ArrayNode cells = root.putArray("cells");
        for (int iy = 0; iy < map.y().cells(); iy++) {
            for (int ix = 0; ix < map.x().cells(); ix++) {
                cell(cells.addObject(), map, ix, iy);
            }
        }
        return JsonText.write(root);
    }

    private static void cell(ObjectNode node, DecisionMap map, int ix, int iy) {
        put(node, "x", map.x().centre(ix));
        put(node, "y", map.y().centre(iy));
        int winner = map.winner(ix, iy);
        if (winner >= 0) {
            cheapest(node, map.architectures().get(winner), map.plan());
            put(node, "saving", map.saving(ix, iy));
        }
        ArrayNode totals = node.putArray("totals");
        ArrayNode feasible = node.putArray("feasible");
        for (int a = 0; a < map.architectures().size(); a++) {
            JsonNodes.add(totals, map.total(a, ix, iy));
            feasible.add(map.feasible(a, ix, iy));
        }
    }

    private static void axis(ObjectNode node, Plan plan, Axis axis) {
        number(node, plan, axis.number());
        put(node, "planValue", axis.number().get(plan));
        put(node, "from", axis.from());
        put(node, "to", axis.to());
        node.put("cells", axis.cells());
        node.put("logarithmic", axis.logarithmic());
    }

    private static void cheapest(ObjectNode node, Architecture cheapest, Plan plan) {
        node.put("cheapest", word(cheapest.design()));
        model(node, "cheapestModel", cheapest, plan);
    }

    private static void model(ObjectNode node, String key, Architecture of, Plan plan) {
        PriceRef model = of.model(plan);
        if (model != null) {
            node.put(key, model.toString());
        }
    }

    /** Two designs may have one word, and differ in their models. */
    private static void designs(ObjectNode root, List<Architecture> architectures, Plan plan) {
        ArrayNode designs = root.putArray("designs");
        ArrayNode models = root.putArray("models");
        for (Architecture architecture : architectures) {
            designs.add(word(architecture.design()));
            PriceRef model = architecture.model(plan);
            models.add(model == null ? "" : model.toString());
        }
    }
}
