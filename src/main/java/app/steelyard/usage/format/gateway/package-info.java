/**
 * What gateways and observability tools export: LiteLLM, Langfuse, Helicone, OpenRouter, Portkey. They pass on what vendors
 * said, so the same tokens may stand inside or beside the input; {@link Relation} tells which, where a total proves it.
 *
 * <p>It may import {@code usage.row}, {@code usage.format.vendor}, {@code usage.input} and {@code text}.
 */
@NullMarked
package app.steelyard.usage.format.gateway;

import org.jspecify.annotations.NullMarked;
