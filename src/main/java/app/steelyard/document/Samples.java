package app.steelyard.document;

import app.steelyard.json.JsonReader;
import app.steelyard.plan.Plan;
import java.util.List;
import java.util.Optional;

/** The plans that come with the program: the published examples, and one for each kind of system. */
public final class Samples {
    /** Their ids, in the order shown. */
    public static final List<String> IDS =
            List.of("caching", "hybrid", "support-bot", "clinical-extractor", "banking-copilot");

    private Samples() {}

    /** Whether {@code plan} is a sample as it is shipped. */
    public static boolean has(Plan plan) {
        return IDS.stream().anyMatch(id -> plan(id).filter(plan::equals).isPresent());
    }

    /** The sample with this id. */
    public static Optional<Plan> plan(String id) {
        return IDS.contains(id) ? Optional.of(read(id)) : Optional.empty();
    }

    private static Plan read(String id) {
        return JsonReader.packaged(Samples.class, "samples/" + id + PlanFile.ENDING, PlanCodec::plan)
                .packaged();
    }
}
