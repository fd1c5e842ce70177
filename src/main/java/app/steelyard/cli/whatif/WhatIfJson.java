package app.steelyard.cli.whatif;

import static app.steelyard.cli.terminal.JsonNodes.number;
import static app.steelyard.cli.terminal.JsonNodes.put;
import static app.steelyard.text.Names.word;

import app.steelyard.cli.terminal.JsonNodes;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Measure;
import app.steelyard.cost.result.MeasureTable;
import app.steelyard.cost.result.Notice;
import app.steelyard.json.JsonText;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.Scenario;
import app.steelyard.whatif.Result;
import app.steelyard.whatif.search.SwitchingValue;
import app.steelyard.whatif.story.Findings;
import app.steelyard.whatif.story.Outlook;
import app.steelyard.whatif.story.ScenarioTable;
import app.steelyard.whatif.story.Uncertainty;
import app.steelyard.whatif.trials.Assumption;
import app.steelyard.whatif.trials.Bar;
import app.steelyard.whatif.trials.DesignSpread;
import app.steelyard.whatif.trials.Histogram;
import app.steelyard.whatif.trials.Lead;
import app.steelyard.whatif.trials.RankBar;
import app.steelyard.whatif.trials.Saved;
import app.steelyard.whatif.trials.Simulation;
import app.steelyard.whatif.trials.TrialFigure;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How sure a plan's answer is, for a program, as {@code docs/whatif.schema.json} describes it. */
final class WhatIfJson {
    private final Uncertainty found;
    private final Outlook outlook;
    private final Simulation simulation;
    private final Comparison comparison;
    private final Plan plan;
    private final ObjectNode root;

    private WhatIfJson(Uncertainty found, Comparison comparison) {
        this.found = found;
        this.outlook = found.outlook();
        this.simulation = outlook.simulation();
        this.comparison = comparison;
        this.plan = found.plan();
        this.root = JsonNodes.begin(plan);
    }

    static String of(Uncertainty found, Comparison comparison) {
        return new WhatIfJson(found, comparison).text();
    }

    private String text() {
        root.put("trials", simulation.settings().trials());
        root.put("seed", simulation.settings().seed());
        JsonText.texts(root, "sentences", found.sentences());
        JsonText.texts(root, "notices", new Findings(outlook).notices());
        if (simulation.reference() >= 0) {
            root.put("cheapest", design(simulation.reference()));
            model(
                    root,
                    "cheapestModel",
                    simulation.options().get(simulation.reference()).architecture());
        }
        JsonText.each(root, "designs", simulation.options(), (each, o) -> option(each, o));
        put(root, "noneFeasible", simulation.noneFeasible().value());
        outlook.saved().ifPresent(s -> saving(root.putObject("saving"), s));
        information(root.putObject("information"));
        outlook.lead().ifPresent(l -> lead(root.putObject("lead"), l));
        JsonText.each(root, "oneAtATime", outlook.bars(), (each, b) -> bar(each, b));
        JsonText.each(root, "byRank", outlook.ranks(), (each, b) -> rank(each, b));
        JsonText.each(root, "switchingValues", found.switching(), (each, s) -> switching(each, s));
        JsonText.each(root, "ranges", simulation.assumptions(), (each, a) -> range(each, a));
        JsonText.each(root, "correlations", plan.whatIf().correlations(), (node, pair) -> {
            node.put("first", pair.first());
            node.put("second", pair.second());
            put(node, "coefficient", pair.coefficient());
        });
        scenarios(root.putArray("scenarios"), found.scenarios());
        leftOut(root.putArray("leftOut"));
        return JsonText.write(root);
    }

    private String design(int index) {
        return word(simulation.options().get(index).architecture().design());
    }

    private void model(ObjectNode node, String key, Architecture architecture) {
        model(node, key, plan, architecture);
    }

    private static void model(ObjectNode node, String key, Plan plan, Architecture architecture) {
        PriceRef model = architecture.model(plan);
        if (model != null) {
            node.put(key, model.toString());
        }
    }

    private void option(ObjectNode node, DesignSpread option) {
        node.put("design", word(option.architecture().design()));
        model(node, "model", option.architecture());
        node.put("today", option.architecture().today());
        figures(node, TrialFigure.DESIGN, option);
    }

    private static <T> void figures(ObjectNode node, List<TrialFigure<T>> figures, T of) {
        figures.forEach(f -> put(node, f.property(), f.of(of)));
    }

    private void saving(ObjectNode node, Saved saved) {
        node.put("design", design(outlook.subject()));
        figures(node, TrialFigure.SAVING, saved);
        Histogram histogram = saved.histogram();
        ObjectNode drawn = node.putObject("histogram");
        put(drawn, "low", histogram.low());
        put(drawn, "high", histogram.high());
        drawn.put("below", histogram.below());
        drawn.put("above", histogram.above());
        ArrayNode counts = drawn.putArray("counts");
        histogram.counts().forEach(c -> counts.add((int) c));
    }

    private void information(ObjectNode node) {
        figures(node, TrialFigure.INFORMATION, outlook.information());
        JsonText.each(node, "numbers", outlook.information().worths(), (each, worth) -> {
            number(each, plan, worth.assumption().number());
            figures(each, TrialFigure.WORTH, worth);
            each.put("negligible", worth.negligible());
        });
    }

