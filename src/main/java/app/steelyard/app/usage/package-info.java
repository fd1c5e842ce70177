/**
 * The usage screen without its window: which part of the ledger is looked at, its figures, and what became of the files read
 * last.
 *
 * <p>It may import {@code usage}, {@code pricing} and below.
 */
@NullMarked
package app.steelyard.app.usage;

import org.jspecify.annotations.NullMarked;
