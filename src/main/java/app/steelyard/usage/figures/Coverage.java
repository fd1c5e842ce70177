package app.steelyard.usage.figures;

import app.steelyard.text.Numbers;
import app.steelyard.text.Several;
import app.steelyard.text.Texts;
import java.util.List;

/**
 * Over which part of the usage an indicator is known, where a source does not state what it needs.
 *
 * @param share of all input tokens, in [0, 1]
 * @param leftOut the files that do not state it, those that do so in part among them; empty if nothing is left out
 */
public record Coverage(double share, List<String> leftOut) {
    /** Nothing is left out. */
    public static final Coverage WHOLE = new Coverage(1, List.of());

    private static final int NAMED = 3;
    private static final Texts TEXTS = Texts.of(Coverage.class);

    public Coverage {
        leftOut = List.copyOf(leftOut);
    }

    public boolean isWhole() {
        return leftOut.isEmpty();
    }

    /** The part and who is left out, as a phrase; empty where nothing is. */
    public String text() {
        if (isWhole()) {
            return "";
        }
        String part = share < 1 && share >= 0.9995 ? TEXTS.get("kpi.coverage.most") : Numbers.percent(share);
        return TEXTS.get("kpi.coverage", part, Several.joined(leftOut, NAMED));
    }
}
