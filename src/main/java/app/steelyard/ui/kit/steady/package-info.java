/**
 * Keeps a page steady and quick while what it shows changes: the same nodes show other values ({@link Repeated},
 * {@link Remembering}), a change is laid out where it is and not on the whole page ({@link InPlace}, {@link Still}), work
 * waits for the next pulse ({@link PulseWork}), and what is under the mouse stays there ({@link Anchor}).
 *
 * <p>It may import JavaFX alone.
 */
@NullMarked
package app.steelyard.ui.kit.steady;

import org.jspecify.annotations.NullMarked;
