/**
 * Charts: described once by a {@link app.steelyard.report.chart.ChartSpec}, laid out once by
 * {@link app.steelyard.report.chart.ChartPainter}, and drawn on any {@link app.steelyard.report.chart.Surface}: the
 * screen, a page of the PDF, an SVG. It may import {@code cost} and below.
 */
@NullMarked
package app.steelyard.report.chart;

import org.jspecify.annotations.NullMarked;
