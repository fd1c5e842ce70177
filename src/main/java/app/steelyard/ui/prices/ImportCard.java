package app.steelyard.ui.prices;

import app.steelyard.app.prices.PriceImport;
import app.steelyard.app.prices.PriceWords;
import app.steelyard.pricing.catalogue.Difference;
import app.steelyard.pricing.catalogue.Difference.Kind;
import app.steelyard.pricing.catalogue.Difference.Row;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Card;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.Working;
import app.steelyard.ui.work.Background;
import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Newer public data held against the prices in use, to be taken over line by line. */
final class ImportCard extends VBox implements Task {
    private static final Texts TEXTS = Texts.of(ImportCard.class);
    private static final double HEIGHT = 300;
    private static final double ROW = 64;

    private final PricesDesk desk;
    private final Runnable close;
    private final Set<Row> chosen = new HashSet<>();
    private final ListView<Row> rows = Fx.id("prices.rows", new ListView<>());
    private final EffectLine effect;
    private final Button accept;
    private final FlowPane foot = new FlowPane(8, 8);
    private @Nullable PriceImport read;

    ImportCard(PricesDesk desk, List<Path> files, Runnable close) {
        this.desk = desk;
        this.close = close;
        this.effect = new EffectLine(desk);
        setId("prices.importing");
        accept = Fx.id("prices.accept", Fx.button("", this::accept, Styles.ACCENT));
        rows.setPrefHeight(HEIGHT);
        rows.setMinHeight(HEIGHT);
        rows.setFixedCellSize(ROW);
        rows.setAccessibleText(TEXTS.get("import.title"));
        rows.setCellFactory(list -> new Line());
        getChildren().setAll(Card.of(TEXTS.get("import.title"), new Working(TEXTS.get("import.working"))));
        Background.run(() -> PriceImport.of(files, null, desk.book()), this::show, this::failed);
    }

    private void failed(Exception e) {
        getChildren()
                .setAll(Card.of(
                        TEXTS.get("import.title"),
                        Fx.id("prices.import.failed", Fx.paragraph(String.valueOf(e.getMessage()), Styles.DANGER)),
                        end()));
    }

    @Override
    public Node foot() {
        return foot;
    }

    private Button end() {
        return Fx.id("prices.importing.close", Fx.button(TEXTS.get("close"), close));
    }

    private void show(PriceImport all) {
        read = all;
        Difference difference = all.difference();
        chosen.addAll(difference.plain());
        rows.getItems()
                .setAll(difference.rows().stream()
                        .filter(r -> r.kind() != Kind.SAME || r.conflicts())
                        .sorted(Comparator.comparingInt(ImportCard::order))
                        .toList());
        Card card = Card.of(TEXTS.get("import.title"));
        all.snapshots()
                .forEach(s -> card.getChildren()
                        .add(Fx.paragraph(
                                TEXTS.get(
                                        "import.read",
                                        s.source().title(),
                                        s.prices().size(),
                                        s.left()),
                                Styles.TEXT_MUTED)));
        card.getChildren()
                .addAll(
                        Fx.id(
                                "prices.foots",
                                Fx.paragraph(TEXTS.get(
                                        "import.foots",
                                        difference.count(Kind.NEW),
                                        difference.count(Kind.CHANGED),
                                        difference.count(Kind.SAME),
                                        difference.rows().size(),
                                        difference.asked().size()))),
                        rows,
                        effect);
        foot.getChildren()
                .setAll(
                        accept,
                        Fx.id("prices.all", Fx.button(TEXTS.get("import.all"), () -> tick(difference.plain()))),
                        Fx.id("prices.none", Fx.button(TEXTS.get("import.none"), () -> tick(List.of()))),
                        end());
        Fx.show(rows, !rows.getItems().isEmpty());
        getChildren().setAll(card);
        tell();
    }

    /** What changed first, then what conflicts, then what is new. */
    private static int order(Row row) {
        return row.asks() ? 1 : row.kind() == Kind.CHANGED ? 0 : 2;
    }

    private void tick(List<Row> wanted) {
        chosen.clear();
        chosen.addAll(wanted);
        rows.refresh();
        tell();
    }

    private void tell() {
        accept.setText(TEXTS.get("import.accept", chosen.size()));
        accept.setDisable(chosen.isEmpty());
        weigh();
    }

    private void weigh() {
        PriceImport all = read;
        if (all != null) {
            List<Row> wanted = List.copyOf(chosen);
            effect.of(() -> all.with(wanted));
        }
    }

    private void accept() {
        PriceImport all = read;
        if (all != null) {
            List<Row> wanted =
                    all.difference().rows().stream().filter(chosen::contains).toList();
            desk.change(() -> all.accept(wanted, desk.folder()));
            close.run();
        }
    }

    /** A row with its box. */
    private final class Line extends ListCell<Row> {
        private final CheckBox box = new CheckBox();
        private final Label name = Fx.label("", Styles.TEXT_BOLD);
        private final Label what = Fx.label("");
        private final VBox both = new VBox(1, name, what);

        Line() {
            box.setOnAction(e -> {
                if (box.isSelected()) {
                    chosen.add(getItem());
                } else {
                    chosen.remove(getItem());
                }
                tell();
            });
            what.setMinWidth(0);
            what.setWrapText(true);
            both.setMinWidth(0);
            // Else the longest text would make the list scroll sidewards.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                return;
            }
            box.setSelected(chosen.contains(row));
            box.setDisable(row.kind() == Kind.SAME);
            box.setAccessibleText(row.id());
            name.setText(TEXTS.get("import.row." + row.kind(), row.id()));
            String words = words(row);
            what.setText(words);
            what.setTooltip(Fx.tooltip(words));
            Fx.style(what, Styles.WARNING, row.asks());
            setGraphic(Fx.row(10, box, both));
        }
    }

    private static String words(Row row) {
        String changes = PriceWords.changes(row);
        String says = changes.isEmpty() ? PriceWords.all(row.listed().card()) : changes;
        String against = row.against().stream()
                .map(c -> TEXTS.get("import.against", c.source().title(), PriceWords.all(c)))
                .collect(Collectors.joining(" "));
        String unlikely = String.join(" ", PriceImport.unlikely(row));
        return Stream.of(says, against, unlikely).filter(t -> !t.isEmpty()).collect(Collectors.joining(" · "));
    }
}
