package app.steelyard.document;

import app.steelyard.decision.answers.Answers;
import app.steelyard.json.JsonReader;
import app.steelyard.json.JsonText;
import app.steelyard.json.JsonValue;
import app.steelyard.plan.Plan;
import app.steelyard.text.Refusal;
import app.steelyard.text.Texts;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A plan that was being worked on, as it is kept for when the program ends before it is saved: what its file would hold, and
 * the answers about it. A prompt that its sizes were counted in is in neither.
 *
 * @param at when it was kept
 * @param edit the name of the last edit; empty for none
 * @param saved where the plan is saved; null for nowhere
 */
public record JournalEntry(
        Instant at,
        String edit,
        Plan plan,
        Answers answers,
        @Nullable SavedAs saved) {
    private static final Texts TEXTS = Texts.of(JournalEntry.class);
    /** The program's own name for the plan beside the answers: they are kept together. */
    private static final String THIS = "this";

    /**
     * The file that a plan was opened from or saved to last.
     *
     * @param content digest of its bytes then; see {@link PlanFile}
     */
    public record SavedAs(Path path, String content) {}

    /** As bytes: a line with the digest of the rest, which is JSON. A part of it is known to be none. */
    public byte[] write() {
        ObjectNode root = JsonText.object();
        root.put("at", at.toString());
        root.put("edit", edit);
        if (saved != null) {
            root.put("file", saved.path().toString());
            root.put("content", saved.content());
        }
        if (!answers.equals(Answers.NONE)) {
            root.set("answers", AnswersCodec.node(new AnswersFile(THIS, null, null, answers)));
        }
        root.set("plan", PlanCodec.node(plan));
        String text = JsonText.write(root);
        return (PlanFile.digest(text) + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param file as problems are to name it
     * @throws Refusal if it is damaged, or of a newer Steelyard
     */
    public static JournalEntry read(byte[] content, String file) {
        int line = 0;
        while (line < content.length && content[line] != '\n') {
            line++;
        }
        byte[] rest = Arrays.copyOfRange(content, Math.min(line + 1, content.length), content.length);
        if (!PlanFile.digest(rest).equals(new String(content, 0, line, StandardCharsets.UTF_8))) {
            throw new Refusal(file, TEXTS.get("journal.damaged"));
        }
        return JsonReader.read(file, rest, JournalEntry::entry).orRefuse();
    }

    private static @Nullable JournalEntry entry(JsonValue root) {
        Instant at = root.member("at").map(JournalEntry::instant).orElse(Instant.EPOCH);
        String edit = root.member("edit").map(JsonValue::text).orElse("");
        Path path = root.optional("file").map(JournalEntry::path).orElse(null);
        String content = root.optional("content").map(JsonValue::text).orElse("");
        Answers answers = root.optional("answers")
                .map(a -> a.<AnswersFile>object(AnswersCodec::file))
                .map(AnswersFile::answers)
                .orElse(Answers.NONE);
        Plan plan = root.member("plan")
                .filter(JsonValue::isObject)
                .map(PlanCodec::plan)
                .orElse(null);
        root.done();
        return plan == null
                ? null
                : new JournalEntry(at, edit, plan, answers, path == null ? null : new SavedAs(path, content));
    }

    private static Instant instant(JsonValue at) {
        try {
            return Instant.parse(at.text());
        } catch (DateTimeException e) {
            at.refuse(TEXTS.get("journal.damaged"));
            return Instant.EPOCH;
        }
    }

    private static @Nullable Path path(JsonValue file) {
        try {
            return Path.of(file.filled());
        } catch (InvalidPathException e) {
            file.refuse(TEXTS.get("settings.path", file.text()));
            return null;
        }
    }
}
