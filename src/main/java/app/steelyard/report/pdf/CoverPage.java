package app.steelyard.report.pdf;

import app.steelyard.plan.Plan;
import app.steelyard.report.Html;
import app.steelyard.report.ReportModel;
import app.steelyard.text.Texts;
import java.util.Map;

/** The first page: what the report is of, from when its prices are, and its contents. */
record CoverPage(ReportModel model, Html html) {
    private static final Texts TEXTS = Texts.of(CoverPage.class);
    private static final int LONG_NAME = 60;
    private static final int LONG_PURPOSE = 350;

    /** @param contents the sections' titles by their ids, in their order */
    void write(Map<String, String> contents) {
        Plan plan = model.plan();
        html.open("div", "class", plan.purpose().length() > LONG_PURPOSE ? "cover full" : "cover");
        html.line("p", TEXTS.get("cover.kind"), "class", "kind");
        plan.draft()
                .ifPresent(reason -> html.open("p", "class", "draft")
                        .element("b", TEXTS.get("cover.draft"))
                        .text(" " + TEXTS.get("cover.draft.reason", reason))
                        .end());
        String size = plan.name().length() > LONG_NAME ? "name long" : "name";
        html.line("p", shortened(plan.name(), 3 * LONG_NAME), "class", size);
        if (!plan.purpose().isBlank()) {
            html.line("p", plan.purpose(), "class", "purpose");
        }
        html.open("table", "class", "facts").open("tbody");
        fact("cover.date", model.date().toString());
        fact("cover.prices", plan.inference().pricesAsOf().toString());
        fact("cover.horizon", TEXTS.get("cover.months", model.months()));
        fact("cover.currency", model.currency().code());
        fact("cover.program", TEXTS.get("cover.version", model.version()));
        html.close().end();
        html.line("p", TEXTS.get("cover.forecast"), "class", "forecast");
        html.line("p", TEXTS.get("contents"), "class", "contents");
        html.open("ol", "class", "toc");
        contents.forEach((id, title) ->
                html.open("li").element("a", title, "href", "#" + id).end());
        html.end();
        html.end();
    }

    private void fact(String key, String value) {
        html.open("tr")
                .element("th", TEXTS.get(key), "scope", "row")
                .element("td", value)
                .end();
    }

    /** The text as it is, or its beginning where it has more characters than {@code most}. */
    static String shortened(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most)).strip() + "…";
    }
}
