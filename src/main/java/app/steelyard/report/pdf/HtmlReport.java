package app.steelyard.report.pdf;

import app.steelyard.chart.ChartSpec;
import app.steelyard.chart.catalog.cost.CumulativeCostChart;
import app.steelyard.chart.catalog.cost.FirstTokenChart;
import app.steelyard.chart.catalog.cost.HitRateChart;
import app.steelyard.chart.catalog.cost.MonthlyCostChart;
import app.steelyard.chart.draw.ChartPainter;
import app.steelyard.chart.draw.Fonts;
import app.steelyard.cost.explain.Repricing;
import app.steelyard.plan.ExchangeRate;
import app.steelyard.report.Doubt;
import app.steelyard.report.Edition;
import app.steelyard.report.Html;
import app.steelyard.report.PaperSize;
import app.steelyard.report.ReportAnswer;
import app.steelyard.report.ReportModel;
import app.steelyard.report.RoundedMoney;
import app.steelyard.report.Sheet;
import app.steelyard.report.table.AssumptionTables;
import app.steelyard.report.table.CacheTables;
import app.steelyard.report.table.ModelTables;
import app.steelyard.report.table.OptionTables;
import app.steelyard.report.table.PriceTables;
import app.steelyard.report.table.ReportTable;
import app.steelyard.report.table.StatementTables;
import app.steelyard.text.Currency;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.whatif.story.Findings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The report as XHTML, which is laid out on pages afterwards. Charts are left to be drawn, by their number. */
public final class HtmlReport {
    /** How the drawer of charts knows its places. */
    static final String CHART_TYPE = "application/x-steelyard-chart";

    private static final Texts TEXTS = Texts.of(HtmlReport.class);

    private static final int RUNNING_LENGTH = 70;

    private final ReportModel model;
    private final Sheet sheet;
    private final OptionTables options;
    private final StatementTables statements;
    private final CacheTables caches;
    private final PriceTables prices;
    private final NoticesSection notices;
    private final Html html = new Html();
    private final List<ChartSpec> charts = new ArrayList<>();

    private HtmlReport(ReportModel model, Sheet sheet) {
        this.model = model;
        this.sheet = sheet;
        this.options = new OptionTables(model);
        this.statements = new StatementTables(model);
        this.caches = new CacheTables(model);
        this.prices = new PriceTables(model);
        this.notices = new NoticesSection(model, html);
    }

    /**
     * @param charts what to draw at each place, by its number
     */
    record Page(String html, List<ChartSpec> charts) {}

    /** All of it, with all the room it wants. */
    static Page of(ReportModel model, PaperSize paper) {
        return of(model, Sheet.of(paper, Edition.WHOLE), Edition.WHOLE, 0);
    }

    /** @param tight how much room the page that decides has, as {@link BoardPage} says */
    static Page of(ReportModel model, Sheet sheet, Edition edition, int tight) {
        HtmlReport report = new HtmlReport(model, sheet);
        report.write(edition == Edition.WHOLE ? report.sections() : List.of(), tight);
        return new Page(report.html.toString(), List.copyOf(report.charts));
    }

    /**
     * A section.
     *
     * @param flows whether it goes on below the one before rather than on a new page
     */
    private record Section(String id, boolean flows, Runnable body) {
        Section(String id, Runnable body) {
            this(id, false, body);
        }
    }

    private void write(List<Section> sections, int tight) {
        html.open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", TEXTS.get("document.language"))
                .open("head");
        html.plain("title", model.plan().name());
        html.empty("meta", "name", "subject", "content", TEXTS.get("document.subject"));
        html.empty("meta", "name", "author", "content", TEXTS.get("cover.version", model.version()));
        html.empty("meta", "name", "description", "content", new ReportAnswer(model).answer());
        html.open("bookmarks");
        html.open("bookmark", "name", TEXTS.get("board.bookmark"), "href", "#board")
                .end();
        sections.forEach(s ->
                html.open("bookmark", "name", title(s), "href", "#" + s.id()).end());
        html.end();
        html.style(css());
        html.end();
        html.open("body");
        html.element(
                "div",
                TEXTS.get(
                        model.plan().draft().isPresent() ? "document.running.draft" : "document.running",
                        Html.shortened(model.plan().name(), RUNNING_LENGTH),
                        model.date()),
                "id",
                "running");
        html.open("div", "id", "board");
        new BoardPage(model, html, this::plain, sheet.wide(), tight).write();
        html.end();
        for (Section section : sections) {
            html.open("div", "class", section.flows() ? "section flowing" : "section", "id", section.id());
            html.line("h1", title(section));
            section.body().run();
            html.end();
        }
        html.end();
        html.end();
    }

