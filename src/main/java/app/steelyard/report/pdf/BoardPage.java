package app.steelyard.report.pdf;

import app.steelyard.chart.ChartSpec;
import app.steelyard.chart.catalog.cost.MonthlyCostChart;
import app.steelyard.plan.Plan;
import app.steelyard.report.BoardAnswer;
import app.steelyard.report.Html;
import app.steelyard.report.ReportModel;
import app.steelyard.text.Days;
import app.steelyard.text.Texts;
import app.steelyard.whatif.story.SwitchingLines;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The page that decides: what to do, the money, what it costs beside the others, what would change it, what to measure, what
 * to approve, and who signs. It is one page on any paper.
 *
 * @param charts writes a chart into {@code html}
 * @param wide whether the paper lies on its side, so that there are two columns
 * @param tight how much room everything gets, from 0, all it wants, to {@link #TIGHTEST}
 */
record BoardPage(ReportModel model, Html html, Consumer<ChartSpec> charts, boolean wide, int tight) {
    /** With this little room any plan has its page. */
    static final int TIGHTEST = 5;

    private static final Texts TEXTS = Texts.of(BoardPage.class);
    /** The share of the width that the left of two columns has. */
    static final double LEFT = 0.565;

    private static final int[] BARS = {7, 6, 5, 5, 3, 3};
    /** Letters are made smaller before bars go and sentences are cut. */
    private static final int[] SENTENCE = {900, 420, 260, 260, 260, 170};

    private static final int SMALLEST_LETTERS = 3;
    private static final int NAME = 56;
    private static final int LARGE = 10;
    private static final int LARGER = 13;
    private static final int HASH = 8;

    void write() {
        BoardAnswer answer = BoardAnswer.of(model);
        Plan plan = model.plan();
        foot();
        html.open("div", "class", "board tight" + Math.min(tight, SMALLEST_LETTERS) + (wide ? " wide" : ""));
        html.open("div", "class", "board-head");
        html.element("span", TEXTS.get("board.header", Html.shortened(plan.name(), NAME)), "class", "left");
        html.element(
                "span",
                TEXTS.get(
                        "board.header.right",
                        Days.full(model.date()),
                        model.currency(),
                        model.months(),
                        Days.month(plan.inference().pricesAsOf())),
                "class",
                "right");
        html.end();
        column("left");
        plan.draft()
                .ifPresent(reason -> html.open("p", "class", "draft")
                        .element("b", TEXTS.get("cover.draft"))
                        .text(" " + cut(TEXTS.get("cover.draft.reason", reason)))
                        .end());
        html.line("h1", answer.title(), "class", answer.title().length() > 2 * NAME ? "long" : "");
        html.line("p", Html.shortened(answer.money(), 3 * SENTENCE[tight]), "class", "money");
        figures(answer.figures());
        if (!answer.madeOf().isEmpty()) {
            html.line("p", Html.shortened(String.join(" ", answer.madeOf()), 3 * SENTENCE[tight]), "class", "made");
        }
        if (!model.ledgers().isEmpty()) {
            charts.accept(MonthlyCostChart.inBrief(model.comparison(), BARS[tight]));
            MonthlyCostChart.notInBrief(model.comparison(), BARS[tight])
                    .ifPresent(names -> html.line("p", cut(TEXTS.get("board.notDrawn", names)), "class", "small"));
        }
        answer.caveats().forEach(c -> html.line("p", cut(c), "class", "caveat"));
        if (wide) {
            approve(answer);
            html.end();
            column("right");
        }
        html.open("div", "class", "cols");
        if (!answer.figures().isEmpty()) {
            html.open("div", "class", "col");
            changes(answer.changes());
            html.end();
        }
        html.open("div", "class", "col last");
        measure(answer);
        html.end();
        html.end();
        if (!wide) {
            approve(answer);
        }
        leftOut(answer.leftOut());
        signatures();
        if (wide) {
            html.end();
        }
        html.end();
    }

    private void column(String name) {
        if (wide) {
            html.open("div", "class", name);
        }
    }

    private void measure(BoardAnswer answer) {
        html.line("h2", TEXTS.get("board.measure"));
        answer.measure().forEach(m -> html.line("p", cut(m)));
        if (answer.measured()) {
            blanks("who", "when");
        }
    }

    private void approve(BoardAnswer answer) {
        html.line("h2", TEXTS.get("board.approve"));
        html.open("ol");
        answer.approve().forEach(a -> html.line("li", cut(a)));
        html.end();
        blanks("owner", "from", "review");
    }

    /** What weighs most stands as large as the answer. */
    private void leftOut(BoardAnswer.LeftOut out) {
        out.counted().ifPresent(l -> html.line("p", Html.shortened(l, 2 * SENTENCE[tight]), "class", "caveat"));
        out.held().ifPresent(l -> html.line("p", Html.shortened(l, 2 * SENTENCE[tight]), "class", "small"));
    }

    /** What only those who decide can say, to be filled in by hand. */
    private void blanks(String... names) {
        html.open("p", "class", "blanks");
        for (String name : names) {
            html.element("span", TEXTS.get("board.blank." + name), "class", "name");
            html.element("span", "", "class", "blank of" + names.length);
        }
        html.end();
    }

    private String cut(String sentence) {
        return Html.shortened(sentence, SENTENCE[tight]);
    }

    private void figures(List<BoardAnswer.Figure> figures) {
        if (figures.isEmpty()) {
            return;
        }
        html.open("div", "class", "figures");
        for (BoardAnswer.Figure figure : figures) {
            html.open("div", "class", "figure");
            html.line("p", figure.name(), "class", "name");
            html.line(
                    "p",
                    figure.value(),
                    "class",
                    "value " + size(figure.value()) + figure.tone().name().toLowerCase(Locale.ROOT));
            html.line("p", figure.note(), "class", "name");
            html.end();
        }
        html.end();
    }

    /** Amounts stay on one line, however large. */
    private static String size(String value) {
        return value.length() > 2 * LARGE
                ? "smallest "
                : value.length() > LARGER ? "small " : value.length() > LARGE ? "smaller " : "";
    }

    private void changes(List<SwitchingLines.Condition> changes) {
        html.line("h2", TEXTS.get("board.changes"));
        if (changes.isEmpty()) {
            html.line("p", TEXTS.get("board.changes.none"));
        }
        for (SwitchingLines.Condition change : changes) {
            html.line("p", cut(change.text()), "class", "condition");
            html.line("p", cut(change.now()), "class", "now");
        }
    }

    private void signatures() {
        html.line("h2", TEXTS.get("board.decision"));
        html.open("p", "class", "boxes");
        for (String box : List.of("yes", "if", "no")) {
            html.element("span", "", "class", "box")
                    .element("span", TEXTS.get("board.decision." + box), "class", "choice of" + box);
            if (box.equals("if")) {
                html.element("span", "", "class", "blank condition-of");
            }
        }
        html.end();
        html.open("div", "class", "signs");
        for (String who : List.of("technology", "finance", "data")) {
            html.open("div", "class", "sign");
            html.line("p", TEXTS.get("board.sign." + who), "class", "name");
            html.line("p", TEXTS.get("board.sign.name"), "class", "name");
            html.end();
        }
        html.end();
    }

    /** What stands at the foot of this page alone. */
    private void foot() {
        html.line(
                "div",
                TEXTS.get(
                        "board.footer",
                        Days.full(model.plan().inference().pricesAsOf()),
                        model.digest().isEmpty() ? "" : TEXTS.get("board.footer.plan", hash(model.digest())),
                        model.version(),
                        model.agreed()),
                "id",
                "boardfoot");
    }

    private static String hash(String digest) {
        return digest.length() < HASH ? digest : digest.substring(0, HASH / 2) + " " + digest.substring(HASH / 2, HASH);
    }
}
