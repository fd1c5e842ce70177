package app.steelyard.text;

import java.util.ArrayList;
import java.util.List;

/** Many names as a few and a number, for where a line has to do. */
public final class Several {
    private static final Texts TEXTS = Texts.of(Several.class);
    private static final int MOST = 3;

    private Several() {}

    /** The same in one line: {@code a, b, c and 4 more}. */
    public static String joined(List<String> names) {
        return joined(names, MOST);
    }

    /** @param most of them that are named; one more is, since “1 more” would be no shorter */
    public static String joined(List<String> names, int most) {
        return names.size() <= most + 1
                ? String.join(", ", names)
                : TEXTS.get("several.and", String.join(", ", names.subList(0, most)), names.size() - most);
    }

    /** The first names, and how many more there are. */
    public static List<String> named(List<String> names) {
        if (names.size() <= MOST + 1) {
            return names;
        }
        List<String> few = new ArrayList<>(names.subList(0, MOST));
        few.add(TEXTS.get("several.more", names.size() - MOST));
        return few;
    }
}
