package app.steelyard.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Installers of Windows and macOS, as jpackage makes them.
 *
 * @param papers licence, notices and list of parts
 */
record DesktopPackages(Workplace work, Platform platform, Icons icons, Path papers) {
    /** By this Windows knows that an installer is a newer version of what is installed; never to change. */
    private static final String UPGRADE = "cc9fed84-93af-4db2-a312-54ba036b7c45";

    /** The command line of Windows, where the program's own launcher has no console. */
    private static final String CONSOLE = "steelyard-cli";

    Path build(PackageType type) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "--type", type.toString(),
                "--name", "Steelyard",
                "--app-image", image().toString(),
                "--app-version", version(),
                "--vendor", "Steelyard",
                "--license-file", "LICENSE",
                "--dest", work.made(type.toString()).toString()));
        if (type == PackageType.MSI) {
            arguments.addAll(association());
            arguments.addAll(
                    List.of("--win-menu", "--win-shortcut-prompt", "--win-dir-chooser", "--win-upgrade-uuid", UPGRADE));
        }
        Tool.jdk("jpackage", arguments);
        Path made = Workplace.files(work.made(type.toString())).get(0);
        return Files.move(made, work.under(made.getFileName().toString()));
    }

    /** The program with its Java and its launchers, before it is packed. */
    private Path image() throws IOException {
        Path input = work.made("input");
        Workplace.copyFiles(work.lib(), input);
        for (Path file : Workplace.files(input)) {
            // jpackage's launcher names the JARs in another order, with which no ready class is accepted.
            if (file.toString().endsWith(".aot")) {
                Files.delete(file);
            }
        }
        Workplace.copyFiles(papers, input.resolve("licenses"));
        List<String> arguments = new ArrayList<>(List.of(
                "--type",
                "app-image",
                "--name",
                "Steelyard",
                "--app-version",
                version(),
                "--description",
                LinuxPackages.SUMMARY,
                "--vendor",
                "Steelyard",
                "--icon",
                icons.file(platform.iconEnding()).toString(),
                "--input",
                input.toString(),
                "--main-jar",
                "steelyard-" + work.version() + ".jar",
                "--main-class",
                "app.steelyard.Main",
                "--runtime-image",
                work.program().resolve("runtime").toString(),
                "--dest",
                work.made("image").toString()));
        for (String option : options()) {
            arguments.add("--java-options");
            arguments.add(option);
        }
        if (platform == Platform.MAC) {
            arguments.addAll(association());
        } else {
            Path console = Files.writeString(work.made("console.properties"), "win-console=true\n");
            arguments.addAll(List.of("--add-launcher", CONSOLE + "=" + console));
        }
        Tool.jdk("jpackage", arguments);
        return work.made("image").resolve(platform == Platform.MAC ? "Steelyard.app" : "Steelyard");
    }

    /** What the package's launchers give to Java: the lines of their argument file that are not comments. */
    private List<String> options() throws IOException {
        return Files.readAllLines(work.program().resolve("bin/java-options")).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    /** A double click on a plan opens it. macOS wants to hear of it with the image, Windows with the installer. */
    private List<String> association() throws IOException {
        Path file = Files.writeString(work.made("steelyard.properties"), """
            extension=steelyard
            mime-type=%s
            description=Steelyard plan
            icon=%s
            """.formatted(
                LinuxPackages.MIME, icons.file(platform.iconEnding()).toString().replace('\\', '/')));
        return List.of("--file-associations", file.toString());
    }

    /** macOS wants no version that begins with 0: before 1.0.0 it is told one more than there is. */
    private String version() {
        return platform == Platform.MAC && work.version().startsWith("0.")
                ? "1" + work.version().substring(1)
                : work.version();
    }
}
