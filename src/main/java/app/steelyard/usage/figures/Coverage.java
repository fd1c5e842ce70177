package app.steelyard.usage.figures;

import app.steelyard.text.Numbers;
import app.steelyard.text.Several;
import app.steelyard.text.Texts;
import java.util.List;

/**
 * Over which part of the usage an indicator is known, where a source does not state what it needs.
 *
 * @param share of all input tokens, in [0, 1]
 * @param leftOut the files that do not state it, those that do so in part among them, or the models without a price; empty if
 *     nothing is left out
 * @param lack what those lack
 */
public record Coverage(double share, List<String> leftOut, Lack lack) {
    /** Why something is left out. */
    public enum Lack {
        NOT_STATED,
        NOT_PRICED
    }

    /** Nothing is left out. */
    public static final Coverage WHOLE = new Coverage(1, List.of());

    private static final int NAMED = 3;
    private static final Texts TEXTS = Texts.of(Coverage.class);

    public Coverage {
        leftOut = List.copyOf(leftOut);
    }

    /** Where files do not state what is needed. */
    Coverage(double share, List<String> leftOut) {
        this(share, leftOut, Lack.NOT_STATED);
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
        return TEXTS.get(
                lack == Lack.NOT_STATED ? "kpi.coverage" : "kpi.coverage.priced", part, Several.joined(leftOut, NAMED));
    }
}
