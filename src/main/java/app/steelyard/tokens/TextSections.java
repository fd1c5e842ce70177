package app.steelyard.tokens;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Divides a text at Markdown headings ({@code # Title}) and at pairs of tags that begin and end a line
 * ({@code <policies>…</policies>}). The widest headings that there are at least two of divide it; what stands between
 * tags belongs to them, whatever it is. Tags of one name under one heading are one part. The parts together are the text.
 */
final class TextSections {
    private static final int LONGEST_NAME = 80;
    private static final int LEVELS = 6;
    private static final Pattern TAG = Pattern.compile("<(/?)([A-Za-z_][\\w.:-]*+)((?:\\s[^<>]*+)?)>");

    private final String text;
    private final List<Cut> cuts = new ArrayList<>();

    private TextSections(String text) {
        this.text = text;
    }

    /** A part and its pieces in their order. */
    record Part(String name, List<String> pieces) {}

    /**
     * Where a part may begin.
     *
     * @param body where its text begins, behind the heading
     * @param level of the heading; 0 for a tag
     * @param name null where a tag has ended and the part around it goes on
     */
    private record Cut(
            int at, int body, int level, @Nullable String name) {}

    /**
     * The parts of {@code text}.
     *
     * @param beginning the name of what stands before the first heading or between tags
     * @param whole the name of the text, should it have no parts
     */
    static List<Part> of(String text, String beginning, String whole) {
        TextSections sections = new TextSections(text);
        sections.scan();
        List<Part> parts = sections.parts(beginning);
        return parts.size() == 1 && parts.get(0).name().equals(beginning)
                ? List.of(new Part(whole, parts.get(0).pieces()))
                : parts;
    }

    private void scan() {
        Map<Integer, Integer> ends = tagEnds();
        char fence = 0;
        int at = 0;
        while (at < text.length()) {
            int next = text.indexOf('\n', at);
            int end = next < 0 ? text.length() : next + 1;
            int first = skipBlanks(at, end);
            char c = first < end ? text.charAt(first) : '\n';
            if ((c == '`' || c == '~') && text.startsWith(String.valueOf(c).repeat(3), first)) {
                fence = fence == 0 ? c : fence == c ? 0 : fence;
            } else if (fence == 0 && c == '<' && ends.containsKey(first)) {
                int closed = behindBlankLines(ends.getOrDefault(first, end));
                cuts.add(new Cut(at, at, 0, tagName(first)));
                cuts.add(new Cut(closed, closed, 0, null));
                end = closed;
            } else if (fence == 0 && c == '#' && first - at <= 3) {
                heading(at, first, end);
            }
            at = end;
        }
    }

    private int skipBlanks(int from, int end) {
        int at = from;
        while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    /** Line breaks may share a token with what is before them, so they stay with it. */
    private int behindBlankLines(int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at == text.length() ? at : Math.max(from, text.lastIndexOf('\n', at) + 1);
    }

    private void heading(int at, int first, int end) {
        int behind = first;
        while (behind < end && text.charAt(behind) == '#') {
            behind++;
        }
        int level = behind - first;
        if (level <= LEVELS && (behind == end || Character.isWhitespace(text.charAt(behind)))) {
            String title =
                    text.substring(behind, end).strip().replaceAll("\\s#+$", "").strip();
            if (!title.isEmpty()) {
                cuts.add(new Cut(at, end, level, title));
            }
        }
    }

    private String tagName(int at) {
        int end = at + 1;
        while (Character.isLetterOrDigit(text.charAt(end)) || "_.:-".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return text.substring(at + 1, end);
    }

    /** By the place of each opening tag, the end of the line that its closing tag ends. */
    private Map<Integer, Integer> tagEnds() {
        Map<Integer, Integer> ends = new HashMap<>();
        Map<String, Deque<Integer>> open = new HashMap<>();
        Matcher tag = TAG.matcher(text);
        while (tag.find()) {
            Deque<Integer> starts = open.computeIfAbsent(tag.group(2), n -> new ArrayDeque<>());
            if (tag.group(1).isEmpty()) {
                if (!tag.group(3).endsWith("/")) {
                    starts.push(tag.start());
                }
            } else if (!starts.isEmpty()) {
                int start = starts.pop();
                int end = behindLine(tag.end());
                if (end >= 0) {
                    ends.put(start, end);
                }
            }
        }
        return ends;
    }

    /** Where the next line begins if nothing more stands on this one; negative if something does. */
    private int behindLine(int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '\n' && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at == text.length() ? at : text.charAt(at) == '\n' ? at + 1 : -1;
    }

    private List<Part> parts(String beginning) {
        int level = dividing();
        Map<String, Part> parts = new LinkedHashMap<>();
        String around = beginning;
        String name = beginning;
        int heading = 0;
        int start = 0;
        int body = 0;
        for (Cut cut : cuts) {
            if (cut.level() > level) {
                continue;
            }
            // A heading without a text of its own belongs to what comes after it.
            if (!text.substring(body, cut.at()).isBlank()) {
                add(parts, heading, name, text.substring(start, cut.at()));
                start = cut.at();
            }
            body = cut.body();
            if (cut.level() > 0) {
                heading++;
                around = shortened(String.valueOf(cut.name()));
            }
            name = cut.level() > 0 || cut.name() == null ? around : shortened(cut.name());
        }
        if (start < text.length()) {
            add(parts, heading, name, text.substring(start));
        }
        return List.copyOf(parts.values());
    }

    /** The widest level down to which there are two headings; the narrowest where there is but one. */
    private int dividing() {
        int headings = 0;
        for (int level = 1; level <= LEVELS; level++) {
            int now = level;
            headings += (int) cuts.stream().filter(c -> c.level() == now).count();
            if (headings > 1) {
                return level;
            }
        }
        return LEVELS;
    }

    private static void add(Map<String, Part> parts, int heading, String name, String piece) {
        parts.computeIfAbsent(heading + " " + name, k -> new Part(name, new ArrayList<>()))
                .pieces()
                .add(piece);
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }
}
