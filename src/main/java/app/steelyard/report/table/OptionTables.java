package app.steelyard.report.table;

import app.steelyard.chart.catalog.cost.DesignName;
import app.steelyard.cost.explain.MeasureWords;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Measure;
import app.steelyard.cost.result.Measures;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Placement;
import app.steelyard.report.ReportModel;
import app.steelyard.report.RoundedMoney;
import app.steelyard.report.table.ReportTable.Style;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** What each architecture is, costs and is worth against today. */
public final class OptionTables {
    private static final Texts TEXTS = Texts.of(OptionTables.class);
    /** A share beyond it says no more than that it is large. */
    private static final double MOST_SHARE = 10;

    private final ReportModel model;
    private final String currency;
    private final String horizon;

    public OptionTables(ReportModel model) {
        this.model = model;
        this.currency = model.currency();
        this.horizon = TEXTS.get("cover.months", model.months());
    }

    public ReportTable options() {
        ReportTable table = new ReportTable(TEXTS.get("options.caption"))
                .words(TEXTS.get("option"), 0)
                .numbers(TEXTS.get("options.setUp"), 15)
                .numbers(TEXTS.get("options.month"), 15)
                .numbers(TEXTS.get("options.tco"), 17)
                .numbers(TEXTS.get("options.npv"), 17)
                .numbers(TEXTS.get("options.payback"), 13)
                .note(noted(TEXTS.get("options.note", horizon, currency)));
        for (Evaluation evaluation : model.comparison().evaluations()) {
            switch (evaluation) {
                case Evaluation.Priced priced -> option(table, model.ledger(priced));
                case Evaluation.Unpriced unpriced ->
                    table.row(
                            Style.PLAIN,
                            DesignName.of(unpriced),
                            TEXTS.get("options.unpriced"),
                            ReportTable.NONE,
                            ReportTable.NONE,
                            ReportTable.NONE,
                            ReportTable.NONE);
            }
        }
        return table;
    }

    private void option(ReportTable table, RoundedMoney ledger) {
        Measures measures = ledger.evaluation().measures();
        boolean best = model.cheapest().filter(l -> l == ledger).isPresent();
        boolean today = ledger.evaluation().architecture().today();
        table.row(
                best ? Style.SUBTOTAL : Style.PLAIN,
                DesignName.of(ledger.evaluation()),
                amount(ledger.amount(0)),
                amount(ledger.averageMonth()),
                amount(ledger.total()),
                today ? ReportTable.NONE : amount(measures.npv()),
                today ? ReportTable.NONE : payback(ledger.evaluation(), Measure.PAYBACK));
    }

    /** Where every item is placed, an architecture a column. */
    public ReportTable placements() {
        List<Evaluation> evaluations = model.comparison().evaluations();
        ReportTable table = new ReportTable(TEXTS.get("placement.caption")).words(TEXTS.get("item"), 0);
        evaluations.forEach(e -> table.words(DesignName.of(e), 13));
        List<ContextItem> items = model.plan().items();
        for (int i = 0; i < items.size(); i++) {
            List<String> row = new ArrayList<>();
            row.add(items.get(i).name());
            for (Evaluation evaluation : evaluations) {
                Placement placement = evaluation.architecture().placements().get(i);
                row.add(Names.of(placement));
            }
            table.row(row.toArray(String[]::new));
        }
        return table.note(TEXTS.get("placement.note"));
    }

    public ReportTable costs() {
        ReportTable table = new ReportTable(TEXTS.get("measures.costs"))
                .words(TEXTS.get("option"), 0)
                .numbers(Names.of(Measure.TCO), 17)
                .numbers(Names.of(Measure.FIRST_MONTH), 16)
                .numbers(Names.of(Measure.AVERAGE_MONTH), 16)
                .numbers(TEXTS.get("measures.presentValue"), 17)
                .numbers(Names.of(Measure.COST_PER_REQUEST), 14);
        double requests = 0;
        for (RoundedMoney ledger : model.ledgers()) {
            Measures measures = ledger.evaluation().measures();
            requests = Arrays.stream(ledger.evaluation().cashFlow().requests()).sum();
            table.row(
                    DesignName.of(ledger.evaluation()),
                    amount(ledger.total()),
                    amount(ledger.amount(1)),
                    amount(ledger.averageMonth()),
                    amount(measures.presentValue()),
                    Double.isNaN(measures.costPerRequest())
                            ? ReportTable.NONE
                            : Numbers.value(measures.costPerRequest()));
        }
        return table.note(TEXTS.get(
                "measures.note.costs",
                Numbers.percent(model.plan().finance().discountRatePerYear()),
                TEXTS.get("timing." + model.plan().finance().timing()),
                Numbers.count(Math.rint(requests)),
                currency));
    }

    public ReportTable againstToday() {
        ReportTable table = new ReportTable(TEXTS.get("measures.against"))
                .words(TEXTS.get("option"), 0)
                .numbers(Names.of(Measure.SAVING), 16)
                .numbers(TEXTS.get("measures.share"), 9)
                .numbers(Names.of(Measure.NPV), 16)
                .numbers(Names.of(Measure.PAYBACK), 11)
                .numbers(Names.of(Measure.DISCOUNTED_PAYBACK), 11)
                .numbers(Names.of(Measure.ROI), 11)
                .numbers(Names.of(Measure.IRR), 11);
        RoundedMoney today = model.baseline().orElse(null);
        for (RoundedMoney ledger : model.ledgers()) {
            Measures measures = ledger.evaluation().measures();
            if (ledger == today) {
                continue;
            }
            String unknown = TEXTS.get("measures.unknown");
            table.row(
                    DesignName.of(ledger.evaluation()),
                    today == null ? unknown : amount(ledger.saving(today)),
                    Double.isNaN(measures.savingShare())
                            ? ReportTable.NONE
                            : Figures.signed(Numbers.percent(measures.savingShare())),
                    today == null ? unknown : amount(measures.npv()),
                    today == null ? unknown : payback(ledger.evaluation(), Measure.PAYBACK),
                    today == null ? unknown : payback(ledger.evaluation(), Measure.DISCOUNTED_PAYBACK),
                    share(measures.roi()),
                    share(measures.irr()));
        }
        return table.note(noted(TEXTS.get("measures.note.against")));
    }

    /** A note on figures against today, with what to know of them where today's design cannot do the job. */
    private String noted(String note) {
        return model.todayUnfit() ? note + " " + TEXTS.get("measures.note.unfit") : note;
    }

    private String payback(Evaluation.Priced evaluation, Measure measure) {
        return Double.isNaN(evaluation.measures().saving())
                ? TEXTS.get("measures.unknown")
                : MeasureWords.of(evaluation, measure, currency);
    }

    private static String share(OptionalDouble value) {
        if (value.isEmpty() || !Double.isFinite(value.getAsDouble())) {
            return ReportTable.NONE;
        }
        double share = value.getAsDouble();
        if (share < -MOST_SHARE) {
            return "< " + Figures.signed(Numbers.percent(-MOST_SHARE));
        }
        return share > MOST_SHARE ? "> " + Numbers.percent(MOST_SHARE) : Figures.signed(Numbers.percent(share));
    }

    private String amount(double value) {
        return Figures.amount(value, currency);
    }
}
