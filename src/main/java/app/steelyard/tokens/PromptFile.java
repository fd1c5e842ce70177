package app.steelyard.tokens;

import app.steelyard.files.AtomicFile;
import app.steelyard.text.Problem;
import app.steelyard.text.Refusal;
import app.steelyard.text.Texts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A prompt and the parts it falls into. Every piece of every block belongs to just one section.
 *
 * @param name the file's name without its folder
 * @param blocks the texts that the model reads in one piece each
 * @param sections their parts, in the order in which they begin
 * @param notes what to know of it: what was not counted, and why
 */
public record PromptFile(
        String name, Form form, List<String> blocks, List<PromptSection> sections, List<String> notes) {
    /** No prompt is as large; the largest contexts are a tenth of it. */
    static final long MAX_BYTES = 64L << 20;

    private static final Texts TEXTS = Texts.of(PromptFile.class);
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /** Not {@code {{name}}}, the placeholder of many a template. */
    private static final Pattern JSON = Pattern.compile("\\s*(?:\\{\\s*[\"}]|\\[\\s*\\{\\s*\")");

    /** What kind of file it is. */
    public enum Form {
        /** Plain text or Markdown, with headings and tags. */
        TEXT,
        /** A request of OpenAI's Chat Completions, or its list of messages. */
        CHAT,
        /** A request of OpenAI's Responses. */
        RESPONSES,
        /** A request of Anthropic's Messages. */
        ANTHROPIC
    }

    public PromptFile {
        blocks = List.copyOf(blocks);
        sections = List.copyOf(sections);
        notes = List.copyOf(notes);
    }

    /**
     * Reads a file in UTF-8, with or without a byte order mark.
     *
     * @throws Refusal if it is not there, not text, or JSON of another kind
     */
    public static PromptFile read(Path path) {
        String name = String.valueOf(path.getFileName());
        try {
            if (Files.isDirectory(path)) {
                throw new Refusal(name, TEXTS.get("file.folder"));
            }
            if (Files.size(path) > MAX_BYTES) {
                throw new Refusal(name, TEXTS.get("file.large", MAX_BYTES >> 20));
            }
            return of(decode(Files.readAllBytes(path), name), name);
        } catch (NoSuchFileException e) {
            throw new Refusal(name, TEXTS.get("file.missing"));
        } catch (IOException e) {
            throw new Refusal(name, TEXTS.get("file.unreadable", AtomicFile.why(e)));
        }
    }

    /**
     * The prompt in {@code text}: JSON where it begins like it or the name says so, and otherwise a text.
     *
     * @param name as problems are to name it
     * @throws Refusal if there is nothing in it, or JSON that is no prompt
     */
    static PromptFile of(String text, String name) {
        if (text.isBlank()) {
            throw new Refusal(name, TEXTS.get("file.empty"));
        }
        if (name.toLowerCase(Locale.ROOT).endsWith(".json")
                || JSON.matcher(text).lookingAt()) {
            return JsonPrompt.read(text, name);
        }
        List<PromptSection> sections = TextSections.of(text, TEXTS.get("section.beginning"), name).stream()
                .map(p -> new PromptSection(p.name(), Role.UNSTATED, p.pieces(), false))
                .toList();
        return new PromptFile(name, Form.TEXT, List.of(text), sections, List.of());
    }

    private static String decode(byte[] bytes, String name) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw new Refusal(
                    List.of(new Problem(name, line(bytes, in.position()), 0, "", TEXTS.get("file.encoding"))));
        }
        String text = out.flip().toString();
        if (text.indexOf('\0') >= 0) {
            throw new Refusal(name, TEXTS.get("file.binary"));
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static int line(byte[] bytes, int end) {
        int line = 1;
        for (int i = 0; i < end; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }
}
