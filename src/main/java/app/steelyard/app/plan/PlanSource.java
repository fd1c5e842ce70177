package app.steelyard.app.plan;

import app.steelyard.document.PlanFile;
import app.steelyard.document.Samples;
import app.steelyard.plan.Inference;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.Scenario;
import app.steelyard.text.Refusal;
import app.steelyard.text.Texts;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The plan that a person names: a file, or a sample as {@code sample:NAME}. */
public final class PlanSource {
    private static final Texts TEXTS = Texts.of(PlanSource.class);
    private static final String SAMPLE = "sample:";

    private PlanSource() {}

    /** Reads it. */
    public static Plan read(String argument) {
        Optional<String> sample = sampleNamed(argument);
        return sample.isPresent()
                ? sample(sample.get())
                : PlanFile.open(path(argument)).plan();
    }

    /** The sample that is named; empty where a file is. */
    public static Optional<String> sampleNamed(String argument) {
        return argument.startsWith(SAMPLE) ? Optional.of(argument.substring(SAMPLE.length())) : Optional.empty();
    }

    /** How a sample is named. */
    public static String ofSample(String id) {
        return SAMPLE + id;
    }

    /** @throws Refusal if there is no such sample */
    public static Plan sample(String id) {
        return Samples.plan(id)
                .orElseThrow(() -> new Refusal(TEXTS.get("sample.unknown", id, String.join(", ", Samples.IDS))));
    }

    /** @throws Refusal if that can be no path */
    public static Path path(String argument) {
        try {
            return Path.of(argument);
        } catch (InvalidPathException e) {
            throw new Refusal(TEXTS.get("path", argument));
        }
    }

    /** The file that is named; null where a sample is. */
    public static @Nullable Path file(String argument) {
        return sampleNamed(argument).isPresent() ? null : path(argument);
    }

    /** The plan’s file name without its ending, or the sample’s. */
    public static String shortName(String argument) {
        return sampleNamed(argument).orElseGet(() -> {
            String file = String.valueOf(path(argument).getFileName());
            return file.endsWith(PlanFile.ENDING) ? file.substring(0, file.length() - PlanFile.ENDING.length()) : file;
        });
    }

    /** The plan at another day’s prices, or as it is. */
    public static Plan asOf(Plan plan, @Nullable LocalDate day) {
        Inference inference = plan.inference();
        return day == null ? plan : plan.withInference(inference.withPricesAsOf(day));
    }

    /** The plan on another model, or as it is. */
    public static Plan withModel(Plan plan, @Nullable PriceRef model) {
        return new Scenario.Models(model, null).apply(plan);
    }
}
