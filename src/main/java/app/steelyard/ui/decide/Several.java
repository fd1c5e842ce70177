package app.steelyard.ui.decide;

import app.steelyard.text.Texts;
import java.util.ArrayList;
import java.util.List;

/** Many names as a few and a number, for where a line has to do. */
final class Several {
    private static final Texts TEXTS = Texts.of(Several.class);
    private static final int MOST = 3;

    private Several() {}

    /** The first names, and how many more there are. */
    static List<String> named(List<String> names) {
        if (names.size() <= MOST + 1) {
            return names;
        }
        List<String> few = new ArrayList<>(names.subList(0, MOST));
        few.add(TEXTS.get("several.more", names.size() - MOST));
        return few;
    }
}
