package app.steelyard.ui.decide;

import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Fold;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.Working;
import java.util.function.Consumer;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The decision record, to be read before it is saved. */
final class RecordView {
    private static final Texts TEXTS = Texts.of(RecordView.class);
    private static final int ROWS = 26;

    private RecordView() {}

    /** @param read hands the record's text over, once it is there */
    static Fold of(Consumer<Consumer<String>> read) {
        HBox head = new HBox(Fx.label(TEXTS.get("record.preview"), "decide-name"));
        return new Fold("decide.record", head, TEXTS.get("record.preview"), content -> fill(content, read));
    }

    private static void fill(VBox content, Consumer<Consumer<String>> read) {
        content.getChildren().setAll(new Working(TEXTS.get("record.writing")));
        read.accept(text -> {
            TextArea area = Fx.styled(Fx.area("decide.record.text", TEXTS.get("record.preview"), ROWS), "record-text");
            area.setEditable(false);
            area.setText(text);
            content.getChildren().setAll(area);
        });
    }
}
