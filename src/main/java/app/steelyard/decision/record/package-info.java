/**
 * The decision as a Markdown record with the headings of MADR 4, to be kept beside the code.
 *
 * <p>It may import every other room of {@code decision}.
 */
@NullMarked
package app.steelyard.decision.record;

import org.jspecify.annotations.NullMarked;
