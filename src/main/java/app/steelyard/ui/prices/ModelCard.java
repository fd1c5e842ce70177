package app.steelyard.ui.prices;

import app.steelyard.app.prices.CacheRules;
import app.steelyard.app.prices.NegotiatedPrice;
import app.steelyard.app.prices.OnPlan;
import app.steelyard.app.prices.PriceHistory;
import app.steelyard.app.prices.PriceLine;
import app.steelyard.app.prices.PriceWords;
import app.steelyard.chart.catalog.cost.PriceHistoryChart;
import app.steelyard.plan.Plan;
import app.steelyard.plan.ServiceTier;
import app.steelyard.pricing.Quote;
import app.steelyard.pricing.RateCard;
import app.steelyard.pricing.Source;
import app.steelyard.pricing.catalogue.KeptPrices;
import app.steelyard.pricing.catalogue.Unlikely;
import app.steelyard.text.Money;
import app.steelyard.text.Names;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Card;
import app.steelyard.ui.kit.ChartView;
import app.steelyard.ui.kit.DenseTable;
import app.steelyard.ui.kit.Fx;
import atlantafx.base.theme.Styles;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** One model: what it costs on the plan, over time, and where each price is known from. */
final class ModelCard extends VBox {
    private static final Texts TEXTS = Texts.of(ModelCard.class);
    private static final int MOST_ROWS = 8;
    private static final double CHART = 220;

    private final PricesDesk desk;
    private final PriceLine line;

    /**
     * @param change states another price of it
     * @param use has the plan use it
     * @param again shows it anew, once another price of it is kept
     */
    ModelCard(PricesDesk desk, PriceLine line, Runnable change, Runnable use, Runnable again, Runnable close) {
        this.desk = desk;
        this.line = line;
        setId("prices.model");
        Button remove = Fx.id("prices.model.remove", Fx.button(TEXTS.get("model.remove"), () -> {
            desk.change(() -> desk.own().remove(line.ref()));
            close.run();
        }));
        Fx.show(remove, !desk.own().of(line.ref()).isEmpty());
        Card card = Card.of(TEXTS.get("model.title", line.name(), line.ref()));
        OnPlan.of(line.ref(), desk.plan(), desk.book()).ifPresent(on -> {
            card.getChildren()
                    .add(Fx.id(
                            "prices.model.month",
                            Fx.paragraph(
                                    TEXTS.get(
                                            "model.month",
                                            desk.plan().name(),
                                            on.today().map(Money::full).orElse(TEXTS.get("list.unpriced")),
                                            on.caching().map(Money::full).orElse(TEXTS.get("list.unpriced"))),
                                    Styles.TEXT_BOLD)));
            on.why().forEach(w -> card.getChildren().add(Fx.paragraph(w, Styles.TEXT_MUTED)));
        });
        line.quote()
                .map(q -> Unlikely.in(q.fact().prices()))
                .orElse(List.of())
                .forEach(u -> card.getChildren().add(Fx.paragraph(u, Styles.WARNING)));
        Plan plan = desk.plan();
        line.quote().ifPresent(q -> {
            List<String> paid = NegotiatedPrice.of(line.ref(), q.fact(), plan, desk.book());
            if (!paid.isEmpty()) {
                card.getChildren()
                        .add(Fx.id(
                                "prices.model.agreed",
                                Fx.paragraph(TEXTS.get("model.agreed", String.join("; ", paid)))));
            }
        });
        String agreed = NegotiatedPrice.sentence(List.of(line.ref()), plan, desk.book());
        if (!agreed.isEmpty()) {
            card.getChildren().add(Fx.paragraph(agreed, Styles.TEXT_MUTED));
        }
        LocalDate day = plan.inference().pricesAsOf();
        if (line.isAfter(day)) {
            card.getChildren().add(Fx.paragraph(TEXTS.get("model.newer", day), Styles.TEXT_MUTED));
        }
        if (CacheRules.unknown(line.ref(), plan.inference().tier(), day, desk.book())) {
            card.getChildren().add(cache(again));
        }
        card.getChildren()
                .add(new FlowPane(
                        8,
                        8,
                        use(use),
                        Fx.id("prices.model.change", Fx.button(TEXTS.get("model.change"), change)),
                        remove,
                        Fx.id("prices.model.close", Fx.button(TEXTS.get("close"), close))));
        history(card);
        getChildren().add(card);
    }

