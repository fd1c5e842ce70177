/**
 * The tables of a report: statement, cash flow, options, caches, prices, assumptions, and how sure the answer is.
 *
 * <p>It may import {@code report} and below.
 */
@NullMarked
package app.steelyard.report.table;

import org.jspecify.annotations.NullMarked;
