package app.steelyard.usage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Finds rows that come twice. It keeps salted digests for the time of one import, so that ids of users and keys can
 * tell rows apart without being kept. A row that a file holds n times is new only the first n times over all files:
 * inside one file equal rows may differ in something the export hides.
 */
final class Duplicates {
    enum Verdict {
        NEW,
        /** This file has it already; both count. */
        TWIN,
        /** An earlier file has the same bucket and dimensions with other counts; both count. */
        CONFLICT,
        BROUGHT_BY_ANOTHER_FILE
    }

    private record Print(long high, long low) {}

    /** The most rows remembered, to keep the memory within some 250 MB however large the files are. */
    static final int MAX_ROWS = 1_000_000;

    private static final char SEPARATOR = '\0';

    private final MessageDigest digest;
    private final byte[] salt = new byte[16];
    private Map<Print, Integer> earlier = new HashMap<>();
    private Set<Print> earlierPlaces = new HashSet<>();
    private Map<Print, Integer> current = new HashMap<>();
    private Set<Print> currentPlaces = new HashSet<>();
    private boolean full;

    Duplicates() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        new SecureRandom().nextBytes(salt);
    }

    Verdict meet(UsageRecord row, String hidden) {
        if (row.counts().isEmpty()) {
            return Verdict.NEW;
        }
        Span bucket = row.bucket();
        String time = bucket == null
                ? ""
                : bucket.start().getEpochSecond() + " " + bucket.end().getEpochSecond();
        String place = time
                + SEPARATOR
                + row.model()
                + SEPARATOR
                + row.project()
                + SEPARATOR
                + row.batch()
                + SEPARATOR
                + row.serviceTier()
                + SEPARATOR
                + hidden;
        Print at = print(place);
        Print whole = print(place + SEPARATOR + counts(row.counts()));
        int times = 1;
        if (earlier.size() + current.size() < MAX_ROWS || current.containsKey(whole)) {
            currentPlaces.add(at);
            times = current.merge(whole, 1, Integer::sum);
        } else {
            full = true;
        }
        int before = earlier.getOrDefault(whole, 0);
        if (times <= before) {
            return Verdict.BROUGHT_BY_ANOTHER_FILE;
        }
        if (before == 0 && earlierPlaces.contains(at)) {
            return Verdict.CONFLICT;
        }
        return times > 1 ? Verdict.TWIN : Verdict.NEW;
    }

    /** Whether there were more rows than can be remembered, so that some were not looked for again. */
    boolean full() {
        return full;
    }

    void endFile() {
        if (earlier.isEmpty()) {
            Map<Print, Integer> spare = earlier;
            earlier = current;
            current = spare;
            Set<Print> sparePlaces = earlierPlaces;
            earlierPlaces = currentPlaces;
            currentPlaces = sparePlaces;
        } else {
            current.forEach((print, times) -> earlier.merge(print, times, Math::max));
            earlierPlaces.addAll(currentPlaces);
            current.clear();
            currentPlaces.clear();
        }
    }

    /** Only what every format states: one export of the same rows may lack a column that another has. */
    private static String counts(UsageTotals t) {
        return t.requests() + " " + t.input() + " " + t.cacheRead() + " " + t.output();
    }

    private Print print(String text) {
        digest.update(salt);
        ByteBuffer bytes = ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        return new Print(bytes.getLong(), bytes.getLong());
    }
}
