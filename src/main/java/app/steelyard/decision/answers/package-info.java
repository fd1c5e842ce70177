/**
 * What was answered so far, as one value. A don't-know is an answer of its own and is never filled in. Its file is for
 * {@code document} to read and write.
 *
 * <p>It may import {@code decision.rules} and {@code text}.
 */
@NullMarked
package app.steelyard.decision.answers;

import org.jspecify.annotations.NullMarked;
