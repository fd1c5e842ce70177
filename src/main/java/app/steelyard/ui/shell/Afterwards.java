package app.steelyard.ui.shell;

import java.util.Iterator;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/** What need not be there when the window first shows, done piece by piece so that the window answers in between. */
final class Afterwards {
    /** Some frames. */
    private static final Duration PAUSE = Duration.millis(150);

    private Afterwards() {}

    /** Runs the pieces in this order on the JavaFX thread, with a pause before each. */
    static void run(List<Runnable> pieces) {
        Iterator<Runnable> rest = pieces.iterator();
        if (!rest.hasNext()) {
            return;
        }
        PauseTransition pause = new PauseTransition(PAUSE);
        pause.setOnFinished(e -> {
            Runnable piece = rest.next();
            if (rest.hasNext()) {
                pause.playFromStart();
            }
            piece.run();
        });
        pause.play();
    }
}
