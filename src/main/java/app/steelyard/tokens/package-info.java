/**
 * Tokens of a text and of a prompt file: which encoding a model reads with, how sure that is, and the parts that a prompt
 * falls into with the tokens of each. The encodings are loaded when something is first counted.
 * It may import {@code plan}, {@code text} and {@code files}; it knows nothing of prices.
 */
@NullMarked
package app.steelyard.tokens;

import org.jspecify.annotations.NullMarked;
