package app.steelyard.ui.calculate;

import app.steelyard.cost.Comparison;
import app.steelyard.cost.explain.Derivation;
import app.steelyard.cost.explain.Derivations;
import app.steelyard.cost.explain.MeasureWords;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Measure;
import app.steelyard.cost.result.Measures;
import app.steelyard.plan.Finance;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Explanation;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.Tiles;
import app.steelyard.ui.work.Workspace;
import atlantafx.base.theme.Styles;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The few figures a decision hangs on, each ready to explain itself. */
final class Cards extends VBox {
    private static final Texts TEXTS = Texts.of(Cards.class);
    private static final double GAP = 12;
    private static final double LEAST = 136;

    private final Workspace workspace;
    private final Card tco = new Card("card.tco");
    private final Card saving = new Card("card.saving");
    private final Card npv = new Card("card.npv");
    private final Card payback = new Card("card.payback");
    private final Card hitRate = new Card("card.hitRate");

    Cards(Workspace workspace) {
        this.workspace = workspace;
        Tiles tiles = new Tiles(GAP, LEAST, 5);
        tiles.getChildren().addAll(tco, saving, npv, payback, hitRate);
        getChildren().add(tiles);
    }

    void show(Comparison comparison, Optional<Evaluation.Priced> shown) {
        if (shown.isEmpty()) {
            Fx.show(this, false);
            return;
        }
        Fx.show(this, true);
        Evaluation.Priced e = shown.get();
        Finance finance = comparison.plan().finance();
        Measures m = e.measures();
        String currency = finance.currency();
        boolean today = e.architecture().today();
        boolean compared = comparison.baseline() instanceof Evaluation.Priced && !today;
        boolean unfit = compared && comparison.baseline() instanceof Evaluation.Priced now && !now.feasible();
        tco.show(
                TEXTS.get("card.tco", Numbers.count(finance.horizonMonths())),
                Numbers.moneyShort(m.tco(), currency),
                TEXTS.get("card.tco.note", Numbers.moneyShort(m.averageMonth(), currency)),
                explain(e, Measure.TCO));
        if (unfit) {
            String why = TEXTS.get("card.todayUnfit");
            saving.show(
                    TEXTS.get(m.saving() < 0 ? "card.more" : "card.less"),
                    Numbers.moneyShort(Math.abs(m.saving()), currency),
                    why,
                    explain(e, Measure.SAVING));
            npv.none(Names.of(Measure.NPV), why);
            payback.none(Names.of(Measure.PAYBACK), why);
        } else if (compared) {
            saving.show(
                    TEXTS.get("card.saving"),
                    Numbers.moneyShort(m.saving(), currency),
                    Double.isNaN(m.savingShare())
                            ? ""
                            : TEXTS.get("card.saving.note", Numbers.percent(m.savingShare())),
                    explain(e, Measure.SAVING),
                    m.saving());
            npv.show(
                    Names.of(Measure.NPV),
                    Numbers.moneyShort(m.npv(), currency),
                    TEXTS.get(
                            "card.npv.note",
                            Numbers.percent(finance.discountRatePerYear()),
                            Names.of(finance.timing()).toLowerCase(Texts.LOCALE)),
                    explain(e, Measure.NPV),
                    m.npv());
            payback.show(
                    Names.of(Measure.PAYBACK),
                    MeasureWords.of(e, Measure.PAYBACK, currency),
                    m.setUp() == 0
                            ? TEXTS.get("card.payback.none")
                            : TEXTS.get("card.payback.note", Numbers.moneyShort(m.setUp(), currency)),
                    explain(e, Measure.PAYBACK));
        } else {
            String why = TEXTS.get(today ? "card.baseline" : "card.noBaseline");
            saving.none(TEXTS.get("card.saving"), why);
            npv.none(Names.of(Measure.NPV), why);
            payback.none(Names.of(Measure.PAYBACK), why);
        }
        if (Double.isNaN(e.caches().hitRate())) {
            hitRate.none(TEXTS.get("card.hitRate"), TEXTS.get("card.hitRate.none"));
        } else {
            hitRate.show(
                    TEXTS.get(e.caches().measured() ? "card.hitRate.measured" : "card.hitRate"),
                    Numbers.percent(e.caches().hitRate()),
                    Double.isNaN(e.caches().breakEven())
                            ? TEXTS.get("card.hitRate.never")
                            : TEXTS.get(
                                    "card.hitRate.note",
                                    Numbers.percent(e.caches().breakEven())),
                    () -> Derivations.hitRate(workspace.comparison(), e));
        }
    }

    private Supplier<Derivation> explain(Evaluation.Priced evaluation, Measure measure) {
        return () -> Derivations.measure(workspace.comparison(), evaluation, measure);
    }

    private static final class Card extends VBox {
        private static final int LONG = 10;
        private static final int VERY_LONG = 14;

        private final Label title = Fx.label("", Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        private final Explanation.FigureButton figure;
        private final Label note = Fx.paragraph("", Styles.TEXT_SMALL, Styles.TEXT_MUTED);

        Card(String id) {
            figure = Explanation.figure(id);
            title.setLabelFor(figure);
            getStyleClass().addAll("card", "figure-card");
            getChildren().addAll(title, figure, note);
        }

        void show(String name, String value, String remark, Supplier<Derivation> derivation) {
            show(name, value, remark, derivation, 0);
        }

        /** Shows a figure that is good above 0 and bad below. */
        void show(String name, String value, String remark, Supplier<Derivation> derivation, double toned) {
            title.setText(name);
            figure.show(value, name, derivation);
            Fx.style(figure, "long", value.length() > LONG);
            Fx.style(figure, "very-long", value.length() > VERY_LONG);
            note.setText(remark);
            tone(toned);
        }

        void none(String name, String why) {
            title.setText(name);
            figure.showNone(name);
            note.setText(why);
            tone(0);
        }

        private void tone(double value) {
            Fx.style(figure, "good", value > 0);
            Fx.style(figure, "bad", value < 0);
        }
    }
}
