/**
 * The canonical row that every format tells, and what helps to tell it: cells read as numbers and times, tokens each in one
 * part only, amounts as billed, spans of time, vendors by the names that gateways have for them.
 *
 * <p>A row's way: a {@link Format} reads a record with {@link CellValues}, makes an {@link Entry} of it and hands that to a
 * {@link RowSink}; a row that cannot be counted goes there as a {@link RowProblem}.
 *
 * <p>It may import {@code usage.input}, {@code pricing} and {@code text}; it never adds up, prices or stores.
 */
@NullMarked
package app.steelyard.usage.row;

import org.jspecify.annotations.NullMarked;
