package app.steelyard.ui.decide;

import app.steelyard.app.decide.Deciding;
import app.steelyard.cost.result.Architecture;
import app.steelyard.decision.Agreement;
import app.steelyard.decision.Decision;
import app.steelyard.decision.Matrix;
import app.steelyard.decision.rules.Approach;
import app.steelyard.plan.Design;
import app.steelyard.text.Currency;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Beside;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.Working;
import app.steelyard.ui.work.Workspace;
import atlantafx.base.theme.Styles;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The recommendation, why, at what cost, and what would flip it. */
final class ResultView extends View {
    private static final Texts TEXTS = Texts.of(ResultView.class);

    private final Workspace workspace;
    private final Deciding deciding;
    private final Papers papers;
    private final Runnable applied;
    private final Label headline = Fx.id("decide.headline", Fx.paragraph("", Styles.TITLE_2));
    private final Label price = Fx.id("decide.price", Fx.paragraph(""));
    private final Label differs = Fx.id("decide.differs", Fx.paragraph("", Styles.WARNING));
    private final Label open = Fx.id("decide.open", Fx.paragraph("", Styles.WARNING));
    private final Button apply =
            Fx.id("decide.apply", new Button(TEXTS.get("result.apply"), new FontIcon(Feather.CHECK)), Styles.ACCENT);
    private final Button save = new Button(TEXTS.get("result.save"), new FontIcon(Feather.FILE_TEXT));
    private final Button copy = Fx.id("decide.copy", new Button(TEXTS.get("result.copy"), new FontIcon(Feather.COPY)));
    private final FlowPane actions = new FlowPane(8, 8, apply, save, copy);
    private final Working working = new Working(TEXTS.get("result.working"));
    private final FlipsView flips = new FlipsView();
    private final VBox parts = new VBox(24);
    private @Nullable Decision shown;

    /** @param applied told when the plan has become as recommended */
    ResultView(Workspace workspace, Deciding deciding, Papers papers, Runnable applied) {
        super(workspace);
        this.workspace = workspace;
        this.deciding = deciding;
        this.papers = papers;
        this.applied = applied;
        apply.setDefaultButton(true);
        apply.setOnAction(e -> deciding.decision().ifPresent(this::apply));
        save.setId("decide.save");
        save.setOnAction(e -> deciding.decision().ifPresent(d -> papers.save(d, deciding.flips())));
        copy.setOnAction(e -> deciding.decision().ifPresent(d -> papers.copy(d, deciding.flips())));
        getChildren().addAll(new VBox(6, headline, price, differs, open), actions, working, parts);
        deciding.wantFlips();
        refresh();
    }

    private void apply(Decision decision) {
        workspace.edit(TEXTS.get("result.applied", decision.approach().label()), null, decision::applyTo);
        workspace.select(Architecture.of(
                workspace.plan(), Design.AS_PLACED.placementsOf(workspace.plan().items()), workspace.book()));
        applied.run();
    }

    @Override
    void begin() {
        apply.requestFocus();
    }

    @Override
    void left() {
        super.left();
        deciding.stop();
    }

    @Override
    void refresh() {
        super.refresh();
        if (getScene() != null) {
            deciding.wantFlips();
        }
        Optional<Decision> decision = deciding.decision();
        boolean there = decision.isPresent();
        Fx.show(working, !there && deciding.failure().isEmpty());
        actions.setDisable(!there);
        if (decision.isEmpty()) {
            shown = null;
            headline.setText(TEXTS.get(deciding.failure().isPresent() ? "result.failed" : "result.title"));
            price.setText(deciding.failure().orElse(""));
            Fx.show(open, false);
            Fx.show(differs, false);
            parts.getChildren().clear();
            return;
        }
        flips.show(deciding.flips(), deciding.failure().isPresent());
        if (!decision.get().equals(shown)) {
            boolean first = shown == null;
            shown = decision.get();
            show(decision.get());
            if (first && getScene() != null && focusIsNowhere()) {
                begin();
            }
        }
    }

    /** A disabled button lost the focus to whatever came next. */
    private boolean focusIsNowhere() {
        return !(getScene().getFocusOwner() instanceof Control);
    }

    private void show(Decision decision) {
        headline.setText(headline(decision));
        price.setText(decision.price());
        Optional<String> difference =
                Agreement.difference(decision, workspace.comparison().verdict());
        differs.setText(difference.orElse(""));
        Fx.show(differs, difference.isPresent());
        open.setText(TEXTS.get(
                "result.open",
                decision.alsoPossible().stream().map(Approach::label).collect(Collectors.joining(", "))));
        Fx.show(open, !decision.settled());
        VBox aside = new VBox(24, part("result.flips", flips));
        if (!decision.findings().isEmpty()) {
            aside.getChildren().add(part("result.findings", new FindingsView(decision)));
        }
        VBox main = new VBox(24, part("result.items", items(decision)), part("result.alternatives", others(decision)));
        parts.getChildren()
                .setAll(
                        Beside.aside(main, aside),
                        part("result.setup", SetupView.of(decision, workspace.book())),
                        part("result.matrix", new MatrixView(Matrix.of(decision))),
                        RecordView.of(reader -> papers.show(decision, deciding.flips(), reader)));
    }

    private static VBox part(String key, Node part) {
        return new VBox(10, Fx.label(TEXTS.get(key), Styles.TITLE_4), part);
    }

    private static VBox items(Decision decision) {
        VBox items = Fx.id("decide.items", new VBox(6));
        Currency currency = decision.plan().currency();
        decision.items().forEach(a -> items.getChildren().add(ItemCard.of(a, currency)));
        if (decision.items().isEmpty()) {
            items.getChildren().add(Fx.paragraph(TEXTS.get("result.noItems"), Styles.TEXT_MUTED));
        }
        return items;
    }

    private static VBox others(Decision decision) {
        VBox alternatives = Fx.id("decide.alternatives", new VBox(6));
        double dearest = AlternativeCard.dearest(decision.alternatives());
        decision.alternatives()
                .forEach(a -> alternatives
                        .getChildren()
                        .add(AlternativeCard.of(a, decision.plan().finance(), dearest)));
        return alternatives;
    }

    private static String headline(Decision decision) {
        Currency currency = decision.plan().currency();
        String name = decision.headline();
        return decision.recommended()
                .priced()
                .map(p -> TEXTS.get(
                        "result.headline",
                        name,
                        currency.of(p.measures().averageMonth()).inShort(),
                        Numbers.count(decision.plan().finance().horizonMonths())))
                .orElseGet(() -> TEXTS.get("result.headline.unpriced", name));
    }
}
