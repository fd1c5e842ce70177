package app.steelyard.ui.calculate;

import app.steelyard.app.plan.PromptStack.Run;
import app.steelyard.plan.item.Placement;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Fx;
import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** One layer of the prompt, or several that are alike: its bar is as long as its tokens, in the colour of its placement. */
final class LayerRow extends StackPane {
    private static final Texts TEXTS = Texts.of(LayerRow.class);

    /** Narrower rows leave out the kind, then for whom it is the same. */
    private static final double WITH_KIND = 560;

    private static final double WITH_SCOPE = 460;

    private final Region bar = Fx.styled(new Region(), "layer-bar");
    private final Label name = Fx.label("", "layer-name");
    private final Label kind = column(92, false);
    private final Label stays = column(150, false);
    private final Label tokens = column(74, true);
    private final Label money = column(112, true);
    private final Tooltip full = Fx.tooltip("");
    private double share;

    LayerRow() {
        getStyleClass().add("layer");
        setFocusTraversable(true);
        bar.setManaged(false);
        bar.setMouseTransparent(true);
        Fx.fill(name);
        name.setTooltip(full);
        kind.getStyleClass().addAll(Styles.TEXT_SMALL, "layer-note");
        stays.getStyleClass().addAll(Styles.TEXT_SMALL, "layer-note");
        HBox line = Fx.row(8, name, kind, stays, tokens, money);
        getChildren().addAll(bar, line);
        setAlignment(Pos.CENTER_LEFT);
        widthProperty().subscribe(width -> {
            Fx.show(kind, width.doubleValue() > WITH_KIND);
            Fx.show(stays, width.doubleValue() > WITH_SCOPE);
        });
    }

    private static Label column(double width, boolean number) {
        Label label = new Label();
        label.setMinWidth(width);
        label.setPrefWidth(width);
        if (number) {
            label.getStyleClass().add("figures");
            label.setAlignment(Pos.CENTER_RIGHT);
        }
        return label;
    }

    /**
     * Shows what is true now; what is so already is left alone, as each change costs a layout.
     *
     * @param hosted whether what is sent may be paid by the hour, and then has no price of its own
     * @param told whether amounts are told
     */
    void show(Run run, double longest, boolean hosted, boolean told) {
        boolean one = run.layers().size() == 1;
        set(
                name,
                one
                        ? run.first().item().name()
                        : TEXTS.get("stack.several", run.layers().size()));
        full.setText(name.getText());
        set(kind, one ? Names.of(run.first().item().kind()) : "");
        set(stays, one ? run.first().stays() : Names.of(run.first().item().scope()));
        set(tokens, Numbers.count(Math.rint(run.tokens())));
        boolean priced = run.first().sent() && !hosted;
        String amount = priced || !run.perMonth().nothing() ? run.perMonth().full() : TEXTS.get("stack.none");
        set(money, told ? amount : "–");
        for (Placement placement : Placement.values()) {
            Fx.style(this, Names.word(placement), placement == run.first().placement());
        }
        double now = longest > 0 ? run.tokens() / longest : 0;
        if (now != share) {
            share = now;
            placeBar();
        }
        setAccessibleText(TEXTS.get(
                "stack.read",
                name.getText(),
                Names.of(run.first().placement()),
                tokens.getText(),
                money.getText(),
                stays.getText()));
    }

    private static void set(Label label, String text) {
        if (!text.equals(label.getText())) {
            label.setText(text);
        }
    }

    private void placeBar() {
        bar.resizeRelocate(0, 0, Math.max(3, getWidth() * share), getHeight());
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        placeBar();
    }
}
