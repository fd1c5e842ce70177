package app.steelyard.cost;

import app.steelyard.cost.result.Driver;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Ties;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the cost of one design stands against that of another, over the horizon and in the plan's currency.
 *
 * @param one the design it is told of
 * @param other what that is held against
 */
public record Margin(Evaluation.Priced one, Evaluation.Priced other, String currency) {

    /**
     * What goes into a driver more or less.
     *
     * @param amount how much; above 0
     */
    public record Part(Driver driver, double amount) {}

    /** What {@code one} costs less than {@code other}; negative where it costs more. */
    public double less() {
        return other.measures().tco() - one.measures().tco();
    }

    /** The same in an average month. */
    public double lessPerMonth() {
        return other.measures().averageMonth() - one.measures().averageMonth();
    }

    /** Whether both cost the same as far as it is shown. */
    public boolean tie() {
        return Ties.alike(one.measures().tco(), other.measures().tco(), currency);
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
                        d, sign * (other.cashFlow().total(d) - one.cashFlow().total(d))))
                .filter(p -> p.amount() > 0 && !Ties.alike(p.amount(), 0, currency))
                .max(Comparator.comparingDouble(Part::amount));
    }
}
