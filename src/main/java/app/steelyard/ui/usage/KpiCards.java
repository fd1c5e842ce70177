package app.steelyard.ui.usage;

import app.steelyard.cost.explain.Derivation;
import app.steelyard.plan.item.HitRateTarget;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Explanation;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.Tiles;
import app.steelyard.usage.UsageWords;
import app.steelyard.usage.figures.Indicator;
import app.steelyard.usage.figures.Invalidations;
import app.steelyard.usage.figures.Kpi;
import app.steelyard.usage.figures.Kpis;
import atlantafx.base.theme.Styles;
import java.math.MathContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** The indicators, each with its definition, what it was divided from, and the guide's targets where there are some. */
final class KpiCards extends VBox {
    private static final Texts TEXTS = Texts.of(KpiCards.class);
    private static final MathContext DIGITS = new MathContext(3);
    private static final double GAP = 12;
    private static final double LEAST = 190;
    private static final int COLUMNS = 5;
    private static final int DATES = 5;

    private final Map<Indicator, Card> cards = new EnumMap<>(Indicator.class);
    private final Card invalidations = new Card("usage.kpi.INVALIDATIONS", TEXTS.get("invalidations"));

    KpiCards(UsageModel model) {
        setId("usage.kpis");
        Tiles tiles = new Tiles(GAP, LEAST, COLUMNS);
        for (Indicator indicator : Indicator.values()) {
            Card card = new Card("usage.kpi." + indicator, indicator.title());
            cards.put(indicator, card);
            tiles.getChildren().add(card);
        }
        tiles.getChildren().add(invalidations);
        getChildren().add(tiles);
        model.figures().subscribe(figures -> {
            if (figures != null) {
                show(figures.kpis());
            }
        });
    }

    private void show(Kpis kpis) {
        kpis.indicators()
                .forEach(kpi ->
                        Objects.requireNonNull(cards.get(kpi.indicator())).show(kpi, kpi.equals(kpis.hitRate())));
        Kpi writes = kpis.get(Indicator.WRITE_TO_READ);
        invalidations.show(kpis.invalidations(), writes.note());
    }

    private static String shown(Kpi kpi) {
        return kpi.shown(DIGITS).orElse(UsageWords.NONE);
    }

    private static final class Card extends VBox {
        private final Label title = Fx.paragraph("", Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        private final Explanation.FigureButton figure;
        private final Label note = Fx.paragraph("", Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        private final Tooltip definition = Fx.tooltip("");

        /** @param name said from the first moment on, also by those who read aloud */
        Card(String id, String name) {
            figure = Explanation.figure(id);
            title.setText(name);
            figure.showNone(name);
            title.setLabelFor(figure);
            note.setId(id + ".note");
            getStyleClass().addAll("card", "figure-card");
            getChildren().addAll(title, figure, note);
            Tooltip.install(this, definition);
        }

        /** @param targeted whether it is the hit rate that the guide's targets are held against */
        void show(Kpi kpi, boolean targeted) {
            Indicator indicator = kpi.indicator();
            title.setText(indicator.title());
            definition.setText(indicator.definition());
            if (kpi.value().isEmpty()) {
                figure.showNone(indicator.title());
                note.setText(kpi.note());
                return;
            }
            figure.show(KpiCards.shown(kpi), indicator.title(), () -> derivation(kpi, targeted));
            String fraction = targeted
                    ? targets(kpi.value().getAsDouble())
                    : TEXTS.get(
                            "kpi.fraction." + indicator.unit(),
                            kpi.numerator(Card::count),
                            kpi.denominator(Card::count),
                            indicator.denominator());
            note.setText(kpi.coverage().isWhole() ? fraction : fraction + "\n" + part(kpi));
        }

        private static String part(Kpi kpi) {
            return kpi.coverage().isWhole()
                    ? ""
                    : TEXTS.get("kpi.part", kpi.coverage().text());
        }

        /** @param unknown why they cannot be told at all, or empty */
        void show(Invalidations found, String unknown) {
            boolean hours = found.step().equals(Duration.ofHours(1));
            title.setText(TEXTS.get("invalidations"));
            definition.setText(TEXTS.get("invalidations.definition"));
            if (!found.known()) {
                figure.showNone(title.getText());
                note.setText(
                        !unknown.isEmpty()
                                ? unknown
                                : TEXTS.get(
                                        hours ? "invalidations.fewHours" : "invalidations.fewDays",
                                        found.buckets(),
                                        Invalidations.FEWEST));
                return;
            }
            String rate = TEXTS.get("invalidations.perMonth", Numbers.rate(found.perMonth()));
            figure.show(rate, title.getText(), () -> derivation(found, rate, hours));
            note.setText(TEXTS.get(
                    "invalidations.of", found.starts().size(), Numbers.count(Math.rint(found.days() * 10) / 10)));
        }

        private static String targets(double rate) {
            return Stream.of(HitRateTarget.values())
                    .map(t -> TEXTS.get(
                            "kpi.target",
                            Names.of(t),
                            Math.round(t.low() * 100),
                            Math.round(t.high() * 100),
                            Names.of(t.standing(rate))))
                    .collect(Collectors.joining("\n"));
        }

        private static Derivation derivation(Kpi kpi, boolean targeted) {
            Indicator indicator = kpi.indicator();
            String source = TEXTS.get("kpi.source");
            List<Derivation.Term> terms = new ArrayList<>(List.of(
                    new Derivation.Term(indicator.numerator(), kpi.numerator(Card::count), source),
                    new Derivation.Term(indicator.denominator(), kpi.denominator(Card::count), source)));
            if (targeted) {
                double rate = kpi.value().orElse(Double.NaN);
                for (HitRateTarget t : HitRateTarget.values()) {
                    terms.add(new Derivation.Term(
                            TEXTS.get("kpi.target.name", Names.of(t)),
                            TEXTS.get("kpi.range", Math.round(t.low() * 100), Math.round(t.high() * 100)),
                            Names.of(t.standing(rate))));
                }
            }
            return new Derivation(
                    indicator.title(),
                    TEXTS.get("kpi.formula", indicator.numerator(), indicator.denominator()),
                    terms,
                    KpiCards.shown(kpi),
                    Stream.of(indicator.definition(), kpi.note(), part(kpi))
                            .filter(t -> !t.isEmpty())
                            .collect(Collectors.joining(" ")));
        }

        private static Derivation derivation(Invalidations found, String rate, boolean hours) {
            String source = TEXTS.get("kpi.source");
            String dates = found.starts().stream()
                    .limit(DATES)
                    .map(i -> i.toString().substring(0, hours ? 16 : 10).replace('T', ' '))
                    .collect(Collectors.joining(", "));
            return new Derivation(
                    TEXTS.get("invalidations"),
                    TEXTS.get("invalidations.formula"),
                    List.of(
                            new Derivation.Term(
                                    TEXTS.get("invalidations.found"),
                                    Integer.toString(found.starts().size()),
                                    found.starts().size() > DATES ? dates + ", …" : dates),
                            new Derivation.Term(
                                    TEXTS.get("invalidations.days"),
                                    Numbers.count(Math.rint(found.days() * 10) / 10),
                                    source),
                            new Derivation.Term(
                                    TEXTS.get(hours ? "invalidations.usualHour" : "invalidations.usualDay"),
                                    Numbers.count(found.usualWrites()),
                                    source)),
                    rate,
                    TEXTS.get("invalidations.definition"));
        }

        private static String count(double number) {
            return number >= 1e6 ? Numbers.axis(number) : Numbers.count(number);
        }
    }
}
