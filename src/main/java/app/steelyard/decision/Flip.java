package app.steelyard.decision;

import app.steelyard.decision.rules.Approach;

/**
 * A change that makes the recommendation another one, or raises or clears an obstacle to it, checked by deciding again.
 *
 * @param barred whether a rule then raises an obstacle, so that it cannot be built as planned
 * @param distance how far the change is: for a number the size of the logarithm of its factor (0.69 is a doubling), 1 for
 *     another answer, ½ for answering what is open
 * @param text the change and its effect as a sentence
 */
public record Flip(Change change, Approach before, Approach after, boolean barred, double distance, String text) {}
