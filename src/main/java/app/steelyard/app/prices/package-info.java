/**
 * What is done with prices, without a window: a newer snapshot of public data is held against the prices in use and taken
 * over line by line, two lists are compared, a model's history is told, models are weighed on a plan's own traffic, and
 * prices of one's own are added.
 *
 * <p>A snapshot's way: {@link PriceImport} reads it, tells the difference and what it comes to in money
 * ({@link PlanEffect}, {@link LedgerEffect}), and keeps what was accepted.
 *
 * <p>It may import {@code app.plan}, {@code document}, {@code usage}, {@code cost}, {@code pricing} and below.
 */
@NullMarked
package app.steelyard.app.prices;

import org.jspecify.annotations.NullMarked;
