package app.steelyard.ui.prices;

import app.steelyard.app.prices.PriceColumn;
import app.steelyard.app.prices.PriceEntry;
import app.steelyard.app.prices.PriceEntry.Added;
import app.steelyard.text.Problem;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Card;
import app.steelyard.ui.kit.Fx;
import atlantafx.base.theme.Styles;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** A price of one's own by form. */
final class EntryCard extends VBox implements Task {
    private static final Texts TEXTS = Texts.of(EntryCard.class);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final double WIDE = 260;
    private static final double NARROW = 120;
    private static final double WORDS = 180;

    private static final List<PriceColumn> FIELDS = List.of(
            PriceColumn.MODEL,
            PriceColumn.INPUT,
            PriceColumn.CACHED,
            PriceColumn.WRITE,
            PriceColumn.OUTPUT,
            PriceColumn.CACHE,
            PriceColumn.FROM,
            PriceColumn.UNTIL,
            PriceColumn.SOURCE);

    private final PricesDesk desk;
    private final Map<PriceColumn, TextField> fields = new EnumMap<>(PriceColumn.class);
    private final Label told = Fx.id("prices.entry.told", Fx.paragraph(""));
    private final Button keep;
    private final Runnable close;
    private final EffectLine effect;

    /** @param kept what takes back what was kept, told after that */
    EntryCard(PricesDesk desk, String model, Runnable close, BiConsumer<Integer, Runnable> kept) {
        this.desk = desk;
        this.close = close;
        this.effect = new EffectLine(desk);
        setId("prices.entry");
        keep = Fx.id("prices.entry.keep", Fx.button(TEXTS.get("entry.keep"), () -> keep(kept), Styles.ACCENT));
        FlowPane form = new FlowPane(12, 10);
        FIELDS.forEach(column -> {
            TextField field = Fx.id("prices.entry." + column.name().toLowerCase(Locale.ROOT), new TextField());
            field.setPrefWidth(
                    switch (column) {
                        case MODEL, SOURCE -> WIDE;
                        case CACHE -> WORDS;
                        default -> NARROW;
                    });
            field.setPromptText(TEXTS.get("entry.prompt." + column.name()));
            Label label = Fx.naming(field, Fx.label(TEXTS.get("entry." + column.name())));
            form.getChildren().add(new VBox(2, label, field));
            fields.put(column, field);
            field.textProperty().subscribe(text -> tell());
        });
        getChildren().add(Card.explained(TEXTS.get("entry.title"), TEXTS.get("entry.how"), form, told, effect));
        field(PriceColumn.MODEL).setText(model);
        tell();
    }

    @Override
    public void begin() {
        field(PriceColumn.MODEL).requestFocus();
    }

    @Override
    public Node foot() {
        return new FlowPane(8, 8, keep, Fx.id("prices.entry.close", Fx.button(TEXTS.get("close"), close)));
    }

    private TextField field(PriceColumn column) {
        return Objects.requireNonNull(fields.get(column));
    }

    private PriceEntry.Reading reading() {
        Map<PriceColumn, String> cells = new EnumMap<>(PriceColumn.class);
        fields.forEach((column, field) -> cells.put(column, field.getText()));
        return desk.entry().read(cells, MILLION);
    }

    /** What is wrong, or what would be kept; nothing is wrong before anything is typed. */
    private void tell() {
        if (fields.size() < FIELDS.size()) {
            return;
        }
        PriceEntry.Reading reading = reading();
        Optional<Added> added = reading.added();
        keep.setDisable(added.isEmpty());
        added.ifPresentOrElse(a -> effect.of(() -> desk.with(List.of(a))), effect::nothing);
        boolean begun = fields.values().stream().anyMatch(f -> !f.getText().isBlank());
        Fx.style(told, Styles.DANGER, begun && added.isEmpty());
        Fx.style(
                told, Styles.WARNING, added.filter(a -> !a.unlikely().isEmpty()).isPresent());
        told.setText(
                !begun
                        ? ""
                        : added.map(EntryCard::words)
                                .orElseGet(() -> reading.problems().stream()
                                        .findFirst()
                                        .map(EntryCard::words)
                                        .orElse("")));
    }

    private static String words(Problem problem) {
        return TEXTS.get("entry.problem", problem.pointer(), problem.reason());
    }

    private static String words(Added added) {
        String kept = TEXTS.get(
                "entry.kept",
                added.listed().ref(),
                ModelCard.days(added.listed().card()));
        return added.unlikely().isEmpty() ? kept : kept + " " + String.join(" ", added.unlikely());
    }

    private void keep(BiConsumer<Integer, Runnable> kept) {
        reading().added().ifPresent(added -> kept.accept(1, desk.keep(List.of(added))));
    }
}
