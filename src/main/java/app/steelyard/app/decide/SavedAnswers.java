package app.steelyard.app.decide;

import app.steelyard.app.plan.PlanSource;
import app.steelyard.decision.answers.Answers;
import app.steelyard.document.AnswersCodec;
import app.steelyard.document.AnswersFile;
import app.steelyard.document.PlanFile;
import app.steelyard.document.Samples;
import app.steelyard.document.Sketch;
import app.steelyard.plan.Plan;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers as they are saved: with the name of the plan they belong to, or with a sketch of it. */
public final class SavedAnswers {
    private SavedAnswers() {}

    /**
     * What is to be written: it names the plan’s file where that lies beside, or the sample where the plan is one, unchanged
     * but for what these answers say, and else holds a sketch.
     *
     * @param plan they belong to
     * @param file the plan’s own, or null
     * @param sample that the plan was opened from, if it was
     * @param to where the answers are to be written
     */
    public static AnswersFile of(
            Answers answers, Plan plan, @Nullable PlanFile file, Optional<String> sample, Path to) {
        return beside(file, to)
                .or(() -> sample.filter(id -> Samples.plan(id)
                                .filter(s -> plan.equals(s) || plan.equals(AnsweredPlan.in(s, answers)))
                                .isPresent())
                        .map(PlanSource::ofSample))
                .map(name -> new AnswersFile(name, null, null, answers))
                .orElseGet(() -> new AnswersFile(null, sketch(plan), null, answers));
    }

    private static Optional<String> beside(@Nullable PlanFile file, Path answers) {
        Path folder = answers.toAbsolutePath().getParent();
        if (file == null || folder == null) {
            return Optional.empty();
        }
        return folder.equals(file.path().toAbsolutePath().getParent())
                ? Optional.of(String.valueOf(file.path().getFileName()))
                : Optional.empty();
    }

    /** Whether a sketch is one of this plan: sketches are the same if their files are, since none tells placements. */
    public static boolean sketches(Sketch sketch, Plan plan) {
        return written(sketch).equals(written(sketch(plan)));
    }

    private static String written(Sketch sketch) {
        return AnswersCodec.write(new AnswersFile(null, sketch, null, Answers.NONE));
    }

    private static Sketch sketch(Plan plan) {
        return new Sketch(
                plan.name(),
                plan.inference().model(),
                plan.tuning().model(),
                plan.retrieval().embedding(),
                plan.inference().pricesAsOf(),
                plan.traffic().requestsPerMonth(),
                plan.traffic().outputTokens(),
                plan.traffic().tenants(),
                plan.traffic().users(),
                plan.items());
    }
}
