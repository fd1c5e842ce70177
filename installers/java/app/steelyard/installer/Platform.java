package app.steelyard.installer;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A system to install on, and what is peculiar to it. */
enum Platform {
    LINUX(List.of(PackageType.DEB, PackageType.RPM), "lib", ".png", ".so", "linux/%s"),
    MAC(List.of(PackageType.DMG), "lib", ".icns", ".dylib", "darwin"),
    WINDOWS(List.of(PackageType.MSI), "bin", ".ico", ".dll", "win/%s");

    private final List<PackageType> types;
    private final String libraryFolder;
    private final String iconEnding;
    private final String libraryEnding;
    private final String decoderFolder;

    Platform(
            List<PackageType> types,
            String libraryFolder,
            String iconEnding,
            String libraryEnding,
            String decoderFolder) {
        this.types = types;
        this.libraryFolder = libraryFolder;
        this.iconEnding = iconEnding;
        this.libraryEnding = libraryEnding;
        this.decoderFolder = decoderFolder;
    }

    static Platform current() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return system.contains("win") ? WINDOWS : system.contains("mac") ? MAC : LINUX;
    }

    List<PackageType> types() {
        return types;
    }

    /** The types whose tools are here. */
    List<PackageType> buildable() {
        List<PackageType> buildable = types.stream()
                .filter(t -> t.tool().isEmpty() || onPath(t.tool()))
                .toList();
        if (buildable.isEmpty()) {
            throw new IllegalStateException("Nothing to build an installer with: "
                    + types.stream().map(t -> t + " needs " + t.tool()).toList());
        }
        return buildable;
    }

    /** Where in a Java runtime its native libraries are. */
    String libraryFolder() {
        return libraryFolder;
    }

    String iconEnding() {
        return iconEnding;
    }

    boolean isLibrary(String name) {
        return name.endsWith(libraryEnding);
    }

    /** Where in the JAR of the zstd decoder its native library for a processor is. */
    String decoderFolder(String processor) {
        return decoderFolder.formatted(processor);
    }

    private static boolean onPath(String tool) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }
}
