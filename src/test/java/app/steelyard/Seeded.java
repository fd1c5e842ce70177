package app.steelyard;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Runs a property on many random cases, the same ones every time, and names the seed of one that fails. */
public final class Seeded {
    private Seeded() {}

    /** What must hold of every case drawn from {@code random}. */
    public interface Property {
        void check(Draw random) throws Exception;
    }

    /** Random values for one case. */
    public record Draw(RandomGenerator random) {

        /** Evenly between the two. */
        public double between(double low, double high) {
            return low + random.nextDouble() * (high - low);
        }

        /** Evenly between the two on a logarithmic scale; {@code low} above 0. */
        public double scaled(double low, double high) {
            return low * Math.pow(high / low, random.nextDouble());
        }

        public int whole(int low, int high) {
            return random.nextInt(low, high + 1);
        }

        public boolean maybe() {
            return random.nextBoolean();
        }

        public <T> T oneOf(List<T> choices) {
            return choices.get(random.nextInt(choices.size()));
        }

        @SafeVarargs
        @SuppressWarnings("varargs")
        public final <T> T oneOf(T... choices) {
            return oneOf(List.of(choices));
        }
    }

    public static void forAll(int cases, Property property) {
        for (int seed = 0; seed < cases; seed++) {
            try {
                property.check(
                        new Draw(RandomGeneratorFactory.of("L64X128MixRandom").create(seed)));
            } catch (AssertionError | Exception e) {
                throw new AssertionError("fails for seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }
}
