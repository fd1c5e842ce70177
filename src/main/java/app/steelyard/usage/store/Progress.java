package app.steelyard.usage.store;

/** Is told how far an import is, and may stop it. Called some times a second, and not from the thread
 * that waits for the import. */
@FunctionalInterface
public interface Progress {
    /** Lets everything go on, unobserved. */
    Progress NONE = (file, bytes, ofBytes, rows) -> true;

    /**
     * @param file what is being read
     * @param bytes read of all files so far
     * @param ofBytes all that is to be read, as far as known
     * @param rows read so far
     * @return false to stop; the ledger then stays as it was
     */
    boolean at(String file, long bytes, long ofBytes, long rows);
}
