package app.steelyard.ui.decide;

import app.steelyard.app.decide.WizardPage;
import app.steelyard.decision.advice.Interview;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.work.Workspace;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * All items with how far each was asked about. Going through them turns the page and leaves the focus here; Enter goes on
 * to the questions.
 */
final class ItemList extends ListView<String> {
    private static final Texts TEXTS = Texts.of(ItemList.class);
    private static final double SCROLL_BAR = 34;
    private static final double MARK = 36;

    private final Workspace workspace;
    private final Session session;
    private boolean following;

    /** @param enter goes on to the questions of the item chosen */
    ItemList(Workspace workspace, Session session, Runnable enter) {
        this.workspace = workspace;
        this.session = session;
        setId("decide.list.items");
        setAccessibleText(TEXTS.get("list.items"));
        getStyleClass().add("decide-items");
        setCellFactory(list -> new Cell());
        getSelectionModel().selectedItemProperty().subscribe(id -> {
            if (id != null && !following) {
                session.go(new WizardPage(WizardPage.Stage.QUESTIONS, id));
            }
        });
        setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) {
                enter.run();
                e.consume();
            }
        });
    }

    /** Shows the items of the plan as they are now, and which is asked about. */
    void show(String item) {
        following = true;
        List<String> ids =
                workspace.plan().items().stream().map(ContextItem::id).toList();
        if (!ids.equals(getItems())) {
            getItems().setAll(ids);
        }
        getSelectionModel().select(item);
        refresh();
        following = false;
    }

    private final class Cell extends ListCell<String> {
        private final Label name = new Label();
        private final Label mark = Fx.label("", "mark");
        private final HBox line = new HBox(8, name, mark);

        Cell() {
            name.setWrapText(true);
            Fx.fill(name);
            // Of one width, or the name would be broken by what the mark was before it was styled.
            mark.setMinWidth(MARK);
            mark.setAlignment(Pos.CENTER_RIGHT);
            line.setAlignment(Pos.CENTER_LEFT);
            line.prefWidthProperty().bind(ItemList.this.widthProperty().subtract(SCROLL_BAR));
            setPrefWidth(0);
        }

        /** As high as the name needs when it is broken into lines. */
        @Override
        protected double computePrefHeight(double width) {
            return isEmpty()
                    ? super.computePrefHeight(width)
                    : snappedTopInset() + line.prefHeight(line.getPrefWidth()) + snappedBottomInset();
        }

        @Override
        protected void updateItem(String id, boolean empty) {
            super.updateItem(id, empty);
            setGraphic(empty ? null : line);
            if (empty) {
                return;
            }
            List<Interview.Step> steps = session.steps(id);
            long done = steps.stream().filter(Interview.Step::done).count();
            boolean all = done == steps.size();
            name.setText(workspace.plan().item(id).map(ContextItem::name).orElse(id));
            mark.setGraphic(all ? new FontIcon(Feather.CHECK) : null);
            mark.setText(all ? "" : TEXTS.get("list.mark", done, steps.size()));
            setAccessibleText(TEXTS.get("list.item", name.getText(), done, steps.size()));
        }
    }
}
