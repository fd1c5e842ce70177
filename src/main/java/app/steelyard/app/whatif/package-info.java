/**
 * What if without its window: the questions the cards answer, and edits of scenarios.
 *
 * <p>It may import {@code whatif}, {@code plan} and below.
 */
@NullMarked
package app.steelyard.app.whatif;

import org.jspecify.annotations.NullMarked;
