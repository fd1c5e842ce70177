package app.steelyard.cli.terminal;

import app.steelyard.document.DocumentException;
import app.steelyard.document.PlanFile;
import app.steelyard.document.Samples;
import app.steelyard.plan.Inference;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The plan that an argument names: a file, or {@code sample:NAME}. */
public final class Plans {
    public static final String SAMPLE = "sample:";

    private Plans() {}

    public static Plan read(String argument) throws DocumentException {
        return argument.startsWith(SAMPLE)
                ? sample(argument.substring(SAMPLE.length()))
                : PlanFile.open(path(argument)).plan();
    }

    public static Plan sample(String id) {
        return Samples.plan(id)
                .orElseThrow(
                        () -> new BadInput(Console.TEXTS.get("sample.unknown", id, String.join(", ", Samples.IDS))));
    }

    public static Path path(String argument) {
        try {
            return Path.of(argument);
        } catch (InvalidPathException e) {
            throw new BadInput(Console.TEXTS.get("path", argument));
        }
    }

    public static Plan asOf(Plan plan, @Nullable LocalDate day) {
        Inference inference = plan.inference();
        return day == null ? plan : plan.withInference(new Inference(inference.model(), inference.tier(), day));
    }

    public static Plan withModel(Plan plan, @Nullable PriceRef model) {
        Inference inference = plan.inference();
        return model == null
                ? plan
                : plan.withInference(new Inference(model, inference.tier(), inference.pricesAsOf()));
    }
}
