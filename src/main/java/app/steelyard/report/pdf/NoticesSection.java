package app.steelyard.report.pdf;

import app.steelyard.chart.catalog.cost.DesignName;
import app.steelyard.cost.result.Notice;
import app.steelyard.cost.result.Uncompared;
import app.steelyard.report.Html;
import app.steelyard.report.ReportModel;
import app.steelyard.report.RoundedMoney;
import app.steelyard.text.Names;
import app.steelyard.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What to beware of in the numbers, and which architectures have none and why. */
record NoticesSection(ReportModel model, Html html) {
    private static final Texts TEXTS = Texts.of(NoticesSection.class);

    /** Each notice once, with the architectures it is about; warnings first. */
    void write() {
        Map<Notice, List<String>> notices = new LinkedHashMap<>();
        for (RoundedMoney ledger : model.ledgers()) {
            for (Notice notice : ledger.evaluation().notices()) {
                notices.computeIfAbsent(notice, n -> new ArrayList<>()).add(DesignName.of(ledger.evaluation()));
            }
        }
        if (notices.isEmpty() && model.comparison().unpriced().isEmpty()) {
            html.line("p", TEXTS.get("notice.none"));
        } else if (!notices.isEmpty()) {
            html.open("ul");
            Stream.of(Notice.Severity.values())
                    .sorted(Comparator.reverseOrder())
                    .forEach(s -> notice(notices, s));
            html.end();
        }
        unpriced();
    }

    private void notice(Map<Notice, List<String>> notices, Notice.Severity severity) {
        int all = model.ledgers().size();
        notices.forEach((notice, names) -> {
            if (notice.severity() == severity) {
                String of = names.size() == all ? TEXTS.get("notice.all") : String.join(", ", names);
                html.open("li", "class", severity.name().toLowerCase(Locale.ROOT))
                        .element("b", Names.of(severity) + ", " + of + ": ")
                        .text(notice.text())
                        .end();
            }
        });
    }

    /** Why architectures have no price; nothing where all have one. */
    void unpriced() {
        List<Uncompared.Reason> reasons = Uncompared.reasons(model.comparison().evaluations(), DesignName::of);
        if (reasons.isEmpty()) {
            return;
        }
        html.line("h2", TEXTS.get("notice.unpriced"));
        html.open("ul");
        for (Uncompared.Reason reason : reasons) {
            html.open("li").element("b", reason.who() + ": ").text(reason.why()).end();
        }
        html.end();
        html.line("p", TEXTS.get("notice.unpriced.note"), "class", "note");
    }
}
