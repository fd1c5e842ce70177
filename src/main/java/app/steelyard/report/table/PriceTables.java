package app.steelyard.report.table;

import app.steelyard.chart.catalog.cost.DesignName;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.report.PriceUse;
import app.steelyard.report.ReportModel;
import app.steelyard.report.RoundedMoney;
import app.steelyard.report.table.ReportTable.Cell;
import app.steelyard.report.table.ReportTable.Style;
import app.steelyard.text.Currency;
import app.steelyard.text.Names;
import app.steelyard.text.Texts;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every price used, and the plan at list prices beside the published ones. */
public final class PriceTables {
    private static final Texts TEXTS = Texts.of(PriceTables.class);

    private final ReportModel model;
    private final Currency currency;

    public PriceTables(ReportModel model) {
        this.model = model;
        this.currency = model.currency();
    }

    public ReportTable listPrices(Comparison listed) {
        ReportTable table = new ReportTable(TEXTS.get("list.caption"))
                .words(TEXTS.get("option"), 0)
                .numbers(TEXTS.get("list.published"), 22)
                .numbers(TEXTS.get("list.list"), 22)
                .numbers(TEXTS.get("list.difference"), 22);
        for (Evaluation evaluation : listed.evaluations()) {
            RoundedMoney before = model.ledgers().stream()
                    .filter(l -> l.evaluation().architecture().like(evaluation.architecture()))
                    .findFirst()
                    .orElse(null);
            RoundedMoney after = evaluation instanceof Evaluation.Priced priced ? new RoundedMoney(priced) : null;
            String unpriced = TEXTS.get("options.unpriced");
            table.row(
                    DesignName.of(evaluation),
                    before == null ? unpriced : Figures.amount(before.total()),
                    after == null ? unpriced : Figures.amount(after.total()),
                    before == null || after == null
                            ? ReportTable.NONE
                            : Figures.amount(after.total().minus(before.total()).rounded()));
        }
        return table;
    }

    public ReportTable prices() {
        ReportTable table = new ReportTable(TEXTS.get("price.caption"))
                .words(TEXTS.get("price.what"), 0)
                .numbers(TEXTS.get("price.list"), 12)
                .words(TEXTS.get("price.unit"), 12)
                .words(TEXTS.get("price.valid"), 13)
                .words(TEXTS.get("price.read"), 11)
                .words(TEXTS.get("price.trust"), 11);
        for (PriceUse use : PriceUse.of(model)) {
            table.row(
                    Style.PLAIN,
                    List.of(
                            new Cell(use.owner() + ": " + use.what(), use.title() + ", " + use.url()),
                            new Cell(
                                    use.listPrice(),
                                    Stream.of(use.inPlanCurrency(currency), use.agreed())
                                            .filter(t -> !t.isEmpty())
                                            .collect(Collectors.joining("; "))),
                            new Cell(use.unit(), ""),
                            new Cell(use.validity(), ""),
                            new Cell(use.source().read().toString(), ""),
                            new Cell(Names.of(use.source().confidence()), use.marks())));
        }
        return table;
    }
}
