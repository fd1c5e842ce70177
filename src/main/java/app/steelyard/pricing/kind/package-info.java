/**
 * What is counted and billed beside plain text: the kinds of tokens, fees for what a model calls, and the ways of serving
 * that make a price another. Each is named here once, for profiles, usage and plans alike.
 *
 * <p>It may import {@code plan} and {@code text}.
 */
@NullMarked
package app.steelyard.pricing.kind;

import org.jspecify.annotations.NullMarked;
