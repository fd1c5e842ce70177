package app.steelyard.cli.whatif;

import static app.steelyard.cli.terminal.JsonNodes.put;

import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.JsonNodes;
import app.steelyard.cost.Comparison;
import app.steelyard.json.JsonText;
import app.steelyard.plan.NumberLabels;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanNumber;
import app.steelyard.text.Currency;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.text.Unit;
import app.steelyard.whatif.Subject;
import app.steelyard.whatif.search.Goal;
import app.steelyard.whatif.search.GoalAnswer;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * What came of a goal seek, for a person and for a program.
 *
 * @param now what the plan's own numbers come to
 */
record Solved(PlanNumber number, Goal goal, Comparison now, GoalAnswer answer) {
    private static final Texts TEXTS = Console.TEXTS;

    private Plan plan() {
        return now.plan();
    }

    private Unit unit() {
        return switch (goal) {
            case Goal.Reaches reaches -> reaches.result().unit();
            case Goal.Same same -> same.left().unit();
            case Goal.Cheapest cheapest -> Unit.MONEY;
        };
    }

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add(plan().name());
        lines.add(wanted());
        lines.add(TEXTS.get("solve.for", name(), value(number.get(plan()))));
        lines.add("");
        switch (answer) {
            case GoalAnswer.Found found -> found.solutions().forEach(s -> lines.add(solution(s)));
            case GoalAnswer.Never never -> {
                lines.add(TEXTS.get("solve.never", never.why()));
                if (goal instanceof Goal.Reaches) {
                    never.nearest()
                            .ifPresent(
                                    n -> lines.add(TEXTS.get("solve.nearest", value(n.value()), result(n.result()))));
                }
            }
        }
        for (GoalAnswer.Jump jump : answer.jumps()) {
            lines.add(TEXTS.get(
                    goal instanceof Goal.Same ? "solve.jump.same" : "solve.jump",
                    value(jump.before()),
                    value(jump.after()),
                    result(jump.resultBefore()),
                    result(jump.resultAfter())));
        }
        lines.add("");
        lines.add(TEXTS.get(
                "solve.span", value(answer.span().from()), value(answer.span().to()), Numbers.count(answer.steps())));
        return String.join("\n", lines) + "\n";
    }

    private String wanted() {
        return switch (goal) {
            case Goal.Reaches reaches ->
                TEXTS.get(
                        "solve.goal",
                        reaches.result().label(),
                        result(reaches.value()),
                        result(reaches.result().of(now)));
            case Goal.Same same ->
                TEXTS.get(
                        "solve.goal.same",
                        same.left().label(),
                        same.right().label(),
                        result(same.left().of(now)),
                        result(same.right().of(now)));
            case Goal.Cheapest cheapest ->
                TEXTS.get(
                        "solve.goal.cheapest",
                        cheapest.design().label(),
                        now.cheapest().map(e -> e.architecture().name()).orElse(TEXTS.get("whatif.nothing")));
        };
    }

    private String solution(GoalAnswer.Solution solution) {
        String from = value(solution.from());
        String to = value(solution.to());
        return switch (goal) {
            case Goal.Reaches reaches ->
                solution.stretch()
                        ? TEXTS.get("solve.stretch", from, to, result(solution.result()))
                        : TEXTS.get("solve.found", from, result(solution.result()));
            case Goal.Same same -> TEXTS.get(solution.stretch() ? "solve.stretch.same" : "solve.found.same", from, to);
            case Goal.Cheapest cheapest ->
                TEXTS.get(
                        solution.stretch() ? "solve.stretch.cheapest" : "solve.found.cheapest",
                        from,
                        to,
                        cheapest.design().label());
        };
    }

    private String name() {
        return NumberLabels.of(plan(), number);
    }

    /** Money to the cent, since it is a wanted value. */
    private String result(double value) {
        Currency currency = plan().currency();
        return unit() == Unit.MONEY && Math.abs(value) >= 1
                ? currency.of(value).full()
                : currency.of(value, unit()).show();
    }

    /** With enough digits to type it in again. */
    private String value(double value) {
        return number.unit() == Unit.FRACTION || Double.isNaN(value)
                ? NumberLabels.value(plan(), number, value)
                : Math.abs(value) >= 1e5 ? Numbers.count(value) : Numbers.value(value);
    }

    ObjectNode json() {
        ObjectNode root = JsonNodes.begin(plan());
        switch (goal) {
            case Goal.Reaches reaches -> {
                root.put("result", reaches.result().toString());
                put(root, "wanted", reaches.value());
                put(root, "now", reaches.result().of(now));
            }
            case Goal.Same same -> {
                root.put("result", same.left().toString());
                root.put("equals", same.right().toString());
                put(root, "now", same.left().of(now));
                put(root, "equalsNow", same.right().of(now));
            }
            case Goal.Cheapest cheapest -> {
                root.put("result", Subject.CHEAPEST.key());
                root.put("equals", cheapest.design().key());
                put(root, "now", goal.off(now));
            }
        }
        root.put("resultUnit", Names.word(unit()));
        ObjectNode field = root.putObject("number");
        JsonNodes.number(field, plan(), number);
        put(field, "planValue", number.get(plan()));
        root.put("found", answer instanceof GoalAnswer.Found);
        switch (answer) {
            case GoalAnswer.Found found -> {
                JsonText.each(root, "solutions", found.solutions(), (node, solution) -> {
                    put(node, "from", solution.from());
                    put(node, "to", solution.to());
                    put(node, "result", solution.result());
                });
            }
            case GoalAnswer.Never never -> {
                root.put("why", never.why());
                never.nearest().ifPresent(n -> {
                    ObjectNode node = root.putObject("nearest");
                    put(node, "value", n.value());
                    put(node, "result", n.result());
                });
            }
        }
        JsonText.each(root, "jumps", answer.jumps(), (node, jump) -> {
            put(node, "before", jump.before());
            put(node, "after", jump.after());
            put(node, "resultBefore", jump.resultBefore());
            put(node, "resultAfter", jump.resultAfter());
        });
        ObjectNode searched = root.putObject("searched");
        put(searched, "from", answer.span().from());
        put(searched, "to", answer.span().to());
        searched.put("steps", answer.steps());
        return root;
    }
}
