package app.steelyard.ui.decide;

import app.steelyard.app.decide.WizardPage;
import app.steelyard.app.decide.WizardPage.Stage;
import app.steelyard.decision.answers.Answers;
import app.steelyard.decision.answers.AnswersCodec;
import app.steelyard.decision.answers.AnswersException;
import app.steelyard.decision.answers.AnswersFile;
import app.steelyard.files.AtomicFile;
import app.steelyard.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Answers and the open page, kept until their plan is opened again: a file a plan, in the program's own folder. */
final class Memory {
    private static final Texts TEXTS = Texts.of(Memory.class);
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** What is kept of one plan. */
    record Kept(Answers answers, WizardPage page) {}

    private final Path folder;

    /** @param folder need not exist */
    Memory(Path folder) {
        this.folder = folder;
    }

    private Path file(String plan) {
        return folder.resolve(UUID.nameUUIDFromBytes(plan.getBytes(StandardCharsets.UTF_8)) + ".json");
    }

    /**
     * What was kept of a plan, if anything was.
     *
     * @param plan what the plan is known by
     * @throws IOException if that cannot be read; it was set aside, and the message says where
     */
    Optional<Kept> recall(String plan) throws IOException {
        Path file = file(plan);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode kept = MAPPER.readTree(Files.readString(file));
            WizardPage page = new WizardPage(
                    Stage.valueOf(kept.path("stage").asString("")),
                    kept.path("item").asString(""));
            AnswersFile answers = AnswersCodec.read(kept.path("answers").toString(), file.toString());
            return Optional.of(new Kept(answers.answers(), page));
        } catch (IOException | JacksonException | AnswersException | IllegalArgumentException e) {
            Path aside = file.resolveSibling(file.getFileName() + ".damaged");
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            throw new IOException(TEXTS.get("kept.damaged", aside), e);
        }
    }

    /** Keeps this in place of what was kept of the plan before; nothing, where nothing is answered. */
    void keep(String plan, Kept kept) throws IOException {
        if (kept.answers().equals(Answers.NONE)) {
            Files.deleteIfExists(file(plan));
            return;
        }
        ObjectNode node = MAPPER.createObjectNode();
        node.put("stage", kept.page().stage().name());
        node.put("item", kept.page().item());
        node.set("answers", MAPPER.readTree(AnswersCodec.write(new AnswersFile(plan, null, null, kept.answers()))));
        Files.createDirectories(folder);
        AtomicFile.write(file(plan), MAPPER.writeValueAsBytes(node));
    }
}
