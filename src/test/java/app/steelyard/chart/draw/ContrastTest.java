package app.steelyard.chart.draw;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.chart.ColorRole;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Texts can be read on what they stand on, and colours kept apart, whoever looks. */
class ContrastTest {
    private static final Set<ColorRole> DESIGNS = EnumSet.range(ColorRole.UNCACHED, ColorRole.AS_IS);
    /** As WCAG 2.2 wants it of texts, and of shapes. */
    private static final double TEXT = 4.5;

    private static final double SHAPE = 3;
    /** Differences in CIELAB that anybody sees side by side. */
    private static final double APART = 12;

    /** Linear RGB as seen without one kind of cones: Machado, Oliveira and Fernandes 2009, severity 1. */
    private static final List<double[][]> SIGHTS = List.of(
            new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
            new double[][] {
                {0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}
            },
            new double[][] {
                {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
            },
            new double[][] {
                {1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}
            });

    @ParameterizedTest
    @EnumSource
    void textsAreReadOnTheirGround(Palette palette) {
        for (ColorRole text : List.of(ColorRole.TEXT, ColorRole.MUTED)) {
            assertAtLeast(TEXT, contrast(palette, text, ColorRole.BACKGROUND), palette + " " + text);
        }
        Canvas canvas = new Canvas(new Graphics2DSurface(image().createGraphics()), palette, 12, 100, 100);
        for (ColorRole region : DESIGNS) {
            assertAtLeast(TEXT, contrast(palette, canvas.readableOn(region), region), palette + " on " + region);
        }
    }

    @ParameterizedTest
    @EnumSource
    void designsAndEndsStandOutFromTheirGround(Palette palette) {
        Set<ColorRole> shapes = EnumSet.copyOf(DESIGNS);
        shapes.addAll(EnumSet.of(ColorRole.WORSE, ColorRole.BETTER, ColorRole.LOW_END, ColorRole.HIGH_END));
        for (ColorRole shape : shapes) {
            assertAtLeast(SHAPE, contrast(palette, shape, ColorRole.BACKGROUND), palette + " " + shape);
        }
    }

    @ParameterizedTest
    @EnumSource
    void colourBlindReadersTellThemApart(Palette palette) {
        for (double[][] sight : SIGHTS) {
            for (ColorRole a : DESIGNS) {
                for (ColorRole b : DESIGNS) {
                    if (a.compareTo(b) < 0) {
                        assertAtLeast(APART, difference(palette, a, b, sight), palette + " " + a + " and " + b);
                    }
                }
            }
            assertAtLeast(
                    3 * APART,
                    difference(palette, ColorRole.LOW_END, ColorRole.HIGH_END, sight),
                    palette + " ends of a range");
            assertAtLeast(
                    3 * APART,
                    difference(palette, ColorRole.WORSE, ColorRole.BETTER, sight),
                    palette + " loss and gain");
        }
    }

    private static java.awt.image.BufferedImage image() {
        return new java.awt.image.BufferedImage(1, 1, java.awt.image.BufferedImage.TYPE_INT_RGB);
    }

    private static void assertAtLeast(double least, double found, String what) {
        assertTrue(found >= least, "%s: %.2f, wanted %.1f".formatted(what, found, least));
    }

    private static double[] linear(Palette palette, ColorRole role) {
        int rgb = Integer.decode(palette.color(role));
        double[] linear = new double[3];
        for (int i = 0; i < 3; i++) {
            double share = (rgb >> 16 - 8 * i & 255) / 255.0;
            linear[i] = share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
        }
        return linear;
    }

    private static double contrast(Palette palette, ColorRole a, ColorRole b) {
        double x = luminance(linear(palette, a));
        double y = luminance(linear(palette, b));
        return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
    }

    private static double luminance(double[] linear) {
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }

    private static double difference(Palette palette, ColorRole a, ColorRole b, double[][] sight) {
        double[] x = lab(seen(linear(palette, a), sight));
        double[] y = lab(seen(linear(palette, b), sight));
        return Math.sqrt(Math.pow(x[0] - y[0], 2) + Math.pow(x[1] - y[1], 2) + Math.pow(x[2] - y[2], 2));
    }

    private static double[] seen(double[] linear, double[][] sight) {
        double[] seen = new double[3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                seen[i] += sight[i][j] * linear[j];
            }
            seen[i] = Math.clamp(seen[i], 0, 1);
        }
        return seen;
    }

    /** CIELAB under D65. */
    private static double[] lab(double[] rgb) {
        double x = f((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.9505);
        double y = f(luminance(rgb));
        double z = f((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.089);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double f(double t) {
        return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116.0;
    }
}
