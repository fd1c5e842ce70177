package app.steelyard.ui.prices;

import app.steelyard.app.prices.PriceColumn;
import app.steelyard.app.prices.PriceEntry.Added;
import app.steelyard.app.prices.PriceTable;
import app.steelyard.app.prices.PriceWords;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Card;
import app.steelyard.ui.kit.DenseTable;
import app.steelyard.ui.kit.Fx;
import atlantafx.base.theme.Styles;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** A table of prices, pasted as it is copied from a web page or a spreadsheet. */
final class PasteCard extends VBox {
    private static final Texts TEXTS = Texts.of(PasteCard.class);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final int MOST_ROWS = 8;
    private static final int MOST_PROBLEMS = 8;

    private final PricesDesk desk;
    private final TextArea text = Fx.area("prices.paste.text", TEXTS.get("paste.title"), 7);
    private final TextField vendor = Fx.id("prices.paste.vendor", new TextField());
    private final VBox problems = Fx.id("prices.paste.problems", new VBox(4));
    private final DenseTable<Added> rows = new DenseTable<>(MOST_ROWS);
    private final Button keep;
    private final EffectLine effect;
    private PriceTable read = new PriceTable(List.of(), List.of());

    PasteCard(PricesDesk desk, Runnable close) {
        this.desk = desk;
        this.effect = new EffectLine(desk);
        setId("prices.pasting");
        text.setPromptText(TEXTS.get("paste.prompt"));
        text.setWrapText(false);
        vendor.setPromptText(TEXTS.get("paste.vendor.prompt"));
        rows.setId("prices.paste.rows");
        rows.setAccessibleText(TEXTS.get("paste.title"));
        rows.column(TEXTS.get("list.model"), 240, a -> a.listed().ref().toString());
        rows.numbers(
                TEXTS.get("list.input"),
                80,
                a -> PriceWords.plain(a.listed().card().prices().input()));
        rows.numbers(
                TEXTS.get("list.cached"),
                80,
                a -> PriceWords.plain(a.listed().card().prices().cachedRead()));
        rows.numbers(
                TEXTS.get("list.output"),
                80,
                a -> PriceWords.plain(a.listed().card().prices().output()));
        rows.column(TEXTS.get("model.days"), 150, a -> ModelCard.days(a.listed().card()));
        rows.column(TEXTS.get("paste.unlikely"), 300, a -> String.join(" ", a.unlikely()));
        keep = Fx.id("prices.paste.keep", Fx.button("", () -> keep(close), Styles.ACCENT));
        getChildren()
                .add(Card.explained(
                        TEXTS.get("paste.title"),
                        TEXTS.get("paste.how"),
                        text,
                        Fx.row(8, Fx.naming(vendor, Fx.label(TEXTS.get("paste.vendor"))), vendor),
                        problems,
                        rows,
                        effect,
                        new FlowPane(8, 8, keep, Fx.id("prices.paste.close", Fx.button(TEXTS.get("close"), close)))));
        text.textProperty().subscribe(t -> tell());
        vendor.textProperty().subscribe(t -> tell());
    }

    private void tell() {
        String pasted = Objects.requireNonNullElse(text.getText(), "");
        read = pasted.isBlank()
                ? new PriceTable(List.of(), List.of())
                : PriceTable.of(
                        pasted, Map.of(PriceColumn.VENDOR, vendor.getText().strip()), MILLION, desk.entry());
        problems.getChildren()
                .setAll(read.problems().stream()
                        .limit(MOST_PROBLEMS)
                        .map(p -> Fx.paragraph(
                                p.line() == 0
                                        ? p.reason()
                                        : TEXTS.get("paste.problem", p.line(), p.pointer(), p.reason()),
                                Styles.DANGER))
                        .toList());
        if (read.problems().size() > MOST_PROBLEMS) {
            problems.getChildren()
                    .add(Fx.paragraph(TEXTS.get("paste.more", read.problems().size() - MOST_PROBLEMS)));
        }
        rows.fill(read.rows());
        Fx.show(rows, !read.rows().isEmpty());
        keep.setText(TEXTS.get("paste.keep", read.rows().size()));
        keep.setDisable(read.rows().isEmpty());
        List<Added> added = read.rows();
        if (added.isEmpty()) {
            effect.nothing();
        } else {
            effect.of(() -> desk.with(added));
        }
    }

    private void keep(Runnable close) {
        desk.change(() -> desk.own().add(read.rows()));
        close.run();
    }
}
