package app.steelyard.usage.store;

import app.steelyard.text.Refusal;
import app.steelyard.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The ledger cannot be opened, read or written; the message says why and what to do. */
public final class LedgerException extends Refusal {
    private static final long serialVersionUID = 1;
    private static final Texts TEXTS = Texts.of(LedgerException.class);
    private static final Pattern HOLDER = Pattern.compile("\\(PID (\\d+)\\)");
    /** What a file of the database has after its first eight bytes. */
    private static final byte[] MARK = "DUCK".getBytes(StandardCharsets.US_ASCII);

    private static final int MARK_AT = 8;

    public LedgerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Why the ledger in {@code file} could not be opened, in the words of a person who wants to use it. */
    static LedgerException opening(@Nullable Path file, Exception cause) {
        String said = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        String words = said.toLowerCase(Locale.ROOT);
        Path shown = file == null ? Path.of("") : file;
        if (words.contains("lock") || words.contains("used by another process")) {
            Matcher holder = HOLDER.matcher(said);
            return new LedgerException(
                    holder.find()
                            ? TEXTS.get("ledger.locked.by", shown, holder.group(1))
                            : TEXTS.get("ledger.locked", shown),
                    cause);
        }
        if (file != null && Files.isDirectory(file)) {
            return new LedgerException(TEXTS.get("ledger.folder", shown), cause);
        }
        Path folder = shown.toAbsolutePath().getParent();
        if (file != null && folder != null && !Files.isDirectory(folder)) {
            return new LedgerException(TEXTS.get("ledger.nowhere", shown), cause);
        }
        return words.contains("not a valid")
                ? new LedgerException(TEXTS.get("ledger.other", shown), cause)
                : new LedgerException(TEXTS.get("ledger.open", shown, said), cause);
    }

    /** Whether the database failed as a sum was more than it can hold. */
    public static boolean isTooLarge(Exception e) {
        Throwable cause = e instanceof LedgerException && e.getCause() != null ? e.getCause() : e;
        String words = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        return cause instanceof SQLException && (words.contains("out of range") || words.contains("overflow"));
    }

    /** Whether a file could not be read, rather than that there is no room on the disk or in the memory. */
    public static boolean isOfFile(Exception e) {
        Throwable cause = e instanceof LedgerException && e.getCause() != null ? e.getCause() : e;
        String words = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        return Stream.of("no space left", "out of memory", "failed to allocate", "could not write", "fatal error")
                .noneMatch(words::contains);
    }

    /**
     * Refuses a file that is there and is no database. The database itself would take a table for one that it may look
     * into, and keep nothing.
     */
    public static void unlessLedger(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            return;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(MARK_AT + MARK.length);
            if (start.length < MARK_AT + MARK.length
                    || !Arrays.equals(start, MARK_AT, start.length, MARK, 0, MARK.length)) {
                throw new LedgerException(TEXTS.get("ledger.other", file), null);
            }
        } catch (IOException e) {
            throw opening(file, e);
        }
    }
}
