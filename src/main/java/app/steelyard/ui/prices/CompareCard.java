package app.steelyard.ui.prices;

import app.steelyard.app.prices.CacheRules;
import app.steelyard.app.prices.NegotiatedPrice;
import app.steelyard.app.prices.OnPlan;
import app.steelyard.app.prices.PriceLine;
import app.steelyard.plan.Plan;
import app.steelyard.text.Money;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Card;
import app.steelyard.ui.kit.DenseTable;
import app.steelyard.ui.kit.Fx;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.VBox;

/** Some models side by side on the plan's own traffic. */
final class CompareCard extends VBox {
    private static final Texts TEXTS = Texts.of(CompareCard.class);
    private static final int MOST_ROWS = 8;

    private record Compared(PriceLine line, Optional<OnPlan> on) {}

    /** Amounts stay whole in a narrow window. */
    private static final class Table extends DenseTable<Compared> {
        Table(String title) {
            super(MOST_ROWS);
            setId("prices.compared.table");
            setAccessibleText(title);
            column(TEXTS.get("list.model"), 230, c -> c.line.ref().toString()).setMinWidth(200);
            numbers(TEXTS.get("compare.today"), 150, c -> month(c.on.flatMap(OnPlan::today)));
            numbers(TEXTS.get("compare.caching"), 150, c -> month(c.on.flatMap(OnPlan::caching)));
            numbers(TEXTS.get("list.input"), 75, c -> c.line.input());
            numbers(TEXTS.get("list.cached"), 75, c -> c.line.cached());
            numbers(TEXTS.get("list.output"), 75, c -> c.line.output());
            TableColumn<Compared, String> origin = column(TEXTS.get("list.origin"), 110, c -> c.line.origin());
            origin.setMinWidth(95);
            TableColumn<Compared, String> age = column(TEXTS.get("list.age"), 110, c -> c.line.age());
            age.setMinWidth(105);
            giveWay(List.of(age, origin));
        }
    }

    /** @param look at one of them */
    CompareCard(PricesDesk desk, List<PriceLine> lines, Consumer<PriceLine> look, Runnable close) {
        setId("prices.compared");
        List<Compared> all = lines.stream()
                .map(l -> new Compared(l, OnPlan.of(l.ref(), desk.plan(), desk.book())))
                .toList();
        Table table = new Table(TEXTS.get("compare.title", desk.plan().name()));
        table.fill(all);
        Card card = Card.of(TEXTS.get("compare.title", desk.plan().name()), table);
        all.forEach(c -> c.on.ifPresent(on -> on.why()
                .forEach(w -> card.getChildren()
                        .add(Fx.paragraph(
                                TEXTS.get(on.fit() ? "compare.note" : "compare.unfit", c.line.ref(), w),
                                Styles.TEXT_MUTED)))));
        Plan plan = desk.plan();
        String agreed =
                NegotiatedPrice.sentence(lines.stream().map(PriceLine::ref).toList(), plan, desk.book());
        if (!agreed.isEmpty()) {
            card.getChildren().add(Fx.id("prices.compared.agreed", Fx.paragraph(agreed)));
        }
        lines.stream()
                .filter(l -> CacheRules.unknown(
                        l.ref(), plan.inference().tier(), plan.inference().pricesAsOf(), desk.book()))
                .forEach(l -> {
                    Hyperlink say = new Hyperlink(TEXTS.get("cache.say", l.ref()));
                    say.setOnAction(e -> look.accept(l));
                    card.getChildren()
                            .addAll(
                                    Fx.id(
                                            "prices.compared.cache",
                                            Fx.paragraph(CacheRules.sentence(List.of(l.ref())), Styles.WARNING)),
                                    say);
                });
        card.getChildren().add(Fx.id("prices.compared.close", Fx.button(TEXTS.get("close"), close)));
        getChildren().add(card);
    }

    private static String month(Optional<Money> month) {
        return month.map(Money::full).orElse(TEXTS.get("list.unpriced"));
    }
}
