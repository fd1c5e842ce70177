package app.steelyard.usage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether every page that has a next one is followed by it, in its own file or in another. */
final class Pages {
    private record Open(String file, @Nullable Instant end) {}

    private final List<Open> open = new ArrayList<>();
    private final Set<Instant> starts = new HashSet<>();
    private @Nullable Open last;

    void add(String file, @Nullable Instant first, @Nullable Instant end, boolean more) {
        if (first != null) {
            starts.add(first);
        }
        last = more ? new Open(file, end) : null;
    }

    /** A page at the end of a file can only be followed by one in another file. */
    void endFile() {
        if (last != null) {
            open.add(last);
            last = null;
        }
    }

    /** The files whose last page has a next one that is in no file. */
    List<String> unfinished() {
        return open.stream()
                .filter(p -> p.end == null || !starts.contains(p.end))
                .map(Open::file)
                .toList();
    }
}
