package app.steelyard.installer;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The Java that is installed with the program: only the modules it needs, JavaFX among them. */
final class JavaRuntime {
    /**
     * What jdeps finds in our JARs, and what it cannot see. Not {@code jdk.jfr}, which JavaFX and the database's driver do
     * without where it is missing: JavaFX announces its events to it before the first picture, which takes 0.09 s.
     */
    private static final List<String> MODULES = List.of(
            "java.base",
            "java.desktop",
            "java.logging",
            "java.sql",
            "java.xml",
            // sun.misc.Unsafe, asked for by reflection.
            "jdk.unsupported",
            // Days and months as the calendars show them.
            "jdk.localedata",
            "javafx.controls",
            "javafx.swing");

    private JavaRuntime() {}

    static void link(List<Path> javafx, Path to) throws IOException {
        Platform platform = Platform.current();
        Tool.jdk(
                "jlink",
                List.of(
                        "--module-path",
                        javafx.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                        "--add-modules",
                        String.join(",", MODULES),
                        "--include-locales=en,de,fr",
                        "--no-header-files",
                        "--no-man-pages",
                        // The installer packs it better as a whole.
                        "--compress=zip-0",
                        "--exclude-resources=glob:/javafx.*/*.so,glob:/javafx.*/*.dylib,glob:/javafx.*/*.dll",
                        "--output",
                        to.toString()));
        // Beside Java's own libraries they load at once; JavaFX would unpack them into the user's folder.
        for (Path jar : javafx) {
            unpackLibraries(jar, to.resolve(platform.libraryFolder()), platform);
        }
    }

    private static void unpackLibraries(Path jar, Path to, Platform platform) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                if (platform.isLibrary(entry.getName())) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        Files.copy(in, to.resolve(Path.of(entry.getName()).getFileName()));
                    }
                }
            }
        }
    }

    /** Deletes the JDK's commands, all but {@code java}. */
    static void dropCommands(Path runtime) throws IOException {
        for (Path command : Workplace.files(runtime.resolve("bin"))) {
            if (!command.endsWith("java")) {
                Files.delete(command);
            }
        }
    }
}