    private List<Section> sections() {
        List<Section> sections = new ArrayList<>(
                List.of(new Section("decision", this::decision), new Section("options", this::options)));
        boolean priced = !model.ledgers().isEmpty();
        if (priced) {
            sections.add(new Section("measures", true, this::measures));
            sections.add(new Section("charts", this::charts));
            sections.add(new Section("statement", this::statement));
            sections.add(new Section("cashFlow", this::cashFlow));
            sections.add(new Section("hitRate", this::hitRates));
            sections.add(new Section("latency", true, this::latency));
        }
        model.doubt()
                .ifPresent(d -> sections.add(new Section(
                        "uncertainty", true, () -> new DoubtSection(model, html, sheet, this::chart).write(d))));
        model.repricing().ifPresent(r -> sections.add(new Section("listPrices", () -> listPrices(r))));
        if (priced) {
            sections.add(new Section("prices", true, this::prices));
        }
        sections.add(new Section("assumptions", true, this::assumptions));
        sections.add(new Section("notices", notices::write));
        sections.add(new Section("exclusions", true, this::exclusions));
        sections.add(new Section("method", this::method));
        return sections;
    }

    private static String title(Section section) {
        return TEXTS.get("section." + section.id());
    }

    private void decision() {
        ReportAnswer answer = new ReportAnswer(model);
        if (!model.plan().purpose().isBlank()) {
            html.line("p", model.plan().purpose(), "class", "purpose");
        }
        html.line("h2", TEXTS.get("decision.question"));
        html.line("p", answer.question());
        html.line("h2", TEXTS.get("decision.answer"));
        html.line("p", answer.answer(), "class", "answer");
        model.agreement().ifPresent(a -> html.line("p", a));
        if (model.doubt().orElse(null) instanceof Doubt.Weighed weighed) {
            html.line("p", TEXTS.get("decision.sure", new Findings(weighed.outlook()).likely()));
        }
        model.improvements().stream()
                .filter(i -> !i.kind().forgets())
                .max(Comparator.comparingDouble(i -> i.perMonth().value()))
                .filter(i -> i.perMonth().value() > 0)
                .ifPresent(i ->
                        html.line("p", TEXTS.get("decision.before", i.perMonth().full())));
        if (!model.ledgers().isEmpty()) {
            chart(MonthlyCostChart.of(model.comparison()));
        }
        notices.unpriced();
    }

    private void options() {
        options.options().writeTo(html, sheet);
        options.placements().writeTo(html, sheet);
        if (!model.plan().items().isEmpty()) {
            options.besideMoney().writeTo(html, sheet);
        }
        if (!model.improvements().isEmpty()) {
            caches.improvements().writeTo(html, sheet);
        }
    }

    private void charts() {
        chart(CumulativeCostChart.of(model.comparison()));
        chart(FirstTokenChart.of(model.comparison()));
        model.cheapest()
                .map(RoundedMoney::evaluation)
                .filter(e -> !e.caches().parts().isEmpty())
                .or(() -> model.ledgers().stream()
                        .map(RoundedMoney::evaluation)
                        .filter(e -> !e.caches().parts().isEmpty())
                        .findFirst())
                .ifPresent(e -> chart(HitRateChart.of(model.comparison().plan(), e)));
    }

    /** Leaves room for a chart as wide as the page and as high as it likes. */
    private void chart(ChartSpec spec) {
        chart(spec, true, 1);
    }

    /** The same without its sentence, which only those who cannot see it are read. */
    private void plain(ChartSpec spec) {
        chart(spec, false, sheet.wide() ? BoardPage.LEFT : 1);
    }

