package app.steelyard.ui.decide;

import app.steelyard.decision.Decision;
import app.steelyard.decision.Flip;
import app.steelyard.decision.Flips;
import app.steelyard.decision.answers.Answers;
import app.steelyard.plan.Plan;
import app.steelyard.ui.work.Background;
import app.steelyard.ui.work.Workspace;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides, and then looks for what would flip it, both beside the JavaFX thread; what is known is kept. */
final class Outcome {
    private final Workspace workspace;
    private final Session session;
    private final Runnable changed;
    private Plan plan;
    private Answers answers;
    private @Nullable Decision decision;
    private @Nullable List<Flip> flips;
    private @Nullable String failure;
    private Background.@Nullable Job job;
    private boolean flipsWanted;

    /** @param changed told on the JavaFX thread */
    Outcome(Workspace workspace, Session session, Runnable changed) {
        this.workspace = workspace;
        this.session = session;
        this.changed = changed;
        plan = workspace.plan();
        answers = session.answers();
    }

    /** The decision about the plan and answers asked for last; empty while it is being made. */
    Optional<Decision> decision() {
        return Optional.ofNullable(decision);
    }

    /** What would flip it; empty while that is being looked for. */
    Optional<List<Flip>> flips() {
        return Optional.ofNullable(flips);
    }

    /** Why there is no decision, if there can be none. */
    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    /** Decides about the plan and answers as they are now, if that is not done yet. */
    void wantDecision() {
        flipsWanted = false;
        want();
    }

    /** The same, and then looks for what would flip it, which takes longer. */
    void wantFlips() {
        flipsWanted = true;
        want();
    }

    private void want() {
        if (!plan.equals(workspace.plan()) || !answers.equals(session.answers())) {
            stop();
            plan = workspace.plan();
            answers = session.answers();
            decision = null;
            flips = null;
            failure = null;
        }
        if (job == null && failure == null) {
            if (decision == null) {
                decide();
            } else if (flips == null && flipsWanted) {
                flip(decision);
            }
        }
    }

    /** Leaves what is under way. */
    void stop() {
        if (job != null) {
            job.cancel();
            job = null;
        }
    }

    private void decide() {
        Plan of = plan;
        Answers given = answers;
        job = Background.run(
                () -> Decision.of(of, given, workspace.book()),
                made -> {
                    job = null;
                    decision = made;
                    want();
                    changed.run();
                },
                this::failed);
    }

    private void flip(Decision made) {
        job = Background.run(
                () -> Flips.of(made, workspace.book()),
                found -> {
                    job = null;
                    flips = found;
                    changed.run();
                },
                this::failed);
    }

    private void failed(Exception e) {
        job = null;
        failure = String.valueOf(e.getMessage());
        changed.run();
    }
}
