package app.steelyard;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Damages a text as mishaps and strangers do: values of another kind, out of all bounds, structure gone, parts lost. */
public final class Mutation {
    private static final Pattern VALUE =
            Pattern.compile("\"[^\"\\n]*+\"|-?\\d[\\d.eE+-]*|\\b(?:true|false|null)\\b|(?<=[,\\t;\\n])[^,\\t;\\n\"]*");

    /** As JSON; in a table the quoted ones are cells, and the others stand as they are. */
    private static final List<String> STRANGE = List.of(
            "1e2147483648",
            "-1e2147483648",
            "1e-2147483648",
            "1e999999999",
            "1E400",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775809",
            "1".repeat(25),
            "7".repeat(3000),
            "0." + "3".repeat(3000),
            "-1",
            "-0",
            "0.5",
            "NaN",
            "Infinity",
            "-Infinity",
            "null",
            "true",
            "[]",
            "{}",
            "[[]]",
            "[null]",
            "[1, \"a\", {}]",
            "{\"a\": {\"b\": []}}",
            "[".repeat(300),
            "{\"a\":".repeat(300),
            "\"\"",
            "\" \"",
            "\"1e2147483648\"",
            "\"9223372036854775808 tokens\"",
            "\"" + "8".repeat(2000) + "\"",
            "\"" + "x".repeat(5000) + "\"",
            "\"2026-13-45T99:99:99Z\"",
            "\"+999999999-12-31T23:59:60Z\"",
            "\"-4712-01-01\"",
            "\"1e30\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\u202e\u001b[31m\"",
            "\"\u0663\u0664\"",
            "\"/\"",
            "\"//\"",
            "\"a/b\"",
            "\"arn:\"",
            "\"arn:aws:bedrock:::/\"",
            "\"%s {0} '\"",
            "\"{}\"",
            "\"[1,2\"",
            "\"{\\\"input\\\": 1e2147483648}\"",
            "=1+1");

    private Mutation() {}

    /** The text with one to three faults. */
    public static String of(String text, Seeded.Draw draw) {
        String changed = text;
        for (int i = draw.whole(1, 3); i > 0 && !changed.isEmpty(); i--) {
            changed = switch (draw.whole(0, 9)) {
                case 0 -> changed.substring(0, draw.whole(0, changed.length() - 1));
                case 1 -> without(changed, draw);
                case 2 -> lines(changed, draw);
                case 3 -> container(changed, draw);
                default -> value(changed, draw);
            };
        }
        return changed;
    }

    /** One value is another. */
    private static String value(String text, Seeded.Draw draw) {
        List<MatchResult> values = VALUE.matcher(text).results().toList();
        if (values.isEmpty()) {
            return text;
        }
        MatchResult value = draw.oneOf(values);
        return text.substring(0, value.start()) + draw.oneOf(STRANGE) + text.substring(value.end());
    }

    /** A whole object or list is something else. */
    private static String container(String text, Seeded.Draw draw) {
        List<Integer> starts = Pattern.compile("[\\[{]")
                .matcher(text)
                .results()
                .map(MatchResult::start)
                .toList();
        if (starts.isEmpty()) {
            return value(text, draw);
        }
        int start = draw.oneOf(starts);
        int depth = 0;
        for (int i = start; i < text.length(); i++) {
            depth += "[{".indexOf(text.charAt(i)) >= 0 ? 1 : "]}".indexOf(text.charAt(i)) >= 0 ? -1 : 0;
            if (depth == 0) {
                return text.substring(0, start) + draw.oneOf(STRANGE) + text.substring(i + 1);
            }
        }
        return text.substring(0, start);
    }

    private static String without(String text, Seeded.Draw draw) {
        int at = draw.whole(0, text.length() - 1);
        int end = Math.min(text.length(), at + draw.whole(1, 20));
        return text.substring(0, at) + text.substring(end);
    }

    /** A line comes once more, or stands where another did. */
    private static String lines(String text, Seeded.Draw draw) {
        List<String> lines = text.lines().toList();
        return text + "\n" + (lines.isEmpty() ? "" : draw.oneOf(lines));
    }
}
