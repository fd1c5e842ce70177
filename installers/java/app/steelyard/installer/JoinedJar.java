package app.steelyard.installer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

/**
 * The program and its libraries in one JAR, for each JAR costs every start: Java opens them all before the first picture
 * (docs/decisions/0007-start.md). What several hold under one name is that of the first, except what adds up: services and
 * licences.
 */
final class JoinedJar implements AutoCloseable {
    /** With the database's native library, which lies beside the JAR. */
    private static final Pattern LEFT_OUT = Pattern.compile("module-info\\.class|libduckdb_java.*"
            + "|META-INF/((versions|maven)/.*|MANIFEST\\.MF|INDEX\\.LIST|DEPENDENCIES|[^/]+\\.(SF|DSA|RSA))");

    private static final Pattern ADDED_UP = Pattern.compile("META-INF/(services/.+|LICENSE(\\.txt)?|NOTICE)");
    private static final Pattern DECODER = Pattern.compile("zstd-jni-.*\\.jar");

    private final JarOutputStream out;
    private final RaisedClasses classes;
    /** A fixed time keeps the build reproducible. */
    private final LocalDateTime time;

    private final Set<String> names = new HashSet<>(Set.of(JarFile.MANIFEST_NAME));
    private final Map<String, ByteArrayOutputStream> addedUp = new LinkedHashMap<>();

    private JoinedJar(Path jar, Manifest manifest, RaisedClasses classes, LocalDateTime time) throws IOException {
        this.out = new JarOutputStream(Files.newOutputStream(jar));
        this.classes = classes;
        this.time = time;
        out.setComment("Changed for Steelyard: class files of Java 5 have the form of Java 8.");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        manifest.write(bytes);
        put(JarFile.MANIFEST_NAME, bytes.toByteArray());
    }

    /**
     * @param to the JAR to make
     * @param own the program's JAR, whose time it takes
     */
    static void join(Path to, Path own, List<Path> libraries) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "app.steelyard.Main");
        LocalDateTime time;
        try (JarFile jar = new JarFile(own.toFile())) {
            time = jar.getEntry(JarFile.MANIFEST_NAME).getTimeLocal();
        }
        try (RaisedClasses classes = new RaisedClasses(libraries);
                JoinedJar joined = new JoinedJar(to, manifest, classes, time)) {
            joined.add(own);
            for (Path library : libraries) {
                joined.add(library);
            }
            joined.putAddedUp();
        }
    }

    private void add(Path file) throws IOException {
        boolean decoder = DECODER.matcher(file.getFileName().toString()).matches();
        try (JarFile jar = new JarFile(file.toFile())) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                String name = entry.getName();
                if (!entry.isDirectory() && !LEFT_OUT.matcher(name).matches() && (!decoder || ofThisDecoder(name))) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        add(name, in.readAllBytes());
                    }
                }
            }
        }
    }

    /** The decoder brings the native libraries of all platforms. */
    private static boolean ofThisDecoder(String name) {
        return name.startsWith("com/")
                || name.startsWith(Platform.current().decoderFolder(System.getProperty("os.arch")) + "/");
    }

    private void add(String name, byte[] content) throws IOException {
        if (ADDED_UP.matcher(name).matches()) {
            ByteArrayOutputStream all = addedUp.computeIfAbsent(name, _ -> new ByteArrayOutputStream());
            all.write(content);
            all.write("\n".getBytes(StandardCharsets.UTF_8));
        } else if (names.add(name)) {
            put(name, name.endsWith(".class") ? classes.raise(content) : content);
        }
    }

    private void putAddedUp() throws IOException {
        for (Map.Entry<String, ByteArrayOutputStream> entry : addedUp.entrySet()) {
            put(entry.getKey(), entry.getValue().toByteArray());
        }
    }

    private void put(String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(time);
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
