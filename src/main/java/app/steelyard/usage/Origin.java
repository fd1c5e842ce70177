package app.steelyard.usage;

/**
 * Where a row was read.
 *
 * @param file name of the file, without its folders
 * @param line first line of the row, counted from 1
 */
public record Origin(String file, long line) {}
