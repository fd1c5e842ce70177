package app.steelyard.cli.cost;

import app.steelyard.chart.DataTable;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.JsonNodes;
import app.steelyard.cli.terminal.TextTable;
import app.steelyard.cost.OnModel;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.json.JsonText;
import app.steelyard.plan.Plan;
import app.steelyard.text.Money;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** A plan on other models for a terminal, for a program, and for a spreadsheet. */
final class ModelsTable {
    private static final Texts TEXTS = Console.TEXTS;
    private static final String NONE = "–";
    private static final List<String> COLUMNS = List.of("model", "window", "able", "today", "caching", "observed");

    private ModelsTable() {}

    static String text(Plan plan, List<OnModel> models) {
        TextTable table = new TextTable(1);
        table.heading(
                TEXTS.get("models.model"),
                COLUMNS.stream().skip(1).map(c -> TEXTS.get("models." + c)).toList());
        for (OnModel on : models) {
            Long window = on.model().contextWindow();
            table.row(
                    on.base()
                            ? TEXTS.get("models.base", on.model().name())
                            : on.model().name(),
                    window == null ? TEXTS.get("cost.unknown") : Numbers.count(window),
                    on.able()
                            .map(able -> TEXTS.get(able ? "models.yes" : "models.no"))
                            .orElse(TEXTS.get("cost.unknown")),
                    amount(plan, on.today()),
                    amount(plan, on.caching()),
                    on.observed().isPresent() ? Numbers.percent(on.observed().getAsDouble()) : NONE);
        }
        return TEXTS.get(
                        "models.title",
                        plan.name(),
                        Names.of(plan.inference().tier()),
                        plan.inference().pricesAsOf(),
                        Numbers.count(plan.finance().horizonMonths()),
                        plan.currency())
                + "\n\n" + table.text() + "\n" + TEXTS.get("models.note") + "\n";
    }

    private static String amount(Plan plan, Evaluation evaluation) {
        OptionalDouble total = total(evaluation);
        return total.isPresent() ? new Money(total.getAsDouble(), plan.currency()).digits() : NONE;
    }

    private static OptionalDouble total(Evaluation evaluation) {
        return evaluation instanceof Evaluation.Priced priced
                ? OptionalDouble.of(priced.measures().tco())
                : OptionalDouble.empty();
    }

    static String json(Plan plan, List<OnModel> models) {
        ObjectNode root = JsonText.object();
        root.put("format", 1);
        root.put("plan", plan.name());
        root.put("currency", plan.currency().code());
        root.put("horizonMonths", Math.round(plan.finance().horizonMonths()));
        JsonText.each(root, "models", models, (node, on) -> {
            node.put("model", on.model().ref().toString());
            node.put("base", on.base());
            Long window = on.model().contextWindow();
            if (window != null) {
                node.put("contextWindow", window);
            }
            on.able().ifPresent(able -> node.put("able", able));
            total(on.today()).ifPresent(t -> JsonNodes.put(node, "today", t));
            total(on.caching()).ifPresent(t -> JsonNodes.put(node, "promptCaching", t));
            on.observed().ifPresent(o -> JsonNodes.put(node, "observed", o));
        });
        return JsonText.write(root);
    }

    static String csv(Plan plan, List<OnModel> models) {
        List<List<DataTable.Cell>> rows = models.stream()
                .map(on -> List.of(
                        words(on.model().ref().toString()),
                        on.model().contextWindow() == null
                                ? words("")
                                : figure(BigDecimal.valueOf(on.model().contextWindow())),
                        words(on.able().map(Object::toString).orElse("")),
                        money(plan, on.today()),
                        money(plan, on.caching()),
                        on.observed().isPresent()
                                ? figure(BigDecimal.valueOf(on.observed().getAsDouble()))
                                : words("")))
                .toList();
        List<String> header = Stream.of("model", "context_window", "able", "today", "prompt_caching", "observed")
                .toList();
        return new DataTable(header, rows).csv();
    }

    private static DataTable.Cell money(Plan plan, Evaluation evaluation) {
        OptionalDouble total = total(evaluation);
        return total.isPresent()
                ? figure(BigDecimal.valueOf(new Money(total.getAsDouble(), plan.currency())
                        .rounded()
                        .value()))
                : words("");
    }

    private static DataTable.Cell words(String words) {
        return new DataTable.Words(words);
    }

    private static DataTable.Cell figure(BigDecimal value) {
        return new DataTable.Figure(value.toPlainString(), value);
    }
}
