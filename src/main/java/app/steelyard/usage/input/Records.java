package app.steelyard.usage.input;

import java.util.function.Function;

/** What is told of a document's records, in their order. */
public interface Records<T> {
    /** @param line on which it begins, counted from 1 */
    void record(long line, T record);

    /**
     * The same of one that lies within something else.
     *
     * @param pointer JSON pointer to it
     */
    default void record(long line, String pointer, T record) {
        record(line, record);
    }

    /**
     * A record that cannot be read as one.
     *
     * @param pointer JSON pointer, or empty
     * @param reason a sentence without the document's content
     */
    void bad(long line, String pointer, String reason);

    /**
     * Something of the whole document: it is cut off, or makes no sense from here on.
     *
     * @param text a sentence that begins with what is wrong, without the document's name
     */
    void trouble(String text);

    /** Tells {@code rows} of what {@code made} makes of each record, and of all else as it is. */
    static <T, R> Records<T> made(Records<R> rows, Function<T, R> made) {
        return new Records<>() {
            @Override
            public void record(long line, T record) {
                rows.record(line, made.apply(record));
            }

            @Override
            public void record(long line, String pointer, T record) {
                rows.record(line, pointer, made.apply(record));
            }

            @Override
            public void bad(long line, String pointer, String reason) {
                rows.bad(line, pointer, reason);
            }

            @Override
            public void trouble(String text) {
                rows.trouble(text);
            }
        };
    }
}
