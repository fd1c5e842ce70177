package app.steelyard.ui.work;

import app.steelyard.plan.PlanField;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;

/**
 * A screen as the window sees it. What a screen does not need it leaves as it is: then nothing happens. All methods are for
 * the JavaFX thread.
 */
public interface Page {
    /** Where the answer to the plan stands while a screen is in view. */
    enum Answer {
        /** Nowhere: no plan was chosen yet, and neither prices nor warnings are waited for. */
        NOWHERE,
        /** On the screen: what it recommends need not be what is cheapest. */
        ON_PAGE,
        /** Above the screen, in the window's words. */
        ABOVE
    }

    /** What is shown; always the same. */
    Node node();

    default Answer answer() {
        return Answer.ABOVE;
    }

    /** It is about to come into view. */
    default void shown() {}

    /** It came into view: it may take the focus. */
    default void focus() {}

    /** Another plan has taken the place of the one before. A screen made later is not told. */
    default void planOpened() {}

    /** Puts the cursor where a number of the plan is typed. */
    default void focus(PlanField field) {}

    /** Reads files that were dropped on the window and are no plans. */
    default void read(List<Path> files) {}

    /** Asks where to, and exports. */
    default void export() {}

    /** The window goes: keeps what is to be kept, and lets go of what is held open. */
    default void close() {}
}
