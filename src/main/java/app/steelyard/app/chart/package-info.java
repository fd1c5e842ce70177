/**
 * Charts of the catalogue for whoever names one: what they are made of, worked out, and as files.
 *
 * <p>It may import {@code app.whatif}, {@code chart} and below.
 */
@NullMarked
package app.steelyard.app.chart;

import org.jspecify.annotations.NullMarked;
