/**
 * What a log would have read from a cache under other lifetimes: each request is sent once more, in its turn, to caches that
 * keep what they hold for a time.
 *
 * <p>A request's way: a {@link app.steelyard.usage.ledger.Ledger} of single requests has it from the files, {@link
 * app.steelyard.usage.replay.BlockTraces} those that tell blocks. {@link app.steelyard.usage.replay.BlockReplay} finds how many
 * of its prompt's first blocks each cache still holds, or {@link app.steelyard.usage.replay.ChainReplay} how much of what the
 * turn before it sent, and {@link app.steelyard.usage.replay.Tallies} add up what was read and written. A {@link
 * app.steelyard.usage.replay.Replay} tells the sums, and {@link app.steelyard.usage.replay.ReplayPrices} what they cost.
 *
 * <p>Prompts of the same beginning have the same first blocks, so what one request reads another may have sent, whatever
 * session it is of. Of chains only the lengths are known, and that each turn repeats the one before.
 *
 * <p>It may import every other room of {@code usage} except what makes plans of it, {@code pricing}, {@code plan} and {@code
 * text}.
 */
@NullMarked
package app.steelyard.usage.replay;

import org.jspecify.annotations.NullMarked;
