package app.steelyard.cli;

import static app.steelyard.cli.JsonValues.put;

import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.Unit;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.whatif.Amount;
import app.steelyard.whatif.GoalSeek;
import app.steelyard.whatif.NumberNames;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What came of a goal seek, for a person and for a program.
 *
 * @param now the result at the plan's own numbers; NaN where it is not known
 */
record Solved(Plan plan, PlanNumber number, GoalSeek.Goal goal, double now, GoalSeek.Answer answer) {
    private static final Texts TEXTS = Console.TEXTS;

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add(plan.name());
        lines.add(TEXTS.get("solve.goal", goal.result().label(), result(goal.value()), result(now)));
        lines.add(TEXTS.get("solve.for", name(), value(number.get(plan))));
        lines.add("");
        switch (answer) {
            case GoalSeek.Found found -> found.solutions().forEach(s -> lines.add(solution(s)));
            case GoalSeek.Never never -> {
                lines.add(TEXTS.get("solve.never", never.why()));
                never.nearest()
                        .ifPresent(n -> lines.add(TEXTS.get("solve.nearest", value(n.value()), result(n.result()))));
            }
        }
        for (GoalSeek.Jump jump : answer.jumps()) {
            lines.add(TEXTS.get(
                    "solve.jump",
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

    private String solution(GoalSeek.Solution solution) {
        String from = value(solution.from());
        return solution.stretch()
                ? TEXTS.get("solve.stretch", from, value(solution.to()), result(solution.result()))
                : TEXTS.get("solve.found", from, result(solution.result()));
    }

    private String name() {
        return NumberNames.of(plan, number);
    }

    /** Money to the cent, since it is a wanted value. */
    private String result(double value) {
        String currency = plan.finance().currency();
        return goal.result().unit() == Unit.MONEY && Math.abs(value) >= 1
                ? Numbers.money(value, currency)
                : goal.result().show(value, currency);
    }

    /** With enough digits to type it in again. */
    private String value(double value) {
        return number.unit() == Unit.FRACTION || Double.isNaN(value)
                ? Amount.show(value, number.unit(), plan.finance().currency())
                : Math.abs(value) >= 1e5 ? Numbers.count(value) : Numbers.value(value);
    }

    ObjectNode json() {
        ObjectNode root = JsonValues.begin(plan);
        root.put("result", goal.result().toString());
        root.put("resultUnit", JsonValues.word(goal.result().unit()));
        put(root, "wanted", goal.value());
        put(root, "now", now);
        ObjectNode field = root.putObject("number");
        JsonValues.number(field, plan, number);
        put(field, "planValue", number.get(plan));
        root.put("found", answer instanceof GoalSeek.Found);
        switch (answer) {
            case GoalSeek.Found found -> {
                ArrayNode solutions = root.putArray("solutions");
                for (GoalSeek.Solution solution : found.solutions()) {
                    ObjectNode node = solutions.addObject();
                    put(node, "from", solution.from());
                    put(node, "to", solution.to());
                    put(node, "result", solution.result());
                }
            }
            case GoalSeek.Never never -> {
                root.put("why", never.why());
                never.nearest().ifPresent(n -> {
                    ObjectNode node = root.putObject("nearest");
                    put(node, "value", n.value());
                    put(node, "result", n.result());
                });
            }
        }
        ArrayNode jumps = root.putArray("jumps");
        for (GoalSeek.Jump jump : answer.jumps()) {
            ObjectNode node = jumps.addObject();
            put(node, "before", jump.before());
            put(node, "after", jump.after());
            put(node, "resultBefore", jump.resultBefore());
            put(node, "resultAfter", jump.resultAfter());
        }
        ObjectNode searched = root.putObject("searched");
        put(searched, "from", answer.span().from());
        put(searched, "to", answer.span().to());
        searched.put("steps", answer.steps());
        return root;
    }
}
