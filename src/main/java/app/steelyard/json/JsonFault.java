package app.steelyard.json;

import app.steelyard.text.Texts;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** What is wrong with a text that should be JSON, in our words: the parser's own name its settings and its classes. */
public final class JsonFault {
    private static final Texts TEXTS = Texts.of(JsonFault.class);
    private static final Pattern CHARACTER = Pattern.compile("Unexpected character \\('(.+?)' \\(code \\d+.*");
    private static final Pattern CLOSE = Pattern.compile("Unexpected close marker '(.)'.*");
    private static final Pattern TOKEN = Pattern.compile("Unrecognized token '(.*?)'.*");
    private static final Pattern TWICE = Pattern.compile("Duplicate Object property \"(.*?)\".*");
    private static final Pattern NUMBER = Pattern.compile("(Invalid numeric value).*");
    private static final Pattern ESCAPE = Pattern.compile("Unrecognized character escape '(.+?)'.*");

    private static final String END = "Unexpected end-of-input";
    private static final String CONTROL = "Illegal unquoted character";

    private JsonFault() {}

    /** Without its place, and without a full stop: {@code the file ends too early, before all brackets are closed}. */
    public static String words(JacksonException e) {
        String message =
                String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
        if (e instanceof UnexpectedEndOfInputException || message.startsWith(END)) {
            return TEXTS.get("end");
        }
        if (message.startsWith(CONTROL)) {
            return TEXTS.get("control");
        }
        return Stream.of(
                        said(CHARACTER, message, "character"),
                        said(CLOSE, message, "character"),
                        said(TOKEN, message, "token"),
                        said(TWICE, message, "twice"),
                        said(ESCAPE, message, "escape"),
                        said(NUMBER, message, "number"))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(TEXTS.get("other"));
    }

    private static Optional<String> said(Pattern pattern, String message, String key) {
        Matcher matcher = pattern.matcher(message);
        return matcher.matches() ? Optional.of(TEXTS.get(key, matcher.group(1))) : Optional.empty();
    }
}
