package app.steelyard.cli;

import app.steelyard.cost.Comparison;
import app.steelyard.pricing.PriceBook;
import java.nio.file.Path;

/** What the report room writes, for the commands that ask for it. */
final class Reports {
    private Reports() {}

    static String csv(Comparison comparison, PriceBook book) {
        throw new UnsupportedOperationException("report");
    }

    static void csv(Comparison comparison, PriceBook book, Path file) {
        throw new UnsupportedOperationException("report");
    }

    static void pdf(Comparison comparison, PriceBook book, Path file, Arguments.Paper paper) {
        throw new UnsupportedOperationException("report");
    }
}
