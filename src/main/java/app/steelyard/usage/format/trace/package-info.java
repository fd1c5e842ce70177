/**
 * Sessions and traces: logs of coding agents, spans of OpenTelemetry and OpenInference, published traces of requests and of
 * cache blocks.
 *
 * <p>It may import {@code usage.row}, {@code usage.format.vendor}, {@code usage.input} and {@code text}.
 */
@NullMarked
package app.steelyard.usage.format.trace;

import org.jspecify.annotations.NullMarked;
