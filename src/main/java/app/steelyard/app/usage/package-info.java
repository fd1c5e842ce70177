/**
 * What is done with usage, without a window: files are read into the ledger, what was measured becomes a plan, and logs
 * are replayed.
 *
 * <p>It may import {@code app.plan}, {@code usage}, {@code pricing} and below.
 */
@NullMarked
package app.steelyard.app.usage;

import org.jspecify.annotations.NullMarked;
