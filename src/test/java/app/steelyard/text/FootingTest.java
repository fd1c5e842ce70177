package app.steelyard.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FootingTest {
    @Test
    void theLargestRemainderTakesTheCentLeftOver() {
        assertArrayEquals(
                new double[] {33.33, 33.33, 33.34}, Footing.round(new double[] {100 / 3d, 100 / 3d, 100 / 3d}, 2));
        assertArrayEquals(new double[] {0.01, 0}, Footing.round(new double[] {0.006, 0.004}, 2));
    }

    @Test
    void aGivenTotalIsMet() {
        assertArrayEquals(new double[] {1, 1, 0}, Footing.round(new double[] {0.6, 0.6, 0.3}, 2, 0));
        assertArrayEquals(new double[] {1, 0, 0}, Footing.round(new double[] {0.6, 0.5, 0.3}, 1, 0));
        assertArrayEquals(new double[] {0.02}, Footing.round(new double[] {0.008}, 0.02, 2));
        assertArrayEquals(new double[] {3, 2}, Footing.round(new double[] {0.6, 0.5}, 5, 0));
        assertArrayEquals(new double[] {-1, -2}, Footing.round(new double[] {0.6, 0.5}, -3, 0));
        assertArrayEquals(new double[] {}, Footing.round(new double[] {}, 1, 0));
    }

    @Test
    void partsAddUpWhateverTheirSizeAndSign() {
        Random random = new Random(7);
        for (int run = 0; run < 2000; run++) {
            double size = Math.pow(10, random.nextInt(14) - 2);
            double[] parts =
                    random.doubles(1 + random.nextInt(20), -size / 4, size).toArray();
            double[] rounded = Footing.round(parts, 2);
            double exact = Arrays.stream(parts).sum();
            assertEquals(exact, Arrays.stream(rounded).sum(), 0.00501 + Math.abs(exact) * 1e-11);
            for (int i = 0; i < parts.length; i++) {
                assertEquals(parts[i], rounded[i], 0.01 + Math.abs(parts[i]) * 1e-11);
            }
        }
    }

    @Test
    void amountsBeyondBillionsStayWhatTheyAre() {
        assertArrayEquals(new double[] {3e11, 4e17}, Footing.round(new double[] {3e11, 4e17}, 2));
    }
}
