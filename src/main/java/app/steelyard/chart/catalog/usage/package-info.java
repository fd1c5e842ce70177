/**
 * The charts of what was used: by day, by model or project, and how often the cache was hit.
 *
 * <p>It may import {@code chart}, {@code usage} and below.
 */
@NullMarked
package app.steelyard.chart.catalog.usage;

import org.jspecify.annotations.NullMarked;
