package app.steelyard.usage;

import java.io.IOException;

/**
 * One way in which usage is written down. A new one is one class, an entry in {@link UsageImporter} and a folder of
 * fixtures. A format holds no state and may be used for many files.
 */
sealed interface UsageFormat permits OpenAiUsageJson, OpenAiUsageCsv {

    /** The vendor's id, as in price references. */
    String vendor();

    /**
     * Whether content that begins like this is its business, be it only to say why it is refused.
     *
     * @param head the first characters, up to {@link Content#HEAD}, without a byte order mark
     */
    boolean recognises(String head);

    /**
     * Reads all of it in one pass and tells {@code rows} of everything found; never throws for what the content holds.
     *
     * @throws IOException if the file itself cannot be read on
     */
    void read(Content content, FileRows rows) throws IOException;
}
