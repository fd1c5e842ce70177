/**
 * What was answered so far, as one value, with the plan or the sketch it is about. A don't-know is an answer of its own and
 * is never filled in.
 *
 * <p>It may import {@code decision.rules}, {@code plan}, {@code json} and {@code text}.
 */
@NullMarked
package app.steelyard.decision.answers;

import org.jspecify.annotations.NullMarked;
