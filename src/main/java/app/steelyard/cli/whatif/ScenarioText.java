package app.steelyard.cli.whatif;

import static app.steelyard.cost.result.MeasureTable.SCENARIOS;

import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.TextTable;
import app.steelyard.cost.explain.MeasureWords;
import app.steelyard.cost.result.Measure;
import app.steelyard.plan.NumberLabels;
import app.steelyard.plan.Plan;
import app.steelyard.text.Currency;
import app.steelyard.text.Names;
import app.steelyard.text.Texts;
import app.steelyard.whatif.Result;
import app.steelyard.whatif.story.ScenarioTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A plan and its scenarios: a table of results, then what each replaces and why its cost differs. */
final class ScenarioText {
    private static final Texts TEXTS = Console.TEXTS;
    private static final String INDENT = "  ";
    /** So many lines of a difference are named; the rest is one sum, so that it still foots. */
    private static final int LINES = 3;

    private final ScenarioTable table;
    private final Plan plan;
    private final Currency currency;

    private ScenarioText(ScenarioTable table) {
        this.table = table;
        this.plan = table.columns().get(0).plan();
        this.currency = plan.currency();
    }

    static List<String> of(ScenarioTable table) {
        return new ScenarioText(table).lines();
    }

    private List<String> lines() {
        TextTable results = new TextTable(2);
        List<String> head = new ArrayList<>(List.of("", TEXTS.get("scenario.cheapest")));
        SCENARIOS.measures().forEach(m -> head.add(TEXTS.get("scenario." + m.property())));
        results.row(head);
        for (int column = 0; column < table.columns().size(); column++) {
            List<String> row = new ArrayList<>();
            row.add(
                    column == 0
                            ? TEXTS.get("scenario.plan")
                            : table.columns().get(column).name());
            row.add(table.cheapestName(column).orElse(TEXTS.get("whatif.nothing")));
            for (Measure figure : SCENARIOS.measures()) {
                row.add(shown(column, figure));
            }
            results.row(row);
        }
        List<String> lines = new ArrayList<>(results.text().lines().toList());
        for (int column = 1; column < table.columns().size(); column++) {
            lines.add("");
            lines.add(table.columns().get(column).name());
            lines.addAll(overridden(column));
            difference(column).ifPresent(d -> lines.add(INDENT + d));
        }
        return lines;
    }

    private String shown(int column, Measure figure) {
        boolean today =
                table.cheapest(column).map(e -> e.architecture().today()).orElse(false);
        if (figure == Measure.PAYBACK && !today && table.cheapest(column).isPresent()) {
            return MeasureWords.of(table.cheapest(column).get(), figure);
        }
        Result result = Result.of(figure);
        return today && figure.againstToday() ? "–" : result.show(table.amount(column, result));
    }

    private List<String> overridden(int column) {
        Stream<String> models = table.models().stream()
                .filter(m -> m.differs(column))
                .map(m -> instead(
                        Names.of(m.role()), m.names().get(column), m.names().get(0)));
        Stream<String> numbers = table.numbers().stream()
                .filter(n -> n.differs(column))
                .map(n -> instead(
                        NumberLabels.of(plan, n.number()),
                        NumberLabels.value(plan, n.number(), n.values().get(column)),
                        NumberLabels.value(plan, n.number(), n.values().get(0))));
        return Stream.concat(models, numbers).toList();
    }

    private static String instead(String what, String now, String planned) {
        return INDENT + TEXTS.get("scenario.instead", what, now, planned);
    }

    private Optional<String> difference(int column) {
        return table.difference(0, column).map(d -> d.rounded(0)).map(d -> {
            List<ScenarioTable.Difference.Row> rows = d.rows().stream()
                    .filter(r -> r.difference() != 0)
                    .sorted(Comparator.comparingDouble((ScenarioTable.Difference.Row r) -> Math.abs(r.difference()))
                            .reversed())
                    .toList();
            List<String> parts = new ArrayList<>();
            double rest = d.difference();
            for (ScenarioTable.Difference.Row row : rows.subList(0, Math.min(LINES, rows.size()))) {
                String name = Names.of(row.kind());
                parts.add(TEXTS.get(
                        "scenario.line",
                        row.subject().isEmpty() ? name : TEXTS.get("scenario.subject", name, row.subject()),
                        signed(row.difference())));
                rest -= row.difference();
            }
            if (rows.size() > LINES) {
                parts.add(TEXTS.get("scenario.line", TEXTS.get("scenario.rest"), signed(rest)));
            }
            String key = d.difference() < 0 ? "scenario.less" : d.difference() > 0 ? "scenario.more" : "scenario.none";
            String from = table.name(0, d.from());
            String to = table.name(column, d.to());
            return TEXTS.get(
                    from.equals(to) ? key + ".same" : key,
                    to,
                    currency.of(Math.abs(d.difference())).inShort(),
                    from,
                    String.join("; ", parts));
        });
    }

    private String signed(double value) {
        return (value > 0 ? "+" : "") + currency.of(value).inShort();
    }
}
