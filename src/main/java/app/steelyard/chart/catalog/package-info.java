/**
 * Every chart that Steelyard has, made from results: the one list for screens, PDF and commands.
 *
 * <p>It may import {@code chart} and the rooms whose results it shows.
 */
@NullMarked
package app.steelyard.chart.catalog;

import org.jspecify.annotations.NullMarked;
