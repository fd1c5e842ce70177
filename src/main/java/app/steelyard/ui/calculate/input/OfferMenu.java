package app.steelyard.ui.calculate.input;

import app.steelyard.app.plan.OfferedCapacity;
import app.steelyard.plan.Contract.Capacity;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.work.Workspace;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Offers of capacity that fit the base model, one to be taken; below it where the plan's own is from. */
final class OfferMenu extends VBox {
    private static final Texts TEXTS = Texts.of(OfferMenu.class);
    static final String KEY = "contract.offer";

    private final Workspace workspace;
    private final MenuButton take = Fx.id(KEY, new MenuButton(TEXTS.get(KEY)));
    private final Label from = Fx.id(KEY + ".from", Fx.paragraph(""));
    private @Nullable PriceRef listed;

    OfferMenu(Workspace workspace) {
        super(4);
        this.workspace = workspace;
        take.setMaxWidth(Double.MAX_VALUE);
        take.setTooltip(Fx.tooltip(TEXTS.get(KEY + ".help")));
        getChildren().setAll(take, from);
    }

    void refresh() {
        Plan plan = workspace.plan();
        PriceRef model = plan.inference().model();
        if (!model.equals(listed)) {
            listed = model;
            list(model);
        }
        boolean priced = OfferedCapacity.isPriced(plan);
        take.setDisable(take.getItems().isEmpty() || !priced);
        String source = plan.contract().capacity(model).map(Capacity::source).orElse(null);
        String why = take.getItems().isEmpty()
                ? TEXTS.get(KEY + ".none", model)
                : priced ? "" : TEXTS.get(KEY + ".rate", plan.currency());
        from.setText(why.isEmpty() ? Objects.requireNonNullElse(source, "") : why);
        Fx.show(from, !from.getText().isEmpty());
    }

    private void list(PriceRef model) {
        Map<String, Menu> sellers = new LinkedHashMap<>();
        for (OfferedCapacity one : OfferedCapacity.of(model)) {
            MenuItem item = new MenuItem(one.priced());
            item.setOnAction(e -> workspace.edit(TEXTS.get(KEY), null, one::take));
            sellers.computeIfAbsent(one.offer().seller() + ", " + one.offer().name(), name -> new Menu(name))
                    .getItems()
                    .add(item);
        }
        take.getItems().setAll(sellers.values());
    }
}
