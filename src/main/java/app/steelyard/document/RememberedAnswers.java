package app.steelyard.document;

import app.steelyard.decision.answers.Answers;
import app.steelyard.files.AtomicFile;
import app.steelyard.json.JsonReader;
import app.steelyard.json.JsonReading;
import app.steelyard.json.JsonText;
import app.steelyard.json.JsonValue;
import app.steelyard.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers and where one was with them, kept until their plan is opened again: a file a plan, in the program's own folder.
 *
 * @param folder need not exist
 */
public record RememberedAnswers(Path folder) {
    private static final Texts TEXTS = Texts.of(RememberedAnswers.class);

    /**
     * What is kept of one plan.
     *
     * @param stage the page that was open, by its name; which there are is for the wizard to know
     * @param item id of the item that the page was about; empty for none
     */
    public record Kept(Answers answers, String stage, String item) {}

    private Path file(String plan) {
        return folder.resolve(UUID.nameUUIDFromBytes(plan.getBytes(StandardCharsets.UTF_8)) + ".json");
    }

    /**
     * What was kept of a plan, if anything was.
     *
     * @param plan what the plan is known by
     * @throws IOException if that cannot be read; it was set aside, and the message says where
     */
    public Optional<Kept> recall(String plan) throws IOException {
        Path file = file(plan);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        JsonReading<Kept> reading = JsonReader.read(file, RememberedAnswers::kept);
        if (reading.value() == null) {
            Path aside = file.resolveSibling(file.getFileName() + ".damaged");
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            throw new IOException(
                    TEXTS.get("kept.damaged", aside, reading.problems().getFirst()));
        }
        return Optional.of(reading.value());
    }

    private static @Nullable Kept kept(JsonValue root) {
        String stage = root.filled("stage");
        String item = root.member("item").map(JsonValue::text).orElse("");
        AnswersFile answers = root.member("answers")
                .map(a -> a.<AnswersFile>object(AnswersCodec::file))
                .orElse(null);
        root.done();
        return answers == null ? null : new Kept(answers.answers(), stage, item);
    }

    /** Keeps this in place of what was kept of the plan before; nothing, where nothing is answered. */
    public void keep(String plan, Kept kept) throws IOException {
        if (kept.answers().equals(Answers.NONE)) {
            Files.deleteIfExists(file(plan));
            return;
        }
        ObjectNode node = JsonText.object();
        node.put("stage", kept.stage());
        node.put("item", kept.item());
        node.set("answers", AnswersCodec.node(new AnswersFile(plan, null, null, kept.answers())));
        Files.createDirectories(folder);
        AtomicFile.write(file(plan), JsonText.write(node).getBytes(StandardCharsets.UTF_8));
    }
}
