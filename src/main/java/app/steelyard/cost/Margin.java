package app.steelyard.cost;

import app.steelyard.cost.result.Driver;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.text.Money;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the cost of one design stands against that of another, over the horizon. A difference is that of the amounts as they are
 * shown, so that it is one figure wherever it is told.
 *
 * @param one the design it is told of
 * @param other what that is held against
 */
public record Margin(Evaluation.Priced one, Evaluation.Priced other) {

    /**
     * What goes into a driver more or less.
     *
     * @param amount how much; above 0
     */
    public record Part(Driver driver, Money amount) {}

    /** What {@code one} costs less than {@code other}; negative where it costs more. */
    public Money less() {
        return other.tco().rounded().minus(one.tco().rounded()).rounded();
    }

    /** The same in an average month. */
    public Money lessPerMonth() {
        return averageMonth(other).minus(averageMonth(one)).rounded();
    }

    private static Money averageMonth(Evaluation.Priced design) {
        return design.currency().of(design.measures().averageMonth()).rounded();
    }

    /** Whether both cost the same as far as it is shown. */
    public boolean tie() {
        return one.tco().ties(other.tco());
    }

    /** Whether {@code other} ranks before {@code one}: it costs less, or less for each success where that is known of both. */
    public boolean behind() {
        Money mine = less().with(one.ranked());
        Money others = less().with(other.ranked());
        return mine.value() > others.value() && !mine.ties(others);
    }

    /** What {@code one} spends less on, where that differs most; empty where that shows as nothing. */
    public Optional<Part> lessOn() {
        return most(1);
    }

    /** What {@code one} spends more on, where that differs most; empty where that shows as nothing. */
    public Optional<Part> moreOn() {
        return most(-1);
    }

    private Optional<Part> most(int sign) {
        return Stream.of(Driver.values())
                .map(d -> new Part(
                        d,
                        less().with(sign
                                * (other.cashFlow().total(d) - one.cashFlow().total(d)))))
                .filter(p -> p.amount().value() > 0 && !p.amount().nothing())
                .max(Comparator.comparing(Part::amount));
    }
}
