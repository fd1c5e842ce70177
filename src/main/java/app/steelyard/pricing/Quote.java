package app.steelyard.pricing;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The recorded fact that answers for a day, with the marks it carries on that day.
 *
 * @param fact the one valid that day, or else the nearest, which is then marked
 */
public record Quote<T extends Dated>(T fact, Set<PriceMark> marks) {

    public Quote {
        marks = Set.copyOf(marks);
    }

    /** The one of a day; empty where there is none at all. In one pass: each month of each design asks for ten of them. */
    static <T extends Dated> Optional<Quote<T>> of(List<T> facts, LocalDate day, Set<PriceMark> base) {
        T valid = null;
        T expired = null;
        T next = null;
        for (T fact : facts) {
            Validity validity = fact.validity();
            if (validity.contains(day)) {
                valid = valid == null || starts(valid, fact) ? fact : valid;
            } else if (validity.from().isAfter(day)) {
                next = next == null || starts(fact, next) ? fact : next;
            } else {
                expired = expired == null || starts(expired, fact) ? fact : expired;
            }
        }
        EnumSet<PriceMark> marks = EnumSet.noneOf(PriceMark.class);
        marks.addAll(base);
        T found = valid;
        if (found == null) {
            marks.add(expired == null ? PriceMark.NOT_YET_VALID : PriceMark.EXPIRED);
            found = expired == null ? next : expired;
        }
        if (found == null) {
            return Optional.empty();
        }
        if (found.source().read().plusDays(PriceBook.STALE_AFTER_DAYS).isBefore(day)) {
            marks.add(PriceMark.STALE);
        }
        boolean promotional =
                found instanceof RateCard r && r.promotional() || found instanceof ServicePrice s && s.promotional();
        if (promotional) {
            marks.add(PriceMark.PROMOTIONAL);
        }
        return Optional.of(new Quote<>(found, marks));
    }

    private static boolean starts(Dated earlier, Dated later) {
        return earlier.validity().from().isBefore(later.validity().from());
    }
}
