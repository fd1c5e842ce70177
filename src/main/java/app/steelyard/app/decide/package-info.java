/**
 * The wizard without its window: its pages, items to add, and {@link Deciding} on what was answered.
 *
 * <p>It may import {@code decision}, {@code pricing}, {@code plan} and {@code text}.
 */
@NullMarked
package app.steelyard.app.decide;

import org.jspecify.annotations.NullMarked;
