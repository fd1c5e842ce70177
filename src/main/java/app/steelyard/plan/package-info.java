/**
 * What the user states: context items, traffic, models, tuning, retrieval, people and money, as one immutable value.
 * It holds no prices and computes no cost. It may import {@code text}.
 */
@NullMarked
package app.steelyard.plan;

import org.jspecify.annotations.NullMarked;
