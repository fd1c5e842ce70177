/**
 * How far the program can be believed: worked numbers, and published figures of real systems beside what it says of them.
 *
 * <p>It may import {@code app.check} and below, {@code ui.work} and {@code ui.kit}; it knows no other screen.
 */
@NullMarked
package app.steelyard.ui.check;

import org.jspecify.annotations.NullMarked;
