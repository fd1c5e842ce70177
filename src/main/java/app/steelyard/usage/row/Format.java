package app.steelyard.usage.row;

import app.steelyard.usage.format.Formats;
import app.steelyard.usage.input.Head;
import app.steelyard.usage.input.TableRow;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One way in which usage is written down. A new one is one small class, a line in {@link Formats}, its texts and a
 * folder of fixtures. A format holds no state; what it must remember within a file lives in the reader it opens.
 */
public sealed interface Format {

    /** Short and stable, such as {@code anthropic-console-tokens}; {@code --source} takes it. */
    String id();

    /** What its rows may be used for. */
    Kind kind();

    /** Knows content that is written so. */
    Recogniser recogniser();

    /**
     * Whether content that begins like this is written so; if it is, the variant as a text key of {@code format}'s
     * messages, which a person is shown.
     */
    default Optional<String> recognise(Head head) {
        return Optional.ofNullable(recogniser().variant(head));
    }

    /** Tells by its beginning whether content is written in a format. */
    @FunctionalInterface
    interface Recogniser {
        /** The text key of the variant; null where it is written otherwise. */
        @Nullable
        String variant(Head head);
    }

    /**
     * Rows of named columns: CSV, TSV and Parquet.
     *
     * @param needs columns, in lower case, without which it cannot be read. Where a table that nobody knows has most of
     *     them, a person is told which are missing
     * @param opens a reader for one file
     */
    record OfTable(String id, Kind kind, List<String> needs, Recogniser recogniser, Supplier<Reader<TableRow>> opens)
            implements Format {

        /** One whose rows have nothing to do with each other. */
        public OfTable(String id, Kind kind, List<String> needs, Recogniser recogniser, Reader<TableRow> reader) {
            this(id, kind, needs, recogniser, () -> reader);
        }

        public OfTable(String id, Kind kind, Recogniser recogniser, Reader<TableRow> reader) {
            this(id, kind, List.of(), recogniser, reader);
        }
    }

    /**
     * JSON values: each line of JSON Lines, each element of an array, or the one value of a file.
     *
     * @param opens a reader for one file
     */
    record OfJson(String id, Kind kind, Recogniser recogniser, Supplier<Reader<JsonNode>> opens) implements Format {

        /** One whose values have nothing to do with each other. */
        public OfJson(String id, Kind kind, Recogniser recogniser, Reader<JsonNode> reader) {
            this(id, kind, recogniser, () -> reader);
        }
    }

    /** Reads one file's records in their order. */
    @FunctionalInterface
    interface Reader<T> {
        /**
         * Tells {@code rows} of all that is in one record.
         *
         * @throws RowProblem if it makes no sense as a whole; it is then one rejected row
         */
        void read(T record, RowSink rows) throws RowProblem;

        /** The file is at its end. */
        default void end(RowSink rows) {}
    }

    /** What a file speaks of; usage and a bill for it are the same tokens and must not be added. */
    enum Kind {
        /** Tokens, without money. */
        USAGE,
        /** Billed, and at most the quantities it was billed for. */
        BILL,
        /** Tokens, and what each row cost. */
        BOTH
    }
}
