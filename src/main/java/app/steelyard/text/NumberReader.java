package app.steelyard.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as people type them, read alike in fields, ranges, scenarios, goals, claims, sweeps and options:
 *
 * <ul>
 *   <li>{@code 1,000,000}, {@code 1.2M}, {@code 5k}, {@code 1 million}, {@code 1e6};
 *   <li>a share as {@code 90 %} or {@code 0.9}: a bare number of 1 or more is refused, for it may be a forgotten sign;
 *   <li>a time with its unit, {@code 500 ms}, {@code 2 years}, {@code 8 h}; without one in the unit of the number;
 *   <li>money with or without the sign of its own currency, {@code $25}, {@code 25 EUR}; another one's is refused.
 * </ul>
 *
 * What two languages read differently, such as {@code 40.000}, is refused with both readings.
 */
public final class NumberReader {
    private static final Texts TEXTS = Texts.of(NumberReader.class);

    /** What is longer is no number that anybody types; the patterns below take their time over it. */
    public static final int LONGEST = 500;

    private static final int LONGEST_SHOWN = 60;

    private static final Pattern FORM =
            Pattern.compile("(?<sign>[-−+]?)\\s*(?:(?<money>\\p{Sc}|[a-z]{3}(?=[\\s\\d]))\\s*"
                    + "(?<inner>[-−]?))?(?<digits>[.,]?\\d(?:[\\d.,'’_ ]*\\d)?[.,]?)"
                    + "(?<exponent>e[-+]?\\d{1,3})?\\s*(?<rest>\\D*)");
    private static final Pattern SCALE = Pattern.compile(
            "(?<scale>k|thousand|mn|million|m|bn|billion|b|trillion|t)(?![\\p{L}])\\s*(?<rest>.*)", Pattern.DOTALL);
    private static final Pattern SIGN = Pattern.compile("\\p{Sc}|[a-z]{3}");
    private static final Pattern UNIT_BEHIND = Pattern.compile("(?:.*[\\d\\s.,)])?(?<unit>%|\\p{L}+|\\p{Sc})");

    /** How digits are written, in a language and by those who take its signs for each other. */
    private record Written(Pattern own, Pattern swapped, Pattern either) {
        private static final Map<Language, Written> ALL = new EnumMap<>(Language.class);

        static {
            for (Language language : Language.values()) {
                String d = Pattern.quote(String.valueOf(language.decimal()));
                String g = Pattern.quote(String.valueOf(language.group()));
                ALL.put(language, new Written(form(d, g), form(g, d), Pattern.compile("[1-9]\\d{0,2}" + d + "\\d{3}")));
            }
        }

        /** With {@code d} before the decimals and {@code g} between the thousands. */
        private static Pattern form(String d, String g) {
            return Pattern.compile("\\d{1,3}(?:(" + g + "|['’_ ])\\d{3})(?:\\1\\d{3})*(?:" + d + "\\d+)?|\\d+(?:" + d
                    + "\\d*)?|" + d + "\\d+");
        }

        static Written in(Language language) {
            return Objects.requireNonNull(ALL.get(language));
        }
    }

    private final Language language;
    private final Written written;
    private final @Nullable Currency currency;

    private NumberReader(Language language, @Nullable Currency currency) {
        this.language = language;
        written = Written.in(language);
        this.currency = currency;
    }

    /** Of arguments and files, alike everywhere; of all but money. */
    public static NumberReader plain() {
        return new NumberReader(Language.PLAIN, null);
    }

    /** Of arguments and files, alike everywhere; of a plan in {@code currency}. */
    public static NumberReader plain(Currency currency) {
        return new NumberReader(Language.PLAIN, currency);
    }

    /** Of fields, in the language that was chosen; of all but money. */
    public static NumberReader chosen() {
        return new NumberReader(Language.chosen(), null);
    }

    /** Of fields, in the language that was chosen; of a plan in {@code currency}. */
    public static NumberReader chosen(Currency currency) {
        return new NumberReader(Language.chosen(), currency);
    }

