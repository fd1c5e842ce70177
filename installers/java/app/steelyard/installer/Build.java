package app.steelyard.installer;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What {@code mvn package} does once the program's JAR is there: lays the program out and builds this platform's installers
 * of it. Arguments: the build's folder, which takes both, the version, the JARs of JavaFX, those of the other libraries,
 * and the installers' types, separated by commas; {@code none} lays out the program alone, {@code all} builds what this
 * platform can.
 */
public final class Build {
    private Build() {}

    public static void main(String[] args) throws Exception {
        Workplace work = new Workplace(Path.of(args[0]).toAbsolutePath(), args[1]);
        List<Path> javafx = jars(args[2]);
        List<Path> libraries = jars(args[3]);
        boolean installers = !args[4].equals("none");
        new Program(work, javafx, libraries).layOut(installers);
        if (installers) {
            Workplace.copy(libraries, work.libraries());
            try {
                pack(work, args[4]);
            } finally {
                Icons.done();
            }
        }
    }

    private static List<Path> jars(String path) {
        return Arrays.stream(path.split(File.pathSeparator)).map(Path::of).toList();
    }

    private static void pack(Workplace work, String names) throws Exception {
        Platform platform = Platform.current();
        List<PackageType> types = names.equals("all") ? platform.buildable() : PackageType.parse(names, platform);
        work.clear();

        Icons icons = Icons.draw(work.made("icons"));
        PartsList parts = PartsList.read(work.under("bom.json"), work.libraries());
        Path papers = Files.createDirectories(work.made("papers"));
        Files.copy(Path.of("LICENSE"), papers.resolve("LICENSE.txt"));
        parts.write(papers.resolve("sbom.cdx.json"));
        Notices.write(parts, work.libraries(), papers.resolve("THIRD-PARTY-NOTICES.txt"));

        for (PackageType type : types) {
            Path file = switch (type) {
                case DEB -> new LinuxPackages(work, icons, papers).deb();
                case RPM -> new LinuxPackages(work, icons, papers).rpm();
                case MSI, DMG -> new DesktopPackages(work, platform, icons, papers).build(type);
            };
            System.out.printf("%s, %.1f MB%n", file, Files.size(file) / 1e6);
        }
    }
}
