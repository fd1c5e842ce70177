package app.steelyard.ui.shell;

import app.steelyard.app.whatif.HowSure;
import app.steelyard.plan.Plan;
import app.steelyard.plan.check.Assumed;
import app.steelyard.ui.work.Latest;
import app.steelyard.ui.work.Workspace;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/** Works out how sure the answer is, a moment after the last edit, unless that is known by then. */
final class Surety {
    /** Longer than a hand rests while it drags. */
    private static final Duration STILL = Duration.millis(500);

    private final Workspace workspace;
    private final PauseTransition still = new PauseTransition(STILL);
    private final Latest<Plan, Optional<Workspace.Certainty>> latest;

    Surety(Workspace workspace) {
        this.workspace = workspace;
        this.latest = new Latest<>(
                Latest.Threads.background("steelyard-sure"),
                List.of((plan, cancelled) ->
                        HowSure.of(plan, workspace.book(), cancelled).map(sure -> new Workspace.Certainty(plan, sure))),
                sure -> sure.ifPresent(workspace::certain),
                // Why not is told by the screen that shows all of the trials.
                e -> {});
        still.setOnFinished(e -> ask());
    }

    /** Whether there is something to be sure or unsure of. */
    boolean wanted() {
        Plan plan = workspace.plan();
        return !plan.items().isEmpty()
                && !plan.whatIf().ranges().isEmpty()
                && !Assumed.throughout(plan)
                && workspace.comparison().cheapest().isPresent();
    }

    /** Of a plan of which it is not known yet. */
    void refresh() {
        latest.cancel();
        still.playFromStart();
    }

    private void ask() {
        Plan plan = workspace.plan();
        Workspace.Certainty known = workspace.certaintyProperty().get();
        if (wanted() && (known == null || !known.plan().equals(plan))) {
            latest.request(plan);
        }
    }
}
