/**
 * The report as one rectangular table for finance, with the amounts of the PDF to the cent.
 *
 * <p>It may import {@code report} and below.
 */
@NullMarked
package app.steelyard.report.csv;

import org.jspecify.annotations.NullMarked;
