package app.steelyard.ui.decide;

import app.steelyard.decision.Flip;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.Working;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The smallest changes that would make the recommendation another one. */
final class FlipsView extends VBox {
    private static final Texts TEXTS = Texts.of(FlipsView.class);
    private static final int MOST = 6;

    private @Nullable List<Flip> shown;

    FlipsView() {
        setId("decide.flips");
        setSpacing(6);
    }

    /**
     * @param found empty while they are being looked for
     * @param failed whether the search failed
     */
    void show(Optional<List<Flip>> found, boolean failed) {
        if (found.isPresent() && found.get().equals(shown)) {
            return;
        }
        shown = found.orElse(null);
        if (failed) {
            getChildren().setAll(Fx.paragraph(TEXTS.get("flips.failed")));
        } else if (shown == null) {
            getChildren().setAll(new Working(TEXTS.get("flips.working")));
        } else if (shown.isEmpty()) {
            getChildren().setAll(Fx.paragraph(TEXTS.get("flips.none"), Styles.TEXT_MUTED));
        } else {
            getChildren()
                    .setAll(shown.stream()
                            .limit(MOST)
                            .map(f -> Fx.paragraph(Fx.unbroken(f.text()), "flip"))
                            .toList());
            if (shown.size() > MOST) {
                getChildren().add(Fx.paragraph(TEXTS.get("flips.more", shown.size() - MOST), Styles.TEXT_MUTED));
            }
        }
    }
}
