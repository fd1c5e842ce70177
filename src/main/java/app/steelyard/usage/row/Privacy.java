package app.steelyard.usage.row;

import java.util.regex.Pattern;

/**
 * What must not be kept, whatever column it stands in: addresses of people, keys, and texts that people wrote. An {@code @}
 * by itself is none of these, for ids of models and workspaces have it.
 */
public final class Privacy {
    /** More characters are no name. */
    private static final int LONGEST = 200;

    /** More words are a sentence. */
    private static final int MOST_WORDS = 6;

    private static final Pattern ADDRESS = Pattern.compile(
            "[^\\s@<>\"]+@[^\\s@<>\"]+\\.\\p{L}{2,}(?![\\p{L}\\d])|\\bmailto:", Pattern.CASE_INSENSITIVE);

    /** As vendors begin theirs. */
    private static final Pattern KEY = Pattern.compile(
            "(?<![\\p{L}\\d])(sk|pk|rk)[-_][-_A-Za-z0-9]{8,}|(?<![\\p{L}\\d])(gh[pousr]_|github_pat_|xox[abprs]-|AKIA|ASIA|AIza|eyJ|ya29\\.|hf_|gsk_|xai-|Bearer"
                    + " )[-_.A-Za-z0-9+/=]{12,}");

    private static final Pattern WORD = Pattern.compile("\\S+");

    private Privacy() {}

    /** Whether it may be a name of a model or the like, and nothing private. */
    public static boolean isName(String text) {
        return text.length() <= LONGEST && !isPrivate(text) && text.chars().noneMatch(Character::isISOControl);
    }

    /** Whether something in it is an address, a key or a sentence. */
    public static boolean isPrivate(String text) {
        return text.length() > LONGEST
                || ADDRESS.matcher(text).find()
                || KEY.matcher(text).find()
                || WORD.matcher(text).results().limit(MOST_WORDS + 1L).count() > MOST_WORDS;
    }
}
