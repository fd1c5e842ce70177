package app.steelyard.document;

import app.steelyard.plan.Plan;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
        String file = id + PlanFile.ENDING;
        try (InputStream in = Samples.class.getResourceAsStream("samples/" + file)) {
            if (in == null) {
                throw new IllegalStateException("not packaged: " + file);
            }
            return PlanCodec.read(in.readAllBytes(), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (PlanFileException e) {
            throw new IllegalStateException("packaged sample is wrong: " + e.getMessage(), e);
        }
    }
}
