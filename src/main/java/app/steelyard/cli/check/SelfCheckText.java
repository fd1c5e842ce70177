package app.steelyard.cli.check;

import app.steelyard.app.check.Interval;
import app.steelyard.app.check.SelfCheck;
import app.steelyard.app.check.TriedFigure;
import app.steelyard.app.check.WorkedNumber;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.TextTable;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;

/** A self-check as text. */
final class SelfCheckText {
    private static final Texts TEXTS = Console.TEXTS;

    private SelfCheckText() {}

    static String of(SelfCheck check) {
        return worked(check) + "\n" + bank(check);
    }

    private static String worked(SelfCheck check) {
        TextTable table = new TextTable(2);
        table.row("", TEXTS.get("selfcheck.worked"), TEXTS.get("selfcheck.expected"), TEXTS.get("selfcheck.got"));
        for (WorkedNumber.Checked checked : check.worked()) {
            table.row(
                    TEXTS.get(checked.passed() ? "selfcheck.passed" : "selfcheck.failed"),
                    checked.number().what(),
                    Numbers.value(checked.number().expected()),
                    Numbers.value(checked.got()));
        }
        return table.text()
                + TEXTS.get(
                        "selfcheck.worked.sum",
                        check.workedPassed(),
                        check.worked().size())
                + "\n";
    }

    private static String bank(SelfCheck check) {
        TextTable table = new TextTable(3);
        table.row(
                "",
                TEXTS.get("selfcheck.system"),
                TEXTS.get("selfcheck.class"),
                TEXTS.get("selfcheck.truth"),
                TEXTS.get("selfcheck.interval"),
                TEXTS.get("selfcheck.before"));
        for (TriedFigure tried : check.figures()) {
            table.row(
                    TEXTS.get(tried.inside() ? "selfcheck.inside" : "selfcheck.outside"),
                    tried.label(),
                    tried.system().cacheClass().word(),
                    Numbers.percent(tried.figure().truth()),
                    tried.now().label(),
                    tried.before().label());
        }
        StringBuilder text = new StringBuilder(table.text());
        check.leftOut()
                .forEach(s -> text.append(TEXTS.get("selfcheck.leftOut", s.system(), String.valueOf(s.leftOut())))
                        .append('\n'));
        text.append('\n')
                .append(TEXTS.get(
                        "selfcheck.sum",
                        check.inside(),
                        check.systems(),
                        check.figuresInside(),
                        check.figures().size(),
                        Interval.points(check.medianWidth())))
                .append('\n')
                .append(TEXTS.get(
                        "selfcheck.sum.before",
                        check.wereInside(),
                        check.systems(),
                        check.figuresWereInside(),
                        check.figures().size(),
                        Interval.points(check.medianWidthBefore())))
                .append('\n')
                .append(TEXTS.get("selfcheck.how"))
                .append('\n');
        return text.toString();
    }
}
