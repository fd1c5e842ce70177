package app.steelyard.cli.written;

import app.steelyard.cli.terminal.ExitCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * Lets writing fail: no room on the disk, a folder where a file is to be, a folder that is gone. Each command then says so with
 * the exit code of bad input unless it can do without, what was there is as it was, and nothing is left behind. By hand:
 * {@code java … app.steelyard.cli.written.WriteFaults}.
 */
public final class WriteFaults {
    private final Path home;
    private final List<String> wrong = new ArrayList<>();
    private int tried;

    public WriteFaults(Path home) {
        this.home = home;
    }

    /** Faults of {@code commands}, a line each; empty where there are none. */
    List<String> run(List<WritingCommand> commands) throws IOException, InterruptedException {
        for (WritingCommand command : commands) {
            Room before = Room.made(home.resolve(command.name() + ".before"));
            for (List<String> earlier : command.before()) {
                before.ran(List.of(), earlier);
            }
            Room after = before.copied(home.resolve(command.name() + ".after"));
            Room.Ran ran = after.ran(List.of(), command.arguments());
            if (ran.code() != ExitCodes.DONE) {
                throw new IllegalStateException(command.name() + ": " + ran.said());
            }
            full(command, before);
            for (String file : written(before, after)) {
                inTheWay(command, before, after, file);
            }
        }
        return List.copyOf(wrong);
    }

    int tried() {
        return tried;
    }

    /** What the command makes anew or changes. */
    private static List<String> written(Room before, Room after) throws IOException {
        Map<String, Path> old = before.files();
        List<String> changed = new ArrayList<>();
        for (Map.Entry<String, Path> file : after.files().entrySet()) {
            Path was = old.get(file.getKey());
            if (was == null || Files.mismatch(was, file.getValue()) >= 0) {
                changed.add(file.getKey());
            }
        }
        return changed;
    }

    /** No file may grow, as on a disk without room; the shell's limit leaves pipes and what is read alone. */
    private void full(WritingCommand command, Room before) throws IOException, InterruptedException {
        Room room = before.copied(home.resolve(command.name() + ".full"));
        look(
                command.name() + " on a full disk",
                room,
                before,
                before,
                room.ran(List.of("sh", "-c", "trap '' XFSZ; ulimit -f 0; exec \"$@\"", "sh"), command.arguments()));
    }

    /** A folder that is not empty stands where the file is to be. */
    private void inTheWay(WritingCommand command, Room before, Room after, String file)
            throws IOException, InterruptedException {
        if (Files.exists(before.root().resolve(file))) {
            // What is there already is not only written but read; that is another matter.
            return;
        }
        Room room = before.copied(home.resolve(command.name() + ".way" + tried));
        Files.createDirectories(room.root().resolve(file).resolve("inside"));
        look(
                command.name() + ", a folder in place of " + file,
                room,
                before,
                after,
                room.ran(List.of(), command.arguments()));
    }

    /** @param after what of several files may have been written before the fault */
    private void look(String name, Room room, Room before, Room after, Room.Ran ran) throws IOException {
        tried++;
        String said = ran.said();
        boolean done = ran.code() == ExitCodes.DONE;
        if (!done && ran.code() != ExitCodes.BAD_INPUT) {
            wrong.add(name + ": ends with " + ran.code() + ": " + said);
        }
        if (said.isBlank() || said.contains("Exception") || said.contains("\tat ")) {
            wrong.add(name + ": says " + said);
        }
        Map<String, Path> old = before.files();
        Map<String, Path> meant = after.files();
        Map<String, Path> now = room.files();
        if (done) {
            // What needs no room, or finds another place, may well be done.
            return;
        }
        for (Map.Entry<String, Path> file : old.entrySet()) {
            Path is = now.get(file.getKey());
            boolean written = is != null && CommandKills.whole(is, file.getValue(), meant.get(file.getKey()));
            if (is == null || Files.mismatch(file.getValue(), is) >= 0 && !written) {
                wrong.add(name + ": " + file.getKey() + " is not what it was");
            }
        }
        TreeSet<String> left = new TreeSet<>(now.keySet());
        left.removeAll(old.keySet());
        left.removeAll(meant.keySet());
        // What the database's driver could not unpack, the next start takes away.
        left.removeIf(l -> l.startsWith("tmp/libduckdb_java"));
        left.forEach(l -> wrong.add(name + ": " + l + " is left behind"));
    }

    /** Parts of the names of commands; all where none is said. */
    public static void main(String[] arguments) throws Exception {
        List<String> names = Arrays.asList(arguments);
        List<WritingCommand> commands = WritingCommand.ALL.stream()
                .filter(c -> names.isEmpty() || names.stream().anyMatch(c.name()::contains))
                .toList();
        WriteFaults faults = new WriteFaults(Files.createTempDirectory("write-faults"));
        List<String> wrong = faults.run(commands);
        System.out.printf(
                Locale.ROOT, "%d faults in %d commands: %d wrong%n", faults.tried(), commands.size(), wrong.size());
        wrong.forEach(System.out::println);
    }
}
