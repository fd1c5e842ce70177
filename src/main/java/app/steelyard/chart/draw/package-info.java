/**
 * Paints a chart on any surface, the same way each time.
 *
 * <p>A chart's way: {@link ChartPainter} picks the painter of its kind, that lays it out on a {@link Canvas} in the colours of
 * a {@link Palette}, and the canvas draws on a {@link Surface}: a window's, a page's, or SVG text. What was put where comes
 * back as {@link Region}s, so that a click can be answered.
 *
 * <p>It may import {@code chart} and {@code text}; AWT is used for paper only.
 */
@NullMarked
package app.steelyard.chart.draw;

import org.jspecify.annotations.NullMarked;
