package app.steelyard.document;

import app.steelyard.json.JsonReader;
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
        return Optional.of(
                JsonReader.packaged(SampleAnswers.class, "samples/" + id + ".answers.json", AnswersCodec::file)
                        .packaged());
    }
}
