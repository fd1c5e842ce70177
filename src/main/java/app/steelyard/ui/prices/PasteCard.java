package app.steelyard.ui.prices;

import app.steelyard.app.prices.CacheRules;
import app.steelyard.app.prices.PriceColumn;
import app.steelyard.app.prices.PriceEntry.Added;
import app.steelyard.app.prices.PriceTable;
import app.steelyard.app.prices.PriceWords;
import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.RateCard;
import app.steelyard.pricing.TokenPrices;
import app.steelyard.pricing.catalogue.Listed;
import app.steelyard.text.Problem;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Card;
import app.steelyard.ui.kit.DenseTable;
import app.steelyard.ui.kit.Fx;
import atlantafx.base.theme.Styles;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A table of prices, pasted as it is copied from a web page or a spreadsheet. */
final class PasteCard extends VBox implements Task {
    private static final Texts TEXTS = Texts.of(PasteCard.class);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final int MOST_ROWS = 8;
    private static final int MOST_PROBLEMS = 8;

    private final PricesDesk desk;
    private final TextArea text = Fx.area("prices.paste.text", TEXTS.get("paste.title"), 6);
    private final TextField vendor = Fx.id("prices.paste.vendor", new TextField());
    private final TextField source = Fx.id("prices.paste.source", new TextField());
    private final CacheField cache;
    private final VBox unknown;
    private final Label unknownTold = Fx.id("prices.paste.cache.told", Fx.paragraph("", Styles.WARNING));
    private final Label asked = Fx.id("prices.paste.asked", Fx.paragraph("", Styles.TEXT_BOLD));
    private final VBox problems = Fx.id("prices.paste.problems", new VBox(4));
    private final DenseTable<Added> rows = new DenseTable<>(MOST_ROWS);
    private final Button keep;
    private final Runnable close;
    private final EffectLine effect;
    private PriceTable read = new PriceTable(List.of(), List.of());

    /** @param kept what takes back what was kept, told after that */
    PasteCard(PricesDesk desk, Runnable close, BiConsumer<Integer, Runnable> kept) {
        this.desk = desk;
        this.close = close;
        this.cache = new CacheField("prices.paste.cache", desk);
        this.unknown = new VBox(4, unknownTold, cache);
        this.effect = new EffectLine(desk);
        setId("prices.pasting");
        text.setPromptText(TEXTS.get("paste.prompt"));
        text.setWrapText(false);
        vendor.setPromptText(TEXTS.get("paste.vendor.prompt"));
        source.setPromptText(TEXTS.get("paste.source.usual"));
        rows.setId("prices.paste.rows");
        rows.setAccessibleText(TEXTS.get("paste.title"));
        rows.column(TEXTS.get("list.model"), 240, a -> a.listed().ref().toString());
        rows.numbers(TEXTS.get("list.input"), 80, a -> money(a, TokenPrices::input));
        rows.numbers(TEXTS.get("list.cached"), 80, a -> money(a, TokenPrices::cachedRead));
        rows.numbers(TEXTS.get("list.output"), 80, a -> money(a, TokenPrices::output));
        rows.column(TEXTS.get("model.days"), 150, a -> ModelCard.days(a.listed().card()));
        rows.column(TEXTS.get("paste.unlikely"), 300, a -> String.join(" ", a.unlikely()));
        keep = Fx.id(
                "prices.paste.keep",
                Fx.button("", () -> kept.accept(read.rows().size(), desk.keep(read.rows())), Styles.ACCENT));
        getChildren()
                .add(Card.explained(
                        TEXTS.get("paste.title"),
                        TEXTS.get("paste.how"),
                        new FlowPane(
                                20,
                                8,
                                Fx.row(8, Fx.naming(vendor, Fx.label(TEXTS.get("paste.vendor"))), vendor),
                                Fx.row(8, Fx.naming(source, Fx.label(TEXTS.get("paste.source"))), source)),
                        asked,
                        text,
                        problems,
                        rows,
                        unknown,
                        effect));
        text.textProperty().subscribe((was, is) -> tell());
        vendor.textProperty().subscribe((was, is) -> tell());
        source.textProperty().subscribe((was, is) -> tell());
        cache.onChange(this::tell);
        tell();
    }

