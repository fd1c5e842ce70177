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

    private final MessageDigest digest;
    private final byte[] salt = new byte[16];
    private final Map<Print, Integer> earlier = new HashMap<>();
    private final Set<Print> earlierPlaces = new HashSet<>();
    private final Map<Print, Integer> current = new HashMap<>();
    private final Set<Print> currentPlaces = new HashSet<>();

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
        String place = String.join(
                "\u0000",
                String.valueOf(row.bucket()),
                String.valueOf(row.model()),
                String.valueOf(row.project()),
                String.valueOf(row.batch()),
                String.valueOf(row.serviceTier()),
                hidden);
        Print at = print(place);
        Print whole = print(place + "\u0000" + counts(row.counts()));
        currentPlaces.add(at);
        int times = current.merge(whole, 1, Integer::sum);
        if (times <= earlier.getOrDefault(whole, 0)) {
            return Verdict.BROUGHT_BY_ANOTHER_FILE;
        }
        if (earlierPlaces.contains(at)) {
            return Verdict.CONFLICT;
        }
        return times > 1 ? Verdict.TWIN : Verdict.NEW;
    }

    void endFile() {
        current.forEach((print, times) -> earlier.merge(print, times, Math::max));
        earlierPlaces.addAll(currentPlaces);
        current.clear();
        currentPlaces.clear();
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
