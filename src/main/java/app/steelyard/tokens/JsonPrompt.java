package app.steelyard.tokens;

import app.steelyard.json.JsonFault;
import app.steelyard.text.Problem;
import app.steelyard.text.Refusal;
import app.steelyard.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a request as it is sent to a vendor: OpenAI's Chat Completions and Responses, Anthropic's Messages. Where each
 * text is read alone, as in a message, it is a block of its own.
 */
final class JsonPrompt {
    private static final Texts TEXTS = Texts.of(JsonPrompt.class);
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Set<String> INSTRUCTING = Set.of("system", "developer");
    private static final Set<String> READ =
            Set.of("tools", "functions", "system", "instructions", "messages", "input", "response_format", "text");
    /** Parts of messages that are not text. */
    private static final Set<String> MEDIA = Set.of(
            "image",
            "image_url",
            "input_image",
            "audio",
            "input_audio",
            "file",
            "input_file",
            "video",
            "document",
            "container_upload");

    private final String file;
    private final List<String> blocks = new ArrayList<>();
    private final List<PromptSection> sections = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private int systems;

    private JsonPrompt(String file) {
        this.file = file;
    }

    static PromptFile read(String text, String file) {
        JsonNode root;
        try {
            root = MAPPER.readTree(text);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw new Refusal(List.of(new Problem(file, line, 0, "", TEXTS.get("json.syntax", JsonFault.words(e)))));
        }
        return new JsonPrompt(file).prompt(root);
    }

    private PromptFile prompt(JsonNode root) {
        PromptFile.Form form = form(root);
        if (root.isObject()) {
            whole(root, "tools", Role.TOOLS);
            whole(root, "functions", Role.TOOLS);
            format(root);
            for (String key : List.of("system", "instructions")) {
                if (root.has(key)) {
                    instructions(root.get(key), "/" + key);
                }
            }
        }
        if (root.isArray()) {
            messages(root, "");
        } else if (root.has("messages")) {
            messages(root.get("messages"), "/messages");
        } else if (root.path("input").isString()) {
            add(
                    TEXTS.get("section.QUESTION"),
                    Role.QUESTION,
                    List.of(root.get("input").stringValue()),
                    false);
        } else if (root.has("input")) {
            messages(root.get("input"), "/input");
        }
        if (sections.isEmpty()) {
            throw new Refusal(file, TEXTS.get("json.nothing"));
        }
        List<String> unread =
                root.propertyNames().stream().filter(n -> !READ.contains(n)).toList();
        if (!unread.isEmpty()) {
            notes.add(TEXTS.get("note.unread", String.join(", ", unread)));
        }
        if (sections.stream().anyMatch(s -> s.role() == Role.TOOLS || s.role() == Role.OUTPUT_FORMAT)) {
            notes.add(TEXTS.get("note.tools"));
        }
        notes.add(TEXTS.get("note.wrapping"));
        return new PromptFile(file, form, blocks, sections, notes);
    }

    private PromptFile.Form form(JsonNode root) {
        if (root.isArray() && root.path(0).has("role")) {
            return PromptFile.Form.CHAT;
        }
        if (root.has("messages")) {
            boolean anthropic = root.has("system")
                    || root.has("anthropic_version")
                    || root.path("tools").path(0).has("input_schema");
            return anthropic ? PromptFile.Form.ANTHROPIC : PromptFile.Form.CHAT;
        }
        if (root.has("input") || root.has("instructions")) {
            return PromptFile.Form.RESPONSES;
        }
        throw new Refusal(List.of(new Problem(file, 0, 0, "", TEXTS.get("json.unknown"))));
    }

    /** A list of definitions, which is counted as the shortest JSON of it. */
    private void whole(JsonNode root, String key, Role role) {
        JsonNode list = root.path(key);
        if (list.isMissingNode() || list.isNull()) {
            return;
        }
        if (!list.isArray()) {
            throw new Refusal(List.of(new Problem(file, 0, 0, "/" + key, TEXTS.get("json.list"))));
        }
        if (!list.isEmpty()) {
            add(TEXTS.get("section.TOOLS", list.size()), role, List.of(compact(list)), marked(list));
        }
    }

    private void format(JsonNode root) {
        Stream.of(root.path("response_format"), root.path("text").path("format"))
                .filter(f -> f.has("json_schema") || f.has("schema"))
                .forEach(f -> add(TEXTS.get("section.OUTPUT_FORMAT"), Role.OUTPUT_FORMAT, List.of(compact(f)), false));
    }

    private static String compact(JsonNode node) {
        return node.toString();
    }

    private static boolean marked(JsonNode list) {
        return list.valueStream().anyMatch(n -> n.has("cache_control"));
    }

    /** The instructions beside the messages; each of Anthropic's blocks may end what is cached. */
    private void instructions(JsonNode value, String pointer) {
        if (!value.isArray()) {
            system(content(value, pointer), false);
            return;
        }
        for (int i = 0; i < value.size(); i++) {
            system(part(value.get(i), pointer + "/" + i), value.get(i).has("cache_control"));
        }
    }

