/**
 * A plan’s report, as both faces write it.
 *
 * <p>It may import {@code report}, {@code cost} and below.
 */
@NullMarked
package app.steelyard.app.report;

import org.jspecify.annotations.NullMarked;