    @Override
    public void begin() {
        text.requestFocus();
    }

    @Override
    public Node foot() {
        return new FlowPane(8, 8, keep, Fx.id("prices.paste.close", Fx.button(TEXTS.get("close"), close)));
    }

    private static String money(Added added, Function<TokenPrices, @Nullable BigDecimal> price) {
        RateCard card = added.listed().card();
        return PriceWords.money(card, price.apply(card.prices()));
    }

    private Map<PriceColumn, String> said() {
        String from = source.getText().strip();
        return Map.of(
                PriceColumn.VENDOR,
                vendor.getText().strip(),
                PriceColumn.SOURCE,
                from.isEmpty() ? TEXTS.get("paste.source.usual") : from);
    }

    /** With what is said of caches, in the rows of which nothing is known; it alone is wrong where it cannot be read. */
    private PriceTable withCaches(String pasted, PriceTable plain) {
        List<PriceRef> strange = strange(plain.rows());
        Fx.show(unknown, !strange.isEmpty());
        unknownTold.setText(strange.isEmpty() ? "" : CacheRules.sentence(strange));
        if (strange.isEmpty() || cache.words().isEmpty()) {
            return plain;
        }
        Map<PriceColumn, String> cells = new EnumMap<>(said());
        cells.put(PriceColumn.CACHE, cache.words());
        PriceTable ruled = PriceTable.of(pasted, cells, MILLION, desk.entry());
        if (ruled.rows().isEmpty()) {
            unknownTold.setText(ruled.problems().getFirst().reason());
            return plain;
        }
        Set<PriceRef> of = Set.copyOf(strange);
        return new PriceTable(
                Stream.concat(
                                plain.rows().stream()
                                        .filter(a -> !of.contains(a.listed().ref())),
                                ruled.rows().stream()
                                        .filter(a -> of.contains(a.listed().ref())))
                        .toList(),
                plain.problems(),
                plain.sellerless());
    }

    private List<PriceRef> strange(List<Added> added) {
        if (added.stream().allMatch(a -> a.listed().card().prices().cachedRead() == null)) {
            return List.of();
        }
        PriceBook then = desk.with(added);
        return added.stream()
                .map(a -> a.listed())
                .filter(l -> l.card().prices().cachedRead() != null)
                .filter(l -> CacheRules.unknown(
                        l.ref(), l.card().tier(), desk.plan().inference().pricesAsOf(), then))
                .map(Listed::ref)
                .distinct()
                .toList();
    }

    private void tell() {
        String pasted = Objects.requireNonNullElse(text.getText(), "");
        read = withCaches(
                pasted,
                pasted.isBlank()
                        ? new PriceTable(List.of(), List.of())
                        : PriceTable.of(pasted, said(), MILLION, desk.entry()));
        int sellerless = read.sellerless().size();
        asked.setText(sellerless == 0 ? "" : TEXTS.get("paste.asked", sellerless));
        Fx.show(asked, sellerless > 0);
        List<List<Problem>> refused = read.refused();
        problems.getChildren()
                .setAll(refused.stream()
                        .limit(MOST_PROBLEMS)
                        .map(row -> Fx.paragraph(words(row), Styles.DANGER))
                        .toList());
        if (refused.size() > MOST_PROBLEMS) {
            problems.getChildren().add(Fx.paragraph(TEXTS.get("paste.more", refused.size() - MOST_PROBLEMS)));
        }
        Fx.show(problems, !refused.isEmpty());
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

    /** Of one line, with all of its columns. */
    private static String words(List<Problem> row) {
        String all = row.stream()
                .map(p -> p.line() == 0 ? p.reason() : TEXTS.get("entry.problem", p.pointer(), p.reason()))
                .collect(Collectors.joining(" "));
        long line = row.getFirst().line();
        return line == 0 ? all : TEXTS.get("paste.problem", line, all);
    }
}
