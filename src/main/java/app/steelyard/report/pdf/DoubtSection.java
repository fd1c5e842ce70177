package app.steelyard.report.pdf;

import app.steelyard.chart.ChartSpec;
import app.steelyard.chart.catalog.doubt.OutlookCharts;
import app.steelyard.report.Doubt;
import app.steelyard.report.Html;
import app.steelyard.report.ReportModel;
import app.steelyard.report.Sheet;
import app.steelyard.report.table.DoubtTables;
import app.steelyard.report.table.ReportTable;
import app.steelyard.text.Texts;
import app.steelyard.whatif.story.Findings;
import app.steelyard.whatif.story.Outlook;
import app.steelyard.whatif.story.SwitchingLines;
import java.util.function.Consumer;

/** The section on how sure the answer is: sentences, each with its chart or table. */
final class DoubtSection {
    private static final Texts TEXTS = Texts.of(DoubtSection.class);

    private final DoubtTables tables;
    private final Html html;
    private final Sheet sheet;
    private final Consumer<ChartSpec> charts;

    /** @param charts writes a chart into {@code html} */
    DoubtSection(ReportModel model, Html html, Sheet sheet, Consumer<ChartSpec> charts) {
        this.tables = new DoubtTables(model.doubted());
        this.html = html;
        this.sheet = sheet;
        this.charts = charts;
    }

    void write(Doubt doubt) {
        switch (doubt) {
            case Doubt.Weighed weighed -> weighed(weighed);
            case Doubt.Unweighed unweighed -> {
                html.line("p", unweighed.reason(), "class", "answer");
                tables.ranges().writeTo(html, sheet);
            }
        }
    }

    private void weighed(Doubt.Weighed doubt) {
        Outlook outlook = doubt.outlook();
        Findings findings = new Findings(outlook);
        html.line("p", TEXTS.get("doubt.headline", findings.headline()), "class", "answer");
        findings.afterHitRate().ifPresent(s -> html.line("p", TEXTS.get("doubt.headline", s)));
        html.line("p", findings.varied().told());
        html.line("p", findings.contingency());
        findings.notices().forEach(n -> html.line("p", n));
        charts.accept(OutlookCharts.likely(outlook, findings));
        tables.designs(outlook).writeTo(html, sheet);
        charts.accept(OutlookCharts.saving(outlook, findings));
        charts.accept(OutlookCharts.leads(outlook, findings));
        charts.accept(OutlookCharts.worth(outlook, findings));
        html.line("p", TEXTS.get("worth.note"), "class", "note");
        if (!outlook.leadIsSaving()) {
            charts.accept(OutlookCharts.moves(outlook, findings));
        }
        tables.ranges().breaking().writeTo(html, sheet);
        switching(doubt);
        doubt.scenarios().ifPresent(s -> tables.scenarios(s).writeTo(html, sheet));
    }

    private void switching(Doubt.Weighed doubt) {
        ReportTable table = tables.switching(doubt.switching());
        if (table.isEmpty()) {
            html.line("h2", TEXTS.get("switching.caption"));
        } else {
            table.writeTo(html, sheet);
        }
        SwitchingLines.unchanged(doubt.outlook().plan(), doubt.switching())
                .ifPresent(s -> html.line("p", s, "class", "note"));
    }
}
