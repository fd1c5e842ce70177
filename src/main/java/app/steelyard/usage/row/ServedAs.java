package app.steelyard.usage.row;

import app.steelyard.pricing.kind.Modifiers;
import org.jspecify.annotations.Nullable;

/**
 * What the price of a single request depends on beside its tokens and its day.
 *
 * @param vendor as in price references
 * @param model as the source names it
 * @param length of its prompt, as far as prices ask for it
 */
public record ServedAs(String vendor, @Nullable String model, Modifiers modifiers, PromptLength length) {}
