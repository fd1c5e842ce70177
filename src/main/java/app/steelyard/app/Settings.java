package app.steelyard.app;

import app.steelyard.files.AtomicFile;
import app.steelyard.files.ConfigFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the window remembers between two starts. A file that cannot be read or written is no reason to fail. */
public final class Settings {
    /** Which theme. */
    public enum Theme {
        /** As the operating system. */
        SYSTEM,
        LIGHT,
        DARK
    }

    private static final int MAX_RECENT = 8;
    private static final Pattern THEME = Pattern.compile("\"theme\"\\s*:\\s*\"(SYSTEM|LIGHT|DARK)\"");
    /** Made at its first use: where there is no file yet, the window opens without it. */
    private static final class Json {
        private static final JsonMapper MAPPER = JsonMapper.builder().build();
    }

    private final Path file;
    private Theme theme = Theme.SYSTEM;
    private final List<Path> recent = new ArrayList<>();

    /** @param file the settings file, which need not exist */
    public Settings(Path file) {
        this.file = file;
        read();
    }

    /** Where the operating system keeps the settings of programs. */
    public static Path standardFile() {
        return ConfigFolder.standard().resolve("settings.json");
    }

    /**
     * The theme that a settings file asks for, seen without reading the file as what it is: that takes a third of the time
     * in which the window's first frame can be there. A file of unusual form may only mislead it about this.
     */
    public static Theme glance(Path file) {
        try {
            Matcher said = THEME.matcher(Files.isRegularFile(file) ? Files.readString(file) : "");
            return said.find() ? Theme.valueOf(said.group(1)) : Theme.SYSTEM;
        } catch (IOException e) {
            return Theme.SYSTEM;
        }
    }

    /** Where the program may keep more than settings. */
    public Path folder() {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    public Theme theme() {
        return theme;
    }

    public void setTheme(Theme value) {
        theme = value;
        write();
    }

    /** Plan files opened or saved, the latest first; those that are gone are left out. */
    public List<Path> recent() {
        return recent.stream().filter(Files::isRegularFile).toList();
    }

    public void addRecent(Path plan) {
        Path absolute = plan.toAbsolutePath();
        recent.remove(absolute);
        recent.add(0, absolute);
        while (recent.size() > MAX_RECENT) {
            recent.remove(recent.size() - 1);
        }
        write();
    }

    private void read() {
        if (!Files.isRegularFile(file)) {
            return;
        }
        try {
            JsonNode node = Json.MAPPER.readTree(Files.readString(file));
            String name = node.path("theme").asString("SYSTEM");
            for (Theme known : Theme.values()) {
                if (known.name().equals(name)) {
                    theme = known;
                }
            }
            node.path("recent").forEach(n -> recent.add(Path.of(n.asString(""))));
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            recent.clear();
        }
    }

    private void write() {
        ObjectNode node = Json.MAPPER.createObjectNode();
        node.put("theme", theme.name());
        ArrayNode list = node.putArray("recent");
        recent.forEach(p -> list.add(p.toString()));
        try {
            Files.createDirectories(folder());
            AtomicFile.write(file, Json.MAPPER.writeValueAsBytes(node));
        } catch (IOException | JacksonException e) {
            // Settings are a convenience: a read-only home must not stop anybody.
            return;
        }
    }
}
