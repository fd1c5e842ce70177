package app.steelyard.ui.calculate;

import app.steelyard.app.compare.DesignRow;
import app.steelyard.app.compare.DesignRows;
import java.util.List;
import java.util.function.Function;

/**
 * Where the cells of a design's row stand at a width. A figure is never cut: where there is no room for all of them, only what
 * a month and a success cost stay in the row, and the rest opens below it.
 *
 * @param name width of the name's column
 * @param bar width of what the month is made of; 0 where there is no room for it
 * @param all whether all figures stand in the row
 * @param stacked whether the model stands below the design
 */
record DesignColumns(
        double width,
        double name,
        double month,
        double bar,
        double byModel,
        double byDesign,
        double request,
        double success,
        boolean all,
        boolean stacked) {
    static final double GAP = 10;
    static final double ARROW = 22;
    private static final double DIGIT = 7.9;
    private static final double LEAST_NAME = 140;
    private static final double LEAST_BAR = 52;
    private static final double MOST_BAR = 150;
    private static final double AMOUNT = 68;
    private static final double SMALL = 56;

    /** @param longest width of the longest name on one line */
    static DesignColumns of(double width, DesignRows rows, double longest) {
        double month = wide(rows, DesignRow::month, AMOUNT);
        double byModel = rows.models() ? wide(rows, DesignRow::byModel, AMOUNT) : 0;
        double byDesign = wide(rows, DesignRow::byDesign, AMOUNT);
        double request = wide(rows, DesignRow::request, SMALL);
        double success = rows.successes() ? wide(rows, DesignRow::success, SMALL) : 0;
        double figures = taken(month) + taken(byModel) + taken(byDesign) + taken(request) + taken(success);
        double rest = width - figures - GAP;
        if (rest - LEAST_BAR >= LEAST_NAME) {
            double name = Math.min(Math.max(LEAST_NAME, rest - LEAST_BAR), longest);
            double bar = Math.min(MOST_BAR, rest - name);
            return new DesignColumns(
                    width, rest - bar, month, bar, byModel, byDesign, request, success, true, longest > rest - bar);
        }
        double left = width - ARROW - taken(month) - taken(success);
        double bar = left - GAP - LEAST_BAR >= LEAST_NAME ? LEAST_BAR : 0;
        double name = left - (bar > 0 ? bar + GAP : 0);
        return new DesignColumns(width, name, month, bar, byModel, byDesign, request, success, false, longest > name);
    }

    /** By how many characters it has: widths that followed each digit would move the columns under a drag. */
    private static double wide(DesignRows rows, Function<DesignRow, String> text, double least) {
        int most = rows.rows().stream().map(text).mapToInt(String::length).max().orElse(0);
        return Math.max(least, Math.ceil(most * DIGIT));
    }

    private static double taken(double column) {
        return column > 0 ? column + GAP : 0;
    }

    /** The right edges of the columns that are shown, in the order month, bar, by model, by design, request, success; 0 for none. */
    List<Double> edges(boolean successes) {
        double monthEnd = name + GAP + month;
        double barEnd = bar > 0 ? monthEnd + GAP + bar : monthEnd;
        if (!all) {
            double last = width - ARROW;
            return List.of(monthEnd, bar > 0 ? barEnd : 0, 0.0, 0.0, 0.0, successes ? last : 0);
        }
        double modelEnd = barEnd + taken(byModel);
        double designEnd = modelEnd + taken(byDesign);
        double requestEnd = designEnd + taken(request);
        return List.of(
                monthEnd,
                barEnd,
                byModel > 0 ? modelEnd : 0,
                designEnd,
                requestEnd,
                successes ? requestEnd + taken(success) : 0);
    }
}