    private void messages(JsonNode list, String pointer) {
        if (!list.isArray()) {
            throw new Refusal(List.of(new Problem(file, 0, 0, pointer, TEXTS.get("json.list"))));
        }
        int question = -1;
        for (int i = 0; i < list.size(); i++) {
            question = role(list.get(i), pointer + "/" + i).equals("user") && asks(list.get(i)) ? i : question;
        }
        int others = 0;
        boolean mark = false;
        List<String> said = new ArrayList<>();
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            JsonNode message = list.get(i);
            String place = pointer + "/" + i;
            if (INSTRUCTING.contains(role(message, place))) {
                system(message(message, place), marked(message.path("content")));
            } else if (i == question) {
                asked.addAll(message(message, place));
            } else {
                others++;
                mark |= marked(message.path("content"));
                said.addAll(message(message, place));
            }
        }
        add(TEXTS.get("section.CONVERSATION", others), Role.CONVERSATION, said, mark);
        boolean last = question >= 0 && marked(list.get(question).path("content"));
        add(TEXTS.get("section.QUESTION"), Role.QUESTION, asked, last);
    }

    /** Whether it is more than the results of tools, which Anthropic's users carry. */
    private static boolean asks(JsonNode message) {
        JsonNode content = message.path("content");
        return !content.isArray()
                || content.valueStream()
                        .anyMatch(p -> !p.path("type").asString("").equals("tool_result"));
    }

    /** Who says it; nobody where an item of Responses is a call or its result. */
    private String role(JsonNode message, String pointer) {
        if (message.path("role").isString()) {
            return message.get("role").stringValue();
        }
        if (message.path("type").isString()
                && !message.get("type").stringValue().equals("message")) {
            return "";
        }
        throw new Refusal(List.of(new Problem(file, 0, 0, pointer, TEXTS.get("json.role"))));
    }

    private List<String> message(JsonNode message, String pointer) {
        if (!message.has("role")) {
            return List.of(compact(message));
        }
        List<String> texts = new ArrayList<>(content(message.path("content"), pointer + "/content"));
        for (String call : List.of("tool_calls", "function_call")) {
            if (message.has(call)) {
                texts.add(compact(message.get(call)));
            }
        }
        return texts;
    }

    private List<String> content(JsonNode content, String pointer) {
        if (content.isString()) {
            return List.of(content.stringValue());
        }
        if (content.isNull() || content.isMissingNode()) {
            return List.of();
        }
        if (!content.isArray()) {
            throw new Refusal(List.of(new Problem(file, 0, 0, pointer, TEXTS.get("json.content"))));
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < content.size(); i++) {
            texts.addAll(part(content.get(i), pointer + "/" + i));
        }
        return texts;
    }

    private List<String> part(JsonNode part, String pointer) {
        if (part.isString()) {
            return List.of(part.stringValue());
        }
        if (!part.isObject()) {
            throw new Refusal(List.of(new Problem(file, 0, 0, pointer, TEXTS.get("json.content"))));
        }
        String type = part.path("type").asString("");
        if (part.path("text").isString()) {
            return List.of(part.get("text").stringValue());
        }
        if (type.equals("tool_result")) {
            return content(part.path("content"), pointer + "/content");
        }
        String document = document(part);
        if (document != null) {
            return List.of(document);
        }
        if (MEDIA.contains(type)) {
            notes.add(TEXTS.get("note.media", pointer, type));
            return List.of();
        }
        return List.of(compact(part));
    }

    /** The text of a document that is given as text. */
    private static @Nullable String document(JsonNode part) {
        JsonNode source = part.path("source");
        return source.path("type").asString("").equals("text")
                        && source.path("data").isString()
                ? source.get("data").stringValue()
                : null;
    }

    /** What the system says, divided like a text where that has parts. */
    private void system(List<String> texts, boolean cacheBreakpoint) {
        for (String text : texts) {
            if (text.isBlank()) {
                continue;
            }
            systems++;
            String name = systems == 1 ? TEXTS.get("section.SYSTEM") : TEXTS.get("section.SYSTEM.more", systems);
            List<TextSections.Part> parts = TextSections.of(text, name, name);
            for (int i = 0; i < parts.size(); i++) {
                boolean marked = cacheBreakpoint && i == parts.size() - 1;
                sections.add(new PromptSection(
                        parts.get(i).name(), Role.SYSTEM, parts.get(i).pieces(), marked));
            }
            blocks.add(text);
        }
    }

    private void add(String name, Role role, List<String> texts, boolean cacheBreakpoint) {
        List<String> said = texts.stream().filter(t -> !t.isEmpty()).toList();
        if (!said.isEmpty()) {
            blocks.addAll(said);
            sections.add(new PromptSection(name, role, said, cacheBreakpoint));
        }
    }
}
