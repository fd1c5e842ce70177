package app.steelyard.cli.terminal;

import app.steelyard.text.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One file cannot be two things: what a command writes must not take the place of what it reads, nor of what else it writes. */
public final class Roles {
    private Roles() {}

    /**
     * @param read files that are read; those that are null are none
     * @param written files that are written, likewise
     * @throws Refusal naming both where a written one is any other; nothing has been written then
     */
    public static void apart(List<@Nullable Path> read, List<@Nullable Path> written) {
        List<Path> all = Stream.concat(written.stream(), read.stream())
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        long first = written.stream().filter(Objects::nonNull).count();
        for (int i = 0; i < first; i++) {
            for (int j = i + 1; j < all.size(); j++) {
                if (same(all.get(i), all.get(j))) {
                    throw new Refusal(Console.TEXTS.get("roles.same", all.get(j), all.get(i)));
                }
            }
        }
    }

    /** Of a file that is still to be made, where it will lie. */
    private static Path real(Path path) throws IOException {
        Path absolute = path.toAbsolutePath().normalize();
        if (Files.exists(absolute)) {
            return absolute.toRealPath();
        }
        Path folder = absolute.getParent();
        Path name = absolute.getFileName();
        return folder == null || name == null || !Files.isDirectory(folder)
                ? absolute
                : folder.toRealPath().resolve(name);
    }

    private static boolean same(Path one, Path other) {
        try {
            return real(one).equals(real(other))
                    || Files.isRegularFile(one) && Files.isRegularFile(other) && Files.isSameFile(one, other);
        } catch (IOException e) {
            // What cannot be looked at is told of when it is opened.
            return false;
        }
    }
}
