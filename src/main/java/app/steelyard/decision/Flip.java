package app.steelyard.decision;

/**
 * A change that makes the recommendation another one, checked by deciding again.
 *
 * @param distance how far the change is: for a number the size of the logarithm of its factor (0.69 is a doubling), 1 for
 *     another answer, ½ for answering what is open
 * @param text the change and its effect as a sentence
 */
public record Flip(Change change, Approach before, Approach after, double distance, String text) {}
