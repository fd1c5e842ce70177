package app.steelyard.usage.row;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;

/**
 * A half-open span of time, such as a bucket of an export or all that an import covers. Days are days in UTC, as the
 * vendors count them.
 *
 * @param end the first moment no longer in it
 */
public record TimeSpan(Instant start, Instant end) {

    private static final long SECONDS_PER_DAY = 86_400;

    public TimeSpan {
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException(end + " is not after " + start);
        }
    }

    /** Its length in days, with a fraction where it does not begin and end at midnight. */
    public double days() {
        return Duration.between(start, end).toMillis() / 86_400_000.0;
    }

    public LocalDate firstDay() {
        return day(start);
    }

    /** The last day that has a part in it. */
    public LocalDate lastDay() {
        return day(end.minusNanos(1));
    }

    /** Every day that has a part in it. */
    public Stream<LocalDate> eachDay() {
        return firstDay().datesUntil(lastDay().plusDays(1));
    }

    /** The shortest span that holds both. */
    public TimeSpan union(TimeSpan other) {
        return new TimeSpan(
                start.isBefore(other.start) ? start : other.start, end.isAfter(other.end) ? end : other.end);
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofEpochDay(Math.floorDiv(time.getEpochSecond(), SECONDS_PER_DAY));
    }
}
