package app.steelyard.usage.figures;

/**
 * A row that could not be counted.
 *
 * @param file name of the file, without its folders
 * @param line first line of the row, counted from 1
 * @param pointer field or column within the row, after a JSON pointer where a row holds several; empty where no one field
 *     is to blame
 * @param reason what is wrong, as a sentence
 */
public record RejectedRow(String file, long line, String pointer, String reason) {}
