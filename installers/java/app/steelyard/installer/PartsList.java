package app.steelyard.installer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the installed program is made of: the CycloneDX list of the build, with the runtime and the fonts added. */
final class PartsList {
    /**
     * A library, by what the list says of it.
     *
     * @param jar the name of its file
     * @param licences names of its licences
     * @param texts their texts, as far as the list has them
     */
    record Part(String name, String version, String jar, String address, List<String> licences, List<String> texts) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ObjectNode list;
    private final Map<String, Part> parts = new LinkedHashMap<>();

    private PartsList(ObjectNode list) {
        this.list = list;
        list.withArray("components").forEach(component -> {
            Part part = part(component);
            parts.put(part.jar(), part);
        });
    }

    /**
     * Reads the build's list.
     *
     * @throws IllegalStateException if there is none, or a library is not in it
     */
    static PartsList read(Path file, Path libraries) throws IOException {
        if (!Files.exists(file)) {
            throw new IllegalStateException(
                    "There is no " + file + ": Maven makes the list of parts only without --offline.");
        }
        PartsList read = new PartsList((ObjectNode) JSON.readTree(Files.readString(file)));
        for (Path jar : Workplace.files(libraries)) {
            String name = jar.getFileName().toString();
            if (!read.parts.containsKey(name)) {
                throw new IllegalStateException(name + " is not in " + file + ".");
            }
        }
        ArrayNode components = (ArrayNode) read.list.get("components");
        add(components, "platform", System.getProperty("java.vm.vendor") + " Java", "GPL-2.0-with-classpath-exception")
                .put("version", System.getProperty("java.runtime.version"));
        add(components, "library", "IBM Plex Sans", "OFL-1.1");
        add(components, "library", "Feather icons", "MIT");
        return read;
    }

    List<Part> parts() {
        return List.copyOf(parts.values());
    }

    void write(Path file) {
        JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), list);
    }

    private static ObjectNode add(ArrayNode components, String type, String name, String licence) {
        ObjectNode component = components.addObject().put("type", type).put("name", name);
        component.putArray("licenses").addObject().putObject("license").put("id", licence);
        return component;
    }

    private static Part part(JsonNode component) {
        String name = component.path("name").asString();
        String version = component.path("version").asString();
        String classifier = classifier(component.path("purl").asString());
        List<String> licences = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (JsonNode entry : component.path("licenses")) {
            JsonNode licence = entry.path("license");
            licences.add(
                    entry.has("expression")
                            ? entry.path("expression").asString()
                            : licence.path(licence.has("id") ? "id" : "name").asString());
            JsonNode text = licence.path("text");
            if (text.has("content")) {
                String content = text.path("content").asString();
                texts.add(
                        text.path("encoding").asString("").equals("base64")
                                ? new String(Base64.getMimeDecoder().decode(content), StandardCharsets.UTF_8)
                                : content);
            }
        }
        String address = "";
        for (JsonNode reference : component.path("externalReferences")) {
            if (address.isEmpty() || reference.path("type").asString().equals("website")) {
                address = reference.path("url").asString();
            }
        }
        return new Part(name, version, name + "-" + version + classifier + ".jar", address, licences, texts);
    }

    /** The classifier in a package URL such as {@code pkg:maven/g/a@1?classifier=linux&type=jar}, with a dash before it. */
    private static String classifier(String url) {
        for (String qualifier : url.substring(url.indexOf('?') + 1).split("&")) {
            if (qualifier.startsWith("classifier=")) {
                return "-" + qualifier.substring("classifier=".length());
            }
        }
        return "";
    }
}
