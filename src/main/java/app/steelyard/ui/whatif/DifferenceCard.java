package app.steelyard.ui.whatif;

import app.steelyard.text.Currency;
import app.steelyard.text.Names;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Card;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.Picker;
import app.steelyard.whatif.story.ScenarioTable;
import app.steelyard.whatif.story.ScenarioTable.Difference;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** What makes two scenarios differ, line by line; hidden while there is only the plan. */
final class DifferenceCard extends VBox {
    private static final Texts TEXTS = Texts.of(DifferenceCard.class);
    private static final double MOST_NAME = 320;
    private static final double MOST_AMOUNT = 190;

    private final GridPane lines = Fx.id("whatif.difference", new GridPane(16, 2));
    private final Picker<Integer> from;
    private final Picker<Integer> to;

    private int first;
    private int second = 1;
    private @Nullable ScenarioTable shown;

    DifferenceCard() {
        from = column("from", i -> first = i);
        to = column("to", i -> second = i);
        for (double most : new double[] {MOST_NAME, MOST_AMOUNT, MOST_AMOUNT, MOST_AMOUNT}) {
            ColumnConstraints column = new ColumnConstraints();
            column.setMaxWidth(most);
            lines.getColumnConstraints().add(column);
        }
        getChildren()
                .add(Card.explained(
                        TEXTS.get("difference.title"),
                        TEXTS.get("difference.text"),
                        DoubtParts.form(
                                DoubtParts.named(TEXTS.get("difference.from"), from),
                                DoubtParts.named(TEXTS.get("difference.to"), to)),
                        lines));
    }

    private Picker<Integer> column(String key, IntConsumer taking) {
        return Picker.of(
                "whatif.difference." + key,
                TEXTS.get("difference." + key),
                () -> shown == null
                        ? List.of()
                        : IntStream.range(0, shown.columns().size())
                                .mapToObj(this::option)
                                .toList(),
                i -> {
                    taking.accept(i);
                    show();
                });
    }

    private Picker.Option<Integer> option(int index) {
        return new Picker.Option<>(index, shown == null ? "" : shown.title(index), "", List.of());
    }

    void show(ScenarioTable table) {
        shown = table;
        int last = table.columns().size() - 1;
        Fx.show(this, last > 0);
        first = Math.min(first, last);
        second = Math.min(Math.max(second, Math.min(1, last)), last);
        show();
    }

    private void show() {
        ScenarioTable table = shown;
        lines.getChildren().clear();
        if (table == null || table.columns().size() < 2) {
            return;
        }
        from.set(option(first));
        to.set(option(second));
        Currency currency = table.columns().get(0).plan().currency();
        Optional<Difference> difference = table.difference(first, second).map(d -> d.rounded(currency.decimals()));
        if (difference.isEmpty()) {
            lines.add(Fx.paragraph(TEXTS.get("difference.none")), 0, 0);
            return;
        }
        Difference d = difference.get();
        line(
                0,
                Styles.TEXT_BOLD,
                TEXTS.get("difference.line"),
                table.title(first) + ": " + table.name(first, d.from()),
                table.title(second) + ": " + table.name(second, d.to()),
                TEXTS.get("difference.difference"));
        int at = 1;
        for (Difference.Row row : d.rows()) {
            String name = Names.of(row.kind()) + (row.subject().isEmpty() ? "" : ": " + row.subject());
            line(
                    at++,
                    "figures",
                    name,
                    currency.of(row.from()).full(),
                    currency.of(row.to()).full(),
                    currency.of(row.difference()).full());
        }
        line(
                at,
                Styles.TEXT_BOLD,
                TEXTS.get("difference.total"),
                currency.of(d.totalFrom()).full(),
                currency.of(d.totalTo()).full(),
                currency.of(d.difference()).full());
    }

    private void line(int at, String style, String... texts) {
        List<Label> labels = Stream.of(texts).map(t -> Fx.paragraph(t, style)).toList();
        for (int i = 0; i < labels.size(); i++) {
            GridPane.setHalignment(labels.get(i), i == 0 ? HPos.LEFT : HPos.RIGHT);
            GridPane.setValignment(labels.get(i), VPos.BOTTOM);
            labels.get(i).setTextAlignment(i == 0 ? TextAlignment.LEFT : TextAlignment.RIGHT);
            lines.add(labels.get(i), i, at);
        }
    }
}
