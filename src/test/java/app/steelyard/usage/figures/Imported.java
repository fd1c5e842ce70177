package app.steelyard.usage.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.usage.ledger.Ledger;
import app.steelyard.usage.row.UsageFinding;
import app.steelyard.usage.store.Progress;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Imports fixtures, which lie in a folder a format, into a ledger of their own. */
public final class Imported {
    private Imported() {}

    /** A file in the folder of {@code format}. */
    public static Path fixture(String format, String name) {
        try {
            return Path.of(Objects.requireNonNull(
                            Imported.class.getResource("/app/steelyard/usage/" + format + "/" + name),
                            () -> format + "/" + name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a ledger holds after the import of {@code names}. */
    public static LedgerView of(String format, String... names) {
        return of(Stream.of(names).map(name -> fixture(format, name)).toArray(Path[]::new));
    }

    /** What a ledger holds after the import of {@code files}. */
    public static LedgerView of(Path... files) {
        try (Ledger ledger = Ledger.temporary()) {
            assertTrue(ledger.add(List.of(files), Progress.NONE));
            return ledger.view();
        }
    }

    /** The report of the one file that was read. */
    public static FileReport only(LedgerView view) {
        assertEquals(1, view.files().size());
        return view.files().getFirst();
    }

    /** Fails unless some finding of that severity holds {@code part}. */
    public static void assertSays(LedgerView view, UsageFinding.Severity severity, String part) {
        assertTrue(
                view.findings().stream()
                        .anyMatch(f -> f.severity() == severity && f.text().contains(part)),
                () -> "no " + severity + " '" + part + "' in " + view.findings());
    }
}
