/**
 * What usage tells, in figures: hit rates in each of their meanings, spend by the best there is, unusual days, how often
 * caches were thrown away, and whether usage agrees with the bill.
 *
 * <p>A figure's way: a {@link LedgerView} holds usage added up by day; {@link Kpis} takes each {@link Indicator} over the part
 * that states what it needs ({@link KnownPart}) and says over how much it is known ({@link Coverage}).
 *
 * <p>It may import {@code usage.row}, {@code plan}, {@code pricing} and {@code text}; it never opens the ledger.
 */
@NullMarked
package app.steelyard.usage.figures;

import org.jspecify.annotations.NullMarked;
