package app.steelyard.ui.prices;

import app.steelyard.app.prices.CacheRules;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Fx;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;

/** How a cache works, in words that are typed or taken from another model. */
final class CacheField extends FlowPane {
    private static final Texts TEXTS = Texts.of(CacheField.class);
    private static final double WIDE = 170;

    private final TextField words;

    CacheField(String id, PricesDesk desk) {
        super(8, 8);
        words = Fx.id(id, new TextField());
        words.setPromptText(TEXTS.get("entry.prompt.CACHE"));
        words.setPrefWidth(WIDE);
        MenuButton like = Fx.id(id + ".like", new MenuButton(TEXTS.get("cache.like")));
        like.setOnShowing(e -> like.getItems()
                .setAll(CacheRules.known(desk.book(), desk.plan().inference().pricesAsOf()).stream()
                        .map(this::item)
                        .toList()));
        getChildren().setAll(Fx.naming(words, Fx.label(TEXTS.get("cache.rules"))), words, like);
    }

    private MenuItem item(CacheRules rules) {
        return Fx.item(
                "cache.like." + rules.like(),
                TEXTS.get("cache.like.item", rules.like(), rules.words()),
                () -> words.setText(rules.words()));
    }

    String words() {
        return words.getText().strip();
    }

    void onChange(Runnable listener) {
        words.textProperty().subscribe((was, is) -> listener.run());
    }
}
