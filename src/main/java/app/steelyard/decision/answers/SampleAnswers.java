package app.steelyard.decision.answers;

import app.steelyard.decision.rules.Resource;
import java.util.List;
import java.util.Optional;

/** The answers that come with the program, one file for each sample plan that a decision is shown on. */
public final class SampleAnswers {
    /** The ids of the samples they belong to. */
    public static final List<String> IDS = List.of("support-bot", "clinical-extractor", "banking-copilot");

    private SampleAnswers() {}

    /** The answers for the sample plan with this id. */
    public static Optional<AnswersFile> of(String id) {
        if (!IDS.contains(id)) {
            return Optional.empty();
        }
        String file = id + ".answers.json";
        try {
            return Optional.of(AnswersCodec.read(Resource.read(SampleAnswers.class, file), file));
        } catch (AnswersException e) {
            throw new IllegalStateException("packaged answers are wrong: " + e.getMessage(), e);
        }
    }
}
