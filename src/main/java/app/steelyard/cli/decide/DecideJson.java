package app.steelyard.cli.decide;

import app.steelyard.decision.Change;
import app.steelyard.decision.Decision;
import app.steelyard.decision.Flip;
import app.steelyard.decision.advice.Alternative;
import app.steelyard.decision.advice.Argument;
import app.steelyard.decision.advice.Finding;
import app.steelyard.decision.advice.ItemAdvice;
import app.steelyard.decision.advice.OptionScore;
import app.steelyard.decision.advice.ScoreRange;
import app.steelyard.decision.rules.AnswerKey;
import app.steelyard.decision.rules.Option;
import app.steelyard.decision.rules.Rule;
import app.steelyard.decision.rules.Truth;
import app.steelyard.document.AnswersCodec;
import app.steelyard.json.JsonText;
import app.steelyard.plan.item.Placement;
import app.steelyard.text.Names;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A decision for a program. */
final class DecideJson {
    private static final MathContext PRECISION = new MathContext(12);

    private DecideJson() {}

    static String of(Decision decision, List<Flip> flips) {
        ObjectNode root = JsonText.object();
        root.put("format", 1);
        root.put("plan", decision.plan().name());
        root.put("rules", decision.rules().version());
        root.put("approach", Names.word(decision.approach()));
        ArrayNode possible = root.putArray("alsoPossible");
        decision.alsoPossible().stream().map(Names::word).forEach(possible::add);
        root.put("price", decision.price());
        ArrayNode items = root.putArray("items");
        decision.items().forEach(a -> item(items.addObject(), a));
        ArrayNode findings = root.putArray("findings");
        decision.findings().forEach(f -> finding(findings.addObject(), f));
        ArrayNode alternatives = root.putArray("alternatives");
        decision.alternatives().forEach(a -> alternative(alternatives.addObject(), a, decision));
        ArrayNode changes = root.putArray("flips");
        flips.forEach(f -> {
            ObjectNode node = changes.addObject();
            change(node.putObject("change"), f.change(), decision);
            node.put("approach", Names.word(f.after()));
            node.put("barred", f.barred());
            number(node, "distance", f.distance());
            node.put("text", f.text());
        });
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
                number(node, "from", number.from());
                number(node, "to", number.to());
            }
        }
    }

    private static void item(ObjectNode node, ItemAdvice advice) {
        node.put("id", advice.item().id());
        node.put("kind", Names.word(advice.classification().kind()));
        range(node.putObject("score"), advice.classification().score());
        node.put("confidence", Names.word(advice.classification().confidence()));
        rules(node.putArray("because"), advice.classification().because());
        node.put("option", Names.word(advice.option()));
        ArrayNode possible = node.putArray("alsoPossible");
        for (Option option : advice.alsoPossible()) {
            possible.add(Names.word(option));
        }
        ArrayNode weighed = node.putArray("weighed");
        advice.weighed().forEach(w -> {
            ObjectNode one = weighed.addObject();
            one.put("option", Names.word(w.option()));
            if (Double.isFinite(w.tco())) {
                number(one, "tco", w.tco());
                one.put("feasible", w.feasible());
            }
        });
        ArrayNode options = node.putArray("options");
        for (OptionScore score : advice.options()) {
            ObjectNode one = options.addObject();
            one.put("option", Names.word(score.option()));
            range(one.putObject("score"), score.score());
            one.put("excluded", score.excluded() == Truth.TRUE);
            rules(one.putArray("for"), score.good());
            rules(one.putArray("against"), score.bad());
        }
    }

    private static void finding(ObjectNode node, Finding finding) {
        node.put("severity", Names.word(finding.severity()));
        node.put("item", finding.item());
        node.put("text", finding.text());
        rules(node.putArray("rules"), finding.rules());
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
            number(node, "setUp", p.measures().setUp());
            number(node, "firstMonth", p.measures().firstMonth());
            number(node, "tco", p.measures().tco());
            node.put("feasible", p.feasible());
        });
        rules(
                node.putArray("for"),
                alternative.good().stream().map(Argument::rule).toList());
        rules(
                node.putArray("against"),
                alternative.bad().stream().map(Argument::rule).toList());
        rules(
                node.putArray("ruledOut"),
                alternative.ruledOut().stream().map(Argument::rule).toList());
    }

    private static void range(ObjectNode node, ScoreRange range) {
        number(node, "low", range.low());
        number(node, "score", range.score());
        number(node, "high", range.high());
    }

    private static void rules(ArrayNode node, List<Rule> rules) {
        rules.forEach(r -> node.add(r.id()));
    }

    private static void number(ObjectNode node, String key, double value) {
        if (Double.isFinite(value)) {
            node.set(key, JsonText.number(new BigDecimal(value).round(PRECISION).doubleValue()));
        }
    }
}
