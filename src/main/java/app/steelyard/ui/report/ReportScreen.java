package app.steelyard.ui.report;

import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.work.Dialogs;
import app.steelyard.ui.work.Workspace;
import atlantafx.base.theme.Styles;
import javafx.scene.layout.VBox;

/** What leaves the building. */
public final class ReportScreen extends VBox {
    private static final Texts TEXTS = Texts.of(ReportScreen.class);

    public ReportScreen(Workspace workspace, Dialogs dialogs) {
        getStyleClass().add("page");
        getChildren().add(Fx.label(TEXTS.get("report.title"), Styles.TITLE_3));
    }

    /** Shows the plan of now. */
    public void refresh() {}

    /** Asks where to, and writes the report there. */
    public void exportPdf() {}
}