    /** @param share of the page's width that it has */
    private void chart(ChartSpec spec, boolean told, double share) {
        double width = share * sheet.textWidth();
        ChartPainter painter = PdfReport.painter();
        long height = Math.round(painter.preferredHeight(spec, Fonts::width, width));
        html.open("div", "class", "chart");
        html.line("h2", spec.title());
        html.open(
                        "object",
                        "type",
                        CHART_TYPE,
                        "data-chart",
                        Integer.toString(charts.size()),
                        "alt",
                        spec.summary(),
                        "title",
                        spec.title(),
                        "style",
                        "width:100%;height:" + height + "pt")
                .end();
        if (told) {
            html.line("p", spec.summary(), "class", "note");
        }
        html.end();
        charts.add(spec);
    }

    private void measures() {
        options.costs().writeTo(html, sheet);
        ReportTable against = options.againstToday();
        if (!against.isEmpty()) {
            against.writeTo(html, sheet);
        }
        options.split().ifPresent(t -> t.writeTo(html, sheet));
        ReportTable models = new ModelTables(model).others();
        if (!models.isEmpty()) {
            models.writeTo(html, sheet);
        }
    }

    private void statement() {
        html.line("p", TEXTS.get("statement.note", model.currency()), "class", "note");
        model.ledgers().forEach(l -> statements.statement(l).writeTo(html, sheet));
    }

    private void cashFlow() {
        statements.cashFlow().writeTo(html, sheet);
        statements.cumulative().writeTo(html, sheet);
    }

    private void hitRates() {
        List<ReportTable> hitRates = caches.hitRates();
        if (hitRates.isEmpty()) {
            html.line("p", TEXTS.get("hit.none"));
        }
        hitRates.forEach(t -> t.writeTo(html, sheet));
    }

    private void latency() {
        caches.latency().writeTo(html, sheet);
        ReportTable turns = caches.turns();
        if (!turns.isEmpty()) {
            turns.writeTo(html, sheet);
        }
    }

    private void listPrices(Repricing repricing) {
        html.line("p", TEXTS.get("list.intro"));
        prices.listPrices(repricing.comparison()).writeTo(html, sheet);
        list(repricing.reasons());
    }

    private void prices() {
        ReportTable table = prices.prices();
        ExchangeRate rate = model.plan().finance().exchangeRate();
        html.line(
                "p",
                rate == null || model.currency().equals(Currency.USD)
                        ? TEXTS.get("price.sameCurrency")
                        : TEXTS.get("price.rate", Numbers.value(rate.perUsd()), model.currency(), rate.origin()));
        if (table.isEmpty()) {
            html.line("p", TEXTS.get("price.none"));
        } else {
            html.line("p", TEXTS.get("price.note"), "class", "note");
            table.breaking().writeTo(html, sheet);
        }
    }

    private void assumptions() {
        new AssumptionTables(model).table().writeTo(html, sheet);
        if (model.doubt().isEmpty()) {
            html.line("p", TEXTS.get("assumption.noRange"));
        }
    }

    private void exclusions() {
        List<String> exclusions = new ArrayList<>();
        for (int i = 1; i <= Integer.parseInt(TEXTS.get("exclusion.count")); i++) {
            String counted = "exclusion." + i + ".counted";
            boolean failures = model.comparison().basis().perSuccess() && TEXTS.has(counted);
            exclusions.add(TEXTS.get(failures ? counted : "exclusion." + i));
        }
        exclusions.add(TEXTS.get(model.doubt().isPresent() ? "exclusion.ranges" : "exclusion.noRanges"));
        list(exclusions);
    }

    private void method() {
        for (int i = 1; i <= Integer.parseInt(TEXTS.get("method.count")); i++) {
            html.open("div", "class", "method");
            html.line("h3", TEXTS.get("method." + i + ".name"));
            html.line("p", TEXTS.get("method." + i + ".formula"), "class", "formula");
            html.line("p", TEXTS.get("method." + i + ".text"));
            html.end();
        }
    }

    private void list(List<String> texts) {
        html.open("ul");
        texts.forEach(t -> html.line("li", t));
        html.end();
    }

    private String css() {
        try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@paper", sheet.css())
                    .replace("@family", "'" + Fonts.FAMILY + "'")
                    .replace("@page-word", TEXTS.get("document.page"))
                    .replace("@of-word", TEXTS.get("document.of"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
