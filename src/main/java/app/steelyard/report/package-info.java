/**
 * What leaves the building: a comparison as PDF for a board and as CSV for finance, with the same numbers in both, and
 * the charts that the screen shows too. It may import {@code cost} and below.
 */
@NullMarked
package app.steelyard.report;

import org.jspecify.annotations.NullMarked;
