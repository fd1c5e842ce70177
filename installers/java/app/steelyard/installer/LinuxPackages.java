package app.steelyard.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Packages of Linux: the program in {@code /opt/steelyard} as the build packages it, with its own Java, and in {@code /usr}
 * what the desktop and the shell look for. All of it is files of the package, so that the system's own triggers register
 * them, removing the package removes them, and no script runs. Not by jpackage: its launcher asks rpm at every start
 * whose file it is, which takes half a second and leaves a folder in the user's home, its packages register by scripts, and
 * they want every library that was loaded where they were built, which other distributions do not have.
 *
 * @param papers licence, notices and list of parts
 */
record LinuxPackages(Workplace work, Icons icons, Path papers) {
    static final String SUMMARY = "Weighs prompt caching, fine-tuning and retrieval against each other";
    static final String MIME = "application/x-steelyard";

    private static final Path TEMPLATES = Path.of("installers/linux");

    Path deb() throws IOException, InterruptedException {
        String architecture = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
        Path tree = stage(work.made("deb"));
        String control = filled("control", Map.of("ARCHITECTURE", architecture, "KIBIBYTES", kibibytes(tree)));
        Files.writeString(Files.createDirectories(tree.resolve("DEBIAN")).resolve("control"), control);
        Path file = work.under("steelyard_" + work.version() + "_" + architecture + ".deb");
        Tool.system("dpkg-deb", "--root-owner-group", "-Zxz", "-b", tree.toString(), file.toString());
        return file;
    }

    Path rpm() throws IOException, InterruptedException {
        Path tree = stage(work.made("rpm"));
        Path spec = Files.writeString(
                work.made("steelyard.spec"),
                filled("steelyard.spec", Map.of("TREE", tree.toAbsolutePath().toString())));
        Path built = work.made("rpmbuild");
        Tool.system(
                "rpmbuild",
                "-bb",
                "--quiet",
                "--define",
                "_topdir " + built.toAbsolutePath(),
                "--define",
                "_rpmdir " + work.made("rpms").toAbsolutePath(),
                "--define",
                "_rpmfilename %{name}-%{version}-%{release}.%{arch}.rpm",
                "--define",
                "_binary_payload w19.zstdio",
                spec.toString());
        Path made = Workplace.files(work.made("rpms")).get(0);
        return Files.move(made, work.under(made.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING);
    }

    private String filled(String template, Map<String, String> more) throws IOException {
        String text = Files.readString(TEMPLATES.resolve(template))
                .replace("@VERSION@", work.version())
                .replace("@SUMMARY@", SUMMARY);
        for (Map.Entry<String, String> entry : more.entrySet()) {
            text = text.replace("@" + entry.getKey() + "@", entry.getValue());
        }
        return text;
    }

    /** The files as they will be installed: the program, the command, the menu's entry, the kind of file, icons, papers. */
    private Path stage(Path root) throws IOException, InterruptedException {
        Path home = root.resolve("opt/steelyard");
        Workplace.copyFiles(work.lib(), home.resolve("lib"));
        Workplace.copyFiles(papers, home.resolve("licenses"));
        for (String file : List.of("steelyard", "java-options")) {
            copy(
                    work.program().resolve("bin").resolve(file),
                    home.resolve("bin").resolve(file));
        }
        Tool.system("cp", "-a", work.program().resolve("runtime").toString(), home.toString());
        JavaRuntime.dropCommands(home.resolve("runtime"));
        // Fails where the ready classes do not fit; the program would go on without them.
        Tool.system(
                Map.of("STEELYARD_JAVA_OPTS", "-XX:AOTMode=on"),
                home.resolve("bin/steelyard").toString(),
                "--version");
        Path usr = root.resolve("usr");
        link(usr.resolve("bin/steelyard"), "/opt/steelyard/bin/steelyard");
        copy(TEMPLATES.resolve("steelyard.desktop"), usr.resolve("share/applications/steelyard.desktop"));
        copy(TEMPLATES.resolve("steelyard.xml"), usr.resolve("share/mime/packages/steelyard.xml"));
        for (int size : Icons.THEME) {
            Path theme = usr.resolve("share/icons/hicolor/" + size + "x" + size);
            copy(icons.theme(size), theme.resolve("apps/steelyard.png"));
            copy(icons.theme(size), theme.resolve("mimetypes/application-x-steelyard.png"));
        }
        Path documents = usr.resolve("share/doc/steelyard");
        copy(TEMPLATES.resolve("copyright"), documents.resolve("copyright"));
        for (Path paper : Workplace.files(papers)) {
            String name = paper.getFileName().toString();
            link(documents.resolve(name), "/opt/steelyard/licenses/" + name);
        }
        return root;
    }

    private static String kibibytes(Path tree) throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.filter(f -> Files.isRegularFile(f) && !Files.isSymbolicLink(f))
                    .toList()) {
                bytes += Files.size(file);
            }
        }
        return String.valueOf(bytes / 1024);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
    }

    private static void link(Path file, String target) throws IOException {
        Files.createDirectories(file.getParent());
        Files.createSymbolicLink(file, Path.of(target));
    }
}
