package app.steelyard.report;

import app.steelyard.files.AtomicFile;
import app.steelyard.text.Refusal;
import app.steelyard.text.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Writes a report where the user wants it, or says why that is not possible and what to do. */
public final class ReportFile {
    private static final Texts TEXTS = Texts.of(ReportFile.class);

    private ReportFile() {}

    /** What puts the content into the file. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** @throws Refusal if the file cannot be written; what stood there before is then still there */
    public static void write(Path target, Content content) {
        try {
            if (Files.isDirectory(target)) {
                throw new Refusal(TEXTS.get("write.folder", target));
            }
            Path folder = target.toAbsolutePath().getParent();
            if (folder == null || !Files.isDirectory(folder)) {
                throw new NoSuchFileException(String.valueOf(folder));
            }
            if (Files.exists(target) && !Files.isWritable(target)) {
                throw new AccessDeniedException(target.toString());
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            content.writeTo(bytes);
            AtomicFile.write(target, bytes.toByteArray());
        } catch (AccessDeniedException e) {
            throw new Refusal(TEXTS.get("write.denied", target), e);
        } catch (NoSuchFileException e) {
            throw new Refusal(TEXTS.get("write.noFolder", target), e);
        } catch (IOException e) {
            throw new Refusal(TEXTS.get("write.failed", target, AtomicFile.why(e)), e);
        }
    }
}
