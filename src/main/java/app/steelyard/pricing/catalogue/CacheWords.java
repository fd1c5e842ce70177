package app.steelyard.pricing.catalogue;

import app.steelyard.pricing.CacheLifetime;
import app.steelyard.pricing.CachePolicy;
import app.steelyard.pricing.CachePolicy.Mode;
import app.steelyard.pricing.Source;
import app.steelyard.pricing.Validity;
import app.steelyard.text.Names;
import app.steelyard.text.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rules of a prompt cache in three words, as a person states them: who marks what is cached, from how many tokens, for
 * how long, as in {@code automatic 1024 5m}. What the words leave out is taken as most vendors have it: every hit renews
 * the life, and neither batch requests nor tuned models have it.
 */
public final class CacheWords {
    private static final Texts TEXTS = Texts.of(CacheWords.class);
    private static final Pattern WORDS = Pattern.compile("(automatic|explicit)\\s+(\\d{1,7})\\s+(\\d{1,4})\\s?([mh])");

    private CacheWords() {}

    /** @throws IllegalArgumentException with what is expected, where they are no such words */
    public static CachePolicy read(String text, Source source) {
        Matcher words = WORDS.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!words.matches() || Integer.parseInt(words.group(3)) == 0) {
            throw new IllegalArgumentException(TEXTS.get("cache.words", text.strip()));
        }
        long number = Long.parseLong(words.group(3));
        return new CachePolicy(
                Mode.valueOf(words.group(1).toUpperCase(Locale.ROOT)),
                new Validity(Catalogue.ALWAYS, null),
                Long.parseLong(words.group(2)),
                1,
                null,
                List.of(new CacheLifetime(
                        number + words.group(4),
                        words.group(4).equals("m") ? Duration.ofMinutes(number) : Duration.ofHours(number),
                        CacheLifetime.Refresh.ON_HIT)),
                null,
                null,
                false,
                false,
                source,
                "");
    }

    /** Rules as words say them; empty for those that three words cannot say. Of some lifetimes it is the first. */
    public static Optional<String> like(CachePolicy policy) {
        Duration keeps = policy.lifetimes().getFirst().duration();
        String time = keeps.toMinutes() % 60 == 0 ? keeps.toHours() + "h" : keeps.toMinutes() + "m";
        return Optional.of(Names.word(policy.mode()) + " " + policy.minimumTokens() + " " + time)
                .filter(w -> WORDS.matcher(w).matches());
    }

    /** The words of rules that were read from such. */
    static String of(CachePolicy policy) {
        return Names.word(policy.mode()) + " " + policy.minimumTokens() + " "
                + policy.lifetimes().getFirst().name();
    }
}
