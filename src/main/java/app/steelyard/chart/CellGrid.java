package app.steelyard.chart;

import java.util.Arrays;

/** A grid of small numbers from 0, from the lower left corner row by row upwards; 255 for nothing. Equal by content. */
public final class CellGrid {
    /** The number of a cell in which there is nothing. */
    public static final int NONE = 255;

    private final int columns;
    private final byte[] numbers;

    /** What stands in a cell. */
    public interface Filling {
        int at(int column, int row);
    }

    private CellGrid(int columns, byte[] numbers) {
        this.columns = columns;
        this.numbers = numbers;
    }

    /** @throws IllegalArgumentException for a number outside 0 to 255 */
    public static CellGrid of(int columns, int rows, Filling filling) {
        byte[] numbers = new byte[columns * rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int number = filling.at(column, row);
                if (number < 0 || number > NONE) {
                    throw new IllegalArgumentException(number + " is outside 0 to 255");
                }
                numbers[row * columns + column] = (byte) number;
            }
        }
        return new CellGrid(columns, numbers);
    }

    public int columns() {
        return columns;
    }

    public int rows() {
        return columns == 0 ? 0 : numbers.length / columns;
    }

    public int at(int column, int row) {
        return numbers[row * columns + column] & 0xff;
    }

    /** Whether all numbers are below {@code end}. */
    public boolean below(int end) {
        for (byte b : numbers) {
            if ((b & 0xff) >= end) {
                return false;
            }
        }
        return true;
    }

    /** How many cells have {@code number}. */
    public int count(int number) {
        int count = 0;
        for (byte b : numbers) {
            count += (b & 0xff) == number ? 1 : 0;
        }
        return count;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CellGrid c && c.columns == columns && Arrays.equals(c.numbers, numbers);
    }

    @Override
    public int hashCode() {
        return 31 * columns + Arrays.hashCode(numbers);
    }
}
