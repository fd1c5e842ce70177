package app.steelyard.cli.check;

import app.steelyard.app.check.Bank;
import app.steelyard.app.check.Interval;
import app.steelyard.app.check.SelfCheck;
import app.steelyard.app.check.TriedFigure;
import app.steelyard.app.check.WorkedNumber;
import app.steelyard.json.JsonText;
import tools.jackson.databind.node.ObjectNode;

/** A self-check as JSON, described by {@code docs/selfcheck.schema.json}. */
final class SelfCheckJson {
    private SelfCheckJson() {}

    static ObjectNode of(SelfCheck check) {
        ObjectNode root = JsonText.object();
        root.put("format", 1);
        root.put("worked", check.worked().size());
        root.put("worked_passed", check.workedPassed());
        root.put("systems", check.systems());
        root.put("inside", check.inside());
        root.put("figures", check.figures().size());
        root.put("figures_inside", check.figuresInside());
        root.set("median_width", JsonText.number(check.medianWidth()));
        root.put("left_out", check.leftOut().size());
        ObjectNode before = root.putObject("before");
        before.put("inside", check.wereInside());
        before.put("figures_inside", check.figuresWereInside());
        before.set("median_width", JsonText.number(check.medianWidthBefore()));
        JsonText.each(root, "numbers", check.worked(), (each, w) -> worked(w, each));
        JsonText.each(root, "trials", check.figures(), (each, f) -> figure(f, each));
        JsonText.each(root, "systems_left_out", check.leftOut(), (node, s) -> {
            system(s, node);
            node.put("why", s.leftOut());
        });
        return root;
    }

    private static void worked(WorkedNumber.Checked checked, ObjectNode node) {
        node.put("id", checked.number().id());
        node.put("what", checked.number().what());
        node.put("source", checked.number().source());
        node.set("expected", JsonText.number(checked.number().expected()));
        if (!Double.isNaN(checked.got())) {
            node.set("got", JsonText.number(checked.got()));
        }
        node.put("passed", checked.passed());
    }

    private static void figure(TriedFigure tried, ObjectNode node) {
        system(tried.system(), node);
        if (!tried.figure().what().isEmpty()) {
            node.put("of", tried.figure().what());
        }
        node.put("kind", tried.figure().kind().word());
        node.set("truth", JsonText.number(tried.figure().truth()));
        interval(tried.now(), node);
        node.put("inside", tried.inside());
        ObjectNode before = node.putObject("before");
        interval(tried.before(), before);
        before.put("inside", tried.wasInside());
    }

    private static void system(Bank.Entry system, ObjectNode node) {
        node.put("id", system.id());
        node.put("system", system.system());
        node.put("vendor", system.vendor());
        node.put("cache", system.cacheClass().word());
        node.put("grade", system.grade());
        node.put("source", system.source());
        node.put("date", system.date());
    }

    private static void interval(Interval interval, ObjectNode node) {
        node.set("p10", JsonText.number(interval.low()));
        node.set("p50", JsonText.number(interval.median()));
        node.set("p90", JsonText.number(interval.high()));
    }
}
