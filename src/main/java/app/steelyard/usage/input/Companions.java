package app.steelyard.usage.input;

import java.util.regex.Pattern;

/** Files that lie beside exports and hold none, as their names say. */
final class Companions {
    private static final Pattern NAMES = Pattern.compile(
            "(readme|licen[cs]e|copying|notice|changelog|changes|authors|contributing|citation)([._-].*)?"
                    + "|.*\\.(md|markdown|rst|adoc|pdf|html?|png|jpe?g|svg)|makefile|dockerfile|thumbs\\.db|.*\\.(db|sqlite3?|vscdb)-(wal|shm|journal)|desktop\\.ini",
            Pattern.CASE_INSENSITIVE);
    /** What a table or log may be called, whatever stands before it. */
    private static final Pattern DATA =
            Pattern.compile(".*\\.(csv|tsv|json|jsonl|ndjson|parquet|gz|zst|zip)", Pattern.CASE_INSENSITIVE);

    private Companions() {}

    /** @param name without its folders */
    static boolean has(String name) {
        return NAMES.matcher(name).matches() && !DATA.matcher(name).matches();
    }
}
