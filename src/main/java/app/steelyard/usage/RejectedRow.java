package app.steelyard.usage;

/**
 * A row that could not be counted.
 *
 * @param pointer JSON pointer within the file's value that holds it; empty in a CSV
 * @param reason what is wrong, as a sentence
 */
public record RejectedRow(Origin origin, String pointer, String reason) {}
