package app.steelyard.ui.calculate;

import app.steelyard.cost.Comparison;
import app.steelyard.cost.explain.Derivation;
import app.steelyard.cost.explain.Derivations;
import app.steelyard.cost.explain.MeasureWords;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Measure;
import app.steelyard.cost.result.MeasureTable;
import app.steelyard.cost.result.Measures;
import app.steelyard.plan.Finance;
import app.steelyard.plan.check.Assumed;
import app.steelyard.text.MoneyDigits;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.text.Unit;
import app.steelyard.ui.kit.Explanation;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.Tiles;
import app.steelyard.ui.kit.steady.InPlace;
import app.steelyard.ui.kit.steady.Remembering;
import app.steelyard.ui.work.Workspace;
import atlantafx.base.theme.Styles;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/** The few figures a decision hangs on, each ready to explain itself. */
final class Cards extends InPlace {
    private static final Texts TEXTS = Texts.of(Cards.class);
    private static final double GAP = 8;
    private static final double LEAST = 106;
    /** Narrower, the lines below the figures stand in their tooltips. */
    private static final double WITH_NOTES = 700;

    private final Workspace workspace;
    private final Map<Measure, Card> cards = new EnumMap<>(Measure.class);
    private MoneyDigits digits = MoneyDigits.WHOLE;

    Cards(Workspace workspace) {
        super(GAP);
        this.workspace = workspace;
        List<Measure> measures = MeasureTable.CARDS.measures();
        Tiles tiles = new Tiles(GAP, LEAST, measures.size());
        for (Measure measure : measures) {
            Card card = new Card("card." + measure.key());
            cards.put(measure, card);
            tiles.getChildren().add(card);
        }
        getChildren().add(tiles);
        widthProperty().subscribe(width -> {
            if (width.doubleValue() > 0) {
                cards.values().forEach(c -> c.brief(width.doubleValue() < WITH_NOTES));
                size();
            }
        });
    }

    /** Of an example nothing is told that could be taken for an answer. */
    void show(Comparison comparison, Optional<Evaluation.Priced> evaluation) {
        Optional<Evaluation.Priced> shown = evaluation.filter(e -> !Assumed.throughout(comparison.plan()));
        Fx.show(this, shown.isPresent());
        shown.ifPresent(e -> {
            digits = MoneyDigits.of(cards.keySet().stream()
                    .filter(m -> m.unit() == Unit.MONEY)
                    .map(m -> e.currency().of(m.of(e)))
                    .toList());
            cards.forEach((measure, card) -> show(card, measure, comparison, e));
        });
        size();
    }

    /** All figures are as large as the longest of them can be. */
    private void size() {
        int longest = cards.values().stream().mapToInt(Card::length).max().orElse(0);
        cards.values().forEach(c -> c.size(longest));
    }

    private void show(Card card, Measure measure, Comparison comparison, Evaluation.Priced e) {
        Finance finance = comparison.plan().finance();
        double value = measure.of(e);
        String name = name(measure, finance, e);
        if (measure.againstToday()) {
            boolean today = e.architecture().today();
            if (today || !(comparison.baseline() instanceof Evaluation.Priced now)) {
                card.none(name, TEXTS.get(today ? "card.baseline" : "card.noBaseline"));
                return;
            }
            if (!now.feasible()) {
                String why = TEXTS.get("card.todayUnfit");
                if (measure == Measure.SAVING) {
                    String difference = TEXTS.get(value < 0 ? "card.more" : "card.less");
                    card.show(difference, large(Math.abs(value), finance), why, explain(e, measure));
                } else {
                    card.none(name, why);
                }
                return;
            }
        }
        if (Double.isNaN(value)) {
            card.none(name, measure == Measure.HIT_RATE ? TEXTS.get("card.hitRate.none") : "");
            return;
        }
        boolean money = measure.unit() == Unit.MONEY;
        card.show(
                name,
                money ? large(value, finance) : MeasureWords.of(e, measure),
                note(measure, finance, e),
                explain(e, measure),
                money && measure.againstToday() ? value : 0);
    }

