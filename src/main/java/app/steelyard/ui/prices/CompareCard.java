package app.steelyard.ui.prices;

import app.steelyard.app.prices.OnPlan;
import app.steelyard.app.prices.PriceLine;
import app.steelyard.text.Money;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Card;
import app.steelyard.ui.kit.DenseTable;
import app.steelyard.ui.kit.Fx;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.VBox;

/** Some models side by side on the plan's own traffic. */
final class CompareCard extends VBox {
    private static final Texts TEXTS = Texts.of(CompareCard.class);
    private static final int MOST_ROWS = 8;

    private record Compared(PriceLine line, Optional<OnPlan> on) {}

    CompareCard(PricesDesk desk, List<PriceLine> lines, Runnable close) {
        setId("prices.compared");
        List<Compared> all = lines.stream()
                .map(l -> new Compared(l, OnPlan.of(l.ref(), desk.plan(), desk.book())))
                .toList();
        DenseTable<Compared> table = new DenseTable<>(MOST_ROWS);
        table.setId("prices.compared.table");
        table.setAccessibleText(TEXTS.get("compare.title", desk.plan().name()));
        table.column(TEXTS.get("list.model"), 260, c -> c.line.ref().toString()).setMinWidth(140);
        whole(table.numbers(TEXTS.get("compare.today"), 150, c -> month(c.on.flatMap(OnPlan::today))));
        whole(table.numbers(TEXTS.get("compare.caching"), 150, c -> month(c.on.flatMap(OnPlan::caching))));
        table.numbers(TEXTS.get("list.input"), 75, c -> c.line.input());
        table.numbers(TEXTS.get("list.cached"), 75, c -> c.line.cached());
        table.numbers(TEXTS.get("list.output"), 75, c -> c.line.output());
        table.column(TEXTS.get("list.origin"), 110, c -> c.line.origin());
        table.column(TEXTS.get("list.age"), 110, c -> c.line.age());
        table.fill(all);
        Card card = Card.of(TEXTS.get("compare.title", desk.plan().name()), table);
        all.forEach(c -> c.on.ifPresent(on -> on.why()
                .forEach(w -> card.getChildren()
                        .add(Fx.paragraph(
                                TEXTS.get(on.fit() ? "compare.note" : "compare.unfit", c.line.ref(), w),
                                Styles.TEXT_MUTED)))));
        card.getChildren().add(Fx.id("prices.compared.close", Fx.button(TEXTS.get("close"), close)));
        getChildren().add(card);
    }

    private static void whole(TableColumn<?, ?> column) {
        column.setMinWidth(110);
    }

    private static String month(Optional<Money> month) {
        return month.map(Money::full).orElse(TEXTS.get("list.unpriced"));
    }
}
