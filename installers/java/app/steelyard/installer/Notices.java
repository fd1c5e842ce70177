package app.steelyard.installer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Whose work is in the installed program, and under which terms, with every text once. */
final class Notices {
    private static final Pattern TEXT =
            Pattern.compile("(.*[/-])?(LICEN[SC]E|NOTICE|COPYING|OFL)([-.][^/]*)?", Pattern.CASE_INSENSITIVE);

    /** What a JAR leaves out: copyright lines and licences, one file an artifact. */
    private static final Path OURS = Path.of("installers/licenses");

    private final StringBuilder out = new StringBuilder();
    private final Map<String, Integer> texts = new LinkedHashMap<>();

    private Notices() {}

    /** @throws IllegalStateException if a part has neither a licence in its JAR nor one of known text */
    static void write(PartsList parts, Path libraries, Path to) throws IOException {
        Notices notices = new Notices();
        notices.out.append("Steelyard is under the Apache License 2.0. It is installed with the work of others:\n\n");
        for (PartsList.Part part : parts.parts()) {
            boolean javafx = part.jar().startsWith("javafx-");
            Path jar = libraries.resolve(part.jar());
            if (!javafx && !Files.exists(jar)) {
                throw new IllegalStateException(jar + " is in the list of parts but not installed.");
            }
            // The JARs of JavaFX without a platform are empty.
            if (!javafx || part.jar().matches("javafx-\\w+-[\\d.]+-.*")) {
                notices.part(part, jar);
            }
        }
        notices.entry(
                "IBM Plex Sans",
                "OFL-1.1",
                List.of(Files.readString(Path.of("src/main/resources/app/steelyard/fonts/OFL.txt"))));
        notices.entry(
                "Prices of genai-prices, LiteLLM and models.dev",
                "MIT",
                List.of(Files.readString(OURS.resolve("price-catalogue.txt"))));
        notices.entry(
                "Java " + System.getProperty("java.runtime.version") + " of " + System.getProperty("java.vm.vendor"),
                "GPL-2.0-with-classpath-exception; what it holds of others is listed, with every text, in the folder"
                        + " legal of the runtime",
                List.of(Files.readString(Path.of(System.getProperty("java.home"), "legal/java.base/LICENSE"))));
        notices.texts.forEach((text, number) -> notices.out
                .append("\n======== text ")
                .append(number)
                .append(" ========\n\n")
                .append(text.strip())
                .append('\n'));
        Files.writeString(to, notices.out);
    }

    private void part(PartsList.Part part, Path jar) throws IOException {
        List<String> found = new ArrayList<>();
        Path ours = OURS.resolve(part.name() + ".txt");
        if (Files.exists(ours)) {
            found.add(Files.readString(ours));
        }
        boolean licensed = false;
        if (Files.exists(jar)) {
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                for (ZipEntry entry : zip.stream().toList()) {
                    if (!entry.isDirectory()
                            && TEXT.matcher(entry.getName()).matches()
                            && !entry.getName().endsWith(".class")) {
                        licensed |= entry.getName().startsWith("META-INF/LICENSE");
                        found.add(text(jar, entry.getName()));
                    }
                }
            }
        }
        if (!licensed) {
            found.addAll(part.texts());
        }
        if (found.isEmpty() || part.licences().isEmpty()) {
            throw new IllegalStateException("The licence of " + part.jar() + " is not known; say it in " + ours + ".");
        }
        entry(part.name() + " " + part.version() + "  " + part.address(), String.join(", ", part.licences()), found);
    }

    private void entry(String title, String licence, List<String> found) {
        String numbers = found.stream()
                .map(text -> text.replace("\r\n", "\n"))
                .map(text -> texts.computeIfAbsent(text, t -> texts.size() + 1))
                .distinct()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        out.append(title.strip())
                .append("\n    ")
                .append(licence)
                .append(" (text ")
                .append(numbers)
                .append(")\n");
    }

    private static String text(Path jar, String entry) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile());
                InputStream in = zip.getInputStream(zip.getEntry(entry))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
