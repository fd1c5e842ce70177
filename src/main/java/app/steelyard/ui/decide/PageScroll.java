package app.steelyard.ui.decide;

import javafx.beans.value.ChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;

/** Holds a page, and scrolls to what the keyboard has reached in it. */
final class PageScroll extends ScrollPane {
    PageScroll() {
        setId("decide.scroll");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("plain-scroll");
        ChangeListener<@Nullable Node> revealing = (o, was, is) -> reveal(is);
        sceneProperty().subscribe((was, is) -> {
            if (was != null) {
                was.focusOwnerProperty().removeListener(revealing);
            }
            if (is != null) {
                is.focusOwnerProperty().addListener(revealing);
            }
        });
    }

    /** Shows another page from its top. */
    void open(Node page) {
        setContent(page);
        setVvalue(0);
    }

    private void reveal(@Nullable Node focused) {
        Node content = getContent();
        if (focused == null || content == null || !inside(focused, content)) {
            return;
        }
        Bounds target = content.sceneToLocal(focused.localToScene(focused.getLayoutBounds()));
        double height = content.getLayoutBounds().getHeight();
        double view = getViewportBounds().getHeight();
        double room = height - view;
        double top = getVvalue() * room;
        if (room > 0 && (target.getMinY() < top || target.getMaxY() > top + view)) {
            setVvalue(Math.clamp((target.getMinY() - view / 3) / room, 0, 1));
        }
    }

    private static boolean inside(Node node, Node content) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (n.equals(content)) {
                return true;
            }
        }
        return false;
    }
}
