package app.steelyard.ui.kit.steady;

import javafx.application.Platform;
import javafx.scene.Node;

/**
 * Work done at most once a pulse, before styles and layout, however often it is asked for; while its node is in no
 * window it waits.
 */
public final class PulseWork {
    private final Runnable work;
    private final Runnable listener = this::pulse;
    private boolean due;

    public PulseWork(Node node, Runnable work) {
        this.work = work;
        node.sceneProperty().subscribe((was, is) -> {
            if (was != null) {
                was.removePreLayoutPulseListener(listener);
            }
            if (is != null) {
                is.addPreLayoutPulseListener(listener);
                Platform.requestNextPulse();
            }
        });
    }

    /** Asks for the work to be done before what is next seen. */
    public void request() {
        if (!due) {
            due = true;
            Platform.requestNextPulse();
        }
    }

    private void pulse() {
        if (due) {
            due = false;
            work.run();
        }
    }
}
