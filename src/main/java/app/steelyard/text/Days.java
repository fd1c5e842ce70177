package app.steelyard.text;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/** Days as people read them, and stretches of days that fit side by side. */
public final class Days {
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("d MMM uuuu", Texts.LOCALE);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM", Texts.LOCALE);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Texts.LOCALE);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Texts.LOCALE);
    private static final DateTimeFormatter MONTH_IN_FULL = DateTimeFormatter.ofPattern("MMMM uuuu", Texts.LOCALE);
    private static final int MOST_DAYS = 190;
    private static final int MOST_WEEKS = 190;

    private Days() {}

    /** How long the stretches are. */
    public enum Step {
        DAY,
        WEEK,
        MONTH
    }

    public static Step step(LocalDate first, LocalDate last) {
        long days = ChronoUnit.DAYS.between(first, last) + 1;
        return days <= MOST_DAYS ? Step.DAY : days <= 7L * MOST_WEEKS ? Step.WEEK : Step.MONTH;
    }

    /** The day with which the stretch that {@code day} is in begins: weeks on Mondays. */
    public static LocalDate begin(Step step, LocalDate day) {
        return switch (step) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(java.time.DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    /** The last day of the stretch that begins with {@code day}. */
    public static LocalDate end(Step step, LocalDate day) {
        return switch (step) {
            case DAY -> day;
            case WEEK -> day.plusDays(6);
            case MONTH -> day.with(TemporalAdjusters.lastDayOfMonth());
        };
    }

    /** The stretches that have a part of the days from first to last, by their first days. */
    public static List<LocalDate> all(Step step, LocalDate first, LocalDate last) {
        return begin(step, first)
                .datesUntil(
                        last.plusDays(1),
                        switch (step) {
                            case DAY -> java.time.Period.ofDays(1);
                            case WEEK -> java.time.Period.ofWeeks(1);
                            case MONTH -> java.time.Period.ofMonths(1);
                        })
                .toList();
    }

    /** {@code 3 Nov 2026}. */
    public static String full(LocalDate day) {
        return FULL.format(day);
    }

    /** {@code November 2026}. */
    public static String month(LocalDate day) {
        return MONTH_IN_FULL.format(day);
    }

    /** {@code 3 Nov 2026, 14:05}. */
    public static String moment(LocalDateTime moment) {
        return MOMENT.format(moment);
    }

    /** In full: {@code 3 Nov 2026}, {@code 2 Nov 2026 – 8 Nov 2026} or {@code Nov 2026}. */
    public static String name(Step step, LocalDate day) {
        return switch (step) {
            case DAY -> full(day);
            case WEEK -> full(day) + " – " + full(end(step, day));
            case MONTH -> MONTH.format(day);
        };
    }

    /** Under an axis. */
    public static String tick(Step step, LocalDate day) {
        return (step == Step.MONTH ? MONTH : SHORT).format(day);
    }
}
