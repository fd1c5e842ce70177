/**
 * Numbers and ranges of a plan as people type them, and as they are shown again.
 *
 * <p>It may import {@code plan}, {@code plan.check} and {@code text}.
 */
@NullMarked
package app.steelyard.plan.typed;

import org.jspecify.annotations.NullMarked;
