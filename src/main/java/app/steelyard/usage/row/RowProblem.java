package app.steelyard.usage.row;

import app.steelyard.text.Texts;

/** Why a row cannot be counted, as a sentence. */
public final class RowProblem extends Exception {
    private static final long serialVersionUID = 1;
    private static final Texts TEXTS = Texts.of(RowProblem.class);

    private final String field;

    /** The sentence under {@code key} in this package's messages, where no one field is to blame. */
    public RowProblem(String key, Object... arguments) {
        this("", TEXTS.get(key, arguments));
    }

    private RowProblem(String field, String sentence) {
        super(sentence, null, false, false);
        this.field = field;
    }

    /** The sentence under {@code key} about {@code field}, which is its {@code {0}}, and {@code more} what follows. */
    public static RowProblem of(String field, String key, Object... more) {
        Object[] all = new Object[more.length + 1];
        all[0] = field;
        System.arraycopy(more, 0, all, 1, more.length);
        return new RowProblem(field, TEXTS.get(key, all));
    }

    /** Where it is: the field to blame, as far as there is one, within the part of the row at {@code pointer}. */
    public String within(String pointer) {
        return field.isEmpty() || pointer.isEmpty() ? pointer + field : pointer + "/" + field;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
