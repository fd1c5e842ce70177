package app.steelyard.ui.decide;

import app.steelyard.decision.Decision;
import app.steelyard.decision.setup.Setup;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.Working;
import app.steelyard.ui.work.Background;
import atlantafx.base.theme.Styles;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What to change in code at the vendor of the recommended model, step by step, and the request as it is to be sent. */
final class SetupView extends VBox {
    private static final Texts TEXTS = Texts.of(SetupView.class);

    private SetupView() {
        super(6);
        setId("decide.setup");
    }

    /** Shows it once it is worked out, beside the thread that asks. */
    static SetupView of(Decision decision, PriceBook book) {
        SetupView view = new SetupView();
        view.getChildren().setAll(new Working(TEXTS.get("setup.working")));
        Background.run(() -> Setup.of(decision, book), view::show, e -> view.tell(String.valueOf(e.getMessage())));
        return view;
    }

    private void tell(String text) {
        getChildren().setAll(Fx.paragraph(text, Styles.TEXT_MUTED));
    }

    private void show(Optional<Setup> made) {
        if (made.isEmpty()) {
            tell(TEXTS.get("setup.noModel"));
            return;
        }
        Setup setup = made.get();
        getChildren().setAll(Fx.paragraph(setup.model().name(), Styles.TEXT_MUTED));
        IntStream.range(0, setup.steps().size()).forEach(i -> {
            Setup.Step step = setup.steps().get(i);
            getChildren().add(Fx.paragraph(TEXTS.get("setup.step", i + 1, step.text())));
            if (!step.source().isEmpty()) {
                getChildren().add(Fx.paragraph(step.source(), Styles.TEXT_MUTED, Styles.TEXT_SMALL));
            }
        });
        if (!setup.snippet().isEmpty()) {
            // One more than there are, as the last one is cut else.
            int rows = (int) setup.snippet().lines().count() + 1;
            TextArea area = Fx.styled(Fx.area("decide.setup.text", TEXTS.get("setup.request"), rows), "record-text");
            area.setEditable(false);
            area.setText(setup.snippet().stripTrailing());
            getChildren().add(area);
        }
        Button copy = Fx.id("decide.setup.copy", new Button(TEXTS.get("setup.copy"), new FontIcon(Feather.COPY)));
        copy.setOnAction(e -> Fx.copy(setup.text()));
        getChildren().add(copy);
    }
}
