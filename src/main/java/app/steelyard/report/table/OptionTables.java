package app.steelyard.report.table;

import app.steelyard.chart.catalog.cost.DesignName;
import app.steelyard.cost.Handling;
import app.steelyard.cost.explain.MeasureWords;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Measure;
import app.steelyard.cost.result.MeasureTable;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Placement;
import app.steelyard.report.ReportModel;
import app.steelyard.report.RoundedMoney;
import app.steelyard.report.table.ReportTable.Style;
import app.steelyard.text.Amount;
import app.steelyard.text.Currency;
import app.steelyard.text.Money;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Quantity;
import app.steelyard.text.Texts;
import app.steelyard.text.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What each architecture is, costs and is worth against today. */
public final class OptionTables {
    private static final Texts TEXTS = Texts.of(OptionTables.class);
    /** A return beyond it says no more than that it is large. */
    private static final double MOST_SHARE = 10;
    /** Of a table's width, in hundredths. */
    private static final int MONEY_SHARE = 15;

    private static final int OTHER_SHARE = 11;

    private final ReportModel model;
    private final Currency currency;
    private final String horizon;

    public OptionTables(ReportModel model) {
        this.model = model;
        this.currency = model.currency();
        this.horizon = TEXTS.get("cover.months", model.months());
    }

    public ReportTable options() {
        ReportTable table = measured(TEXTS.get("options.caption"), MeasureTable.OPTIONS)
                .note(noted(TEXTS.get("options.note", horizon, currency)));
        for (Evaluation evaluation : model.comparison().evaluations()) {
            switch (evaluation) {
                case Evaluation.Priced priced -> {
                    RoundedMoney ledger = model.ledger(priced);
                    boolean best = model.cheapest().filter(l -> l == ledger).isPresent();
                    row(table, best ? Style.SUBTOTAL : Style.PLAIN, ledger, MeasureTable.OPTIONS);
                }
                case Evaluation.Unpriced unpriced -> {
                    List<String> row = new ArrayList<>(
                            Collections.nCopies(measures(MeasureTable.OPTIONS).size() + 1, ReportTable.NONE));
                    row.set(0, DesignName.of(unpriced));
                    row.set(1, TEXTS.get("options.unpriced"));
                    table.row(Style.PLAIN, row.toArray(String[]::new));
                }
            }
        }
        return table;
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
        ReportTable table = measured(TEXTS.get("measures.costs"), MeasureTable.COSTS);
        double requests = 0;
        for (RoundedMoney ledger : model.ledgers()) {
            requests = Arrays.stream(ledger.evaluation().cashFlow().requests()).sum();
            row(table, Style.PLAIN, ledger, MeasureTable.COSTS);
        }
        return table.note(TEXTS.get(
                "measures.note.costs",
                Numbers.percent(model.plan().finance().discountRatePerYear()),
                TEXTS.name(model.plan().finance().timing()),
                Numbers.count(Math.rint(requests)),
                currency));
    }

    public ReportTable againstToday() {
        ReportTable table = measured(TEXTS.get("measures.against"), MeasureTable.AGAINST_TODAY);
        for (RoundedMoney ledger : model.ledgers()) {
            if (!ledger.evaluation().architecture().today()) {
                row(table, Style.PLAIN, ledger, MeasureTable.AGAINST_TODAY);
            }
        }
        return table.note(noted(TEXTS.get("measures.note.against")));
    }

    /**
     * What of each saving is the other model's, and what is cost of failures; empty where all designs run on one model and
     * no failures are counted.
     */
    public Optional<ReportTable> split() {
        List<Evaluation.Priced> priced = model.comparison().priced();
        boolean failures = priced.stream().anyMatch(Measure.SAVED_ON_FAILURES::told);
        if (!model.comparison().models() && !failures || model.baseline().isEmpty()) {
            return Optional.empty();
        }
        ReportTable table = measured(TEXTS.get("measures.split"), MeasureTable.SPLIT);
        model.ledgers().stream()
                .filter(l -> !l.evaluation().architecture().today())
                .forEach(l -> row(table, Style.PLAIN, l, MeasureTable.SPLIT));
        String note = TEXTS.get("measures.note.split", currency);
        return Optional.of(table.note(noted(failures ? TEXTS.get("measures.note.split.failures") + " " + note : note)));
    }

