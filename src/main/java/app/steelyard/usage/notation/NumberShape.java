package app.steelyard.usage.notation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the way in which one number is written tells of all numbers of its file. A sign that comes twice, or before the
 * other one, groups digits; one that no three digits follow, or none or a zero or more than three come before, stands
 * before decimals; {@code 1.234} may be either.
 */
public enum NumberShape {
    /** No number. */
    NONE,
    /** Digits alone: every country writes them so. */
    PLAIN,
    /** Digits in groups with spaces or the like, and no other sign. */
    SPACED,
    /** A point before decimals, or commas between groups. */
    POINT,
    /** A comma before decimals, or points between groups. */
    COMMA,
    /** One point and three digits: decimals or thousands. */
    POINT_OR_GROUP,
    /** The same of three zeros, which leave a whole number a whole number either way. */
    POINT_OR_GROUP_OF_ZEROS,
    /** One comma and three digits. */
    COMMA_OR_GROUP,
    /** The same of three zeros. */
    COMMA_OR_GROUP_OF_ZEROS;

    /** Space, no-break spaces, apostrophes and underscore. */
    private static final String SPACES = " \u00a0\u2009\u202f'\u2019_";

    private static final Pattern NUMBER =
            Pattern.compile("[-+\u2212]?([0-9][0-9.," + SPACES + "]*|[.,][0-9]+)([eE][-+]?[0-9]{1,3})?");
    private static final Pattern SPACED_GROUPS = Pattern.compile("[0-9]{1,3}([" + SPACES + "][0-9]{3})+([.,][0-9]*)?");
    private static final Pattern GROUPED =
            Pattern.compile("[0-9]{1,3}(([.])[0-9]{3}(\\2[0-9]{3})*|(,)[0-9]{2,3}(,[0-9]{2,3})*)");
    private static final Pattern LAST_GROUP = Pattern.compile(".*[0-9]{3}");
    private static final int LONGEST = 40;

    /** How {@code text}, stripped, is written. */
    public static NumberShape of(String text) {
        if (!text.isEmpty() && text.length() <= LONGEST && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return PLAIN;
        }
        Matcher parts = NUMBER.matcher(text);
        if (text.length() > LONGEST || !parts.matches()) {
            return NONE;
        }
        String digits = parts.group(1);
        boolean exponent = parts.group(2) != null;
        boolean spaced = digits.chars().anyMatch(c -> SPACES.indexOf(c) >= 0);
        if (spaced && !SPACED_GROUPS.matcher(digits).matches()) {
            return NONE;
        }
        int point = digits.lastIndexOf('.');
        int comma = digits.lastIndexOf(',');
        if (point < 0 && comma < 0) {
            return spaced ? SPACED : PLAIN;
        }
        char sign = point > comma ? '.' : ',';
        int at = Math.max(point, comma);
        String before = digits.substring(0, at);
        String after = digits.substring(at + 1);
        boolean both = point >= 0 && comma >= 0;
        if (both) {
            // The last one stands before the decimals, and only once; the other one makes groups.
            boolean sound = before.indexOf(sign) < 0
                    && GROUPED.matcher(before).matches()
                    && LAST_GROUP.matcher(before).matches();
            return sound && !spaced ? decimal(sign) : NONE;
        }
        if (before.indexOf(sign) >= 0) {
            boolean sound = GROUPED.matcher(digits).matches()
                    && LAST_GROUP.matcher(digits).matches();
            return sound && !exponent && !spaced ? decimal(sign == '.' ? ',' : '.') : NONE;
        }
        if (spaced
                || exponent
                || after.length() != 3
                || before.isEmpty()
                || before.length() > 3
                || before.startsWith("0")) {
            return decimal(sign);
        }
        boolean zeros = after.equals("000");
        return sign == '.'
                ? zeros ? POINT_OR_GROUP_OF_ZEROS : POINT_OR_GROUP
                : zeros ? COMMA_OR_GROUP_OF_ZEROS : COMMA_OR_GROUP;
    }

    private static NumberShape decimal(char sign) {
        return sign == '.' ? POINT : COMMA;
    }

    /** Whether a number so written may be one with {@code sign} before decimals. */
    public boolean mayHave(DecimalSign sign) {
        return switch (this) {
            case NONE -> false;
            case POINT -> sign == DecimalSign.POINT;
            case COMMA -> sign == DecimalSign.COMMA;
            default -> true;
        };
    }

    /** The number as programs write it, where {@code sign} stands before decimals. */
    static String plain(String text, DecimalSign sign) {
        StringBuilder plain = new StringBuilder();
        char decimal = sign == DecimalSign.POINT ? '.' : ',';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == decimal) {
                plain.append('.');
            } else if (c == '\u2212') {
                plain.append('-');
            } else if (c != '.' && c != ',' && SPACES.indexOf(c) < 0) {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    /** Whether {@code text} may be a whole number, whoever wrote it. */
    public static boolean mayBeWhole(String text) {
        NumberShape shape = of(text);
        return switch (shape) {
            case NONE -> false;
            case POINT -> isWhole(plain(text, DecimalSign.POINT));
            case COMMA -> isWhole(plain(text, DecimalSign.COMMA));
            default -> true;
        };
    }

    private static boolean isWhole(String plain) {
        int point = plain.indexOf('.');
        return point < 0 || plain.substring(point + 1).chars().allMatch(c -> c == '0');
    }
}
