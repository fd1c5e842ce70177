package app.steelyard.usage.row;

import app.steelyard.text.Currency;
import app.steelyard.text.Texts;
import app.steelyard.usage.input.Content;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the cells of an export. A value is quoted in a reason only where it is a number: others may be private. */
public final class CellValues {
    /** More than this in one row is taken for an error. */
    public static final long MAX_COUNT = 1_000_000_000_000_000L;

    private static final int MAX_DIGITS = 40;
    private static final int LONGEST_TIME = 100;
    private static final Duration LONGEST_BUCKET = Duration.ofDays(366);
    private static final long EARLIEST = Instant.parse("2015-01-01T00:00:00Z").getEpochSecond();
    private static final long LATEST = Instant.parse("2100-01-01T00:00:00Z").getEpochSecond();
    /** Ids of models may hold the sign, as {@code claude-sonnet-4-5@20250929} does; addresses are private. */
    private static final Pattern SECONDS = Pattern.compile("[0-9.+eE]+");

    private static final Pattern WITH_OFFSET = Pattern.compile(".*T.*([Zz]|[+-][0-9:]+)");
    private static final Texts TEXTS = Texts.of(CellValues.class);

    private CellValues() {}

    /** A whole number of 0 or more, which may be written as a float; null where nothing is stated. */
    public static @Nullable Long count(String field, @Nullable String text) throws RowProblem {
        if (text == null || text.isBlank()) {
            return null;
        }
        BigDecimal value = number(field, text.strip());
        if (value.signum() < 0) {
            throw RowProblem.of(field, "count.negative", shown(text));
        }
        if (value.compareTo(BigDecimal.valueOf(MAX_COUNT)) > 0) {
            throw RowProblem.of(field, "count.large", shown(text), MAX_COUNT);
        }
        BigDecimal whole = value.stripTrailingZeros();
        if (whole.scale() > 0) {
            throw RowProblem.of(field, "count.fraction", shown(text));
        }
        return whole.longValueExact();
    }

    /** Like {@link #count}, where something must be stated. */
    public static long required(String field, @Nullable String text) throws RowProblem {
        Long value = count(field, text);
        if (value == null) {
            throw RowProblem.of(field, "count.missing");
        }
        return value;
    }

    /**
     * Seconds since 1970, or an ISO time, which without an offset is one in UTC.
     *
     * @throws RowProblem if it is missing or no time between 2015 and 2100
     */
    public static Instant time(String field, @Nullable String text) throws RowProblem {
        if (text == null || text.isBlank()) {
            throw RowProblem.of(field, "time.missing");
        }
        String value = text.strip();
        Instant time;
        if (SECONDS.matcher(value).matches()) {
            BigDecimal seconds = number(field, value).stripTrailingZeros();
            if (seconds.scale() > 0
                    || seconds.compareTo(BigDecimal.valueOf(EARLIEST)) < 0
                    || seconds.compareTo(BigDecimal.valueOf(LATEST)) > 0) {
                throw RowProblem.of(field, "time.seconds", shown(value));
            }
            time = Instant.ofEpochSecond(seconds.longValueExact());
        } else {
            time = iso(field, value);
        }
        if (time.getEpochSecond() < EARLIEST || time.getEpochSecond() > LATEST) {
            throw RowProblem.of(field, "time.range");
        }
        return time;
    }

    /** The day, or with a time of day the hour, that {@code text} begins. */
    public static TimeSpan bucket(String field, @Nullable String text) throws RowProblem {
        Instant start = time(field, text);
        boolean day = text != null && text.strip().length() <= "uuuu-MM-dd".length();
        return new TimeSpan(start, start.plus(day ? Duration.ofDays(1) : Duration.ofHours(1)));
    }

    /** The day, where {@code text} is its midnight; else the hour that it begins. */
    public static TimeSpan dayOrHour(String field, @Nullable String text) throws RowProblem {
        Instant start = time(field, text);
        boolean day = start.truncatedTo(ChronoUnit.DAYS).equals(start);
        return new TimeSpan(start, start.plus(day ? Duration.ofDays(1) : Duration.ofHours(1)));
    }

