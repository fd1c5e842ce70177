/**
 * What a chart says, whatever it is drawn on: axes, series, bands and marks as values, equal where they say the same. Each is
 * described once and drawn on screen, in the PDF and as SVG alike.
 *
 * <p>A chart's way: {@code chart.catalog} makes a {@link ChartSpec} of results, {@code chart.draw} paints it on a surface, and
 * {@link DataTable} is its twin in numbers.
 *
 * <p>It may import {@code cost.result}, {@code plan} and {@code text}.
 */
@NullMarked
package app.steelyard.chart;

import org.jspecify.annotations.NullMarked;
