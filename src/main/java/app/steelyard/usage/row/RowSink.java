package app.steelyard.usage.row;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a format tells of a file, row by row. Every row of the file ends in exactly one of the first four. */
public interface RowSink {
    /** Takes a row into the ledger, unless it turns out to be there already. */
    void accept(Entry entry);

    /** The same, of one that has been told all. */
    default void accept(Entry.Builder entry) {
        accept(entry.build());
    }

    /** The same, of one that tells the blocks of its prompt; only a replay asks for them. */
    default void accept(Entry.Builder entry, PromptBlocks.Told blocks) throws RowProblem {
        accept(entry);
    }

    /** A bucket in which nothing was used. */
    void empty(TimeSpan bucket);

    /**
     * A row of something that is not usage of a language model, such as {@code embeddings}.
     *
     * @param kind in plain words of the source, without private content
     */
    void leaveOut(String kind);

    /**
     * A row that makes no sense.
     *
     * @param pointer JSON pointer within the row, or a field's or column's name, or the one and the other; may be empty
     * @param reason what is wrong, as a sentence without private content
     */
    void reject(String pointer, String reason);

    /** Runs {@code row}; a problem it throws becomes a rejected row at its field within {@code pointer}. */
    default void attempt(String pointer, Attempt row) {
        try {
            row.run();
        } catch (RowProblem e) {
            reject(e.within(pointer), e.reason());
        }
    }

    /** Says once a file how many rows have this, and where the first of them is; those rows count. */
    void note(Note note);

    /** Says something of the whole file, once however often it is said; the file's name is put before it. */
    void say(UsageFinding finding);

    /**
     * The vendor has more than this file holds.
     *
     * @param from where that begins, so that another file may turn out to hold it; null where it cannot be told
     */
    void more(@Nullable Instant from);

    /** Part of the work that can fail for one row. */
    @FunctionalInterface
    interface Attempt {
        void run() throws RowProblem;
    }

    /** Something about single rows that a person should know before trusting the numbers. */
    enum Note {
        /** The stated parts of the input do not add up to the stated whole. */
        PARTS_DIFFER,
        /** The tokens read from the cache were worked out from the others. */
        READS_DERIVED,
        /** The parts were larger than the whole, and the rest was taken for none. */
        CLAMPED,
        /** Tokens, but no request. */
        NO_REQUESTS,
        /** The gateway answered from its own store; no vendor was asked. */
        GATEWAY_CACHE,
        /** Which of the tokens read from the cache are of text is not told; the dearer were taken for not cached. */
        KIND_OF_READS,
        /** The stated total is none of the sums it could be. */
        TOTAL_DIFFERS,
        /** The cached tokens do not fit into the input that should hold them, so they are beside it. */
        NOT_INSIDE,
        /** The tokens written do not fit into the input, which holds only those read. */
        WRITES_BESIDE
    }
}
