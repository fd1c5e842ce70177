package app.steelyard.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where is what.
 *
 * @param folder holds the package, its list of parts, and the installers when they are done
 * @param version of the program
 */
record Workplace(Path folder, String version) {
    Path under(String name) {
        return folder.resolve(name);
    }

    /** Something on the way to an installer. */
    Path made(String name) {
        return folder.resolve("made").resolve(name);
    }

    /** The packaged program: {@code bin}, {@code lib} and its own Java in {@code runtime}. */
    Path program() {
        return folder.resolve("steelyard");
    }

    Path lib() {
        return program().resolve("lib");
    }

    /** The libraries one by one, as they come; most are joined in the program's JAR. */
    Path libraries() {
        return folder.resolve("libraries");
    }

    void clear() throws IOException {
        delete(folder.resolve("made"));
        Files.createDirectories(folder.resolve("made"));
    }

    static void delete(Path root) throws IOException {
        if (Files.exists(root)) {
            List<Path> all;
            try (Stream<Path> files = Files.walk(root)) {
                all = files.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path file : all) {
                Files.delete(file);
            }
        }
    }

    /** The files of a folder, in the order of their names. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Copies the files of a folder with their times, by which ready classes know their JARs; without the folders in it. */
    static void copyFiles(Path from, Path to) throws IOException {
        copy(files(from), to);
    }

    /** Copies files into a folder with their times. */
    static void copy(List<Path> files, Path to) throws IOException {
        Files.createDirectories(to);
        for (Path file : files) {
            Files.copy(
                    file,
                    to.resolve(file.getFileName()),
                    StandardCopyOption.COPY_ATTRIBUTES,
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
