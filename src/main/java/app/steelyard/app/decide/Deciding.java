package app.steelyard.app.decide;

import app.steelyard.decision.Decision;
import app.steelyard.decision.Flip;
import app.steelyard.decision.Flips;
import app.steelyard.decision.answers.Answers;
import app.steelyard.plan.Plan;
import app.steelyard.pricing.PriceBook;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides on the plan and answers at hand, and then looks for what would flip that, both beside the thread that asks; what is
 * known is kept until they are others.
 */
public final class Deciding {
    private final Supplier<Plan> plans;
    private final Supplier<Answers> given;
    private final Supplier<PriceBook> book;
    private final Beside beside;
    private final Runnable changed;
    private Plan plan;
    private Answers answers;
    private @Nullable Decision decision;
    private @Nullable List<Flip> flips;
    private @Nullable String failure;
    private @Nullable Runnable stop;
    private boolean flipsWanted;

    /** Runs work beside the thread that asks, which one of the two consumers then hears of. */
    public interface Beside {
        /** Returns what stops the work; nobody then hears of it. */
        <T> Runnable run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed);
    }

    /**
     * @param plans the plan as it is now; {@code given} the answers about it, {@code book} its prices
     * @param changed told where something is known that was not
     */
    public Deciding(
            Supplier<Plan> plans, Supplier<Answers> given, Supplier<PriceBook> book, Beside beside, Runnable changed) {
        this.plans = plans;
        this.given = given;
        this.book = book;
        this.beside = beside;
        this.changed = changed;
        plan = plans.get();
        answers = given.get();
    }

    /** The decision about the plan and answers asked for last; empty while it is being made. */
    public Optional<Decision> decision() {
        return Optional.ofNullable(decision);
    }

    /** What would flip it; empty while that is being looked for. */
    public Optional<List<Flip>> flips() {
        return Optional.ofNullable(flips);
    }

    /** Why there is no decision, if there can be none. */
    public Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    /** Decides about the plan and answers as they are now, if that is not done yet. */
    public void wantDecision() {
        flipsWanted = false;
        want();
    }

    /** The same, and then looks for what would flip it, which takes longer. */
    public void wantFlips() {
        flipsWanted = true;
        want();
    }

    private void want() {
        if (!plan.equals(plans.get()) || !answers.equals(given.get())) {
            stop();
            plan = plans.get();
            answers = given.get();
            decision = null;
            flips = null;
            failure = null;
        }
        if (stop == null && failure == null) {
            if (decision == null) {
                decide();
            } else if (flips == null && flipsWanted) {
                flip(decision);
            }
        }
    }

    /** Leaves what is under way. */
    public void stop() {
        if (stop != null) {
            stop.run();
            stop = null;
        }
    }

    private void decide() {
        Plan of = plan;
        Answers with = answers;
        stop = beside.run(
                () -> Decision.of(of, with, book.get()),
                made -> {
                    stop = null;
                    decision = made;
                    want();
                    changed.run();
                },
                this::failed);
    }

    private void flip(Decision made) {
        stop = beside.run(
                () -> Flips.of(made, book.get()),
                found -> {
                    stop = null;
                    flips = found;
                    changed.run();
                },
                this::failed);
    }

    private void failed(Exception e) {
        stop = null;
        failure = String.valueOf(e.getMessage());
        changed.run();
    }
}
