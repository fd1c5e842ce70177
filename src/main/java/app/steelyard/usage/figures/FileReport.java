package app.steelyard.usage.figures;

import app.steelyard.text.Texts;
import app.steelyard.usage.row.Format;
import org.jspecify.annotations.Nullable;

/**
 * What became of one file's rows. Every row is in exactly one of the five counts.
 *
 * @param source its number in the ledger
 * @param file name, without its folders; a member of an archive follows the archive's name
 * @param format what the file was recognised as, in words
 * @param kind null where it was not recognised
 * @param accepted rows counted
 * @param empty buckets without usage
 * @param unreadable rows that make no sense
 * @param duplicates rows that were in the ledger already, or came twice in the file
 * @param leftOut rows of something other than usage of language models
 * @param included whether it counts in the figures; a person may leave it out
 */
public record FileReport(
        int source,
        String file,
        String format,
        Format.@Nullable Kind kind,
        long accepted,
        long empty,
        long unreadable,
        long duplicates,
        long leftOut,
        boolean included) {
    private static final Texts TEXTS = Texts.of(FileReport.class);

    /** Whether it was read as a plain request log, whose columns a person may point at. */
    public boolean isLog() {
        return format.equals(TEXTS.get("format.log"));
    }

    /** All rows met: {@code accepted + rejected + empty}. */
    public long rows() {
        return accepted + rejected() + empty;
    }

    /** Rows not counted, for whatever reason. */
    public long rejected() {
        return unreadable + duplicates + leftOut;
    }
}