    private static String name(Measure measure, Finance finance, Evaluation.Priced e) {
        return switch (measure) {
            case TCO -> TEXTS.get("card.tco", Numbers.count(finance.horizonMonths()));
            case SAVING -> TEXTS.get("card.saving");
            case HIT_RATE -> TEXTS.get(e.caches().measured() ? "card.hitRate.measured" : "card.hitRate");
            default -> Names.of(measure);
        };
    }

    /** What to know beside the value; empty where that speaks for itself. */
    private static String note(Measure measure, Finance finance, Evaluation.Priced e) {
        Measures m = e.measures();
        return switch (measure) {
            case TCO -> TEXTS.get("card.tco.note", money(m.averageMonth(), finance));
            case SAVING ->
                Double.isNaN(m.savingShare()) ? "" : TEXTS.get("card.saving.note", Numbers.percent(m.savingShare()));
            case NPV ->
                TEXTS.get(
                        "card.npv.note",
                        Numbers.percent(finance.discountRatePerYear()),
                        Names.of(finance.timing()).toLowerCase(Texts.LOCALE));
            case PAYBACK ->
                m.setUp() == 0
                        ? TEXTS.get("card.payback.none")
                        : TEXTS.get("card.payback.note", money(m.setUp(), finance));
            case HIT_RATE ->
                Double.isNaN(e.caches().breakEven())
                        ? TEXTS.get("card.hitRate.never")
                        : TEXTS.get(
                                "card.hitRate.note", Numbers.percent(e.caches().breakEven()));
            default -> "";
        };
    }

    /** In millions, all of them at once, where one is that large. */
    private String large(double value, Finance finance) {
        return digits == MoneyDigits.MILLIONS ? digits.show(finance.currency().of(value)) : money(value, finance);
    }

    private static String money(double value, Finance finance) {
        return finance.currency().of(value).inShort();
    }

    private Supplier<Derivation> explain(Evaluation.Priced evaluation, Measure measure) {
        return () -> Derivations.measure(workspace.comparison(), evaluation, measure);
    }

    private static final class Card extends Remembering {
        private static final int LONG = 10;
        private static final int VERY_LONG = 14;
        private static final int BRIEF_LONG = 7;
        private static final int BRIEF_VERY_LONG = 9;

        private final Label title = Fx.label("", Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        private final Explanation.FigureButton figure;
        private final Label note = Fx.paragraph("", Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        private final Tooltip hint = Fx.tooltip("");
        private boolean brief;

        Card(String id) {
            super(0);
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
            note(remark);
            tone(toned);
        }

        int length() {
            return figure.getText().length();
        }

        void size(int length) {
            Fx.style(figure, "long", length > (brief ? BRIEF_LONG : LONG));
            Fx.style(figure, "very-long", length > (brief ? BRIEF_VERY_LONG : VERY_LONG));
            // Words may break, an amount has none.
            figure.setWrapText(brief && length() > BRIEF_VERY_LONG + 2);
            figure.setMinHeight(USE_PREF_SIZE);
        }

        private void note(String remark) {
            if (!remark.equals(note.getText())) {
                note.setText(remark);
                hint.setText(remark);
            }
        }

        /** @param wanted whether there is no room for the line below the figure */
        void brief(boolean wanted) {
            if (wanted != brief) {
                brief = wanted;
                Fx.show(note, !wanted);
                Tooltip.uninstall(this, hint);
                if (wanted) {
                    Tooltip.install(this, hint);
                }
            }
        }

        void none(String name, String why) {
            title.setText(name);
            figure.showNone(name);
            note(why);
            tone(0);
        }

        private void tone(double value) {
            Fx.style(figure, "good", value > 0);
            Fx.style(figure, "bad", value < 0);
        }
    }
}
