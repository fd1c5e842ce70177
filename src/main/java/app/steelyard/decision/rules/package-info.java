/**
 * Rules and questions as data, and what their conditions mean. A rule has effects on the options of an item, a strength, and
 * evidence for and against; what is not known makes a condition unknown, never false.
 *
 * <p>A rule's way: {@link RuleReader} reads it strictly, {@link Condition} is parsed once against the {@link Vocabulary}, and
 * {@code decision.advice} asks it about one system.
 *
 * <p>It may import {@code plan}, {@code json} and {@code text}.
 */
@NullMarked
package app.steelyard.decision.rules;

import org.jspecify.annotations.NullMarked;