    private Button use(Runnable use) {
        boolean used = desk.plan().inference().model().equals(line.ref());
        Button button =
                Fx.id("prices.model.use", Fx.button(TEXTS.get(used ? "model.used" : "model.use"), use, Styles.ACCENT));
        button.setDisable(used);
        return button;
    }

    /** Asks how its cache works, and keeps what is said. */
    private VBox cache(Runnable again) {
        Label told = Fx.id(
                "prices.model.cache.told", Fx.paragraph(CacheRules.sentence(List.of(line.ref())), Styles.WARNING));
        CacheField field = new CacheField("prices.model.cache", desk);
        Button say = Fx.id("prices.model.cache.keep", Fx.button(TEXTS.get("cache.keep"), () -> {
            try {
                desk.cached(line, field.words());
                again.run();
            } catch (IllegalArgumentException e) {
                told.setText(String.valueOf(e.getMessage()));
            }
        }));
        say.setDisable(true);
        field.onChange(() -> say.setDisable(field.words().isEmpty()));
        field.getChildren().add(say);
        return new VBox(4, told, field);
    }

    private void history(Card card) {
        List<PriceHistory> tiers = PriceHistory.of(line.ref(), desk.book());
        ServiceTier wanted = desk.plan().inference().tier();
        tiers.stream().filter(t -> t.tier() == wanted).findFirst().ifPresent(t -> {
            LocalDate day = desk.plan().inference().pricesAsOf();
            ChartView chart = new ChartView(
                    "prices.history",
                    desk.surroundings().dialogs(),
                    desk.surroundings().look().paletteProperty(),
                    key -> {});
            chart.show(PriceHistoryChart.of(
                    line.name(), t.periods().stream().map(Quote::fact).toList(), day));
            chart.setMinHeight(CHART);
            card.getChildren().add(chart);
        });
        DenseTable<Quote<RateCard>> table = new DenseTable<>(MOST_ROWS);
        table.setId("prices.periods");
        table.setAccessibleText(TEXTS.get("model.periods"));
        table.column(TEXTS.get("model.tier"), 80, q -> Names.of(q.fact().tier()))
                .setMinWidth(70);
        table.column(TEXTS.get("model.days"), 190, q -> days(q.fact())).setMinWidth(110);
        table.numbers(
                TEXTS.get("list.input"),
                70,
                q -> PriceWords.money(q.fact(), q.fact().prices().input()));
        table.numbers(
                TEXTS.get("list.cached"),
                70,
                q -> PriceWords.money(q.fact(), q.fact().prices().cachedRead()));
        table.numbers(
                TEXTS.get("list.output"),
                70,
                q -> PriceWords.money(q.fact(), q.fact().prices().output()));
        table.column(TEXTS.get("model.source"), 330, ModelCard::source);
        table.fill(tiers.stream().flatMap(t -> t.periods().stream()).toList());
        card.getChildren().add(table);
    }

    /** On which days a price holds, in words. */
    static String days(RateCard card) {
        boolean always = card.validity().from().equals(KeptPrices.ALWAYS);
        LocalDate to = card.validity().to();
        if (to == null) {
            return always
                    ? TEXTS.get("days.always")
                    : TEXTS.get("days.from", card.validity().from());
        }
        return always
                ? TEXTS.get("days.before", to)
                : TEXTS.get("days.fromTo", card.validity().from(), to);
    }

    private static String source(Quote<RateCard> quote) {
        String marks = quote.marks().stream().sorted().map(Names::of).collect(Collectors.joining(", "));
        Source from = quote.fact().source();
        String source = from.title().isBlank()
                ? TEXTS.get("model.readOnly", from.read())
                : TEXTS.get("model.read", from.title(), from.read());
        return marks.isEmpty() ? source : TEXTS.get("model.marked", marks, source);
    }
}
