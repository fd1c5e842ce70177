package app.steelyard.usage;

/**
 * What became of one file's rows. Every row is in exactly one of the five counts.
 *
 * @param file name, without its folders
 * @param format what the file was recognised as, in words
 * @param accepted rows counted
 * @param empty buckets without usage
 * @param unreadable rows that make no sense
 * @param duplicates rows that another file had brought already
 * @param leftOut rows of something other than completions
 */
public record FileReport(
        String file, String format, long accepted, long empty, long unreadable, long duplicates, long leftOut) {

    /** All rows met: {@code accepted + rejected + empty}. */
    public long rows() {
        return accepted + rejected() + empty;
    }

    /** Rows not counted, for whatever reason. */
    public long rejected() {
        return unreadable + duplicates + leftOut;
    }
}