    /** What the designs differ in beside money. */
    public ReportTable besideMoney() {
        ReportTable table = new ReportTable(TEXTS.get("keeping.caption"))
                .words(TEXTS.get("option"), 0)
                .numbers(TEXTS.get("keeping.token"), OTHER_SHARE)
                .words(TEXTS.get("keeping.kind"), MONEY_SHARE);
        for (Handling.Aspect aspect : Handling.Aspect.values()) {
            table.words(aspect.label(), MONEY_SHARE);
        }
        for (Evaluation evaluation : model.comparison().evaluations()) {
            String name = DesignName.of(evaluation);
            String token = evaluation instanceof Evaluation.Priced priced
                    ? MeasureWords.of(priced, Measure.FIRST_TOKEN)
                    : ReportTable.NONE;
            for (Handling kept : Handling.of(model.plan(), evaluation)) {
                table.row(Stream.concat(
                                Stream.of(name, token, Names.of(kept.kind())),
                                Stream.of(Handling.Aspect.values()).map(kept::words))
                        .toArray(String[]::new));
                name = "";
                token = "";
            }
        }
        return table.note(TEXTS.get("keeping.note"));
    }

    /** A table with an architecture a row and a measure a column. */
    private ReportTable measured(String caption, MeasureTable choice) {
        ReportTable table = new ReportTable(caption).words(TEXTS.get("option"), 0);
        for (Measure measure : measures(choice)) {
            String key = "measures.column." + choice + "." + measure;
            table.numbers(
                    TEXTS.has(key) ? TEXTS.get(key) : Names.of(measure),
                    measure.unit() == Unit.MONEY ? MONEY_SHARE : OTHER_SHARE);
        }
        return table;
    }

    private List<Measure> measures(MeasureTable choice) {
        return choice.measures(model.comparison().priced());
    }

    private void row(ReportTable table, Style style, RoundedMoney ledger, MeasureTable choice) {
        table.row(
                style,
                Stream.concat(
                                Stream.of(DesignName.of(ledger.evaluation())),
                                measures(choice).stream().map(m -> cell(ledger, m)))
                        .toArray(String[]::new));
    }

    private String cell(RoundedMoney ledger, Measure measure) {
        RoundedMoney today = model.baseline().orElse(null);
        Evaluation.Priced evaluation = ledger.evaluation();
        if (measure.againstToday() && evaluation.architecture().today()) {
            return ReportTable.NONE;
        }
        Amount amount = ledger.of(measure, today);
        if (amount.unit() == Unit.FRACTION) {
            return share(amount.value(), measure == Measure.ROI || measure == Measure.IRR);
        }
        if (measure.againstToday() && today == null) {
            return TEXTS.get("measures.unknown");
        }
        return switch (amount) {
            // Far below the last decimal that amounts are shown with.
            case Money money
            when measure == Measure.COST_PER_REQUEST && Double.isFinite(money.value()) -> Numbers.value(money.value());
            case Money money when measure == Measure.COST_PER_SUCCESS -> MeasureWords.of(evaluation, measure);
            case Money money -> Figures.amount(money);
            case Quantity quantity -> MeasureWords.of(evaluation, measure);
        };
    }

    /** A note on figures against today, with what to know of them where today's design cannot do the job. */
    private String noted(String note) {
        return model.todayUnfit() ? note + " " + TEXTS.get("measures.note.unfit") : note;
    }

    /** @param capped whether a share beyond {@link #MOST_SHARE} is told as such */
    private static String share(double share, boolean capped) {
        if (!Double.isFinite(share)) {
            return ReportTable.NONE;
        }
        if (capped && Math.abs(share) > MOST_SHARE) {
            return (share < 0 ? "< " : "> ") + Numbers.percent(Math.copySign(MOST_SHARE, share));
        }
        return Numbers.percent(share);
    }
}
