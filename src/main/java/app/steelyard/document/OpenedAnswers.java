package app.steelyard.document;

import app.steelyard.decision.answers.Answer;
import app.steelyard.decision.rules.AnswerKey;
import app.steelyard.files.AtomicFile;
import app.steelyard.json.JsonReader;
import app.steelyard.json.JsonReading;
import app.steelyard.json.JsonValue;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.check.PlanValidator;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.Profile;
import app.steelyard.pricing.catalogue.Unlisted;
import app.steelyard.text.Problem;
import app.steelyard.text.Refusal;
import app.steelyard.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Answers as they stand in a file.
 *
 * @param root where each of them stands, for what is found wrong only when plan and prices are known
 */
public record OpenedAnswers(AnswersFile answers, JsonValue root) {
    private static final Texts TEXTS = Texts.of(OpenedAnswers.class);

    /**
     * Reads the file.
     *
     * @throws Refusal with everything that is wrong with it
     */
    public static OpenedAnswers open(Path path) {
        return read(JsonReader.bytes(path).orRefuse(), path.toString());
    }

    /**
     * The same of what was read already.
     *
     * @param file as problems are to name it
     */
    public static OpenedAnswers read(byte[] content, String file) {
        JsonReading<AnswersFile> reading = JsonReader.read(file, content, AnswersCodec::file);
        return new OpenedAnswers(reading.orRefuse(), Objects.requireNonNull(reading.root()));
    }

    /**
     * Writes answers whole or not at all.
     *
     * @throws Refusal if they cannot be written; what was there is unchanged
     */
    public static void save(Path path, AnswersFile answers) {
        try {
            AtomicFile.write(path, AnswersCodec.write(answers).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new Refusal(path.toString(), TEXTS.get("file.unwritable", AtomicFile.why(e)));
        }
    }

    /**
     * Refuses answers about items that {@code plan} does not have, a plan that the prompt file makes impossible, and
     * models, services and vendors that {@code book} does not have.
     *
     * @param plan with what was counted in the prompt file, if there is one
     * @throws Refusal if there are any
     */
    public void check(Plan plan, PriceBook book) {
        List<Problem> problems = new ArrayList<>();
        if (answers.prompt() != null) {
            PlanValidator.validate(plan).forEach(p -> problems.add(root.problem("/prompt", p.toString())));
        }
        AnswersCodec.strangers(answers.answers(), plan.items())
                .forEach((pointer, reason) -> problems.add(root.problem(pointer, reason)));
        unlisted(book, problems);
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
    }

    private void unlisted(PriceBook book, List<Problem> problems) {
        Sketch sketch = answers.sketch();
        if (sketch != null) {
            unlistedModel("/sketch/model", sketch.model(), book, problems);
            unlistedModel("/sketch/tuningModel", sketch.tuningModel(), book, problems);
            PriceRef embedding = sketch.embedding();
            if (embedding != null && book.service(embedding).isEmpty()) {
                problems.add(root.problem(
                        "/sketch/embedding", Unlisted.service(embedding, book).text()));
            }
        }
        AnswerKey key = AnswerKey.ofSystem("vendors");
        if (answers.answers().get(key).orElse(Answer.DONT_KNOW) instanceof Answer.Names named) {
            List<String> vendors =
                    book.profiles().stream().map(Profile::vendor).distinct().toList();
            for (int i = 0; i < named.names().size(); i++) {
                String name = named.names().get(i);
                if (!vendors.contains(name)) {
                    problems.add(root.problem(
                            "/answers/system/vendors/" + i,
                            TEXTS.get("answers.noVendor", name, String.join(", ", vendors))));
                }
            }
        }
    }

    private void unlistedModel(String pointer, @Nullable PriceRef model, PriceBook book, List<Problem> problems) {
        if (model != null && book.model(model).isEmpty()) {
            problems.add(root.problem(pointer, Unlisted.model(model, book).text()));
        }
    }
}