    /** What a text says. */
    public sealed interface Reading {
        /**
         * The number.
         *
         * @throws IllegalArgumentException with the sentence of the problem where it is none
         */
        default double orThrow() {
            return switch (this) {
                case Value(double value) -> value;
                case Problem(Fault fault, String sentence) -> throw new IllegalArgumentException(sentence);
            };
        }
    }

    /** A number in its unit: of 90 %, 0.9. */
    public record Value(double value) implements Reading {}

    /**
     * None.
     *
     * @param sentence what is wrong and what to type instead
     */
    public record Problem(Fault fault, String sentence) implements Reading {}

    /** Why a text is refused. */
    public enum Fault {
        NOT_A_NUMBER,
        /** Languages read it differently, by a factor of a thousand. */
        TWO_READINGS,
        /** As another language writes it. */
        OTHER_LANGUAGE,
        /** A share of 1 or more without its sign. */
        NO_PER_CENT,
        OTHER_CURRENCY,
        TOO_LARGE
    }

    /** Ends the reading. */
    private static final class NoNumber extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Problem problem;

        NoNumber(Fault fault, Object... arguments) {
            super("", null, false, false);
            problem = new Problem(fault, TEXTS.get("read." + fault, arguments));
        }
    }

    /** Reads one number. */
    public Reading read(String text, Unit unit) {
        try {
            double value = number(text.strip(), unit).doubleValue();
            return Double.isInfinite(value) ? new NoNumber(Fault.TOO_LARGE, text.strip()).problem : new Value(value);
        } catch (NoNumber e) {
            return e.problem;
        }
    }

    /**
     * Reads a number of things, however many digits it has.
     *
     * @throws IllegalArgumentException with the sentence of the problem if it is none
     */
    public BigDecimal exact(String text) {
        try {
            return number(text.strip(), Unit.COUNT);
        } catch (NoNumber e) {
            throw new IllegalArgumentException(e.problem.sentence(), e);
        }
    }

    /**
     * Reads money to its last digit.
     *
     * @throws IllegalArgumentException with the sentence of the problem if it is none
     */
    public BigDecimal exactMoney(String text) {
        try {
            return number(text.strip(), Unit.MONEY);
        } catch (NoNumber e) {
            throw new IllegalArgumentException(e.problem.sentence(), e);
        }
    }

    /** Reads the numbers of one range: a unit behind the last is that of those without one, as in 85 to 95 %. */
    public List<Reading> readAll(List<String> texts, Unit unit) {
        String shared = texts.isEmpty() ? "" : unitBehind(texts.getLast());
        List<Reading> readings = new ArrayList<>();
        for (String text : texts) {
            boolean bare = unitBehind(text).isEmpty() && !text.isBlank();
            readings.add(read(bare ? text + " " + shared : text, unit));
        }
        return readings;
    }

    /** What is shown of a text that is longer than {@link #LONGEST}. */
    public static String beginning(String text) {
        return text.substring(0, LONGEST_SHOWN) + "…";
    }

    /** The unit at the end of {@code text}, none where it ends with a digit or only with a scale such as k. */
    private static String unitBehind(String text) {
        Matcher matcher =
                UNIT_BEHIND.matcher(text.length() > LONGEST ? "" : text.strip().toLowerCase(Locale.ROOT));
        return matcher.matches() && !SCALE.matcher(matcher.group("unit")).matches() ? matcher.group("unit") : "";
    }

    private BigDecimal number(String typed, Unit unit) throws NoNumber {
        if (typed.length() > LONGEST) {
            throw none(beginning(typed), unit);
        }
        Matcher matcher =
                FORM.matcher(typed.replace('\u00a0', ' ').replace('\u202f', ' ').toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw none(typed, unit);
        }
        String rest = matcher.group("rest").strip();
        String exponent = matcher.group("exponent");
        BigDecimal value = digits(typed, matcher.group("digits"), unit, exponent != null, rest.equals("%"));
        if (exponent != null) {
            value = value.scaleByPowerOfTen(Integer.parseInt(exponent.substring(1)));
        }
        Matcher scale = SCALE.matcher(rest);
        if (scale.matches()) {
            if (scale.group("scale").equals("m") && unit.time() && !typed.contains("M")) {
                throw none(typed, unit);
            }
            value = value.scaleByPowerOfTen(zeros(scale.group("scale")));
            rest = scale.group("rest").strip();
        }
        String money = matcher.group("money");
        if (money != null) {
            checkCurrency(typed, money, unit);
        }
        BigDecimal read = inUnit(value, rest, typed, unit);
        boolean negative = isMinus(matcher.group("sign")) != isMinus(matcher.group("inner"));
        return negative ? read.negate() : read;
    }

    private static boolean isMinus(@Nullable String sign) {
        return "-".equals(sign) || "−".equals(sign);
    }

    private static int zeros(String scale) {
        return switch (scale) {
            case "k", "thousand" -> 3;
            case "m", "mn", "million" -> 6;
            case "b", "bn", "billion" -> 9;
            default -> 12;
        };
    }

    private BigDecimal inUnit(BigDecimal value, String rest, String typed, Unit unit) throws NoNumber {
        if (unit == Unit.FRACTION) {
            return share(value, rest, typed);
        }
        if (rest.isEmpty()) {
            return value;
        }
        if (unit == Unit.MONEY) {
            checkCurrency(typed, rest, unit);
            return value;
        }
        return value.multiply(unit.of(rest).orElseThrow(() -> none(typed, unit)));
    }

    private BigDecimal share(BigDecimal value, String rest, String typed) throws NoNumber {
        if (rest.equals("%")) {
            return value.movePointLeft(2);
        }
        if (!rest.isEmpty()) {
            throw none(typed, Unit.FRACTION);
        }
        if (value.compareTo(BigDecimal.ONE) >= 0) {
            // More than so many times the whole is hardly meant.
            boolean either = value.compareTo(BigDecimal.TEN) < 0;
            throw new NoNumber(
                    Fault.NO_PER_CENT,
                    typed,
                    Typing.of(value, language),
                    Typing.of(value.movePointLeft(2), language),
                    Typing.of(value.movePointRight(2), language),
                    either ? 1 : 0);
        }
        return value;
    }

    private void checkCurrency(String typed, String sign, Unit unit) throws NoNumber {
        boolean money = SIGN.matcher(sign).matches();
        if (unit != Unit.MONEY || !money || currency == null) {
            throw none(typed, unit);
        }
        String own = currency.symbol().strip();
        if (!sign.equalsIgnoreCase(own) && !sign.equalsIgnoreCase(currency.code())) {
            throw new NoNumber(Fault.OTHER_CURRENCY, typed, currency, own);
        }
    }

    /** The digits without what groups them. */
    private BigDecimal digits(String typed, String digits, Unit unit, boolean exponent, boolean perCent)
            throws NoNumber {
        boolean own = written.own.matcher(digits).matches();
        if (own && written.either.matcher(digits).matches() && !exponent && !(perCent && !digits.endsWith("0"))) {
            BigDecimal smaller = decimal(digits, language.decimal());
            String plain = Typing.plainly(smaller, language);
            throw new NoNumber(
                    Fault.TWO_READINGS,
                    typed,
                    plain,
                    Typing.of(smaller.movePointRight(3), language),
                    plain.indexOf(language.decimal()) < 0
                            ? plain + language.decimal() + "0"
                            : Typing.of(smaller, language));
        }
        if (own) {
            return decimal(digits, language.decimal());
        }
        if (written.swapped.matcher(digits).matches()) {
            BigDecimal meant = decimal(digits, language.group());
            throw new NoNumber(
                    Fault.OTHER_LANGUAGE, typed, Typing.of(meant, language), language.decimal(), language.group());
        }
        throw none(typed, unit);
    }

    private static BigDecimal decimal(String digits, char point) {
        StringBuilder plain = new StringBuilder();
        digits.chars()
                .filter(c -> c == point || Character.isDigit(c))
                .forEach(c -> plain.append(c == point ? '.' : (char) c));
        return new BigDecimal(plain.toString());
    }

    private static NoNumber none(String typed, Unit unit) {
        return new NoNumber(Fault.NOT_A_NUMBER, typed, TEXTS.get("read." + unit));
    }
}
