package app.steelyard.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Mutation;
import app.steelyard.Seeded;
import app.steelyard.plan.WhatIf;
import app.steelyard.pricing.profile.Good;
import app.steelyard.pricing.profile.ProfileReader;
import app.steelyard.text.Problem;
import app.steelyard.text.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every kind of fault in every kind of file that is ours: each is told with file, line, column and pointer. */
class FaultsTest {
    @TempDir
    static Path folder;

    @FunctionalInterface
    interface Opening {
        List<Problem> problems(Path file) throws IOException;
    }

    /**
     * A kind of file.
     *
     * @param good the text of one that is in order
     * @param member a member of it, on a line of its own
     * @param key of that member
     * @param other a value of a type that the member cannot have
     */
    record Kind(String name, String good, String member, String key, String other, Opening opening) {
        @Override
        public String toString() {
            return name;
        }

        List<Problem> problems(byte[] content) {
            try {
                return opening.problems(Files.write(folder.resolve(name), content));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        List<Problem> problems(String text) {
            return problems(text.getBytes(StandardCharsets.UTF_8));
        }

        /** Counted from 1. */
        int line() {
            return good.substring(0, good.indexOf(member)).split("\n", -1).length;
        }

        int column() {
            int at = good.indexOf(member);
            return at - good.lastIndexOf('\n', at);
        }
    }

    @FunctionalInterface
    interface Read {
        Object read();
    }

    private static List<Problem> refused(Read read) {
        try {
            read.read();
            return List.of();
        } catch (Refusal e) {
            return e.problems();
        }
    }

    static final List<Kind> KINDS = List.of(
            new Kind(
                    "plan.steelyard",
                    PlanCodec.write(Samples.plan("caching").orElseThrow().withWhatIf(WhatIf.NOTHING)),
                    "\"today\": \"uncached\"",
                    "today",
                    "7",
                    file -> refused(() -> PlanFile.open(file))),
            new Kind(
                    "own.json",
                    Good.text(),
                    "\"name\": \"Acme\"",
                    "name",
                    "7",
                    file -> ProfileReader.read(file).problems()),
            new Kind(
                    "some.answers.json",
                    AnswersCodec.write(SampleAnswers.of("support-bot").orElseThrow()),
                    "\"plan\": \"sample:support-bot\"",
                    "plan",
                    "7",
                    file -> refused(() -> OpenedAnswers.open(file))),
            new Kind(
                    "log.mapping.json",
                    "{\n  \"format\": 1,\n  \"columns\": {\"time\": \"t\", \"input\": \"i\", \"output\": \"o\"},\n"
                            + "  \"vendor\": \"openai\"\n}\n",
                    "\"vendor\": \"openai\"",
                    "vendor",
                    "7",
                    file -> refused(() -> LogMappingCodec.open(file))),
            new Kind(
                    "settings.json",
                    "{\n  \"theme\": \"DARK\",\n  \"recent\": []\n}\n",
                    "\"theme\": \"DARK\"",
                    "theme",
                    "7",
                    file -> new Settings(file).problems()));

    /** What stands in the member's place, and what is said at the place of {@code at} in it. */
    record Fault(String what, String instead, String at, String pointer, String reason) {
        @Override
        public String toString() {
            return what;
        }
    }

    static final List<Fault> FAULTS = List.of(
            new Fault("unknown key", "%2$s, \"colour\": 1", "1", "/colour", "The key 'colour' is not known here"),
            new Fault("key twice", "%2$s, %2$s", "\"%1$s", "/%1$s", "The key '%1$s' stands twice"),
            new Fault("wrong type", "\"%1$s\": %3$s", "%3$s", "/%1$s", "A text in quotes is expected here"),
            new Fault("list", "\"%1$s\": [1]", "[", "/%1$s", "A text in quotes is expected here, not a list"),
            new Fault("null", "\"%1$s\": null", "null", "/%1$s", "A text in quotes is expected here, not null"),
            new Fault("number too large", "\"%1$s\": 1e999999", "1e9", "/%1$s", "A text in quotes is expected here"),
            new Fault("endless exponent", "\"%1$s\": 1e99999999999", "1e9", "/%1$s", "A text in quotes is expected"),
            new Fault("no value", "\"%1$s\": maybe", "", "/%1$s", "this is not JSON: 'maybe' is no value"),
            new Fault("comment", "/* %1$s */", "", "", "this is not JSON"),
            new Fault("comma twice", "%2$s,,", "", "", "this is not JSON: ',' is not expected here"),
            new Fault("no quotes", "%1$s: 1", "", "", "this is not JSON"),
            new Fault("leading zero", "\"%1$s\": 07", "", "/%1$s", "a number is not written as JSON has it"),
            new Fault("long number", "\"%1$s\": " + "9".repeat(5000), "", "/%1$s", "too long"),
            new Fault("escape", "\"%1$s\": \"\\x\"", "", "/%1$s", "means nothing inside a text"),
            new Fault("nesting", "\"%1$s\": " + "[".repeat(100_000), "", "/%1$s/0/0/0", "deeper than 32 levels"));

    static final List<Object[]> EACH = KINDS.stream()
            .flatMap(k -> FAULTS.stream().map(f -> new Object[] {k, f}))
            .toList();

    @ParameterizedTest
    @FieldSource("EACH")
    void aFaultIsToldAtItsPlace(Kind kind, Fault fault) {
        String instead = fault.instead.formatted(kind.key, kind.member, kind.other);
        List<Problem> problems = kind.problems(kind.good.replace(kind.member, instead));
        String pointer = fault.pointer.formatted(kind.key);
        Problem told = problems.stream()
                .filter(p -> p.reason().contains(fault.reason.formatted(kind.key)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(problems.toString()));
        assertTrue(told.pointer().startsWith(pointer), told::toString);
        assertEquals(folder.resolve(kind.name).toString(), told.file());
        assertEquals(kind.line(), told.line(), told::toString);
        if (!fault.at.isEmpty()) {
            int at = instead.lastIndexOf(fault.at.formatted(kind.key, kind.member, kind.other));
            assertEquals(kind.column() + at, told.column(), told::toString);
            assertEquals(pointer, told.pointer());
            assertTrue(
                    told.toString().startsWith(told.file() + ":" + told.line() + ":" + told.column() + ": " + pointer));
        } else {
            assertTrue(told.column() >= kind.column(), told::toString);
        }
    }

    static final List<String> NOTHING = List.of("", " \n", "null", "[]", "7", "{} {}", "{}x", "\u0000", "{", "\uFEFF");

    @Test
    void whatHoldsNoObjectIsOneProblem() {
        for (Kind kind : KINDS) {
            for (String text : NOTHING) {
                List<Problem> problems = kind.problems(text);
                assertEquals(1, problems.size(), kind + " " + text + problems);
                assertTrue(problems.getFirst().line() > 0, problems::toString);
            }
        }
    }

    static final List<Kind> WHOLE = KINDS;

    @ParameterizedTest
    @FieldSource("WHOLE")
    void aByteOrderMarkIsPassedOverAndOtherEncodingsAreNot(Kind kind) throws IOException {
        assertEquals(List.of(), kind.problems(kind.good));
        assertEquals(List.of(), kind.problems("\uFEFF" + kind.good));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int at = kind.good.indexOf(kind.member) + 1;
        bytes.write(kind.good.substring(0, at).getBytes(StandardCharsets.UTF_8));
        bytes.write(0xE9);
        bytes.write(kind.good.substring(at).getBytes(StandardCharsets.UTF_8));
        Problem told = kind.problems(bytes.toByteArray()).getFirst();
        assertTrue(told.reason().contains("UTF-8"), told::toString);
        assertEquals(kind.line(), told.line());
        assertEquals(kind.column() + 1, told.column());
        assertFalse(kind.problems(kind.good.getBytes(StandardCharsets.UTF_16)).isEmpty());
    }

    /** However a file is damaged, it is read or refused with its places, and nothing else. */
    @ParameterizedTest
    @FieldSource("WHOLE")
    void anyDamageIsToldOf(Kind kind) {
        Seeded.forAll(Integer.getInteger("steelyard.mutations", 12) * 20, draw -> {
            for (Problem problem : kind.problems(Mutation.of(kind.good, draw))) {
                assertTrue(problem.line() > 0 && problem.column() > 0, problem::toString);
                assertFalse(problem.reason().contains("tools.jackson"), problem::toString);
            }
        });
    }

    @Test
    void whatCannotBeTakenFromTheDiskIsAProblemOfTheFile() {
        for (Kind kind : KINDS.subList(0, 4)) {
            for (Path path : Stream.of(folder, folder.resolve("none.json")).toList()) {
                try {
                    Problem told = kind.opening.problems(path).getFirst();
                    assertEquals(path.toString(), told.file());
                    assertTrue(told.toString().startsWith(path + ": T"), told::toString);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}
