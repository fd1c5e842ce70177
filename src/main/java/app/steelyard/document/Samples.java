package app.steelyard.document;

import app.steelyard.json.JsonReader;
import app.steelyard.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The plans that come with the program: the guide's examples and scenarios, and systems of which something was measured. */
public final class Samples {
    /** The ids of those that are made after the guide. */
    public static final List<String> OF_THE_GUIDE =
            List.of("caching", "hybrid", "support-bot", "clinical-extractor", "banking-copilot");

    /** The ids of those that are made after a system of which somebody published a figure. */
    public static final List<String> MEASURED =
            List.of("coding-agent", "support-chat", "voice-agent", "document-chat", "distilled-classifier");

    /** All ids, in the order shown. */
    public static final List<String> IDS =
            Stream.concat(OF_THE_GUIDE.stream(), MEASURED.stream()).toList();

    private static final Map<String, Plan> READ = new ConcurrentHashMap<>();

    private Samples() {}

    /** Whether {@code plan} is a sample as it is shipped. */
    public static boolean has(Plan plan) {
        return IDS.stream().anyMatch(id -> plan(id).filter(plan::equals).isPresent());
    }

    /** The sample with this id. */
    public static Optional<Plan> plan(String id) {
        return IDS.contains(id) ? Optional.of(READ.computeIfAbsent(id, Samples::read)) : Optional.empty();
    }

    private static Plan read(String id) {
        return JsonReader.packaged(Samples.class, "samples/" + id + PlanFile.ENDING, PlanCodec::plan)
                .packaged();
    }
}
