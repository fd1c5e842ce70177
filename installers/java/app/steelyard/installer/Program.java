package app.steelyard.installer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Lays out the program: its JAR, JavaFX, what stays apart, the launchers, and the classes kept ready for a start. */
final class Program {
    private final Workplace work;
    private final List<Path> javafx;
    private final List<Path> libraries;

    Program(Workplace work, List<Path> javafx, List<Path> libraries) {
        this.work = work;
        this.javafx = javafx;
        this.libraries = libraries;
    }

    /** @param ownJava whether the program gets a Java of its own */
    void layOut(boolean ownJava) throws IOException, InterruptedException {
        // Ready classes of an earlier build would be refused, and stay, for new ones are not written beside them.
        Workplace.delete(work.program());
        Files.createDirectories(work.lib());
        joinLibraries();
        Workplace.copy(javafx, work.lib().resolve("javafx"));
        copyLaunchers();
        if (ownJava) {
            JavaRuntime.link(javafx, work.program().resolve("runtime"));
        }
        if (Platform.current() != Platform.WINDOWS) {
            ReadyClasses ready = new ReadyClasses(work);
            ready.command();
            ready.window();
        }
    }

    private void joinLibraries() throws IOException {
        List<Path> joined = new ArrayList<>(libraries);
        List<Path> apart = new ArrayList<>();
        for (Path jar : libraries) {
            String name = jar.getFileName().toString();
            // Whoever wants another version of what is under the LGPL can put it in the place of this one.
            if (name.startsWith("openhtmltopdf-")) {
                joined.remove(jar);
                apart.add(jar);
            } else if (name.startsWith("duckdb_jdbc-")) {
                unpackDatabase(jar);
            }
        }
        Workplace.copy(apart, work.lib());
        String name = "steelyard-" + work.version() + ".jar";
        JoinedJar.join(work.lib().resolve(name), work.under(name), joined);
    }

    /** The database loads its native library from beside its JAR in a third of the time it takes to unpack it. */
    private void unpackDatabase(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (entry.getName().startsWith("libduckdb_java")) {
                    Path library = work.lib().resolve(entry.getName());
                    try (InputStream in = zip.getInputStream(entry)) {
                        Files.copy(in, library);
                    }
                    Files.setLastModifiedTime(library, FileTime.fromMillis(entry.getTime()));
                }
            }
        }
    }

    private void copyLaunchers() throws IOException {
        Path bin = work.program().resolve("bin");
        Workplace.copyFiles(Path.of("src/main/scripts"), bin);
        bin.resolve("steelyard").toFile().setExecutable(true, false);
        // Tells the launchers which JDK built them, the last resort before java on the PATH.
        Files.writeString(bin.resolve("java-home"), System.getProperty("java.home") + System.lineSeparator());
    }
}
