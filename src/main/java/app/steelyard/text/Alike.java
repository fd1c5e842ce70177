package app.steelyard.text;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/** Finds what somebody may have meant by a name that does not exist, such as a path in a plan or a model's id. */
public final class Alike {
    private static final int MOST = 3;
    /** The start of a name counts as little as a typing error. */
    private static final int BEGUN = 1;

    private static final int WITHIN = 2;
    /** The right word in the wrong place. */
    private static final int ELSEWHERE = 3;
    /** A shorter word begins too many others. */
    private static final int SHORTEST_PART = 3;

    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]");

    private Alike() {}

    /**
     * Those of {@code known} that are most like {@code wanted}: more than one, three at most, where they are so alike; none
     * where nothing is like it. Names are compared without regard to case, as a whole and by their last part.
     *
     * @param separator what the parts of a name stand between, such as {@code '.'}
     */
    public static List<String> to(String wanted, Collection<String> known, char separator) {
        String name = wanted.toLowerCase(Locale.ROOT);
        int most = Math.max(2, name.length() / 3);
        ToIntFunction<String> unlike = k -> unlike(name, k.toLowerCase(Locale.ROOT), separator);
        int nearest = known.stream().mapToInt(unlike).min().orElse(Integer.MAX_VALUE);
        return nearest > most
                ? List.of()
                : known.stream()
                        .filter(k -> unlike.applyAsInt(k) == nearest)
                        .limit(MOST)
                        .toList();
    }

    private static int unlike(String wanted, String known, char separator) {
        int whole = edits(wanted, known);
        String head = wanted.substring(0, wanted.lastIndexOf(separator) + 1);
        boolean there = head.isEmpty() || known.startsWith(head);
        int last = word(wanted.substring(head.length()), known.substring(known.lastIndexOf(separator) + 1));
        return Math.min(whole, there ? last : last + ELSEWHERE);
    }

    private static int word(String wanted, String known) {
        if (letters(wanted).equals(letters(known))) {
            return 0;
        }
        int edits = edits(wanted, known);
        if (wanted.length() < SHORTEST_PART || !known.contains(wanted)) {
            return edits;
        }
        return Math.min(edits, known.startsWith(wanted) ? BEGUN : WITHIN);
    }

    /** Where points and hyphens stand is what people remember least. */
    private static String letters(String word) {
        return NO_LETTER.matcher(word).replaceAll("");
    }

    /** Letters to add, leave out or replace to turn one word into the other. */
    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above, row[j - 1]));
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