    /** Like {@link #time}, but null where nothing is stated. */
    public static @Nullable Instant timeIfStated(String field, @Nullable String text) throws RowProblem {
        return text == null || text.isBlank() ? null : time(field, text);
    }

    /** A bucket whose first moment and whose first moment after it are stated. */
    public static TimeSpan span(String startField, @Nullable String start, String endField, @Nullable String end)
            throws RowProblem {
        Instant from = time(startField, start);
        Instant to = time(endField, end);
        if (!to.isAfter(from)) {
            throw new RowProblem("time.order");
        }
        if (Duration.between(from, to).compareTo(LONGEST_BUCKET) > 0) {
            throw new RowProblem("time.long", LONGEST_BUCKET.toDays());
        }
        return new TimeSpan(from, to);
    }

    /** An exact amount of money, which may be negative; null where none is stated. */
    public static @Nullable BigDecimal money(String field, @Nullable String text) throws RowProblem {
        return text == null || text.isBlank() ? null : number(field, text.strip());
    }

    /** Like {@link #money}, where something must be stated. */
    public static BigDecimal requiredMoney(String field, @Nullable String text) throws RowProblem {
        BigDecimal value = money(field, text);
        if (value == null) {
            throw RowProblem.of(field, "count.missing");
        }
        return value;
    }

    /** An ISO 4217 code, in either case; null or anything else is a problem, for then nobody knows what was paid. */
    public static Currency currency(String field, @Nullable String text) throws RowProblem {
        String code = text == null ? "" : text.strip().toUpperCase(Texts.LOCALE);
        if (!Currency.isCode(code)) {
            throw RowProblem.of(field, "currency.odd");
        }
        return new Currency(code);
    }

    /** An id or name; null where none is stated. */
    public static @Nullable String name(String field, @Nullable String text) throws RowProblem {
        if (text == null || text.isBlank()) {
            return null;
        }
        String name = text.strip();
        if (name.indexOf(Content.INVALID) >= 0) {
            throw RowProblem.of(field, "name.encoding");
        }
        if (!Privacy.isName(name)) {
            throw RowProblem.of(field, "name.odd");
        }
        return name;
    }

    /** True or false in any capitals; null where it is neither. */
    public static @Nullable Boolean flag(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return switch (text.strip().toLowerCase(Texts.LOCALE)) {
            case "true" -> true;
            case "false" -> false;
            default -> null;
        };
    }

    /** Keeps the exponent small: an exact 1e999999999 would fill the memory. */
    private static BigDecimal number(String field, String text) throws RowProblem {
        if (text.length() <= MAX_DIGITS) {
            try {
                BigDecimal value = new BigDecimal(text);
                if (value.signum() == 0) {
                    return BigDecimal.ZERO;
                }
                if (Math.abs((long) value.scale()) <= 2 * MAX_DIGITS) {
                    return value;
                }
                throw RowProblem.of(field, "count.odd", shown(text));
            } catch (NumberFormatException e) {
                throw RowProblem.of(field, "count.odd", shown(text));
            }
        }
        throw RowProblem.of(field, "count.odd", shown(text));
    }

    private static Instant iso(String field, String text) throws RowProblem {
        if (text.length() > LONGEST_TIME) {
            throw RowProblem.of(field, "time.odd");
        }
        String value = text.replace(' ', 'T');
        try {
            if (value.length() == 10) {
                return LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            return WITH_OFFSET.matcher(value).matches()
                    ? OffsetDateTime.parse(value).toInstant()
                    : LocalDateTime.parse(value).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw RowProblem.of(field, "time.odd");
        }
    }

    private static String shown(String text) {
        String value = text.strip();
        return value.matches("[-+0-9.,eE]{1,40}|[-+]?(NaN|Infinity|INF|inf|nan)")
                ? "'" + value + "'"
                : TEXTS.get("value.hidden");
    }
}
