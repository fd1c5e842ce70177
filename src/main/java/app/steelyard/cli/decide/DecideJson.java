package app.steelyard.cli.decide;

import static app.steelyard.cli.terminal.JsonNodes.put;

import app.steelyard.decision.Change;
import app.steelyard.decision.Decision;
import app.steelyard.decision.Flip;
import app.steelyard.decision.advice.Alternative;
import app.steelyard.decision.advice.Argument;
import app.steelyard.decision.advice.Finding;
import app.steelyard.decision.advice.ItemAdvice;
import app.steelyard.decision.advice.ScoreRange;
import app.steelyard.decision.rules.AnswerKey;
import app.steelyard.decision.rules.Rule;
import app.steelyard.decision.rules.Truth;
import app.steelyard.decision.setup.Setup;
import app.steelyard.document.AnswersCodec;
import app.steelyard.json.JsonText;
import app.steelyard.plan.item.Placement;
import app.steelyard.text.Names;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** A decision for a program. */
final class DecideJson {
    private DecideJson() {}

    static String of(Decision decision, List<Flip> flips, Optional<String> difference, Optional<Setup> setup) {
        ObjectNode root = JsonText.object();
        root.put("format", 1);
        root.put("plan", decision.plan().name());
        root.put("rules", decision.rules().version());
        root.put("approach", Names.word(decision.approach()));
        JsonText.texts(
                root,
                "alsoPossible",
                decision.alsoPossible().stream().map(Names::word).toList());
        root.put("price", decision.price());
        difference.ifPresent(d -> root.put("differsFromCheapest", d));
        JsonText.each(root, "items", decision.items(), (each, a) -> item(each, a));
        JsonText.each(root, "findings", decision.findings(), (each, f) -> finding(each, f));
        JsonText.each(root, "alternatives", decision.alternatives(), (each, a) -> alternative(each, a, decision));
        JsonText.each(root, "flips", flips, (node, f) -> {
            change(node.putObject("change"), f.change(), decision);
            node.put("approach", Names.word(f.after()));
            node.put("barred", f.barred());
            put(node, "distance", f.distance());
            node.put("text", f.text());
        });
        setup.ifPresent(s -> SetupJson.put(root.putObject("setup"), s));
        return JsonText.write(root);
    }

    private static void change(ObjectNode node, Change change, Decision decision) {
        switch (change) {
            case Change.ToAnswer answer -> {
                AnswerKey key = answer.key();
                node.put("question", key.question());
                if (!key.aboutSystem()) {
                    node.put("item", key.item());
                }
                decision.answers().get(key).ifPresent(from -> AnswersCodec.put(node, "from", from));
                AnswersCodec.put(node, "to", answer.to());
            }
            case Change.ToNumber number -> {
                node.put("number", number.path());
                put(node, "from", number.from());
                put(node, "to", number.to());
            }
        }
    }

    private static void item(ObjectNode node, ItemAdvice advice) {
        node.put("id", advice.item().id());
        node.put("kind", Names.word(advice.classification().kind()));
        range(node.putObject("score"), advice.classification().score());
        node.put("confidence", Names.word(advice.classification().confidence()));
        rules(node, "because", advice.classification().because());
        node.put("option", Names.word(advice.option()));
        JsonText.texts(
                node,
                "alsoPossible",
                advice.alsoPossible().stream().map(Names::word).toList());
        JsonText.each(node, "weighed", advice.weighed(), (one, w) -> {
            one.put("option", Names.word(w.option()));
            if (Double.isFinite(w.tco())) {
                put(one, "tco", w.tco());
                put(one, "ranked", w.ranked());
                one.put("feasible", w.feasible());
            }
        });
        JsonText.each(node, "options", advice.options(), (one, score) -> {
            one.put("option", Names.word(score.option()));
            range(one.putObject("score"), score.score());
            one.put("excluded", score.excluded() == Truth.TRUE);
            rules(one, "for", score.good());
            rules(one, "against", score.bad());
        });
    }

    private static void finding(ObjectNode node, Finding finding) {
        node.put("severity", Names.word(finding.severity()));
        node.put("item", finding.item());
        node.put("text", finding.text());
        rules(node, "rules", finding.rules());
    }

    private static void alternative(ObjectNode node, Alternative alternative, Decision decision) {
        node.put("approach", Names.word(alternative.approach()));
        node.put("chosen", alternative.chosen());
        ObjectNode placements = node.putObject("placements");
        List<Placement> placed = alternative.placements();
        for (int i = 0; i < placed.size(); i++) {
            placements.put(decision.items().get(i).item().id(), Names.word(placed.get(i)));
        }
        alternative.priced().ifPresent(p -> {
            put(node, "setUp", p.measures().setUp());
            put(node, "firstMonth", p.measures().firstMonth());
            put(node, "tco", p.measures().tco());
            node.put("feasible", p.feasible());
        });
        arguments(node, "for", alternative.good());
        arguments(node, "against", alternative.bad());
        arguments(node, "ruledOut", alternative.ruledOut());
    }

    private static void range(ObjectNode node, ScoreRange range) {
        put(node, "low", range.low());
        put(node, "score", range.score());
        put(node, "high", range.high());
    }

    private static void rules(ObjectNode node, String key, List<Rule> rules) {
        JsonText.texts(node, key, rules.stream().map(Rule::id).toList());
    }

    private static void arguments(ObjectNode node, String key, List<Argument> arguments) {
        rules(node, key, arguments.stream().map(Argument::rule).toList());
    }
}
