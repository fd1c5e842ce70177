package app.steelyard.document;

import app.steelyard.files.AtomicFile;
import app.steelyard.files.ConfigFolder;
import app.steelyard.json.JsonReader;
import app.steelyard.json.JsonReading;
import app.steelyard.json.JsonText;
import app.steelyard.json.JsonValue;
import app.steelyard.plan.Contract;
import app.steelyard.plan.check.ContractValidator;
import app.steelyard.text.Problem;
import app.steelyard.text.Refusal;
import app.steelyard.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What is agreed with vendors for all plans: a file beside the settings, in the words of a plan's contract. */
public record AgreedFile(Path path) {
    private static final Texts TEXTS = Texts.of(AgreedFile.class);

    /**
     * What the file says.
     *
     * @param contract nothing where the file is not there or cannot be read
     * @param problems what is wrong with the file
     */
    public record Read(Contract contract, List<Problem> problems) {}

    /** That of this user. */
    public static AgreedFile standard() {
        return new AgreedFile(ConfigFolder.standard().resolve("agreed.json"));
    }

    public Read read() {
        if (!Files.isRegularFile(path)) {
            return new Read(Contract.NONE, List.of());
        }
        JsonReading<Contract> reading = JsonReader.<Contract>read(path, AgreedFile::contract);
        Contract contract = reading.value();
        return new Read(
                contract == null || !reading.problems().isEmpty() ? Contract.NONE : contract, reading.problems());
    }

    private static @Nullable Contract contract(JsonValue root) {
        Contract contract = (Contract) RecordReader.record(Contract.class, PlanCodec.agreed(root));
        if (contract != null) {
            // A plan's contract stands under a key of its own.
            ContractValidator.validate(contract)
                    .forEach(p -> root.refuse(
                            "/" + p.pointer().replaceFirst("contract.", "").replace('.', '/'), p.reason()));
        }
        return contract;
    }

    /** @throws Refusal if it cannot be written; what was there is unchanged */
    public void write(Contract contract) {
        ObjectNode node = JsonText.object();
        RecordWriter.write(contract, node);
        PlanCodec.leaveOutUnagreed(node);
        try {
            Path folder = path.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            AtomicFile.write(path, JsonText.write(node).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new Refusal(path.toString(), TEXTS.get("file.unwritable", AtomicFile.why(e)));
        }
    }
}
