package app.steelyard.ui.calculate;

import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Evaluation.OnTurn;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.DenseTable;
import app.steelyard.ui.kit.Fx;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** How a session goes on: what its prompt grows to, how much of it is read, and how long the first token takes. */
final class TurnCard extends VBox {
    private static final Texts TEXTS = Texts.of(TurnCard.class);
    private static final int MOST_ROWS = 3;

    private final DenseTable<OnTurn> table = new DenseTable<>(MOST_ROWS);

    TurnCard() {
        super(8);
        table.setId("turns");
        table.setAccessibleText(TEXTS.get("turns.title"));
        table.numbers(TEXTS.get("turns.turn"), 80, t -> Numbers.count(t.turn()));
        table.numbers(TEXTS.get("turns.tokens"), 120, t -> Numbers.count(Math.rint(t.promptTokens())));
        table.numbers(TEXTS.get("turns.read"), 150, t -> Numbers.percent(t.cachedShare()));
        table.numbers(TEXTS.get("turns.seconds"), 120, t -> Numbers.seconds(t.seconds()));
        Label title = Fx.naming(table, Fx.label(TEXTS.get("turns.title"), Styles.TEXT_BOLD));
        getChildren().addAll(title, table, Fx.paragraph(TEXTS.get("turns.note"), Styles.TEXT_MUTED, Styles.TEXT_SMALL));
        getStyleClass().add("card");
        setId("by-turn");
    }

    /** Takes no room where a session is one turn. */
    void show(Optional<Evaluation.Priced> shown) {
        List<OnTurn> turns = shown.map(Evaluation.Priced::turns).orElse(List.of());
        table.fill(turns);
        Fx.show(this, !turns.isEmpty());
    }
}
