package app.steelyard.ui.usage;

import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Card;
import app.steelyard.ui.kit.Fx;
import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What to do while there is no usage, and what is understood. */
final class EmptyView extends VBox {
    private static final Texts TEXTS = Texts.of(EmptyView.class);
    private static final String[] GROUPS = {"vendors", "tools", "clouds", "gateways", "traces", "own", "packed"};

    EmptyView(UsageWork work) {
        super(16);
        setId("usage.empty");
        Label what = Fx.paragraph(TEXTS.get("empty.what"), Styles.TEXT_MUTED);
        what.setMaxWidth(640);
        what.setAlignment(Pos.CENTER);
        what.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
        Button choose = Fx.id("usage.empty.choose", Fx.button(TEXTS.get("choose"), work::choose, Styles.ACCENT));
        choose.setGraphic(new FontIcon(Feather.FILE_PLUS));
        Button folder = Fx.id("usage.empty.folder", Fx.button(TEXTS.get("chooseFolder"), work::chooseFolder));
        folder.setGraphic(new FontIcon(Feather.FOLDER));
        HBox buttons = new HBox(10, choose, folder);
        buttons.setAlignment(Pos.CENTER);
        VBox drop = new VBox(12, Fx.label(TEXTS.get("empty.drop"), Styles.TITLE_4), what, buttons);
        drop.getStyleClass().add("drop-target");
        getChildren().addAll(drop, Card.of(TEXTS.get("empty.formats"), formats()));
    }

    private static GridPane formats() {
        GridPane grid = new GridPane(16, 8);
        ColumnConstraints group = new ColumnConstraints();
        group.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(group, names);
        int row = 0;
        for (String key : GROUPS) {
            grid.addRow(
                    row++,
                    Fx.label(TEXTS.get("empty." + key), Styles.TEXT_MUTED),
                    Fx.paragraph(TEXTS.get("empty." + key + ".names")));
        }
        return grid;
    }
}
