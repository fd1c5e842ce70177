package app.steelyard.document;

import app.steelyard.files.AtomicFile;
import app.steelyard.json.JsonReader;
import app.steelyard.plan.Plan;
import app.steelyard.text.Refusal;
import app.steelyard.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A plan as it stands in a file.
 *
 * @param content digest of the file's bytes, to notice when someone else changes them
 */
public record PlanFile(Path path, Plan plan, String content) {
    /** The ending of plan files, with its dot. */
    public static final String ENDING = ".steelyard";

    private static final Texts TEXTS = Texts.of(PlanFile.class);

    /**
     * Reads the file.
     *
     * @throws Refusal with everything that is wrong with it
     */
    public static PlanFile open(Path path) {
        byte[] bytes = JsonReader.bytes(path).orRefuse();
        return new PlanFile(path, PlanCodec.read(bytes, path.toString()), digest(bytes));
    }

    /**
     * Writes the plan whole or not at all.
     *
     * @param expected the file as last read or saved, so as not to overwrite another's change; null to overwrite
     *     whatever is there
     * @throws PlanChangedException if the file is no longer as expected; nothing was written
     * @throws Refusal if it cannot be written; what was there is unchanged
     */
    public static PlanFile save(Path path, Plan plan, @Nullable PlanFile expected) {
        byte[] bytes = PlanCodec.write(plan).getBytes(StandardCharsets.UTF_8);
        try {
            if (expected != null
                    && Files.exists(path)
                    && !expected.content().equals(digest(Files.readAllBytes(path)))) {
                throw new PlanChangedException(path.toString(), TEXTS.get("file.changed"));
            }
            AtomicFile.write(path, bytes);
        } catch (IOException e) {
            throw new Refusal(path.toString(), TEXTS.get("file.unwritable", AtomicFile.why(e)));
        }
        return new PlanFile(path, plan, digest(bytes));
    }

    /** The digest that a file of this text would have. */
    public static String digest(String text) {
        return digest(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The digest by which the content of a file is known again. */
    public static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
