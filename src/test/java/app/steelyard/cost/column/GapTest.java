package app.steelyard.cost.column;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.steelyard.Quadrature;
import app.steelyard.Seeded;
import org.junit.jupiter.api.Test;

/** The time between turns against integrals over its density. */
class GapTest {

    /** Density of a lognormal time by its logarithm {@code u}. */
    private static double density(double u, double median, double spread) {
        double z = (u - Math.log(median)) / spread;
        return Math.exp(-z * z / 2) / (spread * Math.sqrt(2 * Math.PI));
    }

    private static double density(double u, Gap gap) {
        return (1 - gap.toolShare()) * density(u, gap.median(), gap.spread())
                + gap.toolShare() * density(u, gap.toolMedian(), gap.toolSpread());
    }

    @Test
    void sharesAndMeansAreIntegralsOfItsDensity() {
        Seeded.forAll(200, draw -> {
            double median = draw.scaled(1, 1800);
            double toolMedian = draw.scaled(1, 60);
            Gap gap = Gap.of(
                    median,
                    median * draw.scaled(1.6, 30),
                    draw.oneOf(0.0, 1.0, draw.between(0, 1)),
                    toolMedian,
                    toolMedian * draw.scaled(1.6, 30));
            double hours = draw.scaled(1e-4, 24);
            double low = -30;
            double high = 25;
            double within = Quadrature.of(u -> density(u, gap), low, Math.log(hours), 1e-11);
            assertEquals(within, gap.within(hours), 1e-9);
            double shorter = Quadrature.of(u -> Math.exp(u) * density(u, gap), low, Math.log(hours), 1e-11);
            assertEquals(shorter + hours * (1 - within), gap.until(hours), 1e-9 * (1 + hours));
            double mean = Quadrature.of(u -> Math.exp(u) * density(u, gap), low, high, 1e-13);
            assertEquals(mean, gap.mean(), 1e-7 * mean);
            double square = Quadrature.of(u -> Math.exp(2 * u) * density(u, gap), low, high, 1e-13);
            assertEquals(square, gap.meanSquare(), 1e-6 * square);
        });
    }

    @Test
    void halfAreBelowTheMedianAndOneInTwentyAboveTheNinetyFifthPercentile() {
        Gap gap = Gap.of(36, 360, 0, 5, 30);
        assertEquals(0.5, gap.within(0.01), 1e-12);
        assertEquals(0.95, gap.within(0.1), 1e-12);
        Gap mixed = Gap.of(36, 360, 0.25, 36, 72);
        assertEquals(0.5, mixed.within(0.01), 1e-12);
    }

    /** Even a machine's gaps differ a little. */
    @Test
    void noSpreadIsNone() {
        assertEquals(0.2, Gap.of(10, 10.1, 0, 5, 30).spread(), 0);
    }
}
