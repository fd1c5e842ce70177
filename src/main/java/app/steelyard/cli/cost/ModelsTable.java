package app.steelyard.cli.cost;

import app.steelyard.chart.DataTable;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.JsonNodes;
import app.steelyard.cli.terminal.TextTable;
import app.steelyard.cost.OnModel;
import app.steelyard.json.JsonText;
import app.steelyard.plan.Plan;
import app.steelyard.pricing.RateCard;
import app.steelyard.report.ModelLine;
import app.steelyard.report.ModelLine.Column;
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

    private ModelsTable() {}

    static String text(Plan plan, List<ModelLine> models) {
        TextTable table = new TextTable(1);
        table.heading(
                Column.MODEL.title(),
                Stream.of(Column.values()).skip(1).map(Column::title).toList());
        for (ModelLine line : models) {
            table.row(Stream.of(Column.values()).map(line::cell).toArray(String[]::new));
        }
        return TEXTS.get(
                        "models.title",
                        plan.name(),
                        Names.of(plan.inference().tier()),
                        plan.inference().pricesAsOf(),
                        Numbers.count(plan.finance().horizonMonths()),
                        plan.currency())
                + "\n\n" + table.text() + "\n" + ModelLine.note() + "\n";
    }

    static String json(Plan plan, List<ModelLine> models) {
        ObjectNode root = JsonText.object();
        root.put("format", 1);
        root.put("plan", plan.name());
        root.put("currency", plan.currency().code());
        root.put("horizonMonths", Math.round(plan.finance().horizonMonths()));
        JsonText.each(root, "models", models, (node, line) -> {
            OnModel on = line.on();
            node.put("model", on.model().ref().toString());
            node.put("base", on.base());
            Long window = on.model().contextWindow();
            if (window != null) {
                node.put("contextWindow", window);
            }
            on.able().ifPresent(able -> node.put("able", able));
            ModelLine.total(on.today()).ifPresent(t -> JsonNodes.put(node, "today", t));
            ModelLine.total(on.caching()).ifPresent(t -> JsonNodes.put(node, "promptCaching", t));
            line.month().ifPresent(m -> JsonNodes.put(node, "promptCachingPerMonth", m));
            on.observed().ifPresent(o -> JsonNodes.put(node, "observed", o));
            prices(node.putObject("prices"), on.rates());
            line.factor().ifPresent(f -> {
                ObjectNode factor = node.putObject("tokenizerFactor");
                JsonNodes.put(factor, "low", f.low());
                JsonNodes.put(factor, "high", f.high());
            });
            on.success().ifPresent(p -> JsonNodes.put(node, "success", p));
            if (on.model().retires() != null) {
                node.put("retires", String.valueOf(on.model().retires()));
            }
        });
        return JsonText.write(root);
    }

    static String csv(Plan plan, List<ModelLine> models) {
        List<String> header = List.of(
                "model",
                "context_window",
                "able",
                "today",
                "prompt_caching",
                "observed",
                "prompt_caching_per_month",
                "tokenizer_factor_low",
                "tokenizer_factor_high",
                "success",
                "retires");
        return new DataTable(header, models.stream().map(l -> row(plan, l)).toList()).csv();
    }

    private static List<DataTable.Cell> row(Plan plan, ModelLine line) {
        OnModel on = line.on();
        Long window = on.model().contextWindow();
        return List.of(
                words(on.model().ref().toString()),
                window == null ? words("") : figure(BigDecimal.valueOf(window)),
                words(on.able().map(Object::toString).orElse("")),
                money(plan, ModelLine.total(on.today())),
                money(plan, ModelLine.total(on.caching())),
                number(on.observed()),
                money(plan, line.month()),
                number(line.factor().map(f -> OptionalDouble.of(f.low())).orElse(OptionalDouble.empty())),
                number(line.factor().map(f -> OptionalDouble.of(f.high())).orElse(OptionalDouble.empty())),
                number(on.success()),
                words(
                        on.model().retires() == null
                                ? ""
                                : String.valueOf(on.model().retires())));
    }

    private static void prices(ObjectNode node, RateCard card) {
        node.put("currency", card.currency().code());
        node.put("input", card.prices().input());
        if (card.prices().cachedRead() != null) {
            node.put("cachedRead", card.prices().cachedRead());
        }
        if (card.prices().output() != null) {
            node.put("output", card.prices().output());
        }
    }

    private static DataTable.Cell number(OptionalDouble number) {
        return number.isPresent() ? figure(BigDecimal.valueOf(number.getAsDouble())) : words("");
    }

    private static DataTable.Cell money(Plan plan, OptionalDouble amount) {
        return amount.isPresent()
                ? figure(BigDecimal.valueOf(new Money(amount.getAsDouble(), plan.currency())
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
