package app.steelyard.fuzz;

import app.steelyard.document.AnswersCodec;
import app.steelyard.document.JournalEntry;
import app.steelyard.document.LogMappingCodec;
import app.steelyard.document.OpenedAnswers;
import app.steelyard.document.PlanCodec;
import app.steelyard.document.PlanFile;
import app.steelyard.document.Settings;
import app.steelyard.json.JsonReader;
import app.steelyard.json.JsonReading;
import app.steelyard.json.JsonValue;
import app.steelyard.plan.Plan;
import app.steelyard.text.Problem;
import app.steelyard.text.Refusal;
import app.steelyard.tokens.PromptFile;
import app.steelyard.usage.log.LogMapping;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Files that Steelyard itself writes, or that say how something is read. What was read is written and read again. */
final class OwnFiles {
    private OwnFiles() {}

    static void json(byte[] input) {
        JsonReading<String> reading = JsonReader.read("a", input, OwnFiles::walk);
        refused(reading.problems());
        Expect.that((reading.value() == null) == !reading.problems().isEmpty(), () -> "neither a value nor a problem");
    }

    /** Asks each value for each type. */
    private static String walk(JsonValue value) {
        value.text();
        value.number();
        value.optional("a").ifPresent(JsonValue::filled);
        value.list(OwnFiles::walk);
        for (String key : List.of("a", "b", "day", "n")) {
            value.optional(key).ifPresent(OwnFiles::walk);
        }
        return "";
    }

    private static void refused(List<Problem> problems) {
        problems.forEach(p -> Expect.said(p.reason()));
    }

    private static void refused(Refusal e) {
        Expect.that(!e.problems().isEmpty(), () -> "a refusal without a problem");
        refused(e.problems());
    }

    static void plan(byte[] input) {
        try {
            Plan plan = PlanCodec.read(input, "a");
            Expect.same(plan, PlanCodec.read(PlanCodec.write(plan), "a"));
        } catch (Refusal e) {
            refused(e);
        }
    }

    static void answers(byte[] input) {
        try {
            OpenedAnswers answers = OpenedAnswers.read(input, "a");
            String written = AnswersCodec.write(answers.answers());
            Expect.same(
                    answers.answers(),
                    OpenedAnswers.read(written.getBytes(StandardCharsets.UTF_8), "a")
                            .answers());
        } catch (Refusal e) {
            refused(e);
        }
    }

    /** Whole, and with a digest put before it that holds. */
    static void journal(byte[] input) {
        byte[] digest = (PlanFile.digest(input) + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] whole = new byte[digest.length + input.length];
        System.arraycopy(digest, 0, whole, 0, digest.length);
        System.arraycopy(input, 0, whole, digest.length, input.length);
        for (byte[] content : List.of(input, whole)) {
            try {
                JournalEntry entry = JournalEntry.read(content, "a");
                Expect.same(entry, JournalEntry.read(entry.write(), "a"));
            } catch (Refusal e) {
                refused(e);
            }
        }
    }

    static void mapping(byte[] input) throws IOException {
        try {
            LogMapping mapping = LogMappingCodec.open(GivenFile.of("mapping.json", input));
            byte[] written = LogMappingCodec.write(mapping).getBytes(StandardCharsets.UTF_8);
            Expect.same(mapping, LogMappingCodec.open(GivenFile.of("mapping.json", written)));
        } catch (Refusal e) {
            refused(e);
        }
    }

    static void settings(byte[] input) throws IOException {
        refused(new Settings(GivenFile.of("settings.json", input)).problems());
        Settings.glance(GivenFile.of("settings.json", input));
        Settings.language(GivenFile.of("settings.json", input));
    }

    static void prompt(byte[] input) throws IOException {
        for (String name : List.of("prompt.md", "prompt.json")) {
            try {
                PromptFile file = PromptFile.read(GivenFile.of(name, input));
                Expect.that(!file.sections().isEmpty(), () -> "a prompt without a part");
                if (file.form() == PromptFile.Form.TEXT) {
                    int parts = file.sections().stream()
                            .flatMap(s -> s.pieces().stream())
                            .mapToInt(String::length)
                            .sum();
                    Expect.same(file.blocks().getFirst().length(), parts);
                }
            } catch (Refusal e) {
                refused(e);
            }
        }
    }
}
