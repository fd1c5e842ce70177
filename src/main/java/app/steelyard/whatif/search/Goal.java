package app.steelyard.whatif.search;

import app.steelyard.cost.Comparison;
import app.steelyard.cost.result.Measure;
import app.steelyard.text.NumberReader;
import app.steelyard.text.Texts;
import app.steelyard.whatif.Result;
import app.steelyard.whatif.Subject;
import java.util.Locale;

/**
 * What a search is to bring about: {@code tco(hybrid) = 100,000}, {@code tco(prompt-caching) = tco(retrieval)} or
 * {@code cheapest = hybrid}.
 */
public sealed interface Goal {

    /** How far a comparison is off it, 0 where it is reached; NaN where that is not known. */
    double off(Comparison comparison);

    /** A result comes to a value, in its unit. */
    record Reaches(Result result, double value) implements Goal {
        @Override
        public double off(Comparison comparison) {
            return result.of(comparison) - value;
        }

        @Override
        public String toString() {
            return result + " = " + value;
        }
    }

    /** Two results, of one unit, come to the same. */
    record Same(Result left, Result right) implements Goal {
        @Override
        public double off(Comparison comparison) {
            return left.of(comparison) - right.of(comparison);
        }

        @Override
        public String toString() {
            return left + " = " + right;
        }
    }

    /** A design is the cheapest that can do the job, alone or with others. */
    record Cheapest(Subject design) implements Goal {
        /** By how much it costs less than the best of the others. */
        @Override
        public double off(Comparison comparison) {
            return claim().in(comparison).margin();
        }

        Claim claim() {
            return new Claim.Wins(design);
        }

        @Override
        public String toString() {
            return claim().text();
        }
    }

    /**
     * Reads a goal, its value with {@code numbers}.
     *
     * @throws IllegalArgumentException if it is none, saying why and what can be asked for
     */
    static Goal parse(String text, NumberReader numbers) {
        Texts texts = Texts.of(Goal.class);
        String[] sides = text.split("=", -1);
        if (sides.length != 2) {
            throw new IllegalArgumentException(texts.get(
                    "goal.none", text.strip(), String.join(", ", Measure.keys()), String.join(", ", Subject.keys())));
        }
        String right = sides[1].strip().toLowerCase(Locale.ROOT);
        if (sides[0].strip().equalsIgnoreCase(Subject.CHEAPEST.key())) {
            Subject design = Result.subject(right);
            if (design == Subject.CHEAPEST) {
                throw new IllegalArgumentException(texts.get("claim.cheapest"));
            }
            return new Cheapest(design);
        }
        Result left = Result.parse(sides[0]);
        if (!Result.names(right)) {
            return new Reaches(left, numbers.read(sides[1], left.unit()).orThrow());
        }
        Result other = Result.parse(right);
        if (other.unit() != left.unit()) {
            throw new IllegalArgumentException(texts.get("claim.units", left, other));
        }
        return new Same(left, other);
    }
}
