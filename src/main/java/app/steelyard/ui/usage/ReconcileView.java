package app.steelyard.ui.usage;

import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.Profile;
import app.steelyard.text.ExactMoney;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Card;
import app.steelyard.ui.kit.Chip;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.Picker;
import app.steelyard.ui.kit.Segments;
import app.steelyard.usage.UsageWords;
import app.steelyard.usage.figures.Reconciliation;
import app.steelyard.usage.figures.TokenCost;
import app.steelyard.usage.ledger.UsageFigures;
import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Usage at list prices against what was billed, and the models that have no price yet. */
final class ReconcileView extends VBox {
    private static final Texts TEXTS = Texts.of(ReconcileView.class);
    private static final List<Double> TOLERANCES = List.of(0.05, 0.01, 0.02, 0.1);

    private static final int MOST_UNPRICED = 5;

    private final UsageWork work;
    private final PriceBook book;
    private final HBox verdict = Fx.id("usage.verdict", Fx.row(8));
    private final Label priced = Fx.id("usage.priced", Fx.paragraph("", Styles.TEXT_MUTED));
    private final Segments<Double> tolerance;
    private final RowTable<Row> table = new RowTable<>("usage.reconciliation", TEXTS.get("reconcile.title"));
    private final VBox unpriced = Fx.id("usage.unpriced", new VBox(6));
    private final VBox mapped = new VBox(6);
    private final VBox notes = new VBox(6);

    /** A vendor's month, or a model in it. */
    private record Row(Reconciliation.Line line, boolean month) {}

    ReconcileView(UsageModel model, UsageWork work, PriceBook book) {
        super(10);
        this.work = work;
        this.book = book;
        setId("usage.reconcile");
        getStyleClass().add("card");
        tolerance = new Segments<>(
                "usage.tolerance",
                TEXTS.get("reconcile.tolerance"),
                TOLERANCES.stream().sorted().toList(),
                Numbers::percent,
                work::tolerate);
        table.words("reconcile.month", 84, r -> r.month() ? r.line().month().toString() : "");
        table.words("reconcile.vendor", 90, r -> r.month() ? r.line().vendor() : "");
        table.words(
                "reconcile.model",
                210,
                r -> r.month()
                        ? TEXTS.get("reconcile.all")
                        : UsageWords.named(r.line().model()));
        table.number("reconcile.tokens", r -> Numbers.axis((double) r.line().tokens()));
        table.number("reconcile.computed", r -> money(r.line().computed()));
        table.number("reconcile.billed", r -> money(r.line().billed()));
        table.number("reconcile.variance", r -> money(r.line().variance()));
        table.number("reconcile.share", r -> UsageWords.percent(r.line().varianceShare()));
        table.words("reconcile.verdict", 150, r -> r.line().verdict().title());
        Label label = Fx.label(TEXTS.get("reconcile.tolerance"), Styles.TEXT_MUTED);
        label.setMinWidth(USE_PREF_SIZE);
        getChildren()
                .addAll(
                        Card.heading(TEXTS.get("reconcile.title"), label, tolerance),
                        verdict,
                        priced,
                        unpriced,
                        mapped,
                        table,
                        notes);
        model.figures().subscribe(figures -> {
            if (figures != null && !figures.isEmpty()) {
                show(figures);
            }
        });
        tolerance.set(model.tolerance().get());
    }

