package app.steelyard.usage.log;

import app.steelyard.usage.row.Format;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How files are to be read where their content alone should not decide it.
 *
 * @param format as what every file is read, whatever it looks like; null to recognise each by its content
 * @param log whether every file is a plain request log
 * @param mappings of plain request logs, as people made them; the first that fits a table's columns is taken
 * @param wishes what is said of request logs whose rest is guessed
 */
public record ReadingChoice(@Nullable Format format, boolean log, List<LogMapping> mappings, MappingWishes wishes) {
    /** The name by which a plain request log is asked for, where formats are asked for by their ids. */
    public static final String LOG = "request-log";

    /** Every file is what it looks like. */
    public static final ReadingChoice BY_CONTENT = new ReadingChoice(null, false, List.of());

    public ReadingChoice {
        mappings = List.copyOf(mappings);
    }

    /** The same without wishes. */
    public ReadingChoice(@Nullable Format format, boolean log, List<LogMapping> mappings) {
        this(format, log, mappings, MappingWishes.NONE);
    }
}