    private void lead(ObjectNode node, Lead lead) {
        node.put("design", design(lead.leader()));
        node.put("next", design(lead.next()));
        put(node, "atPlan", lead.atBase());
        JsonText.each(node, "oneAtATime", lead.bars(), (each, bar) -> {
            ends(each, bar);
            put(each, "leadAtLow", bar.atLow());
            put(each, "leadAtHigh", bar.atHigh());
            winners(each, bar);
        });
    }

    private void ends(ObjectNode node, Bar bar) {
        number(node, plan, bar.assumption().number());
        put(node, "low", bar.lowValue());
        put(node, "high", bar.highValue());
    }

    private void bar(ObjectNode node, Bar bar) {
        ends(node, bar);
        put(node, "savingAtLow", bar.atLow());
        put(node, "savingAtHigh", bar.atHigh());
        put(node, "savingAtPlan", bar.atBase());
        winners(node, bar);
    }

    private void winners(ObjectNode node, Bar bar) {
        if (bar.cheapestAtLow() >= 0) {
            node.put("cheapestAtLow", design(bar.cheapestAtLow()));
        }
        if (bar.cheapestAtHigh() >= 0) {
            node.put("cheapestAtHigh", design(bar.cheapestAtHigh()));
        }
    }

    private void rank(ObjectNode node, RankBar bar) {
        number(node, plan, bar.assumption().number());
        put(node, "coefficient", bar.coefficient());
        put(node, "standardError", bar.standardError());
    }

    private void switching(ObjectNode node, SwitchingValue value) {
        number(node, plan, value.number());
        put(node, value.derived() ? "derivedValue" : "planValue", value.base());
        put(node, "from", value.span().from());
        put(node, "to", value.span().to());
        node.put("searched", value.span().stated() ? "range" : "usual");
        value.below().ifPresent(p -> point(node.putObject("below"), p));
        value.above().ifPresent(p -> point(node.putObject("above"), p));
    }

    private static void point(ObjectNode node, SwitchingValue.Point point) {
        put(node, "value", point.value());
        design(node, "from", point.from());
        design(node, "to", point.to());
    }

    private static void design(ObjectNode node, String key, Optional<Architecture> architecture) {
        architecture.ifPresent(a -> node.put(key, word(a.design())));
    }

    private void range(ObjectNode node, Assumption assumption) {
        number(node, plan, assumption.number());
        put(node, "planValue", assumption.base());
        put(node, "low", assumption.range().low());
        put(node, "high", assumption.range().high());
        node.put("distribution", word(assumption.range().distribution()));
        node.put("ends", assumption.range().distribution().bounded() ? "bounds" : "interval90");
        String note = assumption.range().note();
        if (note != null && !note.isBlank()) {
            node.put("note", note);
        }
        String source = plan.sources().get(assumption.number().path());
        if (source != null) {
            node.put("source", source);
        }
    }

    /** The plan itself first; none where it has no scenario. */
    private void scenarios(ArrayNode array, ScenarioTable table) {
        if (table.columns().size() < 2) {
            return;
        }
        for (int column = 0; column < table.columns().size(); column++) {
            ObjectNode node = array.addObject();
            int at = column;
            node.put("name", table.columns().get(column).name());
            Plan of = table.columns().get(column).plan();
            for (Scenario.Models.Role role : Scenario.Models.Role.values()) {
                role.in(of).ifPresent(m -> node.put(word(role) + "Model", m.toString()));
            }
            table.cheapest(column).ifPresent(e -> {
                node.put("cheapest", word(e.architecture().design()));
                model(node, "cheapestModel", of, e.architecture());
            });
            for (Measure figure : MeasureTable.SCENARIOS.measures()) {
                put(node, String.valueOf(figure.property()), table.value(column, Result.of(figure)));
            }
            JsonText.each(node, "numbers", table.numbers(), (each, overridden) -> {
                number(each, plan, overridden.number());
                put(each, "value", overridden.values().get(at));
                each.put("differs", overridden.differs(at));
            });
            if (column > 0) {
                table.difference(0, at).ifPresent(d -> difference(node.putObject("difference"), d));
            }
        }
    }

    private static void difference(ObjectNode node, ScenarioTable.Difference difference) {
        node.put("from", word(difference.from().design()));
        node.put("to", word(difference.to().design()));
        put(node, "total", difference.difference());
        JsonText.each(node, "lines", difference.rows(), (line, row) -> {
            line.put("kind", word(row.kind()));
            if (!row.subject().isEmpty()) {
                line.put("subject", row.subject());
            }
            put(line, "from", row.from());
            put(line, "to", row.to());
            put(line, "difference", row.difference());
        });
    }

    private void leftOut(ArrayNode array) {
        for (Evaluation.Unpriced unpriced : comparison.unpriced()) {
            ObjectNode node = array.addObject();
            node.put("design", word(unpriced.architecture().design()));
            node.put("why", "unpriced");
            JsonText.texts(node, "reasons", unpriced.reasons());
        }
        for (Evaluation.Priced priced : comparison.priced()) {
            if (!priced.feasible()) {
                ObjectNode node = array.addObject();
                node.put("design", word(priced.architecture().design()));
                node.put("why", "unable");
                JsonText.texts(
                        node,
                        "reasons",
                        priced.notices().stream()
                                .filter(n -> n.severity() == Notice.Severity.OBSTACLE)
                                .map(Notice::text)
                                .toList());
            }
        }
    }
}
