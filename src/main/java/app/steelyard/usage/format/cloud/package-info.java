/**
 * What clouds bill and log: cost exports of AWS, Azure and Google, FOCUS, and the invocation logs of Bedrock. A bill's row
 * says what was paid for; {@link Meter} tells which kind of token a line of it counts.
 *
 * <p>It may import {@code usage.row}, {@code usage.input} and {@code text}.
 */
@NullMarked
package app.steelyard.usage.format.cloud;

import org.jspecify.annotations.NullMarked;
