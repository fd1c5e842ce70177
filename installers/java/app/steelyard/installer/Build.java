package app.steelyard.installer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Builds the installers of the platform it runs on from the program that the build has packaged. Arguments: the folder
 * that holds the package and takes the installers, the version, and the types to build, separated by commas; empty or none
 * for what the platform can build.
 */
public final class Build {
    private Build() {}

    public static void main(String[] args) throws Exception {
        try {
            build(args);
        } finally {
            Icons.done();
        }
    }

    private static void build(String[] args) throws Exception {
        Platform platform = Platform.current();
        List<PackageType> types =
                args.length < 3 || args[2].isBlank() ? platform.buildable() : PackageType.parse(args[2], platform);
        Workplace work = new Workplace(Path.of(args[0]), args[1]);
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
