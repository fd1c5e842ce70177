package app.steelyard.pricing;

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
}
