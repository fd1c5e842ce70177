package app.steelyard.usage.notation;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day, perhaps with a time, in other signs than programs use.
 *
 * @param first what stands first of day and month, or the year where that does
 * @param time what follows the day, as it stands there; may be empty
 */
public record DayShape(int first, int second, int third, char separator, String time) {
    private static final Pattern DAY =
            Pattern.compile("([0-9]{1,2}|[0-9]{4})([./-])([0-9]{1,2})\\2([0-9]{4}|[0-9]{1,2})(?:(?:[T ]|, ?)(\\S.*))?");
    private static final Pattern ISO = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}.*");
    private static final Pattern TIME = Pattern.compile(
            "([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})([.,][0-9]{1,9})?)?(?: ?([AaPp])\\.?[Mm]\\.?)?(?: ?(Z|UTC|GMT|[-+][0-9]{2}:?[0-9]{2}))?");
    private static final int CENTURY = 2000;
    private static final int MONTHS = 12;
    private static final int DAYS = 31;
    private static final int NOON = 12;

    /** Empty for what is no day, and for one that is written as programs do. */
    public static Optional<DayShape> of(String text) {
        Matcher parts = DAY.matcher(text);
        if (!parts.matches() || ISO.matcher(text).matches()) {
            return Optional.empty();
        }
        String time = parts.group(5) == null ? "" : parts.group(5);
        DayShape day = new DayShape(
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(3)),
                Integer.parseInt(parts.group(4)),
                parts.group(2).charAt(0),
                time);
        boolean two = parts.group(1).length() <= 2 && parts.group(4).length() <= 2;
        DayShape full = two ? new DayShape(day.first, day.second, CENTURY + day.third, day.separator, time) : day;
        boolean yearOnce = full.isYearFirst()
                ? parts.group(4).length() <= 2
                : parts.group(4).length() != 3;
        return Optional.of(full)
                .filter(d -> yearOnce
                        && d.mayBe()
                        && (time.isEmpty() || TIME.matcher(time).matches()));
    }

    boolean isYearFirst() {
        return first >= CENTURY / 2;
    }

    private boolean mayBe() {
        return isYearFirst()
                ? second >= 1 && second <= MONTHS && third >= 1 && third <= DAYS
                : first >= 1 && second >= 1 && Math.max(first, second) <= DAYS && Math.min(first, second) <= MONTHS;
    }

    /** Whether either number may be the month, and they differ. */
    boolean isUndecided() {
        return !isYearFirst() && first <= MONTHS && second <= MONTHS && separator != '.';
    }

    /** Whether only the day can stand first; with points it does in every country. */
    boolean isDayFirst() {
        return !isYearFirst() && (first > MONTHS || separator == '.' && second <= MONTHS);
    }

    boolean isMonthFirst() {
        return !isYearFirst() && second > MONTHS;
    }

    /** Whether it is a day where all of its file have that order; with points they have their own. */
    boolean mayHave(DayOrder order) {
        return separator == '.' || (order == DayOrder.DAY_FIRST ? !isMonthFirst() : !isDayFirst());
    }

    /** Days since some year's beginning, for telling how far two are apart. */
    long ordinal(DayOrder order) {
        return order == DayOrder.DAY_FIRST
                ? (third * 12L + second) * DAYS + first
                : (third * 12L + first) * DAYS + second;
    }

    /** As programs write it. */
    String iso(DayOrder order) {
        boolean dayFirst = order == DayOrder.DAY_FIRST && !isMonthFirst() || isDayFirst();
        String day = isYearFirst()
                ? iso(first, second, third)
                : dayFirst ? iso(third, second, first) : iso(third, first, second);
        Matcher parts = TIME.matcher(time);
        if (time.isEmpty() || !parts.matches()) {
            return day;
        }
        int hour = Integer.parseInt(parts.group(1));
        if (parts.group(5) != null) {
            hour = hour % NOON + (parts.group(5).equalsIgnoreCase("p") ? NOON : 0);
        }
        String second = parts.group(3) == null ? "00" : parts.group(3);
        String fraction = parts.group(4) == null ? "" : parts.group(4).replace(',', '.');
        String zone = parts.group(6) == null ? "" : parts.group(6).replaceFirst("UTC|GMT", "Z");
        return "%sT%02d:%s:%s%s%s"
                .formatted(day, hour, parts.group(2), second, fraction, zone.replaceFirst("^(...)(\\d\\d)$", "$1:$2"));
    }

    private static String iso(int year, int month, int day) {
        return String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, day);
    }
}
