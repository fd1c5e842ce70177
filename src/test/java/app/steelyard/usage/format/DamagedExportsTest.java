package app.steelyard.usage.format;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Mutation;
import app.steelyard.Seeded;
import app.steelyard.usage.figures.Imported;
import app.steelyard.usage.input.Content;
import app.steelyard.usage.input.Head;
import app.steelyard.usage.input.JsonRecords;
import app.steelyard.usage.input.Records;
import app.steelyard.usage.input.Tables;
import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.TimeSpan;
import app.steelyard.usage.row.Tokens;
import app.steelyard.usage.row.UsageFinding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** However an export is damaged, each of its rows is counted, left out or refused, and nothing is thrown. */
class DamagedExportsTest {
    /** Of each fixture; {@code -Dsteelyard.mutations=300} looks longer. */
    private static final int EACH = Integer.getInteger("steelyard.mutations", 12);

    /** The fixtures of a format lie in the folder of its name. */
    private record Fixture(Format format, Path file, String text) {}

    @Test
    void noReaderFailsAtAnyDamage() throws IOException {
        List<Fixture> fixtures = fixtures();
        assertTrue(fixtures.size() > 60, () -> String.valueOf(fixtures.size()));
        Seeded.forAll(EACH, draw -> {
            for (Fixture fixture : fixtures) {
                String damaged = Mutation.of(fixture.text, draw);
                try {
                    read(fixture.format, damaged);
                } catch (RuntimeException | StackOverflowError e) {
                    throw new AssertionError(fixture.file + ": " + e + "\n" + shown(damaged), e);
                }
            }
        });
    }

    private static String shown(String text) {
        return text.length() > 3000 ? text.substring(0, 3000) : text;
    }

    private static void read(Format format, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (Content content = Content.open(new ByteArrayInputStream(bytes))) {
            String start = content.head();
            Head head = new Head("a", start, Set.copyOf(Tables.columns(start)));
            Formats.of(head);
            Formats.nearly(head);
            assertTrue(!Formats.variant(format, head).isBlank());
            Sink sink = new Sink(format);
            switch (format) {
                case Format.OfTable table ->
                    Tables.read(content, told(table.opens().get(), sink));
                case Format.OfJson json ->
                    JsonRecords.read(content, told(json.opens().get(), sink));
            }
        }
    }

    private static <T> Records<T> told(Format.Reader<T> reader, Sink sink) {
        return new Records<>() {
            @Override
            public void record(long line, T record) {
                int before = sink.told;
                try {
                    reader.read(record, sink);
                } catch (RowProblem e) {
                    sink.reject(e.within(""), e.reason());
                }
                assertTrue(sink.told >= before);
            }

            @Override
            public void bad(long line, String pointer, String reason) {
                assertTrue(line > 0 && !reason.isBlank());
            }

            @Override
            public void trouble(String sentence) {
                assertTrue(!sentence.isBlank());
            }
        };
    }

    private static List<Fixture> fixtures() throws IOException {
        Path root = Objects.requireNonNull(
                Imported.fixture("focus", "1.0.csv").getParent().getParent());
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .flatMap(f -> Formats.byId(String.valueOf(f.getParent().getFileName())).stream()
                            .map(format -> new Fixture(format, f, text(f))))
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes what is told and looks whether it can be meant. */
    private static final class Sink implements RowSink {
        private final Format format;
        private int told;

        Sink(Format format) {
            this.format = format;
        }

        @Override
        public void accept(Entry entry) {
            told++;
            Tokens t = entry.tokens();
            Stream.of(t.uncached(), t.read(), t.write5m(), t.write1h(), t.write(), t.output())
                    .forEach(n -> assertTrue(n == null || n >= 0 || entry.cost() != null, () -> format.id() + " " + t));
        }

        @Override
        public void empty(TimeSpan bucket) {
            told++;
        }

        @Override
        public void leaveOut(String kind) {
            told++;
            assertTrue(!kind.isBlank());
        }

        @Override
        public void reject(String pointer, String reason) {
            told++;
            assertTrue(!reason.isBlank());
        }

        @Override
        public void note(Note note) {
            Objects.requireNonNull(note);
        }

        @Override
        public void say(UsageFinding finding) {
            assertTrue(!finding.text().isBlank());
        }

        @Override
        public void more(@Nullable Instant from) {
            // Nothing can be wrong with it.
        }
    }
}
