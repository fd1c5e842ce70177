package app.steelyard.usage;

import app.steelyard.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads usage exports of every format there is, recognised by what they hold and not by their names. */
public final class UsageImporter {
    private static final List<UsageFormat> FORMATS = List.of(new OpenAiUsageJson(), new OpenAiUsageCsv());
    private static final Texts TEXTS = Texts.of(UsageImporter.class);

    private UsageImporter() {}

    /**
     * Reads the files one after the other as a stream. Whatever is wrong with one is said in the result; nothing is
     * thrown.
     */
    public static UsageImport read(List<Path> files) {
        UsageLedger ledger = new UsageLedger();
        for (Path file : files) {
            read(file, ledger);
        }
        return ledger.result();
    }

    private static void read(Path path, UsageLedger ledger) {
        Path last = path.getFileName();
        String file = last == null ? path.toString() : last.toString();
        if (!Files.isRegularFile(path)) {
            refuse(file, Files.isDirectory(path) ? "file.folder" : "file.missing", ledger);
            return;
        }
        try (Content content = Content.open(path)) {
            String head = content.head();
            Optional<UsageFormat> format =
                    FORMATS.stream().filter(f -> f.recognises(head)).findFirst();
            if (format.isPresent()) {
                read(format.get(), content, file, ledger);
            } else {
                refuse(file, reason(head), ledger);
            }
        } catch (IOException | SecurityException e) {
            refuse(file, "file.unreadable", ledger);
        }
    }

    private static void read(UsageFormat format, Content content, String file, UsageLedger ledger) {
        FileRows rows = new FileRows(file, format.vendor(), TEXTS.get("format.none"), ledger);
        try {
            format.read(content, rows);
        } catch (IOException e) {
            rows.find(Finding.Severity.ERROR, "file.stopped");
        }
        if (content.invalid() > 0) {
            rows.find(Finding.Severity.WARNING, "file.encoding", content.invalid());
        }
        rows.close();
    }

    private static String reason(String head) {
        if (head.isBlank()) {
            return "file.empty";
        }
        if (head.indexOf('\0') >= 0
                || head.chars().filter(c -> c == Content.INVALID).count() > head.length() / 20) {
            return "file.binary";
        }
        String text = head.stripLeading();
        return text.startsWith("{") || text.startsWith("[") ? "file.json" : "file.unknown";
    }

    private static void refuse(String file, String key, UsageLedger ledger) {
        FileRows rows = new FileRows(file, "", TEXTS.get("format.none"), ledger);
        rows.find(Finding.Severity.ERROR, key);
        rows.close();
    }
}
