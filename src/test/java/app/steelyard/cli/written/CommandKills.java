package app.steelyard.cli.written;

import app.steelyard.cli.terminal.ExitCodes;
import app.steelyard.usage.ledger.Ledger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * Kills commands that write at random moments: each file is then the old one or the new one, whole, and the next start of the
 * same command leaves nothing behind. By hand: {@code java … app.steelyard.cli.written.CommandKills 500}.
 */
public final class CommandKills {
    /** A kill falls between these shares of the time that the whole command takes, as it writes late. */
    private static final double FROM = 0.3;

    private static final double TO = 1.1;

    private final Path home;
    private final Random random;
    private final List<String> wrong = new ArrayList<>();
    private int alive;
    private int changed;

    /**
     * What came of it.
     *
     * @param alive how many were killed before they ended
     * @param changed after how many kills something new stood there
     * @param wrong what should not have happened, a line each
     */
    public record Outcome(int alive, int changed, List<String> wrong) {}

    /** A command, what is there before it, after it and after the same once more, and how long it takes. */
    private record Known(WritingCommand command, Room before, Room after, Room again, long nanos) {}

    public CommandKills(Path home, long seed) {
        this.home = home;
        random = new Random(seed);
    }

    /** Kills so many times, each of {@code commands} as often as the others. */
    Outcome run(List<WritingCommand> commands, int kills) throws IOException, InterruptedException {
        List<Known> known = new ArrayList<>();
        for (WritingCommand command : commands) {
            known.add(know(command));
        }
        for (int i = 0; i < kills; i++) {
            kill(known.get(i % known.size()), home.resolve("kill" + i));
        }
        return new Outcome(alive, changed, List.copyOf(wrong));
    }

    private Known know(WritingCommand command) throws IOException, InterruptedException {
        Room before = Room.made(home.resolve(command.name() + ".before"));
        for (List<String> earlier : command.before()) {
            done(before, earlier);
        }
        Room after = before.copied(home.resolve(command.name() + ".after"));
        long began = System.nanoTime();
        done(after, command.arguments());
        long nanos = System.nanoTime() - began;
        Room again = after.copied(home.resolve(command.name() + ".again"));
        again.ran(List.of(), command.arguments());
        return new Known(command, before, after, again, nanos);
    }

    private static void done(Room room, List<String> arguments) throws IOException, InterruptedException {
        Room.Ran ran = room.ran(List.of(), arguments);
        if (ran.code() != ExitCodes.DONE) {
            throw new IllegalStateException(arguments + ": " + ran.said());
        }
    }

    private void kill(Known known, Path at) throws IOException, InterruptedException {
        Room room = known.before.copied(at);
        Process process = room.start(List.of(), known.command.arguments());
        long pause = (long) (known.nanos * (FROM + (TO - FROM) * random.nextDouble()));
        boolean ended = process.waitFor(pause, TimeUnit.NANOSECONDS);
        process.destroyForcibly().waitFor();
        alive += ended ? 0 : 1;
        String name = known.command.name() + " " + at.getFileName();
        changed += look(name, known, room) ? 1 : 0;
        age(room);
        Room.Ran next = room.ran(List.of(), known.command.arguments());
        // What is done already may be refused the second time.
        if (next.code() != ExitCodes.DONE && next.code() != ExitCodes.BAD_INPUT) {
            wrong.add(name + ": the next start ends with " + next.code() + ": " + next.said());
        }
        look(name + ", next start", known, room);
        TreeSet<String> left = new TreeSet<>(room.files().keySet());
        left.removeAll(known.after.files().keySet());
        left.forEach(l -> wrong.add(name + ": " + l + " is left behind"));
        if (wrong.isEmpty()) {
            delete(room);
        }
    }

    /** The driver's library is nobody's only a while after it was unpacked. */
    private static void age(Room room) throws IOException {
        FileTime hourAgo = FileTime.from(Instant.now().minus(Duration.ofHours(1)));
        for (Path file : room.files().values()) {
            Files.setLastModifiedTime(file, hourAgo);
        }
    }

    /** Each file that was there before, or is to be, has to be one of both. Tells whether one of them is not the old one. */
    private boolean look(String name, Known known, Room room) throws IOException {
        Map<String, Path> before = known.before.files();
        Map<String, Path> after = known.after.files();
        Map<String, Path> again = known.again.files();
        Map<String, Path> now = room.files();
        TreeMap<String, Path> all = new TreeMap<>(before);
        all.putAll(after);
        boolean other = false;
        for (String file : all.keySet()) {
            Path old = before.get(file);
            Path is = now.get(file);
            if (is == null) {
                if (old != null && after.containsKey(file)) {
                    wrong.add(name + ": " + file + " is gone");
                }
                continue;
            }
            if (old != null && same(is, old)) {
                continue;
            }
            other = true;
            Path twice = again.get(file);
            if (!whole(is, old, after.get(file)) && (twice == null || !whole(is, old, twice))) {
                wrong.add(name + ": " + file + " is neither the old nor the new one");
            }
        }
        return other;
    }

    private static boolean same(Path one, Path other) throws IOException {
        return Files.mismatch(one, other) < 0;
    }

    /** @param before null where there was none, {@code after} null where there will be none */
    static boolean whole(Path is, @Nullable Path before, @Nullable Path after) throws IOException {
        String name = is.toString();
        if (after == null) {
            return false;
        }
        if (name.endsWith(".pdf")) {
            return pages(is) == pages(after);
        }
        if (name.endsWith(".ledger")) {
            List<Long> requests = new ArrayList<>(List.of(0L, requests(after)));
            if (before != null) {
                requests.add(requests(before));
            }
            return requests.contains(requests(is));
        }
        return same(is, after);
    }

    private static int pages(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return document.getNumberOfPages();
        }
    }

    /** Of a copy, so that what the killed program left beside it is left to the next start. */
    private static long requests(Path ledger) throws IOException {
        Path copy = Files.createTempDirectory("ledger").resolve("copy.ledger");
        for (String end : List.of("", ".wal")) {
            Path part = Path.of(ledger + end);
            if (Files.exists(part)) {
                Files.copy(part, Path.of(copy + end));
            }
        }
        try (Ledger opened = Ledger.open(copy)) {
            return opened.view().usage().stream()
                    .mapToLong(u -> u.totals().output())
                    .sum();
        } finally {
            deleteAll(Objects.requireNonNull(copy.getParent()));
        }
    }

    private static void delete(Room room) throws IOException {
        deleteAll(room.root());
    }

    private static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** How many kills, and parts of the names of commands; all where none is said. */
    public static void main(String[] arguments) throws Exception {
        List<String> names = Arrays.asList(arguments).subList(1, arguments.length);
        List<WritingCommand> commands = WritingCommand.ALL.stream()
                .filter(c -> names.isEmpty() || names.stream().anyMatch(c.name()::contains))
                .toList();
        Outcome outcome = new CommandKills(Files.createTempDirectory("command-kills"), 1)
                .run(commands, Integer.parseInt(arguments[0]));
        System.out.printf(
                Locale.ROOT,
                "%s kills of %d commands: %d before the end, %d left something new, %d faults%n",
                arguments[0],
                commands.size(),
                outcome.alive(),
                outcome.changed(),
                outcome.wrong().size());
        outcome.wrong().forEach(System.out::println);
    }
}
