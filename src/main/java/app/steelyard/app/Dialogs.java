package app.steelyard.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Everything that interrupts: file choosers and questions. Tests answer them without a person. */
public interface Dialogs {

    /** A kind of file to choose. */
    enum FileKind {
        PLAN("*.steelyard"),
        USAGE(
                "*.csv",
                "*.tsv",
                "*.json",
                "*.jsonl",
                "*.ndjson",
                "*.txt",
                "*.log",
                "*.zip",
                "*.gz",
                "*.zst",
                "*.parquet"),
        ANSWERS("*.answers.json", "*.json"),
        PRICES("*.json"),
        PROMPT("*.md", "*.txt", "*.json", "*.xml", "*.prompt"),
        MARKDOWN("*.md"),
        PDF("*.pdf"),
        CSV("*.csv"),
        PNG("*.png"),
        SVG("*.svg");

        private final List<String> patterns;

        FileKind(String... patterns) {
            this.patterns = List.of(patterns);
        }

        public List<String> patterns() {
            return patterns;
        }
    }

    /** What to do with unsaved changes. */
    enum Unsaved {
        SAVE,
        DISCARD,
        CANCEL
    }

    Optional<Path> open(FileKind kind);

    /** Files of one kind; empty if none were chosen. */
    List<Path> openSeveral(FileKind kind);

    /** A folder to read all of. */
    Optional<Path> openFolder();

    /** A file to write to, offered under a name without ending. */
    Optional<Path> save(FileKind kind, String name);

    Unsaved unsaved(String plan);

    void tell(String title, String text);

    /** Something went wrong: what, and details to copy for whoever is asked for help. */
    void error(String title, String text, String details);
}
