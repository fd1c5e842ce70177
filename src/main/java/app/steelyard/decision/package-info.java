/**
 * What belongs where, and why: the questions, the rules with their evidence, the classification of every context item,
 * the recommendation with its costs and what would flip it, the decision record, and the answers as a file. A don't-know
 * widens a result and is never filled in. It may import {@code plan}, {@code pricing}, {@code cost} and {@code text}.
 */
@NullMarked
package app.steelyard.decision;

import org.jspecify.annotations.NullMarked;
