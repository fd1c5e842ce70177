package app.steelyard.usage.row;

/**
 * The blocks that a prompt is made of, as published traces tell them, and when it was sent. Each block's id stands for all of
 * the prompt up to its end, so prompts have as much in common as they have first ids.
 */
public final class PromptBlocks {
    private final String scope;
    private final long millis;
    private final int size;
    private final long[] ids;

    /**
     * @param scope within which one id means one block; empty for all files
     * @param millis from the beginning of the trace, or of the scope
     * @param size tokens of each, but for the last one, which may be begun only
     * @param ids in the order of the prompt
     */
    public PromptBlocks(String scope, long millis, int size, long[] ids) {
        this.scope = scope;
        this.millis = millis;
        this.size = size;
        this.ids = ids.clone();
    }

    public String scope() {
        return scope;
    }

    public long millis() {
        return millis;
    }

    public int size() {
        return size;
    }

    public int count() {
        return ids.length;
    }

    public long id(int place) {
        return ids[place];
    }

    /** Where a record tells them; only who replays it asks for them. */
    @FunctionalInterface
    public interface Told {
        PromptBlocks read() throws RowProblem;
    }

    /** Is told of each request whose blocks are known and that counts. */
    @FunctionalInterface
    public interface Listener {
        /** @param source the file's number in the ledger */
        void sent(int source, Entry request, PromptBlocks blocks);
    }
}