    private void show(UsageFigures figures) {
        Reconciliation r = figures.reconciliation();
        Optional<String> draft = r.draft();
        Label text = Fx.paragraph(
                draft.orElse(TEXTS.get(r.compared() ? "reconcile.holds" : "reconcile.nothing")), Styles.TEXT_BOLD);
        HBox.setHgrow(text, Priority.ALWAYS);
        verdict.getChildren()
                .setAll(
                        draft.isPresent()
                                ? Chip.of(TEXTS.get("reconcile.draft"), "danger-chip")
                                : r.compared()
                                        ? Chip.of(TEXTS.get("reconcile.within"), "good-chip")
                                        : Chip.of(TEXTS.get("reconcile.open"), "info-chip"),
                        text);
        priced.setText(TEXTS.get("reconcile.priced", Numbers.percent(r.pricedShare()), Numbers.percent(r.tolerance())));
        List<Row> rows = new ArrayList<>();
        for (Reconciliation.Line month : r.months()) {
            rows.add(new Row(month, true));
            r.lines().stream()
                    .filter(l -> l.month().equals(month.month())
                            && l.vendor().equals(month.vendor())
                            && l.currency().equals(month.currency()))
                    .forEach(l -> rows.add(new Row(l, false)));
        }
        table.fill(rows);
        Fx.show(table, !rows.isEmpty());
        showUnpriced(r.unpriced(), MOST_UNPRICED);
        Fx.show(unpriced, !r.unpriced().isEmpty());
        mapped.getChildren().clear();
        figures.prices().mapped().forEach((name, price) -> mapped.getChildren().add(mapped(name, price)));
        Fx.show(mapped, !figures.prices().mapped().isEmpty());
        notes.getChildren().setAll(UsageParts.findings(r.findings()));
        Fx.show(notes, !r.findings().isEmpty());
    }

    /** The largest; the others when asked for. */
    private void showUnpriced(List<Reconciliation.Unpriced> all, int most) {
        List<Node> lines = new ArrayList<>();
        all.stream().limit(most).forEach(u -> lines.add(unpriced(u)));
        if (all.size() > most) {
            Button more = Fx.button(
                    TEXTS.get("reconcile.more", all.size()), () -> showUnpriced(all, Integer.MAX_VALUE), Styles.SMALL);
            more.setId("usage.unpriced.more");
            lines.add(more);
        }
        unpriced.getChildren().setAll(lines);
    }

    private HBox unpriced(Reconciliation.Unpriced u) {
        Label text = Fx.paragraph(TEXTS.get(
                "reconcile.unpriced",
                UsageWords.named(u.model()),
                UsageParts.count(u.tokens()),
                u.reason().title()));
        Fx.grow(text);
        HBox line = Fx.row(10, Chip.of(TEXTS.get("reconcile.noPrice"), "warning-chip"), text);
        if (u.reason() == TokenCost.Reason.OTHER_MODEL) {
            line.getChildren().add(picker(u.model(), null));
        }
        return line;
    }

    private HBox mapped(String name, PriceRef price) {
        Label text = Fx.paragraph(TEXTS.get("reconcile.mapped", name));
        Fx.grow(text);
        return Fx.row(10, text, picker(name, price));
    }

    private Picker<PriceRef> picker(String name, @Nullable PriceRef price) {
        Picker<PriceRef> picker =
                Picker.of("usage.price." + name, TEXTS.get("reconcile.priceAs", name), this::options, ref -> {
                    work.price(name, ref);
                });
        picker.setMinWidth(240);
        picker.setPrefWidth(280);
        picker.set(
                price == null
                        ? new Picker.Option<>(null, TEXTS.get("reconcile.choose"), "", List.of())
                        : book.model(price)
                                .map(this::option)
                                .orElse(new Picker.Option<>(price, price.toString(), "", List.of())));
        return picker;
    }

    private List<Picker.Option<PriceRef>> options() {
        return book.models().stream().map(this::option).toList();
    }

    private Picker.Option<PriceRef> option(Model model) {
        String vendor = book.profiles().stream()
                .filter(p -> p.vendor().equals(model.ref().vendor()))
                .map(Profile::name)
                .findFirst()
                .orElse(model.ref().vendor());
        return new Picker.Option<>(model.ref(), vendor + " · " + model.name(), "", List.of());
    }

    private static String money(@Nullable ExactMoney amount) {
        return amount == null ? UsageWords.NONE : amount.asMoney().full();
    }
}
