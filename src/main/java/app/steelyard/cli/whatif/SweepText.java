package app.steelyard.cli.whatif;

import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.TextTable;
import app.steelyard.cost.result.Architecture;
import app.steelyard.plan.NumberLabels;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanNumber;
import app.steelyard.text.Currency;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.whatif.Axis;
import app.steelyard.whatif.map.DecisionMap;
import app.steelyard.whatif.search.Sweep;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A sweep for a terminal: a table along one number, a map of letters over two. */
final class SweepText {
    private static final Texts TEXTS = Console.TEXTS;
    private static final String NOTHING = "·";
    private static final String PLAN = "*";

    private SweepText() {}

    static String line(Plan plan, Sweep sweep) {
        Currency currency = plan.currency();
        PlanNumber number = sweep.number();
        TextTable table = new TextTable(1);
        table.row(row(NumberLabels.of(plan, number), names(sweep.architectures()), TEXTS.get("scenario.cheapest")));
        boolean unable = false;
        for (Sweep.Point point : sweep.points()) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < point.values().size(); i++) {
                boolean marked = !Double.isNaN(point.values().get(i))
                        && !point.feasible().get(i);
                unable |= marked;
                cells.add(currency.of(point.values().get(i), sweep.figure().unit())
                                .show()
                        + (marked ? "!" : ""));
            }
            table.row(row(
                    currency.of(point.value(), number.unit()).show(),
                    cells,
                    point.cheapest().map(a -> a.name()).orElse(TEXTS.get("whatif.nothing"))));
        }
        double base = number.get(plan);
        String title = TEXTS.get(
                "sweep.title",
                plan.name(),
                Names.of(sweep.figure()),
                NumberLabels.of(plan, number),
                NumberLabels.value(plan, number, base));
        return title + "\n\n" + table.text() + (unable ? "\n" + TEXTS.get("sweep.unable") + "\n" : "");
    }

    private static List<String> row(String first, List<String> middle, String last) {
        return Stream.of(Stream.of(first), middle.stream(), Stream.of(last))
                .flatMap(s -> s)
                .toList();
    }

    private static List<String> names(List<Architecture> architectures) {
        return architectures.stream()
                .map(a -> a.name() + (a.today() ? " " + TEXTS.get("cost.today") : ""))
                .toList();
    }

    static String map(DecisionMap map) {
        Plan plan = map.plan();
        StringBuilder text = new StringBuilder();
        text.append(TEXTS.get("sweep.map", plan.name())).append("\n\n");
        Axis x = map.x();
        Axis y = map.y();
        Currency currency = plan.currency();
        text.append(NumberLabels.of(plan, y.number())).append('\n');
        String top = label(y, y.cells(), currency);
        String bottom = label(y, 0, currency);
        int margin = Math.max(top.length(), bottom.length());
        for (int iy = y.cells() - 1; iy >= 0; iy--) {
            String label = iy == y.cells() - 1 ? top : iy == 0 ? bottom : "";
            text.append(" ".repeat(margin - label.length()))
                    .append(label)
                    .append(" │")
                    .append(row(map, iy))
                    .append('\n');
        }
        text.append(" ".repeat(margin + 1))
                .append('└')
                .append("─".repeat(x.cells()))
                .append('\n');
        String left = label(x, 0, currency);
        String right = label(x, x.cells(), currency);
        text.append(" ".repeat(margin + 2))
                .append(left)
                .append(" ".repeat(Math.max(2, x.cells() - left.length() - right.length())))
                .append(right)
                .append('\n')
                .append(" ".repeat(margin + 2))
                .append(NumberLabels.of(plan, x.number()))
                .append(x.logarithmic() || y.logarithmic() ? " " + logarithmic(map) : "")
                .append("\n\n");
        legend(map).forEach(l -> text.append(l).append('\n'));
        text.append('\n');
        map.sentences().forEach(s -> text.append(s).append('\n'));
        others(map).forEach(s -> text.append(s).append('\n'));
        return text.toString();
    }

    private static String logarithmic(DecisionMap map) {
        return map.x().logarithmic() && map.y().logarithmic()
                ? TEXTS.get("sweep.log.both")
                : TEXTS.get(map.x().logarithmic() ? "sweep.log.x" : "sweep.log.y");
    }

    private static String label(Axis axis, int position, Currency currency) {
        return currency.of(axis.at(position), axis.number().unit()).show();
    }

    private static String row(DecisionMap map, int iy) {
        StringBuilder row = new StringBuilder();
        for (int ix = 0; ix < map.x().cells(); ix++) {
            int winner = map.winner(ix, iy);
            row.append(
                    map.holdsPlan() && cell(map, map.x()) == ix && cell(map, map.y()) == iy
                            ? PLAN
                            : winner < 0 ? NOTHING : letter(map.architectures().get(winner)));
        }
        return row.toString();
    }

    private static int cell(DecisionMap map, Axis axis) {
        return Math.clamp((int) axis.position(axis.number().get(map.plan())), 0, axis.cells() - 1);
    }

    /** One letter a design, alike in every map. */
    private static String letter(Architecture architecture) {
        if (architecture.reordered()) {
            return TEXTS.get("sweep.letter.REORDERED");
        }
        return TEXTS.get("sweep.letter." + (architecture.own() == null ? architecture.design() : "OTHER_MODEL"));
    }

    private static List<String> legend(DecisionMap map) {
        List<String> legend = new ArrayList<>();
        for (int i = 0; i < map.architectures().size(); i++) {
            if (map.share(i) > 0) {
                Architecture architecture = map.architectures().get(i);
                legend.add(TEXTS.get(
                        "sweep.legend",
                        letter(architecture),
                        names(List.of(architecture)).get(0),
                        Numbers.percent(map.share(i))));
            }
        }
        if (map.share(-1) > 0) {
            legend.add(TEXTS.get("sweep.legend", NOTHING, TEXTS.get("sweep.none"), Numbers.percent(map.share(-1))));
        }
        if (map.holdsPlan()) {
            String design = map.winnerOfPlan() < 0
                    ? TEXTS.get("whatif.nothing")
                    : map.architectures().get(map.winnerOfPlan()).name();
            legend.add(TEXTS.get("sweep.legend.plan", PLAN, design));
        }
        return legend;
    }

    /** Where designs cost more than today's, of those that the map's own sentences do not tell of. */
    private static List<String> others(DecisionMap map) {
        List<String> told = map.sentences();
        return IntStream.range(0, map.architectures().size())
                .mapToObj(map::sentence)
                .flatMap(s -> s.stream())
                .filter(s -> !told.contains(s))
                .toList();
    }
}
