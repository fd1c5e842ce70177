package app.steelyard.usage.format.cloud;

import app.steelyard.text.Texts;
import app.steelyard.usage.row.CellValues;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.Tokens;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the names of meters and SKUs, which is where cloud bills, with a row for each kind of token, say what was
 * counted, of which model and in what unit. The names are for people and follow no grammar: {@code gpt 4.1 cached Inp
 * glbl Tokens}, {@code USW2-Claude4.6Sonnet-cache-read-input-token-count}.
 */
final class Meter {
    /** Between the words of {@code InputTokenCount}. */
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    private static final Pattern CACHE = word("cache|cached|caching|cachd|cchd|cd", "");
    private static final Pattern WRITE = word("write|writes|written|creation", "");
    private static final Pattern HOUR = Pattern.compile("(?<![a-z0-9])1[ -]?h(ou)?r?(?![a-z])");
    private static final Pattern FIVE = Pattern.compile("(?<![a-z0-9])5[ -]?m(in)?(ute)?s?(?![a-z])");
    private static final Pattern INPUT = word("inp|inpt|input|prompt", "s?");
    private static final Pattern OUTPUT = word("outp|outpt|output|opt|completion|response", "s?");
    private static final Pattern OTHER =
            Pattern.compile("storage|embed|training|hosting|hours?(?![a-z])|characters|provisioned|image|video|rerank");
    private static final Pattern UNIT = Pattern.compile(
            "(?:per )?(\\d{1,9})? ?(k|m|thousand|million)?(?: ?(?:input |output )?(?:tokens?|count))?(?![a-z])");
    private static final Pattern FAMILY = Pattern.compile(
            "claude|gpt|gemini|nova|titan|llama|mistral|mixtral|ministral|magistral|codestral|deepseek|command|jamba|"
                    + "qwen|grok|kimi|phi|gemma|\\bo[134]\\b");
    private static final Set<String> NOT_OF_THE_NAME = Set.of(
            ("tokens token count units glbl gl global regnl rgnl regional data zone dzone dzn dz 1m 1k cached cache "
                            + "caching cachd cchd cd inp inpt input outp outpt output opt read write writes batch flex "
                            + "priority prty std standard text predictions prediction ga thinking per million")
                    .split(" "));

    private Meter() {}

    /** Which part of a request's tokens a meter counts. */
    enum Kind {
        UNCACHED,
        READ,
        WRITE,
        WRITE_5M,
        WRITE_1H,
        OUTPUT;

        /** So many tokens of this kind, and of the other kinds none, as these have rows of their own. */
        Tokens tokens(long count) {
            return switch (this) {
                case UNCACHED -> new Tokens(count, 0L, null, null, 0L, 0L);
                case READ -> new Tokens(0L, count, null, null, 0L, 0L);
                case WRITE -> new Tokens(0L, 0L, null, null, count, 0L);
                case WRITE_5M -> new Tokens(0L, 0L, count, 0L, null, 0L);
                case WRITE_1H -> new Tokens(0L, 0L, 0L, count, null, 0L);
                case OUTPUT -> new Tokens(0L, 0L, null, null, 0L, count);
            };
        }
    }

    /** What a meter of that name counts; empty where it is no token of a request, or more than one kind fits. */
    static Optional<Kind> kind(String name) {
        String text = HUMP.matcher(name).replaceAll(" ").toLowerCase(Texts.LOCALE);
        if (OTHER.matcher(text).find()) {
            return Optional.empty();
        }
        boolean output = OUTPUT.matcher(text).find();
        if (CACHE.matcher(text).find()) {
            if (!WRITE.matcher(text).find()) {
                return output ? Optional.empty() : Optional.of(Kind.READ);
            }
            if (HOUR.matcher(text).find()) {
                return Optional.of(Kind.WRITE_1H);
            }
            return Optional.of(FIVE.matcher(text).find() ? Kind.WRITE_5M : Kind.WRITE);
        }
        boolean input = INPUT.matcher(text).find();
        return input == output ? Optional.empty() : Optional.of(input ? Kind.UNCACHED : Kind.OUTPUT);
    }

    /** The service tier in a meter's name; null where it names none. */
    static @Nullable String tier(String name) {
        String text = name.toLowerCase(Texts.LOCALE);
        return text.contains("batch")
                ? "batch"
                : text.contains("flex") ? "flex" : text.matches(".*(priority|prty).*") ? "priority" : null;
    }

    /** The model in a meter's name, without what the other methods read; null where it names none that is known. */
    static @Nullable String model(@Nullable String name) {
        if (name == null || !FAMILY.matcher(name.toLowerCase(Texts.LOCALE)).find()) {
            return null;
        }
        return Arrays.stream(name.toLowerCase(Texts.LOCALE).split("[\\s_-]+"))
                .filter(w -> !NOT_OF_THE_NAME.contains(w) && !w.isEmpty())
                .collect(Collectors.joining("-"));
    }

    /** How many tokens one unit is, such as {@code 1K tokens}; empty where it is no unit of tokens. */
    static Optional<Long> unit(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        Matcher matcher =
                UNIT.matcher(text.toLowerCase(Texts.LOCALE).replace(",", "").strip());
        if (text.isBlank() || !matcher.matches()) {
            return Optional.empty();
        }
        long digits = matcher.group(1) == null ? 1 : Long.parseLong(matcher.group(1));
        String scale = matcher.group(2) == null ? "" : matcher.group(2);
        return Optional.of(
                switch (scale) {
                    case "k", "thousand" -> digits * 1_000;
                    case "m", "million" -> digits * 1_000_000;
                    default -> digits;
                });
    }

    /**
     * {@code quantity} units as tokens. A bill's quantities are rounded, so this rounds to whole tokens; one below zero
     * takes back what was billed before.
     */
    static long count(String field, BigDecimal quantity, long unit) throws RowProblem {
        BigDecimal count = quantity.multiply(BigDecimal.valueOf(unit)).setScale(0, RoundingMode.HALF_UP);
        if (count.abs().compareTo(BigDecimal.valueOf(CellValues.MAX_COUNT)) > 0) {
            throw RowProblem.of(field, "count.large", quantity.toString(), CellValues.MAX_COUNT);
        }
        return count.longValueExact();
    }

    private static Pattern word(String words, String ending) {
        return Pattern.compile("(?<![a-z])(" + words + ")" + ending + "(?![a-z])");
    }
}
