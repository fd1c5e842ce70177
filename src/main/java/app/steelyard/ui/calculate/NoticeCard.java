package app.steelyard.ui.calculate;

import app.steelyard.chart.catalog.cost.DesignName;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Notice;
import app.steelyard.text.Names;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.steady.Remembering;
import app.steelyard.ui.kit.steady.Repeated;
import atlantafx.base.theme.Styles;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** What to know about the design looked at, the gravest first. */
final class NoticeCard extends Remembering {
    private static final Texts TEXTS = Texts.of(NoticeCard.class);

    private final Label title = Fx.label("", Styles.TEXT_BOLD);
    private final Repeated<Notice, Line> lines = new Repeated<>(6, Line::new, Line::show);

    NoticeCard() {
        super(6);
        setId("notices");
        getStyleClass().add("card");
        getChildren().addAll(title, lines);
    }

    /** Takes no room where there is nothing to know. */
    void show(Optional<Evaluation.Priced> shown) {
        List<Notice> list = shown.map(Evaluation.Priced::notices).orElse(List.of()).stream()
                .sorted(Comparator.comparing(Notice::severity).reversed())
                .toList();
        Fx.show(this, !list.isEmpty());
        title.setText(TEXTS.get("notices.title", shown.map(DesignName::of).orElse("")));
        lines.show(list);
    }

    private static final class Line extends HBox {
        private final Label mark = Fx.label("", "chip");
        private final Label text = Fx.paragraph("");

        Line() {
            super(8);
            mark.setMinWidth(USE_PREF_SIZE);
            Fx.grow(text);
            getChildren().addAll(mark, text);
        }

        void show(Notice notice) {
            mark.setText(Names.of(notice.severity()));
            for (Notice.Severity severity : Notice.Severity.values()) {
                Fx.style(mark, style(severity), severity == notice.severity());
            }
            text.setText(notice.text());
        }

        private static String style(Notice.Severity severity) {
            return switch (severity) {
                case INFO -> "info-chip";
                case WARNING -> "warning-chip";
                case OBSTACLE -> "danger-chip";
            };
        }
    }
}
