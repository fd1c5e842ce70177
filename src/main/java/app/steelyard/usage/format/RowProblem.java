package app.steelyard.usage.format;

import app.steelyard.text.Texts;

/** Why a row cannot be counted, as a sentence. */
public final class RowProblem extends Exception {
    private static final long serialVersionUID = 1;
    private static final Texts TEXTS = Texts.of(RowProblem.class);

    /** The sentence under {@code key} in this package's messages. */
    public RowProblem(String key, Object... arguments) {
        super(TEXTS.get(key, arguments), null, false, false);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
