package app.steelyard.app.decide;

import app.steelyard.app.plan.PlanSource;
import app.steelyard.decision.answers.Answers;
import app.steelyard.document.AnswersCodec;
import app.steelyard.document.AnswersFile;
import app.steelyard.document.OpenedAnswers;
import app.steelyard.document.PlanCodec;
import app.steelyard.document.PlanFile;
import app.steelyard.document.SampleAnswers;
import app.steelyard.document.Sketch;
import app.steelyard.json.JsonReader;
import app.steelyard.plan.Plan;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.Refusal;
import app.steelyard.text.Several;
import app.steelyard.text.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is decided on.
 *
 * @param name of where the plan came from
 * @param digest of that, SHA-256 in hexadecimal digits
 */
public record DecisionSource(Plan plan, Answers answers, String name, String digest) {
    private static final Texts TEXTS = Texts.of(DecisionSource.class);
    private static final String ANSWERS = "answers:";

    /** The sample whose answers are named; empty where anything else is. */
    public static Optional<String> sampleNamed(String argument) {
        return argument.startsWith(ANSWERS) ? Optional.of(argument.substring(ANSWERS.length())) : Optional.empty();
    }

    /** How the answers of a sample are named. */
    public static String ofSample(String id) {
        return ANSWERS + id;
    }

    /**
     * Reads what a person names.
     *
     * @param argument a file of answers or a plan, {@code answers:NAME} or {@code sample:NAME}
     * @throws Refusal if nothing has that name
     */
    public static DecisionSource read(String argument, PriceBook book) {
        Optional<String> sample = sampleNamed(argument);
        if (sample.isPresent()) {
            AnswersFile answers = sampleAnswers(sample.get());
            String plan = Objects.requireNonNull(answers.plan());
            return planned(plan, plan, answers.answers());
        }
        if (PlanSource.sampleNamed(argument).isEmpty()) {
            Path path = PlanSource.path(argument);
            // What cannot be read at all is explained in reading it as a plan.
            byte[] content = Files.isRegularFile(path) ? JsonReader.bytes(path).value() : null;
            if (content != null && AnswersCodec.looksLikeAnswers(content, argument)) {
                return answered(OpenedAnswers.read(content, argument), argument, content, path, book);
            }
        }
        return planned(argument, argument, Answers.NONE);
    }

    /**
     * Answers that were given to a plan.
     *
     * @param misfits sentences that say what of them does not fit it; that is left out
     */
    public record AnsweredOn(Answers answers, List<String> misfits) {
        public AnsweredOn {
            misfits = List.copyOf(misfits);
        }
    }

    /**
     * The answers that a person names, on {@code plan} rather than on the plan they name themselves.
     *
     * @param argument a file of answers, or {@code answers:NAME}
     * @param named how the person named the plan
     * @throws Refusal if there are none, or those of a file speak of what is not in the plan
     */
    public static AnsweredOn answersOn(Plan plan, String named, String argument, PriceBook book) {
        Optional<String> sample = sampleNamed(argument);
        if (sample.isPresent()) {
            return fitted(sampleAnswers(sample.get()), plan, named, argument);
        }
        OpenedAnswers opened = OpenedAnswers.open(PlanSource.path(argument));
        opened.check(plan, book);
        return fitted(opened.answers(), plan, named, argument);
    }

    private static AnsweredOn fitted(AnswersFile file, Plan plan, String named, String argument) {
        List<String> misfits = new ArrayList<>();
        String own = file.plan();
        if (own != null && !same(own, named, argument)) {
            misfits.add(TEXTS.get("answers.elsewhere", argument, own, named));
        }
        Answers fitting = file.answers();
        List<String> strangers =
                fitting.about().stream().filter(id -> plan.item(id).isEmpty()).toList();
        for (String id : strangers) {
            fitting = fitting.forget(id);
        }
        if (!strangers.isEmpty()) {
            misfits.add(TEXTS.get("answers.strangers", Several.joined(strangers), named));
        }
        return new AnsweredOn(fitting, misfits);
    }

    /** Whether {@code own}, as answers name their plan, is the plan that a person named. */
    private static boolean same(String own, String named, String argument) {
        if (PlanSource.sampleNamed(own).isPresent()
                || PlanSource.sampleNamed(named).isPresent()) {
            return own.equals(named);
        }
        Path beside = PlanSource.path(argument).resolveSibling(PlanSource.path(own));
        return beside.toAbsolutePath()
                .normalize()
                .equals(PlanSource.path(named).toAbsolutePath().normalize());
    }

    /** The file that is read then; null where a sample's answers are named. */
    public static @Nullable Path answersFile(String argument) {
        return sampleNamed(argument).isPresent() ? null : PlanSource.path(argument);
    }

    /** @throws Refusal if there are none of that name */
    public static AnswersFile sampleAnswers(String id) {
        return SampleAnswers.of(id)
                .orElseThrow(() -> new Refusal(TEXTS.get("answers.unknown", id, String.join(", ", SampleAnswers.IDS))));
    }

    private static DecisionSource answered(
            OpenedAnswers opened, String argument, byte[] content, Path path, PriceBook book) {
        AnswersFile answers = opened.answers();
        DecisionSource stated = stated(answers, argument, content, path);
        Plan plan = answers.prompt() == null
                ? stated.plan()
                : CountedPrompt.into(stated.plan(), path.resolveSibling(PlanSource.path(answers.prompt())));
        opened.check(plan, book);
        return new DecisionSource(plan, stated.answers(), stated.name(), stated.digest());
    }

    private static DecisionSource stated(AnswersFile answers, String argument, byte[] content, Path path) {
        Sketch sketch = answers.sketch();
        if (sketch != null) {
            return new DecisionSource(sketch.plan(), answers.answers(), argument, PlanFile.digest(content));
        }
        String plan = Objects.requireNonNull(answers.plan());
        String place = PlanSource.sampleNamed(plan).isPresent()
                ? plan
                : path.resolveSibling(PlanSource.path(plan)).toString();
        return planned(place, plan, answers.answers());
    }

    private static DecisionSource planned(String place, String name, Answers answers) {
        if (PlanSource.sampleNamed(place).isPresent()) {
            Plan sample = PlanSource.read(place);
            return new DecisionSource(sample, answers, name, PlanFile.digest(PlanCodec.write(sample)));
        }
        PlanFile read = PlanFile.open(PlanSource.path(place));
        return new DecisionSource(read.plan(), answers, name, read.content());
    }
}
