package app.steelyard.ui.kit.steady;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is under the mouse where it is, or what has the focus while keys are used, when something above it on a page that
 * scrolls grows or shrinks. Who scrolls moves it as ever.
 */
public final class Anchor {
    private final ScrollPane pane;
    private final Runnable pulse = this::hold;
    private @Nullable Node over;
    private boolean keys;
    private @Nullable Node held;
    private double at;
    private double scrolled;

    private Anchor(ScrollPane pane) {
        this.pane = pane;
    }

    /** On {@code pane}, for as long as it is there. */
    public static void on(ScrollPane pane) {
        Anchor anchor = new Anchor(pane);
        pane.addEventFilter(MouseEvent.ANY, anchor::mouse);
        pane.addEventFilter(KeyEvent.KEY_PRESSED, e -> anchor.keys = true);
        pane.sceneProperty().subscribe(anchor::moved);
    }

    private void moved(@Nullable Scene was, @Nullable Scene is) {
        if (was != null) {
            was.removePostLayoutPulseListener(pulse);
        }
        held = null;
        if (is != null) {
            is.addPostLayoutPulseListener(pulse);
        }
    }

    private void mouse(MouseEvent event) {
        if (event.getEventType() == MouseEvent.MOUSE_EXITED) {
            over = null;
        } else if (event.getEventType() == MouseEvent.MOUSE_MOVED || event.getEventType() == MouseEvent.MOUSE_PRESSED) {
            keys = false;
            over = event.getPickResult().getIntersectedNode();
        } else if (event.getEventType() == MouseEvent.MOUSE_DRAGGED && over != null) {
            over = part(over);
        }
    }

    /** The part of the page that {@code node} is in: a hand may be moving the node itself, such as a layer among layers. */
    private Node part(Node node) {
        Node part = node;
        while (part.getParent() != null && !part.getParent().equals(pane.getContent())) {
            part = part.getParent();
        }
        return part;
    }

    /** After each layout: where that moved what is held, the page is scrolled by as much before anything is seen of it. */
    private void hold() {
        Node page = pane.getContent();
        double hidden =
                page.getLayoutBounds().getHeight() - pane.getViewportBounds().getHeight();
        // The pane itself scrolls by as many pixels as before; another number of them is somebody's wish.
        boolean left = Math.abs(pane.getVvalue() * hidden - scrolled) < 1;
        if (held != null && held.equals(wanted()) && left && hidden > 0) {
            double moved = place(held) - at;
            if (Math.abs(moved) >= 1) {
                pane.setVvalue(Math.clamp(pane.getVvalue() + moved / hidden, 0.0, 1.0));
                pane.layout();
            }
        }
        held = wanted();
        at = held == null ? 0 : place(held);
        scrolled = pane.getVvalue() * hidden;
    }

    private @Nullable Node wanted() {
        Node node = keys && pane.getScene() != null ? pane.getScene().getFocusOwner() : over;
        return node != null && node.getScene() != null && within(node) ? node : null;
    }

    private boolean within(Node node) {
        for (Node n = node.getParent(); n != null; n = n.getParent()) {
            if (n.equals(pane.getContent())) {
                return true;
            }
        }
        return false;
    }

    private double place(Node node) {
        Point2D inScene = node.localToScene(0, 0);
        return pane.sceneToLocal(inScene).getY();
    }
}
