package app.steelyard.ui.decide;

import app.steelyard.decision.Decision;
import app.steelyard.decision.advice.ItemAdvice;
import app.steelyard.decision.rules.Approach;
import app.steelyard.decision.rules.Option;
import app.steelyard.decision.rules.Rule;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Chip;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.Working;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What the answers given so far lead to, beside the questions. */
final class SoFarView extends VBox {
    private static final Texts TEXTS = Texts.of(SoFarView.class);
    private static final int MOST_REASONS = 4;

    private final String item;
    private @Nullable Decision shown;

    /** @param item id of the item asked about; empty for the system */
    SoFarView(String item) {
        this.item = item;
        setId("decide.soFar");
        getStyleClass().add("so-far");
        getChildren().setAll(new Working(TEXTS.get("soFar.working")));
    }

    /** While another decision is being made the last one stays. */
    void show(Optional<Decision> made) {
        if (made.isEmpty() || made.get().equals(shown)) {
            return;
        }
        Decision decision = made.get();
        shown = decision;
        getChildren().clear();
        decision.item(item).ifPresent(this::item);
        heading(TEXTS.get("soFar.system"));
        getChildren()
                .addAll(
                        Fx.paragraph(decision.headline(), Styles.TITLE_4),
                        Fx.paragraph(decision.price(), Styles.TEXT_MUTED));
        if (!decision.settled()) {
            getChildren()
                    .add(Fx.paragraph(
                            TEXTS.get(
                                    "result.open",
                                    labels(decision.alsoPossible().stream().map(Approach::label))),
                            Styles.WARNING));
        }
    }

    private void item(ItemAdvice advice) {
        heading(TEXTS.get("soFar.item"));
        HBox chips = new HBox(
                8,
                Chip.of(advice.classification().kind()),
                Chip.of(advice.option().label(), "place-chip"));
        getChildren().addAll(chips, Fx.paragraph(ItemCard.classified(advice), Styles.TEXT_MUTED));
        if (!advice.alsoPossible().isEmpty()) {
            getChildren()
                    .add(Fx.paragraph(
                            TEXTS.get(
                                    "item.possible",
                                    labels(advice.alsoPossible().stream().map(Option::label))),
                            Styles.WARNING));
        }
        reasons(advice).forEach(r -> getChildren().add(reason(r)));
    }

    private static List<Rule> reasons(ItemAdvice advice) {
        return Stream.concat(advice.classification().because().stream(), advice.score(advice.option()).good().stream())
                .distinct()
                .limit(MOST_REASONS)
                .toList();
    }

    private static VBox reason(Rule rule) {
        VBox reason = new VBox(
                1,
                Fx.paragraph(rule.sentence()),
                Fx.paragraph(TEXTS.get("reason.rule", rule.strength().label()), Styles.TEXT_MUTED, Styles.TEXT_SMALL));
        reason.getStyleClass().add("so-far-reason");
        return reason;
    }

    private void heading(String text) {
        Label heading = Fx.paragraph(text, "so-far-heading");
        getChildren().add(heading);
    }

    private static String labels(Stream<String> names) {
        return names.collect(Collectors.joining(", "));
    }
}
